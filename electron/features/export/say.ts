/** A word of the window's language by its key; the key's own name where the window gave none. */
export type Say = (key: string) => string;

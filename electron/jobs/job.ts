/**
 * Long work that must not hold up the windows. A job knows neither Electron nor the ledger: what it is to work on comes with
 * `input`, what it finds goes back as plain data, piece by piece or at the end.
 */
export type Job<I, P, A> = (input: I, onProgress: (progress: P) => void, signal: AbortSignal) => Promise<A>;

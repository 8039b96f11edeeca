/** A title as people compare it: without spaces, brackets and width of letters. */
export const sameTitle = (title: string): string => title.normalize('NFKC').replace(/[\s()〔〕[\]【】]/g, '');

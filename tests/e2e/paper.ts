import { execFileSync } from 'node:child_process';

/** Text of a PDF without its spaces, in the order in which it was drawn: a title broken over two lines stays together. */
export const textOf = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64_000_000 }).replace(/\s+/g, '');

export const finds = (text: string, part: string): boolean => text.includes(part.replace(/\s+/g, ''));

export const count = (text: string, part: string): number => text.split(part.replace(/\s+/g, '')).length - 1;

/** Fonts of a PDF that are not in it; throws when it names no font at all. */
export function fontsLeftOut(file: string): string[] {
  const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  if (lines.length === 0) throw new Error(`${file} has no text`);
  return lines.filter((line) => !/\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(line)?.[1]?.startsWith('yes'));
}

/** What qpdf says of a file; throws when it finds a fault. */
export const structureOf = (file: string): string => execFileSync('qpdf', ['--check', file], { encoding: 'utf8' });

export const pagesOf = (file: string): number =>
  Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);

/** How many pictures stand in a PDF. */
export const imagesIn = (file: string): number =>
  execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').slice(2).length;

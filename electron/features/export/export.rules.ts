import type { ExportFormat } from '../../../shared/api/export.contract';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g;
/** Letters of a name; with three bytes each they are what every file system takes. */
const MOST_LETTERS = 60;

const ENDINGS: Readonly<Record<ExportFormat, string>> = { xlsx: 'xlsx', csv: 'csv', csvGb18030: 'csv' };

/** A name that Windows, FAT sticks and Linux take alike. */
export function fileNameOf(parts: readonly (string | undefined)[], format: ExportFormat): string {
  const name = parts.filter(Boolean).join(' ').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  return `${[...name].slice(0, MOST_LETTERS).join('').trim()}.${ENDINGS[format]}`;
}

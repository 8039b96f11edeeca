import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceDurably } from './bag';

/** On the medium's top level, with a plain name: a hidden file is lost when somebody copies "everything". */
const MARKER_FILE = 'ANJUAN-MEDIUM.txt';
const MARKER = /^[0-9a-f]{32}$/m;
/** A marker is short: nobody's large file of that name is read whole. */
const MOST_BYTES = 4_096;

/** By what a medium is known again, wherever it hangs and whatever it is called; none on one that was never used. */
export async function readMarker(place: string): Promise<string | undefined> {
  const text = await readFile(join(place, MARKER_FILE), 'utf8').catch(() => '');
  return MARKER.exec(text.slice(0, MOST_BYTES))?.[0];
}

export const writeMarker = (place: string, marker: string): Promise<void> =>
  replaceDurably(
    join(place, MARKER_FILE),
    [
      '案卷 Anjuan',
      marker,
      '程序凭这个文件认出这个备份介质，请不要删除，也不要复制到别的 U 盘。',
      'The program knows this backup medium by this file: please keep it, and do not copy it to another stick.',
      '',
    ].join('\n'),
  );

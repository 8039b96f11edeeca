import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { asTargetError, type BagInfo, PARTIAL } from './bag';
import { lookAtBag } from './verify-bag';

/** As the program names them; what somebody has put behind the name does not matter. */
const NAME = /^\d{4}-\d\d-\d\dT\d{4}_[0-9a-f]{8}_\d+/;
/** Systems that know them open a device in their place, whatever stands behind a dot. */
const DEVICE = /^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?=\.|$)/i;
const MOST_LETTERS = 40;

/** The folder of a company on a stick, by its short name: such that FAT, Windows and Linux take it. */
export function companyFolder(shortName: string): string {
  const legal = [...shortName.replace(/[<>:"/\\|?*\p{Cc}]/gu, '_')].slice(0, MOST_LETTERS).join('');
  const trimmed = legal.replace(/^[. ]+|[. ]+$/g, '');
  return trimmed === '' ? 'Anjuan' : trimmed.replace(DEVICE, '$1_');
}

/** What may be a backup: folders of a place, and in each of them (a company's) such as are named like one. */
async function* candidates(place: string): AsyncIterable<string> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error) => {
    throw asTargetError(error, place);
  });
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.endsWith(PARTIAL)) continue;
    yield entry.name;
    if (NAME.test(entry.name)) continue;
    // Somebody else's folders may be closed to us.
    for (const inner of await readdir(join(place, entry.name), { withFileTypes: true }).catch(() => []))
      if (inner.isDirectory() && NAME.test(inner.name) && !inner.name.endsWith(PARTIAL))
        yield `${entry.name}/${inner.name}`;
  }
}

/** Names of the folders that are backups, or that are called like one although their labels cannot be read any more. */
export async function bagFolders(place: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of candidates(place))
    if (NAME.test(basename(name)) || (await lookAtBag(join(place, name)))) names.push(name);
  return names.sort();
}

/** Folders of a place that say they are backups of ours, by their way from there: `name`, or `company/name`. */
export async function bagsIn(place: string) {
  const found: (BagInfo & { name: string; bytes: number; files: number })[] = [];
  for await (const name of candidates(place)) {
    const info = await lookAtBag(join(place, name));
    if (info) found.push({ ...info, name });
  }
  return found;
}

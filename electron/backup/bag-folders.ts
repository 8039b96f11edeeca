import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asTargetError, PARTIAL } from './bag';
import { lookAtBag } from './verify-bag';

/** As the program names them; what somebody has put behind the name does not matter. */
const NAME = /^\d{4}-\d\d-\d\dT\d{4}_[0-9a-f]{8}_\d+/;

/** Names of the folders that are backups, or that are called like one although their labels cannot be read any more. */
export async function bagFolders(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error) => {
    throw asTargetError(error, place);
  });
  const names: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.endsWith(PARTIAL)) continue;
    if (NAME.test(entry.name) || (await lookAtBag(join(place, entry.name)))) names.push(entry.name);
  }
  return names.sort();
}

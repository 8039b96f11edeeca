import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/**
 * Every LIMIT by which a repository could cut a list, with how the window says that there is more. A new one fails here until it
 * is known what tells the person: no list is cut without a word.
 */
const KNOWN: Readonly<Record<string, number>> = {
  // Paged, with the total and a way to the next page.
  'audit/audit.repo.ts list': 1,
  'client/client.repo.ts page': 2,
  'project/project.repo.ts page': 1,
  'record-class/number.repo.ts page': 1,
  'title/movement.repo.ts page': 1,
  // The latest or the most urgent, and beside them how many there are and where the others are.
  'backup/backup.repo.ts newest': 1,
  'disposal/candidates.repo.ts due': 1,
  'disposal/disposal.repo.ts lists': 2,
  'extension/extension.repo.ts lists': 1,
  'handover/handover.repo.ts list': 1,
  'handover/steps.repo.ts steps': 1,
  'place/placed.repo.ts homeless': 1,
  'restore/restore.repo.ts rehearsals': 1,
  'stocktake/stocktake.repo.ts latest': 1,
  'supplement/supplement.repo.ts list': 1,
  // One more than is shown: the window says that there are more.
  'audit/audit.repo.ts histories and changes': 7,
  'place/place.repo.ts find': 1,
  'place/placed.repo.ts find': 1,
  'search/search.repo.ts find': 1,
  // A sample that decides an order, not a list.
  'complaint/procedure.repo.ts usual': 1,
  // Proposals while somebody types: another letter narrows them.
  'title/listing.repo.ts contracts': 1,
  'borrowing/thing.repo.ts find': 3,
};

const root = fileURLToPath(new URL('../../../electron/features/', import.meta.url));
/** A walk over everything goes on where its last page ended. */
const WALK = /\b(?:id|row_id|seq|sha256) [<>] \?[^`;]*?LIMIT (?:\?|\d+)/g;
const limitsOf = (file: string) =>
  [
    ...readFileSync(`${root}${file}`, 'utf8')
      .replace(WALK, '')
      .matchAll(/\bLIMIT (?!1\b)\S/g),
  ].length;

test('every list that a repository cuts is one of which the window says so', () => {
  const known = new Map<string, number>();
  for (const [where, count] of Object.entries(KNOWN)) {
    const file = where.split(' ')[0] ?? '';
    known.set(file, (known.get(file) ?? 0) + count);
  }
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.repo.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .map((file): [string, number] => [file, limitsOf(file)])
    .filter(([, count]) => count > 0);
  expect(Object.fromEntries(found.sort())).toEqual(Object.fromEntries([...known].sort()));
});

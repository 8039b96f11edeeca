import type { ChecklistEntry } from '../../../shared/api/checklist.contract';
import { PARTS, type Part } from '../../../shared/api/dossier.contract';
import { sameTitle } from '../../../shared/dossier/same-title';

/** A line of the list as it is edited; the key stays with it wherever it moves. */
export interface DraftEntry extends ChecklistEntry {
  key: number;
}
export interface ChecklistDraft {
  name: string;
  /** In the order of the volume. */
  entries: readonly DraftEntry[];
}

export const draftOf = (name: string, entries: readonly ChecklistEntry[]): ChecklistDraft => ({
  name,
  entries: entries.map((entry, key) => ({ ...entry, key })),
});

export const entriesOf = (draft: ChecklistDraft): ChecklistEntry[] =>
  draft.entries
    .filter(({ title }) => title.trim() !== '')
    .map(({ part, title, required }) => ({ part, title: title.trim(), required }));

const nextKey = (entries: readonly DraftEntry[]) => 1 + Math.max(-1, ...entries.map(({ key }) => key));
const inOrder = (entries: readonly DraftEntry[]) =>
  PARTS.flatMap((part) => entries.filter((entry) => entry.part === part));

/** What an edit leaves, and the line that the keys stand on afterwards. */
export interface Edited {
  entries: readonly DraftEntry[];
  key: number;
}

/** Puts lines behind a line, or at the end of the part; the keys go on from the last of them. */
export function putIn(entries: readonly DraftEntry[], part: Part, titles: readonly string[], behind?: number): Edited {
  const first = nextKey(entries);
  const added = titles.map((title, i) => ({ key: first + i, part, title, required: true }));
  const at = entries.findIndex(({ key }) => key === behind);
  const all = at < 0 ? [...entries, ...added] : [...entries.slice(0, at + 1), ...added, ...entries.slice(at + 1)];
  return { entries: inOrder(all), key: added.at(-1)?.key ?? first };
}

export const alter = (entries: readonly DraftEntry[], key: number, change: Partial<ChecklistEntry>) =>
  entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));

/** Takes a line out; the keys go on from the line below it, or above. */
export function takeOut(entries: readonly DraftEntry[], key: number): Edited {
  const at = entries.findIndex((entry) => entry.key === key);
  const rest = entries.filter((entry) => entry.key !== key);
  return { entries: rest, key: (rest[at] ?? rest[at - 1])?.key ?? -1 };
}

/** Moves a line by one; at the end of its part it goes over into the next one. */
export function shift(entries: readonly DraftEntry[], key: number, by: 1 | -1): Edited {
  const at = entries.findIndex((entry) => entry.key === key);
  const entry = entries[at];
  if (!entry) return { entries, key };
  const neighbour = entries[at + by];
  if (neighbour?.part === entry.part) {
    const rest = entries.filter((other) => other.key !== key);
    return { entries: [...rest.slice(0, at + by), entry, ...rest.slice(at + by)], key };
  }
  const part = PARTS[PARTS.indexOf(entry.part) + by];
  if (!part) return { entries, key };
  const others = entries.filter((other) => other.key !== key);
  const moved = { ...entry, part };
  return { entries: inOrder(by > 0 ? [moved, ...others] : [...others, moved]), key };
}

/** Lines of a pasted text; a column of a spreadsheet is one line for each cell. */
export const linesIn = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t')[0]?.trim() ?? '')
    .filter((line) => line !== '');

/** Titles that stand there twice. */
export function twice(entries: readonly DraftEntry[]): ReadonlySet<number> {
  const first = new Map<string, number>();
  const found = new Set<number>();
  for (const { key, title } of entries) {
    const name = sameTitle(title);
    if (name === '') continue;
    if (first.has(name)) found.add(key);
    else first.set(name, key);
  }
  return found;
}

/** How many papers the draft has more, and how many fewer, than the version it was made from. */
export function difference(before: readonly ChecklistEntry[], after: readonly ChecklistEntry[]) {
  const names = (entries: readonly ChecklistEntry[]) => new Set(entries.map(({ title }) => sameTitle(title)));
  const [old, now] = [names(before), names(after)];
  return {
    added: [...now].filter((name) => !old.has(name)).length,
    removed: [...old].filter((name) => !now.has(name)).length,
  };
}

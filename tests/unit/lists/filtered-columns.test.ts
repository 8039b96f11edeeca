import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type LedgerQuestion, ledgerFilter } from '../../../shared/api/ledger.contract';
import { LEDGER_COLUMNS, type LedgerColumnName } from '../../../shared/api/ledger-view.contract';

/** Every column of the ledger is narrowed by a condition of its own; a new column fails the type-check until it says by which. */
const NARROWED_BY: Readonly<Record<LedgerColumnName, readonly (keyof LedgerQuestion['filter'])[]>> = {
  archiveNo: ['archiveNo'],
  title: ['title'],
  client: ['clientId'],
  className: ['classId'],
  contractNo: ['contractNo'],
  year: ['year'],
  volumes: ['volumesFrom', 'volumesTo'],
  items: ['itemsFrom', 'itemsTo'],
  pages: ['pagesFrom', 'pagesTo'],
  managers: ['managerId'],
  aManager: ['aManagerId'],
  bManager: ['bManagerId'],
  keeper: ['keeperId'],
  place: ['room', 'cabinet', 'shelf', 'box'],
  receivedOn: ['receivedFrom', 'receivedTo'],
  endedOn: ['endedFrom', 'endedTo'],
  retention: ['retentionId'],
  keepUntil: ['keptFrom', 'keptTo'],
  secrecy: ['secrecy'],
  dueOn: ['dueFrom', 'dueTo'],
  lateDays: ['lateFrom', 'lateTo'],
  remarks: ['remarks'],
  // The cell says who has it as well.
  state: ['state', 'lentToId'],
};

const source = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../renderer/features/ledger/${name}`, import.meta.url)), 'utf8');
const window = ['LedgerFilters.tsx', 'MoreConditions.tsx', 'use-condition-words.ts'].map(source).join('\n');
const paper = readFileSync(fileURLToPath(new URL('../../../renderer/print/ledger-filter.ts', import.meta.url)), 'utf8');

test.each(LEDGER_COLUMNS)('%s has a condition of its own, in the window and on paper', (column) => {
  const conditions = NARROWED_BY[column];
  expect(conditions.filter((name) => !(name in ledgerFilter.shape))).toEqual([]);
  const spelt = (text: string) => conditions.filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
  expect({ window: spelt(window), paper: spelt(paper) }).toEqual({ window: [], paper: [] });
});

test('no two columns share a condition', () => {
  const all = Object.values(NARROWED_BY).flat();
  expect(all).toHaveLength(new Set(all).size);
});

import { expect, test } from 'vitest';
import type { Case } from '../../../electron/features/complaint/complaint.repo';
import { createFinding } from '../../../electron/features/complaint/finding.service';
import type { Whole } from '../../../electron/features/complaint/whole-case';
import { atOnce } from '../../../electron/ipc/in-turns';
import { type ComplaintRow, complaintFilter } from '../../../shared/api/complaint.contract';

const CASES = 1_300;
const caseOf = (id: number) =>
  ({ id, no: `N${id}`, procedureId: 1 + (id % 2), kind: 'x', complainant: '', facts: '事' }) as Case;
/** Every third one is somebody else's; an open one among a thousand. */
const ALL = Array.from({ length: CASES }, (_, i) => caseOf(i + 1));
const isOpen = ({ id }: Case) => id % 1_000 === 0;
let worked = 0;

const finding = (overseer: boolean) =>
  createFinding({
    repo: {
      open: () => ALL.filter(isOpen),
      closedBefore: (before) =>
        ALL.filter((its) => its.id < before && !isOpen(its))
          .reverse()
          .slice(0, 50),
      closedCount: () => ALL.filter((its) => !isOpen(its)).length,
    },
    procedures: { ofCase: (id) => ({ id, firstId: id, version: 1, definition: { kinds: [] } }) as never },
    present: () => [],
    mayRead: ({ id }) => overseer || id % 3 !== 0,
    oversees: () => overseer,
    wholeOf: (its) => its as unknown as Whole,
    rowOf: (its) => {
      worked += 1;
      return { ...its, mine: false } as unknown as ComplaintRow;
    },
  });
const ctx = { actor: { staffId: 1 } } as never;
const list = (filter: object, overseer = true) => {
  worked = 0;
  return atOnce(finding(overseer).list(complaintFilter.parse(filter), ctx));
};

test('a list of closed cases shows the latest five hundred, says how many there are, and works out no more than it shows', () => {
  const { rows, total, open } = list({ which: 'closed' });
  expect([rows.length, rows[0]?.id, rows.at(-1)?.id, total, open]).toEqual([500, 1_300, 800, 1_299, 1]);
  expect(worked).toBe(501);
});

test('an open case stands among the closed ones where it belongs', () => {
  const { rows, total } = list({ which: 'all' });
  expect([rows.length, total]).toEqual([500, 1_300]);
  expect(rows.map(({ id }) => id)).toEqual(
    ALL.map(({ id }) => id)
      .reverse()
      .slice(0, 500),
  );
});

test('what is asked for is looked for in all of them', () => {
  expect(list({ which: 'closed', text: 'N12' }).rows.map(({ no }) => no)).toEqual(
    ALL.filter(({ no }) => no.includes('N12'))
      .map(({ no }) => no)
      .reverse(),
  );
  expect(list({ which: 'closed', procedureFirstId: 2 }).total).toBe(650);
});

test('whoever may not read all of them is told of no other', () => {
  const { rows, total } = list({ which: 'closed' }, false);
  expect(rows.some(({ id }) => id % 3 === 0)).toBe(false);
  expect(total).toBe(ALL.filter((its) => !isOpen(its) && its.id % 3 !== 0).length);
});

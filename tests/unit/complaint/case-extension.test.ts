import { expect, test } from 'vitest';
import {
  type CaseExtension,
  caseExtensionHash,
  grantedOf,
  whyNotAsker,
  whyNotDecider,
} from '../../../electron/features/complaint/case-extension.rules';
import { SHIPPED_PROCEDURES } from '../../../electron/features/complaint/shipped/shipped-procedures';
import type { Parties, Person } from '../../../electron/features/complaint/takers.rules';
import type { Position } from '../../../shared/api/people.contract';

const SERVICE = SHIPPED_PROCEDURES.serviceCompany;

const person = (id: number, departmentId: number, ...positions: Position[]): Person => ({
  ...{ id, name: `P${id}`, departmentId, positions },
});
const CHAIRMAN = person(1, 9, 'chairman');
const MANAGER = person(2, 9, 'generalManager');
const DEPUTY = person(3, 9, 'deputyManager');
const HEAD = person(4, 7, 'departmentHead');
const CLERK = person(5, 7, 'employee');
const OFFICE = [CHAIRMAN, MANAGER, DEPUTY, HEAD, CLERK];
const PARTIES: Parties = { accused: [], unitId: 7 };

const ASKED: CaseExtension = {
  ...{ id: 1, complaintId: 1, round: 1, limitCode: 'answer', askerId: HEAD.id, asker: HEAD.name, state: 'waiting' },
  ...{ dueOn: '2026-03-04', newDueOn: '2026-03-09', reason: '出差', askedOn: '2026-03-03', answer: '' },
};

test('only what was granted moves a limit, in its round and to its new day', () => {
  const all: CaseExtension[] = [
    { ...ASKED, state: 'granted' },
    { ...ASKED, id: 2, state: 'refused' },
    { ...ASKED, id: 3, state: 'withdrawn' },
    { ...ASKED, id: 4 },
    { ...ASKED, id: 5, round: 2, limitCode: 'begin', newDueOn: '2026-03-20', state: 'granted' },
  ];
  expect(grantedOf(all)).toEqual([
    { limit: 'answer', round: 1, until: '2026-03-09' },
    { limit: 'begin', round: 2, until: '2026-03-20' },
  ]);
});

test('whoever approves solutions decides on more time, but no asker and nobody complained of', () => {
  const because = (who: Person, askerId = HEAD.id, accused: number[] = []) =>
    whyNotDecider(SERVICE, { askerId }, who, { ...PARTIES, accused }, OFFICE);
  expect([MANAGER, DEPUTY].map((who) => because(who))).toEqual([undefined, undefined]);
  expect([CHAIRMAN, CLERK].map((who) => because(who))).toEqual(['onlyApproversExtend', 'onlyApproversExtend']);
  expect(because(HEAD)).toBe('ownRequest');
  expect(because(DEPUTY, DEPUTY.id)).toBe('ownRequest');
  expect(because(DEPUTY, HEAD.id, [DEPUTY.id])).toBe('complainedOf');
});

test('the chairman decides where every approver asked or is complained of', () => {
  const because = (who: Person) =>
    whyNotDecider(SERVICE, { askerId: DEPUTY.id }, who, { ...PARTIES, accused: [MANAGER.id] }, OFFICE);
  expect(because(CHAIRMAN)).toBeUndefined();
  expect(because(HEAD)).toBe('onlyApproversExtend');
});

test('the handler asks; where nobody was named, whoever has the next step; never one complained of', () => {
  const next = SERVICE.steps.find(({ code }) => code === 'begin');
  const because = (who: Person, parties: Partial<Parties> = {}, step = next) =>
    whyNotAsker(step, who, { ...PARTIES, ...parties }, OFFICE);
  expect(because(CLERK, { handlerId: CLERK.id })).toBeUndefined();
  expect(because(CLERK, { handlerId: CLERK.id, accused: [CLERK.id] })).toBe('complainedOf');
  expect(because(HEAD)).toBeUndefined();
  expect(because(CLERK)).toBe('onlyHandlerAsks');
  expect(whyNotAsker(undefined, HEAD, PARTIES, OFFICE)).toBe('onlyHandlerAsks');
});

const SIGNED = { complaintId: 2, round: 2, limitCode: 'begin', askerId: 9, dueOn: '2026-03-05' };
const ALSO_SIGNED = { newDueOn: '2026-03-10', reason: '等鉴定', askedOn: '2026-03-02' };

test.each(Object.entries({ ...SIGNED, ...ALSO_SIGNED }))('the signature is over the %s', (column, value) => {
  const before = caseExtensionHash(ASKED, true, '同意');
  expect(caseExtensionHash({ ...ASKED, [column]: value }, true, '同意')).not.toBe(before);
});

test('the signature is over the decision and the answer, and stays the same when the request is closed', () => {
  const before = caseExtensionHash(ASKED, true, '同意');
  expect(caseExtensionHash(ASKED, false, '同意')).not.toBe(before);
  expect(caseExtensionHash(ASKED, true, '不同意')).not.toBe(before);
  const closed: CaseExtension = { ...ASKED, state: 'granted', closedOn: '2026-03-04', answer: '同意' };
  expect(caseExtensionHash(closed, true, '同意')).toBe(before);
});

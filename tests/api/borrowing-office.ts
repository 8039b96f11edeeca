import type { borrowing } from '../../shared/api/borrowing.contract';
import type { Thing } from '../../shared/api/borrowing-slip.contract';
import type { InputOf } from '../../shared/api/contract';
import type { Position } from '../../shared/api/people.contract';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  PASSWORD,
  PIN,
  registerProject,
  signIn,
} from './office';
import { bringTitles, engageKeepers, registerSafe, type TitlePeople } from './title-office';

export interface BorrowingPeople extends TitlePeople {
  chairman: number;
  /** Deputy manager, in charge of the first department. */
  deputy: number;
  /** Deputy manager, in charge of another. */
  otherDeputy: number;
  employee: number;
  /** A second archivist, who confirms what came back. */
  second: number;
}
export const BORROWER = LOGINS.a;
export const CHAIRMAN = 'mulantian';
export const DEPUTY = 'fangzhiyu';
export const OTHER_DEPUTY = 'chenmoran';
export const EMPLOYEE = 'linxiaoman';
export const SECOND = 'yejinzhi';

/** Somebody with a position; whoever is signed in may engage. */
export async function engage(office: Office, name: string, login: string, position: Position, charges: number[] = []) {
  const its = { name, login, departmentId: 1, positions: [position], inChargeOf: charges };
  return (await office.call('people.engage', { ...its, password: PASSWORD, pin: PIN })).id;
}

/** A company whose archive has one dossier of forty papers and the sample's titles; the borrower is signed in. */
export async function officeThatLends(office: Office) {
  const people = await foundCompany(office);
  const { id: elsewhere } = await office.call('people.addDepartment', { name: '风险部' });
  const keepers = await engageKeepers(office, people);
  const all: BorrowingPeople = {
    ...keepers,
    chairman: await engage(office, '穆岚天', CHAIRMAN, 'chairman'),
    deputy: await engage(office, '方知予', DEPUTY, 'deputyManager', [1]),
    otherDeputy: await engage(office, '陈墨然', OTHER_DEPUTY, 'deputyManager', [elsewhere]),
    employee: await engage(office, '林小满', EMPLOYEE, 'employee'),
    second: await engage(office, '叶锦之', SECOND, 'archivist'),
  };
  const safe = await registerSafe(office, all);
  await signIn(office, LOGINS.archivist);
  const { projectId } = await registerProject(office, all);
  const titles = await bringTitles(office, all, projectId, safe.compartments[0] ?? 0);
  await signIn(office, LOGINS.a);
  const dossierId = await compileSample(office, projectId);
  await acceptAtArchive(office, await bringToArchive(office, dossierId));
  const { items } = await office.call('dossier.show', { id: dossierId });
  await signIn(office, BORROWER);
  return { people: all, elsewhere, dossierId, projectId, titles, items: items.filter(({ part }) => part !== 'annex') };
}

type SlipInput = InputOf<typeof borrowing.submit>;
export const asked = (things: Thing[], more: Partial<SlipInput> = {}): SlipInput => ({
  ...{ things, purpose: '贷后检查核对合同原件', way: 'takeAway' },
  ...more,
});

/** Submitted by whoever is signed in, approved by the deputy; the archivist is signed in afterwards. */
export async function approvedSlip(office: Office, things: Thing[], more: Partial<SlipInput> = {}): Promise<number> {
  const { id } = await office.call('borrowing.submit', asked(things, more));
  await signIn(office, DEPUTY);
  await office.call('borrowing.approve', { id, signature: PIN });
  await signIn(office, LOGINS.archivist);
  return id;
}

/** Both sign, and, where there are titles, the safe's two. */
export const lending = (people: BorrowingPeople, id: number) => ({
  ...{ id, custodianId: people.custodian, secondId: people.keeper },
  signatures: { archivist: PIN, borrower: PIN, custodian: PIN, second: PIN },
});

/** Everything that is out on the slip, as the archivist finds it complete. */
export async function wholeReturn(office: Office, people: BorrowingPeople, id: number) {
  const { lines } = await office.call('borrowing.show', { id });
  const open = lines.filter(({ state }) => state === 'lent' || state === 'incomplete');
  return {
    ...{ id, confirmerId: people.second, custodianId: people.custodian, secondId: people.keeper },
    lines: open.map((line) => ({ lineId: line.id, found: line.quantity - line.found })),
    signatures: { archivist: PIN, confirmer: PIN, custodian: PIN, second: PIN },
  };
}

import type { Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Position } from '../../../shared/api/people.contract';

/** Who may do what in a new company (procedure for loan and guarantee archives); the administrator edits the table. */
export const DEFAULT_PERMISSIONS: Readonly<Record<Position, readonly Permission[]>> = {
  chairman: [
    'complaint.register',
    'complaint.read',
    'attachment.add',
    'complaint.oversee',
    'borrowing.ask',
    'borrowing.read',
    'borrowing.approve',
    'client.read',
    'client.correct',
    'project.correct',
    'dossier.read',
    'checklist.read',
    'handover.approve',
    'staffHandover.prepare',
    'ledger.read',
    'disposal.approve',
    'title.read',
    'title.approve',
    'print.form',
    'audit.read',
    'backup.make',
  ],
  generalManager: [
    'complaint.register',
    'complaint.read',
    'attachment.add',
    'complaint.oversee',
    'borrowing.ask',
    'borrowing.read',
    'borrowing.approve',
    'client.read',
    'client.correct',
    'project.correct',
    'dossier.read',
    'checklist.read',
    'handover.approve',
    'staffHandover.prepare',
    'ledger.read',
    'disposal.approve',
    'title.read',
    'title.approve',
    'print.form',
    'audit.read',
    'backup.make',
  ],
  deputyManager: [
    'complaint.register',
    'complaint.read',
    'attachment.add',
    'complaint.oversee',
    'borrowing.ask',
    'borrowing.read',
    'borrowing.approve',
    'client.read',
    'client.correct',
    'project.correct',
    'dossier.read',
    'checklist.read',
    'handover.approve',
    'staffHandover.prepare',
    'ledger.read',
    'title.read',
    'title.count',
    'print.form',
    'backup.make',
  ],
  archivist: [
    'complaint.register',
    'complaint.read',
    'complaint.oversee',
    'borrowing.ask',
    'borrowing.read',
    'borrowing.lend',
    'client.read',
    'client.register',
    'client.correct',
    'project.register',
    'project.correct',
    'dossier.read',
    'dossier.compile',
    'attachment.add',
    'attachment.remove',
    'dossier.note',
    'checklist.read',
    'checklist.edit',
    'handover.give',
    'handover.check',
    'handover.accept',
    'staffHandover.prepare',
    'ledger.read',
    'ledger.place',
    'ledger.share',
    'ledger.import',
    'class.manage',
    'place.manage',
    'dossier.describe',
    'disposal.prepare',
    'title.read',
    'title.keep',
    'title.count',
    'safe.manage',
    'print.form',
    'calendar.manage',
    'backup.make',
  ],
  titleCustodian: [
    'complaint.register',
    'complaint.read',
    'borrowing.ask',
    'borrowing.read',
    'dossier.read',
    'attachment.add',
    'attachment.remove',
    'ledger.read',
    'title.read',
    'title.keep',
    'title.count',
    'safe.manage',
    'print.form',
  ],
  projectManager: [
    'complaint.register',
    'complaint.read',
    'complaint.oversee',
    'borrowing.ask',
    'client.read',
    'client.register',
    'client.correct',
    'project.register',
    'project.correct',
    'dossier.read',
    'dossier.compile',
    'attachment.add',
    'attachment.remove',
    'dossier.note',
    'checklist.read',
    'handover.give',
    'handover.check',
    'ledger.read',
    'title.read',
    'title.give',
    'print.form',
  ],
  departmentHead: [
    'complaint.register',
    'complaint.read',
    'attachment.add',
    'complaint.oversee',
    'borrowing.ask',
    'client.read',
    'client.correct',
    'dossier.read',
    'staffHandover.prepare',
    'ledger.read',
    'title.read',
    'title.count',
    'print.form',
  ],
  qualityManager: [
    'borrowing.ask',
    'complaint.register',
    'complaint.read',
    'complaint.oversee',
    'dossier.read',
    'dossier.compile',
    'handover.give',
    'attachment.add',
    'print.form',
  ],
  customerRelationsManager: [
    'borrowing.ask',
    'client.read',
    'client.register',
    'client.correct',
    'complaint.register',
    'complaint.read',
    'complaint.oversee',
    'dossier.read',
    'dossier.compile',
    'handover.give',
    'attachment.add',
    'print.form',
  ],
  hrManager: [
    'borrowing.ask',
    'staffHandover.prepare',
    'complaint.register',
    'complaint.read',
    'complaint.oversee',
    'dossier.read',
    'dossier.compile',
    'handover.give',
    'attachment.add',
    'print.form',
  ],
  systemAdmin: [
    'complaint.manage',
    'borrowing.ask',
    'people.manage',
    'staffHandover.prepare',
    'permission.manage',
    'company.manage',
    'calendar.manage',
    'audit.read',
    'backup.make',
  ],
  employee: ['borrowing.ask', 'complaint.register', 'complaint.read', 'attachment.add'],
};

const FREE_FAILURES = 4;
const LONGEST_WAIT_S = 15 * 60;

/** Seconds to wait after that many failures in a row: 1, 2, 4 … from the fifth on, at most 15 minutes. */
export const waitAfter = (failures: number): number =>
  failures <= FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES - 1), LONGEST_WAIT_S);

/** Seconds still to wait; a clock set back cannot make it longer than the whole wait. */
export function remainingWait(failures: number, lastAt: string, now: string): number {
  const wait = waitAfter(failures);
  const passed = (Date.parse(now) - Date.parse(lastAt)) / 1000;
  return passed < 0 ? wait : Math.max(0, Math.ceil(wait - passed));
}

const COMMON = new Set(
  `password passw0rd password1 p@ssw0rd qwerty123 qwertyuiop 1qaz2wsx 1q2w3e4r 1q2w3e4r5t admin123 administrator
   abc12345 abcd1234 a1234567 a12345678 aa123456 aa12345678 abc123456 asdfghjkl zxcvbnm123 iloveyou woaini1314 woaini520
   5201314520 12345678910 87654321 88888888 66668888 11223344 13145200 123123123 147258369 123654789 789456123 qazwsxedc
   welcome1 letmein1 dangan123 danganguanli`.split(/\s+/),
);

const isRun = (text: string) =>
  [...text].every(
    (c, i) => i === 0 || c.charCodeAt(0) - text.charCodeAt(i - 1) === text.charCodeAt(1) - text.charCodeAt(0),
  ) && Math.abs(text.charCodeAt(1) - text.charCodeAt(0)) <= 1;

/** Refuses passwords under eight characters, common ones, runs (12345678, 88888888) and the login name itself. */
export function demandGoodPassword(password: string, login: string): void {
  if ([...password].length < 8) throw new AppError('invalid', 'passwordTooShort');
  const lower = password.toLowerCase();
  if (COMMON.has(lower) || isRun(lower) || lower === login.toLowerCase())
    throw new AppError('invalid', 'passwordTooCommon');
}

/** A PIN is six to twelve digits (the contract checks that) and no run. */
export function demandGoodPin(pin: string): void {
  if (isRun(pin)) throw new AppError('invalid', 'pinTooSimple');
}

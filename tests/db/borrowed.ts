import { CHAIRMAN, SECOND_ARCHIVIST } from '../api/disposing';
import { LOGINS, type Office, PIN, signIn } from '../api/office';
import { MANAGER } from '../api/title-office';

/**
 * A row in every table of borrowing: the manager reads a dossier in the archive, is sent a note, asks for more time, brings it
 * back short, and the chairman gives up what is missing. Somebody waits for it meanwhile.
 */
export async function borrowAndLose(office: Office, waits: number): Promise<void> {
  await signIn(office, MANAGER);
  const things = [{ kind: 'dossier' as const, id: 1 }];
  const { id } = await office.call('borrowing.submit', { things, purpose: '检查', way: 'readHere' });
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.lend', { id, signatures: { archivist: PIN, borrower: PIN } });
  await office.call('borrowing.queue', { kind: 'dossier', id: 1 });
  const { borrowerId, lines } = await office.call('borrowing.show', { id });
  const [note] = await office.call('borrowingBook.recall', { borrowerIds: [borrowerId] });
  const [made] = await office.call('borrowingBook.recalls', {});
  await office.call('borrowingBook.noteReceipt', { id: note?.id ?? 0, signedOn: made?.madeOn ?? '' });
  await signIn(office, MANAGER);
  await office.call('borrowing.renew', { id, newDueOn: '2026-09-20', reason: '没看完' });
  const staff = await office.call('people.staff', {});
  const confirmerId = staff.find(({ login }) => login === SECOND_ARCHIVIST)?.id ?? waits;
  await signIn(office, LOGINS.archivist);
  const [line] = lines;
  const short = { found: (line?.quantity ?? 1) - 1, missing: '一页', responsibleId: borrowerId, dueOn: '2026-12-31' };
  await office.call('borrowing.giveBack', {
    ...{ id, confirmerId, lines: [{ lineId: line?.id ?? 0, ...short }] },
    signatures: { archivist: PIN, confirmer: PIN },
  });
  await signIn(office, CHAIRMAN);
  await office.call('borrowing.settle', { lineId: line?.id ?? 0, reason: '查无下落', signature: PIN });
}

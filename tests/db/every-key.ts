import { foundCompany, LOGINS, type Office, PIN, signIn } from '../api/office';

/** Backups are encrypted and no longer, one key is thrown away, and the program is closed with much that no backup holds. */
export async function encryptAndQuit(office: Office): Promise<void> {
  await foundCompany(office);
  await signIn(office, LOGINS.admin);
  await office.call('backup.makeKey', {});
  await office.call('backup.dropKey', {});
  const subject = { form: 'backup-key' as const, ...(await office.call('backup.makeKey', {})) };
  await office.call('print.keyToPrinter', subject);
  const form = await office.call('print.keyForm', subject);
  if (form.form !== 'backup-key') throw new Error('another form');
  await office.call('backup.encrypt', { key: form.key.privateKey, signature: PIN });
  await office.call('backup.stopEncrypting', { signature: PIN });
  await office.call('backup.quitWithout', {});
}

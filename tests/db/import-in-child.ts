import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { guessedPlan } from '../api/imports';
import { LOGINS, openOffice, signIn } from '../api/office';

/** Begins to write the ledger that lies in the folder, and says so half-way; whoever hears it may kill this process. */
export async function writeImport({ dataDir }: { dataDir: string }, say: (text: string) => void): Promise<void> {
  const office = openOffice(undefined, undefined, dataDir);
  await signIn(office, LOGINS.archivist);
  office.chosenFiles = [join(dataDir, 'ledger.xlsx')];
  await office.call('import.read', {});
  const plan = await guessedPlan(office);
  void office.reply('import.write', { plan });
  for (;;) {
    await setImmediate();
    const progress = await office.call('import.progress', {});
    if (progress?.doing === 'writing' && progress.share > 0.5) break;
  }
  say('half-way');
  await new Promise(() => setInterval(() => undefined, 1_000));
}

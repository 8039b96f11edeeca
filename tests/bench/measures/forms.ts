import { LOGINS, openOffice, registerProject, signIn } from '../../api/office';
import { SEED_NOW } from '../seed/seed';
import { chanceFrom, papersOf } from '../seed/words';

/** Opens two dossiers whose lists are to be printed, one of so many lines each; answers their ids. */
export async function openDossiers({ dataDir, lines }: { dataDir: string; lines: number[] }): Promise<number[]> {
  const office = openOffice(SEED_NOW, undefined, dataDir);
  try {
    await signIn(office, LOGINS.admin);
    const staff = await office.call('people.staff', {});
    const idOf = (login: string) => staff.find((person) => person.login === login)?.id ?? 0;
    const people = {
      admin: idOf(LOGINS.admin),
      a: idOf(LOGINS.a),
      b: idOf(LOGINS.b),
      archivist: idOf(LOGINS.archivist),
    };
    await signIn(office, LOGINS.a);
    const ids: number[] = [];
    for (const count of lines) {
      const { projectId } = await registerProject(office, people, 90_000 + count, '2026-11-20');
      const { id } = await office.call('dossier.open', { projectId, title: `${count} 行的目录`, year: 2026 });
      const chance = chanceFrom(count);
      const papers = Array.from({ length: Math.ceil(count / 38) }, (_, i) =>
        papersOf(chance, '青禾建材商贸有限公司', 2026, i).filter((paper) => paper.part !== 'annex'),
      ).flat();
      const items = papers.slice(0, count).map((paper) => ({ ...paper, datedOn: '2026-11-20', pages: 3 }));
      await office.call('dossier.compile', { id, revision: 0, items });
      ids.push(id);
    }
    return ids;
  } finally {
    office.close();
  }
}

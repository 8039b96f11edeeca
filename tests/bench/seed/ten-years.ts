import { addDays, type Day } from '../../../shared/calendar/working-days';
import { LOGINS, type Office, registerProject, signIn } from '../../api/office';
import { act, bringTitles, CUSTODIAN, engageKeepers, registerSafe, type TitlePeople } from '../../api/title-office';
import { type Beside, seedLedger } from './seed';
import { PAPERS_PER_DOSSIER } from './words';

/** A movement of a title for ten items. */
const MOVEMENTS_PER_DOSSIER = PAPERS_PER_DOSSIER / 10;
const DOSSIERS_PER_VISIT = 25;
const TITLES_PER_LIST = 10;
const PIECES_PER_SLIP = 15;
const DAYS_AWAY = 30;

/** Ten years of the office: so many items, and beside them titles that come, go to the registry and come back, by its own commands. */
export async function seedTenYears(
  { dataDir, tenYears }: { dataDir: string; tenYears: number },
  say: (text: string) => void,
): Promise<void> {
  await seedLedger({ dataDir, items: tenYears }, say, new Titles());
}

class Titles implements Beside {
  private office: Office | undefined;
  private people: TitlePeople | undefined;
  private compartments: number[] = [];
  private inside: number[] = [];
  private away: number[] = [];
  private lists = 0;
  private movements = 0;

  async begin(office: Office, founders: Parameters<Beside['begin']>[1]): Promise<void> {
    await signIn(office, LOGINS.admin);
    this.people = await engageKeepers(office, founders);
    this.office = office;
    ({ compartments: this.compartments } = await registerSafe(office, this.people));
  }

  async after(dossiers: number, { at, today }: { at: string; today: Day }): Promise<void> {
    if (dossiers % DOSSIERS_PER_VISIT > 1 || !this.office || !this.people) return;
    this.office.at(at);
    const wanted = dossiers * MOVEMENTS_PER_DOSSIER;
    await this.bring(this.office, this.people, today);
    while (this.movements < wanted) await this.move(this.office, this.people, today);
  }

  private async bring(office: Office, people: TitlePeople, today: Day): Promise<void> {
    this.lists += 1;
    await signIn(office, LOGINS.archivist);
    const { projectId } = await registerProject(office, people, this.lists, today);
    const lines = Array.from({ length: TITLES_PER_LIST }, (_, i) => ({
      ...{
        kind: 'clientOwnership' as const,
        name: '不动产权证书',
        owner: '林远山',
        quantity: 1,
        storage: 'paper' as const,
        issuedBy: '',
        remarks: '',
      },
      certificateNo: `粤（${today.slice(0, 4)}）深圳市不动产权第${this.lists * TITLES_PER_LIST + i}号`,
    }));
    this.inside.push(...(await bringTitles(office, people, projectId, this.compartment(), lines, today)));
    this.movements += TITLES_PER_LIST;
  }

  /** To the registry, and back when much is there. */
  private async move(office: Office, people: TitlePeople, today: Day): Promise<void> {
    await signIn(office, CUSTODIAN);
    const isGoing = this.inside.length >= this.away.length;
    const [from, to] = isGoing ? [this.inside, this.away] : [this.away, this.inside];
    const going = from.splice(0, PIECES_PER_SLIP);
    to.push(...going);
    this.movements += going.length;
    const compartmentId = this.compartment();
    if (isGoing) {
      const errand = { party: '登记中心', dueOn: addDays(today, DAYS_AWAY) };
      const pieces = going.map((titleId) => ({ titleId }));
      await office.call('titleMove.sendToRegistry', { ...act(people), ...errand, pieces });
    } else {
      const pieces = going.map((titleId) => ({ titleId, compartmentId }));
      await office.call('titleMove.takeBack', { ...act(people), pieces });
    }
  }

  private compartment(): number {
    return this.compartments[this.lists % this.compartments.length] ?? 0;
  }
}

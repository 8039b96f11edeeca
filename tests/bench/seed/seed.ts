import { createClientRepo } from '../../../electron/features/client/client.repo';
import type { WrittenItem } from '../../../electron/features/dossier/dossier.repo';
import { createDossierRepo } from '../../../electron/features/dossier/dossier.repo';
import { createHandoverRepo } from '../../../electron/features/handover/handover.repo';
import { contentHash, snapshot, writeHandoverNo } from '../../../electron/features/handover/handover.rules';
import { createPlaceRepo } from '../../../electron/features/place/place.repo';
import { createProjectRepo } from '../../../electron/features/project/project.repo';
import { createNumberRepo } from '../../../electron/features/record-class/number.repo';

import type { SignedInContext } from '../../../electron/ipc/context';
import { client as clientContract } from '../../../shared/api/client.contract';
import { addDays, type Day } from '../../../shared/calendar/working-days';
import { total } from '../../../shared/dossier/pagination';
import { writeNumber } from '../../../shared/records/number-pattern';
import { foundCompany, LOGINS, type Office, openOffice, PASSWORD, type People, PIN, signIn } from '../../api/office';
import { type Chance, chanceFrom, clientName, PAPERS_PER_DOSSIER, papersOf, personName, purpose } from './words';

/** The day on which the seeded office is looked at. */
export const SEED_NOW = '2026-11-23T09:00:00+08:00';
const FIRST_DAY: Day = '2016-01-04';
const OFFICE_DAYS = 3_970;
/** So many of the newest dossiers are still on their way: with A, with B, with the archivist. */
const UNDERWAY = 300;
const DOSSIERS_PER_EVENT = 2;
/** Small events between them, so that the audit log is long as well as heavy. */
const SMALL_EVENTS_PER_DOSSIER = 4;

/** As a new company has them. */
const CLASSES = { loan: { id: 1, word: '借', name: '借款' }, guarantee: { id: 2, word: '保', name: '担保' } } as const;

type Stage = 'withA' | 'givenToB' | 'withB' | 'givenToArchive' | 'received';

export interface Seeding {
  dataDir: string;
  items: number;
}

/** What else is going on in the office while its ledger grows, each time after so many dossiers. */
export interface Beside {
  begin(office: Office, people: People): Promise<void>;
  after(dossiers: number, now: { at: string; today: Day }): Promise<void>;
}

/** Fills a new folder with a ledger of so many items; through the program's own tables, journal and search rows. */
export async function seedLedger({ dataDir, items }: Seeding, say: (text: string) => void, beside?: Beside) {
  const office = openOffice(`${FIRST_DAY}T09:00:00+08:00`, undefined, dataDir);
  try {
    // Only while the cached ledger is made: a crash here means making it again.
    office.ledger.db.pragma('synchronous = OFF');
    office.ledger.db.pragma('cache_size = -400000');
    const managers = await engageManagers(office);
    await beside?.begin(office, managers.founders);
    await new Seeder(office, managers, chanceFrom(20261123)).fill(Math.ceil(items / PAPERS_PER_DOSSIER), say, beside);
  } finally {
    office.close();
  }
}

interface Managers {
  founders: People;
  archivist: number;
  managers: number[];
}

async function engageManagers(office: Office): Promise<Managers> {
  const people = await foundCompany(office);
  const chance = chanceFrom(7);
  const managers = [people.a, people.b];
  for (let i = 0; i < 30; i += 1) {
    const fields = {
      name: personName(chance),
      departmentId: 1,
      login: `manager${i}`,
      positions: ['projectManager' as const],
    };
    managers.push((await office.call('people.engage', { ...fields, password: PASSWORD, pin: PIN })).id);
  }
  await signIn(office, LOGINS.archivist);
  return { founders: people, archivist: people.archivist, managers };
}

class Seeder {
  private readonly clients;
  private readonly projects;
  private readonly dossiers;
  private readonly handovers;
  private readonly numbers;
  private readonly places;
  private readonly clientNames = new Map<number, string>();
  private given = 0;
  private today: Day = FIRST_DAY;
  private moments = 0;
  private handoversOfYear = new Map<string, number>();

  constructor(
    private readonly office: Office,
    private readonly people: Managers,
    private readonly chance: Chance,
  ) {
    const { db } = office.ledger;
    this.clients = createClientRepo(db);
    this.projects = createProjectRepo(db);
    this.dossiers = createDossierRepo(db);
    this.handovers = createHandoverRepo(db);
    this.numbers = createNumberRepo(db);
    this.places = createPlaceRepo(db);
  }

  async fill(dossiers: number, say: (text: string) => void, beside?: Beside): Promise<void> {
    const { commit } = this.office.app.journal;
    for (let from = 0; from < dossiers; from += DOSSIERS_PER_EVENT) {
      const to = Math.min(dossiers, from + DOSSIERS_PER_EVENT);
      commit(this.context(), 'bench.seed', { from, to }, () => {
        for (let i = from; i < to; i += 1) this.file(i, dossiers);
      });
      this.printSome(to);
      await beside?.after(to, this.context());
      if (to % 2_500 === 0) say(`${to} of ${dossiers} dossiers`);
    }
  }

  /** Events that change no row. */
  private printSome(opened: number): void {
    for (let i = 0; i < SMALL_EVENTS_PER_DOSSIER * DOSSIERS_PER_EVENT; i += 1) {
      const form = { form: 'volume-list', id: 1 + this.chance.below(opened) };
      this.office.app.journal.commit(this.context(), 'print.savePdf', form, () => undefined);
    }
  }

  private file(i: number, dossiers: number): void {
    const { chance } = this;
    const disbursedOn = addDays(FIRST_DAY, Math.floor((i * OFFICE_DAYS) / dossiers));
    this.today = disbursedOn;
    const year = Number(disbursedOn.slice(0, 4));
    const clientId = this.client(i);
    const client = this.clientNames.get(clientId) ?? '';
    const a = chance.below(this.people.managers.length);
    const b = (a + 1 + chance.below(this.people.managers.length - 1)) % this.people.managers.length;
    const [aManagerId, bManagerId] = [this.people.managers[a] ?? 0, this.people.managers[b] ?? 0];
    const name = `${purpose(chance)} ${(1 + chance.below(99)) * 10} 万元`;
    const businessType = chance.below(4) === 0 ? 'guarantee' : 'loan';
    const contractNo = `鸿${businessType === 'loan' ? '借' : '保'}〔${year}〕${String(i + 1).padStart(5, '0')}号`;
    const fields = {
      clientId,
      name,
      businessType,
      contractNo,
      amountFen: 100_000_000,
      guarantors: personName(chance),
    } as const;
    const projectId = this.projects.add({ ...fields, aManagerId, bManagerId, disbursedOn });
    const dueOn = addDays(disbursedOn, 3);
    const id = this.dossiers.add({
      projectId,
      title: `${client}${name}`,
      classId: CLASSES[businessType].id,
      year,
      retentionId: 2,
      secrecy: 'ordinary',
      openedOn: disbursedOn,
      dueOn,
    });
    this.list(id, client, disbursedOn, year, i);
    const rest = dossiers - i;
    const stage: Stage =
      rest > UNDERWAY ? 'received' : ((['withA', 'givenToB', 'withB', 'givenToArchive'] as const)[i % 4] ?? 'withA');
    this.bring(id, stage, { a: aManagerId, b: bManagerId, on: dueOn, businessType });
  }

  /** A client comes back about three times. */
  private client(i: number): number {
    if (i > 0 && this.chance.below(3) > 0) return 1 + this.chance.below(this.clientNames.size);
    const name = clientName(this.chance);
    const fields = {
      kind: 'enterprise',
      name,
      legalRepresentative: personName(this.chance),
    } as const;
    const code = `9144030${String(i).padStart(10, '0')}K`;
    const phone = `1${String(this.chance.below(10_000_000_000)).padStart(10, '3')}`;
    const id = this.clients.add(
      clientContract.register.input.parse({ ...fields, code, phone }),
      this.chance.one(this.people.managers as [number]),
    );
    this.clientNames.set(id, name);
    return id;
  }

  private list(id: number, client: string, on: Day, year: number, n: number): void {
    const ordinals = new Map<string, number>();
    const items = papersOf(this.chance, client, year, n + 1).map((paper): WrittenItem => {
      const ordinal = (ordinals.get(paper.part) ?? 0) + 1;
      ordinals.set(paper.part, ordinal);
      const originality = paper.part === 'clientPapers' ? 'copy' : 'original';
      const pages = 1 + this.chance.below(14);
      return {
        ...paper,
        ordinal,
        datedOn: on,
        originality,
        copies: 1,
        pages,
        signatureComplete: 1,
        remarks: '',
        volume: 1,
      };
    });
    for (const item of items) this.dossiers.addItem(id, item);
    const sums = total(items);
    this.dossiers.countAnew(id, { volumes: 1, items: sums.items, pages: sums.pages });
  }

  /** The papers' way as far as `stage`. Received dossiers have their handovers and signatures, but not the signed lists' rows. */
  private bring(
    id: number,
    stage: Stage,
    its: { a: number; b: number; on: Day; businessType: 'loan' | 'guarantee' },
  ): void {
    if (stage === 'withA') return;
    const toB = this.give(id, 'aToB', its.a, its.on, stage === 'givenToB');
    this.dossiers.pass(id, 'underReview', 'a', addDays(its.on, 2));
    if (stage === 'givenToB') return;
    this.signChecked(toB, its.b, 'receiver');
    this.handovers.close(toB, 'accepted', its.b, addDays(its.on, 1));
    this.dossiers.pass(id, 'underReview', 'b', addDays(its.on, 2));
    if (stage === 'withB') return;
    const toArchive = this.give(id, 'bToArchive', its.b, addDays(its.on, 2), stage === 'givenToArchive');
    if (stage === 'received') this.receive(id, toArchive, its);
  }

  private give(dossierId: number, kind: 'aToB' | 'bToArchive', giverId: number, on: Day, withItems: boolean): number {
    const year = on.slice(0, 4);
    const n = (this.handoversOfYear.get(year) ?? 0) + 1;
    this.handoversOfYear.set(year, n);
    const no = writeHandoverNo(year, n);
    const id = this.handovers.add({ no, kind, dossierId, giverId, dueOn: on, givenOn: on });
    const items = withItems ? snapshot(this.dossiers.items(dossierId)) : [];
    for (const [i, item] of items.entries()) this.handovers.addItem(id, i + 1, item);
    this.handovers.sign(id, giverId, 'giver', this.context().at, contentHash({ no, kind, dossierId, items }));
    return id;
  }

  private signChecked(handoverId: number, staffId: number, role: 'receiver' | 'a' | 'b' | 'archivist'): void {
    const its = this.handovers.byId(handoverId);
    if (!its) throw new Error(`no handover ${handoverId}`);
    const hash = contentHash({ ...its, reason: undefined, items: this.handovers.items(handoverId) });
    this.handovers.sign(handoverId, staffId, role, this.context().at, hash);
  }

  private receive(
    id: number,
    handoverId: number,
    its: { a: number; b: number; on: Day; businessType: 'loan' | 'guarantee' },
  ): void {
    const on = addDays(its.on, 3);
    const { archivist } = this.people;
    for (const [role, staffId] of [
      ['a', its.a],
      ['b', its.b],
      ['archivist', archivist],
    ] as const)
      this.signChecked(handoverId, staffId, role);
    this.handovers.close(handoverId, 'accepted', archivist, on);
    const { id: classId, word, name } = CLASSES[its.businessType];
    const seq = this.numbers.lastSeq(classId, 0) + 1;
    const text = writeNumber({ pattern: '{short}{type}字第{seq:3}号', shortName: '鸿', word, name, year: 0, seq });
    this.numbers.give({ classId, year: 0, seq, text }, id);
    this.given += 1;
    const place = {
      room: '一室',
      cabinet: `${1 + Math.floor(this.given / 600)}柜`,
      shelf: `${1 + (Math.floor(this.given / 100) % 6)}层`,
      box: `${1 + (Math.floor(this.given / 10) % 10)}盒`,
    };
    this.dossiers.receive(id, text, on, this.places.box(place));
    const contracts = this.dossiers
      .items(id)
      .filter((item) => item.part === 'contracts' && item.title.includes('合同'));
    for (const [i, item] of contracts.entries()) this.dossiers.setContractCode(item.id, `${text}-合${i + 1}`);
  }

  /** The next moment of the office's years. */
  private context(): SignedInContext {
    this.moments += 1;
    const at = new Date(Date.parse(`${this.today}T09:00:00+08:00`) + (this.moments % 20_000_000)).toISOString();
    const actor = {
      staffId: this.people.archivist,
      name: '沈砚秋',
      positions: ['archivist' as const],
      session: 'bench',
    };
    return { at, today: this.today, windowId: 1, actor };
  }
}

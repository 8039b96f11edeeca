import { client as clientContract } from '../../shared/api/client.contract';
import type { company } from '../../shared/api/company.contract';
import type { OutputOf } from '../../shared/api/contract';
import type { Position } from '../../shared/api/people.contract';
import { addDays, type Day } from '../../shared/calendar/working-days';
import type { BorrowingService } from '../features/borrowing/borrowing.service';
import type { ClientService } from '../features/client/client.service';
import type { CompanyService } from '../features/company/company.service';
import type { DossierService } from '../features/dossier/dossier.service';
import type { HandoverService } from '../features/handover/handover.service';
import type { Credentials } from '../features/people/credentials';
import type { PeopleService } from '../features/people/people.service';
import type { PlaceService } from '../features/place/place.service';
import type { ProjectService } from '../features/project/project.service';
import type { NumberService } from '../features/record-class/number.service';
import type { RecordClassService } from '../features/record-class/record-class.service';
import { type Actor, type Context, dayOf, type SignedInContext } from '../ipc/context';
import type { ComplaintArea } from './complaint-area';
import { CLIENTS, DEMO_SECRET, DEPARTMENTS, PAPER, papersOf, STAFF } from './demonstration.data';
import { EMPTY_BOXES, RECORDS, SPOILT } from './demonstration.records';
import { DemonstrationBorrowing } from './demonstration-borrowing';
import { inOrder, type PlayedActs, playComplaints } from './demonstration-complaints';
import { DemonstrationTitles } from './demonstration-titles';
import type { createTitlesArea } from './titles-area';

interface Parts {
  company: CompanyService;
  people: PeopleService;
  client: ClientService;
  project: ProjectService;
  dossier: DossierService;
  handover: HandoverService;
  credentials: Credentials;
  titles: ReturnType<typeof createTitlesArea>;
  recordClass: Pick<RecordClassService, 'list' | 'expectedNumber'>;
  number: Pick<NumberService, 'declareVoid'>;
  place: Pick<PlaceService, 'addBoxes'>;
  borrowing: BorrowingService;
  complaint: ComplaintArea;
}

type Answer = OutputOf<typeof company.foundDemonstration>;
const MS_PER_MINUTE = 60_000;
/** The demonstration's first event lies that far back: other records first, then the loans, of which some are already on the shelf. */
const DAYS_BACK = 80;
const DAYS_BETWEEN_RECORDS = 2;

/** Founds the demonstration company: invented people and clients, everything done through the ordinary services. */
export function createDemonstration(parts: Parts): (ctx: Context) => Promise<Answer> {
  return async (ctx) => {
    const secrets = {
      passwordHash: await parts.credentials.hash(DEMO_SECRET),
      pinHash: await parts.credentials.hash('260302'),
    };
    new Demonstration(parts, ctx).play(secrets);
    return {
      logins: STAFF.map(({ login, name, positions }) => ({ login, name, position: positions[0] ?? 'employee' })),
      demoSecret: DEMO_SECRET,
    };
  };
}

/** Plays the weeks before today: its own clock moves forward with every act and ends before now. */
class Demonstration {
  private at: number;
  private readonly ids = new Map<string, number>();
  /** Dossiers of records by their titles. */
  private readonly records = new Map<string, number>();
  /** Projects by their contracts, as they were registered. */
  private readonly projects = new Map<string, Parameters<ProjectService['correct']>[0]>();

  constructor(
    private readonly parts: Parts,
    private readonly ctx: Context,
  ) {
    this.at = Date.parse(`${addDays(ctx.today, -DAYS_BACK)}T09:00:00+08:00`);
  }

  play(secrets: { passwordHash: string; pinHash: string }): void {
    this.engage(secrets);
    const titles = this.keepTitles();
    const acts = inOrder(this.keepBorrowing(), this.keepComplaints());
    titles.registerSafes();
    RECORDS.forEach((its, i) => {
      this.comeTo(addDays(this.ctx.today, -DAYS_BACK + 1 + i * DAYS_BETWEEN_RECORDS));
      this.keepRecord(its);
    });
    this.layOut();
    CLIENTS.forEach((its, i) => {
      this.playUntil(addDays(this.ctx.today, -its.disbursedDaysAgo - 2), titles, acts);
      this.registerClient(its, i, titles);
    });
    this.playUntil(addDays(this.ctx.today, 1), titles, acts);
  }

  /** What happens at the safes and beside the loans before that day, in its order. */
  private playUntil(day: Day, titles: DemonstrationTitles, acts: PlayedActs): void {
    for (let next = acts.next(); next && next < day; next = acts.next()) {
      titles.playUntil(next);
      acts.playNext();
    }
    titles.playUntil(day);
  }

  /** The played weeks, as they stand. */
  private played() {
    return {
      today: this.ctx.today,
      comeTo: (day: Day) => this.comeTo(day),
      as: (login: string) => this.as(login),
      signer: (login: string) => this.signer(login),
    };
  }

  private keepComplaints(): PlayedActs {
    return playComplaints(this.parts.complaint, {
      ...this.played(),
      departmentOf: (login) => this.parts.people.person(this.id(login))?.departmentId ?? 0,
    });
  }

  private keepBorrowing(): DemonstrationBorrowing {
    return new DemonstrationBorrowing(this.parts.borrowing, {
      ...this.played(),
      dossierOf: (title) => this.records.get(title) ?? 0,
      paperOf: (id, title) =>
        this.parts.dossier.show(id, this.as(ARCHIVIST)).items.find((its) => its.title === title)?.id ?? 0,
    });
  }

  private keepTitles(): DemonstrationTitles {
    return new DemonstrationTitles(this.parts.titles, this.parts.borrowing, {
      ...this.played(),
      settle: (contractNo, endedOn) => this.settle(contractNo, endedOn),
    });
  }

  private settle(contractNo: string, endedOn: Day): void {
    const { project } = this.parts;
    const its = CLIENTS.find((one) => one.contractNo === contractNo);
    const known = this.projects.get(contractNo);
    if (its && known) project.correct({ ...known, endedOn }, this.as(its.a));
  }

  private engage(secrets: { passwordHash: string; pinHash: string }): void {
    const { company, people } = this.parts;
    const [first, ...others] = STAFF;
    if (!first) return;
    const names = { name: '鸿远小额贷款有限公司', shortName: '鸿' };
    const administrator = { name: first.name, login: first.login, positions: [...first.positions], inChargeOf: [] };
    const founded = () => people.engageFirst(DEPARTMENTS[0] ?? '', administrator, secrets);
    this.ids.set(first.login, company.found(names, true, founded, this.context()));
    const departments = new Map<string, number>([[DEPARTMENTS[0] ?? '', 1]]);
    for (const name of DEPARTMENTS.slice(1)) departments.set(name, people.addDepartment(name, this.as(first.login)).id);
    for (const { department, name, login, positions } of others) {
      const who = {
        name,
        login,
        departmentId: departments.get(department) ?? 1,
        positions: [...positions],
        inChargeOf: [],
      };
      this.ids.set(login, people.engage(who, secrets, this.as(first.login)).id);
    }
  }

  /** A dossier without a project: its keeper gives it straight to the archive. */
  private keepRecord({ code, title, keeper, papers, place }: (typeof RECORDS)[number]): void {
    const { dossier, handover } = this.parts;
    const year = Number(dayOf(new Date(this.at)).slice(0, 4));
    const opened = { classId: this.classOf(code), title, year, secrecy: 'ordinary' } as const;
    const { id } = dossier.open(opened, this.as(keeper));
    this.records.set(title, id);
    const items = papers.map(([its, pages]) => ({ ...PAPER, title: its, pages, responsible: '综合管理部' }));
    dossier.compile({ id, revision: 0, items }, this.as(keeper));
    if (!place) return;
    const given = this.give(id, 'bToArchive', keeper);
    this.tick(given, ARCHIVIST);
    const two = { b: this.signer(keeper), archivist: this.signer(ARCHIVIST) };
    handover.acceptAtArchive(given, handover.contentNow(given), place, two, this.as(ARCHIVIST));
  }

  /** A number is spoilt, and boxes are put up for what will come. */
  private layOut(): void {
    const { number, place, recordClass } = this.parts;
    const classId = this.classOf(SPOILT.code);
    const ctx = this.as(ARCHIVIST);
    const text = recordClass.expectedNumber(classId, ctx.today);
    number.declareVoid({ classId, text, reason: SPOILT.reason }, this.signer(ARCHIVIST), ctx);
    for (const boxes of EMPTY_BOXES) place.addBoxes({ ...boxes }, this.as(ARCHIVIST));
  }

  private classOf(code: string): number {
    return this.parts.recordClass.list().find((its) => its.code === code)?.id ?? 0;
  }

  private registerClient(its: (typeof CLIENTS)[number], i: number, titles: DemonstrationTitles): void {
    const { client, project } = this.parts;
    const manager = its.a;
    this.comeTo(addDays(this.ctx.today, -its.disbursedDaysAgo - 2));
    const known = clientContract.register.input.parse({ ...its.client, kind: 'enterprise', phone: its.phone });
    const { id: clientId } = client.register(known, this.as(manager));
    const year = this.ctx.today.slice(0, 4);
    const disbursedOn = addDays(this.ctx.today, -its.disbursedDaysAgo);
    const fields = {
      clientId,
      name: its.project,
      businessType: its.type,
      contractNo: its.contractNo.replace('{year}', year),
      amountFen: its.amountYuan * 100,
      guarantors: its.guarantors,
      aManagerId: this.id(its.a),
      bManagerId: this.id(its.b),
      disbursedOn,
    };
    const { id } = project.register(fields, this.as(manager));
    this.projects.set(its.contractNo, { ...fields, id });
    titles.bring(its.contractNo, id, its.a, its.b, disbursedOn);
    if (its.goesTo !== 'nothing') this.file(id, its, i);
  }

  /** Lists the papers of a project and moves them as far as its line says. */
  private file(projectId: number, its: (typeof CLIENTS)[number], i: number): void {
    const { dossier } = this.parts;
    const year = Number(this.ctx.today.slice(0, 4));
    const opened = { projectId, title: its.project, year, secrecy: 'ordinary' } as const;
    const { id } = dossier.open(opened, this.as(its.a));
    const items = papersOf(its, i, this.ctx.today);
    dossier.compile({ id, revision: 0, items }, this.as(its.a));
    if (its.goesTo === 'list') return;
    this.comeTo(addDays(this.ctx.today, -its.disbursedDaysAgo + 1));
    const toB = this.give(id, 'aToB', its.a);
    if (its.goesTo === 'b') return;
    this.comeTo(addDays(this.ctx.today, -its.disbursedDaysAgo + 2));
    this.acceptAtB(toB, its.b);
    const toArchive = this.give(id, 'bToArchive', its.b);
    if (its.goesTo === 'archivist') return;
    this.acceptAtArchive(toArchive, its.a, its.b, i);
  }

  private give(dossierId: number, kind: 'aToB' | 'bToArchive', giver: string): number {
    const { dossier, handover } = this.parts;
    const { revision } = dossier.demand(dossierId);
    return handover.give({ dossierId, kind, revision }, this.signer(giver), this.as(giver)).id;
  }

  private tick(id: number, who: string): void {
    const { handover } = this.parts;
    const found = handover
      .show(id, this.as(who))
      .items.map((item) => ({ itemId: item.id, pagesFound: item.pages, remark: '' }));
    handover.check({ id, found }, this.as(who));
  }

  private acceptAtB(id: number, b: string): void {
    this.tick(id, b);
    const { handover } = this.parts;
    handover.acceptAtB(id, handover.contentNow(id), this.signer(b), this.as(b));
  }

  private acceptAtArchive(id: number, a: string, b: string, i: number): void {
    this.tick(id, ARCHIVIST);
    const place = { room: '一室', cabinet: '03柜', shelf: '2层', box: `0${1 + (i % 6)}盒` };
    const three = { a: this.signer(a), b: this.signer(b), archivist: this.signer(ARCHIVIST) };
    const { handover } = this.parts;
    handover.acceptAtArchive(id, handover.contentNow(id), place, three, this.as(ARCHIVIST));
  }

  private id(login: string): number {
    return this.ids.get(login) ?? 0;
  }

  private signer(login: string) {
    return { staffId: this.id(login), name: STAFF.find((who) => who.login === login)?.name ?? '' };
  }

  /** Goes on to the morning of a later day. */
  private comeTo(day: Day): void {
    this.at = Math.max(this.at, Date.parse(`${day}T09:00:00+08:00`));
  }

  /** The next moment of the played weeks; never later than now. */
  private context(): Context {
    this.at = Math.min(this.at + 10 * MS_PER_MINUTE, Date.parse(this.ctx.at));
    const now = new Date(this.at);
    return { at: now.toISOString(), today: dayOf(now), windowId: this.ctx.windowId, actor: undefined };
  }

  private as(login: string): SignedInContext {
    const positions = STAFF.find((who) => who.login === login)?.positions ?? ([] as readonly Position[]);
    const actor: Actor = { ...this.signer(login), positions, session: 'demonstration' };
    return { ...this.context(), actor };
  }
}

const ARCHIVIST = 'shenyanqiu';

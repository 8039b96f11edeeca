import type { Database } from 'better-sqlite3';
import { addDays } from '../../../shared/calendar/working-days';
import { foundCompany, LOGINS, type Office, openOffice, PASSWORD, PIN, signIn } from '../../api/office';
import { type Chance, chanceFrom, clientName, personName, purpose } from './words';

const FIRST_DAY = '2006-01-02';
const DAYS = 7_600;
const PER_COMMIT = 10_000;
/** Dossiers to a client, boxes to a thousand dossiers. */
const TO_A_CLIENT = 8;
const BOXES = 40;

/** A ledger of so many dossiers that hold no items: what matters to a list of dossiers is their number. One in three has a project. */
export async function seedDossiers(
  { dataDir, dossiers }: { dataDir: string; dossiers: number },
  say: (text: string) => void,
) {
  const office = openOffice('2006-01-02T09:00:00+08:00', undefined, dataDir);
  try {
    // Only while the cached ledger is made: a crash here means making it again.
    office.ledger.db.pragma('synchronous = OFF');
    office.ledger.db.pragma('cache_size = -400000');
    const managers = await engage(office);
    const write = writerOf(office.ledger.db, managers, dossiers);
    for (let from = 0; from < dossiers; from += PER_COMMIT) {
      const to = Math.min(dossiers, from + PER_COMMIT);
      const day = dayOf(from, dossiers);
      const ctx = { at: `${day}T01:00:00.000Z`, today: day, windowId: 1, actor: undefined };
      office.app.journal.commit(ctx, 'bench.seed', { from, to }, () => {
        for (let i = from; i < to; i += 1) write(i);
      });
      if (to % 100_000 === 0) say(`${to} of ${dossiers} dossiers`);
    }
  } finally {
    office.close();
  }
}

const dayOf = (i: number, dossiers: number) => addDays(FIRST_DAY, Math.floor((i * DAYS) / dossiers));

async function engage(office: Office): Promise<number[]> {
  const people = await foundCompany(office);
  const chance = chanceFrom(7);
  const managers = [people.a, people.b];
  const common = { departmentId: 1, positions: ['projectManager' as const], password: PASSWORD, pin: PIN };
  for (let i = 0; i < 30; i += 1)
    managers.push(
      (await office.call('people.engage', { ...common, name: personName(chance), login: `manager${i}` })).id,
    );
  await signIn(office, LOGINS.archivist);
  return managers;
}

function writerOf(db: Database, managers: readonly number[], dossiers: number): (i: number) => void {
  const chance = chanceFrom(20261123);
  const addClient = db.prepare("INSERT INTO client (kind, name, owner_id) VALUES ('enterprise', ?, ?)");
  const addPlace = db.prepare('INSERT INTO place (room, cabinet, shelf, box) VALUES (?, ?, ?, ?)');
  const addProject = db.prepare(
    `INSERT INTO project (client_id, name, business_type, contract_no, amount_fen, a_manager_id, b_manager_id, ended_on)
     VALUES (@client, @name, 'loan', @contractNo, 100, @a, @b, @ended)`,
  );
  const addDossier = db.prepare(
    `INSERT INTO dossier (project_id, client_id, keeper_id, class_id, title, year, retention_id, secrecy, state, holder, revision,
       volume_count, item_count, page_count, opened_on, due_on, archive_no, received_on, ended_on, keep_until, place_id, remarks, origin)
     VALUES (@project, @client, @keeper, @class, @title, @year, @retention, @secrecy, @state, @holder, 0,
       @volumes, @items, @pages, @opened, @due, @no, @received, @ended, @until, @place, @remarks, 'opened')`,
  );
  let [client, place] = [0, 0];
  return (i) => {
    if (i % TO_A_CLIENT === 0)
      client = Number(addClient.run(clientName(chance), chance.one(managers as [number])).lastInsertRowid);
    if (i % Math.ceil(1_000 / BOXES) === 0) {
      const box = Math.floor((i * BOXES) / 1_000);
      const names = [`${1 + (box % 9)}室`, `${1 + (box % 60)}柜`, `${1 + (box % 6)}层`, `${box}盒`];
      place = Number(addPlace.run(...names).lastInsertRowid);
    }
    const row = rowOf(i, dossiers, chance, managers);
    const project = i % 3 === 0 ? Number(addProject.run({ ...row.project, client }).lastInsertRowid) : null;
    const alone =
      project === null ? { client, keeper: managers[i % managers.length] ?? null } : { client: null, keeper: null };
    addDossier.run({ ...row.dossier, ...alone, project, place: row.received ? place : null });
  };
}

function rowOf(i: number, dossiers: number, chance: Chance, managers: readonly number[]) {
  const opened = dayOf(i, dossiers);
  const received = i < dossiers * 0.995;
  const years = [null, 30, 10][i % 3] ?? null;
  const ended = chance.below(4) === 0 ? null : addDays(opened, 200 + chance.below(700));
  const until =
    ended !== null && years !== null
      ? `${Number(ended.slice(0, 4)) + years}-${ended.slice(5)}`.replace('02-29', '02-28')
      : null;
  const a = chance.below(managers.length);
  const name = `${purpose(chance)} ${(1 + chance.below(99)) * 10} 万元`;
  const state = received ? (chance.below(60) === 0 ? 'lent' : 'received') : 'collecting';
  const dossier = {
    ...{
      class: 1 + (i % 10),
      title: `${personName(chance)}${name}`,
      year: Number(opened.slice(0, 4)),
      retention: 1 + (i % 3),
    },
    ...{ secrecy: ['ordinary', 'confidential', 'secret'][chance.below(3)], state, holder: received ? 'archive' : 'a' },
    ...{ volumes: 1 + chance.below(3), items: chance.below(60), pages: chance.below(600), opened, ended, until },
    ...{
      due: received ? null : addDays(opened, 3),
      no: received ? `鸿档字第${String(i + 1).padStart(7, '0')}号` : null,
    },
    ...{
      received: received ? addDays(opened, 4) : null,
      remarks: chance.below(20) === 0 ? `缺第${chance.below(90)}页` : '',
    },
  };
  const b = (a + 1) % managers.length;
  const project = { name, contractNo: `鸿借〔${dossier.year}〕${i}号`, a: managers[a], b: managers[b], ended };
  return { dossier, project, received };
}

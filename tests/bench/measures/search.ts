import type { Database } from 'better-sqlite3';
import { initials, matchQuery } from '../../../electron/search/tokenise';
import { LOGINS, type Office, openOffice, signIn } from '../../api/office';
import { SEED_NOW } from '../seed/seed';
import { QUESTION_KINDS, type Question, questionsFor } from './questions';
import { median, p95, timed } from './timing';

const ROUNDS = 5;
/** The program shows eight of each kind and asks for one more, to know whether there are more. */
const LIMIT = 9;

/** What each kind is found by: the same columns that its search rows are made from. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  dossier: ['archive_no', 'title'],
  dossier_item: ['title', 'document_no', 'responsible', 'contract_code'],
  handover: ['no'],
  client: ['name', 'code', 'legal_representative', 'phone'],
  project: ['name', 'contract_no', 'guarantors'],
  staff: ['name', 'login'],
};

interface Times {
  dispatch: number;
  bare: number;
  like: number;
}

type Asked = Question & Times;

/** Milliseconds. */
export interface SearchFigures {
  questions: number;
  p95: Times;
  perKind: Record<string, Times & { questions: number }>;
  slowest: Asked[];
  /** Questions whose answer was not right. */
  wrong: string[];
}

/** Asks every question through dispatch, as the bare FTS5 query of the same words, and as LIKE over the same columns. */
export async function measureSearch({ dataDir }: { dataDir: string }): Promise<SearchFigures> {
  const office = openOffice(SEED_NOW, undefined, dataDir);
  try {
    await signIn(office, LOGINS.archivist);
    const { db } = office.ledger;
    const questions = questionsFor(db);
    const dispatch = new Rounds(questions, (text) => office.call('search.find', { text }));
    const bare = new Rounds(questions, bareQuery(db));
    const like = new Rounds(questions, likeQuery(db));
    for (let i = 0; i < ROUNDS; i += 1) {
      // Whoever comes first brings the pages into the cache for the other.
      for (const side of i % 2 === 0 ? [dispatch, bare] : [bare, dispatch]) await side.run();
    }
    const wrong: string[] = [];
    for (const { text } of questions) if (!(await isRight(office, text))) wrong.push(text);
    await like.run();
    const asked = questions.map((question, q) => ({
      ...question,
      dispatch: dispatch.of(q),
      bare: bare.of(q),
      like: like.of(q),
    }));
    return figuresOf(asked, wrong);
  } finally {
    office.close();
  }
}

class Rounds {
  private readonly times: number[][] = [];

  constructor(
    private readonly questions: readonly Question[],
    private readonly ask: (text: string) => unknown,
  ) {}

  async run(): Promise<void> {
    const round: number[] = [];
    for (const { text } of this.questions) round.push(await timed(() => this.ask(text)));
    this.times.push(round);
  }

  of(question: number): number {
    return median(this.times.map((round) => round[question] ?? Number.NaN));
  }
}

function bareQuery(db: Database) {
  const statements = Object.keys(COLUMNS).map((table) =>
    db.prepare<[string]>(
      `SELECT rowid FROM search_${table} WHERE search_${table} MATCH ? ORDER BY rowid DESC LIMIT ${LIMIT}`,
    ),
  );
  return (text: string) => {
    const match = matchQuery(text);
    if (match !== undefined) for (const statement of statements) statement.all(match);
  };
}

function likeQuery(db: Database) {
  const statements = Object.entries(COLUMNS).map(([table, columns]) =>
    db.prepare<{ text: string }>(
      `SELECT id FROM ${table} WHERE ${columns.map((c) => `${c} LIKE @text`).join(' OR ')} ORDER BY id DESC LIMIT ${LIMIT}`,
    ),
  );
  return (text: string) => {
    for (const statement of statements) statement.all({ text: `%${text}%` });
  };
}

/** Every item shown holds what was typed, and none that LIKE finds is left out of the newest. */
async function isRight(office: Office, text: string): Promise<boolean> {
  const groups = await office.call('search.find', { text });
  const found = groups.find((group) => group.kind === 'dossierItem')?.hits.map((hit) => hit.id) ?? [];
  const { db } = office.ledger;
  const columns = COLUMNS.dossier_item ?? [];
  const row = db.prepare<[number], Record<string, string | null>>(
    `SELECT ${columns.join(', ')} FROM dossier_item WHERE id = ?`,
  );
  const holds = (id: number) => text.split(' ').every((word) => contains(Object.values(row.get(id) ?? {}), word));
  const like = db.prepare<{ text: string }, { id: number }>(
    `SELECT id FROM dossier_item WHERE ${columns.map((c) => `${c} LIKE @text`).join(' OR ')} ORDER BY id DESC LIMIT ${LIMIT - 1}`,
  );
  const shown = LIMIT - 1;
  const oldest = found.length < shown ? 0 : Math.min(...found);
  const expected = like.all({ text: `%${text}%` }).filter(({ id }) => id >= oldest);
  return found.every(holds) && expected.every(({ id }) => found.includes(id));
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** As a person reads it: the characters one after the other, whatever marks stand between them, or their initials. */
function contains(texts: readonly (string | null)[], word: string): boolean {
  return texts.some(
    (text) => text !== null && [text, initials(text)].some((form) => plain(form).includes(plain(word))),
  );
}

function figuresOf(asked: readonly Asked[], wrong: string[]): SearchFigures {
  const times = (some: readonly Asked[]): Times => ({
    dispatch: p95(some.map((one) => one.dispatch)),
    bare: p95(some.map((one) => one.bare)),
    like: p95(some.map((one) => one.like)),
  });
  const perKind = QUESTION_KINDS.map((kind) => {
    const some = asked.filter((one) => one.kind === kind);
    return [kind, { questions: some.length, ...times(some) }] as const;
  });
  return {
    questions: asked.length,
    p95: times(asked),
    perKind: Object.fromEntries(perKind),
    slowest: [...asked].sort((a, b) => b.dispatch - a.dispatch).slice(0, 15),
    wrong,
  };
}

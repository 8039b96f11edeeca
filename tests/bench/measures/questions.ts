import type { Database } from 'better-sqlite3';
import { initials } from '../../../electron/search/tokenise';
import { type Chance, chanceFrom } from '../seed/words';

export const QUESTION_KINDS = [
  'words',
  'numbers',
  'parts of numbers',
  'pinyin initials',
  'two words',
  'nothing',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  kind: QuestionKind;
  text: string;
}

const TYPED = [1, 2, 3, 4, 5, 6, 7, 8];
/** What everybody types and nearly everything contains. */
const COMMON = [
  '2026',
  '001',
  '合同',
  '公司',
  '号',
  '1',
  '02',
  'ht',
  'gs',
  'jk',
  '有限公司',
  '0000',
  '借字',
  'AJ-D-00',
];
const ABSENT = ['鲸', '鲸落', '没有这个', '9999999999', 'xqzw', '合同鲸', '号号号号'];

interface Texts {
  title: string;
  documentNo: string;
  client: string;
  archiveNo: string | null;
}

/** Fixed by the seed: words, numbers and initials taken from records of the ledger, as they are typed key by key. */
export function questionsFor(db: Database): Question[] {
  const chance = chanceFrom(41);
  const { last } = db.prepare<[], { last: number }>('SELECT max(id) AS last FROM dossier_item').get() ?? { last: 1 };
  const record = db.prepare<[number], Texts>(
    `SELECT i.title, i.document_no AS documentNo, c.name AS client, d.archive_no AS archiveNo FROM dossier_item i
     JOIN dossier d ON d.id = i.dossier_id JOIN project p ON p.id = d.project_id JOIN client c ON c.id = p.client_id
     WHERE i.id >= ? AND i.document_no <> '' LIMIT 1`,
  );
  const asked: Question[] = [
    ...COMMON.map((text) => ({ kind: kindOf(text), text })),
    ...ABSENT.map((text) => ({ kind: 'nothing' as const, text })),
  ];
  for (let i = 0; i < 12; i += 1) {
    const texts = record.get(1 + chance.below(last - 1_000));
    if (texts) asked.push(...typedFor(texts, chance));
  }
  const seen = new Set<string>();
  return asked.filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text));
}

const kindOf = (text: string): QuestionKind =>
  /^[\d-]+$/.test(text) ? 'parts of numbers' : /^[a-z]+$/.test(text) ? 'pinyin initials' : 'words';

function typedFor(texts: Texts, chance: Chance): Question[] {
  const title = [...texts.title];
  const from = chance.below(Math.max(1, title.length - 8));
  const spoken = initials(texts.client);
  const digits = texts.documentNo.replace(/\D/g, '');
  const at = chance.below(Math.max(1, digits.length - 3));
  const number = texts.archiveNo ?? texts.documentNo;
  return [
    ...TYPED.map((n) => ({ kind: 'words' as const, text: title.slice(from, from + n).join('') })),
    ...TYPED.slice(2).map((n) => ({ kind: 'words' as const, text: [...texts.client].slice(2, 2 + n).join('') })),
    ...TYPED.slice(3).map((n) => ({ kind: 'numbers' as const, text: [...number].slice(0, n).join('') })),
    ...[2, 3, 4, 6].map((n) => ({ kind: 'parts of numbers' as const, text: digits.slice(at, at + n) })),
    ...[1, 2, 3, 4, 6].map((n) => ({ kind: 'pinyin initials' as const, text: spoken.slice(0, n) })),
    { kind: 'two words', text: `${[...texts.client].slice(0, 4).join('')} ${title.slice(0, 2).join('')}` },
  ];
}

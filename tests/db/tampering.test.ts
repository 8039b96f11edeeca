import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hashEvent } from '../../electron/db/journal';
import { openLedger } from '../../electron/db/open';
import type { Office } from '../api/office';
import { keepBusyLedger } from './busy-ledger';
import {
  copyLedgerOf,
  cutTail,
  type LedgerCopy,
  programSays,
  quote,
  rechain,
  strangerSays,
  throwCopiesAway,
  VERIFIER,
  writeVerifier,
} from './ledger-copy';

let office: Office;
let anchor: string;
let acceptedAt: number;

beforeAll(async () => {
  ({ office, anchor, acceptedAt } = await keepBusyLedger());
});
afterEach(throwCopiesAway);
afterAll(() => office.close());

const fresh = () => copyLedgerOf(office.dataDir);

function tampered(sql: string | ((copy: LedgerCopy) => string)): LedgerCopy {
  const copy = fresh();
  const text = typeof sql === 'string' ? sql : sql(copy);
  copy.withoutTriggers(text);
  return copy;
}

/** The last event and its two last changes, merged into one that has the same lines to hash. */
function mergeLastChanges(copy: LedgerCopy): string {
  copy.withoutTriggers(cutTail(copy, acceptedAt));
  const [last, before] = copy.rows<{ id: number; table_name: string; row_id: number; before: string; after: string }>(
    'SELECT * FROM change ORDER BY id DESC LIMIT 2',
  );
  if (!last || !before) throw new Error('two changes expected');
  const tableName = `${before.table_name} ${before.row_id}\n${before.before}\n${before.after}\n${last.id} ${last.table_name}`;
  return `DELETE FROM change WHERE id = ${last.id};
    UPDATE change SET table_name = ${quote(tableName)}, row_id = ${last.row_id}, before = ${quote(last.before)},
      after = ${quote(last.after)} WHERE id = ${before.id};`;
}

const MIDDLE = "(SELECT max(event_seq) FROM change WHERE table_name = 'dossier_item' AND before IS NULL)";
const swap = (table: string, column: string, a: string, b: string) =>
  `UPDATE ${table} SET ${column} = -1 WHERE ${column} = ${a}; UPDATE ${table} SET ${column} = ${a} WHERE ${column} = ${b};
   UPDATE ${table} SET ${column} = ${b} WHERE ${column} = -1;`;

/** What a person with a database tool could try; each must be found without any paper. */
const FOUND_WITHOUT_ANCHOR: readonly (readonly [
  what: string,
  fault: string,
  sql: string | ((copy: LedgerCopy) => string),
])[] = [
  [
    'a value in `after`',
    'altered',
    `UPDATE change SET after = replace(after, '借款合同', '借款会同') WHERE after LIKE '%借款合同%'`,
  ],
  [
    'a value in `before`',
    'altered',
    `UPDATE change SET before = replace(before, 'collecting', 'received') WHERE table_name = 'dossier'`,
  ],
  ['the table of a change', 'altered', `UPDATE change SET table_name = 'client' WHERE id = 3`],
  [
    'the actor of an event',
    'altered',
    `UPDATE event SET actor_id = actor_id + 1 WHERE action = 'handover.acceptAtArchive'`,
  ],
  ['the time of an event', 'altered', `UPDATE event SET at = '2026-03-01T01:00:00.000Z' WHERE seq = 7`],
  ['the input of an event', 'altered', `UPDATE event SET input = '{}' WHERE action = 'handover.acceptAtArchive'`],
  ['the reason of an event', 'altered', `UPDATE event SET reason = '没有' WHERE reason IS NOT NULL`],
  ['the stored hash', 'altered', `UPDATE event SET hash = '${'a'.repeat(64)}' WHERE seq = 4`],
  ['the link to the event before', 'notChained', `UPDATE event SET prev = '${'a'.repeat(64)}' WHERE seq = 4`],
  [
    'a change taken out of the middle',
    'changeGap',
    `DELETE FROM change WHERE id = (SELECT min(id) + 1 FROM change WHERE event_seq = ${MIDDLE})`,
  ],
  [
    'a change taken out of the end of an event',
    'altered',
    `DELETE FROM change WHERE id = (SELECT max(id) FROM change WHERE event_seq = ${MIDDLE})`,
  ],
  ['an event taken out, its changes left', 'gap', `DELETE FROM event WHERE seq = ${MIDDLE}`],
  [
    'an event taken out with its changes',
    'gap',
    `DELETE FROM change WHERE event_seq = 9; DELETE FROM event WHERE seq = 9`,
  ],
  ['two events exchanged', 'notChained', swap('event', 'seq', '5', '6') + swap('change', 'event_seq', '5', '6')],
  ['two changes exchanged', 'altered', swap('change', 'id', '2', '3')],
  [
    'an event put in at the end',
    'altered',
    `INSERT INTO event SELECT seq + 1, at, actor_id, session, action, input, reason, hash, '${'b'.repeat(64)}' FROM event ORDER BY seq DESC LIMIT 1`,
  ],
  [
    'a change added without an event',
    'changeWithoutEvent',
    `INSERT INTO change SELECT id + 1, 999, table_name, row_id, before, after FROM change ORDER BY id DESC LIMIT 1`,
  ],
  ['a NULL written as the dash that is hashed for it', 'altered', `UPDATE change SET before = '-' WHERE id = 1`],
  [
    'the session of nobody written as the dash that is hashed for it',
    'altered',
    `UPDATE event SET session = '-' WHERE seq = (SELECT min(seq) FROM event WHERE session IS NULL)`,
  ],
  [
    'a row put in with the greatest id there is',
    'rowDiffers',
    `INSERT INTO department (id, name) VALUES (9223372036854775807, '影子部')`,
  ],
  ['a row put in below the least id', 'rowDiffers', `INSERT INTO department (id, name) VALUES (-5, '影子部')`],
  ['two changes merged with the same lines to hash', 'altered', mergeLastChanges],
  ['a row of the ledger written past the journal', 'rowDiffers', `UPDATE place SET box = '08盒'`],
  [
    'a signed item changed past the journal',
    'rowDiffers',
    `UPDATE handover_item SET pages_found = pages_found + 1 WHERE id = 5`,
  ],
  [
    'pieces of a movement changed past the journal',
    'rowDiffers',
    'UPDATE title_movement SET quantity = 9 WHERE id = 1',
  ],
  [
    'a movement led into another compartment',
    'rowDiffers',
    'UPDATE title_movement SET to_compartment_id = to_compartment_id + 1 WHERE id = 1',
  ],
  ['a movement removed past the journal', 'rowDiffers', 'DELETE FROM title_movement WHERE id = 2'],
  ['a row removed past the journal', 'rowDiffers', `DELETE FROM dossier_item WHERE id = 5`],
  ['a row added past the journal', 'rowDiffers', `INSERT INTO department (name) VALUES ('影子部')`],
  [
    'the end cut off, the tables left',
    'rowDiffers',
    `DELETE FROM change WHERE event_seq > 20; DELETE FROM event WHERE seq > 20`,
  ],
];

describe('docs/journal-format.md is enough for a stranger', () => {
  test('its worked example has the hash that it says', () => {
    const page = readFileSync(new URL('../../docs/journal-format.md', import.meta.url), 'utf8');
    const lines = page.split('ends a line):\n\n```\n')[1]?.split('\n```')[0]?.replaceAll('␊', '') ?? '';
    const [, prev, , at, , , action, input] = lines.split('\n');
    const changes = [0, 1].map((i) => {
      const [head, , after] = lines.split('\n').slice(9 + 3 * i);
      const [id, tableName, rowId] = head?.split(' ') ?? [];
      return { id: Number(id), tableName: tableName ?? '', rowId: Number(rowId), before: null, after: after ?? null };
    });
    const event = { seq: 1, prev: prev ?? '', at: at ?? '', action: action ?? '', input: input ?? '' };
    expect(page).toContain(hashEvent({ ...event, actorId: null, session: null, reason: null }, changes));
  });

  test('the verifier and the program agree on a good ledger', () => {
    const copy = fresh();
    const { signatures, ...verdict } = strangerSays(copy, [anchor]);
    expect(verdict).toMatchObject({ whole: true });
    expect(verdict).toEqual(programSays(copy));
    expect(signatures).toBe(74);
  });
});

describe('tampering with the file', () => {
  test.each(FOUND_WITHOUT_ANCHOR)('%s is found: %s', (_, fault, sql) => {
    const copy = tampered(sql);
    const verdict = programSays(copy);
    expect(verdict).toMatchObject({ whole: false, fault });
    expect(strangerSays(copy)).toEqual(verdict);
  });

  test('only paper finds an end that was cut off with all it wrote', () => {
    const copy = tampered((its) => cutTail(its, acceptedAt));
    const verdict = programSays(copy);
    expect(verdict).toMatchObject({ whole: true, seq: acceptedAt });
    expect(strangerSays(copy)).toMatchObject(verdict);
    expect(strangerSays(copy, [anchor])).toEqual({ whole: false, seq: acceptedAt + 1, fault: 'shorterThanPaper' });
  });

  test('only paper finds a chain that was computed anew after an edit', () => {
    const copy = fresh();
    copy.withoutTriggers(() => {
      copy.sql(`UPDATE place SET box = '08盒';
        UPDATE change SET after = replace(after, '07盒', '08盒')`);
      rechain(copy);
    });
    const verdict = programSays(copy);
    expect(verdict).toMatchObject({ whole: true });
    expect(strangerSays(copy)).toMatchObject(verdict);
    expect(strangerSays(copy, [anchor])).toMatchObject({ whole: false, fault: 'differsFromPaper' });
  });

  test('a signature tells of a list that was changed and chained anew', () => {
    const copy = fresh();
    copy.withoutTriggers(() => {
      copy.sql(`UPDATE handover_item SET pages = pages + 1, pages_found = pages + 1 WHERE id = 1;
        UPDATE change SET after = (SELECT json_object('check_remark', check_remark, 'copies', copies, 'dated_on', dated_on,
          'document_no', document_no, 'handover_id', handover_id, 'id', id, 'item_id', item_id, 'no', no, 'ordinal', ordinal,
          'originality', originality, 'page_from', page_from, 'page_to', page_to, 'pages', pages, 'pages_found', pages_found,
          'part', part, 'remarks', remarks, 'responsible', responsible, 'signature_complete', signature_complete,
          'title', title) FROM handover_item WHERE id = 1)
        WHERE id = (SELECT max(id) FROM change WHERE table_name = 'handover_item' AND row_id = 1)`);
      rechain(copy);
    });
    const verdict = programSays(copy);
    expect(verdict).toMatchObject({ whole: false, fault: 'signatureDiffers' });
    expect(strangerSays(copy)).toEqual(verdict);
  });
});

test.each([
  ['staff_handover_line', 'title', "title = '另一个客户'"],
  ['staff_handover_round', 'supervisor_name', "supervisor_name = '别人'"],
  ['leaving_exception', 'reason', "reason = '没有原因'"],
  ['archive_number', 'void_reason', "void_reason = '没有原因'"],
])('a changed %s, chained anew, is told by its signatures', (table, column, change) => {
  const copy = fresh();
  copy.withoutTriggers(() => {
    copy.sql(`UPDATE ${table} SET ${change} WHERE id = 1;
      UPDATE change SET after = json_set(after, '$.${column}', (SELECT ${column} FROM ${table} WHERE id = 1))
      WHERE id = (SELECT max(id) FROM change WHERE table_name = '${table}' AND row_id = 1)`);
    rechain(copy);
  });
  const verdict = programSays(copy);
  expect(verdict).toMatchObject({ whole: false, fault: 'signatureDiffers' });
  expect(strangerSays(copy)).toEqual(verdict);
});

/** Somebody who has the whole file to himself: the movement, what the journal says of it, and the chain over it. */
function moveAnew(copy: LedgerCopy, column: string, value: string): void {
  copy.withoutTriggers(() => {
    copy.sql(`UPDATE title_movement SET ${column} = ${value} WHERE id = 1;
      UPDATE change SET after = json_set(after, '$.${column}', ${value}) WHERE table_name = 'title_movement' AND row_id = 1`);
    rechain(copy);
  });
}

describe('a movement of a title, changed and chained anew', () => {
  test.each([
    ['quantity', '9'],
    ['to_compartment_id', '3'],
  ])('%s: the signatures of both tell, and so does a closing sheet', (column, value) => {
    const copy = fresh();
    moveAnew(copy, column, value);
    const verdict = programSays(copy);
    expect(verdict).toMatchObject({ whole: false, fault: 'signatureDiffers' });
    expect(strangerSays(copy)).toEqual(verdict);
  });

  test('somebody else named as the one who lent: only the closing sheet on paper tells', () => {
    const good = fresh();
    const [sheet] = good.rows<{ seq: number; code: string }>(
      "SELECT seq, substr(hash, 1, 16) AS code FROM event WHERE action = 'safe.closeDay'",
    );
    const copy = fresh();
    copy.withoutTriggers(() => {
      copy.sql(`UPDATE event SET actor_id = actor_id - 1 WHERE action = 'borrowing.lend'`);
      rechain(copy);
    });
    expect(programSays(copy)).toMatchObject({ whole: true });
    expect(strangerSays(good, [`${sheet?.seq}:${sheet?.code}`])).toMatchObject({ whole: true });
    expect(strangerSays(copy, [`${sheet?.seq}:${sheet?.code}`])).toMatchObject({ fault: 'differsFromPaper' });
  });
});

describe('a verifier without one of its checks lets something pass', () => {
  const source = readFileSync(VERIFIER, 'utf8');
  const faults = [...new Set(FOUND_WITHOUT_ANCHOR.map(([, fault]) => fault))];

  test.each(faults)('without %s', (fault) => {
    const lame = source.replace(new RegExp(`raise Fault\\((.*), "${fault}"\\)`), 'pass');
    expect(lame).not.toBe(source);
    const [, , sql] = FOUND_WITHOUT_ANCHOR.find(([, its]) => its === fault) ?? ['', '', ''];
    const copy = tampered(sql);
    expect(strangerSays(copy)).toMatchObject({ whole: false, fault });
    expect(strangerSays(copy, [], writeVerifier(copy, lame))).not.toMatchObject({ whole: false, fault });
  });
});

describe('a file whose schema was altered is not opened', () => {
  test.each([
    ['a journal trigger dropped', 'DROP TRIGGER journal_dossier_update'],
    ['a guard of the journal dropped', 'DROP TRIGGER event_no_update'],
    ['a trigger added', "CREATE TRIGGER x AFTER INSERT ON staff BEGIN SELECT 'x'; END"],
    ['a view added', 'CREATE VIEW x AS SELECT * FROM staff'],
    ['a table added', 'CREATE TABLE x (id INTEGER PRIMARY KEY)'],
    ['an index dropped', 'DROP INDEX change_event'],
    [
      'a CHECK loosened',
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 1 AND 15', 'BETWEEN 1 AND 99')",
    ],
  ])('%s', (_, sql) => {
    const copy = fresh();
    copy.sql(sql);
    expect(() => openLedger(copy.dir)).toThrow(/storage: schemaAltered/);
  });

  test('an untouched copy is opened', () => {
    openLedger(fresh().dir).close();
  });
});

import type { Office } from './office';

/** As they come from another ledger: some without a place, some long past their retention, with and without clients. */
export function bringInOthers(office: Office): void {
  const { db } = office.ledger;
  const add = db.prepare(
    `INSERT INTO dossier (client_id, keeper_id, class_id, title, year, retention_id, secrecy, state, holder, revision, volume_count,
       item_count, page_count, opened_on, archive_no, received_on, ended_on, keep_until, appraised_on, place_id, remarks, origin)
     VALUES (@client, @keeper, @class, @title, @year, @retention, @secrecy, @state, 'archive', 0, @volumes, @items, @pages,
       '2026-03-30', @no, @received, @ended, @until, @appraised, @place, @remarks, 'imported')`,
  );
  const ctx = { at: '2026-03-30T01:00:00.000Z', today: '2026-03-30', windowId: 1, actor: undefined };
  office.app.journal.commit(ctx, 'bench.event', {}, () => {
    const places = ['甲', '乙'].map((box) =>
      Number(
        db.prepare("INSERT INTO place (room, cabinet, shelf, box) VALUES ('二室', '01柜', '1层', ?)").run(box)
          .lastInsertRowid,
      ),
    );
    for (let i = 0; i < 60; i += 1)
      add.run({
        client: i % 3 === 0 ? null : 1 + (i % 4),
        keeper: i % 5 === 0 ? null : 1 + (i % 6),
        class: 1 + (i % 7),
        title: `旧案${['甲', '乙', '𠮷', 'Ａ', ''][i % 5]}`,
        year: 1990 + (i % 9),
        retention: 1 + (i % 3),
        secrecy: ['ordinary', 'confidential', 'secret'][i % 3],
        state: ['received', 'received', 'lent', 'transferred', 'destroyed'][i % 5],
        volumes: 1 + (i % 4),
        items: (i * 7) % 50,
        pages: (i * 31) % 400,
        no: `旧〔${1990 + (i % 9)}〕${String(i).padStart(2, '0')}`,
        received: `20${String(10 + (i % 15))}-0${1 + (i % 9)}-15`,
        ended: i % 4 === 0 ? null : `2009-0${1 + (i % 9)}-01`,
        until: i % 4 === 0 || i % 3 === 0 ? null : `20${i % 2 === 0 ? 19 : 39}-0${1 + (i % 9)}-01`,
        appraised: i % 7 === 0 ? '2020-05-05' : i % 7 === 1 ? '2018-01-01' : null,
        place: i % 6 === 0 ? null : (places[i % 2] ?? null),
        remarks: i % 4 === 1 ? `缺第${i}页，水渍` : '',
      });
  });
}

/** Has the words in it, wherever; capitals or not. */
export const contains = (text: string | undefined, words: string | undefined) =>
  words === undefined || (text?.toLowerCase().includes(words.toLowerCase()) ?? false);

/** Between two ends, both counted; what has none is in no span. */
export const isWithin = <T extends number | string>(value: T | undefined, from: T | undefined, to: T | undefined) =>
  (from === undefined && to === undefined) ||
  (value !== undefined && (from === undefined || value >= from) && (to === undefined || value <= to));

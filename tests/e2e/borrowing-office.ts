import { PIN } from './program';
import { SafeOffice } from './safe-office';

/** A company with a dossier of two papers on the shelf and a title in its safe; made by calls. */
export class BorrowingOffice extends SafeOffice {
  dossierId = 0;
  titleId = 0;

  async open(): Promise<void> {
    const projectId = await this.found();
    const { compartments } = await this.registerSafe('一号柜', 2, 3);
    const [titleId = 0] = await this.bring(projectId, compartments[0] ?? 0, ['粤（2026）深圳市不动产权第0031876号']);
    this.titleId = titleId;
    await this.signIn('guxingjian');
    const opened = { projectId, title: '流动资金贷款 180 万元', year: 2026 };
    const { id } = await this.call('dossier.open', opened);
    this.dossierId = id;
    const items = [
      { part: 'contracts', title: '借款合同', pages: 12 },
      { part: 'contracts', title: '保证合同', pages: 6 },
    ];
    await this.call('dossier.compile', { id, revision: 0, items });
    await this.shelve();
  }

  /** A to B to the archive, every page found, everybody signs. */
  private async shelve(): Promise<void> {
    const dossierId = this.dossierId;
    const list = await this.call('handover.give', { dossierId, kind: 'aToB', revision: 1, signature: PIN });
    await this.signIn('luoshuyi');
    await this.tick(list.id);
    await this.call('handover.acceptAtB', { id: list.id, signature: PIN });
    const next = await this.call('handover.give', { dossierId, kind: 'bToArchive', revision: 1, signature: PIN });
    await this.signIn('shenyanqiu');
    await this.tick(next.id);
    const place = { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' };
    await this.call('handover.acceptAtArchive', { id: next.id, place, signatures: { a: PIN, b: PIN, archivist: PIN } });
  }

  private async tick(id: number): Promise<void> {
    const { items } = await this.call<{ items: { id: number; pages: number }[] }>('handover.show', { id });
    await this.call('handover.check', { id, found: items.map((its) => ({ itemId: its.id, pagesFound: its.pages })) });
  }
}

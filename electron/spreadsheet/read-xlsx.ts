import { openArchive } from './archive';
import { createGatherer, type Merge, type Reading, refused, type SheetRead } from './reading';
import { createSheetListener } from './sheet';
import { readWorkbook } from './workbook';

/**
 * Reads every sheet of a workbook while it is unpacked: neither the file nor a sheet is ever in memory as a whole.
 * Rejected: read-excel-file (docs/decisions.md).
 */
export async function readXlsx(path: string, reading: Reading): Promise<SheetRead[]> {
  const archive = await openArchive(path);
  try {
    if (archive.has('xl/workbook.bin') || !archive.has('[Content_Types].xml')) throw refused('importNotXlsx');
    const workbook = await readWorkbook(archive, reading.signal);
    const gatherer = createGatherer(reading);
    const whole = workbook.sheets.reduce((sum, { part }) => sum + archive.size(part), 0);
    const read: SheetRead[] = [];
    let before = 0;
    for (const [index, { name, hidden, part }] of workbook.sheets.entries()) {
      const merges: Merge[] = [];
      const size = archive.size(part);
      let rows = 0;
      let shareOfSheet = 0;
      const listener = createSheetListener(workbook, merges, (row, cells) => {
        rows += 1;
        gatherer.add(index, row, cells, (before + size * shareOfSheet) / whole, shareOfSheet, rows);
      });
      await archive.readXml(part, listener, reading.signal, (share) => {
        shareOfSheet = share;
      });
      before += size;
      read.push({ name, hidden, rows, merges });
    }
    gatherer.end();
    return read;
  } finally {
    archive.close();
  }
}

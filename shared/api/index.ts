import { attachment } from './attachment.contract';
import { audit } from './audit.contract';
import { backup } from './backup.contract';
import { borrowing } from './borrowing.contract';
import { borrowingBook } from './borrowing-book.contract';
import { calendar } from './calendar.contract';
import { caseExtension } from './case-extension.contract';
import { checklist } from './checklist.contract';
import { client } from './client.contract';
import { company } from './company.contract';
import { complaint } from './complaint.contract';
import { complaintBook } from './complaint-book.contract';
import { complaintFile } from './complaint-file.contract';
import type { Method } from './contract';
import { desk } from './desk.contract';
import { disposal } from './disposal.contract';
import { dossier } from './dossier.contract';
import { exporting } from './export.contract';
import { extension } from './extension.contract';
import { handover } from './handover.contract';
import { importing } from './import.contract';
import { ledger } from './ledger.contract';
import { ledgerView } from './ledger-view.contract';
import { note } from './note.contract';
import { number } from './number.contract';
import { penalty } from './penalty.contract';
import { people } from './people.contract';
import { place } from './place.contract';
import { print } from './print.contract';
import { project } from './project.contract';
import { recordClass } from './record-class.contract';
import { rescue, restore } from './restore.contract';
import { retention } from './retention.contract';
import { safe } from './safe.contract';
import { search } from './search.contract';
import { staffHandover } from './staff-handover.contract';
import { stocktake } from './stocktake.contract';
import { supplement } from './supplement.contract';
import { title } from './title.contract';
import { titleHandover } from './title-handover.contract';
import { titleMove } from './title-move.contract';

/** The whole interface between window and main: every feature with its methods. */
export const api = {
  company,
  people,
  client,
  project,
  dossier,
  handover,
  extension,
  supplement,
  ledger,
  ledgerView,
  search,
  print,
  export: exporting,
  desk,
  audit,
  calendar,
  checklist,
  attachment,
  recordClass,
  retention,
  number,
  place,
  disposal,
  staffHandover,
  import: importing,
  note,
  title,
  titleHandover,
  titleMove,
  stocktake,
  safe,
  borrowing,
  borrowingBook,
  complaint,
  caseExtension,
  penalty,
  complaintBook,
  complaintFile,
  backup,
  restore,
  rescue,
} as const;
export type Api = typeof api;

/** `feature.method`, for every method there is. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries(api).flatMap(([feature, its]) =>
    Object.entries(its).map(([name, method]): [string, Method] => [`${feature}.${name}`, method]),
  ),
);

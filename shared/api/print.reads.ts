import { attachment } from './attachment.contract';
import { audit } from './audit.contract';
import { borrowing } from './borrowing.contract';
import { borrowingBook } from './borrowing-book.contract';
import { client } from './client.contract';
import { complaint } from './complaint.contract';
import { complaintBook } from './complaint-book.contract';
import { disposal } from './disposal.contract';
import { dossier } from './dossier.contract';
import { extension } from './extension.contract';
import { handover } from './handover.contract';
import { ledger } from './ledger.contract';
import { note } from './note.contract';
import { number } from './number.contract';
import { penalty } from './penalty.contract';
import { people } from './people.contract';
import { place } from './place.contract';
import { project } from './project.contract';
import { restore } from './restore.contract';
import { safe } from './safe.contract';
import { staffHandover } from './staff-handover.contract';
import { stocktake } from './stocktake.contract';
import { supplement } from './supplement.contract';
import { title } from './title.contract';
import { titleHandover } from './title-handover.contract';
import { titleMove } from './title-move.contract';

/** What a form on paper looks at: what the record's own page does, and the journal's last event, which stands in the footer. */
export const PRINT_READS: readonly string[] = [
  ...new Set(
    [
      dossier.show,
      handover.show,
      handover.list,
      handover.lateness,
      titleHandover.show,
      supplement.show,
      disposal.show,
      staffHandover.show,
      safe.custody,
      safe.openings,
      safe.closing,
      stocktake.show,
      borrowing.show,
      borrowing.list,
      borrowingBook.recalls,
      complaint.show,
      penalty.show,
      complaintBook.statistics,
      ledger.list,
      client.list,
      extension.list,
      supplement.list,
      handover.steps,
      disposal.list,
      staffHandover.list,
      people.staff,
      audit.list,
      project.list,
      number.list,
      place.box,
      disposal.due,
      note.list,
      title.list,
      titleMove.slip,
      titleMove.register,
      attachment.list,
      attachment.ofTitle,
      restore.rehearsals,
      attachment.ofBorrowing,
      attachment.ofComplaint,
    ]
      .flatMap(({ reads }) => reads)
      .concat('company', 'event'),
  ),
];

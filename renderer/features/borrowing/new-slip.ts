import type { BorrowingView, Thing, Way } from '../../../shared/api/borrowing-slip.contract';

/** A slip as it is typed; what is left empty is not sent. */
export interface NewSlip {
  id?: number;
  borrowerId?: number;
  things: Thing[];
  purpose: string;
  way: Way;
  /** What the rule says, while it is empty. */
  dueOn?: string;
  contact: string;
  outsiderName: string;
  outsiderOrganisation: string;
  outsiderDocument: string;
  remarks: string;
  repeatsId?: number;
}

export const BLANK: NewSlip = {
  things: [],
  purpose: '',
  way: 'takeAway',
  contact: '',
  outsiderName: '',
  outsiderOrganisation: '',
  outsiderDocument: '',
  remarks: '',
};

const thingOf = ({ kind, dossierId = 0, itemId = 0, titleId = 0 }: BorrowingView['lines'][number]): Thing => ({
  kind,
  id: kind === 'title' ? titleId : kind === 'item' ? itemId : dossierId,
});

/** An earlier slip once more; a draft goes on as itself, with its own day. */
export function slipFrom(its: BorrowingView): NewSlip {
  const { purpose, way, contact, outsiderName, outsiderOrganisation, outsiderDocument, remarks, borrowerId } = its;
  const same = { purpose, way, contact, outsiderName, outsiderOrganisation, outsiderDocument, remarks, borrowerId };
  const things = its.lines.map(thingOf);
  return its.state === 'draft'
    ? { ...same, things, id: its.id, dueOn: its.dueOn }
    : { ...same, things, repeatsId: its.id };
}

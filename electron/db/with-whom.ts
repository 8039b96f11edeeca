/** Joined to a record: on which slip it is out, of several the one that has to be brought back first. `isIts`: which lines `o` concern it. */
export const withWhom = (isIts: string) => `LEFT JOIN borrowing_line out_line ON out_line.id =
    (SELECT o.id FROM borrowing_line o JOIN borrowing b ON b.id = o.borrowing_id
     WHERE ${isIts} AND o.state IN ('lent', 'incomplete') ORDER BY b.due_on, o.id LIMIT 1)
  LEFT JOIN borrowing out_slip ON out_slip.id = out_line.borrowing_id LEFT JOIN staff out_to ON out_to.id = out_slip.borrower_id`;

/** Joined to a dossier `d`: who has what is out of it. */
export const WITH_WHOM = withWhom("d.state IN ('lent', 'partlyLent') AND o.dossier_id = d.id");

export const WITH_WHOM_COLUMNS = 'out_to.name AS lentTo, out_slip.lent_on AS lentOn, out_slip.due_on AS backBy';

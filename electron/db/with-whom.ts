/** Joined to a dossier `d`: who has what is out of it; of several the one who has to bring it back first. */
export const WITH_WHOM = `LEFT JOIN borrowing_line out_line ON d.state IN ('lent', 'partlyLent') AND out_line.id =
    (SELECT o.id FROM borrowing_line o JOIN borrowing b ON b.id = o.borrowing_id
     WHERE o.dossier_id = d.id AND o.state IN ('lent', 'incomplete') ORDER BY b.due_on, o.id LIMIT 1)
  LEFT JOIN borrowing out_slip ON out_slip.id = out_line.borrowing_id LEFT JOIN staff out_to ON out_to.id = out_slip.borrower_id`;

export const WITH_WHOM_COLUMNS = 'out_to.name AS lentTo, out_slip.lent_on AS lentOn, out_slip.due_on AS backBy';

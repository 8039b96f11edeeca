const OUT = "o.state IN ('lent', 'incomplete')";
const LINES = 'borrowing_line o JOIN borrowing b ON b.id = o.borrowing_id';

/**
 * Joined to a record: on which slip it is out, of several the one that has to be brought back first. `isIts`: which lines `o` concern
 * it. The columns are a `WithWhom`.
 */
export const withWhom = (isIts: string) => ({
  join: `LEFT JOIN borrowing_line out_line ON out_line.id = (SELECT o.id FROM ${LINES} WHERE ${isIts} AND ${OUT} ORDER BY b.due_on, o.id LIMIT 1)
  LEFT JOIN borrowing out_slip ON out_slip.id = out_line.borrowing_id LEFT JOIN staff out_to ON out_to.id = out_slip.borrower_id`,
  columns: `out_to.name AS lentTo, nullif(out_slip.outsider_name, '') AS lentFor, out_slip.lent_on AS lentOn, out_slip.due_on AS backBy,
    CASE WHEN out_line.id IS NOT NULL THEN nullif(
      (SELECT count(DISTINCT b.borrower_id || ' ' || b.outsider_name) FROM ${LINES} WHERE ${isIts} AND ${OUT}) - 1, 0) END AS lentMore`,
});

/** Joined to a dossier `d`: who has what is out of it. */
export const WITH_WHOM = withWhom("d.state IN ('lent', 'partlyLent') AND o.dossier_id = d.id");

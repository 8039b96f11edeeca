/** The few words that main itself writes into a new ledger; everything a person reads is made in the window. */
export const OFFICE_DEPARTMENT = '综合管理部';

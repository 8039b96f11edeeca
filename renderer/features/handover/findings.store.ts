import { create } from 'zustand';
import { AppError } from '../../../shared/api/errors';
import type { HandoverItem } from '../../../shared/api/handover.contract';
import { client } from '../../api/client';

/** What the receiver found of one item; `pagesFound` is null while it counts as not looked at. */
export interface Finding {
  readonly pagesFound: number | null;
  readonly remark: string;
}

/** The findings of one handover that the ledger does not show yet, and what was typed that cannot be read. */
export interface Findings {
  readonly pending: Readonly<Record<number, Finding>>;
  /** Findings of `pending` that are on their way or written, and wait to be shown by the ledger. */
  readonly sent: Readonly<Record<number, Finding>>;
  readonly unread: Readonly<Record<number, string>>;
  readonly writing: boolean;
  readonly failure?: AppError;
}

const NONE: Findings = { pending: {}, sent: {}, unread: {}, writing: false };

/** Findings by person and handover. They outlive the page, so that leaving it loses nothing. */
export const useFindings = create<{ findings: Readonly<Record<string, Findings>> }>()(() => ({ findings: {} }));

export const findingsKey = (staffId: number, handoverId: number): string => `${staffId}/${handoverId}`;

export const findingsAt = (all: Readonly<Record<string, Findings>>, key: string): Findings => all[key] ?? NONE;
const of = (key: string): Findings => findingsAt(useFindings.getState().findings, key);

function put(key: string, change: Partial<Findings>): void {
  useFindings.setState(({ findings }) => ({
    findings: { ...findings, [key]: { ...findingsAt(findings, key), ...change } },
  }));
}

/** Notes what was found and writes it; findings made during a write go together with the next one. */
export function find(key: string, handoverId: number, itemId: number, finding: Finding): void {
  const { [itemId]: _mended, ...unread } = of(key).unread;
  put(key, { pending: { ...of(key).pending, [itemId]: finding }, unread });
  void writeFindings(key, handoverId);
}

/** Keeps a text that is no number of pages, so that it can be mended. */
export const keepUnread = (key: string, itemId: number, text: string): void =>
  put(key, { unread: { ...of(key).unread, [itemId]: text } });

export async function writeFindings(key: string, handoverId: number): Promise<void> {
  const { pending, sent, writing } = of(key);
  const due = Object.entries(pending).filter(([itemId, finding]) => sent[Number(itemId)] !== finding);
  if (writing || due.length === 0) return;
  put(key, { writing: true, failure: undefined });
  try {
    await client.handover.check({
      id: handoverId,
      found: due.map(([itemId, finding]) => ({ itemId: Number(itemId), ...finding })),
    });
    put(key, { writing: false, sent: { ...of(key).sent, ...Object.fromEntries(due) } });
  } catch (failure) {
    const told =
      failure instanceof AppError ? failure : new AppError('internal', 'unknown', { reason: String(failure) });
    put(key, { writing: false, failure: told });
    return;
  }
  await writeFindings(key, handoverId);
}

/** Lets go of the findings that the ledger shows by now. */
export function settle(key: string, items: readonly HandoverItem[]): void {
  const { pending, sent } = of(key);
  const shown = new Map(items.map((item) => [item.id, item]));
  const open = Object.entries(pending).filter(([itemId, finding]) => {
    const item = shown.get(Number(itemId));
    const same = (item?.pagesFound ?? null) === finding.pagesFound && item?.checkRemark === finding.remark.trim();
    return sent[Number(itemId)] !== finding || !same;
  });
  if (open.length < Object.keys(pending).length) put(key, { pending: Object.fromEntries(open) });
}

/** Is everything that was found written, and readable? */
export const allWritten = ({ pending, sent, unread }: Findings): boolean =>
  Object.keys(unread).length === 0 &&
  Object.entries(pending).every(([itemId, finding]) => sent[Number(itemId)] === finding);

import { createHash } from 'node:crypto';
import type { Part } from '../../../shared/api/dossier.contract';
import type { Delivery, Proposal, SupplementLine, SupplementRow } from '../../../shared/api/supplement.contract';
import { sameTitle } from '../../../shared/dossier/same-title';
import { canonicalJson } from '../../db/journal';

/** Where a dossier is, as far as a supplement list has to know. */
export interface CheckedDossier {
  id: number;
  /** `a`: with A, and no list under way: nobody checks. */
  stage: 'withA' | 'atB' | 'atArchive' | 'received';
  aManagerId?: number;
  bManagerId?: number;
  /** Who answers for a dossier without a project. */
  keeperId?: number;
  /** The list that is being checked. */
  handoverId?: number;
  dueOn?: string;
}

interface Person {
  staffId: number;
  /** May accept handovers into the archive. */
  isArchivist: boolean;
}

/** As whom somebody checks the dossier now; `undefined`: not at all. */
export function sideOf(dossier: CheckedDossier, { staffId, isArchivist }: Person): 'b' | 'archive' | undefined {
  const { aManagerId, bManagerId, keeperId } = dossier;
  if (staffId === bManagerId) return 'b';
  return isArchivist && staffId !== aManagerId && staffId !== keeperId ? 'archive' : undefined;
}

/** Why somebody may not make a supplement list now; a key of errors.json. */
export function whyNotIssuable(dossier: CheckedDossier, person: Person): string | undefined {
  if (dossier.stage === 'received') return 'alreadyReceived';
  const side = sideOf(dossier, person);
  if (!side) return 'onlyCheckerIssues';
  if (dossier.stage === 'withA') return 'nothingToCheckYet';
  // B has given the papers on: now the archivist checks.
  return side === 'b' && dossier.stage === 'atArchive' ? 'notThisStep' : undefined;
}

/** Why somebody may not receive what is handed in for a list, or withdraw its lines; a key of errors.json. */
export function whyNotReceivable(
  list: Pick<SupplementRow, 'side' | 'state' | 'responsibleId'>,
  dossier: CheckedDossier,
  person: Person,
): string | undefined {
  if (list.state === 'closed') return 'supplementClosed';
  if (person.staffId === list.responsibleId) return 'onlyCheckerReceives';
  return sideOf(dossier, person) === list.side ? undefined : 'onlyCheckerReceives';
}

/** What is missing or unsigned and stands on no open list yet; the annex is not checked. */
export function proposalsOf(
  items: readonly { id: number; part: Part; title: string; pages: number; signatureComplete: boolean }[],
  missing: readonly string[],
  listed: readonly { title: string }[],
): Proposal[] {
  const open = new Set(listed.map(({ title }) => sameTitle(title)));
  const unsigned = items
    .filter((item) => item.part !== 'annex' && item.pages > 0 && !item.signatureComplete)
    .map(({ id, title, part }): Proposal => ({ title, fault: 'unsigned', part, itemId: id }));
  const absent = missing.map((title): Proposal => {
    const expected = items.find((item) => item.pages === 0 && sameTitle(item.title) === sameTitle(title));
    return {
      title,
      fault: 'missing',
      part: expected?.part ?? 'clientPapers',
      ...(expected && { itemId: expected.id }),
    };
  });
  return [...absent, ...unsigned].filter(({ title }) => !open.has(sameTitle(title)));
}

/** 补〔2026〕001号: supplement lists run through each year. */
export const writeSupplementNo = (year: string, seq: number): string =>
  `补〔${year}〕${String(seq).padStart(3, '0')}号`;

const sha256 = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');
type ListHead = Pick<SupplementRow, 'no' | 'dossierId' | 'responsibleId' | 'dueOn'>;
type LineHead = Pick<SupplementLine, 'title' | 'fault' | 'basis' | 'part'>;

/** What signatures of a supplement list stand for (docs/journal-format.md). Each names the list, so that none fits another. */
export const signedContent = {
  list: ({ no, dossierId, responsibleId, dueOn }: ListHead, lines: readonly LineHead[]): string =>
    sha256({
      no,
      dossierId,
      responsibleId,
      dueOn,
      lines: lines.map(({ title, fault, basis, part }) => ({ title, fault, basis, part })),
    }),
  handedIn: (
    no: string,
    { title, fault }: LineHead,
    { pages, handedOn }: Pick<Delivery, 'pages' | 'handedOn'>,
  ): string => sha256({ no, title, fault, pages, handedOn }),
  received: (
    no: string,
    { title, fault }: LineHead,
    its: Pick<Delivery, 'pages' | 'handedOn' | 'remark'> & { pagesFound?: number | undefined },
    decision: 'confirmed' | 'returned',
  ): string => {
    const { pages, handedOn, pagesFound, remark } = its;
    return sha256({ no, title, fault, pages, handedOn, pagesFound, remark, decision });
  },
  withdrawn: (no: string, { title, fault }: LineHead, reason: string): string => sha256({ no, title, fault, reason }),
};

import { createHash } from 'node:crypto';
import type { DossierItem } from '../../../shared/api/dossier.contract';
import type { HandoverItem, HandoverKind } from '../../../shared/api/handover.contract';
import { number } from '../../../shared/dossier/pagination';

/** A line of the list as it is signed: what the giver says is there. */
export type SignedItem = Omit<HandoverItem, 'id' | 'pagesFound' | 'checkRemark' | 'contractCode'>;
export type FrozenItem = SignedItem & { itemId: number };

/** Freezes an in-volume list: numbered, with its page ranges. */
export function snapshot(items: readonly DossierItem[]): FrozenItem[] {
  return number(items).map(({ item: { id, contractCode: _, ...item }, no, pageFrom, pageTo }) => ({
    ...item,
    itemId: id,
    ...(no === undefined ? {} : { no }),
    ...(pageFrom === undefined || pageTo === undefined ? {} : { pageFrom, pageTo }),
  }));
}

export interface SignedList {
  no: string;
  kind: HandoverKind;
  dossierId: number;
  items: readonly (SignedItem | HandoverItem)[];
  /** Only when the papers went back. */
  reason?: string;
}

/**
 * SHA-256 of what a person signs: the list, and for whoever checked it also what was found (docs/journal-format.md). The keys
 * stand in the order of canonical JSON: sorting them for each line would make the check of all signatures take minutes.
 */
export function contentHash({ no, kind, dossierId, items, reason }: SignedList): string {
  const signed = JSON.stringify({ dossierId, items: items.map(signedLine), kind, no, reason });
  return createHash('sha256').update(signed).digest('hex');
}

function signedLine(item: SignedItem | HandoverItem) {
  const { copies, datedOn, documentNo, no, originality, pageFrom, pageTo, pages, part, remarks } = item;
  const { responsible, signatureComplete, title } = item;
  // Lists that were signed before there were volumes keep their hashes.
  const volume = item.volume === 1 ? undefined : item.volume;
  const { checkRemark, pagesFound }: Partial<HandoverItem> = 'checkRemark' in item ? item : {};
  return {
    ...{
      checkRemark,
      copies,
      datedOn,
      documentNo,
      no,
      originality,
      pageFrom,
      pageTo,
      pages,
      pagesFound,
      part,
      remarks,
    },
    ...{ responsible, signatureComplete, title, volume },
  };
}

/** Looked at, and not as the list says. */
export const differs = (item: HandoverItem): boolean => item.pagesFound !== undefined && item.pagesFound !== item.pages;

export const unchecked = (item: HandoverItem): boolean => item.pagesFound === undefined;

/** 移〔2026〕001号: handover lists run through each year. */
export const writeHandoverNo = (year: string, seq: number): string => `移〔${year}〕${String(seq).padStart(3, '0')}号`;

/** Contracts and agreements of part two are numbered after the dossier: 鸿借字第001号-合1. Vouchers are not. */
export function contractCodes(items: readonly DossierItem[], archiveNo: string): { id: number; code: string }[] {
  return items
    .filter((item) => item.part === 'contracts' && /合同|协议/.test(item.title))
    .map((item, i) => ({ id: item.id, code: `${archiveNo}-合${i + 1}` }));
}

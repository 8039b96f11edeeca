import type { TitleHandoverLine } from '../../../shared/api/title-handover.contract';

/** What was found of a certificate. */
export interface Found {
  nameAgrees: boolean;
  numberAgrees: boolean;
  quantityFound: number;
  remark: string;
}

/** Lines with what was found and is not written yet. */
export const withFound = (
  lines: readonly TitleHandoverLine[],
  pending: Readonly<Record<number, Found>>,
): TitleHandoverLine[] =>
  lines.map((line) => {
    const found = pending[line.id];
    if (!found) return line;
    const { remark, ...its } = found;
    return { ...line, ...its, checkRemark: remark };
  });

export const isCompared = ({ quantityFound }: TitleHandoverLine): boolean => quantityFound !== undefined;

export const agrees = ({ nameAgrees, numberAgrees, quantityFound, quantity }: TitleHandoverLine): boolean =>
  nameAgrees === true && numberAgrees === true && quantityFound === quantity;

export const progressOf = (lines: readonly TitleHandoverLine[]) => ({
  all: lines.length,
  checked: lines.filter(isCompared).length,
  differences: lines.filter((line) => isCompared(line) && !agrees(line)).length,
});

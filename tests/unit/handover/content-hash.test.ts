import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../electron/db/journal';
import { contentHash } from '../../../electron/features/handover/handover.rules';
import type { HandoverItem } from '../../../shared/api/handover.contract';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const text = fc.string({ unit: 'binary' });
const item = fc.record({
  part: fc.constantFrom('approval', 'annex'),
  no: maybe(fc.nat()),
  title: text,
  documentNo: text,
  datedOn: maybe(fc.constant('2026-03-02')),
  responsible: text,
  originality: fc.constantFrom('original', 'copy'),
  copies: fc.nat(),
  pages: fc.nat(),
  pageFrom: maybe(fc.nat()),
  pageTo: maybe(fc.nat()),
  signatureComplete: fc.boolean(),
  remarks: text,
  pagesFound: maybe(fc.nat()),
  checkRemark: text,
}) as fc.Arbitrary<Omit<HandoverItem, 'id'>>;

test('what is signed is canonical JSON, as docs/journal-format.md says', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 3 }), maybe(text), (items, reason) => {
      const signed = { no: '移〔2026〕001号', kind: 'aToB' as const, dossierId: 7, items, ...(reason && { reason }) };
      expect(contentHash({ ...signed, items: items.map((its) => ({ ...its, id: 1 })) })).toBe(
        createHash('sha256').update(canonicalJson(signed)).digest('hex'),
      );
    }),
  );
});

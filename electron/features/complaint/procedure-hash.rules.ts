import { createHash } from 'node:crypto';
import { canonicalJson } from '../../db/journal';

/** SHA-256 of what is signed (docs/journal-format.md) when a version of a procedure is put into force: the whole of it. */
export const procedureHash = (its: { firstId: number; version: number; definition: unknown }): string =>
  createHash('sha256').update(canonicalJson(its)).digest('hex');

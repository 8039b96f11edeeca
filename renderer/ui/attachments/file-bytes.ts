import { SLICE_BYTES } from '../../../shared/api/attachment.contract';
import { client } from '../../api/client';

/** From `from` up to `to`, in slices as large as the channel takes. */
export async function readBytes(
  id: number,
  from: number,
  to: number,
  onRead: (done: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(to - from);
  for (let at = from; at < to; ) {
    const slice = await client.attachment.read({ id, from: at, length: Math.min(SLICE_BYTES, to - at) });
    // A file that has become shorter than the ledger says would be asked for for ever.
    if (slice.length === 0) return whole.subarray(0, at - from);
    whole.set(slice, at - from);
    at += slice.length;
    onRead(at - from);
  }
  return whole;
}

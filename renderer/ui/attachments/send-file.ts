import { type AttachmentSubject, MOST_BYTES, SLICE_BYTES } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';
import { client } from '../../api/client';

/** Sends a dropped or pasted file slice by slice; it is attached when this is done, and nothing of it stays when it fails. */
export async function sendFile(
  file: File,
  subject: AttachmentSubject,
  name: string,
  onSent: (bytes: number) => void,
): Promise<void> {
  const { ticket } = await client.attachment.begin({ subject, name, bytes: file.size });
  for (let from = 0; from < Math.min(file.size, MOST_BYTES); from += SLICE_BYTES) {
    const slice = new Uint8Array(await sliceOf(file, from, name));
    await client.attachment.append({ ticket, from, slice });
    onSent(from + slice.byteLength);
  }
  await client.attachment.add({ ticket });
}

/** A folder, or a file that was moved away meanwhile, is there but cannot be read. */
function sliceOf(file: File, from: number, name: string): Promise<ArrayBuffer> {
  return file
    .slice(from, from + SLICE_BYTES)
    .arrayBuffer()
    .catch(() => {
      // Main waits for the rest, which will not come.
      void client.attachment.cancel({}).catch(() => undefined);
      throw new AppError('storage', 'chosenFileUnreadable', { name });
    });
}

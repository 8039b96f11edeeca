import type { FaultyFile, FileFault, FilesVerdict } from '../../../shared/api/attachment.contract';
import type { BlobStore, Found } from '../../blobs/blob-store';
import type { AttachmentRepo } from './attachment.repo';
import type { FileWork } from './files-at-work';

const NAMED_FAULTS = 200;
const PER_PAGE = 200;

type Reads = Pick<AttachmentRepo, 'filesAfter' | 'isNamed' | 'ofFile'>;

/** `ab/abcdef…`, the only place where a file of that hash may stand. */
const pathOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

/** Reads every file that the ledger names and looks at every file that is there, a little at a time. */
export async function checkFiles(repo: Reads, store: BlobStore, work: FileWork): Promise<FilesVerdict> {
  const verdict: FilesVerdict = { files: 0, bytes: 0, faults: [], faultCount: 0 };
  const note = (fault: FileFault, path: string, of: FaultyFile['of']) => {
    verdict.faultCount += 1;
    if (verdict.faults.length < NAMED_FAULTS) verdict.faults.push({ fault, path, of });
  };
  for await (const { sha256, bytes } of everyFile(repo)) {
    const before = verdict.bytes;
    const found = await store.find(sha256, (read) => work.reached(before + read));
    verdict.files += 1;
    verdict.bytes = before + bytes;
    work.reached(verdict.bytes);
    const fault = faultOf(found, sha256, bytes);
    if (fault) note(fault, pathOf(sha256), repo.ofFile(sha256));
  }
  for (const path of await strays(repo, store)) note('stray', path, []);
  return verdict;
}

async function* everyFile(repo: Reads) {
  let last = '';
  for (let page = repo.filesAfter(last, PER_PAGE); page.length > 0; page = repo.filesAfter(last, PER_PAGE)) {
    yield* page;
    last = page.at(-1)?.sha256 ?? last;
  }
}

function faultOf(found: Found, sha256: string, bytes: number): FileFault | undefined {
  if (found === 'missing') return 'missing';
  return found === 'unreadable' || found.sha256 !== sha256 || found.bytes !== bytes ? 'altered' : undefined;
}

/** Files that no attachment names. One that was being added while the folder was walked has its row by the second look. */
async function strays(repo: Reads, store: BlobStore): Promise<string[]> {
  const isStray = (path: string) => {
    const sha256 = path.slice(3);
    return path !== pathOf(sha256) || !repo.isNamed(sha256);
  };
  const found: string[] = [];
  for await (const path of store.paths()) if (isStray(path)) found.push(path);
  return found.filter(isStray);
}

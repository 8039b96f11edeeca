import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Calls, standBetween } from './calls';
import { type Bundle, bundleOffice } from './child';
import { folderFor } from './folders';

/** The office, a data folder to be filled, and what stands between it and the system there. */
export interface Between {
  readonly office: Bundle;
  readonly dataDir: string;
  readonly calls: Calls;
  drop(): void;
}

export async function officeBetween(what: string): Promise<Between> {
  const office = await bundleOffice();
  const folder = folderFor(what);
  const dataDir = join(folder, 'data');
  const calls = standBetween(dataDir);
  const drop = () => {
    office.drop();
    calls.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { office, dataDir, calls, drop };
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Backups that were finished in a place, in the folder of a company or on the top level, by their way from there. */
export const bagsOn = (place: string): string[] =>
  readdirSync(place, { withFileTypes: true })
    .filter((its) => its.isDirectory())
    .flatMap(({ name }) =>
      /^20\d\d-/.test(name) ? [name] : readdirSync(join(place, name)).map((inner) => `${name}/${inner}`),
    )
    .filter((name) => /(^|\/)20\d\d-\S+_\d+$/.test(name))
    .sort();

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Makes the manifests of a bag fit what lies in it now, as a thief would who knows the format. */
export function resealBag(bag: string): void {
  const payload = readdirSync(join(bag, 'data'), { recursive: true })
    .map((name) => `data/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => statSync(join(bag, path)).isFile())
    .sort();
  const bytes = payload.reduce((sum, path) => sum + statSync(join(bag, path)).size, 0);
  const info = readFileSync(join(bag, 'bag-info.txt'), 'utf8');
  writeFileSync(
    join(bag, 'bag-info.txt'),
    info.replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${bytes}.${payload.length}`),
  );
  const manifest = (paths: readonly string[]) => paths.map((path) => `${sha256(join(bag, path))}  ${path}\n`).join('');
  writeFileSync(join(bag, 'manifest-sha256.txt'), manifest(payload));
  const tags = ['bag-info.txt', 'bagit.txt', 'HOW-TO-RESTORE.txt', 'manifest-sha256.txt'];
  writeFileSync(join(bag, 'tagmanifest-sha256.txt'), manifest(tags));
}

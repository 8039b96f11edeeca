import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const MEGABYTE = 1_048_576;
const PACKED = 'out/dist/linux-unpacked/resources';
/** Left out by build/electron-builder.yml. */
const LEFT_OUT = [
  /\.(map|md|markdown|tsbuildinfo)$/,
  /\.d\.[mc]?ts$/,
  /node_modules\/better-sqlite3\/(deps|src)\//,
  /node_modules\/better-sqlite3\/binding\.gyp$/,
  /node_modules\/better-sqlite3\/prebuilds\/(darwin|win32|linuxmusl)-/,
  /node_modules\/node-addon-api\//,
];

export interface Size {
  megabytes: number;
  /** What was weighed. */
  from: string;
}

/** What the program adds to Electron's own files: its packed resources, or the files that would be packed. */
export function packedSize(root: string): Size {
  const packed = join(root, PACKED);
  if (existsSync(packed)) {
    const names = readdirSync(packed).filter((name) => name.startsWith('app'));
    return { megabytes: weigh(names.flatMap((name) => filesIn(join(packed, name)))), from: PACKED };
  }
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: root, encoding: 'utf8' });
  const dependencies = listed.split('\n').slice(1).filter(existsSync);
  const own = ['out/main', 'out/preload', 'out/renderer', 'package.json'].map((name) => join(root, name));
  const files = new Set([...own, ...dependencies].flatMap(filesIn));
  const kept = [...files].filter((file) => !LEFT_OUT.some((pattern) => pattern.test(relative(root, file))));
  return { megabytes: weigh(kept), from: 'the files that would be packed' };
}

const weigh = (files: readonly string[]) => files.reduce((total, file) => total + statSync(file).size, 0) / MEGABYTE;

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).flatMap((name) => filesIn(join(place, name)));
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gist, npm } from './command.mjs';
import { demandFreeSpace, Stop } from './report.mjs';

/** Installs what package-lock.json names, unless node_modules already holds exactly that. */
export async function installDependencies(root) {
  const reason = whyStale(
    readLock(path.join(root, 'package-lock.json')),
    readLock(path.join(root, 'node_modules/.package-lock.json')),
  );
  if (!reason) return { said: 'node_modules is as package-lock.json says' };
  demandFreeSpace(root, 1.5);
  console.log(`  dependencies     npm ci, because ${reason}; this takes about a minute …`);
  const first = await npmCi(root);
  if (first.output.includes('EUSAGE')) {
    throw new Stop(
      'Run "npm install", commit package-lock.json and run the command again: it does not fit package.json.',
    );
  }
  const result = first.code === 0 ? first : await npmCi(root);
  if (result.code !== 0) {
    throw new Stop(
      `Make sure that this computer reaches the npm registry and run the command again: npm ci said "${gist(result.output)}".`,
    );
  }
  return { said: 'installed with npm ci' };
}

/** Without install scripts: none is needed, and some would start compilers or downloads of their own. */
function npmCi(root) {
  return npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, minutes: 10 });
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Why node_modules differs from the lock file, or undefined. npm writes its own list of what it installed at the very end, so an
 * interrupted installation counts as missing; optional packages are absent where they are for another system.
 */
export function whyStale(wanted, installed) {
  if (!wanted) throw new Stop('Restore package-lock.json from the repository and run the command again.');
  if (!installed) return 'node_modules is missing or unfinished';
  for (const [place, entry] of Object.entries(wanted)) {
    const present = installed[place];
    if (place === '' || (!present && entry.optional)) continue;
    if (present?.version !== entry.version || present?.integrity !== entry.integrity) {
      return `${place} is not the one in package-lock.json`;
    }
  }
  return undefined;
}

import { existsSync } from 'node:fs';
import { findCommand, gist, run } from './command.mjs';
import { Stop } from './report.mjs';

// Debian's names; where a release renamed one for 64-bit time, the new name stands first.
const electronLibraries = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libnotify4'],
  ['libxtst6'],
];

// Purpose → command → the Debian package that brings it.
const commands = {
  screen: { 'xvfb-run': 'xvfb', xauth: 'xauth' },
  forms: {
    pdftotext: 'poppler-utils',
    pdffonts: 'poppler-utils',
    qpdf: 'qpdf',
    python3: 'python3',
    sqlite3: 'sqlite3',
    age: 'age',
  },
  compiler: { 'g++': 'g++', make: 'make', python3: 'python3' },
};

/** Makes sure that Linux has what the named purposes need, and Electron where its path is given: installs it as root, else says how to. */
export async function provideSystemPackages(electronPath, purposes) {
  if (process.platform !== 'linux') return { said: sayElsewhere(purposes) };
  const missing = await findMissing(electronPath, purposes);
  if (missing.names.length === 0) return { said: 'libraries and tools are there' };
  if (!findCommand('apt-get')) {
    throw new Stop(
      `Install what is missing with this system's package manager and run the command again: ${missing.names.join(', ')}.`,
    );
  }
  const packages = await currentNames(missing.packages);
  if (process.getuid() !== 0) throw new Stop(adviceFor(missing.names, packages));
  console.log(`  system packages  missing: ${missing.names.join(', ')}; running apt-get install …`);
  await install(missing.packages);
  const still = await findMissing(electronPath, purposes);
  if (still.names.length > 0) throw new Stop(adviceFor(still.names, packages));
  return { said: `installed ${packages.join(' ')}` };
}

// What only some tests need, and the others do without: what shows that it is there → the Debian package that brings it.
const extras = {
  soffice: 'libreoffice-calc-nogui',
  // Only Debian's own Python sees it there.
  '/usr/lib/python3/dist-packages/openpyxl/__init__.py': 'python3-openpyxl',
  'mkfs.exfat': 'exfatprogs',
  'mount.exfat-fuse': 'exfat-fuse',
  gcc: 'gcc',
  '/usr/share/doc/libeatmydata1': 'libeatmydata1',
};

/**
 * Brings the spreadsheet programs that open our exports in the tests, and what takes their disks and sticks away, where this can be
 * done without asking; without them those tests say that they are left out.
 */
export async function provideExtras() {
  const isThere = (its) => (its.startsWith('/') ? existsSync(its) : findCommand(its));
  const wanted = Object.entries(extras).flatMap(([its, from]) => (isThere(its) ? [] : [[from]]));
  if (wanted.length === 0) return { said: 'spreadsheets, exFAT and what forgets to sync are there' };
  const names = wanted.join(' ');
  if (process.platform !== 'linux' || process.getuid() !== 0 || !findCommand('apt-get'))
    return { said: `${names} would show more; the tests do without` };
  console.log(`  extras           missing: ${names}; running apt-get install …`);
  const installed = await install(wanted).then(
    () => true,
    () => false,
  );
  return { said: installed ? `installed ${names}` : `${names} could not be installed; the tests do without` };
}

export function adviceFor(names, packages) {
  return `Run "sudo apt-get install ${packages.join(' ')}" and then this command again: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing.`;
}

function sayElsewhere(purposes) {
  const absent = purposes.includes('forms')
    ? Object.keys(commands.forms).filter((name) => !findCommand(name) && !findCommand(`${name}.exe`))
    : [];
  return absent.length === 0
    ? 'nothing is needed on this system'
    : `install ${absent.join(', ')} for the tests that look into PDFs and copies`;
}

async function findMissing(electronPath, purposes) {
  const libraries = electronPath ? missingLibraries((await run('ldd', [electronPath])).output) : [];
  const tools = purposes.flatMap((purpose) => Object.entries(commands[purpose])).filter(([name]) => !findCommand(name));
  return {
    names: [...new Set([...libraries, ...tools.map(([name]) => name)])],
    packages: [...(libraries.length > 0 ? electronLibraries : []), ...new Set(tools.map(([, from]) => from))].map(
      (names) => [names].flat(),
    ),
  };
}

/** The libraries that ldd could not find. */
export function missingLibraries(ldd) {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name);
}

async function install(packages) {
  // The package lists may be absent or old: then installing fails, and succeeds after an update.
  if ((await aptInstall(packages)).code === 0) return;
  await aptGet(['update']);
  const result = await aptInstall(packages);
  if (result.code !== 0) {
    throw new Stop(
      `Make apt-get work on this computer and run the command again: installing ${packages.map(([name]) => name).join(' ')} ended with "${gist(result.output)}".`,
    );
  }
}

async function aptInstall(packages) {
  return aptGet(['install', '-y', '--no-install-recommends', ...(await currentNames(packages))]);
}

function aptGet(args) {
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    minutes: 8,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Of each package's names, the one this release knows. */
async function currentNames(packages) {
  const known = async (name) => (await run('apt-cache', ['show', name])).code === 0;
  const names = packages.map(async ([newer, older]) => (!older || (await known(newer)) ? newer : older));
  return [...new Set(await Promise.all(names))];
}

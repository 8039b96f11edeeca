import { rmSync } from 'node:fs';
import path from 'node:path';
import { note, Stop } from '../setup/report.mjs';
import { root } from '../setup.mjs';
import { follow, tool } from './tools.mjs';

/** Packs the built application; returns the exit code. */
export async function pack({ runtime, env }, args) {
  const commandLine = [
    ...tool('electron-builder'),
    '--config',
    'build/electron-builder.yml',
    '--publish=never',
    ...args,
  ];
  if (runtime.official) return follow(commandLine, env);

  if (!args.includes('--dir')) {
    throw new Stop(
      'Run "npm run dist -- --dir", or make releases where the official Electron can be downloaded: the stand-in is never shipped.',
    );
  }
  const code = await follow(
    [...commandLine, `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`],
    env,
  );
  // The stand-in's own default app was copied along with it.
  rmSync(path.join(root, 'out/dist/linux-unpacked/resources/app'), { recursive: true, force: true });
  note('packed on the stand-in Electron: it runs only with ANJUAN_SQLITE_BINDING set, and is not for shipping');
  return code;
}

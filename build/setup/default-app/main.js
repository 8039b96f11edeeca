// Does what Electron's own default_app does, for the stand-in distribution, which comes without one: `electron path/to/app` runs that folder.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

try {
  const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
  if (!folder) throw new Error('Name the application folder: electron path/to/app');
  const root = path.resolve(folder);
  const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (about.version) app.setVersion(about.version);
  app.setName(about.productName ?? about.name);
  app.setDesktopName(`${app.getName()}.desktop`);
  app.setAppPath(root);
  // Awaited at the top level: Electron holds back 'ready' until the entry has loaded.
  await import(pathToFileURL(createRequire(import.meta.url).resolve(root)).href);
} catch (error) {
  // Left alone, Electron would show a dialog, and a run without a person would wait for ever.
  console.error('App threw an error during load');
  console.error(error);
  process.exit(1);
}

// Does what Electron's own default_app does, for the stand-in distribution, which comes without one: `electron path/to/app` runs that
// folder or file.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

try {
  const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
  if (!named) throw new Error('Name the application folder: electron path/to/app');
  const target = path.resolve(named);
  const manifest = path.join(target, 'package.json');
  if (existsSync(manifest)) {
    const about = JSON.parse(readFileSync(manifest, 'utf8'));
    if (about.version) app.setVersion(about.version);
    app.setName(about.productName ?? about.name);
    app.setDesktopName(`${app.getName()}.desktop`);
    app.setAppPath(target);
  }
  // Awaited at the top level: Electron holds back 'ready' until the entry has loaded.
  await import(pathToFileURL(createRequire(import.meta.url).resolve(target)).href);
} catch (error) {
  // Left alone, Electron would show a dialog, and a run without a person would wait for ever.
  console.error('App threw an error during load');
  console.error(error);
  process.exit(1);
}

// Puts TypeScript of the program and of the tests together as for the program itself: modules read one by one by Vite run a third
// slower, and a program that is started a thousand times is put together only once.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Answers the folder with `bundle.mjs`, inside the project, where the packages are found that stay files; whoever asked takes it away. */
export async function bundle(entry) {
  const folder = mkdtempSync(join(root, 'node_modules', '.bundle-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [{ name: 'where-it-came-from', enforce: 'pre', transform: asWhereItCameFrom }],
    // What stays apart carries binaries. Node reads a package in the old format twice before it runs it.
    ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'] },
    build: {
      ssr: entry,
      outDir: folder,
      target: 'node20.18',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  });
  return folder;
}

/** Fixtures are found beside the file that names them. */
function asWhereItCameFrom(code, id) {
  const url = JSON.stringify(pathToFileURL(id.split('?')[0]).href);
  return code.includes('import.meta.url') ? code.replaceAll('import.meta.url', url) : undefined;
}

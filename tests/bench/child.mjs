// Runs one function of one measure in a Node of its own: node child.mjs <file> <function> <JSON of its input>. The program's
// TypeScript is put together as for the program itself: modules read one by one by Vite run a third slower; a file that was put
// together already (`BUNDLE` of its parent) is run as it is. What the function answers is sent to the parent.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [file, name, input] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const module = file.endsWith('.mjs') ? await import(pathToFileURL(file).href) : await bundled(file);
const say = (text) => (process.send ? process.send({ said: text }) : console.log(text));
const answer = await module[name](JSON.parse(input), say);
// What was said before is still on its way.
if (process.send) process.send({ answer }, () => process.disconnect());
else console.log(JSON.stringify(answer, null, 2));

/** Inside the project, where the packages are found that stay files. */
async function bundled(entry) {
  const { build } = await import('vite');
  const folder = mkdtempSync(join(root, 'node_modules', '.bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [{ name: 'where-it-came-from', enforce: 'pre', transform: asWhereItCameFrom }],
    ssr: { noExternal: ['zod', 'pinyin-pro', 'electron-log'] },
    build: {
      ssr: entry,
      outDir: folder,
      target: 'node20.18',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'measure.mjs' } },
    },
  });
  process.env.BUNDLE = join(folder, 'measure.mjs');
  return await import(pathToFileURL(process.env.BUNDLE).href);
}

/** Fixtures are found beside the file that names them. */
function asWhereItCameFrom(code, id) {
  const url = JSON.stringify(pathToFileURL(id.split('?')[0]).href);
  return code.includes('import.meta.url') ? code.replaceAll('import.meta.url', url) : undefined;
}

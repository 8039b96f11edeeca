// Runs one function of one measure in a Node of its own: node child.mjs <file> <function> <JSON of its input>. A file that was put
// together already (`BUNDLE` of its parent) is run as it is. What the function answers is sent to the parent.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, name, input] = process.argv.slice(2);
const module = file.endsWith('.mjs') ? await import(pathToFileURL(file).href) : await bundled(file);
const say = (text) => (process.send ? process.send({ said: text }) : console.log(text));
const answer = await module[name](JSON.parse(input), say);
// What was said before is still on its way.
if (process.send) process.send({ answer }, () => process.disconnect());
else console.log(JSON.stringify(answer, null, 2));

async function bundled(entry) {
  const { bundle } = await import('./bundle.mjs');
  const folder = await bundle(entry);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env.BUNDLE = join(folder, 'bundle.mjs');
  return import(pathToFileURL(process.env.BUNDLE).href);
}

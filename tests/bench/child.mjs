// Runs one function of one measure in a Node of its own: node child.mjs <file> <function> <JSON of its input>. What the function
// answers is sent to the parent.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

const [file, name, input] = process.argv.slice(2);
const module = await bundled(file);
const say = (text) => (process.send ? process.send({ said: text }) : console.log(text));
const answer = await module[name](JSON.parse(input), say);
if (process.send) process.send({ answer });
else console.log(JSON.stringify(answer, null, 2));
process.disconnect?.();

async function bundled(entry) {
  const folder = await bundle(entry);
  try {
    return await import(pathToFileURL(join(folder, 'bundle.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

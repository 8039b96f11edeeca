// Runs one function of one measure in a Node of its own: node child.mjs <file> <function> <JSON of its input>. Vite reads the
// program's TypeScript and its ?raw migrations; what the function answers is sent to the parent.
import { runnerImport } from 'vite';

const [file, name, input] = process.argv.slice(2);
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
const say = (text) => (process.send ? process.send({ said: text }) : console.log(text));
const answer = await module[name](JSON.parse(input), say);
if (process.send) process.send({ answer });
else console.log(JSON.stringify(answer, null, 2));
process.disconnect?.();

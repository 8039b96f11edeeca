import { fork } from 'node:child_process';
import { join } from 'node:path';

type Message = { said: string } | { answer: unknown };

/** Runs one exported function of a file under tests/bench in a Node of its own, where no test runner shares the time. */
export function inChild<T>(root: string, file: string, name: string, input: object): Promise<T> {
  const folder = join(root, 'tests/bench');
  return new Promise((resolve, reject) => {
    const child = fork(join(folder, 'child.mjs'), [join(folder, file), name, JSON.stringify(input)], {
      cwd: root,
      execArgv: [],
    });
    child.on('message', (message: Message) => {
      if ('said' in message) console.log(`  ${message.said}`);
      else resolve(message.answer as T);
    });
    child.on('error', reject);
    child.on('exit', (code) => code !== 0 && reject(new Error(`${file} ${name} ended with ${code}`)));
  });
}

import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs a command to its end or to its time limit and collects what it printed. Never throws: a command that cannot be
 * started, like one that failed, has a code other than 0.
 */
export function run(command, args, { minutes = 1, cwd, env = process.env } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: minutes * 60_000,
      killSignal: 'SIGKILL',
    });
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    // 'exit' and not 'close': a grandchild that outlives the time limit would hold the pipes open.
    child.on('exit', (code, signal) =>
      setImmediate(() => resolve({ code: code ?? 1, output: signal ? `${output}\nstopped by ${signal}` : output })),
    );
  });
}

/** What a failed command said, short enough to stand in a sentence: the first line that tells of an error. */
export function gist(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const telling = lines.filter((line) => !/\bwarn|error code|error$|complete log/i.test(line));
  return (
    telling.find((line) => /error|\berr!|failed|cannot|unable/i.test(line)) ?? telling.at(-1) ?? 'it printed nothing'
  );
}

/** Where a command lies on the PATH, or undefined. */
export function findCommand(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Runs npm by its script, which needs no shell: on Windows npm itself is a batch file. */
export function npm(args, options) {
  const beside = path.dirname(process.execPath);
  const script = [
    process.env.npm_execpath,
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
  return script ? run(process.execPath, [script, ...args], options) : run('npm', args, options);
}

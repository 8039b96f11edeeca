import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';

/** The command line of a development tool: its script run by this Node, so that no shell and no PATH is needed. */
export function tool(packageName, command = packageName) {
  const home = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  return [process.execPath, path.join(home, typeof bin === 'string' ? bin : bin[command])];
}

/** The same command line under a screen of its own, where there is no other. */
export function onScreen(virtualScreen, commandLine) {
  return virtualScreen ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24', ...commandLine] : commandLine;
}

/** Runs a command line with its output shown until it ends by itself; returns its exit code. */
export function follow([command, ...args], env) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  // Ctrl-C reaches the child as well; waiting for it keeps its last words before the shell's prompt.
  const release = forwardSignals((signal) => signal !== 'SIGINT' && child.kill(signal));
  return ending(child).finally(release);
}

/** The same for a run that nobody watches: it gets no keyboard, and is ended with all its children at the time limit. */
export async function followFor(minutes, [command, ...args], env) {
  const grouped = process.platform !== 'win32';
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: grouped,
  });
  const end = (signal) => endGroup(child, grouped, signal);
  const release = forwardSignals(end);
  // Whoever stops with a sentence while this still runs does not leave it behind.
  const endNow = () => end('SIGKILL');
  process.once('exit', endNow);
  const limit = setTimeout(() => {
    console.error(`Ended, because its ${minutes.toFixed(0)} minutes were over: ${[command, ...args].join(' ')}`);
    end('SIGTERM');
    setTimeout(() => end('SIGKILL'), 10_000).unref();
  }, minutes * 60_000);
  return ending(child).finally(() => {
    clearTimeout(limit);
    process.off('exit', endNow);
    release();
  });
}

function endGroup(child, grouped, signal) {
  try {
    if (grouped) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended in the meantime.
  }
}

function forwardSignals(forward) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

function ending(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

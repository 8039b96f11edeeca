import { statfsSync } from 'node:fs';

/** A failure the person can mend: its message is one sentence that says what to do. */
export class Stop extends Error {}

/** Runs one step of the setup and prints what it did and how long that took. */
export async function step(name, work) {
  const began = performance.now();
  const done = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${name.padEnd(16)} ${done.said} (${seconds} s)`);
  return done.value;
}

export function note(text) {
  console.log(`  ${''.padEnd(16)} ${text}`);
}

/** Stops before a download or a build would fill the disk. */
export function demandFreeSpace(folder, gigabytes) {
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / 1e9;
  if (free < gigabytes) {
    throw new Stop(
      `Free at least ${gigabytes} GB on the disk of ${folder} (${free.toFixed(1)} GB are free) and run the command again.`,
    );
  }
  return free;
}

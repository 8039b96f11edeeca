import { join } from 'node:path';
import log from 'electron-log/main';
import type { DispatchParts } from '../ipc/dispatch';

/** The program's diary for whoever repairs it: names of methods and failures, never what was typed or shown. */
export function openLog(dataDir: string): DispatchParts['log'] {
  log.transports.file.resolvePathFn = () => join(dataDir, 'logs', 'anjuan.log');
  log.transports.file.level = 'info';
  log.transports.console.level = false;
  return {
    slow: (name, ms) => log.warn(`slow: ${name} took ${Math.round(ms)} ms`),
    failed: (name, error) =>
      log.error(`failed: ${name}`, error instanceof Error ? (error.stack ?? error.message) : String(error)),
  };
}

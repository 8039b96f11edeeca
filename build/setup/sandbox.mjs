import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { note, Stop } from './report.mjs';

/**
 * The arguments that Electron needs here to start at all. `strict` is for commands that start it with its sandbox on; the
 * tests' driver turns the sandbox off by itself.
 */
export function sandboxArguments(runtime, strict) {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) {
    note('running as root, where Chromium cannot use its sandbox: adding --no-sandbox');
    return ['--no-sandbox'];
  }
  const helper = path.join(runtime.folder, 'chrome-sandbox');
  if (strict && namespacesForbidden() && !isRootsOwn(helper)) {
    throw new Stop(
      `Run "sudo chown root ${helper} && sudo chmod 4755 ${helper}" and then this command again: this system lets no ordinary user set up Chromium's sandbox.`,
    );
  }
  return [];
}

// Debian, the kernel and Ubuntu each have a switch of their own.
function namespacesForbidden() {
  return (
    readSwitch('kernel/unprivileged_userns_clone') === '0' ||
    readSwitch('user/max_user_namespaces') === '0' ||
    readSwitch('kernel/apparmor_restrict_unprivileged_userns') === '1'
  );
}

function readSwitch(name) {
  try {
    return readFileSync(path.join('/proc/sys', name), 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isRootsOwn(file) {
  const { uid, mode } = statSync(file);
  return uid === 0 && (mode & 0o4000) !== 0;
}

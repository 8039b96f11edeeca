import { spawn } from 'node:child_process';

/**
 * Screens in memory (X11), each with its own focus, keyboard and clipboard: windows on different ones do not disturb each other.
 * Returns { names: [':1', …], close }. Throws when a screen has not answered within ten seconds.
 */
export async function openScreens(count) {
  const servers = Array.from({ length: count }, () =>
    spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }),
  );
  const close = () => {
    process.off('exit', close);
    for (const server of servers) server.kill();
  };
  // A run that is ended by Ctrl-C leaves no screen behind.
  process.on('exit', close);
  try {
    return { names: await Promise.all(servers.map(nameOf)), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The server writes its number as soon as it is ready. */
function nameOf(server) {
  return new Promise((resolve, reject) => {
    const give = setTimeout(() => reject(new Error('the screen in memory did not start within 10 seconds')), 10_000);
    let written = '';
    server.stdio[3].on('data', (data) => {
      written += data;
      if (!written.endsWith('\n')) return;
      clearTimeout(give);
      resolve(`:${written.trim()}`);
    });
    for (const event of ['error', 'exit']) {
      server.on(event, (what) => {
        clearTimeout(give);
        reject(new Error(`the screen in memory did not start: ${what}`));
      });
    }
  });
}

import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, protocol, session } from 'electron';

export const ORIGIN = 'app://anjuan';

/** Nothing but our own files; antd's runtime styles go through constructable style sheets and need no unsafe-inline. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the application is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the window's own files from `root`, and nothing outside it. */
export function serveFiles(root: string): void {
  // Node reads its whole fetch library for the first Response: better now, while the window still starts, than when it asks.
  setImmediate(() => new Response(null));
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(root, decodeURIComponent(url.pathname)));
    if (url.host !== 'anjuan' || !path.startsWith(root + sep)) return new Response(null, { status: 403 });
    try {
      const headers = {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': CSP,
        'x-content-type-options': 'nosniff',
      };
      return new Response(new Uint8Array(await readFile(path)), { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** The program has no reason to ask for anything outside: each try is counted in its diary, the first ones by name. */
const NAMED_REFUSALS = 100;
let refusals = 0;

function noteRefusal(url: string): void {
  refusals += 1;
  if (refusals > NAMED_REFUSALS) return;
  const line = `refused: request ${refusals}, to ${URL.canParse(url) ? new URL(url).origin : 'nowhere'}`;
  void import('electron-log/main').then(({ default: log }) => log.warn(line));
}

/** Refuses every permission, every request that leaves the program, every new window, navigation and webview. */
export function closeDoors(devOrigin?: string): void {
  const own = [ORIGIN, ...(devOrigin ? [devOrigin, devOrigin.replace(/^http/, 'ws')] : [])];
  const isOwn = (url: string) => own.some((origin) => url === origin || url.startsWith(`${origin}/`));
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isOwn(details.url) || /^(data|devtools):/.test(details.url);
    if (!allowed) noteRefusal(details.url);
    answer({ cancel: !allowed });
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

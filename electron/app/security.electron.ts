import { join, normalize, sep } from 'node:path';
import { app, protocol, session } from 'electron';

export const ORIGIN = 'app://anjuan';

/** Nothing but our own files; antd's runtime styles go through constructable style sheets and need no unsafe-inline. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Must run before the application is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const HEADERS = { 'content-security-policy': CSP, 'x-content-type-options': 'nosniff' };

/** net::ERR_FILE_NOT_FOUND */
const NOT_FOUND = -6;

/**
 * Serves the window's own files from `root`, and nothing outside it. Electron calls this way deprecated; the newer one reads Node's whole
 * fetch library when the program starts and passes every byte through main's JavaScript.
 */
export function serveFiles(root: string): void {
  protocol.registerFileProtocol('app', ({ url }, answer) => {
    const path = fileOf(url, root);
    answer(path === undefined ? { error: NOT_FOUND } : { path, headers: HEADERS });
  });
}

function fileOf(url: string, root: string): string | undefined {
  try {
    const { host, pathname } = new URL(url);
    const path = normalize(join(root, decodeURIComponent(pathname)));
    return host === 'anjuan' && path.startsWith(root + sep) ? path : undefined;
  } catch {
    // Not a well-formed address.
    return undefined;
  }
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

import { join } from 'node:path';
import { BrowserWindow, type WebPreferences } from 'electron';
import { ORIGIN } from './security.electron';

const PREFERENCES: WebPreferences = {
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
};

/** Where a page of ours is loaded from: the built files, or the development server. */
export const pageUrl = (page: string, devOrigin?: string): string => `${devOrigin ?? ORIGIN}/${page}`;

/** The program's one window. Shown when its first picture is ready, so that it never flashes white. */
export function openMainWindow(devOrigin?: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1100,
    minHeight: 640,
    useContentSize: true,
    show: false,
    backgroundColor: '#FAF8F3',
    title: '案卷',
    webPreferences: PREFERENCES,
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl('index.html', devOrigin));
  return window;
}

/** A window that nobody sees, in which forms are laid out for the printer. */
export function openHiddenWindow(): BrowserWindow {
  return new BrowserWindow({ width: 900, height: 1200, show: false, webPreferences: PREFERENCES });
}

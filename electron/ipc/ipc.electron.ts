import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import type { Reply } from '../../shared/api/errors';
import type { Dispatch } from './dispatch';

const STRANGER: Reply = { ok: false, error: { code: 'notAllowed', reason: 'strangeSender', details: {} } };

/** Only the top frame of our own pages may ask. */
function isOurs(frame: WebFrameMain | null, origins: readonly string[]): boolean {
  return frame !== null && frame.parent === null && origins.some((origin) => frame.url.startsWith(`${origin}/`));
}

/** The two channels that exist: `api` asks and answers, `changed` tells. */
export function answerWindows(dispatch: Dispatch, origins: readonly string[]): void {
  ipcMain.handle('api', (event, name: unknown, input: unknown): Promise<Reply> | Reply =>
    isOurs(event.senderFrame, origins) && typeof name === 'string' ? dispatch(name, input, event.sender.id) : STRANGER,
  );
}

export function tellWindows(tables: readonly string[]): void {
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed()) window.webContents.send('changed', tables);
}

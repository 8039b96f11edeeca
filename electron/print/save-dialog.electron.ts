import path from 'node:path';
import { app, BrowserWindow, dialog, webContents } from 'electron';

/** Asks in the window that wants to save; the ending of the suggested name stays. `undefined` when the person chose no place. */
export async function choosePath(suggestedName: string, askedBy: number): Promise<string | undefined> {
  const ending = path.extname(suggestedName).slice(1);
  const options = {
    defaultPath: path.join(app.getPath('documents'), suggestedName),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  };
  const asking = windowOf(askedBy);
  const { filePath } = await (asking ? dialog.showSaveDialog(asking, options) : dialog.showSaveDialog(options));
  if (!filePath) return undefined;
  return filePath.toLowerCase().endsWith(`.${ending}`) ? filePath : `${filePath}.${ending}`;
}

function windowOf(windowId: number): BrowserWindow | undefined {
  const contents = webContents.fromId(windowId);
  return (contents && BrowserWindow.fromWebContents(contents)) ?? undefined;
}

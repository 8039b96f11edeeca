import { BrowserWindow, dialog, webContents } from 'electron';

/** Asks in the window that wants to read; `undefined` when the person chose nothing. The window never learns the path. */
export async function chooseFile(askedBy: number): Promise<string | undefined> {
  const contents = webContents.fromId(askedBy);
  const asking = (contents && BrowserWindow.fromWebContents(contents)) ?? undefined;
  const options = {
    properties: ['openFile' as const],
    filters: [
      { name: 'Excel / CSV', extensions: ['xlsx', 'xlsm', 'csv', 'txt', 'xls', 'et'] },
      { name: '*', extensions: ['*'] },
    ],
  };
  const { filePaths } = await (asking ? dialog.showOpenDialog(asking, options) : dialog.showOpenDialog(options));
  return filePaths[0];
}

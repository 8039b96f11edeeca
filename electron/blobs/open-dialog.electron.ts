import { app, BrowserWindow, dialog, webContents } from 'electron';

/** Asks in the window that wants files; several may be chosen. Main reads them itself: the window learns no path. */
export async function chooseFiles(askedBy: number): Promise<readonly string[]> {
  const contents = webContents.fromId(askedBy);
  const asking = contents && BrowserWindow.fromWebContents(contents);
  const options: Electron.OpenDialogOptions = {
    defaultPath: app.getPath('documents'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'PDF, JPG, PNG', extensions: ['pdf', 'jpg', 'jpeg', 'png'] },
      { name: '*', extensions: ['*'] },
    ],
  };
  const { filePaths } = await (asking ? dialog.showOpenDialog(asking, options) : dialog.showOpenDialog(options));
  return filePaths;
}

import { app, BrowserWindow, dialog, webContents } from 'electron';

/** Asks in the window that wants files; several may be chosen. Main reads them itself: the window learns no path. */
export const chooseFiles = (askedBy: number): Promise<readonly string[]> =>
  ask(askedBy, ['openFile', 'multiSelections'], { name: 'PDF, JPG, PNG', extensions: ['pdf', 'jpg', 'jpeg', 'png'] });

/** Asks for one spreadsheet; `undefined` when the person chose none. */
export const chooseTable = async (askedBy: number): Promise<string | undefined> =>
  (
    await ask(askedBy, ['openFile'], {
      name: 'Excel, WPS, csv',
      extensions: ['xlsx', 'xlsm', 'csv', 'txt', 'xls', 'et'],
    })
  )[0];

/** Asks for a folder, which may be made in the dialog; `undefined` when the person chose none. */
export const chooseFolder = async (askedBy: number): Promise<string | undefined> =>
  (await ask(askedBy, ['openDirectory', 'createDirectory']))[0];

async function ask(
  askedBy: number,
  properties: NonNullable<Electron.OpenDialogOptions['properties']>,
  filter?: Electron.FileFilter,
): Promise<readonly string[]> {
  const contents = webContents.fromId(askedBy);
  const asking = contents && BrowserWindow.fromWebContents(contents);
  const options: Electron.OpenDialogOptions = {
    defaultPath: app.getPath('documents'),
    properties,
    ...(filter && { filters: [filter, { name: '*', extensions: ['*'] }] }),
  };
  const { filePaths } = await (asking ? dialog.showOpenDialog(asking, options) : dialog.showOpenDialog(options));
  return filePaths;
}

// The least that Electron can be: one window with one field in it. What the program needs beyond this is its own.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.setPath('userData', app.commandLine.getSwitchValue('data-dir'));
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, useContentSize: true, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});

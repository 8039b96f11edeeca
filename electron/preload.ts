import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('bridge', {
  invoke: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('api', name, input),
  on: (listener: (tables: string[]) => void): (() => void) => {
    const heard = (_: IpcRendererEvent, tables: string[]) => listener(tables);
    ipcRenderer.on('changed', heard);
    return () => ipcRenderer.removeListener('changed', heard);
  },
});

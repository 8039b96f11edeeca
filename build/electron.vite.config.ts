import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { adoptedStyles } from './adopted-styles';
import { namedParts } from './named-parts';
import { pdfParts } from './pdf-parts';
import { startChunks } from './start-chunks';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What each page of the window's side begins with; the program's own first. */
const pages = { start: at('renderer/main.tsx'), print: at('renderer/print.tsx'), say: at('renderer/say.ts') };

// The oldest runtime we run on is Electron 33: Chromium 130 and Node 20.18.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: at('out/main'),
      // The job process is a program of its own; what both need lies in a file beside them.
      lib: { entry: { main: at('electron/main.ts'), worker: at('electron/jobs/worker.ts') }, formats: ['es'] },
      // Bundled where they need not stay files: one file is read faster at start than two hundred.
      externalizeDeps: { exclude: ['zod', 'pinyin-pro', 'electron-log'] },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: at('out/preload'),
      // A sandboxed preload can only be CommonJS.
      lib: { entry: { preload: at('electron/preload.ts') }, formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), adoptedStyles(), namedParts(), pdfParts()],
    optimizeDeps: { rolldownOptions: { plugins: [adoptedStyles()] } },
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      // The content security policy allows no data: fonts.
      assetsInlineLimit: 0,
      minify: true,
      rollupOptions: {
        input: { index: at('renderer/index.html'), print: at('renderer/print.html'), say: at('renderer/say.html') },
        output: { codeSplitting: startChunks(pages) },
      },
    },
  },
});

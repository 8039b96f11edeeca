import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Character maps and fonts that a PDF may leave out, and the decoder of JPEG 2000 that needs no WebAssembly. */
const files = (): string[] => [
  ...['cmaps', 'standard_fonts'].flatMap((folder) =>
    readdirSync(join(home, folder)).map((name) => `${folder}/${name}`),
  ),
  'wasm/openjpeg_nowasm_fallback.js',
];

/** Puts what pdfjs reads while it works under `pdf/`, in the build and in development. */
export function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    generateBundle() {
      for (const name of files())
        this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: readFileSync(join(home, name)) });
    },
    configureServer(server) {
      const known = new Set(files());
      server.middlewares.use('/pdf', (request, reply, next) => {
        const name = (request.url ?? '').slice(1);
        if (!known.has(name)) return next();
        if (name.endsWith('.js')) reply.setHeader('content-type', 'text/javascript');
        reply.end(readFileSync(join(home, name)));
      });
    },
  };
}

import type { Reply } from '../../shared/api/errors';

declare global {
  interface Window {
    /** All that the window may ask of the main process (electron/preload.ts). */
    readonly bridge: {
      invoke(name: string, input: unknown): Promise<Reply>;
      /** Tells which tables a commit has changed; answers the function that stops listening. */
      on(listener: (tables: string[]) => void): () => void;
    };
  }
}

import { type DragEvent, useState } from 'react';

/** Files that are dropped onto a place or pasted while the keys are in it. */
export function useFileDrop(take: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const accept = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  };
  const onPaste = (event: { clipboardData: DataTransfer | null; preventDefault: () => void }) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  };
  return {
    isOver,
    onPaste,
    place: { onDragEnter: accept, onDragOver: accept, onDragLeave: () => setOver(false), onDrop },
  };
}

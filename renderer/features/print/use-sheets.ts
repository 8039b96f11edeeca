import { type RefObject, useCallback, useState } from 'react';

/** Which sheet of a form is in view, and turning to the one before or after it. */
export function useSheets(frame: RefObject<HTMLElement | null>) {
  const [position, setPosition] = useState({ sheet: 0, sheets: 0 });
  const look = useCallback(() => {
    if (frame.current) setPosition(positionIn(frame.current));
  }, [frame]);
  const turn = (by: 1 | -1) => {
    if (!frame.current) return;
    const { sheet } = positionIn(frame.current);
    sheetsIn(frame.current)[sheet - 1 + by]?.scrollIntoView({ block: 'start' });
  };
  return { ...position, look, turn };
}

const sheetsIn = (frame: HTMLElement) => [...frame.querySelectorAll<HTMLElement>('.paper-form > .sheet')];

/** The sheet that the middle of the window shows. */
function positionIn(frame: HTMLElement) {
  const { top, height } = frame.getBoundingClientRect();
  const sheets = sheetsIn(frame);
  const passed = sheets.filter((sheet) => sheet.getBoundingClientRect().top <= top + height / 2);
  return { sheet: Math.max(passed.length, Math.min(1, sheets.length)), sheets: sheets.length };
}

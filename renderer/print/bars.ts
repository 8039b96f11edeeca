import { code128 } from 'bwip-js/generic';

export interface Bar {
  x: number;
  width: number;
}

export interface Bars {
  bars: Bar[];
  /** Width of the symbol in modules, without quiet zones. */
  width: number;
}

/** Drawn at twice the size, so that the middle of a bar of odd width is a whole number. */
const SCALE = 2;

/** The bars of a Code 128 symbol in modules, as numbers: the page draws them itself and needs no markup from outside. */
export function barsOf(text: string): Bars {
  const bars: Bar[] = [];
  let width = 0;
  const nothing = () => undefined;
  return code128(
    { bcid: 'code128', text, scale: SCALE, height: 1 },
    {
      scale: () => [SCALE, SCALE],
      measure: () => ({ width: 0, ascent: 0, descent: 0 }),
      init: (all) => {
        width = all / SCALE;
      },
      line: (x, _y, _toX, _toY, thickness) => {
        bars.push({ x: (x - thickness / 2) / SCALE, width: thickness / SCALE });
      },
      polygon: nothing,
      hexagon: nothing,
      ellipse: nothing,
      fill: nothing,
      text: nothing,
      end: () => ({ bars, width }),
    },
  );
}

import { qrcode } from 'bwip-js/generic';

export interface Qr {
  /** Modules on each side, without the quiet zone. */
  size: number;
  /** The dark parts as an SVG path of the even-odd rule, a module being one unit. */
  path: string;
}

/** Each module is drawn as so many points. */
const SCALE = 2;

/** A QR symbol as outlines; the page draws them itself and needs no markup from outside. */
export function qrOf(text: string): Qr {
  const outlines: string[] = [];
  let size = 0;
  const nothing = () => undefined;
  return qrcode(
    { bcid: 'qrcode', text, scale: SCALE },
    {
      scale: () => [SCALE, SCALE],
      measure: () => ({ width: 0, ascent: 0, descent: 0 }),
      init: (width) => {
        size = width / SCALE;
      },
      line: nothing,
      polygon: (points) => {
        outlines.push(`M${points.map(([x, y]) => `${x / SCALE} ${y / SCALE}`).join('L')}Z`);
      },
      hexagon: nothing,
      ellipse: nothing,
      fill: nothing,
      text: nothing,
      end: () => ({ size, path: outlines.join('') }),
    },
  );
}

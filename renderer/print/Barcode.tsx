import { barsOf } from './bars';

/** Code 128 as plain rectangles, with its text below for reading aloud and typing. */
export function Barcode({ text }: { text: string }) {
  const { bars, width } = barsOf(text);
  return (
    <div className="barcode">
      <svg viewBox={`0 0 ${width} 30`} preserveAspectRatio="none" role="img" aria-label={text}>
        {bars.map((bar) => (
          <rect key={bar.x} x={bar.x} y={0} width={bar.width} height={30} />
        ))}
      </svg>
      <span>{text}</span>
    </div>
  );
}

/** Blank on both sides of a Code 128 symbol, in modules: without it no scanner finds where the symbol begins. */
const QUIET = 10;

interface BarsProps {
  text: string;
  /** Width of the narrowest bar, in millimetres. */
  module: number;
  /** Length of the bars, in millimetres. */
  tall: number;
  /** The symbol runs from top to bottom. */
  upright?: boolean;
}

/** The same symbol to the exact millimetre, with its quiet zones: for labels, where nobody may squeeze it. */
export function Bars({ text, module, tall, upright = false }: BarsProps) {
  const { bars, width } = barsOf(text);
  const long = width + 2 * QUIET;
  const [across, down] = upright ? [tall, long * module] : [long * module, tall];
  return (
    <svg
      className="bars"
      style={{ width: `${across}mm`, height: `${down}mm` }}
      viewBox={upright ? `0 0 1 ${long}` : `0 0 ${long} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
    >
      {bars.map(({ x, width: wide }) => (
        <rect
          key={x}
          {...(upright
            ? { x: 0, y: x + QUIET, width: 1, height: wide }
            : { x: x + QUIET, y: 0, width: wide, height: 1 })}
        />
      ))}
    </svg>
  );
}

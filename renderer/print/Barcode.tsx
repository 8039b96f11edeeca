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

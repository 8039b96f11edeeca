import './stacked-bars.css';

export type BarTone = 'good' | 'slow' | 'out' | 'late' | 'settled';
export interface BarPart {
  tone: BarTone;
  count: number;
}
export interface Bar {
  name: string;
  /** Where two have the same name. */
  key?: string;
  parts: readonly BarPart[];
}

const [WIDTH, NAME, TOTAL] = [680, 190, 46];
const [ROW, THICK] = [24, 14];
/** Longer names are cut: the table below has them in full. */
const LETTERS = 14;

interface StackedBarsProps {
  /** What it shows, for who cannot see it. */
  label: string;
  bars: readonly Bar[];
  /** Only of those that there are. */
  words: Readonly<Partial<Record<BarTone, string>>>;
}

/** A bar a line, made of its parts, with their sum behind it; drawn alike on the screen and on paper. */
export function StackedBars({ label, bars, words }: StackedBarsProps) {
  const sums = bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const scale = (WIDTH - NAME - TOTAL) / Math.max(1, ...sums);
  const tones = Object.keys(words) as BarTone[];
  const legend = (WIDTH - NAME / 2) / tones.length;
  const height = ROW * (bars.length + 1);
  return (
    <svg className="stacked-bars" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {bars.map((bar, row) => (
        <BarLine key={bar.key ?? bar.name} bar={bar} sum={sums[row] ?? 0} scale={scale} top={row * ROW} />
      ))}
      {tones.map((tone, index) => (
        <g key={tone} transform={`translate(${NAME / 2 + index * legend} ${ROW * bars.length})`}>
          <rect className={`bar-${tone}`} x={0} y={7} width={12} height={12} />
          <text x={18} y={17}>
            {words[tone]}
          </text>
        </g>
      ))}
    </svg>
  );
}

function BarLine({ bar, sum, scale, top }: { bar: Bar; sum: number; scale: number; top: number }) {
  const letters = [...bar.name];
  const name = letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join('')}…` : bar.name;
  let left = NAME;
  return (
    <g>
      <text className="bar-name" x={NAME - 10} y={top + 17}>
        {name}
      </text>
      {bar.parts.map(({ tone, count }) => {
        const x = left;
        left += count * scale;
        return (
          <rect
            key={tone}
            className={`bar-${tone}`}
            x={x}
            y={top + (ROW - THICK) / 2}
            width={count * scale}
            height={THICK}
          />
        );
      })}
      <text x={left + 8} y={top + 17}>
        {sum}
      </text>
    </g>
  );
}

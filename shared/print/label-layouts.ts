/** A sheet of labels, in millimetres from the upper left corner of an A4 sheet. */
export interface LabelLayout {
  columns: number;
  rows: number;
  width: number;
  height: number;
  /** Where the first label begins. */
  left: number;
  top: number;
  /** Between two labels of a line. */
  gap: number;
}

export const A4 = { width: 210, height: 297 } as const;

/** The sheets of self-adhesive labels that shops sell, by the size of one label. */
export const LABEL_LAYOUTS = {
  '70x37': { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gap: 0 },
  '99x38': { columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, gap: 2.5 },
  '48x25': { columns: 4, rows: 10, width: 48.5, height: 25.4, left: 8, top: 21.5, gap: 0 },
  '105x74': { columns: 2, rows: 4, width: 105, height: 74, left: 0, top: 0.5, gap: 0 },
} as const satisfies Readonly<Record<string, LabelLayout>>;
export type LayoutName = keyof typeof LABEL_LAYOUTS;
export const LAYOUT_NAMES = Object.keys(LABEL_LAYOUTS) as [LayoutName, ...LayoutName[]];

export const perSheet = ({ columns, rows }: LabelLayout): number => columns * rows;
export const MOST_PER_SHEET = Math.max(...Object.values(LABEL_LAYOUTS).map(perSheet));

/** Millimetres: the thinnest folder and the thickest box. */
export const SPINE_WIDTHS = { least: 10, most: 50 } as const;
const SPINE = { height: 250, top: 14 } as const;
/** What printers leave white at the edge of the paper. */
const EDGE = 10;

/** Spines stand side by side and share their cuts. */
export function spineLayout(width: number): LabelLayout {
  const columns = Math.floor((A4.width - 2 * EDGE) / width);
  return { columns, rows: 1, width, ...SPINE, left: (A4.width - columns * width) / 2, gap: 0 };
}

export interface PlacedLabel {
  /** Which of all labels it is. */
  index: number;
  x: number;
  y: number;
}

/** Where `count` labels lie, sheet by sheet and line by line; the first sheet may have been begun: there `first` is the first free place. */
export function layLabels(count: number, layout: LabelLayout, first = 1): PlacedLabel[][] {
  const room = perSheet(layout);
  const begun = Math.min(Math.max(first, 1), room) - 1;
  const sheets: PlacedLabel[][] = [];
  for (let index = 0; index < count; index += 1) {
    const place = begun + index;
    const onSheet = place % room;
    const [line, column] = [Math.floor(onSheet / layout.columns), onSheet % layout.columns];
    const sheet = Math.floor(place / room);
    sheets[sheet] ??= [];
    sheets[sheet].push({
      index,
      x: layout.left + column * (layout.width + layout.gap),
      y: layout.top + line * layout.height,
    });
  }
  return sheets;
}

import type { LayoutName } from '../../shared/print/label-layouts';

interface LabelLook {
  /** Left and right, above and below: printers leave the edge of the paper white. */
  padX: number;
  padY: number;
  /** The narrowest bar; 0.25 mm is what office printers and hand scanners still agree on. */
  module: number;
  /** Length of the bars. */
  bars: number;
  /** Letters of the number, of the title, and of the rest. */
  number: number;
  title: number;
  /** Name of a box, and the numbers in it. */
  box: number;
  run: number;
  /** Lines of the title. */
  lines: number;
  small: number;
  /** Runs of numbers that a box names before it says how many more there are. */
  runs: number;
}

/** What is set how large on the labels of each sheet, in millimetres. */
export const LABEL_LOOKS: Readonly<Record<LayoutName, LabelLook>> = {
  '70x37': {
    padX: 5,
    padY: 3,
    module: 0.33,
    bars: 8,
    number: 5,
    title: 3,
    box: 6.5,
    run: 2.8,
    lines: 2,
    small: 2.3,
    runs: 2,
  },
  '99x38': {
    padX: 5,
    padY: 3,
    module: 0.4,
    bars: 8,
    number: 5.4,
    title: 3.3,
    box: 7,
    run: 3.2,
    lines: 2,
    small: 2.5,
    runs: 2,
  },
  '48x25': {
    padX: 2.2,
    padY: 1.6,
    module: 0.27,
    bars: 5.5,
    number: 3.6,
    title: 2.2,
    box: 4.6,
    run: 2.1,
    lines: 2,
    small: 1.9,
    runs: 1,
  },
  '105x74': {
    padX: 8,
    padY: 7,
    module: 0.45,
    bars: 13,
    number: 8.5,
    title: 5,
    box: 14,
    run: 4.4,
    lines: 3,
    small: 3.2,
    runs: 5,
  },
};

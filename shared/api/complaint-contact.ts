export const CHANNELS = ['onSite', 'phone', 'letter', 'email', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Something that was spoken or written about a case. It never changes: what was noted wrongly is noted anew. */
export interface ContactView {
  id: number;
  direction: Direction;
  channel: Channel;
  on: string;
  /** 09:30, by the office's clock. */
  time: string;
  withWhom: string;
  /** Who spoke or wrote for the office. */
  staff: string;
  said: string;
  notedAt: string;
  noter: string;
  /** The note that it puts right. */
  correctsId?: number;
  /** The note that puts it right. */
  correctedById?: number;
}

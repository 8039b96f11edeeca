import { halfWidth } from './read-entry';

/** A time of the day as people type it: 9:30, 0930, 9：30, 9点30. None where it is none. */
export function readTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.点]?(\d{2})分?$/.exec(halfWidth(typed).replace(/\s/g, '')) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

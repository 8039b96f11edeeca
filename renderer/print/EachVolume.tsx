import { type ReactNode, useEffect, useRef, useState } from 'react';

interface EachVolumeProps {
  volumes: number;
  /** The sheets of one volume; they say by `onLaidOut` when they stand. */
  children: (volume: number, onLaidOut: () => void) => ReactNode;
  onLaidOut?: (() => void) | undefined;
}

/** A form made out once for each volume, because each lies in its own; it stands when all of them do. */
export function EachVolume({ volumes, children, onLaidOut }: EachVolumeProps) {
  const [standing, setStanding] = useState<ReadonlySet<number>>(new Set());
  const marks = useRef(new Map<number, () => void>());
  const markOf = (volume: number) => {
    const known = marks.current.get(volume) ?? (() => setStanding((its) => new Set(its).add(volume)));
    marks.current.set(volume, known);
    return known;
  };
  const all = standing.size >= volumes;
  useEffect(() => {
    if (all) onLaidOut?.();
  }, [all, onLaidOut]);
  return Array.from({ length: volumes }, (_, index) => children(index + 1, markOf(index + 1)));
}

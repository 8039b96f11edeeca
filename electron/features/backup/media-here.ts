import { dirname } from 'node:path';
import { readMarker } from '../../backup/marker';
import type { PluggedIn, VolumeIdOf } from '../../backup/places';
import type { Whereabouts } from './backup.repo';
import type { BackupService } from './backup.service';

/** What hangs in, seen by its marker. */
export interface MarkedPlace extends Whereabouts {
  marker?: string;
  /** Another one with the same marker: nobody can tell which of the two is the known one. */
  twin?: string;
}

export type MediaHere = (place: string) => Promise<MarkedPlace>;

/** The marker of the medium on which a folder lies; somebody may have named a folder in it. */
async function markerAbove(place: string): Promise<{ marker: string; top: string } | undefined> {
  const marker = await readMarker(place);
  if (marker !== undefined) return { marker, top: place };
  const above = dirname(place);
  return above === place ? undefined : markerAbove(above);
}

/** On which known medium a place lies. */
export function createMediaHere(
  pluggedIn: PluggedIn,
  volumeIdOf: VolumeIdOf,
  { mediumWith, isMedium }: Pick<BackupService, 'mediumWith' | 'isMedium'>,
): MediaHere {
  const twinOf = async (marker: string, top: string): Promise<string | undefined> => {
    for (const other of await pluggedIn()) if (other !== top && (await readMarker(other)) === marker) return other;
    return undefined;
  };
  return async (place) => {
    const found = await markerAbove(place);
    if (!found || !isMedium(found.marker, await volumeIdOf(found.top))) return { place, medium: null };
    const { marker, top } = found;
    const twin = await twinOf(marker, top);
    if (twin !== undefined) return { place, medium: null, twin };
    return { place, medium: mediumWith(marker) ?? null, marker };
  };
}

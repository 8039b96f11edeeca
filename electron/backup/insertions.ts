/**
 * Notices what was plugged in since the last look. `arrived` is told each place once; when it fails because something else is
 * going on (`isBusy`), it is told again with the next look.
 */
export function createInsertions(
  places: () => Promise<string[]>,
  arrived: (place: string) => Promise<void>,
  isBusy: (error: unknown) => boolean,
  tell: () => void,
): () => Promise<void> {
  let present = new Set<string>();
  let isLooking = false;
  const greet = async (place: string): Promise<boolean> => {
    try {
      await arrived(place);
      return true;
    } catch (error) {
      return !isBusy(error);
    }
  };
  return async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const now = await places();
      const fresh = now.filter((place) => !present.has(place));
      if (fresh.length > 0 || now.length !== present.size) tell();
      present = new Set(now.filter((place) => present.has(place)));
      for (const place of fresh) if (await greet(place)) present.add(place);
    } finally {
      isLooking = false;
    }
  };
}

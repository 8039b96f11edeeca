/** The dossier's acts, what stands beside the list, and the list itself, with what in each takes the keys. */
const PLACES = [
  ['.dossier-main .bar', '.ant-btn:not(:disabled)'],
  ['.dossier-split .side', 'button, a'],
  ['.volume-grid', '.volume-entry'],
] as const;

/** F6, as in the programs of an office: on to the next part of the page. The list keeps Tab for its cells. */
export function goRound(): void {
  const active = document.activeElement;
  const at = PLACES.findIndex(([place]) => active?.closest(place));
  const [place, first] = PLACES[(at + 1) % PLACES.length] ?? PLACES[0];
  const part = document.querySelector<HTMLElement>(place);
  (part?.querySelector<HTMLElement>(first) ?? part)?.focus();
}

/**
 * Waits until everything in `element` is laid out with its own fonts. Laying out with one font can ask for another (a rare
 * character is looked for in the ordinary font first), hence the loop. No animation frame: a hidden window has none.
 */
export async function fontsLaidOut(element: HTMLElement): Promise<void> {
  do {
    void element.offsetHeight;
    await document.fonts.ready;
    void element.offsetHeight;
  } while (document.fonts.status === 'loading');
}

/** The screens that tests may use at the same time, as DISPLAY names them; just one, without a name, where a person sits. */
export const screens = (): readonly (string | undefined)[] => process.env.ANJUAN_SCREENS?.split(' ') ?? [undefined];

/** What this process starts from now on stands on its own one of the screens. */
export function takeScreen(): void {
  const screen = screens()[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (screen) process.env.DISPLAY = screen;
}

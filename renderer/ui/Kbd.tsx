/** Keys on a button or beside a field: `<Kbd>Ctrl N</Kbd>`. Read aloud it would only disturb. */
export function Kbd({ children }: { children: string }) {
  return <kbd aria-hidden>{children}</kbd>;
}

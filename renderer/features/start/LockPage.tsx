export function LockPage(_props: { me: object }) {
  return null;
}

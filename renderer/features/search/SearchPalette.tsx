export function SearchPalette(_props: { onClose: () => void }) {
  return null;
}

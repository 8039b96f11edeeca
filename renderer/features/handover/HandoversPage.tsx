export function HandoversPage() {
  return null;
}

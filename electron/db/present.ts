/** A row as SQLite gives it: what TypeScript knows as absent is NULL there. */
export type Stored<T> = { [K in keyof T]-?: undefined extends T[K] ? NonNullable<T[K]> | null : T[K] };

/** NULL ends here: its columns are absent in TypeScript. */
export function present<T extends object>(row: Stored<T>): T {
  const kept: Partial<Stored<T>> = {};
  for (const column in row) if (row[column] !== null) kept[column] = row[column];
  return kept as T;
}

import type { z } from 'zod';

/** The same numbers for the same seed (mulberry32): what failed once can be run again. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (n: number) => Math.floor(next() * n),
    of: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T,
    chance: (p: number) => next() < p,
  };
}
export type Random = ReturnType<typeof randomFrom>;

/** What zod 4 tells of a schema. */
interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  entries?: Record<string, string>;
  options?: readonly z.ZodType[];
  values?: readonly unknown[];
  valueType?: z.ZodType;
}
const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

const STRINGS = [
  '260302',
  '2026-03-02',
  '2026-02',
  '青禾建材',
  '鸿',
  'songfeng-2026',
  'guxingjian',
  "'; DROP TABLE staff; --",
  'a"*()',
  '%',
];
const NUMBERS = [1, 2, 3, 5, 15, 40, 2026];

/** An input that the schema takes; small ids, so that it often hits a record. */
export function validInput(schema: z.ZodType, random: Random): unknown {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).flatMap(([key, field]) =>
          isOptional(field) && random.chance(0.5) ? [] : [[key, validInput(field, random)]],
        ),
      );
    case 'array':
      return Array.from({ length: 1 + random.below(3) }, () => def.element && validInput(def.element, random));
    case 'nullable':
      return random.chance(0.2) ? null : def.innerType && validInput(def.innerType, random);
    case 'optional':
    case 'default':
    case 'prefault':
      return def.innerType && validInput(def.innerType, random);
    case 'union':
      return validInput(random.of(def.options ?? []), random);
    case 'literal':
      return def.values?.[0];
    case 'record':
      return def.valueType ? { a: validInput(def.valueType, random) } : {};
    case 'enum':
      return random.of(Object.values(def.entries ?? {}));
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.of(NUMBERS.filter((n) => schema.safeParse(n).success));
    case 'string':
      return random.of(STRINGS.filter((text) => schema.safeParse(text).success));
    case 'custom':
      return Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
    default:
      throw new Error(`no made input for ${def.type}`);
  }
}

const isOptional = (schema: z.ZodType) => ['optional', 'default', 'prefault'].includes(defOf(schema).type);

const MEGABYTE = 'x'.repeat(1_048_576);
const WIDE = '字'.repeat(350_000);
const MANY = Array.from({ length: 100_000 }, (_, i) => i);
const DEEP = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;

/** What no honest window sends. */
export const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  MEGABYTE,
  WIDE,
  'NaN',
  '__proto__',
  "1' OR '1'='1",
  0,
  -1,
  1.5,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER,
  2 ** 63,
  1e308,
  10n,
  true,
  [],
  MANY,
  DEEP,
  {},
  { length: 3 },
  new Date(0),
  new Map([['id', 1]]),
  new Uint8Array(8),
  JSON.parse('{"__proto__": {"polluted": true}}'),
  JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
  { toString: 'x', valueOf: 'x' },
];

/** A good input with one thing wrong: a value of another kind, a field too few or too many, or something else altogether. */
export function hostileInput(schema: z.ZodType, random: Random): unknown {
  const base = validInput(schema, random);
  const way = random.below(10);
  if (way === 0 || base === null || typeof base !== 'object') return random.of(HOSTILE);
  const path = somePath(base, random);
  if (path === undefined || way === 1)
    return Object.assign(
      JSON.parse(`{"${random.of(['__proto__', 'constructor', 'staffId', 'toString'])}": {"x": 1}}`),
      base,
    );
  const [owner, key] = path;
  if (way === 2) delete owner[key];
  else owner[key] = random.of(HOSTILE);
  return base;
}

/** One field somewhere inside, as its owner and its key. */
function somePath(value: object, random: Random): [Record<string, unknown>, string] | undefined {
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  const key = random.of(keys);
  const inner = (value as Record<string, unknown>)[key];
  // Bytes are one value.
  if (inner !== null && typeof inner === 'object' && !ArrayBuffer.isView(inner) && random.chance(0.7)) {
    const deeper = somePath(inner, random);
    if (deeper) return deeper;
  }
  return [value as Record<string, unknown>, key];
}

/** The texts of one translation file by their full keys: { a: { b: 'x' } } becomes a.b → x. */
export function flatten(tree, above = '') {
  return new Map(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null ? [...flatten(value, `${above}${name}.`)] : [[above + name, value]],
    ),
  );
}

/** Every way in which two languages (file → key → text) differ in more than their words. */
export function compareLanguages(chinese, english) {
  const files = new Set([...chinese.keys(), ...english.keys()]);
  return [...files].flatMap((file) => {
    const here = chinese.get(file) ?? new Map();
    const there = english.get(file) ?? new Map();
    return [
      ...onlyIn(here, there).map((key) => `${file}: ${key} is missing in en`),
      ...onlyIn(there, here).map((key) => `${file}: ${key} is missing in zh-CN`),
      ...empty(here).map((key) => `${file}: ${key} is empty in zh-CN`),
      ...empty(there).map((key) => `${file}: ${key} is empty in en`),
      ...differentPlaceholders(here, there).map(
        (key) => `${file}: ${key} has other {{placeholders}} in zh-CN than in en`,
      ),
    ];
  });
}

// Languages have different plural forms: Chinese says in _other what English says in _one and _other.
function withoutPlural(key) {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function onlyIn(texts, others) {
  const known = new Set([...others.keys()].map(withoutPlural));
  return [...new Set([...texts.keys()].map(withoutPlural))].filter((key) => !known.has(key));
}

function empty(texts) {
  return [...texts].filter(([, text]) => typeof text !== 'string' || text.trim() === '').map(([key]) => key);
}

function differentPlaceholders(texts, others) {
  const here = placeholders(texts);
  const there = placeholders(others);
  return [...here.keys()].filter((key) => there.has(key) && here.get(key) !== there.get(key));
}

/** Key → its placeholders; {{count}} may be left unsaid in a plural form ("one volume"). */
function placeholders(texts) {
  const found = new Map();
  for (const [key, text] of texts) {
    const base = withoutPlural(key);
    const names = [...String(text).matchAll(/\{\{-?\s*([\w.]+)/g)].map(([, name]) => name);
    const all = new Set([...(found.get(base) ?? []), ...names.filter((name) => base === key || name !== 'count')]);
    found.set(base, all);
  }
  return new Map([...found].map(([key, names]) => [key, [...names].sort().join(' ')]));
}

/** Chinese words in the code itself, and keys that no translation file has. */
export function findInCode(file, source, texts) {
  const code = withoutComments(source);
  return [
    ...code
      .split('\n')
      .flatMap((line, index) =>
        /\p{Script=Han}/u.test(line) ? [`${file}:${index + 1}: Chinese text outside renderer/i18n`] : [],
      ),
    ...usedKeys(code).flatMap(({ key, index }) =>
      isKnown(key, code, texts) ? [] : [`${file}:${lineAt(code, index)}: no text has the key ${key}`],
    ),
  ];
}

/** Blanks out comments, keeping strings (which may hold //) and the numbers of the lines. */
export function withoutComments(source) {
  const strings = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/;
  const comments = /\/\/[^\n]*|\/\*[\s\S]*?\*\//;
  return source.replace(
    new RegExp(`(${strings.source})|${comments.source}`, 'g'),
    (found, string) => string ?? found.replace(/[^\n]/g, ' '),
  );
}

// t('key'), i18n.t("key"), <Trans i18nKey="key">. Keys put together at run time cannot be looked up here.
function usedKeys(code) {
  const uses = /(?:\bt\(\s*|\bi18nKey=\{?)(['"`])((?:(?!\1|\$\{)[^\\\n])+)\1/g;
  return [...code.matchAll(uses)].map((match) => ({ key: match[2], index: match.index }));
}

/** A key names its file ("people:title"), or means the files that the code asked for, or else any. */
function isKnown(key, code, texts) {
  const [file, name] = key.includes(':') ? key.split(':') : [undefined, key];
  const asked = [...code.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, names]) =>
    [...names.matchAll(/['"]([^'"]+)['"]/g)].map((found) => found[1]),
  );
  const files = file ? [file] : asked.length > 0 ? asked : [...texts.keys()];
  return files.some((one) =>
    [...(texts.get(one)?.keys() ?? [])].some((known) => known === name || withoutPlural(known) === name),
  );
}

function lineAt(code, index) {
  return code.slice(0, index).split('\n').length;
}

// Stands in for the module by which antd writes style elements (build/adopted-styles.ts puts it there): the content security
// policy forbids those, and allows stylesheets made by script.

interface Options {
  mark?: string;
  priority?: number;
  prepend?: boolean | 'queue';
}

interface Adopted {
  sheet: CSSStyleSheet;
  css: string;
  rank: number;
  /** What antd takes for its style element; it stays outside the document. */
  node: HTMLStyleElement;
}

const adopted = new Map<string, Adopted>();
let unnamed = 0;

const nameOf = (key: string, options: Options) => `${options.mark ?? ''}|${key}`;

/** Styles that antd wants first come before the others, by their priority; among equals the earlier one first. */
function arrange() {
  const sheets = [...adopted.values()].sort((one, other) => one.rank - other.rank).map(({ sheet }) => sheet);
  document.adoptedStyleSheets = sheets;
}

function adopt(name: string, css: string, { prepend, priority = 0 }: Options) {
  const known = adopted.get(name);
  if (known) {
    if (known.css !== css) {
      known.sheet.replaceSync(css);
      known.css = css;
    }
    return known.node;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const node = document.createElement('style');
  adopted.set(name, { sheet, css, rank: prepend ? priority - 1_000_000 : 0, node });
  arrange();
  return node;
}

export function injectCSS(css: string, options: Options = {}) {
  unnamed += 1;
  return adopt(`unnamed|${unnamed}`, css, options);
}

export function updateCSS(css: string, key: string, options: Options = {}) {
  return adopt(nameOf(key, options), css, options);
}

export function removeCSS(key: string, options: Options = {}) {
  if (adopted.delete(nameOf(key, options))) arrange();
}

export function clearContainerCache() {}

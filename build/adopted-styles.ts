import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ours = fileURLToPath(new URL('../renderer/app/adopted-styles.ts', import.meta.url));
const theirs = /@rc-component\/util\/(es|lib)\/Dom\/dynamicCSS\.js/;
const icons = /@ant-design\/icons\/(es|lib)\/cssUtils\.js/;
/** What the icons' module holds besides: the same functions that antd has in modules of their own. */
const besides = `
  export { getShadowRoot } from '@rc-component/util/es/Dom/shadow';
  export { warningOnce } from '@rc-component/util/es/warning';`;

/** Lets antd's runtime styles go through constructable stylesheets, which `style-src 'self'` allows; a style element it forbids. */
export function adoptedStyles(): Plugin {
  return {
    name: 'adopted-styles',
    enforce: 'pre',
    load: (id) => {
      if (!theirs.test(id) && !icons.test(id)) return undefined;
      return `export * from ${JSON.stringify(ours)};${icons.test(id) ? besides : ''}`;
    },
  };
}

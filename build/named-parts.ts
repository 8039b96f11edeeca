import type { Plugin } from 'vite';

const READS = /import\s*\{([^{}]+)\}\s*from\s*["']antd["'];?/g;

/** `InputNumber` stands in `input-number`. */
const folderOf = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** `Button` or `Button as Plain`. */
function readAlone(part: string): string {
  const [name = '', its = name] = part.trim().split(/\s+as\s+/);
  return name === '' ? '' : `import ${its} from "antd/es/${folderOf(name)}";`;
}

/** antd's index names all there is: each component is read from where it stands, so that what a page reads is what it shows. */
export function namedParts(): Plugin {
  return {
    name: 'named-parts',
    apply: 'build',
    enforce: 'post',
    transform: (code, id) =>
      id.includes('/renderer/') && code.includes('antd')
        ? { code: code.replace(READS, (_all, parts: string) => parts.split(',').map(readAlone).join('')), map: null }
        : undefined,
  };
}

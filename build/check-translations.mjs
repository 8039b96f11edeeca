// Both languages say the same things, and the window's code says nothing that is not in them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareLanguages, findInCode, flatten } from './check-translations/rules.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const languages = ['zh-CN', 'en'];

function readLanguage(language) {
  const folder = path.join(root, 'renderer/i18n', language);
  const files = filesIn(folder).filter((file) => file.endsWith('.json'));
  return new Map(files.map((file) => [path.basename(file, '.json'), flatten(JSON.parse(readFileSync(file, 'utf8')))]));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const [chinese, english] = languages.map(readLanguage);
const code = filesIn(path.join(root, 'renderer')).filter(
  (file) => /\.tsx?$/.test(file) && !path.relative(root, file).startsWith(path.join('renderer', 'i18n')),
);
const problems = [
  ...(chinese.size === 0 ? ['renderer/i18n/zh-CN holds no translations'] : []),
  ...compareLanguages(chinese, english),
  ...code.flatMap((file) => findInCode(path.relative(root, file), readFileSync(file, 'utf8'), chinese)),
];

for (const problem of problems) console.error(problem);
const keys = [...chinese.values()].reduce((sum, texts) => sum + texts.size, 0);
console.log(`${keys} texts in ${chinese.size} files, ${code.length} code files, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

import { expect, test } from 'vitest';
import { companyFolder } from '../../../electron/backup/bag-folders';

test.each([
  ['鸿远', '鸿远'],
  ['💾𠮷', '💾𠮷'],
  ['CON', 'CON_'],
  ['nul', 'nul_'],
  ['aux.h', 'aux_.h'],
  ['CONS', 'CONS'],
  ['a/b', 'a_b'],
  ['A:?*', 'A___'],
  ['鸿. ', '鸿'],
  ['..', 'Anjuan'],
  ['长'.repeat(200), '长'.repeat(40)],
])('the backups of a company called %s lie in a folder %s, which every system takes', (shortName, folder) => {
  expect(companyFolder(shortName)).toBe(folder);
});

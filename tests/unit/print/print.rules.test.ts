import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../electron/features/print/print.rules';
import type { FormData } from '../../../shared/api/print.contract';

const cover = (title: string, archiveNo?: string) =>
  ({ form: 'dossier-cover', frame: { barcode: 'AJ-D-000012' }, dossier: { title, archiveNo } }) as FormData;

describe('names of what is printed', () => {
  test('a PDF is named by form, number and title', () => {
    expect(fileNameOf(cover('流动资金贷款', '鸿借字第001号'))).toBe('案卷封面 鸿借字第001号 流动资金贷款.pdf');
    expect(fileNameOf(cover('流动资金贷款'))).toBe('案卷封面 AJ-D-000012 流动资金贷款.pdf');
  });

  test('a name is one that every file system takes', () => {
    const name = fileNameOf(cover('../a\\b:c*d?e"f<g>h|i\u0000j', 'x'));
    expect(name).not.toMatch(/[\\/:*?"<>|]/);
    expect(name).not.toContain('\u0000');
    const long = fileNameOf(cover('𠮷'.repeat(500), 'x'));
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
    expect(long).toMatch(/𠮷\.pdf$/u);
  });
});

import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowingLine } from '../../../../shared/api/borrowing-slip.contract';
import { takesScans, useScanned } from '../../../ui/scanned';
import { thenFocus } from '../../../ui/then-focus';
import { isComposing } from '../../../ui/use-keys';
import { countId } from './BackLine';
import { type FoundLine, lineOf, withoutScan } from './back-draft';

const SCAN = 'scan-back';
/** On to the next thing. */
export const focusScan = () => document.getElementById(SCAN)?.focus();

interface ScanBackProps {
  open: readonly BorrowingLine[];
  foundOf: (id: number) => FoundLine;
  /** Of several things at once. */
  onChange: (some: Readonly<Record<number, Partial<FoundLine>>>) => void;
}

/** What is scanned while the drawer is open is ticked, and waits to be counted. */
export function ScanBack({ open, foundOf, onChange }: ScanBackProps) {
  const { t } = useTranslation('borrowing');
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState('');
  const tick = (text: string, more: Readonly<Record<number, Partial<FoundLine>>> = {}) => {
    const line = lineOf(text, open);
    const take = () => {
      setTyped('');
      setUnknown(line ? '' : text);
      onChange(line ? { ...more, [line.id]: { ...more[line.id], here: true } } : more);
    };
    thenFocus(take, () => (line ? document.getElementById(countId(line.id)) : undefined));
  };
  useScanned((code) => {
    const at = open.find(({ id }) => countId(id) === document.activeElement?.id);
    tick(code, at ? { [at.id]: { found: withoutScan(foundOf(at.id).found, code) } } : {});
  }, true);
  return (
    <div className="field">
      <label htmlFor={SCAN}>
        {t('label--scanBack')} <span className="quiet small">{t('hint--scanBack')}</span>
      </label>
      <Input
        id={SCAN}
        maxLength={100}
        autoComplete="off"
        value={typed}
        status={unknown ? 'error' : ''}
        {...takesScans}
        onChange={(event) => {
          setTyped(event.target.value);
          setUnknown('');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent) || typed.trim() === '') return;
          event.preventDefault();
          tick(typed.trim());
        }}
      />
      {unknown && (
        <p className="field-error" role="alert">
          {t('error--notOnSlip', { text: unknown })}
        </p>
      )}
    </div>
  );
}

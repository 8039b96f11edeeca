import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/use-keys';
import { isFiltered, type LedgerFilter, narrow, openWhole } from './ledger-view.store';
import { MoreConditions } from './MoreConditions';
import { useConditionWords } from './use-condition-words';

/** Every further condition in words, which pressing takes away, and the way to more of them. */
export function ActiveConditions({ filter }: { filter: LedgerFilter }) {
  const { t } = useTranslation(['views', 'ledger']);
  const conditions = useConditionWords(filter);
  const [adding, setAdding] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  useKeys({ 'ctrl+shift+f': () => setAdding(true) });
  return (
    <>
      <Button ref={more} size="small" onClick={() => setAdding(true)}>
        {t('views:action--more')}
      </Button>
      {conditions.map(({ key, words, without }) => (
        <button
          key={key}
          type="button"
          className="condition"
          aria-label={t('views:action--takeAway', { words })}
          onClick={() => {
            narrow(without);
            // The button that was pressed goes away.
            more.current?.focus();
          }}
        >
          {words} <CloseOutlined aria-hidden />
        </button>
      ))}
      {isFiltered(filter) && (
        <Button type="link" size="small" onClick={openWhole}>
          {t('ledger:action--showAll')}
        </Button>
      )}
      {adding && <MoreConditions onClose={() => setAdding(false)} />}
    </>
  );
}

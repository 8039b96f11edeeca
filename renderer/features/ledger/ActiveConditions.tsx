import { CloseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { LedgerFilter } from './ledger-view.store';
import { narrow } from './ledger-view.store';
import { useConditionWords } from './use-condition-words';

/** Every further condition in words; pressing one takes it away. */
export function ActiveConditions({ filter }: { filter: LedgerFilter }) {
  const { t } = useTranslation('views');
  const conditions = useConditionWords(filter);
  return conditions.map(({ key, words, without }) => (
    <button
      key={key}
      type="button"
      className="condition"
      aria-label={t('action--takeAway', { words })}
      onClick={() => narrow(without)}
    >
      {words} <CloseOutlined aria-hidden />
    </button>
  ));
}

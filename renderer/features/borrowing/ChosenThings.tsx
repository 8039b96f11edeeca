import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Lendable } from '../../../shared/api/borrowing-slip.contract';
import { EmptyState } from '../../ui/EmptyState';
import { keyOf } from './ThingPicker';
import { useHindranceWords } from './use-hindrance-words';

/** What will stand on the slip, with what is in its way. */
export function ChosenThings({ rows, onRemove }: { rows: Lendable[]; onRemove: (its: Lendable) => void }) {
  const { t } = useTranslation('borrowing');
  const words = useHindranceWords();
  if (rows.length === 0) return <EmptyState title={t('title--nothing')} hint={t('hint--nothing')} />;
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--kind')}</th>
          <th>{t('label--number')}</th>
          <th>{t('label--name')}</th>
          <th>{t('label--place')}</th>
          <th className="n">{t('label--quantity')}</th>
          <th aria-label={t('action--remove')} />
        </tr>
      </thead>
      <tbody>
        {rows.map((its) => (
          <tr key={keyOf(its)}>
            <td className="nowrap">{t(`kind--${its.kind}`)}</td>
            <td>{its.number}</td>
            <td>
              {its.name}
              {its.because && <div className="late small">{words(its.because)}</div>}
            </td>
            <td className="quiet">{its.place}</td>
            <td className="n">{its.quantity || ''}</td>
            <td className="nowrap">
              <Button
                size="small"
                type="link"
                onClick={() => onRemove(its)}
                aria-label={t('label--removeOf', { name: its.name })}
              >
                {t('action--remove')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

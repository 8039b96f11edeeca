import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecallRow } from '../../../shared/api/borrowing-book.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { listPath } from '../../ui/FormsMenu';
import { Refusal } from '../../ui/Refusal';
import { StateWord } from '../../ui/StateWord';
import { useNoteReceipt, useToday } from './book.queries';

/** Notes that were written, the newest first; each opens its paper. */
export function RecallTable({ notes, mayNote = false }: { notes: readonly RecallRow[]; mayNote?: boolean }) {
  const { t } = useTranslation('borrowingBook');
  const may = useMay();
  const errorText = useErrorText();
  const { data: status } = useToday();
  const receive = useNoteReceipt();
  const note = (id: number) => status && receive.mutate({ id, signedOn: status.today });
  return (
    <>
      <Refusal>{errorText(receive.error)}</Refusal>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--no')}</th>
            <th>{t('label--borrower')}</th>
            <th>{t('label--department')}</th>
            <th>{t('label--madeOn')}</th>
            <th>{t('label--maker')}</th>
            <th className="n">{t('label--things')}</th>
            <th className="n">{t('label--daysThen')}</th>
            <th>{t('label--stillOut')}</th>
            <th>{t('label--receivedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {notes.map((its) => (
            <tr key={its.id}>
              <td className="nowrap">
                {may('print.form') ? <Link to={listPath('recall-notice', { ids: [its.id] })}>{its.no}</Link> : its.no}
              </td>
              <td className="nowrap">{its.borrower}</td>
              <td>{its.department}</td>
              <td className="nowrap">{its.madeOn}</td>
              <td className="nowrap">{its.maker}</td>
              <td className="n">{its.things}</td>
              <td className="n">{its.overdueDays > 0 && its.overdueDays}</td>
              <td>
                <StateWord tone={its.stillOut > 0 ? 'late' : 'done'}>
                  {its.stillOut > 0 ? t('text--stillOut', { count: its.stillOut }) : t('text--allBack')}
                </StateWord>
              </td>
              <td className="nowrap">
                {its.receivedOn ??
                  (mayNote && (
                    <Button
                      size="small"
                      aria-label={t('action--receivedOf', { no: its.no })}
                      onClick={() => note(its.id)}
                    >
                      {t('action--received')}
                    </Button>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

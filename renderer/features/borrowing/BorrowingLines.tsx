import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BorrowingLine, BorrowingView, LineState } from '../../../shared/api/borrowing-slip.contract';
import { useMay } from '../../app/use-may';
import { StateWord, type Tone } from '../../ui/StateWord';

const TONES: Readonly<Record<LineState, Tone>> = {
  asked: 'wait',
  notLent: 'plain',
  lent: 'out',
  incomplete: 'late',
  returned: 'done',
  settled: 'plain',
};

/** What has been counted on its return, be it nothing. */
const CAME_BACK: readonly LineState[] = ['returned', 'incomplete', 'settled'];

const pathOf = ({ kind, dossierId, itemId, titleId }: BorrowingLine) =>
  kind === 'title'
    ? `/titles/${titleId}`
    : kind === 'item'
      ? `/dossier/${dossierId}?item=${itemId}`
      : `/dossier/${dossierId}`;

/** What is on the slip, how it came back, and what is still missing of it. */
export function BorrowingLines({ its, onSettle }: { its: BorrowingView; onSettle?: (line: BorrowingLine) => void }) {
  const { t } = useTranslation('borrowing');
  const may = useMay();
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--kind')}</th>
          <th>{t('label--number')}</th>
          <th>{t('label--name')}</th>
          <th>{t('label--place')}</th>
          <th className="n">{t('label--quantity')}</th>
          <th className="n">{t('label--found')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody>
        {its.lines.map((line) => (
          <tr key={line.id}>
            <td className="nowrap">{t(`kind--${line.kind}`)}</td>
            <td>
              {may(line.kind === 'title' ? 'title.read' : 'dossier.read') ? (
                <Link to={pathOf(line)}>{line.number}</Link>
              ) : (
                line.number
              )}
            </td>
            <td>
              {line.name}
              {line.copies > 0 && <div className="quiet small">{t('label--copiesOut', { count: line.copies })}</div>}
              <LineNotes its={its} line={line} />
            </td>
            <td className="quiet">{line.place}</td>
            <td className="n">{line.quantity || ''}</td>
            <td className="n">{CAME_BACK.includes(line.state) ? line.found : line.found || ''}</td>
            <td className="nowrap">
              <StateWord tone={TONES[line.state]}>{t(`line--${line.state}`)}</StateWord>
              {line.state === 'incomplete' && line.kind !== 'title' && onSettle && (
                <Button size="small" type="link" onClick={() => onSettle(line)}>
                  {t('action--settle')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was said of it when it came back. */
function LineNotes({ its, line }: { its: BorrowingView; line: BorrowingLine }) {
  const { t } = useTranslation('borrowing');
  const found = its.returns.flatMap(({ returnedOn, lines }) =>
    lines.filter(({ lineId }) => lineId === line.id).map((one) => ({ ...one, returnedOn })),
  );
  const settled = its.settlements.find(({ lineId }) => lineId === line.id);
  return (
    <>
      {found.map((one) => (
        <div key={one.returnedOn + one.found} className="small">
          {one.condition === 'damaged' && <span className="late">{t('text--damaged', { remarks: one.remarks })} </span>}
          {one.condition === 'good' && one.remarks && <span className="quiet">{one.remarks} </span>}
          {one.missing && (
            <span className={line.state === 'incomplete' ? 'late' : 'quiet'}>
              {t('text--missing', { missing: one.missing, name: one.responsible ?? '', day: one.dueOn ?? '' })}
            </span>
          )}
        </div>
      ))}
      {settled && (
        <div className="quiet small">
          {t('text--settled', { name: settled.settler, day: settled.settledOn, reason: settled.reason })}
        </div>
      )}
    </>
  );
}

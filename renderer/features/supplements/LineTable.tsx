import { useTranslation } from 'react-i18next';
import type { SupplementLine, SupplementView } from '../../../shared/api/supplement.contract';
import { StateWord, type Tone } from '../../ui/StateWord';

interface LineTableProps {
  list: SupplementView;
  chosen: readonly number[];
  onChoose: (chosen: readonly number[]) => void;
}

const TONES: Readonly<Record<SupplementLine['state'], Tone>> = {
  open: 'wait',
  handedIn: 'out',
  cleared: 'done',
  withdrawn: 'plain',
};

/** The lines of a list with what came of each; those that are open can be chosen. */
export function LineTable({ list, chosen, onChoose }: LineTableProps) {
  const { t } = useTranslation('supplements');
  const toggle = (id: number) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const late = list.state === 'open' && list.lateDays > 0;
  return (
    <section className="page-scroll" aria-label={t('label--lineList')}>
      <table className="rows supplement-lines">
        <thead>
          <tr>
            <th />
            <th className="n">{t('label--row')}</th>
            <th>{t('label--title')}</th>
            <th>{t('label--basis')}</th>
            <th>{t('label--handedOn')}</th>
            <th className="n">{t('label--pages')}</th>
            <th className="n">{t('label--pagesFound')}</th>
            <th>{t('label--receiver')}</th>
            <th>{t('label--state')}</th>
          </tr>
        </thead>
        <tbody>
          {list.lines.map((line) => (
            <tr key={line.id}>
              <td>
                {(line.state === 'open' || line.state === 'handedIn') && (
                  <input
                    type="checkbox"
                    checked={chosen.includes(line.id)}
                    aria-label={t('label--choose', { title: line.title })}
                    onChange={() => toggle(line.id)}
                  />
                )}
              </td>
              <LineCells line={line} late={late} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LineCells({ line, late }: { line: SupplementLine; late: boolean }) {
  const { t } = useTranslation('supplements');
  const latest = line.deliveries.at(-1);
  const handed = latest?.state === 'returned' ? undefined : latest;
  const tone = late && line.state === 'open' ? 'late' : TONES[line.state];
  return (
    <>
      <td className="n">{line.no}</td>
      <td>
        {line.title} <span className="late small nowrap">{t(`fault--${line.fault}`)}</span>
        <LineNotes line={line} />
      </td>
      <td className="quiet small">{line.basis}</td>
      <td className="nowrap">{handed?.handedOn}</td>
      <td className="n">{handed?.pages}</td>
      <td className="n">{handed?.pagesFound}</td>
      <td className="nowrap">{handed?.receiver}</td>
      <td className="nowrap">
        <StateWord tone={tone}>{t(`state--line-${line.state}`)}</StateWord>
      </td>
    </>
  );
}

/** What came back and why, and who no longer demands it. */
function LineNotes({ line }: { line: SupplementLine }) {
  const { t } = useTranslation('supplements');
  const returned = line.deliveries.filter(({ state }) => state === 'returned');
  return (
    <>
      {returned.map(({ givenAt, receiver, closedOn, remark }) => (
        <div key={givenAt} className="late small">
          {t('label--returnedBy', { name: receiver, day: closedOn, reason: remark })}
        </div>
      ))}
      {line.withdrawer && (
        <div className="quiet small">
          {t('label--withdrawnBy', { name: line.withdrawer, day: line.closedOn, reason: line.reason })}
        </div>
      )}
    </>
  );
}

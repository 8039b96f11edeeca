import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CountLine } from '../../../shared/api/stocktake.contract';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

interface ResultTableProps {
  lines: readonly CountLine[];
  explains: boolean;
  acts: boolean;
  onOpen: (line: CountLine) => void;
}

const toneOf = ({ class: its, differs }: CountLine): Tone =>
  its === 'agrees' ? 'done' : its === 'out' && !differs ? 'plain' : its === 'misplaced' ? 'out' : 'late';

/** Line by line: what it is, what the book says, what was found, why, and what comes of it. */
export function ResultTable({ lines, explains, acts, onOpen }: ResultTableProps) {
  const { t } = useTranslation('stocktakes');
  const row = useRows((index) => {
    const line = lines[index];
    if (line) onOpen(line);
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['certificate', 'class', 'byBook', 'asFound', 'explanation', 'then'] as const).map((name) => (
            <th key={name}>{t(`label--${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.id} {...row(index)}>
            <td>
              {line.certificateNo}
              <div className="quiet small">
                {[line.number, line.name, line.owner].filter((word) => word !== undefined).join(' · ')}
              </div>
            </td>
            <td className="nowrap">
              <StateWord tone={toneOf(line)}>{t(`class--${line.class}`)}</StateWord>
            </td>
            <td>
              <ByBook line={line} />
            </td>
            <td>
              {line.foundQuantity > 0
                ? t('label--lies', { place: line.foundPlace, count: line.foundQuantity })
                : t('label--notFound')}
            </td>
            <td className="stocktake-words">
              {line.cause || (line.differs && explains ? <b className="amber">{t('hint--explain')}</b> : null)}
              {line.action && <div className="quiet small">{line.action}</div>}
            </td>
            <td>
              <Afterwards line={line} acts={acts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ByBook({ line }: { line: CountLine }) {
  const { t } = useTranslation('stocktakes');
  if (line.outQuantity > 0) return t('label--out', { count: line.outQuantity });
  if (line.expectedPlace === undefined) return t('label--inNoBook');
  if (line.expectedQuantity === 0) return t('label--elsewhere', { place: line.expectedPlace });
  return t('label--lies', { place: line.expectedPlace, count: line.expectedQuantity });
}

/** Slips since, and what is still to be done. */
function Afterwards({ line, acts }: { line: CountLine; acts: boolean }) {
  const { t } = useTranslation('stocktakes');
  return (
    <>
      {line.moved.map(({ slipId, slipNo, movedOn, whileCounting }) => (
        <div key={slipId} className="small">
          <Link to={`/titles/slips/${slipId}`} onClick={(event) => event.stopPropagation()}>
            {slipNo}
          </Link>{' '}
          <span className="quiet">{whileCounting ? t('label--meanwhile', { day: movedOn }) : movedOn}</span>
        </div>
      ))}
      {line.remedy && acts && (
        <b className="amber">
          {line.borrowing ? t('remedy--onSlip', { no: line.borrowing.no }) : t(`remedy--${line.remedy}`)}
        </b>
      )}
    </>
  );
}

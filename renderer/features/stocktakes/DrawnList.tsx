import { useTranslation } from 'react-i18next';
import type { DrawnTitle } from '../../../shared/api/stocktake.contract';
import { StateWord } from '../../ui/StateWord';

/** What the sample wants to be looked for, by archive number; not where it should lie. */
export function DrawnList({ drawn }: { drawn: readonly DrawnTitle[] }) {
  const { t } = useTranslation('stocktakes');
  const left = drawn.filter(({ found }) => !found).length;
  return (
    <section>
      <h2>{t('title--drawn', { count: left })}</h2>
      <table className="rows">
        <tbody>
          {drawn.map((its) => (
            <tr key={its.titleId}>
              <td className="nowrap">{its.number}</td>
              <td>{its.certificateNo}</td>
              <td className="quiet">
                {its.name} · {its.owner}
              </td>
              <td className="nowrap">
                <StateWord tone={its.found ? 'done' : 'wait'}>
                  {t(its.found ? 'state--seen' : 'state--toSee')}
                </StateWord>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

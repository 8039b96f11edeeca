import { Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedBag } from '../../../shared/api/restore.contract';
import { useMay } from '../../app/use-may';
import { ActWords } from '../../ui/EventWords';
import { ExportButton } from '../../ui/ExportButton';
import { PrintListButton } from '../../ui/PrintListButton';
import { useMoment } from '../../ui/use-moment';
import { useLost, type Ways } from './restore.queries';

const PER_PAGE = 50;

/** What the present ledger has and the backup has not: how many of each kind, and one by one. */
export function LostEvents({ ways, its }: { ways: Ways; its: OpenedBag }) {
  const { t } = useTranslation(['restore', 'audit']);
  const may = useMay();
  if (!its.present) return <p>{t('text--nothingToLose')}</p>;
  const { sharedSeq: afterSeq = 0 } = its;
  const ofItsOwn = Math.max(0, (its.said?.seq ?? 0) - afterSeq);
  if (its.lost.total === 0 && ofItsOwn === 0) return <p>{t('text--sameState')}</p>;
  const list = { name: 'audit', afterSeq } as const;
  return (
    <section>
      <h2>{t('title--lost')}</h2>
      {ofItsOwn > 0 && <p className="late">{t('text--departs', { count: ofItsOwn, seq: afterSeq })}</p>}
      <p>
        <b className="late">{t('text--lost', { count: its.lost.total, seq: afterSeq })}</b>
      </p>
      <Kinds kinds={its.lost.kinds} />
      <EachEvent ways={ways} />
      {list.afterSeq > 0 && may('audit.read') && (
        <div className="restore-acts">
          <PrintListButton list={list} />
          <ExportButton list={list} />
        </div>
      )}
    </section>
  );
}

/** What was done to the records stands first and in bold; the program's own acts are so many that they would hide it. */
function Kinds({ kinds }: { kinds: OpenedBag['lost']['kinds'] }) {
  const { t } = useTranslation(['restore', 'audit']);
  const words = (ofRecords: boolean) =>
    kinds
      .filter((its) => its.ofRecords === ofRecords)
      .map(({ action, count }) =>
        t('label--kind', {
          act: t(`audit:action--${action}` as 'audit:action--unknown', { defaultValue: action }),
          count,
        }),
      )
      .join(t('label--comma'));
  const [records, others] = [words(true), words(false)];
  return (
    <p className="small">
      {records !== '' && <b>{t('text--lostRecords', { acts: records })}</b>} <span className="quiet">{others}</span>
    </p>
  );
}

function EachEvent({ ways }: { ways: Ways }) {
  const { t } = useTranslation('restore');
  const moment = useMoment();
  const [page, setPage] = useState(1);
  const { data } = useLost(ways, (page - 1) * PER_PAGE, PER_PAGE);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it, as nothing in it takes the focus */}
      <section className="restore-lost" tabIndex={0} aria-label={t('title--lost')}>
        <table className="rows">
          <tbody>
            {data?.events.map((event) => (
              <tr key={event.seq}>
                <td className="n">{event.seq}</td>
                <td className="nowrap">{moment(event.at)}</td>
                <td>
                  <ActWords event={event} /> {event.about}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {data && data.total > PER_PAGE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PER_PAGE}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </>
  );
}

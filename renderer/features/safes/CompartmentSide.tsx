import { Button } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AwayTitle, CompartmentContents, HeldTitle } from '../../../shared/api/safe.contract';
import { useMay } from '../../app/use-may';
import { useRows } from '../../ui/use-rows';
import { RetireDialog } from './RetireDialog';

interface CompartmentSideProps {
  its: CompartmentContents;
  on: string;
  /** Is it shown as it is now? */
  isNow: boolean;
  list: RefObject<HTMLTableSectionElement | null>;
  onLeave: () => void;
}

/** What is in one compartment, whose it is, and where what is missing has gone. */
export function CompartmentSide({ its, on, isNow, list, onLeave }: CompartmentSideProps) {
  const { t } = useTranslation('safes');
  const may = useMay();
  const [retiring, setRetiring] = useState(false);
  const numbers = [...new Set([...its.titles, ...its.away].map(({ number }) => number))];
  const mayRetire = may('safe.manage') && isNow && its.retiredOn === undefined && its.pieces === 0;
  return (
    <aside className="side safe-side" aria-label={t('label--inCompartment', { name: its.name })}>
      <h2>
        {[its.name, numbers.length > 1 ? t('label--numbers', { count: numbers.length }) : numbers[0]]
          .filter(Boolean)
          .join('　')}
      </h2>
      {its.titles.length + its.away.length === 0 ? (
        <p className="quiet">
          {its.retiredOn === undefined ? t('label--nothingIn') : t('label--retiredOn', { day: its.retiredOn })}
        </p>
      ) : (
        <Lines its={its} on={on} list={list} onLeave={onLeave} />
      )}
      {its.titles.length > 0 && <Origin titles={its.titles} />}
      {mayRetire && (
        <Button size="small" onClick={() => setRetiring(true)}>
          {t('action--retireCompartment')}
        </Button>
      )}
      {retiring && <RetireDialog compartment={its} onClose={() => setRetiring(false)} />}
    </aside>
  );
}

function Lines({ its, on, list, onLeave }: Omit<CompartmentSideProps, 'isNow'>) {
  const { t } = useTranslation('safes');
  const navigate = useNavigate();
  const all: (HeldTitle | AwayTitle)[] = [...its.titles, ...its.away];
  const row = useRows((index) => void navigate(`/titles/${all[index]?.titleId}`));
  return (
    <table className="rows safe-lines" aria-label={t('label--inCompartment', { name: its.name })}>
      <tbody
        ref={list}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'ArrowLeft') return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      >
        {all.map((title, index) => (
          <tr key={`${title.titleId} ${title.slipId}`} {...row(index)}>
            <td>
              {title.name}
              <small>{title.certificateNo}</small>
              <small>{title.owner}</small>
              {'place' in title && <Whereabouts its={title} on={on} />}
              {title.expiresOn !== undefined && (
                <small className={title.expiresOn < on ? 'late' : ''}>
                  {t(title.expiresOn < on ? 'label--expired' : 'label--expires', { day: title.expiresOn })}
                </small>
              )}
            </td>
            <td className="n">{'place' in title ? t('label--away', { count: title.quantity }) : title.quantity}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('label--sum')}</td>
          <td className="n">{its.pieces}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** With whom it is and until when. */
function Whereabouts({ its, on }: { its: AwayTitle; on: string }) {
  const { t } = useTranslation('safes');
  const late = its.dueOn !== undefined && its.dueOn < on;
  if (its.place === 'missing') return <small className="late">{t('where--missing', { no: its.slipNo })}</small>;
  const places = { party: its.party, day: its.since, due: its.dueOn ?? '' };
  return (
    <small className={late ? 'late' : 'amber'}>
      {t(`where--${its.place}`, places)}
      {its.dueOn !== undefined && t(late ? 'where--late' : 'where--due', places)}
    </small>
  );
}

/** By which paper and by whose hands the newest of it came in. */
function Origin({ titles }: { titles: readonly HeldTitle[] }) {
  const { t } = useTranslation('safes');
  const newest = [...titles].sort((a, b) => b.since.localeCompare(a.since) || b.slipId - a.slipId)[0];
  if (!newest) return null;
  const { since, operator, second, basis, slipNo } = newest;
  return (
    <p className="quiet small safe-origin">
      {t('label--cameIn', { day: since })} <span className="seal">{t('label--two')}</span>{' '}
      {t('label--byTwo', { operator, second })}
      <br />
      {t('label--basis', { no: slipNo, basis })}
    </p>
  );
}

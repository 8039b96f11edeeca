import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { TitleFilter } from '../../../shared/api/title.contract';
import { useTitleSummary } from './titles.queries';
import { showOnly } from './titles-view.store';

/** The sentence over the list; each of its numbers shows what it counts. */
export function TitleLead() {
  const { t } = useTranslation('titles');
  const { data } = useTitleSummary();
  if (!data) return null;
  const components = {
    here: <NumberLink which="here" />,
    out: <NumberLink which="out" />,
    overdue: <NumberLink which="overdue" late />,
    expiring: <NumberLink which="expiring" />,
    missing: <NumberLink which="missing" late />,
    gone: <NumberLink which="gone" />,
  };
  const say = (key: 'lead--here' | 'lead--overdue' | 'lead--expiring' | 'lead--missing' | 'lead--gone') => (
    <Trans t={t} i18nKey={key} values={data} components={components} />
  );
  return (
    <>
      {say('lead--here')}
      {data.overdue > 0 && say('lead--overdue')}
      {data.expiring > 0 && say('lead--expiring')}
      {data.missing > 0 && say('lead--missing')}
      {data.gone > 0 && say('lead--gone')}
      {t('lead--end')}
    </>
  );
}

function NumberLink({ which, late, children }: { which: TitleFilter['which']; late?: boolean; children?: ReactNode }) {
  return (
    <button type="button" className={late ? 'titles-number late' : 'titles-number'} onClick={() => showOnly({ which })}>
      {children}
    </button>
  );
}

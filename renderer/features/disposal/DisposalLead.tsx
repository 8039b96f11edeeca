import { Trans, useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../shared/api/disposal.contract';
import { useWaited } from './use-waited';

const MARKS = { b: <b />, late: <b className="late" /> };

/** Who made the list, who decided on it, and for whom it waits since when. */
export function DisposalLead({ its }: { its: DisposalView }) {
  const { t } = useTranslation('disposal');
  return (
    <>
      {t('lead--made', { by: its.madeBy, day: its.madeOn, count: its.dossiers, pages: its.pages })}
      <Standing its={its} />
      {its.leftToDestroy > 0 && <Trans t={t} i18nKey="lead--left" count={its.leftToDestroy} components={MARKS} />}
    </>
  );
}

function Standing({ its }: { its: DisposalView }) {
  const { t } = useTranslation('disposal');
  const waited = useWaited()(its.waitsDays);
  const { kind, state, decidedBy: by = '', decidedOn = '', doneOn = '', closingReason: reason, receiver } = its;
  const say = (i18nKey: 'lead--submitted', values: object) => (
    <Trans t={t} i18nKey={i18nKey} values={values} components={MARKS} />
  );
  switch (state) {
    case 'submitted':
      return say('lead--submitted', { waited });
    case 'refused':
      return say('lead--refused' as 'lead--submitted', { by, day: decidedOn, reason });
    case 'withdrawn':
      return say('lead--withdrawn' as 'lead--submitted', { reason });
    case 'approved':
      return kind === 'appraisal'
        ? t('lead--approvedAppraisal', { by, day: decidedOn })
        : say('lead--approved' as 'lead--submitted', { by, day: decidedOn, waited });
    case 'done':
      return say((kind === 'destruction' ? 'lead--doneDestruction' : 'lead--doneTransfer') as 'lead--submitted', {
        by,
        approvedOn: decidedOn,
        day: doneOn,
        receiver,
      });
  }
}

import './penalties.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { PenaltyView } from '../../../shared/api/penalty.contract';
import { rmbCapitals } from '../../../shared/money/rmb-capitals';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { useComplaintArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { SignedReason } from '../../ui/SignedReason';
import { StateWord } from '../../ui/StateWord';
import { useKeys } from '../../ui/use-keys';
import { yuan } from '../../ui/yuan';
import { Decide } from './Decide';
import { PassUp } from './PassUp';
import { usePenalty, useTell, useWithdraw } from './penalties.queries';
import { Statement } from './Statement';
import { STATE_TONES } from './words';

export function PenaltyPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = usePenalty(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <Penalty key={id} its={data} /> : null;
}

/** One penalty or reward: what it is for, what the person said, who decides, and what is to be done with it now. */
function Penalty({ its }: { its: PenaltyView }) {
  const { t } = useTranslation(['penalties', 'errors']);
  const navigate = useNavigate();
  const errorText = useErrorText();
  const area = useComplaintArea();
  const may = useMay();
  const tell = useTell();
  const withdraw = useWithdraw();
  const [asking, setAsking] = useState<'withdraw' | 'passUp'>();
  const hasNotice = its.decidedOn !== undefined && its.state !== 'refused';
  const preview = () => hasNotice && may('print.form') && void navigate(`/print/penalty-notice/${its.id}`);
  useKeys({ 'ctrl+p': preview, escape: () => navigate(-1) });
  const can = (act: PenaltyView['acts'][number]) => its.acts.includes(act);
  const because = its.notBecause.decide ?? its.notBecause.state;
  return (
    <div className="page">
      <PageHead title={its.no} aside={`${its.person} · ${its.title}`} area={area}>
        <StateWord tone={STATE_TONES[its.state]}>{t(`state--${its.state}`)}</StateWord>
        {its.state === 'proposed' && ` ${t('text--waits', { count: its.waitingDays })}`}
      </PageHead>
      <div className="page-scroll">
        <div className="bar">
          {hasNotice && may('print.form') && (
            <Button onClick={preview}>
              {t('action--notice')} <Kbd>Ctrl P</Kbd>
            </Button>
          )}
          {can('tell') && (
            <Button type="primary" loading={tell.isPending} onClick={() => tell.mutate({ id: its.id })}>
              {t(its.toAll ? 'action--tellAll' : 'action--tell')}
            </Button>
          )}
          {can('passUp') && <Button onClick={() => setAsking('passUp')}>{t('action--passUp')}</Button>}
          {can('withdraw') && <Button onClick={() => setAsking('withdraw')}>{t('action--withdraw')}</Button>}
        </div>
        <Refusal>{errorText(tell.error)}</Refusal>
        {can('state') && <Statement its={its} />}
        {can('decide') && <Decide its={its} />}
        {its.state === 'proposed' && !can('decide') && (
          <p className="quiet">
            {its.deciders.length > 0
              ? t('hint--deciders', { names: its.deciders.join(t('label--comma')) })
              : t('hint--noDeciders')}
            {because && ` ${t(`errors:${because}` as 'errors:notYourPenalty')}`}
          </p>
        )}
        <Words its={its} />
      </div>
      {asking === 'passUp' && <PassUp id={its.id} onClose={() => setAsking(undefined)} />}
      {asking === 'withdraw' && (
        <SignedReason
          title={t('title--withdraw', { no: its.no })}
          act={t('action--signWithdrawal')}
          reasonLabel={t('label--withdrawReason')}
          role={t('label--withdrawer')}
          draftKey={`penalties/${its.id}/withdraw`}
          busy={withdraw.isPending}
          error={withdraw.error}
          onSign={(signed, then) => withdraw.mutate({ id: its.id, ...signed }, then)}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('text--withdraw')}</p>
        </SignedReason>
      )}
    </div>
  );
}

function Words({ its }: { its: PenaltyView }) {
  const { t } = useTranslation('penalties');
  const statement = () => {
    if (its.statementWay === undefined) return '';
    const words = { by: its.statedBy, on: its.statedOn, text: its.statement };
    return t(`statement--${its.statementWay}`, words);
  };
  const amount =
    its.amountFen > 0 && t('text--amount', { amount: yuan(its.amountFen), capitals: rmbCapitals(its.amountFen) });
  const points = its.points > 0 && t(`text--points-${its.kind}`, { points: its.points });
  const lines: (readonly [string, string | undefined])[] = [
    [t('label--person'), `${its.person}（${its.department}）`],
    [t('label--measure'), [its.title, amount, points, its.toAll && t('scale--toAll')].filter(Boolean).join(' · ')],
    [t('label--facts'), its.facts],
    [t('label--basis'), its.basis],
    [t('label--proposed'), `${its.proposedOn} ${its.proposer}`],
    [t('label--passedUp'), its.passedUpOn && `${its.passedUpOn} ${its.passedUpBy}：${its.passedUpReason}`],
    [t('label--statement'), statement()],
    [t('label--decided'), its.decidedOn && [`${its.decidedOn} ${its.decider}`, its.opinion].filter(Boolean).join('：')],
    [t('label--effectiveOn'), its.effectiveOn],
    [t('label--told'), its.toldOn && `${its.toldOn} ${its.toldBy}`],
    [t('label--withdrawn'), its.withdrawnOn && `${its.withdrawnOn} ${its.withdrawer}：${its.withdrawReason}`],
  ];
  return (
    <dl className="penalty-words">
      {its.complaintId !== undefined && (
        <div>
          <dt>{t('label--complaint')}</dt>
          <dd>
            <Link to={`/complaints/${its.complaintId}`}>{its.complaintNo}</Link>
          </dd>
        </div>
      )}
      {lines.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

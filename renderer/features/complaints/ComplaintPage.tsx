import './complaints.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { ComplaintView } from '../../../shared/api/complaint.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { useComplaintArea } from '../../ui/areas';
import { EvidenceStrip } from '../../ui/attachments/AttachmentStrip';
import { DeadlineWords } from '../../ui/complaint/DeadlineWords';
import { HistoryList } from '../../ui/HistoryList';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { CaseClient } from './CaseClient';
import { CaseExtensions } from './CaseExtensions';
import { CasePenalties } from './CasePenalties';
import { Contacts } from './Contacts';
import { useComplaint } from './complaints.queries';
import { Filed } from './Filed';
import { Reopen } from './Reopen';
import { StandInsAhead } from './StandIns';
import { StepList } from './StepList';
import { TakeStep } from './TakeStep';

export function ComplaintPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useComplaint(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <Case key={id} its={data} /> : null;
}

/** One case: what happened, how far it is, by when the next thing must be done, and that thing itself. */
function Case({ its }: { its: ComplaintView }) {
  const { t } = useTranslation('complaints');
  const navigate = useNavigate();
  const area = useComplaintArea();
  const may = useMay();
  const [reopening, setReopening] = useState(false);
  const [passed, setPassed] = useState<string>();
  const preview = () => may('print.form') && void navigate(`/print/complaint-handling/${its.id}`);
  const toEvidence = () => void navigate(`/attachments/complaint/${its.id}`);
  useKeys({ 'ctrl+p': preview, 'alt+a': toEvidence, escape: () => navigate(-1) });
  const step = its.open.find(({ code }) => code === passed) ?? its.open.at(-1);
  const others = its.open.filter((one) => one !== step);
  return (
    <div className="page">
      <PageHead title={its.no} aside={its.client ?? its.complainant ?? t('label--anonymous')} area={area}>
        <Lead its={its} />
      </PageHead>
      <div className="split complaint-split">
        <div className="page-scroll">
          <div className="bar">
            {may('print.form') && <Button onClick={preview}>{t('action--print')}</Button>}
            {its.reopenable && <Button onClick={() => setReopening(true)}>{t('action--reopen')}</Button>}
            {others.map((one) => (
              <Button key={one.code} onClick={() => setPassed(one.code)}>
                {one.title}
              </Button>
            ))}
          </div>
          {step?.takable && <TakeStep key={`${its.round} ${step.code}`} its={its} step={step} />}
          {step && !step.takable && (
            <NotYours because={step.notTakableBecause} takers={step.takers} title={step.title} />
          )}
          <StandInsAhead its={its} />
          <StepList its={its} />
        </div>
        <Side its={its} />
      </div>
      {reopening && <Reopen its={its} onClose={() => setReopening(false)} />}
    </div>
  );
}

function Lead({ its }: { its: ComplaintView }) {
  const { t } = useTranslation('complaints');
  const last = its.filed.at(-1);
  if (its.closedOn !== undefined)
    return (
      <>
        {t('lead--closed', { day: its.closedOn })}{' '}
        {last && <Link to={`/dossier/${last.dossierId}`}>{last.archiveNo ?? t('action--toDossier')}</Link>}
      </>
    );
  return (
    <>
      <Trans t={t} i18nKey="lead--next" values={{ step: its.next ?? '' }} components={{ b: <b /> }} />{' '}
      {its.deadline && (
        <>
          {t('lead--limit', { title: its.deadline.title })}
          <DeadlineWords its={its.deadline} />
        </>
      )}
    </>
  );
}

/** Why somebody else takes the step, and who. */
function NotYours({ because, takers, title }: { because: string | undefined; takers: string[]; title: string }) {
  const { t } = useTranslation(['complaints', 'errors']);
  return (
    <section className="complaint-step">
      <h2>{title}</h2>
      {because && <p>{t(`errors:${because}` as 'errors:notYourStep')}</p>}
      <p className="quiet">
        {takers.length > 0 ? t('hint--takers', { names: takers.join(t('label--comma')) }) : t('hint--noTakers')}
      </p>
    </section>
  );
}

function Side({ its }: { its: ComplaintView }) {
  const { t } = useTranslation('complaints');
  const may = useMay();
  const lines: (readonly [string, string | undefined])[] = [
    [
      t('label--procedure'),
      `${its.procedure} ${t('label--version', { version: its.version })}${its.isNewest ? '' : t('hint--oldVersion')}`,
    ],
    [t('label--kind'), its.kind],
    [t('label--channel'), t(`channel--${its.channel}`)],
    [t('label--contact'), its.contact],
    [t('label--about'), its.about],
    [t('label--happenedOn'), its.happenedOn],
    [t('label--facts'), its.facts],
    [t('label--demand'), its.demand],
    [t('label--unit'), its.unit],
    [
      t('label--accused'),
      its.accused.map(({ name, department }) => `${name}（${department}）`).join(t('label--comma')),
    ],
    [t('label--handler'), its.handler],
    [t('label--registered'), `${its.registeredOn} ${its.registeredBy}`],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
      <div>
        {its.deadlines.length > 0 && (
          <section>
            <h2>{t('title--limits')}</h2>
            {its.deadlines.map((one) => (
              <p key={one.code}>
                {one.title}
                <br />
                <DeadlineWords its={one} />
              </p>
            ))}
            <CaseExtensions complaintId={its.id} />
          </section>
        )}
        <CasePenalties complaintId={its.id} />
        <Filed its={its} />
        <section>
          <h2>{t('title--case')}</h2>
          <dl className="complaint-words">
            {lines.map(([name, value]) =>
              value ? (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ) : null,
            )}
          </dl>
        </section>
      </div>
      <div>
        <CaseClient its={its} />
        <EvidenceStrip complaintId={its.id} />
        <Contacts its={its} />
        {may('complaint.oversee') && (
          <section>
            <h2>{t('title--history')}</h2>
            <HistoryList table="complaint" id={its.id} limit={8} />
          </section>
        )}
      </div>
    </aside>
  );
}

import './staff-handover.css';
import { Alert, Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { HELD_KINDS, type Held, type HeldThing } from '../../../shared/api/staff-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { StateWord } from '../../ui/StateWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useMoment } from '../../ui/use-moment';
import { useRows } from '../../ui/use-rows';
import { ExceptDialog } from './ExceptDialog';
import { NewList } from './NewList';
import { useHeld } from './staff-handover.queries';
import { pathOfThing } from './thing-path';

export function HeldPage() {
  const staffId = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useHeld(staffId);
  if (error) {
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  }
  return data ? <HeldBy key={staffId} held={data} /> : null;
}

/** Answers: what does this person hold, and what is to be done about it? */
function HeldBy({ held }: { held: Held }) {
  const { t } = useTranslation(['staffHandover', 'people']);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'list' | 'except'>();
  const close = () => setAsked(undefined);
  const { name, department, employment, things, open } = held;
  const make = () => {
    if (open) void navigate(`/staff-handover/${open.id}`);
    else if (things.length > 0) setAsked('list');
  };
  useKeys({ 'ctrl+n': make, escape: () => void navigate(-1) });
  return (
    <div className="page">
      <PageHead title={t('title--held', { name })} aside={`${department} · ${t(`people:employment--${employment}`)}`}>
        <Trans t={t} i18nKey="lead--held" count={things.length} components={{ b: <b /> }} />
        {t(things.length > 0 ? 'lead--heldNext' : 'lead--heldNothing')}
      </PageHead>
      <div className="bar">
        {(open || things.length > 0) && (
          <Button type="primary" onClick={make}>
            {open ? t('action--openList', { no: open.no }) : t('action--make')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        {things.length > 0 && employment !== 'left' && (
          <Button onClick={() => setAsked('except')}>{t('action--except')}</Button>
        )}
      </div>
      <Exceptions held={held} />
      <Things things={things} name={name} />
      {asked === 'list' && <NewList fromId={held.staffId} onClose={close} />}
      {asked === 'except' && <ExceptDialog held={held} onClose={close} />}
    </div>
  );
}

function Exceptions({ held: { exceptions } }: { held: Held }) {
  const { t } = useTranslation('staffHandover');
  const moment = useMoment();
  if (exceptions.length === 0) return null;
  return (
    <ul className="exceptions">
      {exceptions.map(({ id, signedBy, at, reason, valid }) => (
        <li key={id}>
          <StateWord tone={valid ? 'out' : 'plain'}>
            {t(valid ? 'state--exception' : 'state--exceptionPast', { name: signedBy, at: moment(at), reason })}
          </StateWord>
        </li>
      ))}
    </ul>
  );
}

type KindChoice = HeldThing['kind'] | 'all';

function Things({ things, name }: { things: HeldThing[]; name: string }) {
  const { t } = useTranslation('staffHandover');
  const [params, setParams] = useSearchParams();
  const kinds = HELD_KINDS.filter((kind) => things.some((its) => its.kind === kind));
  const choice = kinds.find((kind) => kind === params.get('kind')) ?? 'all';
  const shown = choice === 'all' ? things : things.filter((its) => its.kind === choice);
  if (things.length === 0)
    return <EmptyState title={t('title--holdsNothing', { name })} hint={t('hint--holdsNothing')} />;
  const countOf = (kind: KindChoice) =>
    kind === 'all' ? things.length : things.filter((its) => its.kind === kind).length;
  return (
    <>
      <div className="bar">
        <Segmented<KindChoice>
          value={choice}
          aria-label={t('label--kinds')}
          options={(['all', ...kinds] as const).map((kind) => ({
            value: kind,
            label: `${t(`kind--${kind}`)} ${countOf(kind)}`,
          }))}
          onChange={(kind) => setParams(kind === 'all' ? {} : { kind }, { replace: true })}
        />
      </div>
      <div className="page-scroll">
        <ThingTable key={choice} things={shown} />
      </div>
    </>
  );
}

function ThingTable({ things }: { things: HeldThing[] }) {
  const { t } = useTranslation('staffHandover');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => {
    const thing = things[index];
    if (thing) void navigate(pathOfThing(thing));
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--kind')}</th>
          <th>{t('label--thing')}</th>
          <th>{t('label--detail')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {things.map((thing, index) => (
          <tr key={`${thing.kind} ${thing.recordId}`} {...row(index)}>
            <td className="nowrap">{t(`kind--${thing.kind}`)}</td>
            <td>{thing.title}</td>
            <td>{thing.detail}</td>
            <td>{thing.staysFor && <StateWord tone="wait">{t('state--stays', { no: thing.staysFor })}</StateWord>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

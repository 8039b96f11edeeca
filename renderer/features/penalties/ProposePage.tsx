import './penalties.css';
import { Alert, Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Measure, PenaltyKind, Proposable } from '../../../shared/api/penalty.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { useComplaintArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { Labelled } from '../../ui/Labelled';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { YuanField } from '../../ui/YuanField';
import { yuan } from '../../ui/yuan';
import { useColleagues, useCommend, usePropose, useScale } from './penalties.queries';

interface Draft {
  kind: PenaltyKind;
  staffId?: number;
  measure?: string;
  title: string;
  /** In yuan as it was typed; a number once it is read. */
  amount?: number | string;
  points: number;
  toAll: boolean;
  facts: string;
  basis: string;
}

/** A penalty or a reward is proposed: on a complaint's case with the scale of its procedure, or a reward without one. */
export function ProposePage() {
  const [params] = useSearchParams();
  const complaintId = params.has('case') ? Number(params.get('case')) : undefined;
  const { data, error } = useScale(complaintId);
  const errorText = useErrorText();
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  if (complaintId !== undefined && !data) return null;
  return <Propose key={complaintId} {...(complaintId !== undefined && data && { complaintId, on: data })} />;
}

function Propose({ complaintId, on }: { complaintId?: number; on?: Proposable }) {
  const { t } = useTranslation(['penalties', 'errors']);
  const navigate = useNavigate();
  const errorText = useErrorText();
  const area = useComplaintArea();
  const blank: Draft = {
    ...{ kind: on?.proposable ? 'penalty' : 'reward', title: '', points: 0, toAll: false },
    ...{ facts: on?.facts ?? '', basis: on?.source ?? '' },
    ...(on?.accused[0] !== undefined && { staffId: on.accused[0] }),
  };
  const { draft, keep, drop } = useDraft<Draft>(`penalties/new ${complaintId ?? ''}`, blank);
  const propose = usePropose();
  const commend = useCommend();
  const change = (its: Partial<Draft>) => keep({ ...draft, ...its });
  const { isPending, error } = draft.kind === 'penalty' ? propose : commend;
  const act = () => {
    if (isPending) return;
    const onSuccess = ({ id }: { id: number }) => {
      drop();
      void navigate(`/complaints/penalties/${id}`, { replace: true });
    };
    const { facts, basis, staffId = 0, title, points, toAll } = draft;
    const amountFen = typeof draft.amount === 'number' ? Math.round(draft.amount * 100) : 0;
    if (draft.kind === 'penalty' && complaintId !== undefined)
      propose.mutate({ complaintId, staffId, measure: draft.measure ?? '', amountFen, facts, basis }, { onSuccess });
    else
      commend.mutate(
        { staffId, title, amountFen, points, toAll, facts, basis, ...(complaintId !== undefined && { complaintId }) },
        { onSuccess },
      );
  };
  useKeys({ 'ctrl+enter': act, escape: () => navigate(-1) });
  return (
    <div className="page">
      <PageHead title={t('title--propose')} aside={on?.complaintNo ?? ''} area={area}>
        {t('lead--propose')}
      </PageHead>
      <div className="page-scroll">
        <div className="penalty-form">
          {on && !on.proposable && on.notProposableBecause && (
            <p className="amber">
              {t(`errors:${on.notProposableBecause}` as 'errors:noPenaltyScale', { name: on.procedure })}
            </p>
          )}
          {on?.proposable && (
            <div className="field">
              <Segmented<PenaltyKind>
                value={draft.kind}
                aria-label={t('label--kind')}
                options={(['penalty', 'reward'] as const).map((value) => ({ value, label: t(`kind--${value}`) }))}
                onChange={(kind) => change({ kind })}
              />
            </div>
          )}
          <Who value={draft.staffId} onChange={(staffId) => change({ staffId })} />
          {draft.kind === 'penalty' && on ? (
            <OnScale scale={on.scale} draft={draft} change={change} />
          ) : (
            <Commended draft={draft} change={change} />
          )}
          <Labelled id="facts" label={t('label--facts')}>
            <Input.TextArea
              id="facts"
              rows={3}
              maxLength={2_000}
              value={draft.facts}
              onChange={(event) => change({ facts: event.target.value })}
            />
          </Labelled>
          <Labelled id="basis" label={t('label--basis')} hint={t('hint--optional')}>
            <Input
              id="basis"
              maxLength={200}
              value={draft.basis}
              onChange={(event) => change({ basis: event.target.value })}
            />
          </Labelled>
          <Refusal>{errorText(error)}</Refusal>
          <div className="bar">
            <Button type="primary" loading={isPending} onClick={act}>
              {t(`action--propose-${draft.kind}`)} <Kbd>Ctrl Enter</Kbd>
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}

function Who({ value, onChange }: { value: number | undefined; onChange: (staffId: number) => void }) {
  const { t } = useTranslation('penalties');
  const { data = [] } = useColleagues();
  return (
    <Labelled id="staffId" label={t('label--person')}>
      <Select<number>
        id="staffId"
        autoFocus
        {...(value !== undefined && { value })}
        showSearch={{ optionFilterProp: 'label' }}
        options={data
          .filter(({ employment }) => employment !== 'left')
          .map((its) => ({ value: its.id, label: `${its.name}　${its.department}` }))}
        onChange={onChange}
      />
    </Labelled>
  );
}

interface PartProps {
  draft: Draft;
  change: (its: Partial<Draft>) => void;
}

/** What the scale says of each line: its amount, its points, and who is told. */
function useScaleWords() {
  const { t } = useTranslation('penalties');
  return ({ title, leastFen, mostFen, points, toAll }: Measure): string =>
    [
      title,
      leastFen === mostFen
        ? t('scale--fixed', { amount: yuan(leastFen) })
        : t('scale--span', { least: yuan(leastFen), most: yuan(mostFen) }),
      points > 0 ? t('scale--points', { points }) : '',
      toAll ? t('scale--toAll') : '',
    ]
      .filter(Boolean)
      .join(' · ');
}

function OnScale({ scale, draft, change }: PartProps & { scale: readonly Measure[] }) {
  const { t } = useTranslation('penalties');
  const words = useScaleWords();
  // What is fixed needs no typing.
  const choose = (measure: string) => {
    const its = scale.find(({ code }) => code === measure);
    const { amount: _, ...others } = draft;
    change(its && its.leastFen === its.mostFen ? { ...others, measure, amount: its.leastFen / 100 } : { measure });
  };
  return (
    <>
      <Labelled id="measure" label={t('label--measure')}>
        <Select
          id="measure"
          {...(draft.measure !== undefined && { value: draft.measure })}
          options={scale.map((its) => ({ value: its.code, label: words(its) }))}
          onChange={choose}
        />
      </Labelled>
      <Amount draft={draft} change={change} />
    </>
  );
}

function Amount({ draft, change }: PartProps) {
  const { t } = useTranslation('penalties');
  return (
    <Labelled id="amount" label={t('label--amountYuan')}>
      <YuanField id="amount" value={draft.amount} onChange={(amount) => change({ amount } as Partial<Draft>)} />
    </Labelled>
  );
}

function Commended({ draft, change }: PartProps) {
  const { t } = useTranslation('penalties');
  return (
    <>
      <Labelled id="title" label={t('label--rewardTitle')}>
        <Input
          id="title"
          maxLength={60}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Labelled>
      <div className="penalty-two">
        <Amount draft={draft} change={change} />
        <Labelled id="points" label={t('label--points')}>
          <InputNumber
            id="points"
            min={0}
            max={100}
            precision={0}
            value={draft.points}
            onChange={(points) => change({ points: points ?? 0 })}
          />
        </Labelled>
      </div>
      <div className="field">
        <Checkbox checked={draft.toAll} onChange={(event) => change({ toAll: event.target.checked })}>
          {t('label--toAll')}
        </Checkbox>
      </div>
    </>
  );
}

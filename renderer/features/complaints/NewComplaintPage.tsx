import './complaints.css';
import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ComplaintInput, ProcedureRow } from '../../../shared/api/complaint.contract';
import { CHANNELS, type Channel } from '../../../shared/api/complaint-contact';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { actFromField } from '../../ui/act-from-field';
import { useComplaintArea } from '../../ui/areas';
import { ClientPicker } from '../../ui/ClientPicker';
import { DayField } from '../../ui/DayField';
import { Kbd } from '../../ui/Kbd';
import { Labelled } from '../../ui/Labelled';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useColleagues, useDepartments, useProcedures, useRegister } from './complaints.queries';
import { DistinctionWords } from './DistinctionWords';
import { SaidField } from './SaidField';
import { ForeseenStandIns } from './StandIns';

type Draft = Omit<ComplaintInput, 'procedureId' | 'kind'> & { procedureId?: number; kind?: string };
const BLANK: Draft = {
  channel: 'phone',
  complainant: '',
  contact: '',
  facts: '',
  demand: '',
  about: '',
  accused: [],
  said: {},
};

/** Entered while the client is on the telephone: who, what, when, how; everything else may come later. */
export function NewComplaintPage() {
  const { t } = useTranslation('complaints');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const area = useComplaintArea();
  const { data: procedures = [] } = useProcedures();
  const { draft, isKept, keep, drop } = useDraft<Draft>('complaints/new', BLANK);
  const register = useRegister();
  const procedure = procedures.find(({ id }) => id === draft.procedureId) ?? procedures[0];
  const kind = procedure?.kinds.find(({ code }) => code === draft.kind)?.code ?? procedure?.kinds[0]?.code;
  const change = (some: Partial<Draft>) => keep({ ...draft, ...some });
  const send = () => {
    if (!procedure || kind === undefined || register.isPending) return;
    const onSuccess = ({ id }: { id: number }) => {
      drop();
      void navigate(`/complaints/${id}`, { replace: true });
    };
    register.mutate({ ...draft, procedureId: procedure.id, kind }, { onSuccess });
  };
  useKeys({ 'ctrl+enter': send, escape: () => navigate(-1) });
  const wrong = (field: string) => register.error?.details.field === field;
  return (
    <div className="page">
      <PageHead title={t('title--new')} area={area}>
        {t('lead--new')}
      </PageHead>
      <div className="split complaint-new" onKeyDownCapture={actFromField(send)}>
        <div className="page-scroll">
          <Who {...{ draft, change }} />
          <Labelled id="facts" label={t('label--facts')}>
            <Input.TextArea
              id="facts"
              rows={5}
              maxLength={5_000}
              status={wrong('facts') ? 'error' : ''}
              value={draft.facts}
              onChange={(event) => change({ facts: event.target.value })}
            />
          </Labelled>
          <How {...{ draft, change, wrong }} />
          <Labelled id="demand" label={t('label--demand')}>
            <Input.TextArea
              id="demand"
              rows={2}
              maxLength={2_000}
              value={draft.demand}
              onChange={(event) => change({ demand: event.target.value })}
            />
          </Labelled>
          <Refusal>{errorText(register.error)}</Refusal>
          <div className="bar">
            <Button type="primary" loading={register.isPending} onClick={send}>
              {t('action--register')} <Kbd>Ctrl Enter</Kbd>
            </Button>
            {isKept && (
              <Button type="link" onClick={drop}>
                {t('action--empty')}
              </Button>
            )}
          </div>
          {procedure && (
            <ForeseenStandIns {...{ procedureId: procedure.id, accused: draft.accused ?? [], unitId: draft.unitId }} />
          )}
        </div>
        <aside className="side">
          <Labelled id="procedure" label={t('label--procedure')}>
            <Select
              id="procedure"
              showSearch={{ optionFilterProp: 'label' }}
              {...(procedure && { value: procedure.id })}
              options={procedures.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(procedureId: number) => change({ procedureId, said: {} })}
            />
          </Labelled>
          <Labelled id="kind" label={t('label--kind')}>
            <Select
              id="kind"
              showSearch={{ optionFilterProp: 'label' }}
              {...(kind !== undefined && { value: kind })}
              options={procedure?.kinds.map(({ code, title }) => ({ value: code, label: title })) ?? []}
              onChange={(its: string) => change({ kind: its })}
            />
          </Labelled>
          {procedure && <DistinctionWords its={procedure.distinctions} />}
          {procedure && <MoreFields {...{ procedure, draft, change, wrong }} />}
          <Whom {...{ draft, change }} />
        </aside>
      </div>
    </div>
  );
}

interface Part {
  draft: Draft;
  change: (some: Partial<Draft>) => void;
}
type Checked = Part & { wrong: (field: string) => boolean };

/** Who it is, and how he or she is reached. */
function Who({ draft, change }: Part) {
  const { t } = useTranslation('complaints');
  return (
    <div className="complaint-two">
      <Labelled id="complainant" label={t('label--complainant')} hint={t('hint--anonymous')}>
        <Input
          id="complainant"
          autoFocus
          maxLength={100}
          value={draft.complainant}
          onChange={(event) => change({ complainant: event.target.value })}
        />
      </Labelled>
      <Labelled id="contact" label={t('label--contact')}>
        <Input
          id="contact"
          maxLength={200}
          value={draft.contact}
          onChange={(event) => change({ contact: event.target.value })}
        />
      </Labelled>
    </div>
  );
}

/** How the complaint came, and when it happened. */
function How({ draft, change, wrong }: Checked) {
  const { t } = useTranslation('complaints');
  return (
    <div className="complaint-two">
      <div className="field">
        <span className="complaint-label">{t('label--channel')}</span>
        <Segmented<Channel>
          value={draft.channel}
          aria-label={t('label--channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`channel--${value}`) }))}
          onChange={(channel) => change({ channel })}
        />
      </div>
      <Labelled id="happenedOn" label={t('label--happenedOn')}>
        <DayField
          id="happenedOn"
          value={draft.happenedOn ?? ''}
          aria-invalid={wrong('happenedOn')}
          onChange={(happenedOn) => change({ happenedOn } as Partial<Draft>)}
        />
      </Labelled>
    </div>
  );
}

/** What this procedure asks for beside. */
function MoreFields({ procedure, draft, change, wrong }: Checked & { procedure: ProcedureRow }) {
  return procedure.fields.map((field) => (
    <SaidField
      key={field.code}
      {...{ field, does: 'register' as const, value: draft.said?.[field.code], wrong: wrong(field.code) }}
      onChange={(value) => {
        const { [field.code]: _, ...others } = draft.said ?? {};
        change({ said: value === undefined ? others : { ...others, [field.code]: value } });
      }}
    />
  ));
}

/** Whom it is about: department, people, business. */
function Whom({ draft, change }: Part) {
  const { t } = useTranslation('complaints');
  const { data: departments = [] } = useDepartments();
  const { data: colleagues = [] } = useColleagues();
  const [chosen, setChosen] = useState(false);
  const may = useMay();
  const present = colleagues.filter(({ employment }) => employment !== 'left');
  const accuse = (accused: number[]) => {
    // The department of whom somebody complains is most likely meant, until another is chosen.
    const own = present.find(({ id }) => id === accused[0])?.departmentId;
    change({ accused, ...(!chosen && own !== undefined && { unitId: own }) });
  };
  return (
    <>
      <Labelled id="accused" label={t('label--accused')} hint={t('hint--accused')}>
        <Select
          id="accused"
          mode="multiple"
          value={draft.accused ?? []}
          showSearch={{ optionFilterProp: 'label' }}
          options={present.map(({ id, name, department }) => ({ value: id, label: `${name}　${department}` }))}
          onChange={accuse}
        />
      </Labelled>
      <Labelled id="unit" label={t('label--unit')}>
        <Select
          id="unit"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          {...(draft.unitId !== undefined && { value: draft.unitId })}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(unitId: number | undefined) => {
            setChosen(true);
            change({ unitId } as Partial<Draft>);
          }}
        />
      </Labelled>
      {may('client.read') && (
        <Labelled id="clientId" label={t('label--client')}>
          <ClientPicker
            id="clientId"
            value={draft.clientId}
            onChange={(clientId) => change({ clientId } as Partial<Draft>)}
          />
        </Labelled>
      )}
      <Labelled id="about" label={t('label--about')}>
        <Input
          id="about"
          maxLength={200}
          value={draft.about}
          onChange={(event) => change({ about: event.target.value })}
        />
      </Labelled>
    </>
  );
}

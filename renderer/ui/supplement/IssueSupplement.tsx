import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal, SupplementFault, SupplementsOfDossier } from '../../../shared/api/supplement.contract';
import { readDay } from '../../../shared/entry/read-entry';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { DayField, dayRule } from '../DayField';
import { FormDrawer } from '../FormDrawer';
import { Guess } from '../Guess';
import { SignField } from '../SignField';
import { useDraftForm } from '../use-draft-form';
import { isComposing } from '../use-keys';
import { useIssue } from './supplement.queries';

interface Values {
  /** Lines that are asked for, by `keyOf`. */
  chosen: string[];
  /** Lines that the checker wrote. */
  added: Proposal[];
  responsibleId: number;
  dueOn: string;
  basis: string;
}

interface IssueSupplementProps {
  dossierId: number;
  about: SupplementsOfDossier;
  marked: readonly string[];
  onDone: (id: number) => void;
  onClose: () => void;
}

const keyOf = ({ fault, title }: Proposal): string => `${fault} ${title}`;

/** The checker lists what is missing or unsigned, says who clears it until when, and signs. */
export function IssueSupplement({ dossierId, about, marked, onDone, onClose }: IssueSupplementProps) {
  const { t } = useTranslation(['supplements', 'ui']);
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const issue = useIssue();
  const [signature, setSignature] = useState('');
  const blank = useBlank(about, marked);
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>(`supplement ${dossierId}`, blank);
  const chosen = Form.useWatch('chosen', form) ?? blank.chosen;
  const typed = Form.useWatch('dueOn', form) ?? blank.dueOn;
  const added = Form.useWatch('added', form) ?? blank.added;
  const all = [...about.proposals, ...added];
  const submit = (values: Values) => {
    const lines = all.filter((its) => values.chosen.includes(keyOf(its)));
    if (lines.length === 0 || signature === '') return;
    issue.mutate(
      {
        dossierId,
        responsibleId: values.responsibleId,
        dueOn: values.dueOn,
        lines: lines.map((its) => ({ ...its, basis: values.basis })),
        signature,
      },
      {
        onError: (failure) => {
          setSignature('');
          refuse(failure);
        },
        onSuccess: ({ id }) => {
          drop();
          onDone(id);
        },
      },
    );
  };
  const wrong = issue.error?.details.field === 'signature';
  const needed = { required: true, message: t('ui:error--needed') };
  return (
    <FormDrawer
      title={t('title--issue')}
      act={t('action--signAndIssue')}
      busy={issue.isPending}
      {...drawer}
      refusal={wrong ? undefined : drawer.refusal}
      onClose={onClose}
    >
      <p className="quiet">{t('lead--issue')}</p>
      <Form {...props} onFinish={submit}>
        <Form.Item
          name="chosen"
          label={t('label--lines', { count: chosen.length })}
          rules={[{ ...needed, type: 'array', min: 1, message: t('error--noLine') }]}
        >
          <ChosenLines lines={all} />
        </Form.Item>
        <AddLine
          first={all.length === 0}
          onAdd={(line) => {
            if (all.some((its) => keyOf(its) === keyOf(line))) return;
            form.setFieldsValue({ added: [...added, line], chosen: [...chosen, keyOf(line)] });
            props.onValuesChange({}, form.getFieldsValue(true));
          }}
        />
        <Form.Item name="basis" label={t('label--basis')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="responsibleId" label={t('label--responsible')} rules={[needed]}>
          <Radio.Group
            options={about.responsibles.map(({ id, name, role }) => ({
              value: id,
              label: t('label--personAs', { name, role: t(`label--role-${role}`) }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="dueOn"
          label={t('label--dueOn')}
          extra={<Guess day={readDay(typed) ?? undefined} as="sentence" />}
          rules={[needed, dayRule(t as never)]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="added" hidden>
          <Input />
        </Form.Item>
      </Form>
      <SignField
        signer={me?.name ?? ''}
        role={t('label--checker')}
        value={signature}
        onChange={setSignature}
        error={wrong ? errorText(issue.error) : undefined}
        onSign={form.submit}
      />
    </FormDrawer>
  );
}

/** What the drawer begins with: whatever was just found wrong is chosen, or everything that is proposed. */
function useBlank(
  { proposals, responsibles, checklist, dueOn }: SupplementsOfDossier,
  marked: readonly string[],
): Values {
  const { t } = useTranslation('supplements');
  const named = proposals.filter(({ title }) => marked.includes(title));
  const others = marked.filter((title) => !proposals.some((its) => its.title === title));
  const added = others.map((title): Proposal => ({ title, fault: 'missing', part: 'clientPapers' }));
  return {
    chosen: [...(marked.length > 0 ? [...named, ...added] : proposals)].map(keyOf),
    added,
    responsibleId: responsibles[0]?.id ?? 0,
    dueOn,
    basis: checklist ? t('text--basis', { ...checklist }) : '',
  };
}

interface ChosenLinesProps {
  id?: string;
  value?: string[];
  onChange?: (chosen: string[]) => void;
  lines: readonly Proposal[];
}

function ChosenLines({ id, value = [], onChange, lines }: ChosenLinesProps) {
  const { t } = useTranslation('supplements');
  if (lines.length === 0) return <p className="quiet">{t('hint--nothingProposed')}</p>;
  const toggle = (key: string) =>
    onChange?.(value.includes(key) ? value.filter((one) => one !== key) : [...value, key]);
  return (
    <ul className="issue-lines" id={id}>
      {lines.map((line) => (
        <li key={keyOf(line)}>
          <Checkbox checked={value.includes(keyOf(line))} onChange={() => toggle(keyOf(line))}>
            {line.title}
          </Checkbox>
          <span className="late small nowrap">{t(`fault--${line.fault}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** One more line in the checker's own words; Enter puts it on the list. */
function AddLine({ first, onAdd }: { first: boolean; onAdd: (line: Proposal) => void }) {
  const { t } = useTranslation('supplements');
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<SupplementFault>('missing');
  const add = () => {
    if (title.trim() === '') return;
    onAdd({ title: title.trim(), fault, part: 'clientPapers' });
    setTitle('');
  };
  return (
    <div className="issue-add">
      <Input
        autoFocus={first}
        value={title}
        maxLength={500}
        aria-label={t('label--otherTitle')}
        placeholder={t('label--otherTitle')}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          add();
        }}
      />
      <Select<SupplementFault>
        value={fault}
        aria-label={t('label--fault')}
        options={(['missing', 'unsigned'] as const).map((value) => ({ value, label: t(`fault--${value}`) }))}
        onChange={setFault}
      />
      <Button onClick={add}>{t('action--addLine')}</Button>
    </div>
  );
}

import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { BUSINESS_CLASSES, type RecordClassOverview } from '../../../shared/api/record-class.contract';
import { PATTERN_TOKENS, patternFault, USUAL_PATTERN, writeNumber } from '../../../shared/records/number-pattern';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useRetentions } from '../../ui/use-record-words';
import { useAddClass, useRetireClass, useReviseClass, useTakeUpClass } from './classes.queries';
import { Retiring } from './Retiring';

type Values = Pick<RecordClassOverview, 'name' | 'word' | 'pattern' | 'yearly' | 'retentionId'>;

interface ClassFormProps {
  /** Absent: a new class. */
  its: RecordClassOverview | undefined;
  shortName: string;
  year: number;
  onClose: () => void;
}

/** A class: its name, how it is numbered, how long it is kept; the next number is shown while the pattern is typed. */
export function ClassForm({ its, shortName, year, onClose }: ClassFormProps) {
  const { t } = useTranslation(['classes', 'ui']);
  const add = useAddClass();
  const revise = useReviseClass();
  const retentions = useRetentions().filter(({ id, retired }) => !retired || id === its?.retentionId);
  const blank: Values = its
    ? { name: its.name, word: its.word, pattern: its.pattern, yearly: its.yearly, retentionId: its.retentionId }
    : { name: '', word: '', pattern: USUAL_PATTERN, yearly: true, retentionId: retentions[0]?.id ?? 0 };
  const { props, refuse, drop, drawer } = useDraftForm<Values>(`class ${its?.id ?? 'new'}`, blank);
  const done = () => {
    drop();
    onClose();
  };
  const submit = (values: Values) => {
    if (its) revise.mutate({ id: its.id, ...values }, { onError: refuse, onSuccess: done });
    else add.mutate(values, { onError: refuse, onSuccess: done });
  };
  const needed = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  return (
    <FormDrawer
      title={its ? t('title--reviseClass', { name: its.name }) : t('title--newClass')}
      act={t(its ? 'action--write' : 'action--add')}
      busy={add.isPending || revise.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <div className="pair">
          <Form.Item name="name" label={t('label--className')} rules={needed}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="word" label={t('label--word')} rules={needed}>
            <Input maxLength={10} />
          </Form.Item>
        </div>
        <Form.Item name="pattern" label={t('label--pattern')} rules={needed} extra={<Tokens />}>
          <Input maxLength={60} className="pattern" />
        </Form.Item>
        <Example seq={its?.nextSeq ?? 1} shortName={shortName} year={year} blank={blank} />
        <Form.Item name="yearly" label={t('label--numbering')}>
          <Radio.Group
            options={[
              { value: true, label: t('choice--yearly') },
              { value: false, label: t('choice--running') },
            ]}
          />
        </Form.Item>
        <Form.Item name="retentionId" label={t('label--retention')} extra={t('hint--classRetention')}>
          <Select options={retentions.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </Form>
      {its && <p className="quiet small">{t('hint--givenStay')}</p>}
      {its && !BUSINESS_CLASSES.some((code) => code === its.code) && <ClassRetiring its={its} onDone={onClose} />}
    </FormDrawer>
  );
}

function ClassRetiring({ its, onDone }: { its: RecordClassOverview; onDone: () => void }) {
  const retire = useRetireClass();
  const takeUp = useTakeUpClass();
  const { t } = useTranslation('classes');
  return (
    <Retiring
      its={its}
      question={t('title--retireClass', { name: its.name })}
      meaning={t('hint--retireClass')}
      retire={retire}
      takeUp={takeUp}
      onDone={onDone}
    />
  );
}

/** What may stand in braces. */
function Tokens() {
  const { t } = useTranslation('classes');
  return (
    <dl className="tokens">
      {PATTERN_TOKENS.map((token) => (
        <div key={token}>
          <dt>{token}</dt>
          <dd>{t(`label--token-${token.replace(/[{}]|:.*/g, '') as 'short'}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ExampleProps {
  seq: number;
  shortName: string;
  year: number;
  blank: Values;
}

/** The number that comes next, or what is wrong with the pattern as it stands. */
function Example({ seq, shortName, year, blank }: ExampleProps) {
  const { t } = useTranslation(['classes', 'errors']);
  const { name, word, pattern, yearly } = { ...blank, ...(Form.useWatch([]) as Partial<Values> | undefined) };
  const fault = patternFault(pattern, yearly);
  return (
    <p className={fault ? 'number-example late' : 'number-example'} aria-live="polite">
      {fault ? (
        t(`errors:${fault}`)
      ) : (
        <>
          <span className="quiet">{t('label--nextNumber')}</span>{' '}
          <b>{writeNumber({ name: name.trim(), word: word.trim(), pattern: pattern.trim(), shortName, year, seq })}</b>
        </>
      )}
    </p>
  );
}

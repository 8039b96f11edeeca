import { Input, Modal, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../../shared/api/complaint.contract';
import {
  CHANNELS,
  type Channel,
  type ContactView,
  DIRECTIONS,
  type Direction,
} from '../../../shared/api/complaint-contact';
import { readTime } from '../../../shared/entry/read-time';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { DayField } from '../../ui/DayField';
import { Kbd } from '../../ui/Kbd';
import { Labelled } from '../../ui/Labelled';
import { Refusal } from '../../ui/Refusal';
import { useDialog, useKeys } from '../../ui/use-keys';
import { useNote } from './case-file.queries';
import { useColleagues } from './complaints.queries';

interface Draft {
  direction: Direction;
  channel: Channel;
  on?: string;
  time: string;
  withWhom: string;
  staffId?: number;
  said: string;
}

interface NoteContactProps {
  its: ComplaintView;
  /** The note that is put right; absent for a new one. */
  corrects?: ContactView | undefined;
  onClose: () => void;
}

/** What was just said on the telephone, in two keys and the words themselves; where and when only if it was not now. */
export function NoteContact({ its, corrects, onClose }: NoteContactProps) {
  const { t } = useTranslation('caseFile');
  const errorText = useErrorText();
  const blank = corrects ? asItWas(corrects) : blankOf(its.complainant ?? its.client ?? t('text--complainant'));
  const { draft, keep, drop } = useDraft<Draft>(`complaints/${its.id}/contact/${corrects?.id ?? 'new'}`, blank);
  const note = useNote();
  const change = (some: Partial<Draft>) => keep({ ...draft, ...some });
  const noTime = draft.time.trim() !== '' && readTime(draft.time) === undefined;
  const disabled = draft.said.trim() === '' || draft.withWhom.trim() === '' || noTime;
  const act = () => {
    if (disabled || note.isPending) return;
    const { time, on, staffId, ...rest } = draft;
    const when = {
      ...(on !== undefined && { on }),
      ...(time.trim() !== '' && { time: readTime(time) ?? '' }),
    };
    const more = { ...(staffId !== undefined && { staffId }), ...(corrects && { correctsId: corrects.id }) };
    const onSuccess = () => {
      drop();
      onClose();
    };
    note.mutate({ id: its.id, ...rest, ...when, ...more }, { onSuccess });
  };
  useDialog();
  useKeys({ 'ctrl+enter': act }, 'everywhere');
  const wrong = note.error?.details.field;
  return (
    <Modal
      open
      centered
      width={560}
      title={t(corrects ? 'title--correct' : 'title--note')}
      okText={
        <>
          {t('action--note')} <Kbd>Ctrl Enter</Kbd>
        </>
      }
      cancelText={t('action--leave')}
      okButtonProps={{ disabled }}
      confirmLoading={note.isPending}
      onOk={act}
      onCancel={onClose}
      mask={{ closable: false }}
      closable={false}
    >
      <Labelled id="contact-said" label={t('label--said')}>
        <Input.TextArea
          id="contact-said"
          autoFocus
          rows={4}
          maxLength={5_000}
          value={draft.said}
          onChange={(event) => change({ said: event.target.value })}
        />
      </Labelled>
      <div className="complaint-two complaint-ways">
        <Segmented<Direction>
          value={draft.direction}
          aria-label={t('label--direction')}
          options={DIRECTIONS.map((value) => ({ value, label: t(`direction--${value}`) }))}
          onChange={(direction) => change({ direction })}
        />
        <Segmented<Channel>
          value={draft.channel}
          aria-label={t('label--channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`channel--${value}`) }))}
          onChange={(channel) => change({ channel })}
        />
      </div>
      <div className="complaint-two">
        <Labelled id="contact-with" label={t('label--withWhom')}>
          <Input
            id="contact-with"
            maxLength={100}
            value={draft.withWhom}
            onChange={(event) => change({ withWhom: event.target.value })}
          />
        </Labelled>
        <Colleague value={draft.staffId} onChange={(staffId) => change({ staffId } as Partial<Draft>)} />
      </div>
      <div className="complaint-two">
        <Labelled id="contact-on" label={t('label--on')} hint={t('hint--now')}>
          <DayField
            id="contact-on"
            value={draft.on}
            aria-invalid={wrong === 'on'}
            onChange={(on) => change({ on } as Partial<Draft>)}
          />
        </Labelled>
        <Labelled id="contact-time" label={t('label--time')} hint={t(noTime ? 'error--time' : 'hint--time')}>
          <Input
            id="contact-time"
            maxLength={10}
            status={noTime || wrong === 'time' ? 'error' : ''}
            value={draft.time}
            onChange={(event) => change({ time: event.target.value })}
          />
        </Labelled>
      </div>
      <Refusal>{errorText(note.error)}</Refusal>
    </Modal>
  );
}

const blankOf = (withWhom: string): Draft => ({
  ...{ direction: 'in', channel: 'phone', time: '', withWhom, said: '' },
});
const asItWas = ({ direction, channel, on, time, withWhom, said }: ContactView): Draft => ({
  ...{ direction, channel, on, time, withWhom, said },
});

/** Who spoke for the office: whoever notes it, until another is named. */
function Colleague({ value, onChange }: { value: number | undefined; onChange: (id: number | undefined) => void }) {
  const { t } = useTranslation('caseFile');
  const me = useSession((session) => session.me);
  const { data = [] } = useColleagues();
  return (
    <Labelled id="contact-staff" label={t('label--staff')}>
      <Select
        id="contact-staff"
        allowClear
        className="complaint-who"
        placeholder={me?.name}
        {...(value !== undefined && { value })}
        showSearch={{ optionFilterProp: 'label' }}
        options={data
          .filter(({ employment }) => employment !== 'left')
          .map(({ id, name, department }) => ({ value: id, label: `${name}　${department}` }))}
        onChange={onChange}
      />
    </Labelled>
  );
}

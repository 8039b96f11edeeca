import './staff-handover.css';
import { Alert, Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { HistoryList } from '../../ui/HistoryList';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { isComposing, useKeys } from '../../ui/use-keys';
import { ArrangeBar, useArranging } from './ArrangeBar';
import { AskDialog } from './AskDialog';
import { LineTable } from './LineTable';
import { ListState } from './ListState';
import { ReasonDialog } from './ReasonDialog';
import { SignDialog } from './SignDialog';
import { StaffSignatures } from './StaffSignatures';
import { useColleagues, useStaffHandover } from './staff-handover.queries';

export function StaffHandoverPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useStaffHandover(id);
  if (error) {
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  }
  return data ? <StaffHandover key={id} list={data} /> : null;
}

type Asked = 'ask' | 'sign' | 'takeBack' | 'cancel';

/** One list: what goes to whom, what stands in the way, who has signed and who has not. */
function StaffHandover({ list }: { list: StaffHandoverView }) {
  const { t } = useTranslation('staffHandover');
  const navigate = useNavigate();
  const may = useMay();
  const { successors, supervisors } = useColleagues(list.fromId);
  const { arrange, choose, refusal } = useArranging(list);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const preview = (form: 'staff-handover' | 'contact-letter') => void navigate(`/print/${form}/${list.id}`);
  const next = nextOf(list);
  const begin = () => next && setAsked(next);
  // A list of choices would take the key for itself and open.
  const beginFromField = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    begin();
  };
  useKeys({
    'ctrl+enter': begin,
    'ctrl+p': () => may('print.form') && preview('staff-handover'),
    escape: () => void navigate(-1),
  });
  return (
    <div className="page">
      <PageHead title={t('title--list', { no: list.no })} aside={`${list.from} · ${list.department}`}>
        <Lead list={list} />
      </PageHead>
      <div className="split staff-split">
        <div className="staff-main" onKeyDownCapture={beginFromField}>
          <Actions list={list} next={next} onAsk={setAsked} onPreview={preview} />
          {list.outdated && <Alert type="warning" showIcon title={t('state--outdated', { from: list.from })} />}
          {list.state === 'draft' && list.mayPrepare && (
            <ArrangeBar list={list} {...{ successors, supervisors, arrange, refusal }} />
          )}
          <div className="page-scroll">
            <LineTable list={list} successors={successors} onChoose={choose} />
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
          <StaffSignatures list={list} />
          {may('staffHandover.prepare') && (
            <section>
              <h2>{t('title--history')}</h2>
              <HistoryList table="staff_handover" id={list.id} limit={10} />
            </section>
          )}
        </aside>
      </div>
      {asked === 'ask' && list.state === 'draft' && <AskDialog list={list} onClose={close} />}
      {asked === 'sign' && list.state === 'asked' && <SignDialog list={list} onClose={close} />}
      {(asked === 'takeBack' || asked === 'cancel') && <ReasonDialog list={list} what={asked} onClose={close} />}
    </div>
  );
}

/** What Ctrl+Enter does now. */
function nextOf({ state, mayPrepare, problems, lines }: StaffHandoverView): 'ask' | 'sign' | undefined {
  if (state === 'asked') return 'sign';
  const ready = problems.length === 0 && lines.every(({ problem }) => !problem);
  return state === 'draft' && mayPrepare && ready ? 'ask' : undefined;
}

function Lead({ list }: { list: StaffHandoverView }) {
  const { t } = useTranslation('staffHandover');
  const stays = list.lines.length - list.count;
  const open = list.lines.filter(({ problem }) => problem).length + list.problems.length;
  return (
    <>
      <ListState list={list} />
      {t('lead--count', { count: list.count })}
      {stays > 0 && t('lead--stays', { count: stays })}
      {list.state === 'draft' && open > 0 && <b className="late">{t('lead--problems', { count: open })}</b>}
    </>
  );
}

interface ActionsProps {
  list: StaffHandoverView;
  next: 'ask' | 'sign' | undefined;
  onAsk: (what: Asked) => void;
  onPreview: (form: 'staff-handover' | 'contact-letter') => void;
}

function Actions({ list, next, onAsk, onPreview }: ActionsProps) {
  const { t } = useTranslation('staffHandover');
  const may = useMay();
  const { state, mayPrepare } = list;
  const isOpen = state === 'draft' || state === 'asked';
  return (
    <div className="bar">
      {state === 'draft' && mayPrepare && (
        <Button type="primary" disabled={next !== 'ask'} onClick={() => onAsk('ask')}>
          {t('action--ask')} <Kbd>Ctrl Enter</Kbd>
        </Button>
      )}
      {state === 'asked' && (
        <Button type="primary" onClick={() => onAsk('sign')}>
          {t('action--sign')} <Kbd>Ctrl Enter</Kbd>
        </Button>
      )}
      {may('print.form') && (
        <Button onClick={() => onPreview('staff-handover')}>
          {t('action--preview')} <Kbd>Ctrl P</Kbd>
        </Button>
      )}
      {state === 'signed' && may('print.form') && list.lines.some(({ kind }) => /^(client|projectA)$/.test(kind)) && (
        <Button onClick={() => onPreview('contact-letter')}>{t('action--letters')}</Button>
      )}
      {state === 'asked' && mayPrepare && <Button onClick={() => onAsk('takeBack')}>{t('action--takeBack')}</Button>}
      {isOpen && mayPrepare && <Button onClick={() => onAsk('cancel')}>{t('action--cancel')}</Button>}
    </div>
  );
}

import './borrowing.css';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { THING_KINDS, type Thing } from '../../../shared/api/borrowing-slip.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { useBorrowingArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { showSlip, useDraftSlip, useSubmit, useThings, useWeighed } from './borrowing.queries';
import { ChosenThings } from './ChosenThings';
import { BLANK, type NewSlip, slipFrom } from './new-slip';
import { SlipFields } from './SlipFields';
import { keyOf, ThingPicker } from './ThingPicker';

const thingsIn = (asked: URLSearchParams): Thing[] =>
  THING_KINDS.flatMap((kind) => asked.getAll(kind).flatMap((id) => (Number(id) > 0 ? [{ kind, id: Number(id) }] : [])));

/** What the address asks for: a draft that goes on, an earlier slip once more, a record to begin with. */
function useBeginning(draft: NewSlip, keep: (slip: NewSlip) => void) {
  const [asked, setAsked] = useSearchParams();
  const taken = useRef('');
  useEffect(() => {
    // Once: the address is emptied a moment later, and what it asks for must not come over what is typed by then.
    if (asked.toString() === taken.current) return;
    taken.current = asked.toString();
    const earlier = Number(asked.get('draft') ?? asked.get('repeat'));
    const things = thingsIn(asked);
    if (earlier > 0) void showSlip(earlier).then((its) => keep(slipFrom(its)));
    else if (things.length > 0) {
      const fresh = things.filter((its) => !draft.things.some((one) => keyOf(one) === keyOf(its)));
      if (fresh.length > 0) keep({ ...draft, things: [...draft.things, ...fresh] });
    } else return;
    setAsked({}, { replace: true });
  }, [asked, setAsked, draft, keep]);
}

/** A new slip: what, what for, how, until when. What is typed stays until it is submitted. */
export function NewBorrowingPage() {
  const { t } = useTranslation('borrowing');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const area = useBorrowingArea();
  const { draft, isKept, keep, drop } = useDraft<NewSlip>('borrowing/new', BLANK);
  const [asked] = useSearchParams();
  // What comes with the address need not be looked for: the next thing to say is for whom, and what for.
  const [given] = useState(thingsIn(asked).length > 0);
  useBeginning(draft, keep);
  const { data: things = [] } = useThings(draft.things);
  const { borrowerId, way } = draft;
  const { data: weighed } = useWeighed({ things: draft.things, way, ...(borrowerId && { borrowerId }) });
  const submit = useSubmit();
  const save = useDraftSlip();
  const busy = submit.isPending || save.isPending;
  const done = (path: string) => {
    drop();
    void navigate(path, { replace: true });
  };
  const send = () => !busy && submit.mutate(draft, { onSuccess: ({ id }) => done(`/borrowing/${id}`) });
  const keepIt = () => !busy && save.mutate(draft, { onSuccess: () => done('/borrowing') });
  useKeys({ 'ctrl+enter': send, 'ctrl+s': keepIt, escape: () => navigate(-1) });
  const failure = submit.error ?? save.error;
  const removed = (key: string) => draft.things.filter((its) => keyOf(its) !== key);
  return (
    <div className="page">
      <PageHead title={t('title--new')} area={area}>
        <Lead weighed={weighed} />
      </PageHead>
      <div className="split borrowing-new">
        <div className="page-scroll">
          <ThingPicker
            chosen={draft.things}
            begins={!given}
            onTake={({ kind, id }) => keep({ ...draft, things: [...draft.things, { kind, id }] })}
          />
          <ChosenThings rows={things} onRemove={(its) => keep({ ...draft, things: removed(keyOf(its)) })} />
        </div>
        <aside className="side borrowing-fields">
          <SlipFields
            draft={draft}
            begins={given}
            weighed={weighed}
            failure={failure}
            onChange={(some) => keep({ ...draft, ...some })}
          />
          <Refusal>{errorText(failure)}</Refusal>
          <div className="bar">
            <Button type="primary" loading={submit.isPending} onClick={send}>
              {t('action--submit')} <Kbd>Ctrl Enter</Kbd>
            </Button>
            <Button loading={save.isPending} onClick={keepIt}>
              {t('action--keep')} <Kbd>Ctrl S</Kbd>
            </Button>
            {isKept && (
              <Button type="link" onClick={drop}>
                {t('action--empty')}
              </Button>
            )}
          </div>
        </aside>
      </div>
    </div>
  );
}

function Lead({ weighed }: { weighed: { direct: boolean; approvers: string[] } | undefined }) {
  const { t } = useTranslation('borrowing');
  if (!weighed) return null;
  if (weighed.direct) return t('lead--direct');
  if (weighed.approvers.length === 0) return <span className="late">{t('lead--noApprover')}</span>;
  const names = weighed.approvers.join(t('label--comma'));
  const lead = weighed.approvers.length === 1 ? 'lead--approver' : 'lead--approvers';
  return <Trans t={t} i18nKey={lead} values={{ names }} components={{ b: <b /> }} />;
}

import './checklists.css';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { ChecklistView } from '../../../shared/api/checklist.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { type ChecklistDraft, difference, draftOf, entriesOf, twice } from './checklist-draft';
import { useChecklist, useRevise } from './checklists.queries';
import { EntryGrid } from './EntryGrid';
import { Versions } from './Versions';

export function ChecklistPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useChecklist(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <Checklist key={id} its={data} /> : null;
}

/** One version of a list; the newest can be edited, and what is written becomes the next one. */
function Checklist({ its }: { its: ChecklistView }) {
  const { t } = useTranslation('checklists');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const mayEdit = useMay()('checklist.edit');
  const newest = its.versions[0];
  const editable = mayEdit && newest?.id === its.id;
  const { draft, isKept, keep, drop } = useDraft<ChecklistDraft>(`checklist/${its.id}`, draftOf(its.name, its.entries));
  const revise = useRevise();
  const [tried, setTried] = useState(false);
  const entries = entriesOf(draft);
  const { added, removed } = difference(its.entries, entries);
  const sound = draft.name.trim() !== '' && entries.length > 0 && twice(draft.entries).size === 0;
  const write = () => {
    setTried(true);
    if (!isKept || !sound || revise.isPending) return;
    const done = {
      onSuccess: ({ id }: { id: number }) => {
        drop();
        void navigate(`/checklists/${id}`, { replace: true });
      },
    };
    revise.mutate({ id: its.id, name: draft.name, entries }, done);
  };
  const change = (next: ChecklistDraft) => {
    revise.reset();
    keep(next);
  };
  useKeys({ ...(editable && { 'ctrl+enter': write }), escape: () => navigate(-1) });
  return (
    <div className="page">
      <PageHead
        title={its.name}
        aside={`${t(`class--${its.recordClass}`)} · ${t('label--versionNo', { version: its.version })}`}
      >
        {t('lead--checklist', {
          count: its.entries.length,
          required: its.entries.filter((one) => one.required).length,
        })}
        {newest && newest.id !== its.id && (
          <span className="amber">
            {t('lead--old', { version: newest.version })}
            <Link to={`/checklists/${newest.id}`}>{t('action--toNewest')}</Link>
          </span>
        )}
      </PageHead>
      <div className="bar">
        {editable && (
          <Button type="primary" disabled={!isKept || !sound} loading={revise.isPending} onClick={write}>
            {t('action--revise', { version: its.version + 1 })} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
        {isKept && editable && (
          <Button type="link" onClick={drop}>
            {t('action--drop')}
          </Button>
        )}
        <TakeAlong list={{ name: 'checklist', id: its.id }} />
        <span className="bar-end small" role="status">
          {isKept && editable && t('state--draft', { added, removed })}
        </span>
      </div>
      <Refusal>{errorText(revise.error) ?? (tried && isKept && !sound ? t('error--notSound') : undefined)}</Refusal>
      <div className="split">
        <div className="checklist-main">
          <div className="page-scroll" tabIndex={editable ? undefined : 0}>
            {editable && (
              <label className="checklist-name" htmlFor="checklist-name">
                {t('label--name')}
                <Input
                  id="checklist-name"
                  maxLength={60}
                  value={draft.name}
                  onChange={(event) => change({ ...draft, name: event.target.value })}
                />
              </label>
            )}
            <EntryGrid
              entries={draft.entries}
              editable={editable}
              onChange={(next) => change({ ...draft, entries: next })}
            />
          </div>
          {editable && <p className="quiet small checklist-keys">{t('hint--keys')}</p>}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <aside className="side" tabIndex={0} aria-label={t('title--versions')}>
          <Versions its={its} />
        </aside>
      </div>
    </div>
  );
}

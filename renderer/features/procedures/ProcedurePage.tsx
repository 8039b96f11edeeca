import './procedures.css';
import { Alert, Button, ConfigProvider } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import type { Procedure } from '../../../shared/complaint/procedure';
import type { Place } from '../../../shared/complaint/procedure-faults';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { CopyProcedure } from './CopyProcedure';
import { PartEditor } from './PartEditor';
import { ProcedureNav } from './ProcedureNav';
import { ProcedureSide } from './ProcedureSide';
import { ProcedureStateWord } from './ProcedureStateWord';
import { PutInForce } from './PutInForce';
import type { Edited } from './procedure-draft';
import { useResume, useVersion } from './procedures.queries';
import { RetireProcedure } from './RetireProcedure';
import { useFaults } from './use-faults';

export function ProcedurePage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useVersion(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <OneProcedure key={id} its={data} /> : null;
}

type Dialog = 'sign' | 'copy' | 'retire';

/** One version of a procedure; the newest can be edited, and what is signed becomes the next one. */
function OneProcedure({ its }: { its: EditedProcedure }) {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const editable = its.versions[0]?.id === its.id;
  const { draft, isKept, keep, drop } = useDraft<Procedure>(`procedures/${its.id}`, its.definition);
  const [place, setPlace] = useState<Place>({ part: 'basics' });
  const [fresh, setFresh] = useState(false);
  const [dialog, setDialog] = useState<Dialog>();
  const faults = useFaults(draft);
  const signable = editable && isKept && faults.length === 0;
  const begin = () => signable && setDialog('sign');
  const go = (to: Place) => {
    setFresh(false);
    setPlace(to);
  };
  const edit = (edited: Edited, isFresh: boolean) => {
    keep(edited.draft);
    setPlace(edited.place);
    setFresh(isFresh);
  };
  const close = () => setDialog(undefined);
  const to = (id: number) => void navigate(`/procedures/${id}`, { replace: true });
  useKeys({ ...(editable && { 'ctrl+enter': begin }), escape: () => navigate(-1) });
  return (
    <div className="page">
      <PageHead title={its.title} aside={t('label--versionNo', { version: its.version })}>
        <ProcedureStateWord state={its.state} /> {t('lead--procedure', { count: its.openCases })}
        {!editable && (
          <span className="amber">
            {t('lead--old', { version: its.versions[0]?.version })}{' '}
            <Link to={`/procedures/${its.versions[0]?.id}`}>{t('action--toNewest')}</Link>
          </span>
        )}
      </PageHead>
      {editable && (
        <Bar {...{ its, isKept, signable, drop, faults: faults.length }} onOpen={setDialog} draft={t('state--draft')} />
      )}
      <div className="split procedure-split">
        <ProcedureNav
          {...{ its: draft, place, editable, faulty: faults.map(({ at }) => at) }}
          onGo={go}
          onEdit={edit}
        />
        <div className="page-scroll procedure-part">
          <ConfigProvider componentDisabled={!editable}>
            <PartEditor
              key={`${place.part} ${place.code}`}
              {...{ its: draft, place, fresh, editable, holders: its.holders }}
              onChange={keep}
              onEdit={edit}
            />
          </ConfigProvider>
        </div>
        <ProcedureSide {...{ its, draft, isKept, faults }} onGo={go} />
      </div>
      {dialog === 'sign' && (
        <PutInForce
          {...{ its, draft, onClose: close }}
          onDone={(id) => {
            drop();
            to(id);
          }}
        />
      )}
      {dialog === 'copy' && <CopyProcedure {...{ its, onClose: close }} onDone={to} />}
      {dialog === 'retire' && <RetireProcedure {...{ its, onClose: close }} />}
    </div>
  );
}

interface BarProps {
  its: EditedProcedure;
  isKept: boolean;
  signable: boolean;
  faults: number;
  draft: string;
  drop: () => void;
  onOpen: (dialog: Dialog) => void;
}

/** What can be done with the newest version. */
function Bar({ its, isKept, signable, faults, draft, drop, onOpen }: BarProps) {
  const { t } = useTranslation('procedures');
  const errorText = useErrorText();
  const resume = useResume();
  return (
    <>
      <div className="bar">
        <Button type="primary" disabled={!signable} onClick={() => onOpen('sign')}>
          {t('action--putInForce', { version: its.version + 1 })} <Kbd>Ctrl Enter</Kbd>
        </Button>
        {isKept && (
          <Button type="link" onClick={drop}>
            {t('action--drop')}
          </Button>
        )}
        <Button onClick={() => onOpen('copy')}>{t('action--copy')}</Button>
        {its.state === 'inUse' ? (
          <Button onClick={() => onOpen('retire')}>{t('action--retire')}</Button>
        ) : (
          <Button loading={resume.isPending} onClick={() => resume.mutate({ id: its.id })}>
            {t('action--resume')}
          </Button>
        )}
        <span className="bar-end small" role="status">
          {isKept && (faults > 0 ? t('state--faults', { count: faults }) : draft)}
        </span>
      </div>
      <Refusal>{errorText(resume.error)}</Refusal>
    </>
  );
}

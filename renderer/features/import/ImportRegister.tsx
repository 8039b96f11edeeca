import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../../shared/api/import.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { TakeAlong } from '../../ui/TakeAlong';
import { useImports, useUndoImport } from './import.queries';

/** What was imported so far, by whom, and what was undone. */
export function ImportRegister() {
  const { t } = useTranslation('import');
  const { data: imports = [] } = useImports();
  const [undoing, setUndoing] = useState<ImportRow>();
  return (
    <>
      <h2>{t('title--imports')}</h2>
      {imports.length > 0 && (
        <div className="bar">
          <TakeAlong list={{ name: 'imports' }} />
        </div>
      )}
      {/* What scrolls must be reached by the keyboard, by its buttons or by itself. */}
      <section
        className="page-scroll"
        tabIndex={imports.every(({ undoneOn }) => undoneOn !== undefined) ? 0 : undefined}
        aria-label={t('title--imports')}
      >
        {imports.length === 0 && <p className="quiet">{t('empty--imports')}</p>}
        {imports.length > 0 && (
          <table className="rows">
            <thead>
              <tr>
                <th>{t('table--when')}</th>
                <th>{t('table--file')}</th>
                <th>{t('table--who')}</th>
                <th className="n">{t('table--dossiers')}</th>
                <th className="n">{t('table--new')}</th>
                <th>{t('table--undone')}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map((its) => (
                <tr key={its.id}>
                  <td className="nowrap">{its.importedOn}</td>
                  <td>{its.fileName}</td>
                  <td>{its.importedBy}</td>
                  <td className="n">{its.dossiers.toLocaleString('en-US')}</td>
                  <td className="n">
                    {its.projects} / {its.clients} / {its.places}
                  </td>
                  <td>
                    {its.undoneOn ? (
                      t('undone--by', { day: its.undoneOn, who: its.undoneBy, reason: its.undoReason })
                    ) : (
                      <Button size="small" onClick={() => setUndoing(its)}>
                        {t('action--undo')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {undoing && <UndoDialog its={undoing} onClose={() => setUndoing(undefined)} />}
    </>
  );
}

function UndoDialog({ its, onClose }: { its: ImportRow; onClose: () => void }) {
  const { t } = useTranslation('import');
  const id = useId();
  const errorText = useErrorText();
  const signer = useSession(({ me }) => me?.name ?? '');
  const [reason, setReason] = useState('');
  const [signature, setSignature] = useState('');
  const undo = useUndoImport();
  const wrong = undo.error?.details.field === 'signature' ? errorText(undo.error) : undefined;
  const ready = reason.trim() !== '' && signature !== '';
  const act = () => {
    if (ready && !undo.isPending) undo.mutate({ id: its.id, reason, signature }, { onSuccess: onClose });
  };
  return (
    <ConfirmInWords
      open
      final
      title={t('title--undo', { name: its.fileName })}
      act={t('action--undo')}
      busy={undo.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('text--undo', { count: its.dossiers })}</p>
      <div className="field">
        <label htmlFor={id}>{t('label--reason')}</label>
        <Input id={id} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <SignField signer={signer} value={signature} onChange={setSignature} error={wrong} onSign={act} />
      <Refusal>{wrong ? undefined : errorText(undo.error)}</Refusal>
    </ConfirmInWords>
  );
}

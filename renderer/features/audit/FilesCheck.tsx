import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FaultyFile, FilesVerdict } from '../../../shared/api/attachment.contract';
import { useErrorText } from '../../api/use-error-text';
import { sizeOf } from '../../ui/attachments/AddingOutcome';
import { Refusal } from '../../ui/Refusal';
import { useDialog } from '../../ui/use-keys';
import { useFilesCheck } from './audit.queries';

/** Reads every file of an attachment and compares it with the ledger: how far, how it ended, and what is wrong with which. */
export function FilesCheck() {
  const { t } = useTranslation('audit');
  const errorText = useErrorText();
  const { check, progress, stop } = useFilesCheck();
  const [shown, setShown] = useState(false);
  const verdict = check.data;
  return (
    <span className="audit-verify">
      <Button loading={check.isPending} onClick={() => check.mutate({})}>
        {t('action--checkFiles')}
      </Button>
      <Refusal>{errorText(check.error)}</Refusal>
      {check.isPending && progress && (
        <output>{t('state--checkingFiles', { done: sizeOf(progress.done), all: sizeOf(progress.total) })}</output>
      )}
      {check.isPending && <Button onClick={stop}>{t('action--stopCheck')}</Button>}
      {verdict && <Verdict verdict={verdict} onShow={() => setShown(true)} />}
      {verdict && shown && <FaultyFiles verdict={verdict} onClose={() => setShown(false)} />}
    </span>
  );
}

function Verdict({ verdict, onShow }: { verdict: FilesVerdict; onShow: () => void }) {
  const { t } = useTranslation('audit');
  const { files, bytes, faultCount } = verdict;
  if (faultCount > 0)
    return (
      <span role="status" className="late">
        {t('state--filesFaulty', { count: faultCount })}{' '}
        <Button size="small" onClick={onShow}>
          {t('action--showFaults')}
        </Button>
      </span>
    );
  return (
    <span role="status" className="audit-whole">
      {files === 0 ? t('state--noFiles') : t('state--filesWhole', { count: files, size: sizeOf(bytes) })}
    </span>
  );
}

function FaultyFiles({ verdict: { faults, faultCount }, onClose }: { verdict: FilesVerdict; onClose: () => void }) {
  const { t } = useTranslation('audit');
  useDialog();
  return (
    <Modal open centered width={960} footer={null} title={t('title--fileFaults')} onCancel={onClose}>
      <p className="quiet">
        {t('hint--fileFaults')} {faultCount > faults.length && t('hint--moreFaults', { count: faults.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it */}
      <section className="audit-files" tabIndex={0} aria-label={t('title--fileFaults')}>
        <table className="rows">
          <thead>
            <tr>
              <th>{t('label--fileFault')}</th>
              <th>{t('label--fileRecord')}</th>
              <th>{t('label--fileName')}</th>
              <th>{t('label--filePath')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((file) => (
              <FaultyLine key={`${file.fault} ${file.path}`} file={file} />
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}

function FaultyLine({ file: { fault, path, of } }: { file: FaultyFile }) {
  const { t } = useTranslation('audit');
  return (
    <tr>
      <td className="late nowrap">{t(`fileFault--${fault}`)}</td>
      <td>
        {of.map(({ id, recordKind, recordId, record, itemTitle }) => (
          <div key={id}>
            <Link to={`/attachments/${recordKind === 'dossier' ? '' : `${recordKind}/`}${recordId}?at=${id}`}>
              {record}
            </Link>{' '}
            {itemTitle}
          </div>
        ))}
      </td>
      <td>
        {of.map(({ id, name }) => (
          <div key={id}>{name}</div>
        ))}
      </td>
      <td className="audit-path">{path}</td>
    </tr>
  );
}

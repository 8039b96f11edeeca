import './import.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../api/use-error-text';
import { useLedgerArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { FileDesk } from './FileDesk';
import { ImportRegister } from './ImportRegister';
import { useOpenedFile, useReadFile } from './import.queries';
import { Progress } from './Progress';
import { StartBar } from './StartBar';

/** Answers: what of this file goes into the ledger, and what is in the way? */
export function ImportPage() {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const area = useLedgerArea();
  const { data: file } = useOpenedFile();
  const read = useReadFile();
  const choose = () => {
    if (!read.isPending) read.mutate({});
  };
  useKeys({ 'ctrl+n': choose, escape: () => void navigate('/ledger') });
  if (file === undefined) return null;
  const rows = file?.sheets.reduce((sum, sheet) => sum + sheet.rows, 0) ?? 0;
  return (
    <div className="page">
      <PageHead title={t('title--import')} area={area}>
        {file ? t('lead--file', { name: file.name, sheetRows: rows.toLocaleString('en-US') }) : t('lead--start')}
        {file?.importedOn && <span className="late"> {t('lead--alreadyImported', { day: file.importedOn })}</span>}
      </PageHead>
      <Progress />
      <Refusal>{errorText(read.error)}</Refusal>
      {file ? (
        <FileDesk key={file.sha256} file={file} onChoose={choose} />
      ) : (
        <>
          <StartBar busy={read.isPending} onChoose={choose} />
          <ImportRegister />
        </>
      )}
    </div>
  );
}

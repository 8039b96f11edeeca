import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportFaultName, OpenedFile } from '../../../shared/api/import.contract';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useSettled } from '../../ui/use-settled';
import { ColumnList } from './ColumnList';
import { Decisions } from './Decisions';
import { FaultyRows } from './FaultyRows';
import { useCancelImport, useImportCheck, useWriteImport } from './import.queries';
import { SheetBar } from './SheetBar';
import { Summary } from './Summary';
import { useImportPlan } from './use-import-plan';

const AT_ONCE = 50;

/** The file that was read: what its columns mean on the left, what is in the way on the right. */
export function FileDesk({ file, onChoose }: { file: OpenedFile; onChoose: () => void }) {
  const { t } = useTranslation('import');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const work = useImportPlan(file);
  const { plan, drop } = work;
  const [fault, setFault] = useState<ImportFaultName>();
  const [limit, setLimit] = useState(AT_ONCE);
  const [asking, setAsking] = useState(false);
  const check = useImportCheck(useSettled(plan, 250), fault, limit);
  const write = useWriteImport();
  const giveUp = useCancelImport();
  const found = check.data;
  const sound = found !== undefined && found.rows > 0 && found.faulty === 0 && !check.isPlaceholderData;
  const ask = () => sound && !write.isPending && setAsking(true);
  useKeys({ 'ctrl+enter': ask });
  const act = () => {
    setAsking(false);
    write.mutate(
      { plan },
      {
        onSuccess: () => {
          drop();
          void navigate('/ledger');
        },
      },
    );
  };
  return (
    <>
      <SheetBar file={file} work={work}>
        <Button type="primary" disabled={!sound} loading={write.isPending} onClick={ask}>
          {t('action--write')} <Kbd>Ctrl Enter</Kbd>
        </Button>
        <Button onClick={onChoose}>
          {t('action--chooseOther')} <Kbd>Ctrl N</Kbd>
        </Button>
        <Button type="text" onClick={() => giveUp.mutate({})}>
          {t('action--giveUp')}
        </Button>
      </SheetBar>
      <Refusal>{errorText(write.error ?? check.error ?? giveUp.error)}</Refusal>
      <div className="import-desk">
        <ColumnList file={file} work={work} />
        <section className="import-found" aria-label={t('title--faults')}>
          <Summary check={found} leftOut={plan.leftOut.length} />
          {found && <Decisions check={found} work={work} />}
          {found && (
            <FaultyRows
              check={found}
              work={work}
              fault={fault}
              onFault={(its) => {
                setFault(its);
                setLimit(AT_ONCE);
              }}
              onMore={() => setLimit(Math.min(200, limit + 100))}
              limit={limit}
            />
          )}
        </section>
      </div>
      <ConfirmInWords
        open={asking}
        title={t('title--write', { count: found?.ready ?? 0 })}
        act={t('action--write')}
        onAct={act}
        onClose={() => setAsking(false)}
      >
        <Summary check={found} leftOut={plan.leftOut.length} />
        <p>{t('text--write')}</p>
      </ConfirmInWords>
    </>
  );
}

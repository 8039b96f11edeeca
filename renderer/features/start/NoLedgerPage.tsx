import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { RESCUABLE } from '../../../shared/api/restore.contract';
import { client, useDo } from '../../api/client';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { StartFrame } from './StartFrame';

/** The ledger could not be opened: says why, and what to do. */
export function NoLedgerPage({ failure }: { failure: AppError }) {
  const { t } = useTranslation('start');
  const errorText = useErrorText();
  return (
    <StartFrame>
      <PageHead title={t('title--noLedger')}>{t('lead--noLedger')}</PageHead>
      <Refusal>{errorText(failure)}</Refusal>
      {RESCUABLE.includes(failure.reason) && <WaysOut />}
    </StartFrame>
  );
}

/** Nothing is repaired by itself: a backup takes its place, or what can still be read is taken along. */
function WaysOut() {
  const { t } = useTranslation('start');
  const errorText = useErrorText();
  const salvage = useDo(client.rescue.salvage);
  const begin = () => useSession.setState({ rescuing: true });
  useKeys({ 'ctrl+b': begin });
  const { path, rows = 0, faulty = 0 } = salvage.data ?? {};
  return (
    <>
      <p>{t('text--waysOut')}</p>
      <div className="start-ways">
        <Button type="primary" autoFocus onClick={begin}>
          {t('action--rescue')} <Kbd>Ctrl B</Kbd>
        </Button>
        <Button loading={salvage.isPending} onClick={() => salvage.mutate({})}>
          {t('action--salvage')}
        </Button>
      </div>
      <Refusal>{errorText(salvage.error)}</Refusal>
      {path !== undefined && <p role="status">{t('state--salvaged', { path, rows, faulty })}</p>}
    </>
  );
}

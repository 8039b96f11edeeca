import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/api/errors';
import { BAG_CHECKS, type BagCounts, type OpenedBag } from '../../../shared/api/restore.contract';
import { useErrorText } from '../../api/use-error-text';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useMadeBy } from '../../ui/use-made-by';
import { useMoment } from '../../ui/use-moment';
import { LostEvents } from './LostEvents';
import { useCloseBag, type Ways } from './restore.queries';
import { SignRestore } from './SignRestore';

/** What was found in a backup, what it would cost, and where two people sign. */
export function CheckedBag({ ways, its }: { ways: Ways; its: OpenedBag }) {
  const { t } = useTranslation('restore');
  const errorText = useErrorText();
  const close = useCloseBag(ways);
  const leave = () => close.mutate({});
  useKeys({ escape: leave });
  const { fault } = its;
  const wayOut = (
    <Button onClick={leave} loading={close.isPending} autoFocus={Boolean(fault)}>
      {t('action--putAway')} <Kbd>Esc</Kbd>
    </Button>
  );
  return (
    <div className="restore-checked">
      <div>
        <h2>{t('title--bag', { name: its.name })}</h2>
        <Refusal>{fault && errorText(new AppError('conflict', fault.reason, fault.details))}</Refusal>
        <Said its={its} />
        <Checks its={its} />
        {its.missingScans > 0 && <p className="amber">{t('text--missingScans', { count: its.missingScans })}</p>}
      </div>
      <div>
        {!fault && <LostEvents ways={ways} its={its} />}
        {fault ? (
          <div className="restore-acts">{wayOut}</div>
        ) : (
          <SignRestore ways={ways} its={its}>
            {wayOut}
          </SignRestore>
        )}
      </div>
    </div>
  );
}

function Said({ its }: { its: OpenedBag }) {
  const { t } = useTranslation('restore');
  const moment = useMoment();
  const madeBy = useMadeBy();
  const countWords = useCountWords();
  const { said, counts } = its;
  if (!said) return null;
  return (
    <dl className="restore-said">
      <dt>{t('label--company')}</dt>
      <dd>{said.company}</dd>
      <dt>{t('label--madeAt')}</dt>
      <dd>{t('text--madeAt', { when: moment(said.at), by: madeBy(said.madeBy) })}</dd>
      <dt>{t('label--seq')}</dt>
      <dd>{t('text--seq', { seq: said.seq, code: said.head.slice(0, 16) })}</dd>
      {counts && (
        <>
          <dt>{t('label--inside')}</dt>
          <dd>{countWords(counts)}</dd>
        </>
      )}
    </dl>
  );
}

function useCountWords() {
  const { t, i18n } = useTranslation('restore');
  const number = (n: number) => n.toLocaleString(i18n.language);
  return (counts: BagCounts) =>
    (['dossiers', 'items', 'titles', 'borrowings', 'clients', 'scans', 'staff'] as const)
      .map((kind) => t(`count--${kind}`, { number: number(counts[kind]) }))
      .join(t('label--comma'));
}

const MARKS = { passed: '✓', failed: '✗', warned: '!', notReached: '–' } as const;

function Checks({ its }: { its: OpenedBag }) {
  const { t } = useTranslation('restore');
  return (
    <ul className="restore-checks" aria-label={t('label--checks')}>
      {BAG_CHECKS.map((check) => {
        const state = its.checks[check];
        return (
          <li key={check} className={`check-${state}`}>
            <span aria-hidden>{MARKS[state]}</span>{' '}
            {/* On a computer without a ledger there is nothing to compare it with. */}
            {check === 'ours' && !its.present ? t('check--anyones') : t(`check--${check}`)}
            <em>{t(`state--${state}`)}</em>
          </li>
        );
      })}
    </ul>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Months, SafeMonth } from '../../../shared/api/safe-closing.contract';
import { useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useMoment } from '../../ui/use-moment';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { StaffSelect } from './StaffSelect';
import { useCloseMonth, useMonths, useStaff } from './safes.queries';
import { useHindranceWords } from './use-hindrance-words';

/** Months that are read-only, and the one that comes next. */
export function MonthsSide() {
  const { t } = useTranslation('safes');
  const moment = useMoment();
  const may = useMay();
  const hindrance = useHindranceWords();
  const { data } = useMonths();
  const [closing, setClosing] = useState(false);
  if (!data) return null;
  const { next, rows } = data;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('title--months')}>
      <h2>{t('title--months')}</h2>
      {next && (
        <div className="safe-gap">
          {next.notClosableBecause ? (
            <p className="quiet">
              {t('label--monthWaits', { month: next.month, why: hindrance(next.notClosableBecause) })}
            </p>
          ) : (
            may('title.keep') && (
              <Button onClick={() => setClosing(true)}>{t('action--closeMonth', { month: next.month })}</Button>
            )
          )}
        </div>
      )}
      {rows.map(({ id, month, closedAt, closedBy, second }) => (
        <p key={id} className="safe-month">
          <b>{month}</b> <small>{t('label--closedBy', { operator: closedBy, second, moment: moment(closedAt) })}</small>
        </p>
      ))}
      {rows.length === 0 && !next && <p className="quiet">{t('hint--noMonths')}</p>}
      {closing && next && <CloseMonth next={next} onClose={() => setClosing(false)} />}
    </aside>
  );
}

/** The custodian and an executive sign, and nothing is written into the month any more. */
function CloseMonth({ next, onClose }: { next: NonNullable<Months['next']>; onClose: () => void }) {
  const { t } = useTranslation('safes');
  const { month, safes, contentHash: seen } = next;
  const me = useSession((session) => session.me);
  const closeMonth = useCloseMonth();
  const { data: staff = [] } = useStaff();
  const work = useTwoSignatures(['operator', 'second'], closeMonth.error);
  const [secondId, setSecondId] = useState<number>();
  const ready = work.signed && secondId !== undefined && !closeMonth.isPending;
  const act = () => {
    if (!ready) return;
    closeMonth.mutate(
      { month, seen, secondId, signatures: work.signatures },
      { onSuccess: onClose, onError: work.typeAgain },
    );
  };
  return (
    <ConfirmInWords
      open
      final
      title={t('title--closeMonth', { month })}
      act={t('action--signMonth')}
      busy={closeMonth.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <MonthFigures safes={safes} />
      <p className="quiet safe-gap">{t('hint--closeMonth')}</p>
      <div className="field">
        <StaffSelect
          executives
          autoFocus
          aria-label={t('label--executive')}
          placeholder={t('label--executive')}
          barred={me ? [me.staffId] : []}
          {...(secondId !== undefined && { value: secondId })}
          onChange={setSecondId}
        />
      </div>
      <SignField signer={me?.name ?? ''} role={t('role--operator')} onSign={act} {...work.fieldOf('operator')} />
      <SignField
        signer={staff.find(({ id }) => id === secondId)?.name ?? ''}
        role={t('role--executive')}
        onSign={act}
        {...work.fieldOf('second')}
      />
      <Refusal>{work.refusal}</Refusal>
    </ConfirmInWords>
  );
}

/** What both sign for: the pieces of each safe through the month. */
function MonthFigures({ safes }: { safes: readonly SafeMonth[] }) {
  const { t } = useTranslation('safes');
  return (
    <table className="rows safe-gap">
      <thead>
        <tr>
          <th>{t('label--whichSafe')}</th>
          {FIGURES.map((name) => (
            <th key={name} className="n">
              {t(`label--${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {safes.map((its) => (
          <tr key={its.safe}>
            <td>{its.safe}</td>
            {FIGURES.map((name) => (
              <td key={name} className="n">
                {its[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
const FIGURES = ['opening', 'came', 'went', 'closing'] as const;

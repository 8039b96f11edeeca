import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CustodyRow, SafeRow } from '../../../shared/api/safe.contract';
import { useMay } from '../../app/use-may';
import { ExportButton } from '../../ui/ExportButton';
import { Kbd } from '../../ui/Kbd';
import { StateWord } from '../../ui/StateWord';
import { useKeys } from '../../ui/use-keys';
import { Entrust } from './Entrust';
import { useCustody } from './safes.queries';

/** Who holds keys and combination now, and everybody who did: since when, until when, why, and before whose eyes. */
export function KeysView({ its }: { its: SafeRow }) {
  const { t } = useTranslation('safes');
  const navigate = useNavigate();
  const may = useMay();
  const { data: rows = [] } = useCustody(its.id);
  const [entrusting, setEntrusting] = useState(false);
  const mayEntrust = may('safe.manage') && its.retiredOn === undefined;
  const preview = () => may('print.form') && void navigate(`/print/safe-keys/${its.id}`);
  useKeys({
    'ctrl+p': preview,
    'ctrl+enter': () => mayEntrust && setEntrusting(true),
  });
  return (
    <>
      <div className="bar">
        {mayEntrust && (
          <Button type="primary" onClick={() => setEntrusting(true)}>
            {t('action--entrust')} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
        {may('print.form') && (
          <>
            <Button onClick={preview}>
              {t('action--printKeys')} <Kbd>Ctrl P</Kbd>
            </Button>
            <ExportButton list={{ name: 'custody', safeId: its.id }} />
          </>
        )}
      </div>
      <KeyTable rows={rows} />
      {entrusting && <Entrust its={its} onClose={() => setEntrusting(false)} />}
    </>
  );
}

function KeyTable({ rows }: { rows: CustodyRow[] }) {
  const { t } = useTranslation('safes');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it, as nothing in it takes the focus
    <section className="page-scroll" tabIndex={0} aria-label={t('view--keys')}>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--what')}</th>
            <th>{t('label--holder')}</th>
            <th>{t('label--takenOn')}</th>
            <th>{t('label--endedOn')}</th>
            <th>{t('label--because')}</th>
            <th>{t('label--giver')}</th>
            <th>{t('label--supervisor')}</th>
            <th>{t('label--signed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="nowrap">
                {row.kind === 'key' ? t('label--key', { label: row.label }) : t('label--combination')}
              </td>
              <td>{row.holder}</td>
              <td className="nowrap">{row.takenOn}</td>
              <td className="nowrap">{row.endedOn ?? <StateWord tone="done">{t('state--holds')}</StateWord>}</td>
              <td>{row.reason}</td>
              <td>
                {row.giver}
                {row.absence !== '' && (
                  <small className="safe-absence">{t('label--absence', { why: row.absence })}</small>
                )}
              </td>
              <td>{row.supervisor}</td>
              <td>
                {row.signatures.length === 0
                  ? t('label--byList')
                  : row.signatures.map(({ role, name }) => t(`signed--${role}`, { name })).join(t('mark--comma'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { PlacedDossier } from '../../../shared/api/place.contract';
import { LentWord } from '../../ui/LentWord';
import { StateWord } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

/** Dossiers by number and title; what is lent is said to be out. */
export function DossierRows({ dossiers, onOpen }: { dossiers: PlacedDossier[]; onOpen: (id: number) => void }) {
  const { t } = useTranslation('places');
  const row = useRows((index) => {
    const its = dossiers[index];
    if (its) onOpen(its.id);
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--dossier')}</th>
          <th className="n">{t('label--pages')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody>
        {dossiers.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td>
              {its.archiveNo}
              <br />
              <span className="quiet">{its.title}</span>
            </td>
            <td className="n">{its.pages}</td>
            <td className="nowrap">
              {its.lentTo === undefined ? (
                <StateWord tone={its.state === 'received' ? 'done' : 'out'}>
                  {t(`state--${its.state as 'lent'}`)}
                </StateWord>
              ) : (
                <LentWord {...its} word={t(`state--${its.state as 'lent'}`)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

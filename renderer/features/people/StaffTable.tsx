import { useTranslation } from 'react-i18next';
import type { Employment, StaffRow } from '../../../shared/api/people.contract';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

const TONES: Record<Employment, Tone> = { active: 'done', leaving: 'out', left: 'plain' };

export function StaffTable({ staff, onOpen }: { staff: StaffRow[]; onOpen: (person: StaffRow) => void }) {
  const { t } = useTranslation(['people', 'app']);
  const row = useRows((index) => {
    const person = staff[index];
    if (person) onOpen(person);
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--name')}</th>
          <th>{t('label--department')}</th>
          <th>{t('label--positions')}</th>
          <th>{t('label--login')}</th>
          <th>{t('label--signsWith')}</th>
          <th>{t('label--employment')}</th>
        </tr>
      </thead>
      <tbody>
        {staff.map((person, index) => (
          <tr key={person.id} {...row(index)}>
            <td>{person.name}</td>
            <td>{person.department}</td>
            <td>{person.positions.map((position) => t(`app:position--${position}`)).join(t('label--comma'))}</td>
            <td>{person.login ?? <span className="quiet">{t('state--noLogin')}</span>}</td>
            <td>
              <Secrets person={person} />
            </td>
            <td>
              <StateWord tone={TONES[person.employment]}>{t(`employment--${person.employment}`)}</StateWord>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Secrets({ person: { hasPassword, hasPin } }: { person: StaffRow }) {
  const { t } = useTranslation('people');
  if (hasPin) return t('state--pin');
  return hasPassword ? t('state--password') : <span className="amber">{t('state--cannotSign')}</span>;
}

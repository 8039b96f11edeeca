import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CabinetRow, PlaceFilter } from '../../../shared/api/place.contract';
import { useMay } from '../../app/use-may';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { useKeys } from '../../ui/use-keys';
import { takeWhole, usePlaces } from './places.store';

/** What is looked at, a cabinet or what has no place, or all rooms: on paper and as a spreadsheet. */
export function TakePlaces({ shown }: { shown: CabinetRow | undefined }) {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const mayPrint = useMay()('print.form');
  const whole = usePlaces((looked) => looked.whole);
  const asked = askedFor(whole, shown);
  const preview = () => mayPrint && void navigate(listPath('place-list', asked));
  useKeys({ 'ctrl+p': preview });
  if (!mayPrint) return null;
  return (
    <>
      <Button onClick={preview}>
        {t('action--print')} <Kbd>Ctrl P</Kbd>
      </Button>
      <ExportButton list={{ name: 'places', ...asked }} />
      <Checkbox checked={whole} onChange={(event) => takeWhole(event.target.checked)}>
        {t('label--wholeStore')}
      </Checkbox>
    </>
  );
}

function askedFor(whole: boolean, shown: CabinetRow | undefined): Partial<PlaceFilter> {
  if (whole) return {};
  return shown ? { room: shown.room, cabinet: shown.cabinet } : { homeless: true };
}

import './places.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BoxRow } from '../../../shared/api/place.contract';
import { useMay } from '../../app/use-may';
import { useLedgerArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { AddBoxes } from './AddBoxes';
import { BoxContent } from './BoxContent';
import { Cabinet } from './Cabinet';
import { CarryBox } from './CarryBox';
import { FindPlace } from './FindPlace';
import { Homeless } from './Homeless';
import { PlaceTree } from './PlaceTree';
import { useCabinet, useTree } from './places.queries';
import { usePlaces } from './places.store';
import { RenamePlace } from './RenamePlace';
import { Shelving } from './Shelving';
import { TakePlaces } from './TakePlaces';

export type Asked = 'add' | 'move' | 'rename' | { shelve: number[] };

/** Answers: where does everything stand, and how full is it? */
export function PlacesPage() {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const may = useMay();
  const { data } = useTree();
  const looked = usePlaces();
  const at = data?.cabinets.find((its) => its.room === looked.at?.room && its.cabinet === looked.at?.cabinet);
  const shown = at ?? data?.cabinets[0];
  const boxes = useCabinet(shown && { room: shown.room, cabinet: shown.cabinet }).data ?? [];
  const box = boxes.find(({ id }) => id === looked.boxId) ?? boxes[0];
  const [asked, setAsked] = useState<Asked>();
  const area = useLedgerArea();
  const manages = may('place.manage');
  const shelves = may('ledger.place');
  const shelve = () => shelves && setAsked({ shelve: [] });
  useKeys({
    'ctrl+n': () => manages && setAsked('add'),
    'ctrl+enter': shelve,
    escape: () => navigate(-1),
  });
  if (!data) return null;
  const add = manages && (
    <Button onClick={() => setAsked('add')}>
      {t('action--addBoxes')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  const dossiers = data.cabinets.reduce((sum, its) => sum + its.dossiers, 0);
  const lent = data.cabinets.reduce((sum, its) => sum + its.lent, 0);
  return (
    <div className="page">
      <PageHead title={t('title--places')} area={area}>
        <Trans
          t={t}
          i18nKey={lent > 0 ? 'lead--placesLent' : 'lead--places'}
          values={{ cabinets: data.cabinets.length, count: dossiers, lent }}
          components={{ b: <b /> }}
        />
      </PageHead>
      <div className="bar">
        {shelves && (
          <Button type="primary" onClick={shelve}>
            {t('action--shelve')} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
        {add}
        <TakePlaces shown={looked.homeless ? undefined : shown} />
        <FindPlace />
      </div>
      {shown || data.homeless > 0 ? (
        <div className="places">
          <PlaceTree cabinets={data.cabinets} homeless={data.homeless} shown={looked.homeless ? undefined : shown} />
          {looked.homeless || !shown ? (
            <Homeless onShelve={shelves ? (ids) => setAsked({ shelve: ids }) : undefined} />
          ) : (
            <Cabinet its={shown} boxes={boxes} box={box} onRename={manages ? () => setAsked('rename') : undefined} />
          )}
          {box && !looked.homeless && (
            <BoxContent key={box.id} box={box} onMove={manages ? () => setAsked('move') : undefined} />
          )}
        </div>
      ) : (
        <EmptyState title={t('title--none')} hint={t('hint--none')} action={add} />
      )}
      <Dialogs asked={asked} box={box} onClose={() => setAsked(undefined)} />
    </div>
  );
}

function Dialogs({ asked, box, onClose }: { asked: Asked | undefined; box: BoxRow | undefined; onClose: () => void }) {
  if (asked === 'add') return <AddBoxes beside={box} onClose={onClose} />;
  if (asked === 'move' && box) return <CarryBox box={box} onClose={onClose} />;
  if (asked === 'rename' && box) return <RenamePlace box={box} onClose={onClose} />;
  if (typeof asked === 'object') return <Shelving box={box} chosen={asked.shelve} onClose={onClose} />;
  return null;
}

import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BoxRow } from '../../../shared/api/place.contract';
import { thicknessMm } from '../../../shared/records/thickness';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { DossierRows } from './DossierRows';
import { useBox, useMeasure, useRemoveBox } from './places.queries';

/** What stands in a box, what is lent out of it, and what can be done with the box. */
export function BoxContent({ box, onMove }: { box: BoxRow; onMove: (() => void) | undefined }) {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const { data } = useBox(box.id);
  const [removing, setRemoving] = useState(false);
  const { shelf, box: name, dossiers, lent, pages } = box;
  return (
    <section className="side box-content">
      <h2>
        {shelf} {name}
      </h2>
      <p className="quiet">
        {t('label--inBox', { count: dossiers, pages, mm: thicknessMm(pages) })}
        {lent > 0 && t('label--inBoxLent', { count: lent })}
      </p>
      {onMove && (
        <div className="bar">
          <Button size="small" onClick={onMove}>
            {t('action--moveBox')}
          </Button>
          {dossiers + lent === 0 && (
            <Button size="small" danger onClick={() => setRemoving(true)}>
              {t('action--removeBox')}
            </Button>
          )}
          <Capacity key={box.capacityMm} box={box} />
        </div>
      )}
      {data && data.dossiers.length > 0 ? (
        <DossierRows dossiers={data.dossiers} onOpen={(id) => void navigate(`/dossier/${id}`)} />
      ) : (
        <p className="quiet">{t('hint--emptyBox')}</p>
      )}
      {removing && <RemoveBox box={box} onClose={() => setRemoving(false)} />}
    </section>
  );
}

/** How thick a box is inside, typed where it is read; Enter writes it. */
function Capacity({ box }: { box: BoxRow }) {
  const { t } = useTranslation('places');
  const errorText = useErrorText();
  const measure = useMeasure();
  const [typed, setTyped] = useState<number | null>(box.capacityMm ?? null);
  const write = () => {
    if (typed === (box.capacityMm ?? null)) return;
    measure.mutate({ id: box.id, ...(typed !== null && { capacityMm: typed }) });
  };
  return (
    <span className="box-capacity">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is antd's */}
      <label>
        {t('label--capacity')}{' '}
        <InputNumber
          size="small"
          min={10}
          max={1000}
          precision={0}
          value={typed}
          onChange={setTyped}
          onPressEnter={write}
          onBlur={write}
        />{' '}
        {t('label--mm')}
      </label>
      <Refusal>{errorText(measure.error)}</Refusal>
    </span>
  );
}

function RemoveBox({ box, onClose }: { box: BoxRow; onClose: () => void }) {
  const { t } = useTranslation('places');
  const errorText = useErrorText();
  const remove = useRemoveBox();
  return (
    <ConfirmInWords
      open
      title={t('title--removeBox', { box: `${box.shelf} ${box.box}` })}
      act={t('action--removeBox')}
      busy={remove.isPending}
      onAct={() => remove.mutate({ id: box.id }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('hint--removeBox')}</p>
      <Refusal>{errorText(remove.error)}</Refusal>
    </ConfirmInWords>
  );
}

import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierView, Place as PlaceWords } from '../../../../shared/api/dossier.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useMay } from '../../../app/use-may';
import { PlaceFields } from '../../../ui/PlaceFields';
import { isComposing } from '../../../ui/use-keys';
import { DescribeForm } from '../DescribeForm';
import { usePlace } from '../dossier.queries';
import { RenumberDialog } from '../RenumberDialog';

const NOWHERE: PlaceWords = { room: '', cabinet: '', shelf: '', box: '' };

/** The archive number, where the volume stands, and the numbers of its contracts. */
export function Place({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const may = useMay();
  const [moving, setMoving] = useState(false);
  const move = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // The fields go with the keys in them: the button that opened them takes these back.
    if (moved.current && !moving) move.current?.focus();
    moved.current = moving;
  }, [moving]);
  // What was destroyed or handed to outside stands nowhere.
  const isHere = dossier.state !== 'destroyed' && dossier.state !== 'transferred';
  const contracts = dossier.items.filter(({ contractCode }) => contractCode !== undefined);
  return (
    <section>
      <p className="archive-no">{dossier.archiveNo}</p>
      {dossier.place && <p>{t('ui:label--place', { ...dossier.place })}</p>}
      <div className="place-acts">
        {isHere && may('ledger.place') && !moving && (
          <Button size="small" ref={move} onClick={() => setMoving(true)}>
            {t('action--changePlace')}
          </Button>
        )}
        {isHere && <Corrections dossier={dossier} />}
      </div>
      {moving && <ChangePlace dossier={dossier} onDone={() => setMoving(false)} />}
      {contracts.length > 0 && (
        <ul className="contract-codes">
          {contracts.map(({ id, title, contractCode }) => (
            <li key={id}>
              <span>{contractCode}</span>
              <span className="quiet">{title}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the archivist may still set right: what describes the dossier, and its number. */
function Corrections({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const may = useMay();
  const [asked, setAsked] = useState<'describe' | 'renumber'>();
  const close = () => setAsked(undefined);
  return (
    <>
      {may('dossier.describe') && (
        <Button size="small" onClick={() => setAsked('describe')}>
          {t('action--describe')}
        </Button>
      )}
      {may('class.manage') && dossier.state === 'received' && (
        <Button size="small" onClick={() => setAsked('renumber')}>
          {t('action--renumber')}
        </Button>
      )}
      {asked === 'describe' && <DescribeForm dossier={dossier} onClose={close} />}
      {asked === 'renumber' && <RenumberDialog dossier={dossier} onClose={close} />}
    </>
  );
}

function ChangePlace({ dossier, onDone }: { dossier: DossierView; onDone: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const errorText = useErrorText();
  const place = usePlace();
  const [typed, setTyped] = useState(dossier.place ?? NOWHERE);
  // Esc leaves these fields and not the page.
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onDone();
  };
  const whole = Object.values(typed).every((part) => part.trim() !== '');
  return (
    <form
      className="change-place"
      onKeyDown={leave}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) place.mutate({ id: dossier.id, ...typed }, { onSuccess: onDone });
      }}
    >
      <PlaceFields value={typed} onChange={setTyped} autoFocus />
      {place.error && <p className="field-error">{errorText(place.error)}</p>}
      <Button size="small" type="primary" htmlType="submit" disabled={!whole} loading={place.isPending}>
        {t('action--writePlace')}
      </Button>{' '}
      <Button size="small" onClick={onDone}>
        {t('ui:action--leaveIt')}
      </Button>
    </form>
  );
}

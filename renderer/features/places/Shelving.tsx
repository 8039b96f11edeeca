import { Button, Input, type InputRef, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/api/errors';
import type { BoxRow, PlacedDossier } from '../../../shared/api/place.contract';
import { useErrorText } from '../../api/use-error-text';
import { Kbd } from '../../ui/Kbd';
import { LentWord } from '../../ui/LentWord';
import { Refusal } from '../../ui/Refusal';
import { useDialog, useKeys } from '../../ui/use-keys';
import { scanned, useHomeless, useShelve } from './places.queries';
import { lookAt } from './places.store';

interface ShelvingProps {
  /** The box that is looked into: it waits for what is scanned until another one is. */
  box: BoxRow | undefined;
  /** Dossiers that were chosen beforehand. */
  chosen: readonly number[];
  onClose: () => void;
}

/**
 * Puts dossiers into boxes as they are carried to the shelf: scan the box, scan the dossiers, scan the next box. Another box, or
 * Ctrl+Enter, writes what was scanned for the one before.
 */
export function Shelving({ box: first, chosen, onClose }: ShelvingProps) {
  const { t } = useTranslation('places');
  const id = useId();
  const work = useShelving(first, chosen);
  const { box, dossiers, typed, setTyped, refusal, told, scan, write, busy, takeOut } = work;
  const field = useRef<InputRef>(null);
  useDialog();
  useKeys({ 'ctrl+enter': () => void write() }, 'everywhere');
  useEffect(() => field.current?.focus(), []);
  const footer = (
    <>
      <Button onClick={onClose}>{t('action--done')}</Button>
      <Button type="primary" disabled={!box || dossiers.length === 0} loading={busy} onClick={() => void write()}>
        {t('action--writeShelved', { count: dossiers.length })} <Kbd>Ctrl Enter</Kbd>
      </Button>
    </>
  );
  return (
    <Modal
      open
      centered
      width={620}
      title={t('title--shelving')}
      footer={footer}
      closable={false}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <p>{t('hint--shelving')}</p>
      <div className="field">
        <label htmlFor={id}>{t('label--scan')}</label>
        <Input
          id={id}
          ref={field}
          maxLength={60}
          placeholder={t('hint--scan')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => {
            if (!event.ctrlKey && !event.nativeEvent.isComposing) void scan();
          }}
        />
      </div>
      <Refusal>{refusal}</Refusal>
      <p className="shelving-box">
        <span className="quiet">{t('label--intoBox')}</span>{' '}
        <b>{box ? [box.room, box.cabinet, box.shelf, box.box].join(' ') : t('hint--scanBoxFirst')}</b>
      </p>
      <ul className="shelving-list" aria-label={t('label--toShelve')}>
        {dossiers.map((its) => (
          <li key={its.id}>
            <b>{its.archiveNo}</b>
            <span>
              {its.title}
              {its.lentTo !== undefined && (
                <>
                  {' '}
                  <LentWord {...its} word={t(`state--${its.state as 'lent'}`)} />
                </>
              )}
            </span>
            <span className="quiet">
              {its.place && t('label--from', { place: Object.values(its.place).join(' ') })}
            </span>
            <Button size="small" type="text" onClick={() => takeOut(its.id)}>
              {t('action--takeOut')}
            </Button>
          </li>
        ))}
      </ul>
      <output className="quiet">{told}</output>
    </Modal>
  );
}

/** What was scanned so far, and what the next code does. */
function useShelving(first: BoxRow | undefined, chosen: readonly number[]) {
  const { t } = useTranslation('places');
  const errorText = useErrorText();
  const shelve = useShelve();
  const { data } = useHomeless();
  const [box, setBox] = useState(first);
  const [added, setAdded] = useState<readonly PlacedDossier[]>([]);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [told, setTold] = useState('');
  const before = (data?.dossiers ?? []).filter((its) => chosen.includes(its.id));
  const dossiers = [...before, ...added].filter(
    (its, index, all) => !left.has(its.id) && all.findIndex((one) => one.id === its.id) === index,
  );
  const forget = () => {
    setLeft(new Set(chosen));
    setAdded([]);
  };
  const write = async (): Promise<boolean> => {
    if (!box || dossiers.length === 0 || shelve.isPending) return dossiers.length === 0;
    try {
      const { shelved } = await shelve.mutateAsync({ placeId: box.id, dossierIds: dossiers.map((its) => its.id) });
      setTold(t('state--shelved', { count: shelved, place: [box.room, box.cabinet, box.shelf, box.box].join(' ') }));
      setRefusal(undefined);
      forget();
      lookAt({ room: box.room, cabinet: box.cabinet }, box.id);
      return true;
    } catch (failure) {
      setRefusal(errorText(failure instanceof AppError ? failure : null));
      return false;
    }
  };
  const take = async (code: string) => {
    const found = await scanned(code);
    if (found.box) {
      if (box && box.id !== found.box.id && !(await write())) return;
      setBox(found.box);
    } else if (found.dossier) {
      const its = found.dossier;
      setLeft((all) => new Set([...all].filter((id) => id !== its.id)));
      setAdded((all) => [...all.filter((one) => one.id !== its.id), its]);
    } else return setRefusal(t('error--notFound', { code }));
    setRefusal(undefined);
    setTyped('');
  };
  const scan = async () => {
    const code = typed.trim();
    if (code === '') return;
    await take(code).catch((failure: unknown) => setRefusal(errorText(failure instanceof AppError ? failure : null)));
  };
  const takeOut = (id: number) => {
    setAdded((all) => all.filter((its) => its.id !== id));
    setLeft((all) => new Set([...all, id]));
  };
  return { box, dossiers, typed, setTyped, refusal, told, scan, write, takeOut, busy: shelve.isPending };
}

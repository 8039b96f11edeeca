import { AutoComplete, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoxRow, PlacedDossier } from '../../../shared/api/place.contract';
import { useDialog, useKeys } from '../../ui/use-keys';
import { useSettled } from '../../ui/use-settled';
import { scanned, useFound } from './places.queries';
import { lookAt } from './places.store';

/** Finds a box by its name or barcode, or by a dossier that stands in it, and shows it. */
export function FindPlace() {
  const { t } = useTranslation('places');
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const text = useSettled(typed.trim(), 120);
  const { data } = useFound(text);
  useKeys({ 'ctrl+f': () => field.current?.focus({ cursor: 'all' }) });
  const shown = open && typed.trim() !== '';
  // While hits are shown, Esc closes them and does not leave the page.
  useDialog(shown);
  const show = (box: { id: number; room: string; cabinet: string }) => {
    lookAt({ room: box.room, cabinet: box.cabinet }, box.id);
    setTyped('');
    setOpen(false);
  };
  const boxes = (typed.trim() === '' ? [] : (data?.boxes ?? [])).map((box) => ({
    value: `box ${box.id}`,
    label: t('label--foundBox', { ...box, count: box.dossiers }),
  }));
  const dossiers = (typed.trim() === '' ? [] : (data?.dossiers ?? []))
    .filter(({ place }) => place)
    .map((its) => ({
      value: `dossier ${its.id}`,
      label: t('label--foundDossier', { number: its.archiveNo, title: its.title, place: wordsOf(its) }),
    }));
  const more = data?.more ? [{ value: 'more', label: t('hint--moreFound'), disabled: true }] : [];
  const choose = (value: string) => {
    const [kind, id] = value.split(' ');
    const box = kind === 'box' ? data?.boxes.find((one) => one.id === Number(id)) : boxOf(data?.dossiers, Number(id));
    if (box) show(box);
  };
  /** A scanner ends with Enter: a barcode needs no choosing. */
  const scan = async () => {
    const { box, dossier } = await scanned(typed.trim());
    const found = box ?? (dossier && boxOf([dossier], dossier.id));
    if (found) show(found);
  };
  return (
    <AutoComplete
      className="find-place"
      open={shown}
      onOpenChange={setOpen}
      options={[...boxes, ...dossiers, ...more]}
      value={typed}
      defaultActiveFirstOption={false}
      onSearch={setTyped}
      onSelect={choose}
    >
      <Input
        ref={field}
        allowClear
        maxLength={60}
        aria-label={t('hint--find')}
        placeholder={t('hint--find')}
        onPressEnter={() => void scan()}
      />
    </AutoComplete>
  );
}

const wordsOf = ({ place }: PlacedDossier) => (place ? Object.values(place).join(' ') : '');
function boxOf(
  dossiers: readonly PlacedDossier[] | undefined,
  id: number,
): Pick<BoxRow, 'id' | 'room' | 'cabinet'> | undefined {
  const its = dossiers?.find((one) => one.id === id);
  return its?.place && its.placeId !== undefined ? { id: its.placeId, ...its.place } : undefined;
}

import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.store';
import { useSafes, useStaff } from '../titles.queries';

/** Who can stand by: the holders of key and combination of these safes; where none is opened, every colleague. */
export function useSeconds(safeIds: readonly number[]): { value: number; label: string }[] {
  const { t } = useTranslation('titles');
  const me = useSession((session) => session.me);
  const { data: safes = [] } = useSafes();
  const { data: staff = [] } = useStaff();
  const custody = safes.filter(({ id }) => safeIds.includes(id)).flatMap(({ custody: its }) => its);
  const others = custody.filter(({ holderId }) => holderId !== me?.staffId);
  if (custody.length > 0) {
    const holders = new Map(others.map(({ holderId, holder, kind }) => [holderId, { holder, kind }]));
    return [...holders].map(([value, { holder, kind }]) => ({ value, label: `${holder} · ${t(`holds--${kind}`)}` }));
  }
  return staff
    .filter(({ id, employment }) => id !== me?.staffId && employment !== 'left')
    .map(({ id, name, department }) => ({ value: id, label: `${name} · ${department}` }));
}

/** Compartments in use, safe by safe. */
export function useCompartments(): { label: string; options: { value: number; label: string }[] }[] {
  const { data: safes = [] } = useSafes();
  return safes
    .filter(({ retiredOn }) => retiredOn === undefined)
    .map(({ name, compartments }) => ({
      label: name,
      options: compartments
        .filter(({ retiredOn }) => retiredOn === undefined)
        .map((its) => ({ value: its.id, label: `${name} ${its.name}` })),
    }));
}

/** The safe in which a compartment is. */
export function useSafeOf(): (compartmentId: number | undefined) => number | undefined {
  const { data: safes = [] } = useSafes();
  return (compartmentId) => safes.find(({ compartments }) => compartments.some(({ id }) => id === compartmentId))?.id;
}

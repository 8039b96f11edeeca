import { useMemo } from 'react';
import { create } from 'zustand';
import { type LabelLook, labelLook } from '../../../shared/api/label.contract';
import { LABEL_FORMS, type LabelForm, type Subject } from '../../../shared/api/print.contract';
import { useSession } from '../../app/session.store';

type Looks = Partial<Record<LabelForm, LabelLook>>;

/** What each form begins with: a box is large enough for a larger label. */
const FIRST: Readonly<Record<LabelForm, LabelLook>> = {
  'spine-label': labelLook.parse({}),
  'dossier-labels': labelLook.parse({}),
  'box-labels': labelLook.parse({ layout: '99x38' }),
};

const keyOf = (staffId: number) => `anjuan.labels.${staffId}`;

/** As it was left on this PC; a place on a sheet that was begun is not remembered, that sheet is used up by now. */
function rememberedLooks(staffId: number): Looks {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(staffId)) ?? '{}') as Record<string, object>;
    const looks = LABEL_FORMS.map((form) => [
      form,
      labelLook.safeParse({ ...FIRST[form], ...kept[form], begin: 1 }).data,
    ]);
    return Object.fromEntries(looks.filter(([, look]) => look !== undefined));
  } catch {
    return {};
  }
}

const useLooks = create<Readonly<Record<number, Looks>>>()(() => ({}));

/** How a person lays labels on this PC: still so the next time. */
export function useLabelLook(form: LabelForm) {
  const staffId = useSession(({ me }) => me?.staffId ?? 0);
  const remembered = useMemo(() => rememberedLooks(staffId), [staffId]);
  const looks = useLooks((all) => all[staffId]) ?? remembered;
  const look = looks[form] ?? FIRST[form];
  const choose = (change: Partial<LabelLook>) => {
    const next = { ...looks, [form]: { ...look, ...change } };
    useLooks.setState({ [staffId]: next });
    localStorage.setItem(keyOf(staffId), JSON.stringify(next));
  };
  return { look, choose };
}

export const labelFormOf = ({ form }: Subject): LabelForm | undefined => LABEL_FORMS.find((its) => its === form);

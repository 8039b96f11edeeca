import type { Hindrance, Lendable, Thing, Whereabouts } from '../../../shared/api/borrowing-slip.contract';
import type { Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';
import { readBarcode } from '../../../shared/search/barcode';
import type { AddedLine } from './borrowing.repo';
import { overdueDays } from './borrowing.rules';
import { demandNone, type TitlesAtSafe } from './lent-things';
import type { KeptThing, Out, ThingRepo } from './thing.repo';

interface Parts {
  things: ThingRepo;
  titles: TitlesAtSafe;
  allows(staffId: number, permission: Permission): boolean;
}

export type Things = ReturnType<typeof createThings>;
const ON_SHELF = new Set(['received', 'partlyLent', 'lent']);
/** A certificate has no secrecy of its own. */
const TITLE = { kind: 'title', secrecy: 'ordinary' } as const;
/** Who may look at a record of that kind. */
const READS: Readonly<Record<Thing['kind'], Permission>> = {
  ...{ dossier: 'dossier.read', item: 'dossier.read', title: 'title.read' },
};
/** So many are offered while somebody types. */
const MOST_OFFERED = 20;

/** What can be asked for, and why not when it cannot. */
export function createThings({ things, titles, allows }: Parts) {
  const whereabouts = ({ kind: _, itemId: __, ...out }: Out, today: Day): Whereabouts => ({
    ...out,
    overdueDays: overdueDays(out.dueOn, today),
  });
  const isOut = (out: Out, name: string): Hindrance => ({
    reason: 'thingIsOut',
    // For whom outside it is, and who answers for it.
    details: {
      thing: name,
      borrower: [out.outsider, out.borrower].filter(Boolean).join(' · '),
      no: out.no,
      since: out.since,
      day: out.dueOn,
    },
  });

  /** What keeps the dossier where it is, whole or a paper of it. */
  const whyDossierStays = (its: KeptThing, name: string): Hindrance | undefined => {
    const details = { dossier: its.archiveNo ?? its.title };
    if (its.state === 'destroyed' || its.state === 'transferred') return { reason: 'dossierIsGone', details };
    if (!ON_SHELF.has(its.state)) return { reason: 'dossierNotReceived', details };
    if (its.listNo !== undefined) return { reason: 'dossierOnList', details: { ...details, no: its.listNo } };
    return its.item !== undefined && its.pages === 0
      ? { reason: 'paperNotThere', details: { thing: name } }
      : undefined;
  };

  const fromDossier = (kind: 'dossier' | 'item', its: KeptThing, today: Day): Lendable => {
    const { id, dossierId, archiveNo = '', secrecy, pages: quantity, place = '' } = its;
    const name = its.item ?? its.title;
    const outs = things.outOfDossier(dossierId);
    // A paper is out with its dossier; a dossier is not whole while one of its papers is out.
    const out = outs.find((one) => one.kind === 'dossier' || kind === 'dossier' || one.itemId === id);
    const number = [archiveNo, kind === 'item' ? its.code : ''].filter(Boolean).join(' ');
    const because = out ? isOut(out, name) : whyDossierStays(its, name);
    return {
      ...{ kind, id, number, name, secrecy, place, quantity, dossierId },
      ...(because && { because }),
      ...(out && { out: whereabouts(out, today) }),
    };
  };

  const fromTitle = (id: number, today: Day): Lendable | undefined => {
    const its = titles.thing(id);
    if (!its) return undefined;
    const [out] = things.outOfTitle(id);
    const because = out ? isOut(out, its.certificateNo) : titles.whyNotOut(id, today);
    return {
      ...{ ...TITLE, id, number: its.certificateNo, name: its.name },
      ...{ place: its.place, quantity: its.quantity },
      ...(because && { because }),
      ...(out && { out: whereabouts(out, today) }),
    };
  };

  const show = ({ kind, id }: Thing, today: Day): Lendable | undefined => {
    if (kind === 'title') return fromTitle(id, today);
    const its = kind === 'dossier' ? things.dossier(id) : things.item(id);
    return its && fromDossier(kind, its, today);
  };
  /** Where it lies and how much it is, is told to those only who may look at the record itself. */
  const isTold = (staffId: number, kind: Thing['kind']): boolean => allows(staffId, READS[kind]);
  const showTo = (thing: Thing, staffId: number, today: Day): Lendable | undefined => {
    const its = show(thing, today);
    return its && (isTold(staffId, thing.kind) ? its : { ...its, place: '', quantity: 0 });
  };
  const demand = (thing: Thing, today: Day): Lendable => {
    const found = show(thing, today);
    if (!found) throw new AppError('notFound', thing.kind === 'title' ? 'noSuchTitle' : 'noSuchDossier');
    return found;
  };

  /** What a whole number or a barcode means. */
  const named = (text: string): Thing[] => {
    const read = readBarcode(text);
    if (read && 'what' in read)
      return read.what === 'dossier' || read.what === 'title' ? [{ kind: read.what, id: read.id }] : [];
    const dossierId = things.byNumber(text);
    const titleId = titles.byCertificate(text);
    return [
      ...(dossierId === undefined ? [] : [{ kind: 'dossier' as const, id: dossierId }]),
      ...(titleId === undefined ? [] : [{ kind: 'title' as const, id: titleId }]),
    ];
  };
  const sought = (text: string, staffId: number): Thing[] => {
    const of = (kind: Thing['kind'], ids: readonly number[]) => ids.map((id) => ({ kind, id }));
    return [
      ...(isTold(staffId, 'dossier') ? of('dossier', things.findDossiers(text)) : []),
      ...(isTold(staffId, 'title') ? of('title', things.findTitles(text)) : []),
      ...(isTold(staffId, 'item') ? of('item', things.findItems(text)) : []),
    ];
  };
  const find = (text: string, staffId: number, today: Day): Lendable[] => {
    if (text === '') return [];
    const exact = named(text);
    const read = readBarcode(text);
    // A torn barcode means nothing: half a number would be another record.
    const all = exact.length > 0 || read ? exact : sought(text, staffId);
    return all.slice(0, MOST_OFFERED).flatMap((its) => showTo(its, staffId, today) ?? []);
  };

  return {
    show,
    showTo,
    isTold,
    demand,
    find,
    /** Throws why it cannot go out now. */
    demandLendable: (thing: Thing, today: Day): Lendable => {
      const found = demand(thing, today);
      demandNone(found.because);
      return found;
    },
    /** The class whose rule says how long it may be out. */
    classOf: ({ kind, id }: Thing): number | undefined => {
      if (kind !== 'title') return (kind === 'dossier' ? things.dossier(id) : things.item(id))?.classId;
      const its = titles.thing(id);
      return its && things.classOfProject(its.projectId);
    },
    /** The dossier and the title that a thing is, or lies in. */
    keysOf: ({ kind, id }: Thing) => ({
      kind,
      dossierId: kind === 'title' ? undefined : kind === 'dossier' ? id : things.item(id)?.dossierId,
      itemId: kind === 'item' ? id : undefined,
      titleId: kind === 'title' ? id : undefined,
    }),
  };
}

/** A thing as it is put on a slip. */
export const lineOf = (its: Lendable): AddedLine => ({
  kind: its.kind,
  dossierId: its.dossierId,
  itemId: its.kind === 'item' ? its.id : undefined,
  titleId: its.kind === 'title' ? its.id : undefined,
  ...{ number: its.number, name: its.name, secrecy: its.secrecy, place: its.place, quantity: its.quantity },
});

/** The thing of a line. */
export const thingOf = (line: {
  kind: Thing['kind'];
  dossierId?: number;
  itemId?: number;
  titleId?: number;
}): Thing => ({
  kind: line.kind,
  id: (line.kind === 'title' ? line.titleId : line.kind === 'item' ? line.itemId : line.dossierId) ?? 0,
});

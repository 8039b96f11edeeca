import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import {
  MOST_FOUND,
  type PlaceFilter,
  type PlaceLine,
  type PlaceNode,
  type place,
} from '../../../shared/api/place.contract';
import { readBarcode } from '../../../shared/search/barcode';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { NamedBox, PlaceRepo } from './place.repo';
import { byName, carried, followingNames, inOrder, isIn, levelOf } from './place.rules';

interface Parts {
  repo: PlaceRepo;
  commit: Commit;
  /** Writes a dossier's place; only inside a commit. */
  setPlace(dossierId: number, placeId: number): void;
}

const MOST_NAME = 20;

const wordsOf = (node: Partial<PlaceNode>) =>
  [node.room, node.cabinet, node.shelf, node.box].filter((its) => its !== undefined).join(' ');

/** Where dossiers stand: rooms, cabinets, shelves and boxes. */
export function createPlaceService({ repo, commit, setPlace }: Parts) {
  const { placed } = repo;
  const demandBox = (id: number) => {
    const found = repo.row(id);
    if (!found) throw new AppError('notFound', 'noSuchBox');
    return found;
  };
  const demandNode = (node: PlaceNode) => {
    const level = levelOf(node);
    if (!level) throw new AppError('conflict', 'placeIncomplete');
    const boxes = repo.inRoom(node.room).filter((box) => isIn(box, node));
    if (boxes.length === 0) throw new AppError('notFound', 'noSuchPlace', { place: wordsOf(node) });
    return { level, boxes };
  };
  const empty = (box: NamedBox): void => {
    // What is gone from the archive keeps the last place where it stood.
    if (placed.referred(box.id) > 0) throw new AppError('conflict', 'boxRemembered', { place: wordsOf(box) });
    repo.remove(box.id);
  };
  /** A box goes to another address; where a box of that name stands already, its dossiers go into that one. */
  const unite = (box: NamedBox, into: PlaceNode): number => {
    const target = carried(box, into);
    const there = repo.idOf(target);
    if (there === undefined) {
      repo.carry({ id: box.id, ...target });
      return 0;
    }
    const dossiers = placed.inBox(box.id);
    for (const { id } of dossiers) setPlace(id, there);
    empty(box);
    return dossiers.length;
  };
  const demandFree = (boxes: readonly NamedBox[], into: PlaceNode): void => {
    const taken = boxes.map((box) => carried(box, into)).find((target) => repo.idOf(target) !== undefined);
    if (taken) throw new AppError('conflict', 'placeTaken', { place: wordsOf(taken) });
  };

  return {
    ...createLines(repo),
    tree: () => ({
      cabinets: repo.cabinets().sort((a, b) => byName(a.room, b.room) || byName(a.cabinet, b.cabinet)),
      homeless: placed.countHomeless(),
    }),
    cabinet: ({ room, cabinet }: ParsedOf<typeof place.cabinet>) => repo.cabinet(room, cabinet).sort(inOrder),
    box: (id: number) => ({ box: demandBox(id), dossiers: placed.inBox(id) }),
    homeless: placed.homeless,
    find: (text: string) => {
      if (text === '') return { boxes: [], dossiers: [], more: false };
      const boxes = repo.named(text, MOST_FOUND + 1);
      const dossiers = placed.find(text, MOST_FOUND + 1);
      return {
        boxes: boxes.slice(0, MOST_FOUND).sort(inOrder),
        dossiers: dossiers.slice(0, MOST_FOUND),
        more: boxes.length > MOST_FOUND || dossiers.length > MOST_FOUND,
      };
    },
    scanned: (code: string) => {
      const read = readBarcode(code);
      const { what, id } = read && 'what' in read ? read : {};
      const box = what === 'box' ? repo.row(id ?? 0) : undefined;
      const dossier = what === 'dossier' ? placed.byId(id ?? 0) : placed.byNumber(code);
      return { ...(box && { box }), ...(dossier && { dossier }) };
    },
    addBoxes: (input: ParsedOf<typeof place.addBoxes>, ctx: SignedInContext) => {
      const { box: first, count, capacityMm, ...shelf } = input;
      const boxes = followingNames(first, count).map((box) => ({ ...shelf, box }));
      const long = boxes.find(({ box }) => box.length > MOST_NAME);
      if (long) throw new AppError('conflict', 'boxNameTooLong', { field: 'box', name: long.box });
      const taken = boxes.find((its) => repo.idOf(its) !== undefined);
      if (taken) throw new AppError('conflict', 'placeTaken', { field: 'box', place: wordsOf(taken) });
      return commit(ctx, 'place.addBoxes', input, () => ({ ids: boxes.map((its) => repo.add(its, capacityMm)) }));
    },
    measure: ({ id, capacityMm }: ParsedOf<typeof place.measure>, ctx: SignedInContext): void => {
      demandBox(id);
      commit(ctx, 'place.measure', { id, capacityMm }, () => repo.measure(id, capacityMm));
    },
    moveBox: ({ id, ...to }: ParsedOf<typeof place.moveBox>, ctx: SignedInContext): void => {
      const { room, cabinet, shelf, box } = demandBox(id);
      const there = repo.idOf(to);
      if (there === id) throw new AppError('conflict', 'boxStandsThere', { place: wordsOf(to) });
      if (there !== undefined) throw new AppError('conflict', 'placeTaken', { field: 'box', place: wordsOf(to) });
      commit(ctx, 'place.moveBox', { id, from: { room, cabinet, shelf, box }, to }, () => repo.carry({ id, ...to }));
    },
    rename: ({ name, ...node }: ParsedOf<typeof place.rename>, ctx: SignedInContext): void => {
      const { level, boxes } = demandNode(node);
      const into: PlaceNode = { ...node, [level]: name };
      if (node[level] === name) throw new AppError('conflict', 'placeCalledSo', { field: 'name', name });
      if (repo.inRoom(into.room).some((box) => isIn(box, into)))
        throw new AppError('conflict', 'placeTaken', { field: 'name', place: wordsOf(into) });
      demandFree(boxes, into);
      commit(ctx, 'place.rename', { ...node, name }, () => {
        for (const box of boxes) repo.carry({ id: box.id, ...carried(box, into) });
      });
    },
    merge: ({ from, into }: ParsedOf<typeof place.merge>, ctx: SignedInContext) => {
      const { level, boxes } = demandNode(from);
      if (demandNode(into).level !== level) throw new AppError('conflict', 'placesUnlike');
      if (boxes.some((box) => isIn(box, into))) throw new AppError('conflict', 'placeIntoItself');
      return commit(ctx, 'place.merge', { from, into }, () => ({
        boxes: boxes.length,
        dossiers: boxes.reduce((sum, box) => sum + unite(box, into), 0),
      }));
    },
    removeBox: (id: number, ctx: SignedInContext): void => {
      const { dossiers, lent, ...box } = demandBox(id);
      if (dossiers + lent > 0)
        throw new AppError('conflict', 'boxNotEmpty', { place: wordsOf(box), count: dossiers + lent });
      commit(ctx, 'place.removeBox', { id, place: wordsOf(box) }, () => empty(box));
    },
    shelve: ({ placeId, dossierIds }: ParsedOf<typeof place.shelve>, ctx: SignedInContext) => {
      demandBox(placeId);
      const ids = [...new Set(dossierIds)];
      const stray = ids.find((id) => placed.byId(id) === undefined);
      if (stray !== undefined) throw new AppError('conflict', 'notOnShelf');
      return commit(ctx, 'place.shelve', { placeId, dossierIds: ids }, () => {
        for (const id of ids) setPlace(id, placeId);
        return { shelved: ids.length };
      });
    },
  };
}

/** The places box by box in their order, as they are taken along; each line by its number. */
function createLines({ placed, boxes, inRoom, byId }: PlaceRepo) {
  const asked = ({ room, cabinet }: PlaceFilter): NamedBox[] =>
    room === undefined ? boxes() : inRoom(room).filter((box) => cabinet === undefined || box.cabinet === cabinet);
  return {
    lineIds: (filter: PlaceFilter): number[] => {
      if (filter.homeless) return placed.idsHomeless();
      return asked(filter)
        .sort(inOrder)
        .flatMap(({ id }) => {
          const its = placed.idsIn(id);
          return its.length > 0 ? its : [-id];
        });
    },
    line: (id: number): PlaceLine | undefined => {
      if (id > 0) return placed.byId(id);
      const box = byId(-id);
      return box && { id, place: box };
    },
  };
}

export type PlaceService = ReturnType<typeof createPlaceService>;

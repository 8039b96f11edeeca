import type { TitlePlace } from '../../../shared/api/title-fields';
import type { Countable, Stocktake, StocktakeRepo } from './stocktake.repo';
import { type Book, digitsIn, drawSample, endsIn, type Found } from './stocktake.rules';

/** Pieces of a title in one place, by the sum of its movements. */
export interface Holding {
  titleId: number;
  place: TitlePlace;
  compartmentId?: number | undefined;
  quantity: number;
  slipId: number;
}
/** A compartment with the safe that it is in. */
export interface NamedCompartment {
  id: number;
  name: string;
  safeId: number;
  safe: string;
  retiredOn?: string;
}

export interface BookParts {
  repo: StocktakeRepo;
  stock: { asOf(movementId: number): Holding[]; of(titleId: number): Holding[]; lastId(): number };
  compartments(): readonly NamedCompartment[];
  certificateKey(certificateNo: string): string;
}

type Scope = Pick<Stocktake, 'scope' | 'safeId' | 'asOf'>;
type Drawn = Scope & Pick<Stocktake, 'seed' | 'sampleSize'>;

const OUT: readonly TitlePlace[] = ['lent', 'registration'];
const GONE: readonly TitlePlace[] = ['released', 'exchanged'];

export type BookService = ReturnType<typeof createBook>;

/** What the movements say as of the moment of a stocktake, and which title a certificate is. */
export function createBook({ repo, stock, compartments, certificateKey }: BookParts) {
  const inScope = ({ scope, safeId }: Pick<Scope, 'scope' | 'safeId'>): NamedCompartment[] =>
    compartments().filter((its) => scope !== 'safe' || its.safeId === safeId);

  const paperAsOf = (asOf: number): Holding[] => {
    const paper = repo.paperIds();
    return stock.asOf(asOf).filter(({ titleId }) => paper.has(titleId));
  };
  const lyingIn = (its: Pick<Scope, 'scope' | 'safeId'>, holdings: readonly Holding[]) => {
    const ids = new Set(inScope(its).map(({ id }) => id));
    return holdings.flatMap(({ titleId, compartmentId, quantity }) =>
      compartmentId !== undefined && ids.has(compartmentId) ? [{ titleId, compartmentId, quantity }] : [],
    );
  };
  const numbersIn = (its: Scope, holdings: readonly Holding[]): number[] =>
    [...new Set(lyingIn(its, holdings).map(({ titleId }) => titleId))].sort((a, b) => a - b);

  /** The titles that lie in the safes of the scope. */
  const population = (its: Scope): number[] => numbersIn(its, paperAsOf(its.asOf));
  /** Those that a sample took; nothing where everything is counted. */
  const drawn = (its: Drawn): number[] =>
    its.seed === undefined ? [] : drawSample(its.seed, population(its), its.sampleSize ?? 0);

  const bookOf = (its: Drawn, found: readonly Found[]): Book => {
    const holdings = paperAsOf(its.asOf);
    const inside = lyingIn(its, holdings);
    const insideIds = new Set(inside.map(({ compartmentId }) => compartmentId));
    const foundIds = new Set(found.map(({ titleId }) => titleId));
    const sample = its.seed === undefined ? undefined : new Set(drawn(its));
    const isMeant = (titleId: number) => sample === undefined || sample.has(titleId);
    // What is out belongs to the safe that it left last; wherever it left from, found here it is a difference.
    const isMissed = ({ titleId, slipId }: Holding) =>
      foundIds.has(titleId) ||
      (its.scope === 'safe' ? repo.cameFrom(titleId, slipId) === its.safeId : isMeant(titleId));
    return {
      inside: inside.filter(({ titleId }) => isMeant(titleId)),
      elsewhere: holdings.flatMap(({ titleId, compartmentId, quantity }) =>
        compartmentId !== undefined && !insideIds.has(compartmentId) && foundIds.has(titleId) && its.scope === 'safe'
          ? [{ titleId, compartmentId, quantity }]
          : [],
      ),
      out: holdings.filter((one) => OUT.includes(one.place) && isMissed(one)),
    };
  };

  /** Of several, the one that can be here; a certificate may have gone back and come again. */
  const stillHere = (some: readonly Countable[]): readonly Countable[] => {
    const here = some.filter(({ id }) => stock.of(id).some(({ place }) => !GONE.includes(place)));
    return here.length > 0 ? here : some.slice(0, 1);
  };
  /** Titles that a certificate read as `text` can be: one, none, or more whose numbers end alike. */
  const readAs = (text: string): readonly Countable[] => {
    const whole = stillHere(repo.withKey(certificateKey(text)));
    if (whole.length > 0) return whole.slice(0, 1);
    const digits = digitsIn(text);
    if (digits === undefined) return [];
    return stillHere(repo.withDigits(digits).filter((its) => endsIn(its.certificateKey, digits)));
  };

  return { inScope, population, drawn, bookOf, readAs };
}

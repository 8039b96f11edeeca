import fc from 'fast-check';
import type { Standing, TitleRow } from '../../shared/api/title.contract';
import { LOGINS, type Office, PASSWORD, type People, PIN, signIn } from '../api/office';
import { SAMPLE_TITLES } from '../api/title-office';

type Input = (office: Office) => Promise<unknown>;
type Who = 'admin' | 'a' | 'b' | 'archivist';
type TitleAct = readonly [name: string, weight: number, who: Who, fc.Arbitrary<Input>];

/** What the random office knows: its few numbers, its texts, how it looks something up. */
interface Known {
  n: fc.Arbitrary<number>;
  small: fc.Arbitrary<number>;
  secret: fc.Arbitrary<string>;
  text: fc.Arbitrary<string>;
  name: fc.Arbitrary<string>;
  read(office: Office, name: string, input: unknown): Promise<never>;
}

/** Who has the combination of the safe that the office begins with; its archivist has the key. */
export const COMBINATION_HOLDER = 6;
/** Who has its key, and works in the archive. */
export const KEY_HOLDER = 4;
/** Counts with the archivist, and holds nothing of a safe. */
export const OTHER_COUNTER = 8;

/** Everything that the contract lets people do with title documents and safes, right or wrong. */
export function titleActs({ n, small, secret, text, name, read }: Known): readonly TitleAct[] {
  const secondId = fc.constantFrom(...Array<number>(12).fill(COMBINATION_HOLDER), 4, 7);
  const days = fc.constantFrom(undefined, undefined, undefined, '2026-03-02', '2026-02-27', '2030-01-01');
  const signed = fc.record({
    reason: text.map((its) => `因${its}`.trim()),
    basis: fc.constantFrom('审批单', '审批单', '审批单', ''),
    movedOn: days,
    secondId,
    signatures: fc.record({ operator: secret, second: secret }),
  });
  const certificate = fc.record({
    kind: fc.constantFrom('clientOwnership', 'otherRights', 'other'),
    name,
    certificateNo: fc.constantFrom(...Array.from({ length: 24 }, (_, i) => `粤证第${i}号`)),
    owner: name,
    quantity: fc.constantFrom(1, 1, 1, 2, 3, 3, 0, 2.5),
    storage: fc.constantFrom('paper', 'paper', 'paper', 'paper', 'electronic'),
    expiresOn: fc.constantFrom(undefined, '2026-04-01', '2029-03-01'),
  });

  const here = async (office: Office, place: Standing['place']): Promise<TitleRow[]> => {
    const { rows = [] } = ((await read(office, 'title.list', {})) ?? {}) as { rows?: TitleRow[] };
    return rows.filter(({ standings }) => standings.some((its) => its.place === place));
  };
  /** The n-th title in that place; now and then one that is somewhere else, or nowhere. */
  const one = async (office: Office, n: number, place: Standing['place']) => {
    const rows = await here(office, place);
    return n === 0 ? 99 : n === 1 ? 1 : (rows[n % Math.max(1, rows.length)]?.id ?? n);
  };
  const quantity = fc.constantFrom(undefined, undefined, 1, 1, 2);
  const moving = (place: Standing['place'], rest: fc.Arbitrary<object>, into = false) =>
    fc
      .record({ n, quantity, compartmentId: small, its: signed, rest })
      .map(({ n, quantity, compartmentId, its, rest }) => async (office: Office) => {
        const titleId = await one(office, n, place);
        return { ...its, ...rest, pieces: [{ titleId, quantity, ...(into && { compartmentId }) }] };
      });
  /** What rests on a stocktake names that as its basis by itself. */
  const counted = (place: Standing['place'], into = false) =>
    moving(place, fc.record({ stocktakeId: small }), into).map((input) => async (office: Office) => {
      const { basis: _, ...its } = (await input(office)) as Record<string, unknown>;
      return its;
    });
  const whole = (rest: fc.Arbitrary<object>) =>
    fc.record({ n, its: signed, rest }).map(({ n, its, rest }) => async (office: Office) => {
      return { ...its, ...rest, titleIds: [await one(office, n, 'safe')] };
    });
  const errand = fc.record({
    party: fc.constantFrom('顾行简', '不动产登记中心', ''),
    dueOn: fc.constantFrom('2026-03-06', '2026-04-30', '2026-01-01'),
  });
  const exchange = fc
    .record({ n, place: fc.constantFrom<Standing['place']>('registration', 'safe'), its: signed, becomes: certificate })
    .map(({ n, place, its, becomes }) => async (office: Office) => {
      const taker = place === 'safe' && n !== 2 ? { party: '登记中心' } : {};
      return { ...its, ...taker, titleId: await one(office, n, place), becomes, compartmentId: 1 };
    });
  const reverse = fc.record({ n, its: signed }).map(({ n, its: { basis: _, ...its } }) => async (office: Office) => {
    const { rows = [] } = ((await read(office, 'titleMove.slips', {})) ?? {}) as { rows?: { id: number }[] };
    return { ...its, slipId: n === 0 ? 99 : (rows[n % Math.max(1, Math.min(3, rows.length))]?.id ?? n) };
  });

  const openList = async (office: Office, n: number) => {
    const rows = ((await read(office, 'titleHandover.list', { openOnly: true })) ?? []) as { id: number }[];
    return n === 0 ? 1 : (rows[n % Math.max(1, rows.length)]?.id ?? n);
  };
  const linesOf = async (office: Office, id: number) => {
    const view = (await read(office, 'titleHandover.show', { id })) as
      | { lines: { id: number; quantity: number; storage: string }[] }
      | undefined;
    return view?.lines ?? [];
  };
  const onList = (rest: fc.Arbitrary<object>) =>
    fc.tuple(n, rest).map(([n, its]) => async (office: Office) => ({ id: await openList(office, n), ...its }));
  const compare = fc
    .record({ n, off: fc.constantFrom(0, 0, 0, 0, 0, 1) })
    .map(({ n, off }) => async (office: Office) => {
      const id = await openList(office, n);
      const found = (await linesOf(office, id)).map((line) => ({
        ...{ lineId: line.id, nameAgrees: true, numberAgrees: true, quantityFound: line.quantity + off },
      }));
      return { id, found };
    });
  const accept = fc
    .record({
      ...{ n, secondId, compartmentId: small },
      signatures: fc.record({ a: secret, b: secret, custodian: secret, second: secret }),
    })
    .map(({ n, compartmentId, ...its }) => async (office: Office) => {
      const id = await openList(office, n);
      const places = (await linesOf(office, id)).map((line) => ({ lineId: line.id, compartmentId }));
      return { id, places, ...its };
    });
  const plain = <T>(input: fc.Arbitrary<T>): fc.Arbitrary<Input> => input.map((its) => async () => its);

  return [
    [
      'safe.register',
      1,
      'archivist',
      plain(
        fc.record({
          ...{ name: fc.constantFrom('二号柜', '三号柜', '一号柜'), place: name, reason: name },
          ...{ rows: fc.constant(1), columns: fc.constant(2), keyLabel: fc.constantFrom('2号', '') },
          ...{ keyHolderId: fc.constantFrom(4, 6), combinationHolderId: fc.constantFrom(6, 4) },
          supervisorId: fc.constantFrom(7, 7, 4),
          signatures: fc.record({ keyHolder: secret, combinationHolder: secret, supervisor: secret }),
        }),
      ),
    ],
    ...safeActs({ n, small, secret, text, name, read }, secondId),
    ...countActs({ n, small, secret, text, name, read }),
    [
      'titleHandover.give',
      6,
      'a',
      plain(
        fc.record({
          projectId: small,
          obtainedOn: fc.constantFrom('2026-03-02', '2026-03-02', '2030-01-01'),
          lines: fc.array(certificate, { minLength: 1, maxLength: 3 }),
          signature: secret,
        }),
      ),
    ],
    ['titleHandover.check', 6, 'archivist', compare],
    ['titleHandover.accept', 6, 'archivist', accept],
    ['titleHandover.sendBack', 1, 'archivist', onList(fc.record({ reason: name, signature: secret }))],
    ['titleHandover.withdraw', 1, 'a', onList(fc.record({ reason: name, signature: secret }))],
    ['title.describe', 1, 'archivist', plain(fc.record({ id: small, remarks: text, reason: name }))],
    [
      'title.lookUp',
      1,
      'archivist',
      plain(
        fc.record({
          titleId: small,
          lookedOn: fc.constantFrom('2026-03-02', '2030-01-01'),
          result: fc.constantFrom('valid', 'seized'),
          source: name,
        }),
      ),
    ],
    [
      'title.endSecurity',
      1,
      'admin',
      plain(fc.record({ titleId: small, projectId: small, reason: name, signature: secret })),
    ],
    ['titleMove.giveBack', 2, 'archivist', moving('lent', fc.constant({}), true)],
    ['titleMove.sendToRegistry', 14, 'archivist', moving('safe', errand)],
    ['titleMove.takeBack', 10, 'archivist', moving('registration', fc.constant({}), true)],
    ['titleMove.exchange', 2, 'archivist', exchange],
    ['titleMove.remortgage', 2, 'archivist', whole(fc.record({ projectId: small }))],
    ['titleMove.release', 2, 'archivist', whole(fc.record({ party: name }))],
    ['titleMove.move', 6, 'archivist', moving('safe', fc.record({ compartmentId: small }))],
    ['titleMove.declareMissing', 6, 'archivist', counted('safe')],
    ['titleMove.declareFound', 3, 'archivist', counted('missing', true)],
    ['titleMove.reverse', 8, 'archivist', reverse],
  ];
}

function safeActs({ small, secret, name, read }: Known, secondId: fc.Arbitrary<number>): readonly TitleAct[] {
  const plain = <T>(input: fc.Arbitrary<T>): fc.Arbitrary<Input> => input.map((its) => async () => its);
  const two = fc.record({ operator: secret, second: secret });
  const entrusted = fc.record({
    ...{ safeId: small, kind: fc.constantFrom('key', 'combination'), label: fc.constantFrom('1号', '9号', '') },
    ...{ holderId: fc.constantFrom(4, 5, 6), supervisorId: fc.constantFrom(5, 7), reason: name },
    ...{ executiveId: fc.constantFrom(undefined, 7), absence: fc.constantFrom('', '出差') },
    signatures: fc.record({ giver: secret, holder: secret, supervisor: secret }),
  });
  const closed = fc
    .record({ safeId: small, day: fc.constantFrom('2026-03-02', '2026-03-03'), secondId, signatures: two })
    .map((its) => async (office: Office) => {
      const { safeId, day } = its;
      const balance = (await read(office, 'safe.balance', { safeId, day })) as { contentHash: string } | undefined;
      return { ...its, seen: balance?.contentHash ?? '' };
    });
  const standing = fc.constant(async (office: Office) => {
    const safes = ((await read(office, 'safe.list', {})) ?? []) as { open?: { id: number } }[];
    return { openingId: safes.find(({ open }) => open)?.open?.id ?? 99 };
  });
  const months = fc.record({
    ...{ month: fc.constantFrom('2026-02', '2026-03'), secondId: fc.constantFrom(7, 7, 6), signatures: two },
  });
  const month = months.map((its) => async (office: Office) => {
    const known = (await read(office, 'safe.months', {})) as { next?: { contentHash: string } } | undefined;
    return { ...its, seen: known?.next?.contentHash ?? '' };
  });
  const compartment = fc.record({ safeId: small, name, row: fc.constant(2), col: fc.constantFrom(1, 2, 3) });
  return [
    ['safe.rename', 1, 'archivist', plain(fc.record({ safeId: small, name, place: name, reason: name }))],
    ['safe.addCompartment', 1, 'archivist', plain(compartment)],
    ['safe.retireCompartment', 1, 'archivist', plain(fc.record({ compartmentId: small, reason: name }))],
    ['safe.retire', 1, 'archivist', plain(fc.record({ safeId: small, reason: name }))],
    ['safe.entrust', 2, 'archivist', plain(entrusted)],
    ['safe.open', 2, 'archivist', plain(fc.record({ safeId: small, secondId, reason: name, signatures: two }))],
    ['safe.close', 2, 'archivist', standing],
    ['safe.closeDay', 1, 'archivist', closed],
    ['safe.closeMonth', 1, 'archivist', month],
  ];
}

/** Everything is counted, mostly as it lies there; the last stocktake is the one that is meant. */
function countActs({ small, secret, name, read }: Known): readonly TitleAct[] {
  type View = {
    id: number;
    contentHash?: string;
    lines?: { id: number; differs: boolean }[];
    entries?: { id: number }[];
  };
  const last = async (office: Office): Promise<View> => {
    const rows = ((await read(office, 'stocktake.list', {})) ?? []) as View[];
    const id = Math.max(1, ...rows.map((row) => row.id));
    return ((await read(office, 'stocktake.show', { id })) as View | undefined) ?? { id };
  };
  const onLast = (rest: fc.Arbitrary<object>) =>
    rest.map((its) => async (office: Office) => ({ id: (await last(office)).id, ...its }));
  const started = fc.record({
    ...{ scope: fc.constantFrom('full', 'safe', 'sample'), plan: name, firstCounterId: fc.constantFrom(4, 4, 6) },
    secondCounterId: fc.constantFrom(OTHER_COUNTER, OTHER_COUNTER, 6, 5),
  });
  const start = started.map((its) => async () => ({
    ...its,
    ...(its.scope === 'safe' && { safeId: 1 }),
    ...(its.scope === 'sample' && { sampleSize: 1 }),
  }));
  const counted = fc.record({
    compartmentId: small,
    certificate: fc.constantFrom('AJ-T-000001', 'AJ-T-000002', '粤证第3号', '无此证'),
    unknown: fc.boolean(),
  });
  const undo = fc.constant(async (office: Office) => {
    const { id, entries = [] } = await last(office);
    return { id, entryId: entries[0]?.id ?? 99 };
  });
  const explain = name.map((cause) => async (office: Office) => {
    const { id, lines = [] } = await last(office);
    return {
      id,
      lines: lines.filter(({ differs }) => differs).map((line) => ({ lineId: line.id, cause, action: '再查' })),
    };
  });
  const close = secret.map((signature) => async (office: Office) => {
    const { id, contentHash: seen = '' } = await last(office);
    return { id, seen, signature };
  });
  const two = fc.record({ firstCounter: secret, secondCounter: secret });
  return [
    ['stocktake.start', 3, 'archivist', start],
    ['stocktake.count', 3, 'archivist', onLast(counted)],
    ['stocktake.undo', 1, 'archivist', undo],
    ['stocktake.sign', 3, 'archivist', onLast(fc.record({ signatures: two }))],
    ['stocktake.explain', 3, 'archivist', explain],
    ['stocktake.close', 3, 'admin', close],
    ['stocktake.abandon', 1, 'archivist', onLast(fc.record({ reason: name }))],
  ];
}

/** A safe whose key the archivist has, three titles in it, and somebody who counts them. The archivist is signed in. */
export async function keepTitles(office: Office, people: People, projectId: number): Promise<void> {
  await signIn(office, LOGINS.admin);
  const counter = { name: '温予安', login: 'wenyuan', departmentId: 1, password: PASSWORD, pin: PIN };
  const { id: counterId } = await office.call('people.engage', { ...counter, positions: ['departmentHead'] });
  if (counterId !== OTHER_COUNTER) throw new Error(`the other counter is number ${counterId}`);
  await signIn(office, LOGINS.archivist);
  await office.call('safe.register', {
    ...{ name: '一号柜', place: '里间', rows: 1, columns: 3, keyLabel: '1号', reason: '启用', supervisorId: 7 },
    ...{ keyHolderId: people.archivist, combinationHolderId: COMBINATION_HOLDER },
    signatures: { keyHolder: PIN, combinationHolder: PIN, supervisor: PIN },
  });
  await signIn(office, LOGINS.a);
  const lines = SAMPLE_TITLES.slice(3);
  const { id } = await office.call('titleHandover.give', {
    projectId,
    obtainedOn: '2026-03-02',
    lines,
    signature: PIN,
  });
  await signIn(office, LOGINS.archivist);
  const list = (await office.call('titleHandover.show', { id })).lines;
  const found = list.map((line) => ({
    lineId: line.id,
    nameAgrees: true,
    numberAgrees: true,
    quantityFound: line.quantity,
  }));
  await office.call('titleHandover.check', { id, found });
  await office.call('titleHandover.accept', {
    ...{ id, secondId: COMBINATION_HOLDER, places: list.map((line) => ({ lineId: line.id, compartmentId: 1 })) },
    signatures: { a: PIN, b: PIN, custodian: PIN, second: PIN },
  });
}

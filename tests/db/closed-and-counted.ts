import { LOGINS, type Office, PIN, signIn } from '../api/office';
import { CUSTODIAN, MANAGER, type TitlePeople } from '../api/title-office';

const operatorAndSecond = { operator: PIN, second: PIN };

/** A stocktake that found nothing, explained and closed; then the day and the month of the safe. It is April afterwards. */
export async function closeAndCount(office: Office, people: TitlePeople, safeId: number): Promise<void> {
  await count(office, people);
  await signIn(office, CUSTODIAN);
  const day = '2026-03-02';
  const { contentHash: seen } = await office.call('safe.balance', { safeId, day });
  const closed = { safeId, day, seen, secondId: people.keeper, signatures: operatorAndSecond };
  await office.call('safe.closeDay', closed);
  office.at('2026-04-01T09:00:00+08:00');
  await signIn(office, CUSTODIAN);
  const { next } = await office.call('safe.months', {});
  await office.call('safe.closeMonth', {
    ...{ month: next?.month ?? '', seen: next?.contentHash ?? '', secondId: people.manager },
    signatures: operatorAndSecond,
  });
}

async function count(office: Office, { archivist, keeper }: TitlePeople): Promise<void> {
  await signIn(office, LOGINS.archivist);
  const counters = { firstCounterId: archivist, secondCounterId: keeper };
  const { id } = await office.call('stocktake.start', { scope: 'full', plan: '月末盘点', ...counters });
  const [compartment] = (await office.call('stocktake.show', { id })).compartments;
  const entry = { id, compartmentId: compartment?.id ?? 0, certificate: '无此证', unknown: true };
  await office.call('stocktake.count', entry);
  await office.call('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
  const differing = (await office.call('stocktake.show', { id })).lines.filter(({ differs }) => differs);
  const lines = differing.map((line) => ({ lineId: line.id, cause: '没有找到', action: '追查' }));
  await office.call('stocktake.explain', { id, lines });
  await signIn(office, MANAGER);
  const { contentHash: seen = '' } = await office.call('stocktake.show', { id });
  await office.call('stocktake.close', { id, seen, signature: PIN });
}

import { type Office, PASSWORD, type People, PIN } from './office';

/** Somebody to take over, somebody to supervise, somebody to sign exceptions. */
export interface Colleagues {
  successor: number;
  head: number;
  manager: number;
}

/** Engages them; whoever is signed in must be the administrator. */
export async function engageColleagues(office: Office): Promise<Colleagues> {
  const engage = async (
    name: string,
    login: string,
    position: 'projectManager' | 'departmentHead' | 'generalManager',
  ) =>
    (
      await office.call('people.engage', {
        ...{ name, departmentId: 1, login, positions: [position] },
        ...{ password: PASSWORD, pin: PIN },
      })
    ).id;
  return {
    successor: await engage('周牧', 'zhoumu', 'projectManager'),
    head: await engage('陆知微', 'luzhiwei', 'departmentHead'),
    manager: await engage('许寄北', 'xujibei', 'generalManager'),
  };
}

/**
 * A hands everything over: the list is signed by one, taken back, and signed by all, the supervisor in A's place; then an executive
 * lets B leave with things in hand. Whoever is signed in must be the administrator.
 */
export async function handOverAll(
  office: Office,
  people: People,
  { successor, head, manager }: Colleagues,
): Promise<void> {
  const { id } = await office.call('staffHandover.make', { fromId: people.a, supervisorId: head });
  const { things } = await office.call('staffHandover.held', { staffId: people.a });
  const choices = things.map(({ kind, recordId }) => ({ kind, recordId, successorId: successor }));
  await office.call('staffHandover.arrange', { id, successorId: null, supervisorId: head, choices });
  await office.call('staffHandover.ask', { id });
  const seen = async () => (await office.call('staffHandover.show', { id })).contentHash;
  const to = { role: 'to' as const, staffId: successor, signature: PIN };
  const supervisor = { role: 'supervisor' as const, staffId: head, signature: PIN };
  await office.call('staffHandover.sign', { id, seen: await seen(), signatures: [to] });
  await office.call('staffHandover.takeBack', { id, reason: '再核一遍' });
  await office.call('staffHandover.ask', { id });
  await office.call('staffHandover.sign', {
    id,
    seen: await seen(),
    signatures: [to, supervisor],
    absence: '出差\n"未归"',
  });
  await office.call('staffHandover.except', { staffId: people.b, signerId: manager, reason: '病休', signature: PIN });
}

import type { ComplaintView, complaint, SaidInput } from '../../shared/api/complaint.contract';
import type { InputOf } from '../../shared/api/contract';
import type { Position } from '../../shared/api/people.contract';
import { foundCompany, LOGINS, type Office, PASSWORD, type People, PIN, signIn } from './office';

/** Everybody whom a procedure needs, by a word for what they do. */
export const CAST = {
  manager: { name: '陆明远', login: 'lumingyuan', positions: ['generalManager'] },
  chairman: { name: '谢临川', login: 'xielinchuan', positions: ['chairman'] },
  quality: { name: '韩知微', login: 'hanzhiwei', positions: ['qualityManager'] },
  relations: { name: '程以安', login: 'chengyian', positions: ['customerRelationsManager'] },
  hr: { name: '方静仪', login: 'fangjingyi', positions: ['hrManager'] },
  head: { name: '孟怀瑾', login: 'menghuaijin', positions: ['departmentHead'] },
  clerk: { name: '白若溪', login: 'bairuoxi', positions: ['employee'] },
  worker: { name: '丁一诺', login: 'dingyinuo', positions: ['employee'] },
  tester: { name: '钟书白', login: 'zhongshubai', positions: ['employee'] },
} as const satisfies Readonly<Record<string, { name: string; login: string; positions: readonly Position[] }>>;
export type Role = keyof typeof CAST;

export type Cast = Readonly<Record<Role, number>> & { people: People; unitId: number };

/** A company with everybody in it; ends signed in as its administrator. */
export async function castCompany(office: Office): Promise<Cast> {
  const people = await foundCompany(office);
  const [department] = await office.call('people.departments', {});
  const unitId = department?.id ?? 0;
  const ids = {} as Record<Role, number>;
  for (const [role, { name, login, positions }] of Object.entries(CAST)) {
    const more = { password: PASSWORD, pin: PIN };
    const engaged = await office.call('people.engage', {
      name,
      departmentId: unitId,
      login,
      positions: [...positions],
      ...more,
    });
    ids[role as Role] = engaged.id;
  }
  return { ...ids, people, unitId };
}

export const ADMIN = LOGINS.admin;
export const signInAs = (office: Office, role: Role) => signIn(office, CAST[role].login);

export async function procedureId(office: Office, title: string): Promise<number> {
  const found = (await office.call('complaint.procedures', {})).find((its) => its.title === title);
  if (!found) throw new Error(`no procedure ${title}`);
  return found.id;
}

/** Somebody on the telephone complains; registered by the clerk. */
export async function complain(
  office: Office,
  title: string,
  more: Partial<InputOf<typeof complaint.register>>,
): Promise<number> {
  await signInAs(office, 'clerk');
  const its = {
    channel: 'phone' as const,
    complainant: '周女士',
    contact: '13900000000',
    facts: '等了两个小时没有人接待',
  };
  const { id } = await office.call('complaint.register', {
    ...its,
    ...{ procedureId: await procedureId(office, title), kind: 'other' },
    ...more,
  });
  return id;
}

/** Signs in as somebody and takes a step, signed where it is to be. */
export async function take(office: Office, id: number, role: Role, step: string, said: SaidInput): Promise<void> {
  await signInAs(office, role);
  await office.call('complaint.take', { id, step, said, signature: PIN });
}

/** The words of what lies ahead, and of what has passed. */
export const limitsOf = ({ deadlines }: ComplaintView): Readonly<Record<string, 'late' | 'met' | 'open'>> =>
  Object.fromEntries(deadlines.map(({ code, late, metOn }) => [code, late ? 'late' : metOn ? 'met' : 'open']));

import type { z } from 'zod';
import {
  type Does,
  type ProcedureField,
  type procedure,
  ROLES,
  type Role,
} from '../../../../shared/complaint/procedure';

/** A procedure as it is written down: before the schema fills in what is usual. */
export type Written = z.input<typeof procedure>;
type WrittenStep = Written['steps'][number];
type WrittenField = NonNullable<WrittenStep['fields']>[number];

type More = Partial<Pick<WrittenStep, 'required' | 'when' | 'fields'>>;

export const step = (code: string, title: string, does: Does, by: string, more: More = {}): WrittenStep => ({
  ...{ code, title, does, by: by.split(' ').filter((role): role is Role => ROLES.some((its) => its === role)) },
  ...more,
});

const field =
  (type: ProcedureField['type']) =>
  (code: string, title: string, required = true): WrittenField => ({ code, title, type, required });
export const text = field('line');
export const prose = field('prose');
export const day = field('day');
export const yes = field('yes');
export const who = (code: string, title: string, otherThan?: string): WrittenField => ({
  ...{ code, title, type: 'staff', required: true },
  ...(otherThan !== undefined && { otherThan }),
});
export const choice = (code: string, title: string, choices: Readonly<Record<string, string>>): WrittenField => ({
  ...{ code, title, type: 'choice', required: true },
  choices: Object.entries(choices).map(([its, name]) => ({ code: its, title: name })),
});
export const kinds = (all: Readonly<Record<string, string>>): Written['kinds'] =>
  Object.entries(all).map(([code, title]) => ({ code, title }));

const YUAN = 100;
export const penalty = (code: string, title: string, [least, most]: [number, number], more = {}) => ({
  ...{ code, title, leastFen: least * YUAN, mostFen: most * YUAN },
  ...more,
});

export const FORMS: Written['forms'] = {
  register: '客户投诉登记表',
  handling: '客户投诉处理表',
  reply: '投诉答复函',
  feedback: '客户反馈表',
  penalty: '处罚通知单',
  statistics: '投诉统计表',
};

import { z } from 'zod';
import { command, PERMISSIONS, type Permission, query } from './contract';
import { id, nothing, requiredLine, secret } from './fields';

export const POSITIONS = [
  'chairman',
  'generalManager',
  'deputyManager',
  'archivist',
  'titleCustodian',
  'projectManager',
  'departmentHead',
  'qualityManager',
  'customerRelationsManager',
  'hrManager',
  'systemAdmin',
  'employee',
] as const;
export type Position = (typeof POSITIONS)[number];

/** Who leads the company. */
export const EXECUTIVES: readonly Position[] = ['chairman', 'generalManager', 'deputyManager'];

export const EMPLOYMENTS = ['active', 'leaving', 'left'] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

/** The person signed in, as the window knows him or her. */
export interface Me {
  staffId: number;
  name: string;
  department: string;
  positions: Position[];
  permissions: Permission[];
  locked: boolean;
  idleMinutes: number;
  hasPin: boolean;
}

export interface StaffRow {
  id: number;
  name: string;
  departmentId: number;
  department: string;
  positions: Position[];
  inChargeOf: number[];
  employment: Employment;
  login?: string;
  hasPassword: boolean;
  hasPin: boolean;
}

export interface Department {
  id: number;
  name: string;
}

const pin = z.string().regex(/^\d{6,12}$/);
const staffFields = z.strictObject({
  name: requiredLine(40),
  departmentId: id,
  positions: z.array(z.enum(POSITIONS)).min(1),
  /** Departments that a deputy manager is in charge of. */
  inChargeOf: z.array(id).default([]),
  login: requiredLine(40).optional(),
});

/** Who works here, who is signed in, and who may do what. */
export const people = {
  me: query<Me | null>()({
    access: 'anyone',
    reads: ['staff', 'staff_position', 'department', 'credential', 'permission', 'company'],
    input: nothing,
  }),
  signIn: command<Me>()({ access: 'anyone', input: z.strictObject({ login: requiredLine(40), password: secret }) }),
  signOut: command()({ access: 'anyone', input: nothing }),
  /** After it main answers nothing but `me`, `unlock`, `signIn` and `signOut`. */
  lock: command()({ access: 'anyone', input: nothing }),
  unlock: command<Me>()({ access: 'anyone', input: z.strictObject({ password: secret }) }),
  staff: query<StaffRow[]>()({
    access: 'signedIn',
    reads: ['staff', 'staff_position', 'staff_charge', 'department', 'credential'],
    input: nothing,
  }),
  departments: query<Department[]>()({ access: 'signedIn', reads: ['department'], input: nothing }),
  addDepartment: command<{ id: number }>()({
    access: 'people.manage',
    input: z.strictObject({ name: requiredLine(40) }),
  }),
  engage: command<{ id: number }>()({
    access: 'people.manage',
    input: staffFields.extend({ password: secret.optional(), pin: pin.optional() }),
  }),
  change: command()({
    access: 'people.manage',
    input: staffFields.extend({ id, employment: z.enum(EMPLOYMENTS) }),
  }),
  /** An administrator gives a new first password; the person changes it after signing in. */
  resetPassword: command()({ access: 'people.manage', input: z.strictObject({ id, password: secret }) }),
  changeOwnSecret: command()({
    access: 'signedIn',
    input: z.strictObject({ currentPassword: secret, password: secret.optional(), pin: pin.optional() }),
  }),
  permissions: query<Record<Position, Permission[]>>()({ access: 'signedIn', reads: ['permission'], input: nothing }),
  allow: command()({
    access: 'permission.manage',
    input: z.strictObject({ position: z.enum(POSITIONS), permission: z.enum(PERMISSIONS), allowed: z.boolean() }),
  }),
} as const;

import { type Procedure, procedure } from '../../../../shared/complaint/procedure';
import type { Written } from './builders';
import { DEALER } from './dealer';
import { LABORATORY } from './laboratory';
import { NETWORK } from './network';
import { QUALITY_SYSTEM } from './quality-system';
import { RETAIL } from './retail';
import { SERVICE_COMPANY } from './service-company';

const WRITTEN = {
  laboratory: LABORATORY,
  dealer: DEALER,
  serviceCompany: SERVICE_COMPANY,
  qualitySystem: QUALITY_SYSTEM,
  network: NETWORK,
  retail: RETAIL,
} as const satisfies Readonly<Record<string, Written>>;
export type ShippedName = keyof typeof WRITTEN;

/** The procedures that come with the program; an administrator makes further versions and copies. */
export const SHIPPED_PROCEDURES: Readonly<Record<ShippedName, Procedure>> = Object.fromEntries(
  Object.entries(WRITTEN).map(([name, its]) => [name, procedure.parse(its)]),
) as Record<ShippedName, Procedure>;

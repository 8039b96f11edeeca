import type { HeldThing } from '../../../shared/api/staff-handover.contract';

/** The page of a thing that somebody holds; what stays is decided on the page of its handover. */
export function pathOfThing({
  kind,
  recordId,
  staysForId,
}: Pick<HeldThing, 'kind' | 'recordId' | 'staysForId'>): string {
  if (staysForId !== undefined) return `/handover/${staysForId}`;
  switch (kind) {
    case 'client':
      return `/clients/${recordId}`;
    case 'projectA':
    case 'projectB':
      return `/clients?project=${recordId}`;
    case 'dossier':
      return `/dossier/${recordId}`;
    case 'handover':
      return `/handover/${recordId}`;
    case 'safeKey':
      return '/titles/safes?view=keys';
    case 'titleOut':
      return `/titles/${recordId}`;
    case 'titleHandover':
      return `/titles/handovers/${recordId}`;
    case 'stocktake':
      return `/titles/stocktakes/${recordId}`;
    case 'borrowing':
      return `/borrowing/${recordId}`;
    case 'complaint':
      return `/complaints/${recordId}`;
    case 'supplement':
      return `/handover/supplements/${recordId}`;
  }
}

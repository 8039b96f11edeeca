import { client, useDo, useRead } from '../../api/client';

export const useSupplementsOf = (dossierId: number) => useRead(client.supplement.ofDossier, { dossierId });
export const useIssue = () => useDo(client.supplement.issue);

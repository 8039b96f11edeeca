import { client, useDo, useRead } from '../../api/client';

export const useDossier = (id: number) => useRead(client.dossier.show, { id });
export const useList = (dossierId: number) => useRead(client.attachment.list, { dossierId });
export const useTitle = (id: number) => useRead(client.title.show, { id });
export const useListOfTitle = (titleId: number) => useRead(client.attachment.ofTitle, { titleId });
export const useSlip = (id: number) => useRead(client.borrowing.show, { id });
export const useListOfSlip = (borrowingId: number) => useRead(client.attachment.ofBorrowing, { borrowingId });
export const useTrail = (dossierId: number) => useRead(client.disposal.ofDossier, { dossierId });
export const useRotate = () => useDo(client.attachment.rotate);
export const useAssign = () => useDo(client.attachment.assign);
export const useRemove = () => useDo(client.attachment.remove);
export const useComplaint = (id: number) => useRead(client.complaint.show, { id });
export const useEvidence = (complaintId: number) => useRead(client.attachment.ofComplaint, { complaintId });

import { client, useDo } from '../../api/client';

export const useNote = () => useDo(client.complaintFile.note);
export const useLinkClient = () => useDo(client.complaintFile.linkClient);

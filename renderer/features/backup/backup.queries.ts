import { client, useDo, useRead } from '../../api/client';

/** Sticks come and go without anybody telling. */
const LOOK_MS = 3_000;

export const usePlaces = () => useRead(client.backup.places, {}, { refetchInterval: LOOK_MS });
export const useUnsaved = () => useRead(client.backup.unsaved, {});
export const useQuitWithout = () => useDo(client.backup.quitWithout);
export const useEncryption = () => useRead(client.backup.encryption, {});
export const useMakeKey = () => useDo(client.backup.makeKey);
export const useDropKey = () => useDo(client.backup.dropKey);
export const useEncrypt = () => useDo(client.backup.encrypt);
export const useStopEncrypting = () => useDo(client.backup.stopEncrypting);
export const useBags = (place: string) =>
  useRead(client.backup.bags, { place }, { retry: false, refetchInterval: LOOK_MS });
export const useBackups = () => useRead(client.backup.list, {});
export const useMedia = () => useRead(client.backup.media, {});
export const useDescribeMedium = () => useDo(client.backup.describeMedium);
export const useBackupProgress = () => useRead(client.backup.progress, {});
export const useMakeBackup = () => useDo(client.backup.make);
export const useVerifyBackup = () => useDo(client.backup.verify);
export const useCancelBackup = () => useDo(client.backup.cancel);

import { client, useRead } from '../api/client';
import { useMay } from './use-may';

export const useStatus = () => useRead(client.company.status, {});

/** What waits on the own desk, and how much of it is late. */
export function useDeskCount() {
  const { data } = useRead(client.desk.show, {});
  const { mine = [], borrowings = [], complaints = [], complaintPapers = [] } = data ?? {};
  return {
    all:
      mine.length +
      borrowings.length +
      complaints.length +
      complaintPapers.length +
      (data?.signatures.length ?? 0) +
      (data?.lists.length ?? 0) +
      (data?.titlesTotal ?? 0),
    late:
      borrowings.filter(({ what }) => what === 'overdue').length +
      complaints.filter(({ deadline }) => deadline?.late).length +
      mine.filter(({ lateDays }) => lateDays > 0).length +
      (data?.titlesLate ?? 0),
  };
}

export function useOpenHandoverCount() {
  const may = useMay();
  const { data } = useRead(client.handover.count, { openOnly: true }, { enabled: may('dossier.read') });
  return data ?? 0;
}

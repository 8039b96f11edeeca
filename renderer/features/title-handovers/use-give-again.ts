import { useNavigate } from 'react-router';
import { TITLE_COLUMNS, type TitleEntry, type TitleHandoverView } from '../../../shared/api/title-handover.contract';
import { useDraft } from '../../app/session.store';
import type { TitleDraft } from './title-draft';
import { NEW_LIST } from './use-new-list';

/** The titles of a list that came back stand in a new one, to be mended and handed over anew. */
export function useGiveAgain({ projectId, obtainedOn, lines }: TitleHandoverView) {
  const navigate = useNavigate();
  const { keep } = useDraft<TitleDraft>(NEW_LIST, { rows: [] });
  return () => {
    const rows = lines.map(({ valueFen, ...line }, index) => {
      const its: Readonly<Record<string, unknown>> = { ...line, value: valueFen === undefined ? '' : valueFen / 100 };
      const cells = Object.fromEntries(TITLE_COLUMNS.map((column) => [column, String(its[column] ?? '')]));
      return { key: index + 1, cells: cells as TitleEntry };
    });
    keep({ projectId, obtainedOn, rows });
    void navigate('/titles/handovers/new');
  };
}

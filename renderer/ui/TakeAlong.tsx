import { useMay } from '../app/use-may';
import { ExportButton } from './ExportButton';
import { type Printed, PrintListButton } from './PrintListButton';

/** The list on the screen goes to paper (Ctrl+P) or into a file (Ctrl+E), for whoever may print. */
export function TakeAlong({ list, beside = false }: { list: Printed; beside?: boolean }) {
  if (!useMay()('print.form')) return null;
  return (
    <>
      <PrintListButton list={list} beside={beside} />
      <ExportButton list={list} />
    </>
  );
}

import type { Permission } from '../../../shared/api/contract';
import type { ExportName } from '../../../shared/api/export.contract';

/** To take a list along one must be allowed to read it, and the office's papers to print as well. */
export const NEEDS: Readonly<Record<ExportName, readonly Permission[]>> = {
  ledger: ['ledger.read', 'print.form'],
  volume: ['dossier.read', 'print.form'],
  handovers: ['dossier.read', 'print.form'],
  titleHandovers: ['title.read', 'print.form'],
  titleHandover: ['title.read', 'print.form'],
  extensions: ['dossier.read', 'print.form'],
  supplements: ['dossier.read', 'print.form'],
  steps: ['dossier.read', 'print.form'],
  lateness: ['dossier.read', 'print.form'],
  clients: ['client.read', 'print.form'],
  projects: ['client.read', 'print.form'],
  staff: ['people.manage'],
  titles: ['title.read', 'print.form'],
  slips: ['title.read', 'print.form'],
  titleRegister: ['title.read', 'print.form'],
  staffHandovers: ['staffHandover.prepare', 'print.form'],
  importFaults: ['ledger.import'],
  audit: ['audit.read'],
  numbers: ['ledger.read', 'print.form'],
  places: ['ledger.read', 'print.form'],
  due: ['ledger.read', 'print.form'],
  contents: ['title.read', 'print.form'],
  custody: ['title.read', 'print.form'],
  openings: ['title.read', 'print.form'],
  closings: ['title.read', 'print.form'],
  disposals: ['ledger.read', 'print.form'],
  disposal: ['dossier.read', 'print.form'],
};

export { CompensationsPage } from './CompensationsPage';
export { PenaltiesPage } from './PenaltiesPage';
export { PenaltyPage } from './PenaltyPage';
export { ProposePage } from './ProposePage';

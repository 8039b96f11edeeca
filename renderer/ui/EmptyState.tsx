import './empty-state.css';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What there is not. */
  title: string;
  /** What to do first. */
  hint?: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
}

export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {hint && <p className="quiet">{hint}</p>}
      {action}
    </div>
  );
}

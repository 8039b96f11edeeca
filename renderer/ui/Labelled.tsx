import type { ReactNode } from 'react';

interface LabelledProps {
  /** Of the field that it names. */
  id: string;
  label: string;
  hint?: string | undefined;
  children: ReactNode;
}

/** A field with its label above it, and a few quiet words beside the label. */
export function Labelled({ id, label, hint, children }: LabelledProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {hint && <span className="quiet small">{hint}</span>}
      </label>
      {children}
    </div>
  );
}

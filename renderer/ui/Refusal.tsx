import './refusal.css';

/** Why something was not done; stands above the buttons of a form, where no single field is to blame. */
export function Refusal({ children }: { children?: string }) {
  if (!children) return null;
  return (
    <p className="refusal" role="alert">
      {children}
    </p>
  );
}

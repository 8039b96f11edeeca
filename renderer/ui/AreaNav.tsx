import './area-nav.css';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

export interface AreaPage {
  to: string;
  word: string;
}

/** The pages of one area, side by side under the head of each of them; nothing where there is only one. */
export function AreaNav({ pages }: { pages: readonly AreaPage[] }) {
  const { t } = useTranslation('ui');
  if (pages.length < 2) return null;
  return (
    <nav className="area-nav" aria-label={t('label--area')}>
      {pages.map(({ to, word }) => (
        <NavLink key={to} to={to} end>
          {word}
        </NavLink>
      ))}
    </nav>
  );
}

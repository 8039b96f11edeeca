import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import type { Procedure } from '../../../shared/complaint/procedure';
import type { Place } from '../../../shared/complaint/procedure-faults';
import { Differences } from './Differences';
import type { Fault } from './use-faults';

interface ProcedureSideProps {
  its: EditedProcedure;
  draft: Procedure;
  isKept: boolean;
  faults: readonly Fault[];
  onGo: (place: Place) => void;
}

/** What is still wrong and where, what the draft changes, and all versions with what each has changed. */
export function ProcedureSide({ its, draft, isKept, faults, onGo }: ProcedureSideProps) {
  const { t } = useTranslation('procedures');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('title--versions')}>
      {faults.length > 0 && (
        <section role="status">
          <h2>{t('title--faults')}</h2>
          <ul className="procedure-faults small">
            {faults.map(({ words, at }) => (
              <li key={words}>
                <Button type="link" size="small" onClick={() => onGo(at)}>
                  {words}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isKept && (
        <section>
          <h2>{t('title--draft')}</h2>
          <Differences before={its.definition} after={draft} />
        </section>
      )}
      {its.before && (
        <section>
          <h2>{t('title--differences', { version: its.version, before: its.version - 1 })}</h2>
          <Differences before={its.before} after={its.definition} />
        </section>
      )}
      <section>
        <h2>{t('title--versions')}</h2>
        <p className="quiet small">{t('hint--versions')}</p>
        <ul className="procedure-versions">
          {its.versions.map(({ id, version, madeOn, madeBy, signed, openCases }) => (
            <li key={id}>
              {id === its.id ? (
                <b aria-current="true">{t('label--versionNo', { version })}</b>
              ) : (
                <Link to={`/procedures/${id}`}>{t('label--versionNo', { version })}</Link>
              )}
              <span className="quiet small">
                {madeOn} {madeBy ?? t('label--shipped')}
                {signed && ` · ${t('label--signed')}`}
              </span>
              <span className="n small">{t('label--openCount', { count: openCases })}</span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

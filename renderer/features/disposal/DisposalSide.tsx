import { useTranslation } from 'react-i18next';
import type { DisposalRole, DisposalView } from '../../../shared/api/disposal.contract';
import { HistoryList } from '../../ui/HistoryList';
import { useMoment } from '../../ui/use-moment';

/** Who has a hand in it, who has signed, and what happened. */
export function DisposalSide({ its }: { its: DisposalView }) {
  const { t } = useTranslation('disposal');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
      <Parties its={its} />
      <Signatures its={its} />
      <section>
        <h2>{t('title--history')}</h2>
        <HistoryList table="disposal" id={its.id} limit={10} />
      </section>
    </aside>
  );
}

function Parties({ its }: { its: DisposalView }) {
  const { t } = useTranslation('disposal');
  const { kind, appraisal, firstWitness, secondWitness, receiver, receiverPerson, receiverDocument } = its;
  const lines: (readonly [string, string | undefined])[] = [
    [t('label--reason'), its.reason],
    [t('label--appraiser'), appraisal && t('label--appraisedBy', { by: appraisal.appraisedBy, no: appraisal.no })],
    [kind === 'appraisal' ? t('label--appraiser') : t('label--makerIs'), its.madeBy],
    [t('label--approver'), its.decidedBy],
    [kind === 'transfer' ? t('label--supervisor') : t('label--firstWitness'), firstWitness?.name],
    [t('label--secondWitness'), secondWitness?.name],
    [
      t('label--receiver'),
      receiver === '' ? undefined : t('label--to', { receiver, person: receiverPerson, document: receiverDocument }),
    ],
  ];
  return (
    <section>
      <h2>{t('title--parties')}</h2>
      <dl className="disposal-parties">
        {lines.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

function Signatures({ its: { kind, signatures } }: { its: DisposalView }) {
  const { t } = useTranslation('disposal');
  const moment = useMoment();
  const roleOf = (role: DisposalRole) => {
    if (role === 'maker' && kind === 'appraisal') return t('role--appraiser');
    if (role === 'firstWitness' && kind === 'transfer') return t('role--supervisor');
    return t(`role--${role}`);
  };
  return (
    <section>
      <h2>{t('title--signatures')}</h2>
      <ul className="disposal-signatures">
        {signatures.map(({ role, name, at, contentHash }) => (
          <li key={role}>
            <b>{name}</b> <span className="quiet">{roleOf(role)}</span>
            <small>{moment(at)}</small>
            <small className="disposal-hash" title={contentHash}>
              {contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

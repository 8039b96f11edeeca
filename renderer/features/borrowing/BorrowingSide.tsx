import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BorrowingSignature, BorrowingView } from '../../../shared/api/borrowing-slip.contract';
import { useMay } from '../../app/use-may';
import { SlipPhotoStrip } from '../../ui/attachments/AttachmentStrip';
import { HistoryList } from '../../ui/HistoryList';
import { useMoment } from '../../ui/use-moment';

/** For whom, what for, how; who has signed, and what happened. */
export function BorrowingSide({ its }: { its: BorrowingView }) {
  const { t } = useTranslation('borrowing');
  const may = useMay();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
      <Facts its={its} />
      {its.state !== 'draft' && <SlipPhotoStrip borrowingId={its.id} />}
      {its.renewals.length > 0 && <Renewals its={its} />}
      {its.signatures.length > 0 && <Signatures signatures={its.signatures} />}
      {may('borrowing.read') && (
        <section>
          <h2>{t('title--history')}</h2>
          <HistoryList table="borrowing" id={its.id} limit={8} />
        </section>
      )}
    </aside>
  );
}

function Facts({ its }: { its: BorrowingView }) {
  const { t } = useTranslation('borrowing');
  const outsider = [its.outsiderOrganisation, its.outsiderName, its.outsiderDocument].filter(Boolean).join(' · ');
  const lines: (readonly [string, string | undefined])[] = [
    [t('label--borrower'), `${its.borrower} · ${its.department}`],
    [t('label--outsider'), outsider],
    [t('label--purpose'), its.purpose],
    [t('label--way'), t(`way--${its.way}`)],
    [t('label--dueOn'), its.dueOn],
    [t('label--contact'), its.contact],
    [t('label--approver'), its.direct ? t('text--direct') : its.decider],
    [t('label--opinion'), its.opinion],
    [t('label--lender'), its.lender],
    [t('label--remarks'), its.remarks],
  ];
  return (
    <section>
      <h2>{t('title--facts')}</h2>
      <dl className="borrowing-facts">
        {lines.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        {its.titleSlip && (
          <div>
            <dt>{t('label--titleSlip')}</dt>
            <dd>
              <Link to={`/titles/slips/${its.titleSlip.id}`}>{its.titleSlip.no}</Link>
            </dd>
          </div>
        )}
        {its.repeats && (
          <div>
            <dt>{t('label--repeats')}</dt>
            <dd>
              <Link to={`/borrowing/${its.repeats.id}`}>{its.repeats.no}</Link>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Renewals({ its }: { its: BorrowingView }) {
  const { t } = useTranslation('borrowing');
  return (
    <section>
      <h2>{t('title--renewals')}</h2>
      <ul className="borrowing-signatures">
        {its.renewals.map((one) => (
          <li key={one.id}>
            <b>{one.newDueOn}</b> <span className="quiet">{t(`renewal--${one.state}`, { count: one.waitsDays })}</span>
            <small>{t('text--renewalAsked', { name: one.asker, day: one.askedOn, reason: one.reason })}</small>
            {one.decider && (
              <small>
                {t('text--renewalDecided', { name: one.decider, day: one.decidedOn ?? '', opinion: one.opinion })}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Signatures({ signatures }: { signatures: BorrowingSignature[] }) {
  const { t } = useTranslation('borrowing');
  const moment = useMoment();
  return (
    <section>
      <h2>{t('title--signatures')}</h2>
      <ul className="borrowing-signatures">
        {signatures.map(({ role, name, at, contentHash }) => (
          <li key={`${role} ${at} ${contentHash}`}>
            <b>{name}</b> <span className="quiet">{t(`role--${role}`)}</span>
            <small>{moment(at)}</small>
            <small title={contentHash}>{contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

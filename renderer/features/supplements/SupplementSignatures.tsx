import '../../ui/signatures.css';
import { useTranslation } from 'react-i18next';
import type { SupplementView } from '../../../shared/api/supplement.contract';
import { useMoment } from '../../ui/use-moment';

interface Signed {
  name: string;
  act: string;
  at: string;
  hash: string;
}

/** Who has signed what of the list, when, and the hash of what was signed; a signature under several lines stands once. */
export function SupplementSignatures({ list }: { list: SupplementView }) {
  const { t } = useTranslation('supplements');
  const moment = useMoment();
  const signed: Signed[] = [
    { name: list.checker, act: t('label--signedList'), at: list.signedAt, hash: list.contentHash },
    ...list.lines.flatMap((line) => [
      ...line.deliveries.map((its) => ({
        ...{ name: its.giver, act: t('action--handIn'), at: its.givenAt, hash: its.giverHash },
      })),
      ...line.deliveries.flatMap((its) =>
        its.receiver && its.decidedAt && its.receiverHash
          ? [
              {
                name: its.receiver,
                act: t(its.state === 'returned' ? 'action--giveBack' : 'action--confirm'),
                at: its.decidedAt,
                hash: its.receiverHash,
              },
            ]
          : [],
      ),
      ...(line.withdrawer && line.withdrawnAt && line.withdrawnHash
        ? [{ name: line.withdrawer, act: t('action--withdraw'), at: line.withdrawnAt, hash: line.withdrawnHash }]
        : []),
    ]),
  ];
  const once = [...new Map(signed.map((its) => [`${its.at} ${its.name} ${its.act}`, its])).values()];
  return (
    <section>
      <h2>{t('title--signatures')}</h2>
      <ul className="signatures">
        {once
          .toSorted((a, b) => (a.at < b.at ? -1 : 1))
          .map(({ name, act, at, hash }) => (
            <li key={`${at} ${act}`}>
              <b>{name}</b> <span className="quiet">{act}</span>
              <small>{moment(at)}</small>
              <small className="signature-hash" title={hash}>
                {hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}
              </small>
            </li>
          ))}
      </ul>
    </section>
  );
}

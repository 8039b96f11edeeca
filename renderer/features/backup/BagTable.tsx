import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text';
import { Refusal } from '../../ui/Refusal';
import { useMadeBy } from '../../ui/use-made-by';
import { useMoment } from '../../ui/use-moment';
import { writeBytes } from '../../ui/write-bytes';
import { useBackupProgress, useBags, useVerifyBackup } from './backup.queries';

/** What lies on the stick, each with a button that reads all of it again. */
export function BagTable({ place }: { place: string }) {
  const { t } = useTranslation('backup');
  const moment = useMoment();
  const madeBy = useMadeBy();
  const errorText = useErrorText();
  const { data: bags = [], error } = useBags(place);
  const missing = bags.filter(({ isMissing }) => isMissing).length;
  const { data: progress } = useBackupProgress();
  const verify = useVerifyBackup();
  return (
    <section>
      <h2>{t('title--bags', { place })}</h2>
      <Refusal>{errorText(error ?? (verify.error?.reason === 'jobCancelled' ? null : verify.error))}</Refusal>
      {verify.data && !verify.isPending && (
        <p className="backup-whole" role="status">
          {t('state--whole', { name: verify.data.name })}
        </p>
      )}
      {missing > 0 && <p className="late">{t('text--missing', { count: missing })}</p>}
      {bags.length === 0 && <p className="quiet">{t('empty--bags')}</p>}
      {bags.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th>{t('table--madeAt')}</th>
              <th>{t('table--madeBy')}</th>
              <th className="n">{t('table--seq')}</th>
              <th className="n">{t('table--files')}</th>
              <th className="n">{t('table--size')}</th>
              <th>{t('table--verified')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {bags.map((its) => (
              <tr key={its.name}>
                <td className="nowrap">{moment(its.at)}</td>
                <td>
                  {madeBy(its.madeBy)}
                  {its.encrypted && <span className="quiet"> {t('state--encrypted')}</span>}
                  {its.goesNext && <span className="amber"> {t('state--goesNext')}</span>}
                  {its.isFaulty && <span className="late"> {t('state--isFaulty')}</span>}
                  {its.isMissing && <span className="late"> {t('state--missing')}</span>}
                  {!its.ours && <span className="amber"> {t('state--foreign', { company: its.company })}</span>}
                </td>
                <td className="n">{its.seq}</td>
                <td className="n">{its.files}</td>
                <td className="n nowrap">{writeBytes(its.bytes)}</td>
                <td className="nowrap">{its.verifiedAt ? moment(its.verifiedAt) : t('state--neverVerified')}</td>
                <td className="n">
                  {!its.isMissing && (
                    <Button
                      size="small"
                      disabled={Boolean(progress)}
                      loading={verify.isPending && verify.variables.name === its.name}
                      onClick={() => verify.mutate({ place, name: its.name })}
                    >
                      {t('action--verify')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FoundBag } from '../../../shared/api/restore.contract';
import { useErrorText } from '../../api/use-error-text';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useMoment } from '../../ui/use-moment';
import { writeBytes } from '../../ui/write-bytes';
import { ReadingProgress } from './ReadingProgress';
import { useFoundBags, useOpenBag, useReadingProgress, useRehearse, type Ways } from './restore.queries';

interface ChooseBagProps {
  ways: Ways;
  /** Absent where nobody is signed in who could have rehearsed. */
  onRehearsed?: (id: number) => void;
}

/** Every backup that lies within reach, the newest first. */
export function ChooseBag({ ways, onRehearsed }: ChooseBagProps) {
  const { t } = useTranslation('restore');
  const errorText = useErrorText();
  const { data: bags } = useFoundBags(ways);
  const { data: progress } = useReadingProgress(ways);
  const open = useOpenBag(ways);
  const rehearse = useRehearse();
  const busy = open.isPending || rehearse.isPending || Boolean(progress);
  const choose = (its?: FoundBag) => !busy && open.mutate(its ? { place: its.place, name: its.name } : {});
  const tryOut = (its: FoundBag) =>
    rehearse.mutate({ place: its.place, name: its.name }, { onSuccess: ({ id }) => id && onRehearsed?.(id) });
  useKeys({ 'ctrl+o': () => choose() });
  const failure = [open.error, rehearse.error].find((its) => its && its.reason !== 'jobCancelled');
  // Not before it is known what there is: the first of it has the keys.
  if (!bags) return null;
  return (
    <section className="restore-choose">
      <Refusal>{errorText(failure)}</Refusal>
      <ReadingProgress ways={ways} />
      {bags.length === 0 && <p className="quiet">{t('empty--bags')}</p>}
      {bags.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th>{t('table--madeAt')}</th>
              <th>{t('table--madeBy')}</th>
              <th>{t('table--place')}</th>
              <th className="n">{t('table--seq')}</th>
              <th className="n">{t('table--size')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {bags.map((its, at) => (
              <BagRow
                key={`${its.place} ${its.name}`}
                its={its}
                first={at === 0}
                busy={busy}
                onOpen={() => choose(its)}
                {...(onRehearsed && { onRehearse: () => tryOut(its) })}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="restore-acts">
        <Button disabled={busy} autoFocus={bags.length === 0} onClick={() => choose()}>
          {t('action--otherFolder')} <Kbd>Ctrl O</Kbd>
        </Button>
      </div>
    </section>
  );
}

interface BagRowProps {
  its: FoundBag;
  first: boolean;
  busy: boolean;
  onOpen: () => void;
  onRehearse?: () => void;
}

function BagRow({ its, first, busy, onOpen, onRehearse }: BagRowProps) {
  const { t } = useTranslation('restore');
  const moment = useMoment();
  return (
    <tr>
      <td className="nowrap">{moment(its.at)}</td>
      <td>
        {its.isCopy ? t('label--program') : its.madeBy}
        <div className={its.ours ? 'quiet small' : 'amber small'}>{its.company}</div>
      </td>
      <td className="restore-path">{its.isCopy ? t('label--beside') : its.place}</td>
      <td className="n">{its.seq}</td>
      <td className="n nowrap">{writeBytes(its.bytes)}</td>
      <td className="n nowrap">
        <Button size="small" type={first ? 'primary' : 'default'} autoFocus={first} disabled={busy} onClick={onOpen}>
          {t('action--look')}
        </Button>{' '}
        {onRehearse && (
          <Button size="small" disabled={busy} onClick={onRehearse}>
            {t('action--rehearse')}
          </Button>
        )}
      </td>
    </tr>
  );
}

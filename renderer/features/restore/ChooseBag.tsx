import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import type { FoundBag } from '../../../shared/api/restore.contract';
import { useErrorText } from '../../api/use-error-text';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useMadeBy } from '../../ui/use-made-by';
import { useMoment } from '../../ui/use-moment';
import { writeBytes } from '../../ui/write-bytes';
import { OpenWithKey } from './OpenWithKey';
import { ReadingProgress } from './ReadingProgress';
import { useFoundBags, useOpenBag, useReadingProgress, useRehearse, type Ways } from './restore.queries';

/** An encrypted backup that waits for its key. */
interface Asked {
  place: string;
  name: string;
  toRehearse: boolean;
}

/** A folder was chosen, and what lies in it turned out to be encrypted. */
const keyWanted = ({ reason, details }: AppError): Asked | undefined =>
  reason === 'backupKeyMissing'
    ? { place: String(details.place), name: String(details.name), toRehearse: false }
    : undefined;

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
  const [asked, setAsked] = useState<Asked>();
  const act = (its: Asked | undefined, key?: string) => {
    if (busy) return;
    const input = { ...(its && { place: its.place, name: its.name }), ...(key !== undefined && { key }) };
    if (its?.toRehearse) rehearse.mutate(input, { onSuccess: ({ id }) => id && onRehearsed?.(id) });
    else open.mutate(input, { onError: (failure) => setAsked((before) => keyWanted(failure) ?? before) });
  };
  const choose = ({ place, name, encrypted }: FoundBag, toRehearse: boolean) => {
    const its = { place, name, toRehearse };
    if (!encrypted) return act(its);
    for (const ways of [open, rehearse]) ways.reset();
    setAsked(its);
  };
  useKeys({ 'ctrl+o': () => act(undefined) });
  const failure = [open.error, rehearse.error].find((its) => its && its.reason !== 'jobCancelled');
  // Not before it is known what there is: the first of it has the keys.
  if (!bags) return null;
  return (
    <section className="restore-choose">
      <Refusal>{asked ? undefined : errorText(failure)}</Refusal>
      {!asked && <ReadingProgress ways={ways} />}
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
                onOpen={() => choose(its, false)}
                {...(onRehearsed && { onRehearse: () => choose(its, true) })}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="restore-acts">
        <Button disabled={busy} autoFocus={bags.length === 0} onClick={() => act(undefined)}>
          {t('action--otherFolder')} <Kbd>Ctrl O</Kbd>
        </Button>
      </div>
      {asked && (
        <OpenWithKey
          name={asked.name}
          act={asked.toRehearse ? t('action--rehearse') : t('action--look')}
          busy={busy}
          failure={failure}
          onKey={(key) => act(asked, key)}
          onClose={() => setAsked(undefined)}
        >
          <ReadingProgress ways={ways} />
        </OpenWithKey>
      )}
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
  const madeBy = useMadeBy();
  return (
    <tr>
      <td className="nowrap">{moment(its.at)}</td>
      <td>
        {madeBy(its.madeBy)}
        {its.encrypted && <span className="quiet"> {t('state--encrypted')}</span>}
        <div className={its.ours ? 'quiet small' : 'amber small'}>
          {its.ours ? its.company : t('state--foreign', { company: its.company })}
        </div>
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

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BackupEncryption } from '../../../shared/api/backup.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { PaperKeyField } from '../../ui/PaperKeyField';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useMoment } from '../../ui/use-moment';
import { useDropKey, useEncrypt, useEncryption, useMakeKey, useStopEncrypting } from './backup.queries';

/** Whether backups can be read by whoever finds the stick, and how to change that. */
export function Encryption() {
  const { t } = useTranslation('backup');
  const may = useMay();
  const { data } = useEncryption();
  // Whoever has just made a key prints it; whoever comes back from the paper types it.
  const [isNew, setIsNew] = useState(false);
  if (!data) return null;
  return (
    <section className="backup-encryption">
      <h2>{t('title--encryption')}</h2>
      <Standing its={data} />
      {may('company.manage') &&
        (data.printing ? (
          <FromPaper id={data.printing} isNew={isNew} />
        ) : (
          <Acts its={data} onMake={() => setIsNew(true)} />
        ))}
    </section>
  );
}

function Standing({ its: { now } }: { its: BackupEncryption }) {
  const { t } = useTranslation('backup');
  const moment = useMoment();
  if (!now) return <p className="quiet">{t('text--notEncrypted')}</p>;
  return (
    <p>
      {t('text--encrypted', { when: moment(now.since), name: now.by })}{' '}
      <span className="quiet backup-path">{now.recipient}</span>
    </p>
  );
}

function Acts({ its: { now }, onMake }: { its: BackupEncryption; onMake: () => void }) {
  const { t } = useTranslation('backup');
  const errorText = useErrorText();
  const make = useMakeKey();
  const [stopping, setStopping] = useState(false);
  return (
    <>
      <Refusal>{errorText(make.error)}</Refusal>
      <div className="backup-acts">
        <Button
          loading={make.isPending}
          onClick={() => {
            onMake();
            make.mutate({});
          }}
        >
          {now ? t('action--otherKey') : t('action--makeKey')}
        </Button>
        {now && !stopping && <Button onClick={() => setStopping(true)}>{t('action--stopEncrypting')}</Button>}
      </div>
      {now && stopping && <Stop onLeave={() => setStopping(false)} />}
    </>
  );
}

function Stop({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation(['backup', 'ui']);
  const errorText = useErrorText();
  const name = useSession((session) => session.me?.name) ?? '';
  const stop = useStopEncrypting();
  const [signature, setSignature] = useState('');
  const act = () => {
    if (signature !== '' && !stop.isPending) stop.mutate({ signature }, { onError: () => setSignature('') });
  };
  return (
    <div className="backup-sign">
      <p>{t('text--stopEncrypting')}</p>
      <SignField signer={name} autoFocus value={signature} onChange={setSignature} onSign={act} />
      <Refusal>{errorText(stop.error)}</Refusal>
      <Button danger disabled={signature === ''} loading={stop.isPending} onClick={act}>
        {t('action--signStop')}
      </Button>{' '}
      <Button onClick={onLeave}>{t('ui:action--leaveIt')}</Button>
    </div>
  );
}

/** The paper is printed, its key typed from it, and the administrator signs: only then is anything encrypted. */
function FromPaper({ id, isNew }: { id: number; isNew: boolean }) {
  const { t } = useTranslation('backup');
  const errorText = useErrorText();
  const name = useSession((session) => session.me?.name) ?? '';
  const navigate = useNavigate();
  const encrypt = useEncrypt();
  const drop = useDropKey();
  const [key, setKey] = useState('');
  const [signature, setSignature] = useState('');
  const wrong = encrypt.error?.details.field;
  const ready = key !== '' && signature !== '';
  const act = () => {
    if (ready && !encrypt.isPending) encrypt.mutate({ key, signature }, { onError: () => setSignature('') });
  };
  const said = errorText(encrypt.error);
  return (
    <ol className="backup-steps">
      <li>
        <Button autoFocus={isNew} onClick={() => void navigate(`/print/backup-key/${id}`)}>
          {t('action--printKey')}
        </Button>
        <p className="quiet small">{t('hint--printKey')}</p>
      </li>
      <li>
        <PaperKeyField autoFocus={!isNew} value={key} onChange={setKey} {...(wrong === 'key' && { error: said })} />
      </li>
      <li>
        <SignField
          signer={name}
          value={signature}
          onChange={setSignature}
          onSign={act}
          {...(wrong === 'signature' && said && { error: said })}
        />
        <Refusal>{wrong === 'key' || wrong === 'signature' ? undefined : (said ?? errorText(drop.error))}</Refusal>
        <Button type="primary" disabled={!ready} loading={encrypt.isPending} onClick={act}>
          {t('action--encrypt')}
        </Button>{' '}
        <Button loading={drop.isPending} onClick={() => drop.mutate({})}>
          {t('action--dropKey')}
        </Button>
      </li>
    </ol>
  );
}

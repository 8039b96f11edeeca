import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedBag, RestoreSigner } from '../../../shared/api/restore.contract';
import { useSession } from '../../app/session.store';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useKeys } from '../../ui/use-keys';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { ReadingProgress } from './ReadingProgress';
import { useCarryOut, type Ways } from './restore.queries';

/** What will happen, in plain words, and the two signatures by which it does; `children` is the way out, beside the button. */
export function SignRestore({ ways, its, children }: { ways: Ways; its: OpenedBag; children: ReactNode }) {
  const { t } = useTranslation('restore');
  const me = useSession((session) => session.me?.staffId);
  const carryOut = useCarryOut(ways);
  const work = useTwoSignatures(['first', 'second'], carryOut.error);
  const [older, setOlder] = useState(false);
  const [firstId, setFirst] = useState(
    () => (its.first.find(({ staffId }) => staffId === me) ?? its.first[0])?.staffId,
  );
  const others = its.second.filter(({ staffId }) => staffId !== firstId);
  const [chosen, setSecond] = useState<number>();
  const secondId = (others.find(({ staffId }) => staffId === chosen) ?? others[0])?.staffId;
  const nameOf = (all: readonly RestoreSigner[], id?: number) => all.find(({ staffId }) => staffId === id)?.name ?? '';
  const ready = work.signed && firstId !== undefined && secondId !== undefined && (older || !its.newer);
  const act = () => {
    if (!ready || carryOut.isPending) return;
    carryOut.mutate({ firstId, secondId, older, signatures: work.signatures }, { onError: work.typeAgain });
  };
  useKeys({ 'ctrl+enter': act });
  if (firstId === undefined || secondId === undefined)
    return (
      <section>
        <p className="late">{t('text--nobodyCanSign')}</p>
        <div className="restore-acts">{children}</div>
      </section>
    );
  return (
    <section>
      <h2>{t('title--sign')}</h2>
      <p>{its.present ? t('text--whatHappens') : t('text--whatHappensAnew')}</p>
      {its.newer && (
        <p>
          <Checkbox checked={older} onChange={(event) => setOlder(event.target.checked)} autoFocus>
            <span className="late">{t('text--newer', { seq: its.newer.seq, place: its.newer.place })}</span>
          </Checkbox>
        </p>
      )}
      <div className="restore-signers">
        <div>
          <Signer label={t('label--first')} all={its.first} value={firstId} onChange={setFirst} />
          <SignField
            signer={nameOf(its.first, firstId)}
            autoFocus={!its.newer}
            onSign={() => document.querySelector<HTMLElement>('.restore-second input[type=password]')?.focus()}
            {...work.fieldOf('first')}
          />
        </div>
        <div className="restore-second">
          <Signer label={t('label--second')} all={others} value={secondId} onChange={setSecond} />
          <SignField signer={nameOf(others, secondId)} onSign={act} {...work.fieldOf('second')} />
        </div>
      </div>
      <ReadingProgress ways={ways} />
      <Refusal>{work.refusal}</Refusal>
      <div className="restore-acts">
        <Button type="primary" danger disabled={!ready} loading={carryOut.isPending} onClick={act}>
          {t('action--restore')} <Kbd>Ctrl Enter</Kbd>
        </Button>
        {children}
      </div>
    </section>
  );
}

interface SignerProps {
  label: string;
  all: readonly RestoreSigner[];
  value: number;
  onChange: (staffId: number) => void;
}

function Signer({ label, all, value, onChange }: SignerProps) {
  return (
    <Select
      className="restore-signer"
      aria-label={label}
      prefix={<span className="quiet">{label}</span>}
      value={value}
      onChange={onChange}
      options={all.map(({ staffId, name }) => ({ value: staffId, label: name }))}
    />
  );
}

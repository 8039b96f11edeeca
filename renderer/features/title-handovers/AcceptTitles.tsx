import { type InputRef, Modal, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafeRow } from '../../../shared/api/safe.contract';
import type { TitleHandoverView } from '../../../shared/api/title-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useDialog } from '../../ui/use-keys';
import { ChoosePlaces, type Places, placeOf } from './ChoosePlaces';
import { useAccept, useSafes, useStaff, useTitlesOf } from './title-handovers.queries';

const SIGNERS = ['a', 'b', 'custodian', 'second'] as const;
type Signer = (typeof SIGNERS)[number];
const UNSIGNED: Readonly<Record<Signer, string>> = { a: '', b: '', custodian: '', second: '' };

interface AcceptTitlesProps {
  handover: TitleHandoverView;
  onClose: () => void;
}

/** Where the project's other titles lie; the first compartment, where there are none. */
function beginAt(safes: readonly SafeRow[], lies: number | undefined): Places {
  const safe = safes.find(({ compartments }) => compartments.some(({ id }) => id === lies)) ?? safes[0];
  const first = safe?.compartments.find(({ retiredOn }) => !retiredOn)?.id;
  return { safeId: safe?.id ?? 0, compartmentId: lies ?? first, apart: false, of: {} };
}

/** Waits for what the dialog begins with. */
export function AcceptTitles(props: AcceptTitlesProps) {
  const { data: safes } = useSafes();
  const { data: titles } = useTitlesOf(props.handover.projectId);
  if (!safes || !titles) return null;
  const lies = titles.rows.flatMap(({ standings }) => standings).find(({ place }) => place === 'safe')?.compartmentId;
  const usable = safes.filter(({ retiredOn }) => !retiredOn);
  return <FourSign {...props} safes={usable} begin={beginAt(usable, lies)} />;
}

/** At the safe: each title gets its place, and A, B, the custodian and whoever opens the safe with the custodian sign. */
function FourSign({
  handover,
  safes,
  begin,
  onClose,
}: AcceptTitlesProps & { safes: readonly SafeRow[]; begin: Places }) {
  const { t } = useTranslation('titleHandovers');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const accept = useAccept();
  const [places, setPlaces] = useState(begin);
  const [signatures, setSignatures] = useState(UNSIGNED);
  const [chosen, setChosen] = useState<number>();
  useDialog();
  const onPaper = handover.lines.filter(({ storage }) => storage === 'paper');
  const seconds = useSeconds(safes, places, onPaper.length > 0);
  const secondId = chosen ?? seconds[0]?.value;
  const fields = useRef<Partial<Record<Signer, InputRef | null>>>({});
  const wrong = SIGNERS.find((signer) => accept.error?.details.field === `signatures.${signer}`);
  useEffect(() => {
    if (accept.error && wrong) fields.current[wrong]?.focus();
  }, [accept.error, wrong]);
  const names: Readonly<Record<Signer, string>> = {
    ...{ a: handover.a, b: handover.b, custodian: me?.name ?? '' },
    second: seconds.find(({ value }) => value === secondId)?.name ?? '',
  };
  const placed = onPaper.every((line) => placeOf(places, line.id) !== undefined);
  const whole = placed && secondId !== undefined && SIGNERS.every((signer) => signatures[signer] !== '');
  const act = () => {
    if (!whole || accept.isPending) return;
    const input = {
      ...{ id: handover.id, secondId, signatures },
      places: onPaper.map(({ id }) => ({ lineId: id, compartmentId: placeOf(places, id) ?? 0 })),
    };
    accept.mutate(input, {
      onSuccess: onClose,
      onError: ({ details }) =>
        setSignatures(
          (all) =>
            Object.fromEntries(
              SIGNERS.map((signer) => [signer, details.field === `signatures.${signer}` ? '' : all[signer]]),
            ) as typeof UNSIGNED,
        ),
    });
  };
  /** Enter goes on to the next empty signature, and signs when all are there. */
  const goOn = () => {
    const next = SIGNERS.find((signer) => signatures[signer] === '');
    if (next) fields.current[next]?.focus();
    else act();
  };
  const { titles, pieces, number } = handover;
  return (
    <Modal
      open
      centered
      width={860}
      title={t('title--accept')}
      okText={t('action--signAll')}
      cancelText={t('action--stay')}
      okButtonProps={{ disabled: !whole }}
      confirmLoading={accept.isPending}
      mask={{ closable: false }}
      closable={false}
      onOk={act}
      onCancel={onClose}
    >
      <p className="title-dialog-hint">
        {onPaper.length > 0 ? t('hint--accept', { titles, pieces, number }) : t('hint--acceptElectronic', { titles })}
      </p>
      <div className="title-accept">
        <div>
          {onPaper.length > 0 && safes.length > 0 && (
            <ChoosePlaces safes={safes} lines={onPaper} places={places} onChange={setPlaces} />
          )}
          {safes.length === 0 && onPaper.length > 0 && <p className="late">{t('error--noSafe')}</p>}
          <label className="title-second" htmlFor="title-second">
            {t('label--second')}
            <Select<number>
              id="title-second"
              showSearch={{ optionFilterProp: 'label' }}
              value={secondId}
              options={seconds}
              onChange={setChosen}
            />
            <span className="quiet small">{t('hint--second')}</span>
          </label>
        </div>
        <div>
          {SIGNERS.map((signer) => (
            <SignField
              key={signer}
              ref={(field) => {
                fields.current[signer] = field;
              }}
              signer={names[signer]}
              role={t(`role--${signer}`)}
              value={signatures[signer]}
              onChange={(typed) => setSignatures((all) => ({ ...all, [signer]: typed }))}
              error={wrong === signer ? errorText(accept.error) : undefined}
              onSign={goOn}
            />
          ))}
        </div>
      </div>
      {!wrong && <Refusal>{errorText(accept.error)}</Refusal>}
    </Modal>
  );
}

/** Who can open the safe with the person signed in: first whoever holds what that person does not. */
function useSeconds(safes: readonly SafeRow[], { safeId }: Places, atSafe: boolean) {
  const { t } = useTranslation('titleHandovers');
  const me = useSession((session) => session.me?.staffId);
  const { data: staff = [] } = useStaff();
  if (!atSafe)
    return staff
      .filter(({ id, employment }) => id !== me && employment !== 'left')
      .map(({ id, name }) => ({ value: id, name, label: name }));
  const custody = safes.find(({ id }) => id === safeId)?.custody ?? [];
  const mine = custody.filter(({ holderId }) => holderId === me).map(({ kind }) => kind);
  const others = custody.filter(({ holderId }) => holderId !== me);
  const holders = [...new Map(others.map((its) => [its.holderId, its])).values()];
  return holders
    .toSorted((a, b) => Number(mine.includes(a.kind)) - Number(mine.includes(b.kind)))
    .map(({ holderId, holder, kind }) => ({
      value: holderId,
      name: holder,
      label: `${holder} · ${t(`custody--${kind}`)}`,
    }));
}

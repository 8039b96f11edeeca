import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompartmentContents, SafeContents, SafeRow } from '../../../shared/api/safe.contract';
import { useMay } from '../../app/use-may';
import { DayFilter } from '../../ui/DayField';
import { Kbd } from '../../ui/Kbd';
import { MenuButton } from '../../ui/MenuButton';
import { TakeAlong } from '../../ui/TakeAlong';
import { isComposing, useKeys } from '../../ui/use-keys';
import { AddCompartment } from './AddCompartment';
import { CompartmentSide } from './CompartmentSide';
import { litBy } from './find-in-safe';
import { OpenButton } from './OpenButton';
import { RenameSafe } from './RenameSafe';
import { RetireDialog } from './RetireDialog';
import { SafePicture } from './SafePicture';
import { useContents, useToday } from './safes.queries';
import { lookAt, useLooked } from './safes.store';

interface InsideViewProps {
  its: SafeRow;
  onDays: () => void;
  onRegister: (() => void) | undefined;
}

/** The picture of the safe, what its day was so far, and beside it what is in the chosen compartment. */
export function InsideView({ its, onDays, onRegister }: InsideViewProps) {
  const { t } = useTranslation('safes');
  const { on, compartmentId } = useLooked();
  const today = useToday();
  const { data } = useContents(its.id, on);
  const [typed, setTyped] = useState('');
  const find = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  useKeys({ 'ctrl+f': () => find.current?.querySelector('input')?.focus(), 'ctrl+p': onDays });
  if (!data) return null;
  const lit = litBy(typed, data.compartments);
  const found = data.compartments.filter(({ id }) => lit?.has(id));
  const at = data.compartments.find(({ id }) => id === compartmentId) ?? firstOf(data);
  const look = (one: CompartmentContents) => lookAt({ compartmentId: one.id });
  const goTo = (one: CompartmentContents | undefined) => {
    if (!one) return;
    look(one);
    document.querySelector<HTMLElement>(`[data-compartment="${one.id}"]`)?.focus();
  };
  return (
    <>
      <Balance data={data} isNow={on === undefined} />
      <div className="split">
        <div className="safe-main">
          <div className="bar">
            <OpenButton its={its} />
            <Button onClick={onDays}>
              {t('action--days')} <Kbd>Ctrl P</Kbd>
            </Button>
            <Manage its={its} onRegister={onRegister} />
            <TakeAlong list={{ name: 'contents', safeId: its.id, ...(on !== undefined && { on }) }} beside />
            <div ref={find} className="safe-find">
              <Input
                allowClear
                value={typed}
                aria-label={t('label--find')}
                placeholder={t('label--find')}
                suffix={<Kbd>Ctrl F</Kbd>}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !isComposing(event.nativeEvent)) goTo(found[0]);
                }}
              />
            </div>
            <span className="safe-day">
              <DayFilter
                aria-label={t('label--onDay')}
                placeholder={t('label--onDay')}
                value={on}
                onChange={(day) => lookAt({ on: day === undefined || day >= today ? undefined : day })}
              />
            </span>
            <span className="bar-end" role="status">
              {lit && t('label--found', { count: found.length })}
            </span>
          </div>
          <SafePicture
            compartments={data.compartments}
            at={at}
            lit={lit}
            onLook={look}
            onEnter={() => list.current?.querySelector<HTMLElement>('tr')?.focus()}
          />
        </div>
        {at && (
          <CompartmentSide
            key={at.id}
            its={at}
            on={data.on}
            isNow={on === undefined}
            list={list}
            onLeave={() => goTo(at)}
          />
        )}
      </div>
    </>
  );
}

/** The first compartment in which something is. */
const firstOf = ({ compartments }: SafeContents) =>
  compartments.find(({ titles, away }) => titles.length + away.length > 0) ?? compartments[0];

/** Opening, in, out and closing of the day. */
function Balance({ data, isNow }: { data: SafeContents; isNow: boolean }) {
  const { t } = useTranslation('safes');
  const { opening, came, went, pieces } = data;
  return (
    <dl className="safe-balance">
      <div>
        <dt>{isNow ? t('label--openingToday') : t('label--opening')}</dt>
        <dd>{opening}</dd>
      </div>
      <div>
        <dt>{t('label--came')}</dt>
        <dd className="safe-came">{came > 0 ? `＋${came}` : 0}</dd>
      </div>
      <div>
        <dt>{t('label--went')}</dt>
        <dd className={went > 0 ? 'late' : ''}>{went > 0 ? `－${went}` : 0}</dd>
      </div>
      <div>
        <dt>{isNow ? t('label--now') : t('label--closing')}</dt>
        <dd>{pieces}</dd>
      </div>
    </dl>
  );
}

const WORKS = ['rename', 'addCompartment', 'retireSafe'] as const;
type Work = (typeof WORKS)[number];

/** What is seldom done: a new safe, another name, one more compartment, out of use. */
function Manage({ its, onRegister }: Pick<InsideViewProps, 'its' | 'onRegister'>) {
  const { t } = useTranslation('safes');
  const may = useMay();
  const [work, setWork] = useState<Work>();
  if (!may('safe.manage')) return null;
  const items = [
    { key: 'register', label: t('action--register') },
    ...(its.retiredOn === undefined ? WORKS.map((key) => ({ key, label: t(`action--${key}`) })) : []),
  ];
  const choose = (key: string) => {
    if (key === 'register') onRegister?.();
    else setWork(WORKS.find((one) => one === key));
  };
  const close = () => setWork(undefined);
  return (
    <>
      <MenuButton items={items} onChoose={choose}>
        {t('action--manage')}
      </MenuButton>
      {work === 'rename' && <RenameSafe its={its} onClose={close} />}
      {work === 'addCompartment' && <AddCompartment its={its} onClose={close} />}
      {work === 'retireSafe' && <RetireDialog safe={its} onClose={close} />}
    </>
  );
}

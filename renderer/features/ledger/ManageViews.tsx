import { Button, Checkbox, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerViewRow } from '../../../shared/api/ledger-view.contract';
import { client, useDo } from '../../api/client';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { EmptyState } from '../../ui/EmptyState';
import { Refusal } from '../../ui/Refusal';
import { isComposing, useDialog } from '../../ui/use-keys';
import { useLedgerViews } from './use-shown-columns';

/** The kept views: which one the ledger opens with, their names, whom they are shared with, and deleting them. */
export function ManageViews({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('views');
  const { data } = useLedgerViews();
  const list = useRef<HTMLUListElement>(null);
  useDialog();
  return (
    <Drawer
      open
      title={t('title--manage')}
      size={480}
      onClose={onClose}
      // The menu that it was opened from gives the focus back to its button when it closes.
      afterOpenChange={(isOpen) => isOpen && list.current?.querySelector('input')?.focus()}
    >
      {data?.views.length === 0 && <EmptyState title={t('title--noViews')} hint={t('hint--keep')} />}
      <ul className="views" ref={list}>
        {data?.views.map((view) => (
          <ViewLine key={view.id} view={view} isFirst={view.id === data.opensWith} />
        ))}
      </ul>
    </Drawer>
  );
}

function ViewLine({ view, isFirst }: { view: LedgerViewRow; isFirst: boolean }) {
  const { t } = useTranslation('views');
  const may = useMay();
  const openWith = useDo(client.ledgerView.openWith);
  const share = useDo(client.ledgerView.share);
  const [leaving, setLeaving] = useState(false);
  const remove = useDo(client.ledgerView.remove, { onSuccess: () => setLeaving(false) });
  const failure = useErrorText()(openWith.error ?? share.error ?? remove.error);
  const { id, name, own, owner, shared } = view;
  return (
    <li>
      {own ? <NameField view={view} /> : <b>{t('label--ofColleague', { name, owner })}</b>}
      <Checkbox checked={isFirst} onChange={() => openWith.mutate(isFirst ? {} : { id })}>
        {t('label--opensWith')}
      </Checkbox>
      {own && may('ledger.share') && (
        <Checkbox checked={shared} onChange={() => share.mutate({ id, shared: !shared })}>
          {t('label--shared')}
        </Checkbox>
      )}
      {own && (
        <Button size="small" aria-label={t('action--removeView', { name })} onClick={() => setLeaving(true)}>
          {t('action--remove')}
        </Button>
      )}
      <Refusal>{failure ?? ''}</Refusal>
      <ConfirmInWords
        open={leaving}
        title={t('title--remove', { name })}
        act={t('action--remove')}
        final
        busy={remove.isPending}
        onAct={() => remove.mutate({ id })}
        onClose={() => setLeaving(false)}
      >
        {t(shared ? 'lead--removeShared' : 'lead--remove')}
      </ConfirmInWords>
    </li>
  );
}

/** Takes the new name on Enter and on leaving; what is refused stands there with the reason. */
function NameField({ view: { id, name } }: { view: LedgerViewRow }) {
  const { t } = useTranslation('views');
  const [typed, setTyped] = useState(name);
  const rename = useDo(client.ledgerView.rename);
  const failure = useErrorText()(rename.error);
  const settle = () => {
    const wanted = typed.trim();
    if (wanted === '') setTyped(name);
    else if (wanted !== name) rename.mutate({ id, name: wanted });
  };
  return (
    <>
      <Input
        aria-label={t('label--nameOf', { name })}
        maxLength={30}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) settle();
        }}
      />
      {failure && <p className="field-error">{failure}</p>}
    </>
  );
}

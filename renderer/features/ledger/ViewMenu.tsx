import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerViewRow } from '../../../shared/api/ledger-view.contract';
import { client, useDo } from '../../api/client';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { Kbd } from '../../ui/Kbd';
import { MenuButton } from '../../ui/MenuButton';
import { useKeys } from '../../ui/use-keys';
import { ColumnChooser } from './ColumnChooser';
import { KeepView } from './KeepView';
import { asked, beginAs, isAsKept, openView, openWhole, useLedgerView } from './ledger-view.store';
import { ManageViews } from './ManageViews';
import { useLedgerViews } from './use-shown-columns';

/** Views that have a key of their own. */
const WITH_KEY = 9;

type Asked = 'keep' | 'manage' | 'columns' | undefined;

/** The kept ways to look at the ledger: which one is open, whether it was changed since, and what can be done with them. */
export function ViewMenu() {
  const { t } = useTranslation('views');
  const [dialog, setDialog] = useState<Asked>();
  const { views, shown, isChanged } = useOpenView();
  const change = useDo(client.ledgerView.change);
  const failure = useErrorText()(change.error);
  const keepNow = () => {
    const { filter, sort, descending, columns } = useLedgerView.getState();
    const question = { filter: asked(filter), sort, descending };
    if (shown) change.mutate({ id: shown.id, question, ...(columns && { columns }) });
  };
  const save = () => (shown?.own && isChanged ? keepNow() : setDialog('keep'));
  const numbered = Object.fromEntries(
    views.slice(0, WITH_KEY).map((view, i) => [`ctrl+${i + 1}`, () => openView(view)]),
  );
  useKeys({ ...numbered, 'ctrl+s': save, 'ctrl+shift+l': () => setDialog('columns') });
  const acts: Record<string, () => void> = {
    whole: openWhole,
    change: keepNow,
    keep: () => setDialog('keep'),
    manage: () => setDialog('manage'),
    ...Object.fromEntries(views.map((view) => [`view-${view.id}`, () => openView(view)])),
  };
  const items = useItems(views, shown, isChanged);
  return (
    <>
      <MenuButton items={items} onChoose={(key) => acts[key]?.()} shortcut="ctrl+o">
        {shown ? t('label--viewIs', { name: shown.name }) : t('label--view')}
        {shown && isChanged && <span className="view-changed"> {t('state--changed')}</span>} <Kbd>Ctrl O</Kbd>
      </MenuButton>
      <Button onClick={() => setDialog('columns')}>{t('action--columns')}</Button>
      {failure && <span className="late">{failure}</span>}
      {dialog === 'keep' && <KeepView onClose={() => setDialog(undefined)} />}
      {dialog === 'manage' && <ManageViews onClose={() => setDialog(undefined)} />}
      {dialog === 'columns' && <ColumnChooser onClose={() => setDialog(undefined)} />}
    </>
  );
}

/** The view that is open, and whether what is looked at is still what was kept. Opens the person's own view at first. */
function useOpenView() {
  const { data } = useLedgerViews();
  const look = useLedgerView();
  const person = useSession(({ me }) => me?.staffId);
  const views = data?.views ?? [];
  useEffect(() => {
    if (data && person !== undefined)
      beginAs(
        person,
        data.views.find(({ id }) => id === data.opensWith),
      );
  }, [data, person]);
  const shown = views.find(({ id }) => id === look.viewId);
  return { views, shown, isChanged: shown !== undefined && !isAsKept(look, shown) };
}

function useItems(views: readonly LedgerViewRow[], shown: LedgerViewRow | undefined, isChanged: boolean) {
  const { t } = useTranslation('views');
  const item = (view: LedgerViewRow, i: number) => ({
    key: `view-${view.id}`,
    label: (
      <span className="view-item">
        {view.own ? view.name : t('label--ofColleague', { name: view.name, owner: view.owner })}
        {i < WITH_KEY && <Kbd>{`Ctrl ${i + 1}`}</Kbd>}
      </span>
    ),
  });
  return [
    { key: 'whole', label: t('action--whole') },
    ...views.map(item),
    { type: 'divider' as const },
    ...(shown?.own && isChanged ? [{ key: 'change', label: t('action--change', { name: shown.name }) }] : []),
    { key: 'keep', label: t('action--keep') },
    ...(views.length > 0 ? [{ key: 'manage', label: t('action--manage') }] : []),
  ];
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/Kbd';

/** Where an import begins. */
export function StartBar({ busy, onChoose }: { busy: boolean; onChoose: () => void }) {
  const { t } = useTranslation('import');
  return (
    <div className="import-start">
      <Button type="primary" autoFocus loading={busy} onClick={onChoose}>
        {t('action--choose')} <Kbd>Ctrl N</Kbd>
      </Button>
      <p className="quiet small">
        {t('hint--start')} {t('hint--kept')}
      </p>
    </div>
  );
}

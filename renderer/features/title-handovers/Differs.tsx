import { Button, Checkbox, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleHandoverLine } from '../../../shared/api/title-handover.contract';
import { readWholeNumber } from '../../../shared/entry/read-entry';
import { isComposing } from '../../ui/use-keys';
import type { Found } from './compare';

interface DiffersProps {
  line: TitleHandoverLine;
  /** What was typed already. */
  quantity: string;
  onNote: (found: Found) => void;
  onClose: () => void;
}

/** What of a certificate does not agree: how many there are, whether name and number do, and a remark. */
export function Differs({ line, quantity: typed, onNote, onClose }: DiffersProps) {
  const { t } = useTranslation('titleHandovers');
  const [quantity, setQuantity] = useState(typed);
  const [nameAgrees, setNameAgrees] = useState(line.nameAgrees ?? true);
  const [numberAgrees, setNumberAgrees] = useState(line.numberAgrees ?? true);
  const [remark, setRemark] = useState(line.checkRemark);
  const [tried, setTried] = useState(false);
  const read = readWholeNumber(quantity);
  const isWrong = read === null || read > 999;
  const note = () => {
    setTried(true);
    if (!isWrong) onNote({ nameAgrees, numberAgrees, quantityFound: read, remark });
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') note();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside it have the roles
    <div className="compare-fields" onKeyDown={press}>
      <label htmlFor="compare-quantity">
        {t('label--quantityFound')}
        <Input
          id="compare-quantity"
          autoFocus
          inputMode="numeric"
          autoComplete="off"
          value={quantity}
          status={tried && isWrong ? 'error' : ''}
          onChange={(event) => setQuantity(event.target.value)}
        />
      </label>
      <Checkbox checked={nameAgrees} onChange={(event) => setNameAgrees(event.target.checked)}>
        {t('label--nameAgrees')}
      </Checkbox>
      <Checkbox checked={numberAgrees} onChange={(event) => setNumberAgrees(event.target.checked)}>
        {t('label--numberAgrees')}
      </Checkbox>
      <Input
        className="compare-remark"
        maxLength={200}
        aria-label={t('label--checkRemark')}
        placeholder={t('label--checkRemark')}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <Button onClick={note}>{t('action--note')}</Button>
      {tried && isWrong && <span className="late small">{t('error--quantityFound', { text: quantity })}</span>}
    </div>
  );
}

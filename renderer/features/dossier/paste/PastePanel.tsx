import './paste.css';
import { Alert, Button, Modal, Radio } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItemColumn, MAX_ITEMS, type PasteReading } from '../../../../shared/api/dossier.contract';
import { client, useRead } from '../../../api/client';
import { useErrorText } from '../../../api/use-error-text';
import { Kbd } from '../../../ui/Kbd';
import { isComposing, useDialog, useKeys } from '../../../ui/use-keys';
import type { Row } from '../grid/volume-draft';
import { correctColumn, dropLine, leftOver, mendCell, type PastedBlock, rowsFrom, type Way } from './pasted-block';
import { ReadRows } from './ReadRows';
import { RefusedRows } from './RefusedRows';

interface PastePanelProps {
  block: PastedBlock;
  /** Items that the list has already. */
  present: number;
  /** They are titles from a checklist only: a block with the papers themselves takes their place. */
  untouched: boolean;
  onMend: (block: PastedBlock) => void;
  /** Puts rows into the list; `rest` is what could not be read and stays in the panel. */
  onTake: (rows: Row[], way: Way, rest: PastedBlock | undefined) => void;
  onDrop: () => void;
  onClose: () => void;
}

const FIRST_TO_MEND = '.paste-mend input';
const TAKE_OVER = '.paste-footer .ant-btn-primary';

/** A block from a spreadsheet, read and shown before anything of it gets into the list. */
export function PastePanel({ block, present, untouched, onMend, onTake, onDrop, onClose }: PastePanelProps) {
  const { t } = useTranslation('dossier');
  const errorText = useErrorText();
  const { data: reading, error } = useRead(client.dossier.readPaste, block, { keepPrevious: true, gcTime: 0 });
  useDialog();
  const [way, setWay] = useState<Way>(untouched && present > 0 ? 'replace' : 'append');
  const [remarksCount, setRemarksCount] = useState(false);
  const count = reading?.items.length ?? 0;
  const tooMany = count + (way === 'append' ? present : 0) > MAX_ITEMS;
  const ready = reading !== undefined && count > 0 && !tooMany;
  const take = () => ready && onTake(rowsFrom(reading, remarksCount), way, leftOver(block, reading));
  const takeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    take();
  };
  useKeys({ 'ctrl+enter': take }, 'everywhere');
  const setColumn = (at: number, field: ItemColumn | null) =>
    reading && onMend({ ...block, columns: correctColumn(reading.columns, at, field) });

  return (
    <Modal
      open
      centered
      width={1280}
      title={t('title--paste')}
      onCancel={onClose}
      mask={{ closable: false }}
      closable={false}
      wrapProps={{ onKeyDown: takeByKey }}
      footer={
        <PasteFooter
          count={count}
          refused={reading?.refused.length ?? 0}
          ready={ready}
          onTake={take}
          onDrop={onDrop}
          onClose={onClose}
        />
      }
    >
      <div className="paste">
        {error && <Alert type="error" title={errorText(error)} />}
        {reading && <PasteLead reading={reading} />}
        {tooMany && <Alert type="error" title={t('error--tooManyItems', { most: MAX_ITEMS })} />}
        {reading && (
          <PasteChoices
            reading={reading}
            present={present}
            way={way}
            onWay={setWay}
            remarksCount={remarksCount}
            onRemarksCount={setRemarksCount}
          />
        )}
        {reading && reading.refused.length > 0 && (
          <RefusedRows
            reading={reading}
            onMend={(line, column, cell) => onMend({ ...block, text: mendCell(block.text, line, column, cell) })}
            onDrop={(line) => onMend({ ...block, text: dropLine(block.text, line) })}
          />
        )}
        {reading && <ReadRows reading={reading} onColumn={setColumn} remarksCount={remarksCount} />}
      </div>
    </Modal>
  );
}

/**
 * What was read, in words. The first thing to mend has the focus once the block is read and whenever a mended row has
 * gone, or else the main button.
 */
function PasteLead({ reading }: { reading: PasteReading }) {
  const { t } = useTranslation('dossier');
  useEffect(() => {
    const next = reading.refused.length > 0 ? FIRST_TO_MEND : TAKE_OVER;
    if (!document.activeElement?.closest('.paste')) document.querySelector<HTMLElement>(next)?.focus();
  }, [reading]);
  return (
    <p className="lead">
      {t('lead--pasteRead', { count: reading.items.length })}
      {reading.refused.length > 0 && (
        <span className="late">{t('lead--pasteRefused', { count: reading.refused.length })}</span>
      )}
      {t(reading.headingRecognised ? 'lead--pasteHeading' : 'lead--pasteNoHeading')}
    </p>
  );
}

interface PasteChoicesProps {
  reading: PasteReading;
  present: number;
  way: Way;
  onWay: (way: Way) => void;
  remarksCount: boolean;
  onRemarksCount: (count: boolean) => void;
}

function PasteChoices({ reading, present, way, onWay, remarksCount, onRemarksCount }: PasteChoicesProps) {
  const { t } = useTranslation('dossier');
  return (
    <div className="paste-choices">
      {present > 0 && (
        <Radio.Group value={way} onChange={(event) => onWay(event.target.value)} aria-label={t('label--pasteWay')}>
          <Radio value="append">{t('label--pasteAppend')}</Radio>
          <Radio value="replace">{t('label--pasteReplace', { count: present })}</Radio>
        </Radio.Group>
      )}
      {reading.unsignedRemarks > 0 && (
        <fieldset className="paste-question">
          <legend>{t('label--unsignedQuestion', { count: reading.unsignedRemarks })}</legend>
          <Radio.Group value={remarksCount} onChange={(event) => onRemarksCount(event.target.value)}>
            <Radio value={false}>{t('label--unsignedNo')}</Radio>
            <Radio value={true}>{t('label--unsignedYes')}</Radio>
          </Radio.Group>
        </fieldset>
      )}
    </div>
  );
}

interface PasteFooterProps {
  count: number;
  refused: number;
  ready: boolean;
  onTake: () => void;
  onDrop: () => void;
  onClose: () => void;
}

function PasteFooter({ count, refused, ready, onTake, onDrop, onClose }: PasteFooterProps) {
  const { t } = useTranslation('dossier');
  return (
    <div className="paste-footer">
      <span className="quiet small">{refused > 0 && t('hint--pasteKept')}</span>
      <Button onClick={onDrop}>{t('action--dropPaste')}</Button>
      <Button onClick={onClose}>
        {t('action--pasteLater')} <Kbd>Esc</Kbd>
      </Button>
      <Button type="primary" disabled={!ready} onClick={onTake}>
        {t('action--takePaste', { count })} <Kbd>Ctrl Enter</Kbd>
      </Button>
    </div>
  );
}

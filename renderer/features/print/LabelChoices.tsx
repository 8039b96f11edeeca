import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelLook } from '../../../shared/api/label.contract';
import type { LabelForm } from '../../../shared/api/print.contract';
import { LABEL_LAYOUTS, LAYOUT_NAMES, perSheet, SPINE_WIDTHS } from '../../../shared/print/label-layouts';

interface LabelChoicesProps {
  form: LabelForm;
  look: LabelLook;
  onChoose: (change: Partial<LabelLook>) => void;
}

/** How the labels are laid: on which sheets, from which label on, how many of each, how wide. */
export function LabelChoices({ form, look, onChoose }: LabelChoicesProps) {
  const { t } = useTranslation('print');
  const sheet = useId();
  return (
    <fieldset className="label-choices" aria-label={t('label--look')}>
      {form === 'spine-label' && (
        <Whole
          name={t('label--width')}
          value={look.width}
          min={SPINE_WIDTHS.least}
          max={SPINE_WIDTHS.most}
          onChange={(width) => onChoose({ width })}
        />
      )}
      {form !== 'spine-label' && (
        <>
          <label htmlFor={sheet}>{t('label--layout')}</label>
          <Select
            id={sheet}
            size="small"
            popupMatchSelectWidth={false}
            value={look.layout}
            options={LAYOUT_NAMES.map((value) => ({ value, label: t(`layout--${value}`) }))}
            onChange={(layout) => onChoose({ layout, begin: Math.min(look.begin, perSheet(LABEL_LAYOUTS[layout])) })}
          />
          <Whole
            name={t('label--first')}
            value={look.begin}
            min={1}
            max={perSheet(LABEL_LAYOUTS[look.layout])}
            onChange={(begin) => onChoose({ begin })}
          />
        </>
      )}
      <Whole
        name={t('label--copies')}
        value={look.copies}
        min={1}
        max={20}
        onChange={(copies) => onChoose({ copies })}
      />
      <span className="quiet small">{t('hint--actualSize')}</span>
    </fieldset>
  );
}

interface WholeProps {
  name: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

/** A whole number in its bounds; while it is being typed the old one counts. */
function Whole({ name, value, min, max, onChange }: WholeProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <InputNumber
        id={id}
        size="small"
        className="label-number"
        min={min}
        max={max}
        precision={0}
        value={value}
        onChange={(typed) => {
          if (typeof typed === 'number' && Number.isInteger(typed) && typed >= min && typed <= max) onChange(typed);
        }}
      />
    </>
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleHandoverLine } from '../../../shared/api/title-handover.contract';

/** What does not agree of a certificate, in words. */
export function useDifferenceWords() {
  const { t } = useTranslation('titleHandovers');
  return useCallback(
    ({ nameAgrees, numberAgrees, quantity, quantityFound = 0, checkRemark }: TitleHandoverLine): string =>
      [
        !nameAgrees && t('state--nameDiffers'),
        !numberAgrees && t('state--numberDiffers'),
        quantityFound !== quantity && t('state--quantityDiffers', { expected: quantity, found: quantityFound }),
        checkRemark,
      ]
        .filter(Boolean)
        .join(t('label--semicolon')),
    [t],
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRouteError } from 'react-router';
import { useErrorText } from '../api/use-error-text';
import { EmptyState } from '../ui/EmptyState';

/** A page that could not be shown; the others still can. */
export function BrokenPage() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const failure = useRouteError();
  const errorText = useErrorText();
  const action = <Button onClick={() => navigate('/')}>{t('action--toDesk')}</Button>;
  return <EmptyState title={t('title--broken')} hint={errorText(failure)} action={action} />;
}

import './audit.css';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SlipAnswer } from '../../../shared/api/audit.contract';
import { client, useDo } from '../../api/client';
import { PageHead } from '../../ui/PageHead';
import { useDraftForm } from '../../ui/use-draft-form';
import { useMoment } from '../../ui/use-moment';

interface Values {
  seq: string;
  code: string;
}

/** Answers: is the ledger still as it was when this paper was printed? */
export function SlipPage() {
  const { t } = useTranslation(['audit', 'ui']);
  const check = useDo(client.audit.checkSlip);
  const { props, refusal, refuse, drop } = useDraftForm<Values>('checkSlip', {}, { anchorUnreadable: 'code' });
  const written = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  return (
    <div className="page">
      <PageHead title={t('title--slip')}>{t('lead--slip')}</PageHead>
      <div className="page-scroll slip-check">
        <Form
          {...props}
          onFinish={(values: Values) => {
            if (!check.isPending) check.mutate(values, { onError: refuse, onSuccess: drop });
          }}
        >
          <p className="quiet slip-hint">{t('hint--slip')}</p>
          <Form.Item name="seq" label={t('label--seqOnPaper')} rules={written}>
            <Input maxLength={30} autoFocus autoComplete="off" inputMode="numeric" />
          </Form.Item>
          <Form.Item name="code" label={t('label--codeOnPaper')} rules={written}>
            <Input maxLength={80} autoComplete="off" className="slip-code" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={check.isPending}>
            {t('action--checkSlip')}
          </Button>
          {refusal && <p className="field-error">{refusal}</p>}
        </Form>
        {check.data && <Answer its={check.data} />}
      </div>
    </div>
  );
}

/** What the paper says, and what the ledger says of itself. */
function Answer({ its }: { its: SlipAnswer }) {
  const { t } = useTranslation('audit');
  const good = its.answer === 'matches' && (its.broken === undefined || its.broken.seq > its.seq);
  return (
    <div role="status" className={good ? 'slip-answer' : 'slip-answer slip-bad'}>
      <p>
        <b className={its.answer === 'matches' ? '' : 'late'}>
          <Words its={its} />
        </b>
      </p>
      {good && <p>{t('slip--vouched')}</p>}
      <p className={its.broken ? 'late' : 'quiet'}>
        {its.broken
          ? t('slip--brokenHere', { seq: its.broken.seq, fault: t(`fault--${its.broken.fault}` as 'fault--altered') })
          : t('slip--whole')}
      </p>
    </div>
  );
}

function Words({ its }: { its: SlipAnswer }) {
  const { t } = useTranslation('audit');
  const moment = useMoment();
  const { seq } = its;
  if (its.answer === 'shorter') return t('slip--shorter', { seq, last: its.last });
  if (its.answer === 'differs') return t('slip--differs', { seq, code: its.code.replace(/(.{4})(?=.)/g, '$1 ') });
  const { at, actor = t('label--program'), action, about } = its;
  const act = t(`action--${action}` as 'action--unknown', { defaultValue: action });
  return t(about === '' ? 'slip--matches' : 'slip--matchesAbout', { seq, moment: moment(at), actor, act, about });
}

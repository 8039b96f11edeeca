import './disposal.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { AppraisalLines } from './AppraisalLines';
import { useAppraisalDraft } from './appraisal-draft';
import { useDue } from './disposal.queries';
import { SignAppraisal } from './SignAppraisal';

/** The appraiser goes through what is past its retention and decides on each dossier. */
export function AppraisePage() {
  const { t } = useTranslation('disposal');
  const navigate = useNavigate();
  const { data } = useDue({});
  const work = useAppraisalDraft(data?.rows ?? []);
  const [signing, setSigning] = useState(false);
  const sign = () => work.complete && setSigning(true);
  useKeys({ 'ctrl+enter': sign, escape: () => navigate(-1) });
  if (!data) return null;
  return (
    <div className="page">
      <PageHead title={t('title--appraise')}>{t('lead--appraise')}</PageHead>
      <div className="bar">
        <Input
          className="disposal-basis"
          value={work.draft.reason}
          maxLength={500}
          aria-label={t('label--reason')}
          placeholder={t('label--reason')}
          autoFocus
          onChange={(event) => work.because(event.target.value)}
        />
        <Button type="primary" disabled={!work.complete} onClick={sign}>
          {t('action--submit')} <Kbd>Ctrl Enter</Kbd>
        </Button>
        <Button onClick={work.destroyOthers}>{t('action--allDestroy')}</Button>
        {work.isKept && (
          <Button type="link" onClick={work.drop}>
            {t('action--clear')}
          </Button>
        )}
        <span className="bar-end">{t('label--chosen', { count: work.chosen.length, ...work.counts })}</span>
      </div>
      <div className="page-scroll">
        {data.rows.length > 0 ? (
          <AppraisalLines rows={data.rows} work={work} />
        ) : (
          <EmptyState title={t('title--noneDue')} hint={t('hint--noneDue')} />
        )}
        {data.total > data.rows.length && (
          <p className="quiet">{t('hint--more', { shown: data.rows.length, total: data.total })}</p>
        )}
      </div>
      {signing && (
        <SignAppraisal
          work={work}
          onClose={() => setSigning(false)}
          onDone={(id) => void navigate(`/disposal/${id}`, { replace: true })}
        />
      )}
    </div>
  );
}

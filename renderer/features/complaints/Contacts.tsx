import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../../shared/api/complaint.contract';
import type { ContactView } from '../../../shared/api/complaint-contact';
import { Kbd } from '../../ui/Kbd';
import { useKeys } from '../../ui/use-keys';
import { NoteContact } from './NoteContact';

/** What was spoken and written about the case, the latest first; one key notes what was just said. */
export function Contacts({ its }: { its: ComplaintView }) {
  const { t } = useTranslation('caseFile');
  const [asked, setAsked] = useState<{ corrects?: ContactView }>();
  useKeys({ 'alt+n': () => setAsked({}) });
  const latest = [...its.contacts].reverse();
  return (
    <section className="complaint-contacts" aria-label={t('title--contacts')}>
      <h2>
        {t('title--contacts')}
        <Button size="small" onClick={() => setAsked({})}>
          {t('action--noteOne')} <Kbd>Alt N</Kbd>
        </Button>
      </h2>
      {latest.length === 0 && <p className="quiet small">{t('hint--noContacts')}</p>}
      <ol>
        {latest.map((one) => (
          <Contact key={one.id} its={one} all={its.contacts} onCorrect={() => setAsked({ corrects: one })} />
        ))}
      </ol>
      {asked && <NoteContact its={its} corrects={asked.corrects} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

interface ContactProps {
  its: ContactView;
  all: readonly ContactView[];
  onCorrect: () => void;
}

function Contact({ its, all, onCorrect }: ContactProps) {
  const { t } = useTranslation('caseFile');
  const known = all.find(({ id }) => id === its.correctsId);
  const isCorrected = its.correctedById !== undefined;
  return (
    <li className={isCorrected ? 'corrected' : undefined}>
      <div className="small">
        <b>
          {its.on} {its.time}
        </b>{' '}
        {t(`direction--${its.direction}`)} · {t(`channel--${its.channel}`)} · {its.withWhom}
        <span className="quiet"> — {its.staff}</span>
      </div>
      <div className="kept">{its.said}</div>
      <div className="quiet small">
        {its.noter !== its.staff && t('text--notedBy', { name: its.noter })}
        {known && t('text--corrects', { day: known.on, time: known.time })}
        {isCorrected ? (
          t('text--corrected')
        ) : (
          <Button type="link" size="small" onClick={onCorrect}>
            {t('action--correct')}
          </Button>
        )}
      </div>
    </li>
  );
}

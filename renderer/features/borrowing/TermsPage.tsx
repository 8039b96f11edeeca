import './borrowing.css';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BorrowingTerm } from '../../../shared/api/borrowing-slip.contract';
import { POSITIONS, type Position } from '../../../shared/api/people.contract';
import { useErrorText } from '../../api/use-error-text';
import { useBorrowingArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { useClasses, useDropTerm, useSetTerm, useTerms } from './borrowing.queries';

/** Answers: in how many days does what come back, and from whom? */
export function TermsPage() {
  const { t } = useTranslation(['borrowing', 'app']);
  const navigate = useNavigate();
  const area = useBorrowingArea();
  const errorText = useErrorText();
  const { data: terms } = useTerms();
  const [set, drop] = [useSetTerm(), useDropTerm()];
  useKeys({ escape: () => navigate(-1) });
  if (!terms) return null;
  const change = ({ classId, position }: BorrowingTerm, days: number | null) => {
    if (days !== null)
      set.mutate({ days, ...(classId !== undefined && { classId }), ...(position !== undefined && { position }) });
  };
  const isForAll = ({ classId, position }: BorrowingTerm) => classId === undefined && position === undefined;
  return (
    <div className="page">
      <PageHead title={t('title--terms')} area={area}>
        {t('lead--terms')}
      </PageHead>
      <div className="bar">
        <TakeAlong list={{ name: 'borrowingTerms' }} />
      </div>
      <div className="page-scroll">
        <AddTerm onAdd={(term) => set.mutate(term)} />
        <Refusal>{errorText(set.error ?? drop.error)}</Refusal>
        <table className="rows">
          <thead>
            <tr>
              <th>{t('label--class')}</th>
              <th>{t('label--position')}</th>
              <th className="n">{t('label--days')}</th>
              <th aria-label={t('action--remove')} />
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => (
              <tr key={term.id}>
                <td>{term.className ?? t('label--anyClass')}</td>
                <td>{term.position ? t(`app:position--${term.position}`) : t('label--anyPosition')}</td>
                <td className="n">
                  <InputNumber
                    className="borrowing-days"
                    min={1}
                    max={366}
                    aria-label={t('label--days')}
                    value={term.days}
                    onChange={(days) => change(term, days)}
                  />
                </td>
                <td>
                  {!isForAll(term) && (
                    <Button size="small" type="link" onClick={() => drop.mutate({ id: term.id })}>
                      {t('action--remove')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function AddTerm({ onAdd }: { onAdd: (term: { classId?: number; position?: Position; days: number }) => void }) {
  const { t } = useTranslation(['borrowing', 'app']);
  const { data: classes = [] } = useClasses();
  const [classId, setClassId] = useState<number>();
  const [position, setPosition] = useState<Position>();
  const [days, setDays] = useState(10);
  return (
    <div className="bar">
      <Select
        allowClear
        className="borrowing-text"
        aria-label={t('label--class')}
        placeholder={t('label--anyClass')}
        value={classId}
        options={classes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setClassId}
      />
      <Select<Position>
        allowClear
        className="borrowing-text"
        aria-label={t('label--position')}
        placeholder={t('label--anyPosition')}
        value={position}
        options={POSITIONS.map((value) => ({ value, label: t(`app:position--${value}`) }))}
        onChange={setPosition}
      />
      <InputNumber
        min={1}
        max={366}
        aria-label={t('label--newDays')}
        value={days}
        onChange={(count) => setDays(count ?? 1)}
      />
      <Button
        onClick={() =>
          onAdd({ days, ...(classId !== undefined && { classId }), ...(position !== undefined && { position }) })
        }
      >
        {t('action--setTerm')}
      </Button>
    </div>
  );
}

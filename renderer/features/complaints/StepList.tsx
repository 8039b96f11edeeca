import { useTranslation } from 'react-i18next';
import type { ComplaintView, TakenStep } from '../../../shared/api/complaint.contract';
import { useMoment } from '../../ui/use-moment';
import { yuan } from '../../ui/yuan';
import { useFieldTitle } from './SaidField';

/** What was done, in its order, and what lies ahead: where a case stands is seen, not read. */
export function StepList({ its }: { its: ComplaintView }) {
  const { t } = useTranslation('complaints');
  const rounds = [...new Set(its.taken.map(({ round }) => round))];
  return (
    <ol className="complaint-steps">
      {rounds.flatMap((round) => [
        ...(rounds.length > 1
          ? [
              <li key={`round ${round}`} className="complaint-round">
                {t('label--round', { round })}
              </li>,
            ]
          : []),
        ...its.taken.filter((one) => one.round === round).map((one) => <Taken key={one.id} its={one} />),
      ])}
      {its.ahead.map(({ code, title }, index) => (
        <li key={code} className={index === 0 ? 'next' : 'ahead'}>
          <b>{title}</b>
          {index === 0 && its.takers.length > 0 && (
            <div className="quiet small">{its.takers.join(t('label--comma'))}</div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Taken({ its }: { its: TakenStep }) {
  const { t } = useTranslation('complaints');
  const moment = useMoment();
  const titleOf = useFieldTitle();
  return (
    <li className="taken">
      <b>{its.title}</b>{' '}
      <span className="quiet small">
        {moment(its.at)} · {its.by}
        {its.signed && ` · ${t('label--signed')}`}
      </span>
      {its.said.length > 0 && (
        <dl>
          {its.said.map(({ code, title, text, yes, fen }) => (
            <div key={code}>
              <dt>{titleOf(its.does, { code, title })}</dt>
              <dd>
                {yes === undefined ? text : t(yes ? 'text--yes' : 'text--no')}
                {fen !== undefined && t('text--yuan', { amount: yuan(fen) })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

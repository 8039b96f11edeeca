import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Problem, StaffHandoverLine, StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import { StateWord } from '../../ui/StateWord';
import { pathOfThing } from './thing-path';

interface LineTableProps {
  list: StaffHandoverView;
  successors: { value: number; label: string }[];
  /** Who takes the line over; `undefined`: the successor of all. */
  onChoose: (line: StaffHandoverLine, successorId: number | undefined) => void;
}

/** Everything on the list, with who takes it over; in a draft each line may go to somebody else. */
export function LineTable({ list, successors, onChoose }: LineTableProps) {
  const { t } = useTranslation('staffHandover');
  const editable = list.state === 'draft' && list.mayPrepare;
  return (
    <table className="rows staff-lines">
      <thead>
        <tr>
          <th className="n">{t('label--order')}</th>
          <th>{t('label--kind')}</th>
          <th>{t('label--thing')}</th>
          <th>{t('label--detail')}</th>
          <th>{t('label--successor')}</th>
        </tr>
      </thead>
      <tbody>
        {list.lines.map((line, index) => (
          <tr key={`${line.kind} ${line.recordId}`}>
            <td className="n">{index + 1}</td>
            <td className="nowrap">{t(`kind--${line.kind}`)}</td>
            <td>
              <Link to={pathOfThing(line)}>{line.title}</Link>
            </td>
            <td>{line.detail}</td>
            <td>
              {editable && line.staysFor === undefined && !line.follows ? (
                <Select
                  className="staff-line-choice"
                  size="small"
                  allowClear={line.chosen}
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={t('label--successorOf', { title: line.title })}
                  placeholder={t('label--chooseSuccessor')}
                  status={line.problem ? 'error' : ''}
                  options={successors}
                  value={line.successorId}
                  onChange={(its?: number) => onChoose(line, its)}
                />
              ) : (
                <Destination line={line} />
              )}
              {line.problem && <ProblemText problem={line.problem} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Destination({ line: { successor, staysFor, follows } }: { line: StaffHandoverLine }) {
  const { t } = useTranslation('staffHandover');
  if (staysFor !== undefined) return <StateWord tone="wait">{t('state--stays', { no: staysFor })}</StateWord>;
  return (
    <>
      {successor} {follows && <span className="quiet small">{t('state--follows')}</span>}
    </>
  );
}

/** What is wrong, in the words in which main would refuse it. */
export function ProblemText({ problem: { reason, details } }: { problem: Problem }) {
  const { t } = useTranslation('errors');
  return <p className="late small">{t(reason as 'unknown', { ...details })}</p>;
}

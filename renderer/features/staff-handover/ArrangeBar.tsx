import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffHandoverLine, StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { Refusal } from '../../ui/Refusal';
import { ProblemText } from './LineTable';
import { useArrange } from './staff-handover.queries';

interface Arrangement {
  successorId?: number | null;
  supervisorId?: number | null;
  line?: StaffHandoverLine;
  /** Whom the line goes to; `undefined`: the successor of all. */
  to?: number | undefined;
}

/** Each choice is written down at once: a list is prepared over days. */
export function useArranging(list: StaffHandoverView) {
  const errorText = useErrorText();
  const { mutate, error } = useArrange();
  const arrange = ({ line, to, ...head }: Arrangement) => {
    const { successorId = null, supervisorId = null } = list;
    const others = list.lines.flatMap((its) =>
      its.chosen && !its.follows && its.successorId !== undefined && its !== line
        ? [{ kind: its.kind, recordId: its.recordId, successorId: its.successorId }]
        : [],
    );
    const chosen = line && to !== undefined ? [{ kind: line.kind, recordId: line.recordId, successorId: to }] : [];
    mutate({ id: list.id, successorId, supervisorId, ...head, choices: [...others, ...chosen] });
  };
  const choose = (line: StaffHandoverLine, to: number | undefined) => arrange({ line, to });
  return { arrange, choose, refusal: errorText(error) };
}

interface ArrangeBarProps {
  list: StaffHandoverView;
  successors: { value: number; label: string }[];
  supervisors: { value: number; label: string }[];
  arrange: (its: Arrangement) => void;
  refusal: string | undefined;
}

/** Who takes everything over that has no other successor, and who sees to it. */
export function ArrangeBar({ list, successors, supervisors, arrange, refusal }: ArrangeBarProps) {
  const { t } = useTranslation('staffHandover');
  const search = { showSearch: { optionFilterProp: 'label' }, allowClear: true } as const;
  return (
    <>
      <div className="bar arrange-bar">
        <label htmlFor="successor-of-all">{t('label--successorOfAll')}</label>
        <Select
          {...search}
          id="successor-of-all"
          options={successors}
          placeholder={t('label--chooseSuccessor')}
          value={list.successorId}
          onChange={(its?: number) => arrange({ successorId: its ?? null })}
        />
        <label htmlFor="supervisor">{t('label--supervisor')}</label>
        <Select
          {...search}
          id="supervisor"
          options={supervisors}
          placeholder={t('label--chooseSupervisor')}
          notFoundContent={t('hint--noSupervisors')}
          value={list.supervisorId}
          onChange={(its?: number) => arrange({ supervisorId: its ?? null })}
        />
      </div>
      {list.problems.map((problem) => (
        <ProblemText key={problem.reason} problem={problem} />
      ))}
      <Refusal>{refusal}</Refusal>
    </>
  );
}

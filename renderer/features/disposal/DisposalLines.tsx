import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { DisposalLineView, DisposalView } from '../../../shared/api/disposal.contract';
import { LentWord } from '../../ui/LentWord';
import { StateWord } from '../../ui/StateWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';

interface DisposalLinesProps {
  its: DisposalView;
  /** Given where what went outside may come back. */
  onTakeBack?: (line: DisposalLineView) => void;
}

/** The dossiers of a list as they stood when it was made, and what has become of them; Enter opens one. */
export function DisposalLines({ its, onTakeBack }: DisposalLinesProps) {
  const { t } = useTranslation('disposal');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/dossier/${its.lines[index]?.dossierId}`));
  const isAppraisal = its.kind === 'appraisal';
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--archiveNo')}</th>
          <th>{t('label--title')}</th>
          <th className="n">{t('label--year')}</th>
          <th>{t('label--retention')}</th>
          <th>{t('label--keepUntil')}</th>
          <th className="n">{t('label--items')}</th>
          <th className="n">{t('label--pages')}</th>
          {isAppraisal && <th>{t('label--decision')}</th>}
          <th>{isAppraisal ? t('label--remarks') : t('label--note')}</th>
          <th>{t('label--now')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {its.lines.map((line, index) => (
          <tr key={line.id} {...row(index)}>
            <td className="nowrap">{line.archiveNo}</td>
            <td className="disposal-title">{line.title}</td>
            <td className="n">{line.year}</td>
            <td className="nowrap">{line.retention}</td>
            <td className="nowrap">{line.keepUntil}</td>
            <td className="n">{line.items}</td>
            <td className="n">{line.pages}</td>
            {isAppraisal && <td className="nowrap">{<Opinion line={line} />}</td>}
            <td>{line.remarks}</td>
            <td className="nowrap">
              <Now line={line} />
              {onTakeBack && line.dossierState === 'transferred' && !line.takenBack && (
                <Button
                  size="small"
                  onClick={(event) => {
                    event.stopPropagation();
                    onTakeBack(line);
                  }}
                >
                  {t('action--takeBack')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Opinion({ line: { decision, newUntil } }: { line: DisposalLineView }) {
  const { t } = useTranslation('disposal');
  if (decision === undefined) return null;
  return (
    <>
      <span className={decision === 'destroy' ? 'late' : undefined}>{t(`decision--${decision}`)}</span>
      {newUntil && <span className="quiet"> {newUntil}</span>}
    </>
  );
}

/** On the shelf, on another list, destroyed, outside, or back from there. */
function Now({ line }: { line: DisposalLineView }) {
  const { t } = useTranslation('disposal');
  const { dossierState: state, listedOn, takenBack } = line;
  if (takenBack)
    return (
      <span title={takenBack.reason}>
        <StateWord tone="done">{t('state--takenBack', { day: takenBack.on })}</StateWord>
      </span>
    );
  if (listedOn && state === 'received')
    return (
      <Link to={`/disposal/${listedOn.id}`} onClick={(event) => event.stopPropagation()}>
        {t('state--listed', { no: listedOn.no })}
      </Link>
    );
  if (line.lentTo !== undefined) return <LentWord {...line} word={t(`state--${state as 'lent'}`)} />;
  const tone = state === 'destroyed' ? 'late' : state === 'received' ? 'done' : 'out';
  return <StateWord tone={tone}>{t(`state--${state}`)} </StateWord>;
}

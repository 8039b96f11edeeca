import './titles.css';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { SlipView } from '../../../shared/api/title-move.contract';
import { slipForms } from '../../../shared/print/slip-forms';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useMoment } from '../../ui/use-moment';
import { useRows } from '../../ui/use-rows';
import { Reverse } from './acts/Reverse';
import { useSlip } from './titles.queries';

export function SlipPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useSlip(id);
  if (error) {
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  }
  return data ? <Slip key={id} its={data} /> : null;
}

/** One act at a safe: what it moved, on what it rests, who signed, and what took it back. */
function Slip({ its }: { its: SlipView }) {
  const { t } = useTranslation(['titles', 'errors', 'print']);
  const navigate = useNavigate();
  const may = useMay();
  const [reversing, setReversing] = useState(false);
  const forms = may('print.form') ? slipForms(its) : [];
  const [first] = forms;
  const mayReverse = may('title.keep') && its.reversible;
  useKeys({
    'ctrl+p': () => first && void navigate(`/print/${first}/${its.id}`),
    'alt+u': () => mayReverse && setReversing(true),
    escape: () => navigate(-1),
  });
  return (
    <div className="page">
      <PageHead title={t(`slip--${its.kind}`)} aside={its.no} area={useTitlesArea()}>
        {t('lead--slip', { day: its.movedOn, operator: its.operator, second: its.second, count: its.titles })}
        {its.reversedByNo && <b className="late"> {t('label--reversedBy', { no: its.reversedByNo })}</b>}
      </PageHead>
      <div className="bar">
        {forms.map((form) => (
          <Button
            key={form}
            type={form === first ? 'primary' : 'default'}
            onClick={() => void navigate(`/print/${form}/${its.id}`)}
          >
            {t(`print:title--${form}`)} {form === first && <Kbd>Ctrl P</Kbd>}
          </Button>
        ))}
        {mayReverse && (
          <Button danger onClick={() => setReversing(true)}>
            {t('act--reverse')} <Kbd>Alt U</Kbd>
          </Button>
        )}
        {may('title.keep') && its.notReversibleBecause && !its.reversedById && (
          <span className="quiet small">
            {t(`errors:${its.notReversibleBecause}` as 'errors:movedOnSince', { no: its.no })}
          </span>
        )}
      </div>
      <div className="split">
        <div className="page-scroll">
          <SlipLines its={its} />
        </div>
        <SlipSide its={its} />
      </div>
      {reversing && (
        <Reverse
          slip={its}
          onClose={() => setReversing(false)}
          onDone={({ id }) => void navigate(`/titles/slips/${id}`)}
        />
      )}
    </div>
  );
}

function SlipLines({ its }: { its: SlipView }) {
  const { t } = useTranslation('titles');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/titles/${its.lines[index]?.titleId}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--number')}</th>
          <th>{t('label--certificateNo')}</th>
          <th>{t('label--owner')}</th>
          <th className="n">{t('label--pieces')}</th>
          <th>{t('label--moved')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {its.lines.map((line, index) => (
          <tr key={line.id} {...row(index)}>
            <td className="nowrap">{line.number}</td>
            <td>
              {line.certificateNo} <span className="quiet">{line.name}</span>
            </td>
            <td>
              {line.owner} <div className="quiet small">{line.client}</div>
            </td>
            <td className="n">{line.quantity}</td>
            <td>
              {t('label--fromTo', {
                from: line.from ?? t(`where--${line.fromPlace}`),
                to: line.to ?? t(`where--${line.toPlace}`),
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SlipSide({ its }: { its: SlipView }) {
  const { t } = useTranslation('titles');
  const moment = useMoment();
  const facts = [
    [t('label--reason'), its.reason],
    [t('label--basis'), its.basis],
    [t('label--party'), its.party],
    [t('label--dueOn'), its.dueOn],
    [t('label--contract'), its.contractNo],
    [t('label--remarks'), its.remarks],
    [t('label--writtenAt'), moment(its.at)],
  ] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
      <section>
        <h2>{t('title--slipFacts')}</h2>
        <ul className="title-plain">
          {facts.map(([name, value]) =>
            value ? (
              <li key={name}>
                <span className="quiet small">{name}</span>
                <div>{value}</div>
              </li>
            ) : null,
          )}
          {its.reversesId !== undefined && (
            <li>
              <Link to={`/titles/slips/${its.reversesId}`}>{t('label--reverses', { no: its.reversesNo })}</Link>
            </li>
          )}
          {its.reversedById !== undefined && (
            <li>
              <Link to={`/titles/slips/${its.reversedById}`}>{t('label--reversedBy', { no: its.reversedByNo })}</Link>
            </li>
          )}
          {its.borrowing && (
            <li>
              <Link to={`/borrowing/${its.borrowing.id}`}>{t('label--borrowing', { no: its.borrowing.no })}</Link>
            </li>
          )}
          {its.handoverId !== undefined && (
            <li>
              <Link to={`/titles/handovers/${its.handoverId}`}>{t('label--handover', { no: its.basis })}</Link>
            </li>
          )}
        </ul>
      </section>
      <section>
        <h2>{t('title--signatures')}</h2>
        <ul className="title-plain">
          {its.signatures.map(({ role, name, at, contentHash }) => (
            <li key={role}>
              <b>{name}</b> <span className="quiet">{t(`role--${role}`)}</span>
              <div className="small quiet">{moment(at)}</div>
              <div className="small quiet" title={contentHash}>
                {contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { type LabelForm, type Printed, printed, type Subject } from '../../../shared/api/print.contract';
import { useErrorText } from '../../api/use-error-text';
import { FormSheets } from '../../print/FormSheets';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { LabelChoices } from './LabelChoices';
import { labelFormOf, useLabelLook } from './label-look.store';
import { PreviewBar } from './PreviewBar';
import { useForm } from './print.queries';
import { usePaperWays } from './use-paper-ways';
import { useSheets } from './use-sheets';
import { type Fit, useZoom } from './use-zoom';
import './print-preview.css';

/** A form on the screen as it will be on paper, with the ways to paper: `/print/:form/:id` and `/print/:form?asked=…`. */
export function PrintPreview() {
  const { form, id } = useParams();
  const [params] = useSearchParams();
  const asked = params.get('asked');
  const about = { ...(id !== undefined && { id: Number(id) }), ...(asked !== null && { asked: readJson(asked) }) };
  const { data } = printed.safeParse({ form, ...about });
  if (!data) return <Navigate to="/" replace />;
  if (data.form === 'backup-key') return <Preview key={data.id} subject={data} />;
  const labels = labelFormOf(data);
  const key = JSON.stringify(data);
  return labels ? <Labels key={key} form={labels} subject={data} /> : <Preview key={key} subject={data} />;
}

/** Labels, laid as the person lays them. */
function Labels({ form, subject: its }: { form: LabelForm; subject: Subject }) {
  const { look, choose } = useLabelLook(form);
  const laid = useMemo(() => ({ ...its, look }) as Subject, [its, look]);
  return <Preview subject={laid} choices={<LabelChoices form={form} look={look} onChoose={choose} />} />;
}

function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}

function Preview({ subject: its, choices }: { subject: Printed; choices?: ReactNode }) {
  const { t } = useTranslation('print');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { data, error } = useForm(its);
  const [failure, setFailure] = useState<unknown>();
  const [fit, setFit] = useState<Fit>('width');
  const frame = useRef<HTMLElement>(null);
  const { sheet, sheets, look, turn } = useSheets(frame);
  const ways = usePaperWays(its, sheets > 0);
  const goBack = () => void navigate(-1);
  // While a form is on its way to paper its buttons rest; afterwards the sheets have the keys.
  useEffect(() => {
    const active = document.activeElement;
    if (ways.open && (active === document.body || active === frame.current?.closest('main'))) frame.current?.focus();
  }, [ways.open]);
  useKeys({
    'ctrl+p': ways.print,
    'ctrl+s': ways.keep,
    escape: goBack,
    pagedown: () => turn(1),
    pageup: () => turn(-1),
  });
  const underway = t(data ? 'lead--layingOut' : 'lead--loading');
  const lead = sheets > 0 ? t('lead--sheets', { count: sheets }) : underway;
  return (
    <div className="page">
      <PageHead
        title={its.form === 'office-list' ? t(`list--${its.asked.name}`) : t(`title--${its.form}`)}
        aside={t('aside--preview')}
      >
        {error || failure ? <b className="late">{errorText(error ?? failure)}</b> : lead}
      </PageHead>
      <PreviewBar ways={ways} onBack={goBack} sheet={sheet} sheets={sheets} fit={fit} onFit={setFit} />
      {choices}
      <PaperFrame frame={frame} fit={fit} onScroll={look}>
        {data && <FormSheets data={data} onLaidOut={look} onFailed={setFailure} />}
      </PaperFrame>
    </div>
  );
}

interface PaperFrameProps {
  frame: RefObject<HTMLElement | null>;
  fit: Fit;
  onScroll(): void;
  children: ReactNode;
}

/** The desk that the sheets lie on, which scrolls. */
function PaperFrame({ frame, fit, onScroll, children }: PaperFrameProps) {
  const { t } = useTranslation('print');
  const paper = useRef<HTMLDivElement>(null);
  const { scale, width, height } = useZoom(frame, paper, fit);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="paper-frame" ref={frame} onScroll={onScroll} tabIndex={0} aria-label={t('label--paper')}>
      <div className="paper-room" style={{ width, height }}>
        <div className="paper-sheets" ref={paper} style={{ transform: `scale(${scale})` }}>
          {children}
        </div>
      </div>
    </section>
  );
}

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { FORMS, type Form } from '../../../shared/api/print.contract';
import { useErrorText } from '../../api/use-error-text';
import { FormSheets } from '../../print/FormSheets';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { PreviewBar } from './PreviewBar';
import { useForm } from './print.queries';
import { usePaperWays } from './use-paper-ways';
import { useSheets } from './use-sheets';
import { type Fit, useZoom } from './use-zoom';
import './print-preview.css';

/** A form on the screen as it will be on paper, with the ways to paper: `/print/:form/:id`. */
export function PrintPreview() {
  const { form: named, id } = useParams();
  const form = FORMS.find((one) => one === named);
  if (!form) return <Navigate to="/" replace />;
  return <Preview key={`${form} ${id}`} form={form} id={Number(id)} />;
}

function Preview({ form, id }: { form: Form; id: number }) {
  const { t } = useTranslation('print');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { data, error } = useForm(form, id);
  const [fit, setFit] = useState<Fit>('width');
  const frame = useRef<HTMLElement>(null);
  const { sheet, sheets, look, turn } = useSheets(frame);
  const ways = usePaperWays(form, id, sheets > 0);
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
      <PageHead title={t(`title--${form}`)} aside={t('aside--preview')}>
        {error ? <b className="late">{errorText(error)}</b> : lead}
      </PageHead>
      <PreviewBar ways={ways} onBack={goBack} sheet={sheet} sheets={sheets} fit={fit} onFit={setFit} />
      <PaperFrame frame={frame} fit={fit} onScroll={look}>
        {data && <FormSheets data={data} onLaidOut={look} />}
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

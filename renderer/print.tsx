import { createRoot } from 'react-dom/client';
import { AppError, type ErrorReply } from '../shared/api/errors';
import { type FormData, isLandscape, type Printed, printed } from '../shared/api/print.contract';
import { client } from './api/client';
import { FormSheets } from './print/FormSheets';
import { fontsLaidOut } from './print/fonts';
import { word } from './print/words';
import './print/page.css';

/**
 * The page that a hidden window prints. Main waits for `data-ready` on the root element, or for `data-error` with the failure as
 * JSON. Without a form in its address it stays empty and only keeps the program and its fonts warm.
 */
const mark = document.documentElement.dataset;

function asked(): Printed | undefined {
  const { data } = printed.safeParse(JSON.parse(new URLSearchParams(window.location.search).get('subject') ?? 'null'));
  return data;
}

/** Lying paper for a lying form: the page's size is asked of the style sheets. */
function turnPaper() {
  const lying = new CSSStyleSheet();
  lying.replaceSync('@page { size: A4 landscape; margin: 0; }');
  document.adoptedStyleSheets.push(lying);
}

function show(data: FormData, place: HTMLElement) {
  document.title = `${word(`title--${data.form}`)} ${data.frame.barcode}`;
  const onLaidOut = () =>
    void fontsLaidOut(place).then(() => {
      mark.ready = 'true';
    });
  createRoot(place).render(<FormSheets data={data} onLaidOut={onLaidOut} onFailed={giveUp} />);
}

function giveUp(failure: unknown) {
  mark.error = JSON.stringify(asReply(failure));
}

function asReply(failure: unknown): ErrorReply {
  if (!(failure instanceof AppError))
    return { code: 'internal', reason: 'unexpected', details: { detail: String(failure) } };
  return { code: failure.code, reason: failure.reason, details: failure.details };
}

const formOf = (its: Printed) => (its.form === 'backup-key' ? client.print.keyForm(its) : client.print.form(its));

const form = asked();
const place = document.getElementById('root');
if (form && place) {
  if (isLandscape(form.form)) turnPaper();
  formOf(form)
    .then((data) => show(data, place))
    .catch(giveUp);
}

import { createRoot } from 'react-dom/client';
import { FORMS, type FormData } from '../shared/api/print.contract';
import { client } from './api/client';
import { FormSheets } from './print/FormSheets';
import { fontsLaidOut } from './print/fonts';
import { word } from './print/words';
import './print/page.css';

/**
 * The page that the hidden window prints. Main waits for `data-ready` on the root element, or `data-error` with the reason, which
 * is why there is no text for people here.
 */
const mark = document.documentElement.dataset;

async function fetchForm(): Promise<FormData> {
  const asked = new URLSearchParams(window.location.search);
  const form = FORMS.find((one) => one === asked.get('form'));
  if (!form) throw new Error('unknown form');
  return client.print.form({ form, id: Number(asked.get('id')) });
}

const place = document.getElementById('root');
if (place) {
  fetchForm().then(
    (data) => {
      document.title = `${word(`title--${data.form}`)} ${data.frame.barcode}`;
      const onLaidOut = () => void fontsLaidOut(place).then(() => Object.assign(mark, { ready: 'true' }));
      createRoot(place).render(<FormSheets data={data} onLaidOut={onLaidOut} />);
    },
    (failure: unknown) => Object.assign(mark, { error: failure instanceof Error ? failure.message : String(failure) }),
  );
}

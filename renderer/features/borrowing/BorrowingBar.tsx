import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BorrowingView } from '../../../shared/api/borrowing-slip.contract';
import { useMay } from '../../app/use-may';
import { Kbd } from '../../ui/Kbd';
import { openActs, type PageAct } from './page-acts';
import { useHindranceWords } from './use-hindrance-words';

interface BorrowingBarProps {
  its: BorrowingView;
  first: PageAct | undefined;
  onAct: (act: PageAct) => void;
  onPreview: (form: 'borrowing-slip' | 'out-card') => void;
}

/** What can be done with the slip now; where something cannot, why not. */
export function BorrowingBar({ its, first, onAct, onPreview }: BorrowingBarProps) {
  const { t } = useTranslation('borrowing');
  const navigate = useNavigate();
  const may = useMay();
  const words = useHindranceWords();
  const hindered = its.acts.flatMap(({ because }) => because ?? []);
  const sentences = [...new Set(hindered.map(words))];
  return (
    <>
      <div className="bar">
        {openActs(its).map((act) => (
          <Button key={act} type={act === first ? 'primary' : 'default'} onClick={() => onAct(act)}>
            {t(`action--${act}`)} {act === first && <Kbd>Ctrl Enter</Kbd>}
          </Button>
        ))}
        {may('print.form') && its.no !== undefined && (
          <Button onClick={() => onPreview('borrowing-slip')}>
            {t('action--print')} <Kbd>Ctrl P</Kbd>
          </Button>
        )}
        {may('print.form') && its.out > 0 && (
          <Button onClick={() => onPreview('out-card')}>
            {t('action--outCard')} <Kbd>Ctrl Shift P</Kbd>
          </Button>
        )}
        <Button onClick={() => void navigate(`/borrowing/new?repeat=${its.id}`)}>
          {t('action--repeat')} <Kbd>Ctrl N</Kbd>
        </Button>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className="quiet small">
          {sentence}
        </p>
      ))}
    </>
  );
}

import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PARTS, type Part } from '../../../shared/api/dossier.contract';
import { alter, type DraftEntry, putIn, twice } from './checklist-draft';
import { useEntryKeys } from './use-entry-keys';

interface EntryGridProps {
  entries: readonly DraftEntry[];
  editable: boolean;
  onChange: (entries: readonly DraftEntry[]) => void;
}
type Keys = ReturnType<typeof useEntryKeys>;

/** The papers of a list part by part, edited line by line as in a spreadsheet. */
export function EntryGrid({ entries, editable, onChange }: EntryGridProps) {
  const { t } = useTranslation('checklists');
  const keys = useEntryKeys(entries, onChange);
  const repeated = twice(entries);
  const shown = PARTS.filter((part) => editable || entries.some((entry) => entry.part === part));
  return (
    <table className="rows checklist-grid" ref={keys.grid}>
      <thead>
        <tr>
          <th className="n checklist-no">{t('label--no')}</th>
          <th>{t('label--title')}</th>
          <th className="checklist-required">{t('label--required')}</th>
        </tr>
      </thead>
      {shown.map((part) => {
        const its = entries.filter((entry) => entry.part === part);
        return (
          <tbody key={part}>
            <tr className="checklist-part">
              <th scope="rowgroup" colSpan={3}>
                {t(`part--${part}`)} <span className="quiet">{t('label--count', { count: its.length })}</span>
              </th>
            </tr>
            {its.map((entry, i) =>
              editable ? (
                <EntryLine
                  key={entry.key}
                  entry={entry}
                  no={i + 1}
                  isRepeated={repeated.has(entry.key)}
                  keys={keys}
                  onAlter={(change) => onChange(alter(entries, entry.key, change))}
                />
              ) : (
                <tr key={entry.key}>
                  <td className="n">{i + 1}</td>
                  <td>{entry.title}</td>
                  <td>{t(entry.required ? 'state--required' : 'state--optional')}</td>
                </tr>
              ),
            )}
            {editable && <EmptyLine part={part} entries={entries} keys={keys} />}
          </tbody>
        );
      })}
    </table>
  );
}

interface EntryLineProps {
  entry: DraftEntry;
  no: number;
  isRepeated: boolean;
  keys: Keys;
  onAlter: (change: Partial<DraftEntry>) => void;
}

function EntryLine({ entry, no, isRepeated, keys, onAlter }: EntryLineProps) {
  const { t } = useTranslation('checklists');
  return (
    <tr data-line={entry.key} onKeyDown={(event) => keys.press(event, entry)}>
      <td className="n">{no}</td>
      <td>
        <Input
          variant="borderless"
          maxLength={200}
          value={entry.title}
          aria-invalid={isRepeated}
          aria-label={t('label--titleOf', { part: t(`part--${entry.part}`), no })}
          onChange={(event) => onAlter({ title: event.target.value })}
          onPaste={(event) => keys.paste(event, entry.part, entry)}
        />
        {isRepeated && <span className="late small">{t('error--twice')}</span>}
      </td>
      <td>
        <Checkbox
          checked={entry.required}
          aria-label={t('label--requiredOf', { title: entry.title })}
          onChange={(event) => onAlter({ required: event.target.checked })}
        >
          {t(entry.required ? 'state--required' : 'state--optional')}
        </Checkbox>
      </td>
    </tr>
  );
}

/** The line at the end of each part in which a new paper begins. */
function EmptyLine({ part, entries, keys }: { part: Part; entries: readonly DraftEntry[]; keys: Keys }) {
  const { t } = useTranslation('checklists');
  // A composition would be torn from its field: the paper begins when it is over.
  const begin = (title: string) => title !== '' && keys.take(putIn(entries, part, [title]));
  return (
    <tr data-line={`new-${part}`} onKeyDown={(event) => keys.press(event)}>
      <td />
      <td colSpan={2}>
        <Input
          key={entries.length}
          variant="borderless"
          maxLength={200}
          placeholder={t('hint--typeNew')}
          aria-label={t('label--newIn', { part: t(`part--${part}`) })}
          onChange={(event) => !(event.nativeEvent as InputEvent).isComposing && begin(event.target.value)}
          onCompositionEnd={(event) => begin(event.currentTarget.value)}
          onPaste={(event) => keys.paste(event, part)}
        />
      </td>
    </tr>
  );
}

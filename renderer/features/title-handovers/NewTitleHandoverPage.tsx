import './title-handovers.css';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProjectRow } from '../../../shared/api/project.contract';
import { MOST_TITLES_HANDED } from '../../../shared/api/title-handover.contract';
import { readDay } from '../../../shared/entry/read-entry';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { DayField } from '../../ui/DayField';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { GiveTitles } from './GiveTitles';
import { PasteColumns } from './PasteColumns';
import { TitleGrid } from './TitleGrid';
import { useProjects } from './title-handovers.queries';
import { useGridKeys } from './use-grid-keys';
import { useNewList } from './use-new-list';
import { useTitlePaste } from './use-title-paste';

/** Only whoever hands titles over begins a list; others read here who does. */
export function NewTitleHandoverPage() {
  const { t } = useTranslation('titleHandovers');
  const area = useTitlesArea();
  const may = useMay();
  if (may('title.give')) return <NewList />;
  return (
    <div className="page">
      <PageHead title={t('title--new')} area={area}>
        {t('lead--notYoursToGive')}
      </PageHead>
      <EmptyState title={t('title--notYoursToGive')} hint={t('hint--notYoursToGive')} />
    </div>
  );
}

/** A new list: for which project, obtained when, and the titles themselves; A signs and hands over. */
function NewList() {
  const { t } = useTranslation('titleHandovers');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const list = useNewList();
  const { data: projects } = useProjects();
  const paste = useTitlePaste(list.changeRows);
  const keys = useGridKeys(list.rows, (rows) => list.changeRows(() => rows));
  const [tried, setTried] = useState(false);
  const [giving, setGiving] = useState(false);
  const project = projects?.find(({ id }) => id === list.projectId);
  const because = !project
    ? 'error--noProject'
    : !readDay(list.obtainedOn)
      ? 'error--noDay'
      : list.faults.size > 0
        ? 'error--rowsWrong'
        : list.titles.length === 0
          ? 'error--noTitles'
          : undefined;
  const tooMany = list.titles.length > MOST_TITLES_HANDED;
  const give = () => {
    setTried(true);
    const [wrong] = list.faults;
    if (because === 'error--rowsWrong' && wrong) keys.focus(wrong[0], wrong[1][0]?.column ?? 'name');
    if (because === undefined && !tooMany && list.isRead) setGiving(true);
  };
  useKeys({ 'ctrl+enter': give, escape: () => void navigate(-1) });
  return (
    <div className="page">
      <PageHead title={t('title--new')} area={useTitlesArea()}>
        <Lead titles={list.titles.length} pieces={list.pieces} refused={list.faults.size} />
      </PageHead>
      <div className="title-list-head">
        <ProjectChoice projects={projects} value={list.projectId} onChoose={list.chooseProject} />
        <label htmlFor="title-obtained">
          {t('label--obtainedOn')}
          <DayField id="title-obtained" value={list.obtainedOn} onChange={(day) => list.obtain(day ?? '')} />
          <span className="quiet small">{t('hint--obtainedOn')}</span>
        </label>
      </div>
      <div className="bar">
        <Button type="primary" onClick={give}>
          {t('action--give')} <Kbd>Ctrl Enter</Kbd>
        </Button>
        {list.isKept && (
          <Button type="link" onClick={list.drop}>
            {t('action--startAfresh')}
          </Button>
        )}
        <span className="bar-end small">{t('hint--gridKeys')}</span>
      </div>
      <Refusal>
        {errorText(paste.failure ?? list.failure) ??
          (tooMany
            ? t('error--tooMany', { most: MOST_TITLES_HANDED })
            : tried && because
              ? t('error--notReady') + t(because)
              : undefined)}
      </Refusal>
      <div className="page-scroll">
        <TitleGrid rows={list.rows} faults={list.faults} keys={keys} onChange={(rows) => list.changeRows(() => rows)} />
      </div>
      {paste.asked && (
        <PasteColumns
          text={paste.asked.text}
          reading={paste.asked.reading}
          onPutIn={paste.putAsked}
          onClose={paste.close}
        />
      )}
      {giving && project && (
        <GiveTitles
          project={project}
          obtainedOn={readDay(list.obtainedOn) ?? ''}
          titles={list.titles}
          onGiven={(id) => {
            list.drop();
            void navigate(`/titles/handovers/${id}`, { replace: true });
          }}
          onClose={() => setGiving(false)}
        />
      )}
    </div>
  );
}

function Lead({ titles, pieces, refused }: { titles: number; pieces: number; refused: number }) {
  const { t } = useTranslation('titleHandovers');
  if (titles + refused === 0) return t('lead--new');
  const marks = { b: <b />, late: <b className="late" /> };
  return (
    <>
      <Trans t={t} i18nKey="lead--typed" count={titles} values={{ pieces }} components={marks} />
      {refused > 0 && <Trans t={t} i18nKey="lead--refused" count={refused} components={marks} />}
      {t('lead--end')}
    </>
  );
}

interface ProjectChoiceProps {
  projects: readonly ProjectRow[] | undefined;
  value: number | undefined;
  onChoose: (id: number) => void;
}

/** Found by typing; the person's own projects stand first. */
function ProjectChoice({ projects = [], value, onChoose }: ProjectChoiceProps) {
  const { t } = useTranslation('titleHandovers');
  const me = useSession((session) => session.me?.staffId);
  const inOrder = projects.toSorted((a, b) => Number(b.aManagerId === me) - Number(a.aManagerId === me));
  return (
    <label htmlFor="title-project">
      {t('label--chooseProject')}
      <Select<number>
        id="title-project"
        autoFocus={value === undefined}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        placeholder={t('hint--chooseProject')}
        options={inOrder.map(({ id, name, client, contractNo, aManager }) => ({
          value: id,
          label: [client, name, contractNo, aManager].join(' · '),
        }))}
        onChange={onChoose}
      />
    </label>
  );
}

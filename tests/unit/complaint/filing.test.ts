import { expect, test } from 'vitest';
import type { CaseExtension } from '../../../electron/features/complaint/case-extension.rules';
import { type PapersOfCase, papersToFile } from '../../../electron/features/complaint/filing.rules';
import { SHIPPED_PROCEDURES } from '../../../electron/features/complaint/shipped/shipped-procedures';

const SERVICE = SHIPPED_PROCEDURES.serviceCompany;

const asked = (id: number, state: CaseExtension['state'], round: number): CaseExtension => ({
  ...{ id, complaintId: 1, round, limitCode: 'answer', askerId: 2, asker: '方静仪', state, answer: '', reason: '出差' },
  ...{ dueOn: '2026-03-04', newDueOn: '2026-03-09', askedOn: '2026-03-03', closedOn: '2026-03-04' },
});
const NOTHING: PapersOfCase = { steps: [], extensions: [], penalties: [], contacts: [], evidence: [] };

test('more time that was decided on is a paper, also where it was refused; one that waits or was taken back is none', () => {
  const extensions = [asked(1, 'granted', 1), asked(2, 'refused', 2), asked(3, 'withdrawn', 2), asked(4, 'waiting', 2)];
  const papers = papersToFile(SERVICE, 2, { ...NOTHING, extensions }, []);
  const limit = SERVICE.limits.find(({ code }) => code === 'answer')?.title;
  expect(papers.map(({ title, on, responsible }) => [title, on, responsible])).toEqual([
    [`延期申请：${limit}`, '2026-03-04', '方静仪'],
    [`延期申请：${limit}（第2轮）`, '2026-03-04', '方静仪'],
  ]);
});

test('a penalty that was decided and stands is a paper; one that waits, was refused or taken back is none', () => {
  const its = { kind: 'penalty' as const, decidedOn: '2026-03-04', decider: '陆明远' };
  const penalties = [
    { ...its, id: 1, no: '罚〔2026〕001号', granted: 1 },
    { ...its, id: 2, no: '罚〔2026〕002号', granted: 0 },
    { ...its, id: 3, no: '罚〔2026〕003号' },
    { ...its, id: 4, no: '罚〔2026〕004号', granted: 1, withdrawnOn: '2026-03-05' },
    { ...its, id: 5, no: '奖〔2026〕001号', kind: 'reward' as const, granted: 1 },
  ];
  const papers = papersToFile(SERVICE, 1, { ...NOTHING, penalties }, []);
  expect(papers.map(({ title }) => title)).toEqual(['处罚决定：罚〔2026〕001号', '奖励决定：奖〔2026〕001号']);
});

test('what lies in a dossier already is never put into another', () => {
  const contacts = [7, 9, 8].map((id) => ({ id, on: '2026-03-04', staff: '方静仪' }));
  const filed = [{ what: 'contacts' as const, sourceId: 8 }];
  expect(papersToFile(SERVICE, 2, { ...NOTHING, contacts }, filed)).toMatchObject([
    { what: 'contacts', sourceId: 9, title: '往来与通话记录（第2轮）' },
  ]);
  expect(papersToFile(SERVICE, 2, { ...NOTHING, contacts }, [{ what: 'contacts', sourceId: 9 }])).toEqual([]);
});

import type { FiledIn } from '../../../shared/api/complaint.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import { type PapersOfCase, papersToFile, titleOfDossier } from './filing.rules';
import type { Parts, Whole } from './whole-case';

/** The papers of a case on their way into the archive: each once, whatever round it came with. */
export function createFiling({ repo, papers, contacts, extensionsOf, penaltiesOf, dayOf, ...archive }: Parts) {
  const dossiersOf = (id: number): number[] => [...new Set(papers.of(id).map(({ dossierId }) => dossierId))];

  const papersOf = (id: number, { today, actor }: SignedInContext): PapersOfCase => ({
    steps: repo.steps(id),
    extensions: extensionsOf(id),
    penalties: penaltiesOf(id),
    contacts: contacts.of(id).map((one) => ({ id: one.id, on: today, staff: actor.name })),
    evidence: contacts.evidence(id).map(({ addedAt, ...one }) => ({ ...one, on: dayOf(addedAt) })),
  });

  /** Files what lies in no dossier yet; inside the commit that closes the case, after its last step. Answers its first dossier. */
  const file = ({ its, procedure, now }: Whole, ctx: SignedInContext): number => {
    const { definition } = procedure;
    const { id, no, clientId } = its;
    const wanted = papersToFile(definition, now.round, papersOf(id, ctx), papers.of(id));
    const about = its.client ?? (its.complainant || its.facts.slice(0, 20));
    const { dossierId, itemIds } = archive.file({
      title: titleOfDossier(no, about, definition.title, now.round),
      ...{ clientId, keeperId: ctx.actor.staffId, on: ctx.today, papers: wanted, dossierIds: dossiersOf(id) },
      keepYears: isMajor(definition, repo.steps(id)) ? definition.keepImportantYears : definition.keepYears,
    });
    for (const [index, { what, sourceId }] of wanted.entries()) {
      const itemId = itemIds[index];
      papers.add(id, { what, sourceId, round: now.round, dossierId, ...(itemId !== undefined && { itemId }) });
    }
    return its.dossierId ?? dossierId;
  };

  /** Which lines of which dossier hold which round. */
  const filedIn = (id: number): FiledIn[] => {
    const filed = papers.of(id);
    const keys = [...new Set(filed.map(({ dossierId, round }) => `${dossierId} ${round}`))];
    return keys.map((key) => {
      const those = filed.filter(({ dossierId, round }) => `${dossierId} ${round}` === key);
      const [first] = those;
      const { dossierId = 0, round = 0 } = first ?? {};
      const { lines, ...dossier } = archive.filedAt(dossierId);
      const numbers = those.flatMap(({ itemId }) => lines.get(itemId ?? 0) ?? []);
      return { dossierId, round, ...dossier, papers: those.length, lines: numbers.sort((a, b) => a - b) };
    });
  };

  return { file, filedIn, resume: (id: number, on: Day) => archive.resume(dossiersOf(id), on) };
}

/** What was said last of it counts. */
function isMajor(
  { steps }: Whole['procedure']['definition'],
  taken: readonly { step: string; said: Readonly<Record<string, unknown>> }[],
): boolean {
  const assessed = taken.findLast(({ step }) => steps.some(({ code, does }) => code === step && does === 'assess'));
  return assessed?.said.major === true;
}

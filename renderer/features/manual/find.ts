import { SECTIONS, type SectionId } from './sections';
import type { Section } from './texts';

export interface Finding {
  id: SectionId;
  /** The first text of the section that says it; `undefined`: its title does. */
  said?: string;
}

/** Chinese sentences stand side by side, English ones have a space between them. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[。！？])|(?<=[.!?]) |\n/);

const textsOf = ({ about, tasks, keys = {}, troubles = [] }: Section): string[] => [
  ...sentencesOf(about),
  ...tasks.flatMap(({ title, steps }) => [title, ...steps]),
  ...Object.entries(keys).map(([key, does]) => `\`${key}\` ${does}`),
  ...troubles,
];

/** The sections that say a word: first those that have it in their title, then those that have it in their text. */
export function findInManual(word: string, sections: Readonly<Record<SectionId, Section>>): Finding[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return [];
  const says = (text: string) => asRead(text, sections).toLowerCase().includes(wanted);
  const entitled = SECTIONS.filter(({ id }) => says(sections[id].title)).map(({ id }) => ({ id }));
  const others = SECTIONS.filter(({ id }) => !says(sections[id].title)).flatMap(({ id }) => {
    const said = textsOf(sections[id]).find(says);
    return said === undefined ? [] : [{ id, said }];
  });
  return [...entitled, ...others];
}

/** A text as it stands on the page: names of sections for their links, keys without their quotes. */
export const asRead = (text: string, sections: Readonly<Record<string, { title: string }>>): string =>
  text.replace(/\[(\w+)\]/g, (_, id: string) => sections[id]?.title ?? id).replaceAll('`', '');

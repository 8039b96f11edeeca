import type { Language } from '../../i18n';
import en from '../../i18n/en/manual.json';
import zhCN from '../../i18n/zh-CN/manual.json';
import type { SectionId } from './sections';

/** In texts `[desk]` is a link to that section by its title, and a `key` between back quotes is drawn as one. */
export interface Section {
  title: string;
  about: string;
  tasks: readonly { title: string; steps: readonly string[] }[];
  /** What each key does on these pages. */
  keys?: Readonly<Record<string, string>>;
  /** What to do when something is wrong or not allowed. */
  troubles?: readonly string[];
}

export interface Texts {
  words: (typeof zhCN)['words'];
  sections: Readonly<Record<SectionId, Section>>;
}

export const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, en };

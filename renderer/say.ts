import i18next from 'i18next';
import { LANGUAGES, rememberedLanguage, startLanguages } from './i18n';

/**
 * The page that makes the sentence for an order of the command line, in the window's language or in both, and leaves it as its
 * title. Main has no words of its own.
 */
interface Asked {
  said: [file: string, key: string, details?: Record<string, string | number>][];
  both: boolean;
}
const { said, both } = JSON.parse(new URLSearchParams(window.location.search).get('said') ?? '{"said":[]}') as Asked;

await startLanguages(rememberedLanguage());

function inLanguage(language: (typeof LANGUAGES)[number]): string {
  // Keys come from main, where no compiler knows them.
  const word = i18next.getFixedT(language) as unknown as (key: string, details?: object) => string;
  return said.map(([file, key, details]) => word(`${file}:${key}`, { ...details, defaultValue: key })).join(' ');
}

document.title = (both ? LANGUAGES : [rememberedLanguage()]).map(inLanguage).join(' ');

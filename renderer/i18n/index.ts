import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_KEY = 'anjuan.language';

/** The language that was chosen last on this computer. */
export function rememberedLanguage(): Language {
  const remembered = localStorage.getItem(LANGUAGE_KEY);
  return LANGUAGES.find((language) => language === remembered) ?? 'zh-CN';
}

// The manual is long and seldom read: it brings its texts itself.
const files = import.meta.glob<Record<string, string>>(['./{zh-CN,en}/*.json', '!./*/manual.json'], {
  eager: true,
  import: 'default',
});

/** `./en/desk.json` becomes resources.en.desk. */
function resources() {
  const all: Record<string, Record<string, Record<string, string>>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [, language = '', file = ''] = path.split('/');
    all[language] = { ...all[language], [file.replace('.json', '')]: texts };
  }
  return all;
}

/** `{{pages}} {{pages, noun(one: page; other: pages)}}`: a second number in a sentence, which its plural form does not go by. */
function noun(value: unknown, language: string | undefined, forms: Record<string, string>): string {
  // As it is shown, 1,234 is a text.
  const count = Number(String(value).replaceAll(',', ''));
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '';
}

export function startLanguages(language: Language) {
  const started = i18next.use(initReactI18next).init({
    resources: resources(),
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    keySeparator: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  i18next.services.formatter?.add('noun', noun);
  return started;
}

import forms from './forms.json';

export type Word = keyof typeof forms;

/** A text of the printed forms. They are official Chinese forms: Chinese whatever the language of the window. */
export function word(key: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return forms[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The words of the interface, in resources by language; what is not there in one is said in English. */
import english from './words/en.json';

type Words = Record<string, string>;
export const LANGUAGES: Record<string, string> = { en: 'English', de: 'Deutsch' };
const OTHERS: Partial<Record<string, () => Promise<{ default: Words }>>> = { de: () => import('./words/de.json') };

let words: Words = english;
export let language = 'en';

export async function speak(wanted: string) {
  const found: string = wanted.toLowerCase().split('-')[0];
  const other = OTHERS[found];
  words = other ? { ...english, ...(await other()).default } : english;
  language = other ? found : 'en';
  document.documentElement.lang = language;
}

/** The word with its `{places}` filled; the name itself where there is none. */
export function t(name: string, places: Record<string, string | number> = {}): string {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (whole, place) => String(places[place] ?? whole));
}

/** Of a code of the API: the word where we have one, else the code in plain letters. */
export function label(kind: string, code: string | undefined): string {
  return code === undefined ? '' : words[`${kind}.${code}`] ?? code.replaceAll('_', ' ');
}

/** One or many. */
export const count = (name: string, number: number) => t(number === 1 ? `${name}.one` : `${name}.many`, { number });

export function when(time: string | undefined, withTime = false): string {
  if (!time) return '';
  const options: Intl.DateTimeFormatOptions = withTime ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium' };
  const date = new Date(time);
  return Number.isNaN(date.getTime()) || /^\d{4}(-\d{2})?$/.test(time) ? time : new Intl.DateTimeFormat(language, options).format(date);
}

export const name = (actor: { id?: string; name?: string } | undefined) => actor?.name ?? actor?.id ?? '';

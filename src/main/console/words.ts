/** The words of the interface, in resources by language; what is not there in one is said in English. */
import english from './words/en.json';
import type { components } from './contract';

type Words = Record<string, string>;
export const LANGUAGES: Record<string, string> = { en: 'English', de: 'Deutsch' };
interface Language { default: Words; sentence: (english: string) => string | undefined }
const OTHERS: Partial<Record<string, () => Promise<Language>>> = { de: () => import('./words/de.ts') };

let words: Words = english;
let sentence: Language['sentence'] = () => undefined;
export let language = 'en';

const PATIENCE = 3000;

/** Ratings, and what each means, as this deployment tells its readers; our labels stand in where it cannot be asked. */
async function ratings(wanted: string): Promise<Words> {
  try {
    const response = await fetch(`/v1/ratings?lang=${wanted}`, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) });
    const { ratings: all, quoteVerdicts } = await response.json() as components['schemas']['Ratings'];
    return Object.fromEntries([...all.map((each) => [`rating.${each.rating}`, each] as const), ...quoteVerdicts.map((each) => [`quoteVerdict.${each.quoteVerdict}`, each] as const)]
      .flatMap(([code, each]) => [[code, each.label], [`about.${code}`, each.definition]]));
  } catch {
    return {};
  }
}

export async function speak(wanted: string) {
  const found: string = wanted.toLowerCase().split('-')[0];
  const other = OTHERS[found];
  const [own, said] = await Promise.all([other?.(), ratings(other ? found : 'en')]);
  words = { ...english, ...own?.default, ...said };
  sentence = own?.sentence ?? (() => undefined);
  language = other ? found : 'en';
  document.documentElement.lang = language;
}

/** The word with its `{places}` filled; the name itself where there is none. */
export function t(name: string, places: Record<string, string | number | undefined> = {}): string {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (whole, place) => (places[place] ?? whole).toLocaleString(language));
}

/** Of a code of the API: the word where we have one, else the code in plain letters. */
export function label(kind: string, code: string | undefined): string {
  return code === undefined ? '' : words[`${kind}.${code}`] ?? code.replaceAll('_', ' ');
}

/** What a rating or a quote verdict means, where it is known. */
export const meaning = (kind: string, code: string) => words[`about.${kind}.${code}`] ?? '';

/** What the service says in English, in the language of the console where it has the sentence, or a word for that kind of problem. */
export const translated = (text: string, slug = '') => sentence(text) ?? words[`problem.${slug}`] ?? text;

interface Reason { code: string; number?: number; [place: string]: string | number | undefined }

/** Reasons by their codes; in English as the service says them. */
export const because = (reasons: readonly Reason[], english: readonly string[]) => reasons.map(({ code, number = 0, ...places }, at) => {
  const name = `because.${code}${number === 1 && words[`because.${code}.one`] ? '.one' : ''}`;
  return words[name] ? t(name, { here: '', there: '', ...places, number: code === 'checkability' ? Math.round(100 * number) : number }) : english[at];
});

export const share = (number: number) => number.toLocaleString(language, { style: 'percent' });

/** One or many. */
export const count = (name: string, number: number) => t(number === 1 ? `${name}.one` : `${name}.many`, { number });

export function when(time: string | undefined, withTime = false): string {
  if (!time) return '';
  const options: Intl.DateTimeFormatOptions = withTime ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium' };
  // A day is the same day everywhere; only an instant is another day elsewhere.
  if (/^\d{4}-\d{2}-\d{2}$/.test(time)) options.timeZone = 'UTC';
  const date = new Date(time);
  return Number.isNaN(date.getTime()) || /^\d{4}(-\d{2})?$/.test(time) ? time : new Intl.DateTimeFormat(language, options).format(date);
}

export const name = (actor: { id?: string; name?: string } | undefined) => actor?.name ?? actor?.id ?? '';

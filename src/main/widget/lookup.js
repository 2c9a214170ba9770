/** Asks the service beside this script; keeps nothing, sends no credentials, and gives up in the end. */

import { attempt } from './card.js';

const PATIENCE = 10_000;
/** A page of ours, by the address of this script. */
export const CLAIMS = new URL('../../claims/', import.meta.url).href;

export async function ask(path, parameters) {
  const url = new URL(path, import.meta.url);
  url.search = Object.entries(parameters).filter(([, value]) => value).map((pair) => pair.join('=')).join('&');
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${url.origin} answered ${response.status}`);
  return response.json();
}

export const warn = (why) => console.warn(`quote-check: ${why}; the fallback stays`);

/** The closest language that an element says, out of shadow trees too, as a canonical BCP 47 tag. */
export function languageOf(element) {
  let lang;
  for (let from = element; from && lang === undefined; from = from.getRootNode().host) lang = from.closest('[lang]')?.getAttribute('lang');
  return attempt(() => Intl.getCanonicalLocales((lang ?? '').trim().replaceAll('_', '-'))[0]);
}

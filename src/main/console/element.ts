/** What all views have in common: rendered in the page itself, so that one style and one tree of headings hold. */
import { LitElement } from 'lit';
import { t } from './words.ts';

export class View extends LitElement {
  override createRenderRoot() { return this; }

  /** A tab and a list of windows say which view this is. */
  override updated() {
    const heading = document.querySelector('main h1')?.textContent?.trim() ?? '';
    const [view, house] = [heading.length > 80 ? `${heading.slice(0, 79)}…` : heading, document.querySelector('.organization')?.textContent?.trim()];
    document.title = [view, t('console'), house].filter(Boolean).join(' – ');
  }
}

/** Says something to those who cannot see that it happened. */
export function announce(message: string) {
  const region = document.querySelector('#announcements');
  if (region) {
    region.textContent = '';
    setTimeout(() => { region.textContent = message; }, 50);
  }
}

/** What a form holds, without what is empty. */
export function values(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '');
  return Object.fromEntries(entries.map(([member, value]) => [member, value.trim()]));
}

/** Links of what others wrote lead to web pages alone. */
export const safe = (url: string | undefined) => url && /^https?:\/\//i.test(url) ? url : undefined;

/** Those who leave are asked while something is not kept yet. */
export const leaving: { ask?: () => Promise<boolean> } = {};

/** Forms in which somebody has typed, until they are sent. */
export const typedIn = new Set<HTMLFormElement>();

export const WORDS = 'textarea, input:not([type=checkbox], [type=radio], [type=file])';
const hasWords = (form: HTMLFormElement) => form.isConnected && [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(WORDS)].some((each) => each.value.trim() !== '');

/** Whether words would be lost with the view. */
export const unsent = () => leaving.ask !== undefined || [...typedIn].some(hasWords);

/** Whether the view may go: nothing is lost with it, or people say that it may be. */
export async function leave(): Promise<boolean> {
  if (leaving.ask && !await leaving.ask()) return false;
  if ([...typedIn].some(hasWords) && !confirm(t('leave'))) return false;
  leaving.ask = undefined;
  typedIn.clear();
  return true;
}

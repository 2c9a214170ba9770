/** German: the words of the interface, and for sentences of the service the same in German. */
import words from './de.json';
import { reasons, problems, sentences } from './de-service.json';

const KNOWN = Object.entries(sentences).map(([english, german]) => ({
  pattern: new RegExp(`^${english.replace(/[.()?]/g, '\\$&').replace(/\{\w+\}/g, '(.+?)')}\\.?$`, 's'), german,
}));

export default { ...words, ...reasons, ...problems };

/** A sentence that has another one's words in braces is in German, too. */
export function sentence(english: string): string | undefined {
  for (const { pattern, german } of KNOWN) {
    const found = pattern.exec(english);
    if (found) return german.replace(/\{(\d)\}/g, (_, place) => found[place]);
  }
  return undefined;
}

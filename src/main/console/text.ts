/** Positions of the API count code points, those of a browser UTF-16 units; and how a text is cut where quotes begin and end. */
import type { Quote } from './types.ts';

export class Positions {
  /** Where a surrogate pair begins, in UTF-16 units. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    for (const found of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) this.#pairs.push(found.index);
  }

  units(codePoints: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle] - middle < codePoints) low = middle + 1; else high = middle;
    }
    return codePoints + low;
  }

  codePoints(units: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle] < units) low = middle + 1; else high = middle;
    }
    return units - low;
  }
}

/** A run of text of one kind; `at` in UTF-16 units. */
export interface Run { at: number; text: string; quote?: number }
export interface Paragraph { at: number; runs: Run[] }

/** The text's paragraphs, each cut where a quote's part begins or ends. Quotes are named by their index. */
export function paragraphs(text: string, quotes: readonly Pick<Quote, 'parts'>[], positions = new Positions(text)): Paragraph[] {
  const parts = quotes
    .flatMap((quote, index) => quote.parts.map((part) => ({ quote: index, start: positions.units(part.start), end: positions.units(part.end) })))
    .sort((one, other) => one.start - other.start);
  const found: Paragraph[] = [];
  let next = 0;
  for (const line of text.matchAll(/[^\n]+/g)) {
    const end = line.index + line[0].length;
    const runs: Run[] = [];
    let at = line.index;
    while (next < parts.length && parts[next].end <= at) next++;
    for (let each = next; each < parts.length && parts[each].start < end; each++) {
      const from = Math.max(parts[each].start, at);
      const to = Math.min(parts[each].end, end);
      if (to <= from) continue;
      if (from > at) runs.push({ at, text: text.slice(at, from) });
      runs.push({ at: from, text: text.slice(from, to), quote: parts[each].quote });
      at = to;
    }
    if (at < end) runs.push({ at, text: text.slice(at, end) });
    if (line[0].trim() !== '') found.push({ at: line.index, runs });
  }
  return found;
}

/** For each of the speakers a number from 0 to 7, the same for the same name. */
export function hues(speakers: readonly (string | undefined)[]): (number | undefined)[] {
  const known = new Map<string, number>();
  return speakers.map((speaker) => {
    if (speaker === undefined) return undefined;
    if (!known.has(speaker)) known.set(speaker, known.size % 8);
    return known.get(speaker);
  });
}

const MARKS: [string, number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16be', [0xfe, 0xff]], ['utf-16le', [0xff, 0xfe]]];
const DECLARED = /<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*["']?([\w-]+)/i;

/**
 * A file's text: by its byte order mark, by what it says of itself (never UTF-16, which has zeros), as UTF-8 where it is that, else as Windows
 * writes it; undefined for no text.
 */
export function decoded(bytes: Uint8Array): string | undefined {
  const mark = MARKS.find(([, each]) => each.every((byte, index) => bytes[index] === byte))?.[0];
  if (!mark && (bytes.includes(0) || new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-')) return undefined;
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1].replace(/^utf-16.*/i, 'utf-8');
  for (const encoding of [mark, declared, 'utf-8']) {
    try {
      if (encoding) return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch { /* it is not that */ }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Whether what was pasted is a page's markup. */
export const isMarkup = (text: string) => /^\s*<(!doctype|!--|\?xml|[a-z][\w-]*[\s/>])/i.test(text);

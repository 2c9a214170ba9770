/** The places of quotes in one text, as the service's own package anchor finds them; its test cases are the same. */

import { approximations, distance, reversed } from './approximation.js';
import { fold, foldWords, isOneWord, lowerBound } from './fold.js';

const WORDS_WEIGHT = 50, CONTEXT_WEIGHT = 40, POSITION_WEIGHT = 2, WEIGHTS = 92;
const PLACES = 100, NEAR = 8, APPROXIMATE_PLACES = 6;
const SURE = 0.8, MARGIN = 0.1, CERTAIN = 0.95;
const DISTINCTIVE = 20, UNMISTAKABLE = 48, ALIKE = 0.6, NEARLY_THE_SAME = 0.9, CLOSE = 0.75;
const RUN = 5, RUNS = 256, RUN_PLACES = 64, DRIFT = 6, GROUP = 1 << DRIFT;

export class Anchors {
  #places = new Map();
  #seeds;

  constructor(original) {
    this.folded = fold(original);
    this.text = this.folded.text;
  }

  /**
   * {start, end, exact, score} in UTF-16 of the original, or undefined. Positions are UTF-16, too: near is where the words are
   * expected (-1: nobody knows), taken are [start, end] of places where others stand; without patience only exact words are looked for.
   */
  find({ exact, prefix = '', suffix = '' }, near = -1, taken = [], patient = true) {
    const words = { exact: foldWords(exact), prefix: fold(prefix).text, suffix: fold(suffix).text };
    if (!words.exact) return undefined;
    const expected = near < 0 ? -1 : this.folded.find(near);
    let found = this.#exactly(words, expected, taken);
    if (patient && (!found || found.score < SURE)) {
      const changed = this.#approximately(words, expected, taken);
      // Words that stand twice: these were changed, and the others were never meant.
      if (changed && (!found || changed.score > found.score + MARGIN)) found = changed;
    }
    return found && { ...found, start: this.#from(found.start), end: this.#to(found.end - 1) };
  }

  #from(index) { const at = this.folded.from(index); return this.#splits(at) ? at - 1 : at; }
  #to(index) { const at = this.folded.to(index); return this.#splits(at) ? at + 1 : at; }
  #splits(at) { const code = this.folded.original.codePointAt(at - 1); return at > 0 && code > 0xffff; }

  #exactly(words, expected, taken) {
    const all = this.#allOf(words.exact);
    let best;
    for (const start of this.#likely(words, all, expected, taken)) {
      const place = this.#trusted(words, this.#place(words, start, start + words.exact.length, 0, expected));
      if (!best || place.exact > best.exact || (place.exact === best.exact && place.score > best.score)) best = place;
    }
    return best;
  }

  #allOf(words) {
    if (!this.#places.has(words)) {
      const all = [];
      for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + words.length)) all.push(at);
      this.#places.set(words, all);
    }
    return this.#places.get(words);
  }

  /** Free places near by, and those with most of the letters right around the words. */
  #likely(words, all, expected, taken) {
    const middle = lowerBound(all, expected);
    const chosen = new Set();
    let best = [];
    for (const step of [-1, 1]) {
      let free = 0;
      for (let i = step < 0 ? middle - 1 : middle; i >= 0 && i < all.length && free < PLACES; i += step) {
        const end = all[i] + words.exact.length;
        if ((words.exact.includes(' ') || this.#hasEdges(words, all[i], end)) && this.#isFree(all[i], end, taken)) {
          if (free++ < NEAR) chosen.add(all[i]);
          best.push([all[i], this.#lettersAround(words, all[i])]);
        }
      }
    }
    best = best.sort((one, other) => other[1] - one[1]).slice(0, NEAR);
    for (const [start] of best) chosen.add(start);
    return chosen;
  }

  #lettersAround({ exact, prefix, suffix }, start) {
    const { text } = this;
    let before = 0, after = 0;
    while (before < prefix.length && before < start && prefix[prefix.length - 1 - before] === text[start - 1 - before]) before++;
    const end = start + exact.length;
    while (after < suffix.length && suffix[after] === text[end + after]) after++;
    return before + after;
  }

  #approximately(words, expected, taken) {
    const { exact, prefix } = words;
    const slack = Math.min(16 + (exact.length >> 2), 4 * GROUP);
    const inside = (at) => Math.min(Math.max(at, 0), this.text.length);
    let best;
    for (const start of this.#starts(words, expected)) {
      const at = start + prefix.length;
      for (const found of approximations(exact, this.text, inside(at - slack), inside(at + GROUP + exact.length + slack))) {
        // The words themselves, which were not trusted there: not the same words.
        const errors = Math.max(1, found.errors);
        if (errors > (1 - ALIKE) * exact.length) continue;
        const place = this.#place(words, ...this.#trimmed(found.start, found.end), errors, expected);
        if (isClose(place, exact) && this.#isFree(place.start, place.end, taken) && (!best || place.score > best.score)) best = place;
      }
      if (best?.score >= CERTAIN) break;
    }
    return best;
  }

  /** Where the words are expected, and only then, since it costs more, where many of their letters stand. */
  *#starts({ exact, prefix, suffix }, expected) {
    if (expected >= 0) yield expected - prefix.length - GROUP / 2;
    yield* this.#seedsOf(prefix + exact + suffix);
  }

  #trimmed(start, end) {
    const isEdge = (at) => this.text[at] === ' ' || this.text[at] === '\'';
    let from = start, to = end;
    while (from < end && isEdge(from)) from++;
    while (to > start && isEdge(to - 1)) to--;
    return [from, to];
  }

  /** Offsets at which the words may start: where many runs of five letters stand as far from each other as they do in the words. */
  #seedsOf(words) {
    const { text } = this;
    const { first, next, common, shift } = this.#seeds ??= index(text);
    // No place is farther before the text than the words are long.
    const before = (words.length >> DRIFT) + 1;
    const votes = new Uint16Array(before + (text.length >> DRIFT) + 1);
    const stride = Math.max(1, Math.floor((words.length - RUN + RUNS) / RUNS));
    const found = new Int32Array(RUN_PLACES);
    let count = 0;
    for (let i = 0; i + RUN <= words.length; i += stride) {
      let place = first[slot(hashOf(words, i), shift)] - 1, places = 0;
      for (let steps = 0; place >= 0 && places < RUN_PLACES && steps < 8 * RUN_PLACES; steps++, place = next[place] - 1) {
        let same = 0;
        while (same < RUN && text.charCodeAt(place + same) === words.charCodeAt(i + same)) same++;
        if (same === RUN) {
          if (common[place]) break;
          found[places++] = place;
        }
      }
      // A run that stands in more places says nothing, and need not be looked for again.
      if (place >= 0 && places) common[found[0]] = 1;
      if (place >= 0 || count + places > RUNS * RUN_PLACES + RUN_PLACES) continue;
      count += places;
      while (places) votes[before + ((found[--places] - i) >> DRIFT)]++;
    }
    const starts = [];
    while (starts.length < APPROXIMATE_PLACES) {
      let best = 0;
      for (let group = 1; group < votes.length; group++) if (votes[group] > votes[best]) best = group;
      if (!votes[best]) break;
      votes[best] = 0;
      starts.push((best - before) << DRIFT);
    }
    return starts;
  }

  #place({ exact, prefix, suffix }, start, end, errors, expected) {
    const { text } = this;
    const likeness = Math.max(0, 1 - errors / exact.length);
    const front = text.slice(Math.max(0, start - 2 * prefix.length), start);
    const before = front.endsWith(prefix) ? 0 : distance(reversed(prefix), reversed(front));
    const after = text.startsWith(suffix, end) ? 0 : distance(suffix, text.slice(end, end + 2 * suffix.length));
    const around = prefix.length + suffix.length;
    const context = around ? 1 - (before + after) / around : 1;
    const position = expected < 0 ? 1 : 1 - Math.abs(start - expected) / Math.max(1, text.length);
    const score = (WORDS_WEIGHT * likeness + CONTEXT_WEIGHT * context + POSITION_WEIGHT * position) / WEIGHTS;
    return { start, end, exact: false, likeness, beside: before <= prefix.length >> 1 || after <= suffix.length >> 1, score };
  }

  #isFree(start, end, taken) {
    if (!taken.length || start >= end) return true;
    const [from, to] = [this.#from(start), this.#to(end - 1)];
    return taken.every(([first, last]) => last <= from || first >= to);
  }

  #isInsideWord(at) { return at > 0 && at < this.text.length && isOneWord(this.text[at - 1], this.text[at]); }

  /** Not in the middle of longer words, unless the quote was. */
  #hasEdges({ exact, prefix, suffix }, start, end) {
    return ((prefix && isOneWord(prefix.at(-1), exact[0])) || !this.#isInsideWord(start)) && ((suffix && isOneWord(exact.at(-1), suffix[0])) || !this.#isInsideWord(end));
  }

  /** One or two words stand anywhere; as a quote they stand in marks, or beside what stood beside them. */
  #trusted(words, place) {
    const meant = words.exact.length >= DISTINCTIVE || this.#isInMarks(place.start, place.end) || place.beside;
    return { ...place, exact: meant && this.#hasEdges(words, place.start, place.end) };
  }

  #isInMarks(start, end) {
    const before = this.text[start - 1] === ' ' ? start - 1 : start;
    let after = end;
    while (after < this.text.length && after < end + 2 && ' ,.!?;:'.includes(this.text[after])) after++;
    return this.text[before - 1] === '\'' && this.text[after] === '\'';
  }
}

/** The less of the context is there, the more the words must be alike. */
const isClose = ({ start, end, likeness, score }, { length }) => end > start && ((likeness >= ALIKE && score >= CLOSE) || (length >= UNMISTAKABLE && likeness >= NEARLY_THE_SAME));

const BASE = 31;

function hashOf(text, at) {
  let hash = 0;
  for (let i = at + RUN - 1; i >= at; i--) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

const slot = (hash, shift) => Math.imul(hash, 0x9E3779B1) >>> shift;

/** Chains of the places of each run, in the order of the text; 0 ends a chain. Made backwards, by a hash that rolls by the letter that leaves it. */
function index(text) {
  const shift = Math.clz32(text.length | 255);
  const first = new Int32Array(2 ** (32 - shift)), next = new Int32Array(text.length);
  let hash = hashOf(text, text.length - RUN);
  for (let i = text.length - RUN; i >= 0; i--) {
    const at = slot(hash, shift);
    next[i] = first[at];
    first[at] = i + 1;
    hash = (Math.imul(hash - text.charCodeAt(i + RUN - 1) * BASE ** (RUN - 1), BASE) + text.charCodeAt(i - 1)) | 0;
  }
  return { first, next, common: new Uint8Array(text.length), shift };
}

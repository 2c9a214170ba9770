/** The places of quotes in one text, as the service's own package anchor finds them; its test cases are the same. */

import { approximations } from './approximation.js';
import { fold, foldWords, isOneWord, lowerBound } from './fold.js';

const WORDS_WEIGHT = 50, CONTEXT_WEIGHT = 40, POSITION_WEIGHT = 2, WEIGHTS = 92;
const PLACES = 100, NEAR = 8, APPROXIMATE_PLACES = 6;
const SURE = 0.8, MARGIN = 0.1, CERTAIN = 0.95;
const DISTINCTIVE = 20, UNMISTAKABLE = 48, ALIKE = 0.6, NEARLY_THE_SAME = 0.9, CLOSE = 0.75;
const RUN = 5, RUNS = 256, RUN_PLACES = 64, DRIFT = 6, GROUP = 1 << DRIFT;

/** Edit distance of words to the beginning of others that fits best. */
function distance(words, others) {
  if (others.startsWith(words)) return 0;
  const distances = Array.from({ length: words.length + 1 }, (_, i) => i);
  let fewest = words.length;
  for (let j = 1; j <= others.length; j++) {
    let diagonal = distances[0];
    distances[0] = j;
    for (let i = 1; i < distances.length; i++) {
      const replaced = diagonal + (words[i - 1] === others[j - 1] ? 0 : 1);
      diagonal = distances[i];
      distances[i] = Math.min(replaced, Math.min(distances[i], distances[i - 1]) + 1);
    }
    fewest = Math.min(fewest, distances[words.length]);
  }
  return fewest;
}

const reversed = (text) => text.split('').reverse().join('');

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
    this.#seeds ??= index(this.text);
    const { first, next, mask } = this.#seeds;
    const votes = new Map();
    const stride = Math.max(1, Math.floor((words.length - RUN + RUNS) / RUNS));
    let count = 0;
    for (let i = 0; i + RUN <= words.length; i += stride) {
      const found = [], run = words.slice(i, i + RUN);
      let place = first[slot(words, i, mask)] - 1;
      for (let steps = 0; place >= 0 && found.length < RUN_PLACES && steps < 8 * RUN_PLACES; steps++, place = next[place] - 1) {
        if (this.text.startsWith(run, place)) found.push(place);
      }
      // A run that stands in more places says nothing.
      if (place >= 0 || count + found.length > RUNS * RUN_PLACES + RUN_PLACES) continue;
      count += found.length;
      for (const at of found) votes.set((at - i) >> DRIFT, (votes.get((at - i) >> DRIFT) ?? 0) + 1);
    }
    return [...votes].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, APPROXIMATE_PLACES).map(([group]) => group << DRIFT);
  }

  #place({ exact, prefix, suffix }, start, end, errors, expected) {
    const { text } = this;
    const likeness = Math.max(0, 1 - errors / exact.length);
    const before = distance(reversed(prefix), reversed(text.slice(Math.max(0, start - 2 * prefix.length), start)));
    const after = distance(suffix, text.slice(end, end + 2 * suffix.length));
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

const slotOf = (hash, mask) => (Math.imul(hash, 0x9E3779B1) >>> 8) & mask;

function slot(text, at, mask) {
  let hash = 0;
  for (let i = at; i < at + RUN; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return slotOf(hash, mask);
}

/** Chains of the places of each run, in the order of the text; 0 ends a chain. */
function index(text) {
  let size = 256;
  while (size < text.length) size *= 2;
  const mask = size - 1, leaving = 31 ** RUN;
  const first = new Int32Array(size), next = new Int32Array(text.length);
  let hash = 0;
  // Backwards, so that chains go forwards: a hash rolls by the letter that leaves it.
  const slots = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i) - (i < RUN ? 0 : Math.imul(text.charCodeAt(i - RUN), leaving))) | 0;
    slots[i] = slotOf(hash, mask);
  }
  for (let i = text.length - RUN; i >= 0; i--) {
    const at = slots[i + RUN - 1];
    next[i] = first[at];
    first[at] = i + 1;
  }
  return { first, next, mask };
}

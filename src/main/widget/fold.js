/** A text in which only words matter, as the service's own anchoring folds it (package anchor, Folded). */

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: '\u00a0', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' };
const REFERENCE = `&(?:#\\d{1,9}|#[xX][\\da-fA-F]{1,8}|${Object.keys(NAMED).join('|')});`;
const UNSEEN = '\\u00ad\\u200b\\u200e\\u200f\\u2060\\ufeff';
const IS_UNSEEN = new RegExp(`[${UNSEEN}]`);

/** Where spelled text becomes shorter or longer, with all beside it that may take part; letters and accents may stand apart. */
const odd = (accented = '') => new RegExp(`(?:${accented}  |--|''|[…${UNSEEN}]|${REFERENCE})(?:${accented}[ '…${UNSEEN}-]|${REFERENCE})*`, accented ? 'gu' : 'g');
const ODD = odd();
const TOKEN = /&[^;]+;|[^]\p{Mn}{0,16}/gu;

/** Marks, dashes and blanks have one spelling each, as long as they were: three walks of the browser's own. */
const spelled = (text) => text.replace(/[\0-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, ' ')
  .replace(/["`«»´\u02bc\u02b9\u2018-\u201f\u2032\u2033\u2039\u203a\u301d-\u301f\uff02\uff07]/g, '\'')
  .replace(/[\u2010-\u2015\u2212]/g, '-');

function resolved(name) {
  const code = name[0] === '#' ? Number(`0${name.slice(1)}`) : 0;
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : NAMED[name];
}

/** A folded text. Each piece of it knows where it starts, here and in the original (UTF-16); an odd letter is one, and knows where it ends. */
class Folded {
  #starts = []; #from = []; #to = [];

  constructor(original) {
    this.original = original;
    const plain = spelled(original);
    let count = 0, done = 0, isOdd = true;
    const piece = (start, from, to) => { this.#starts.push(start); this.#from.push(from); this.#to.push(to); };
    const keep = (end) => {
      if (end > done && isOdd) { piece(count, done, 0); isOdd = false; }
      count += end - done;
      done = end;
    };
    // Letters before these are composed as they are; to ask costs more.
    const isComposed = !/[\u0300-\u2001\u2126-\uffff]/.test(original) || original.normalize('NFC') === original;
    this.text = plain.replace(isComposed ? ODD : odd('[^]\\p{Mn}{1,16}|'), (run, at) => {
      keep(at);
      let last = plain[at - 1];
      return run.replace(TOKEN, (token, offset) => {
        const start = at + offset, end = start + token.length;
        const letters = token.length < 2 ? original[start] : token[0] === '&' ? resolved(token.slice(1, -1)) ?? token : token.normalize('NFC');
        let out = '';
        for (const c of letters.split('')) {
          const spelling = c === '…' ? '...' : IS_UNSEEN.test(c) ? '' : spelled(c);
          const isOneMark = spelling === '\'' && original[start - 1] === c && (c === '\'' || c === '`');
          if (spelling === last && (last === ' ' || last === '-' || isOneMark)) {
            // Blanks, "--" and "''" are one: the last letter ends later.
            if (this.#starts.at(-1) < count - 1) piece(count - 1, this.from(count - 1), end);
            else this.#to[this.#to.length - 1] = end;
          } else if (token.length === 1 && spelling.length === 1) {
            keep(end);
            out += last = spelling;
            continue;
          } else for (last of spelling) { piece(count++, start, end); out += last; }
          done = end;
          isOdd = true;
        }
        return out;
      });
    });
    keep(original.length);
  }

  #piece(index) { return lowerBound(this.#starts, index + 1) - 1; }

  /** Where in the original a character starts. */
  from(index) { const at = this.#piece(index); return this.#from[at] + index - this.#starts[at]; }
  to(index) { return this.#to[this.#piece(index)] || this.from(index) + 1; }

  /** Where in the folded text a position of the original is. */
  find(utf16) {
    const at = lowerBound(this.#from, utf16 + 1) - 1;
    if (at < 0) return 0;
    const start = this.#starts[at];
    return start + Math.min(utf16 - this.#from[at], (this.#starts[at + 1] ?? this.text.length) - start);
  }
}

export const fold = (original) => new Folded(original);

export const foldWords = (words) => fold(words).text.trim();

/** The first position at which a sorted list is not below a value. */
export function lowerBound(list, value) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < value) low = middle + 1; else high = middle;
  }
  return low;
}

/** Whether two neighbours belong to one word; Chinese, Japanese and Thai do not part words. */
export const isOneWord = (one, other) => /^(?:(?![\u0e00-\u0fff\u1780-\u17ff\u3040-\u9fff])[\p{L}\p{Nd}]){2}/u.test(one + other);

/** A text in which only words matter, as the service's own anchoring folds it (package anchor, Folded). */

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…' };
const LONGEST_REFERENCE = 12;
const MOST_ACCENTS = 16;
const MARK = '\'', BLANK = ' ', DASH = '-';

const PLAIN = new Map();
const spell = (plain, ...ranges) => { for (const range of ranges) for (let c = range.codePointAt(0); c <= range.codePointAt(range.length - 1); c++) PLAIN.set(c, plain); };
spell(BLANK, '\0 ', '\u00a0', '\u0085', '\u1680', '\u2000\u200a', '\u2028\u2029', '\u202f', '\u205f', '\u3000');
spell('', '\u00ad', '\u200b', '\u200e\u200f', '\u2060', '\ufeff');
spell(MARK, '"', '`', '«', '»', '´', '\u02bc', '\u02b9', '\u2018\u201f', '\u2032\u2033', '\u2039\u203a', '\u301d\u301f', '\uff02', '\uff07');
spell(DASH, '\u2010\u2015', '\u2212');
spell('.', '\u2026');

function reference(name) {
  if (name[0] !== '#') return NAMED[name];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : undefined;
}

/** Where something may change; all else stays as it is, with single blanks between: most of a text. */
const MAY_CHANGE = /[\0-\x1f"'`&\-\u0085\u00a0\u00ab\u00ad\u00b4\u00bb\u02b9\u02bc\u1680\u2000-\u206f\u2212\u3000\u301d-\u301f\ufeff\uff02\uff07]| (?= )/g;

/** A folded text; each piece knows where it starts, and where in the original (UTF-16) it starts and ends. */
class Folded {
  #starts = []; #from = []; #to = [];

  constructor(original) {
    this.original = original;
    const composed = original.normalize('NFC') === original;
    const out = [];
    let count = 0, last = '';
    const piece = (text, start, end) => {
      this.#starts.push(count);
      this.#from.push(start);
      this.#to.push(end);
      out.push(text);
      count += text.length;
      last = text.at(-1);
    };
    const put = (c, start, end) => {
      const plain = PLAIN.get(c.charCodeAt(0)) ?? c;
      if (!plain) return;
      const typewritten = plain === MARK && original[start - 1] === c && (c === MARK || c === '`');
      if (plain === last && (plain === BLANK || plain === DASH || typewritten)) this.#extend(end, count);
      else for (let times = c === '…' ? 3 : 1; times; times--) piece(plain, start, end);
    };
    for (let i = 0; i < original.length;) {
      if (composed && original[i] !== BLANK) {
        MAY_CHANGE.lastIndex = i;
        const end = MAY_CHANGE.exec(original)?.index ?? original.length;
        if (end > i) { piece(original.slice(i, end), i, i = end); continue; }
      }
      const [letters, end] = composed ? letter(original, i, i + 1) : accented(original, i);
      for (let j = 0; j < letters.length; j++) put(letters[j], i, end);
      i = end;
    }
    this.text = out.join('');
  }

  /** Blanks, "--" and "''" are one: the last character ends later. */
  #extend(end, count) {
    const at = this.#to.length - 1, length = count - this.#starts[at];
    if (length > 1) {
      this.#to[at]--;
      this.#starts.push(count - 1);
      this.#from.push(this.#to[at]);
      this.#to.push(end);
    } else this.#to[at] = end;
  }

  #piece(index) {
    const at = lowerBound(this.#starts, index + 1) - 1;
    const next = this.#starts[at + 1] ?? this.text.length;
    return { from: this.#from[at], to: this.#to[at], offset: index - this.#starts[at], isOne: next - this.#starts[at] === 1 };
  }

  /** Where in the original a character starts. */
  from(index) { const { from, offset } = this.#piece(index); return from + offset; }
  to(index) { const { from, to, offset, isOne } = this.#piece(index); return isOne ? to : from + offset + 1; }

  /** Where in the folded text a position of the original is. */
  find(utf16) {
    const at = lowerBound(this.#from, utf16 + 1) - 1;
    if (at < 0) return 0;
    const start = this.#starts[at], length = (this.#starts[at + 1] ?? this.text.length) - start;
    return start + Math.min(length === 1 && utf16 > this.#from[at] ? 1 : utf16 - this.#from[at], length);
  }
}

/** What stands there, and where it ends: a character, or a character reference. */
function letter(original, start, end) {
  if (original[start] === '&') {
    const close = original.slice(start, start + LONGEST_REFERENCE).indexOf(';');
    const resolved = close > 0 && reference(original.slice(start + 1, start + close));
    if (resolved) return [resolved, start + close + 1];
  }
  return [original[start], end];
}

/** The same where letters and accents may stand apart. */
function accented(original, start) {
  let end = start + 1;
  while (end < original.length && end - start <= MOST_ACCENTS && /\p{Mn}/u.test(original[end])) end++;
  return end > start + 1 ? [original.slice(start, end).normalize('NFC'), end] : letter(original, start, end);
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
export const isOneWord = (one, other) => /[\p{L}\p{Nd}]/u.test(one) && /[\p{L}\p{Nd}]/u.test(other) && !isUnparted(one) && !isUnparted(other);
const isUnparted = (c) => /[\u0e00-\u0fff\u1780-\u17ff\u3040-\u9fff]/.test(c);

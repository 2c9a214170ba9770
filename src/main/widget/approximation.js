/** Where words stand in a text with few changes: Myers' bit vectors in blocks of 32 rows (package anchor, Approximation). */

const CHUNK = 512;
const SLACK = 512;
const MOST = 3;

/** [{start, end, errors}], the best place first and those that are nearly as good. */
export function approximations(words, text, from, to) {
  if (words.length <= CHUNK) return ofChunk(words, text, from, to, MOST);
  const room = from + CHUNK + (to - from - Math.min(words.length, to - from));
  const [first] = ofChunk(words.slice(0, CHUNK), text, from, Math.min(room, to), 1);
  let { errors, end } = first;
  for (let i = CHUNK; i < words.length; i += CHUNK) {
    const chunk = words.slice(i, i + CHUNK);
    const limit = Math.min(text.length, end + chunk.length + SLACK);
    if (end >= limit || errors > i / 2) { errors += words.length - i; break; }
    const [next] = ofChunk(chunk, text, end, limit, 1);
    const lost = next.errors > chunk.length >> 1;
    errors += lost ? chunk.length : next.errors + next.start - end;
    end = lost ? Math.min(end + chunk.length, text.length) : next.end;
  }
  return [{ start: first.start, end, errors }];
}

function ofChunk(words, text, from, to, most) {
  const next = search(words);
  const errors = [];
  for (let i = from; i < to; i++) errors.push(next(text[i], 0));
  const found = [];
  let limit = words.length;
  while (found.length < most) {
    let best = -1;
    for (let i = 0; i < errors.length; i++) if (errors[i] < Infinity && (best < 0 || errors[i] <= errors[best])) best = i;
    if (best < 0 || errors[best] > limit) break;
    if (!found.length) limit = errors[best] + Math.max(1, Math.floor(words.length / 5));
    const end = from + best + 1;
    found.push({ start: startOf(words, text, from, end), end, errors: errors[best] });
    // Its neighbours are the same place.
    const near = Math.max(1, words.length >> 1);
    errors.fill(Infinity, Math.max(0, best - near), best + near + 1);
  }
  return found.length ? found : [{ start: from, end: from, errors: words.length }];
}

/** The same backwards from the known end: as many errors, and as near to the words' own length as that allows. */
function startOf(words, text, from, end) {
  const next = search([...Array(words.length).keys()].map((i) => words[words.length - 1 - i]).join(''));
  let fewest = words.length, start = end;
  for (let i = end - 1; i >= from && end - i <= 2 * words.length; i--) {
    const here = next(text[i], 1);
    const nearer = Math.abs(end - i - words.length) < Math.abs(end - start - words.length);
    if (here < fewest || (here === fewest && nearer)) { fewest = here; start = i; }
  }
  return start;
}

/** The last row of the matrix of edit distances, column by column; above is what a letter costs before the first word. */
function search(words) {
  const blocks = (words.length + 31) >> 5;
  const equal = new Map();
  for (let i = 0; i < words.length; i++) {
    if (!equal.has(words[i])) equal.set(words[i], new Int32Array(blocks));
    equal.get(words[i])[i >> 5] |= 1 << (i & 31);
  }
  const none = new Int32Array(blocks), plus = new Int32Array(blocks).fill(-1), minus = new Int32Array(blocks);
  const last = 1 << ((words.length - 1) & 31);
  let distance = words.length;
  return (letter, above) => {
    const same = equal.get(letter) ?? none;
    let carry = above;
    for (let b = 0; b < blocks; b++) {
      const lowest = b === blocks - 1 ? last : 1 << 31;
      const vertical = same[b] | minus[b];
      const eq = carry < 0 ? same[b] | 1 : same[b];
      const horizontal = ((((eq & plus[b]) + plus[b]) | 0) ^ plus[b]) | eq;
      let up = minus[b] | ~(horizontal | plus[b]), down = plus[b] & horizontal;
      const out = up & lowest ? 1 : down & lowest ? -1 : 0;
      up = (up << 1) | (carry > 0 ? 1 : 0);
      down = (down << 1) | (carry < 0 ? 1 : 0);
      plus[b] = down | ~(vertical | up);
      minus[b] = up & vertical;
      carry = out;
    }
    return distance += carry;
  };
}

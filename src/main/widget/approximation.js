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
  const errors = lastRow(words, text.slice(from, to), 0);
  const found = [];
  let limit = words.length;
  while (found.length < most) {
    let best = -1, fewest = limit;
    for (let i = 0; i < errors.length; i++) if (errors[i] <= fewest) fewest = errors[best = i];
    if (best < 0) break;
    if (!found.length) limit = fewest + Math.max(1, Math.floor(words.length / 5));
    const end = from + best + 1;
    found.push({ end, errors: fewest, get start() { return startOf(words, text, from, end); } });
    // Its neighbours are the same place.
    const near = Math.max(1, words.length >> 1);
    errors.fill(limit + 1, Math.max(0, best - near), best + near + 1);
  }
  return found.length ? found : [{ start: from, end: from, errors: words.length }];
}

/** The same backwards from the known end: as many errors, and as near to the words' own length as that allows. */
function startOf(words, text, from, end) {
  const errors = lastRow(reversed(words), reversed(text.slice(Math.max(from, end - 2 * words.length), end)), 1);
  let fewest = words.length, length = 0;
  errors.forEach((here, i) => {
    if (here < fewest || (here === fewest && Math.abs(i + 1 - words.length) < Math.abs(length - words.length))) { fewest = here; length = i + 1; }
  });
  return end - length;
}

export const reversed = (text) => text.split('').reverse().join('');

/** Edit distance of words to the beginning of others that fits best. */
export const distance = (words, others) => Math.min(words.length, ...lastRow(words, others, 1));

const rows = new Int32Array(1 << 16);

/** The last row of the matrix of edit distances, block by block of 32 rows; above is what a letter costs before the first word. */
function lastRow(words, letters, above) {
  const distances = new Int32Array(letters.length).fill(above);
  for (let row = 0; row < words.length; row += 32) {
    const end = Math.min(row + 32, words.length), last = end - row - 1;
    for (let i = row; i < end; i++) rows[words.charCodeAt(i)] |= 1 << (i - row);
    let plus = -1, minus = 0;
    for (let i = 0; i < letters.length; i++) {
      // What this column's letters above cost more than the ones of the column before: -1, 0 or 1.
      const carry = distances[i], same = rows[letters.charCodeAt(i)];
      const vertical = same | minus, eq = same | (carry >>> 31);
      const horizontal = (((eq & plus) + plus) ^ plus) | eq;
      const up = minus | ~(horizontal | plus), down = plus & horizontal;
      distances[i] = ((up >>> last) & 1) - ((down >>> last) & 1);
      const more = (up << 1) | ((carry + 1) >> 1);
      plus = (down << 1) | (carry >>> 31) | ~(vertical | more);
      minus = more & vertical;
    }
    for (let i = row; i < end; i++) rows[words.charCodeAt(i)] = 0;
  }
  for (let i = 0, sum = words.length; i < letters.length; i++) distances[i] = sum += distances[i];
  return distances;
}

/** What changed from one text to another, word by word (longest common subsequence). */
export interface Change { kind: 'same' | 'gone' | 'new'; text: string }

/** Longer texts are shown as a whole, one after the other. */
const MOST = 1500;

export function difference(before: string, after: string): Change[] {
  const [one, other] = [words(before), words(after)];
  if (one.length * other.length > MOST * MOST || one.length === 0 || other.length === 0) {
    return [...(before ? [{ kind: 'gone' as const, text: before }] : []), ...(after ? [{ kind: 'new' as const, text: after }] : [])];
  }
  const width = other.length + 1;
  const table = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      table[i * width + j] = one[i] === other[j]
        ? table[(i + 1) * width + j + 1] + 1
        : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const changes: Change[] = [];
  const add = (kind: Change['kind'], text: string) => {
    const last = changes.at(-1);
    if (last?.kind === kind) last.text += text; else changes.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) { add('same', one[i++]); j++; }
    else if (j >= other.length || i < one.length && table[(i + 1) * width + j] >= table[i * width + j + 1]) add('gone', one[i++]);
    else add('new', other[j++]);
  }
  return changes;
}

/** The paragraphs that only one of two long texts has, each beside the one that took its place where there is one. */
export function differentParagraphs(before: string, after: string): Change[][] {
  const [one, other] = [before, after].map((text) => text.split(/\n+/).map((line) => line.trim()).filter(Boolean));
  const [had, has] = [new Set(one), new Set(other)];
  const gone = one.filter((paragraph) => !has.has(paragraph));
  const come = other.filter((paragraph) => !had.has(paragraph));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => difference(gone[index] ?? '', come[index] ?? ''));
}

const words = (text: string) => text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** Any value of a history entry as people read it. */
export function plain(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(plain).join('\n');
  if (typeof value === 'object') return Object.entries(value).map(([member, of]) => `${member}: ${plain(of)}`).join('\n');
  return String(value);
}

/** Two versions of one draft and what both began with: what only one side changed is taken, the rest is a choice. */
export type Fields = Record<string, unknown>;
export interface Merged<T> { merged: T; conflicts: (keyof T & string)[] }

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** In `merged`, conflicting members are as `mine` has them. */
export function merge<T extends object>(base: T, theirs: T, mine: T): Merged<T> {
  const merged: Fields = {};
  const conflicts: (keyof T & string)[] = [];
  const [b, x, m] = [base as Fields, theirs as Fields, mine as Fields];
  for (const member of new Set([...Object.keys(b), ...Object.keys(x), ...Object.keys(m)])) {
    const taken = same(m[member], b[member]) ? x[member] : m[member];
    if (taken !== undefined) merged[member] = taken;
    if (!same(m[member], b[member]) && !same(x[member], b[member]) && !same(m[member], x[member])) {
      conflicts.push(member as keyof T & string);
    }
  }
  return { merged: merged as T, conflicts };
}

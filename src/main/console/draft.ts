/**
 * Keeps a verdict draft at the service as it is typed. One write at a time; what is typed meanwhile goes with the next. Somebody
 * else's version is merged, and where both changed the same the writer chooses.
 */
import { Problem, call, get } from './api.ts';
import { merge } from './merge.ts';
import type { Draft } from './types.ts';

export type DraftState = 'saved' | 'typing' | 'saving' | 'refused' | 'conflict';
const PAUSE = 800;

export class DraftKeeper extends EventTarget {
  draft: Draft = {};
  state: DraftState = 'saved';
  exists = false;
  problem?: Problem;
  /** While they wait for a choice. */
  conflict?: { base: Draft; theirs: Draft; members: (keyof Draft)[] };
  #base: Draft = {};
  #etag?: string;
  #timer?: ReturnType<typeof setTimeout>;
  #running?: Promise<void>;

  constructor(private readonly path: string) { super(); }

  async load() {
    const read = await this.#read();
    this.exists = read.etag !== undefined;
    this.#etag = read.etag;
    this.#base = read.draft;
    this.draft = { ...read.draft };
  }

  async #read(): Promise<{ draft: Draft; etag?: string }> {
    try {
      const { body, etag } = await get<Draft>(this.path);
      return { draft: body, etag };
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 404) return { draft: {} };
      throw problem;
    }
  }

  get dirty() { return this.state !== 'saved'; }

  change(members: Partial<Draft>) {
    this.draft = clean({ ...this.draft, ...members });
    if (this.state === 'conflict') return this.#tell('conflict');
    this.#tell('typing');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Writes at once what was typed. */
  async flush() {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    if (this.state === 'saved' || this.state === 'conflict') return;
    this.#running = this.#write().finally(() => { this.#running = undefined; });
    await this.#running;
  }

  async #write() {
    const sent = this.draft;
    this.#tell('saving');
    try {
      const { body, etag } = await call<Draft>('PUT', this.path, { body: sent, etag: this.#etag });
      this.#etag = etag;
      this.#base = body;
      this.exists = true;
      this.problem = undefined;
      this.#tell(JSON.stringify(sent) === JSON.stringify(this.draft) ? 'saved' : 'typing');
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === 412 || failure.status === 428) {
        await this.#meet();
      } else {
        this.problem = failure;
        this.#tell('refused');
      }
    }
    if (this.state === 'typing') await this.#write();
  }

  async #meet() {
    const { draft: theirs, etag } = await this.#read();
    const { merged, conflicts } = merge(this.#base, theirs, this.draft);
    const base = this.#base;
    this.#etag = etag;
    this.#base = theirs;
    this.draft = merged;
    if (conflicts.length > 0) {
      this.conflict = { base, theirs, members: conflicts };
      this.#tell('conflict');
    } else {
      this.#tell(JSON.stringify(merged) === JSON.stringify(theirs) ? 'saved' : 'typing');
    }
  }

  /** The writer's choice for each member in conflict. */
  async choose(chosen: Draft) {
    this.conflict = undefined;
    this.draft = clean({ ...this.draft, ...chosen });
    this.#tell('typing');
    await this.flush();
  }

  #tell(state: DraftState) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** Without what is empty: a draft may be incomplete, but has no empty members. */
export function clean(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) =>
    value !== undefined && value !== null && (typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0))) as Draft;
}

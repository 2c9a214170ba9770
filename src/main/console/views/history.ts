/** Every change, the newest first, with what it changed. */
import { html, nothing } from 'lit';
import { all } from '../api.ts';
import { difference, plain } from '../difference.ts';
import { View } from '../element.ts';
import { label, name, t, when } from '../words.ts';
import type { Claim, HistoryEntry } from '../types.ts';

/** Whose values are codes of the API, and the words for them. */
const CODES: Record<string, string> = { status: 'status', reason: 'reason', state: 'state', rating: 'rating', quoteVerdict: 'quoteVerdict', role: 'role_of_source', kind: 'kind' };
const DATES = ['date', 'claimDate', 'publishedAt'];
/** Of use to programs alone. */
const UNSEEN = ['id', 'accessedAt'];

class History extends View {
  static override properties = { claim: { attribute: false }, items: { state: true }, problem: { state: true } };
  declare claim: Claim;
  declare items?: HistoryEntry[];
  declare problem?: string;

  async load() {
    if (!this.items) return;
    try {
      this.items = (await all<HistoryEntry>(`/v1/claims/${this.claim.id}/history`, 2000)).reverse();
    } catch (failure) {
      this.problem = (failure as Error).message;
    }
  }

  #open(event: Event) {
    if ((event.target as HTMLDetailsElement).open && !this.items) {
      this.items = [];
      this.load();
    }
  }

  override render() {
    return html`<section><details @toggle=${this.#open}><summary><h2>${t('history')}</h2></summary>
      ${this.problem ? html`<p class="error">${this.problem}</p>` : nothing}
      <ol class="list history">${(this.items ?? []).map((each) => html`<li><p class="meta"><b>${label('action', each.action)}</b>${each.actor ? html`<span class="dot">${name(each.actor)}</span>` : nothing}<span class="dot">${when(each.at, true)}</span></p>
        ${this.#changes(each)}</li>`)}</ol></details></section>`;
  }

  /** A value as people read it: codes as words, people by their names. */
  #said(member: string, value: unknown): string {
    if (member in CODES && typeof value === 'string') return label(CODES[member], value);
    if (value && typeof value === 'object' && 'name' in value) return plain(value.name);
    return DATES.includes(member) ? when(plain(value)) : value === true ? '✓' : plain(value);
  }

  #changes({ before = {}, after = {} }: HistoryEntry) {
    const members = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((member) => !UNSEEN.includes(member) && plain(before[member]) !== plain(after[member]));
    return members.length === 0 ? nothing : html`<dl class="changes">${members.map((member) => html`<div><dt>${label('member', member)}</dt>
      <dd dir="auto">${difference(this.#said(member, before[member]), this.#said(member, after[member])).map(({ kind, text }) => kind === 'gone' ? html`<del>${text}</del>` : kind === 'new' ? html`<ins>${text}</ins>` : text)}</dd></div>`)}</dl>`;
  }
}

customElements.define('qc-history', History);

/** What waits for review, most urgent first; by mouse and by keys. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get, post, Problem } from '../api.ts';
import { View, announce } from '../element.ts';
import { session } from '../session.ts';
import { isCommand } from '../shortcuts.ts';
import { because, count, label, language, name, t } from '../words.ts';
import type { Page, QueueItem } from '../types.ts';

const STATUSES = ['submitted', 'in_review', 'proposed', 'published', 'retracted'];
const WAITS = ['appearances', 'reports'];
interface Counts { total: number; byStatus: Record<string, number> }
type Filters = Record<'status' | 'assignee' | 'tag' | 'language' | 'waiting', string>;
const NONE: Filters = { status: '', assignee: '', tag: '', language: '', waiting: '' };

/** As they were when the reader left for a claim: back is back, also by a link that names none. */
let kept: Filters = NONE;

/** Of an address that was passed on, or marked; what else it holds is nobody's here. */
function filtersOf(query: string): Filters {
  const named = [...new URLSearchParams(query)].filter(([member, value]) => Object.hasOwn(NONE, member) && value.trim() !== '');
  return named.length ? { ...NONE, ...Object.fromEntries(named) } : kept;
}

const queryOf = (filters: Filters) => String(new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')));

class Queue extends View {
  static override properties = { query: { attribute: false }, items: { state: true }, counts: { state: true }, problem: { state: true }, filters: { state: true }, at: { state: true }, help: { state: true } };
  declare query: string;
  declare items?: QueueItem[];
  declare counts?: Counts;
  declare problem?: string;
  declare filters: Filters;
  declare at: number;
  declare help: boolean;
  #cursor?: string;
  #running?: AbortController;
  readonly #keys = (event: KeyboardEvent) => this.#key(event);

  constructor() {
    super();
    this.query = '';
    this.filters = kept;
    this.at = 0;
    this.help = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
    this.#filter(filtersOf(this.query));
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!this.hasUpdated || !changed.has('query')) return;
    const asked = filtersOf(this.query);
    if (queryOf(asked) === queryOf(this.filters)) this.#readdress();
    else this.#filter(asked);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    this.#running?.abort();
  }

  async #load(more = false) {
    this.#running?.abort();
    const running = this.#running = new AbortController();
    if (!more) this.items = undefined;
    try {
      const { body } = await get<Page<QueueItem>>('/v1/review-queue', { ...this.filters, limit: '50', cursor: more ? this.#cursor : undefined }, running.signal);
      this.items = more ? [...this.items ?? [], ...body.items] : body.items;
      this.#cursor = body.nextCursor;
      this.problem = undefined;
      if (!more) {
        this.at = 0;
        this.counts = (await get<Counts>('/v1/review-queue/counts', { ...this.filters, status: undefined }, running.signal)).body;
        announce(count('queue.count', this.items.length));
      }
    } catch (failure) {
      if (!running.signal.aborted) this.problem = (failure as Error).message;
    }
  }

  #filter(members: Partial<Filters>) {
    kept = this.filters = { ...this.filters, ...members };
    this.#readdress();
    this.#load();
  }

  /** The address says how the queue is filtered. */
  #readdress() {
    const query = queryOf(this.filters);
    const hash = `#/queue${query && `?${query}`}`;
    if (location.hash === hash) return;
    history.replaceState(history.state, '', hash);
    window.dispatchEvent(new Event('readdressed'));
  }

  #key(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (!isCommand(event) || !this.items) return;
    if (event.key === '?') this.help = !this.help;
    else if (event.key === 'j' || event.key === 'k') this.#select(this.at + (event.key === 'j' ? 1 : -1));
    else if (event.key === 'e' && this.items[this.at]) this.#take(this.items[this.at]);
    else if (event.key === 'Enter' && !target.closest('a, button, summary') && this.items[this.at]) location.hash = `#/claims/${this.items[this.at].claim.id}`;
    else return;
    event.preventDefault();
  }

  async #select(to: number) {
    this.at = Math.max(0, Math.min(to, (this.items?.length ?? 0) - 1));
    await this.updateComplete;
    this.querySelector<HTMLElement>('.queue > [data-at] a')?.focus();
  }

  async #take(item: QueueItem) {
    if (item.claim.status !== 'submitted') {
      announce(t('queue.cannot_take'));
      return;
    }
    try {
      const { etag } = await get(`/v1/claims/${item.claim.id}`);
      await post(`/v1/claims/${item.claim.id}/transitions`, { to: 'in_review' }, etag);
      announce(t('queue.taken'));
      location.hash = `#/claims/${item.claim.id}`;
    } catch (failure) {
      this.problem = failure instanceof Problem && failure.status === 412 ? t('queue.changed') : (failure as Error).message;
      this.#load();
    }
  }

  override render() {
    return html`
      <div class="title"><h1>${t('nav.queue')}</h1>${this.counts ? html`<p class="meta">${count('queue.count', this.counts.total)}</p>` : nothing}
        <button class="plain keys" aria-expanded=${this.help} @click=${() => { this.help = !this.help; }}>${t('keys')}</button></div>
      ${this.help ? html`<dl class="notice shortcuts">${['j', 'k', 'Enter', 'e', 's', 'v', 'm', 'c', 'q', 'Ctrl+Enter', '?'].map((key) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(`key.${key}`)}</dd></div>`)}</dl>` : nothing}
      ${this.#filtersBar()}
      ${this.problem ? html`<p class="error" role="alert">${this.problem} <button class="plain" @click=${() => this.#load()}>${t('try_now')}</button></p>` : nothing}
      ${this.#list()}`;
  }

  #filtersBar() {
    const chip = (status: string, text: string, number: number | undefined) => html`
      <button class="chip" aria-pressed=${this.filters.status === status} @click=${() => this.#filter({ status })}>${text}${number === undefined ? nothing : html` <b>${number}</b>`}</button>`;
    const field = (member: keyof Filters) => (event: Event) => this.#filter({ [member]: (event.target as HTMLInputElement).value.trim() });
    return html`<div class="filters" role="group" aria-label=${t('queue.filters')}>
      <div class="chips">${chip('', t('queue.all'), this.counts?.total)}${STATUSES.filter((status) => this.counts?.byStatus[status] || this.filters.status === status)
        .map((status) => chip(status, label('status', status), this.counts?.byStatus[status]))}</div>
      <label>${t('queue.assignee')}<select @change=${field('assignee')}>
        <option value="">${t('queue.anybody')}</option><option value="me" .selected=${this.filters.assignee === 'me'}>${t('queue.me')}</option></select></label>
      <label>${t('queue.waiting')}<select @change=${field('waiting')}>
        <option value="">${t('queue.anything')}</option>${WAITS.map((each) => html`<option value=${each} .selected=${this.filters.waiting === each}>${t(`queue.${each}`)}</option>`)}</select></label>
      <label>${t('tag')}<input .value=${this.filters.tag} @change=${field('tag')} autocomplete="off" spellcheck="false"></label>
      <label>${t('language')}<input class="short" .value=${this.filters.language} @change=${field('language')} autocomplete="off" spellcheck="false" placeholder="en"></label>
    </div>`;
  }

  #list() {
    if (!this.items) return this.problem ? nothing : html`<p class="loading" aria-busy="true">${t('loading')}</p>`;
    if (this.items.length === 0) {
      const filtered = Object.values(this.filters).some((value) => value !== '');
      return html`<div class="empty"><p>${t(filtered ? 'queue.none_fits' : 'queue.empty')}</p>
        ${filtered ? html`<button class="plain" @click=${() => this.#filter(NONE)}>${t('queue.clear')}</button>` : html`<p><a class="button" href="#/paste">${t('queue.start')}</a></p>`}</div>`;
    }
    return html`<ol class="queue">${repeat(this.items, (item) => item.claim.id, (item, index) => this.#item(item, index))}</ol>
      ${this.#cursor ? html`<p><button class="plain" @click=${() => this.#load(true)}>${t('more')}</button></p>` : nothing}`;
  }

  #item(item: QueueItem, index: number) {
    const { claim, urgency, reason, reasons } = item;
    return html`<li data-at=${index === this.at ? '' : nothing} @focusin=${() => { this.at = index; }}>
      <div class="facts"><span class="status ${claim.status}">${label('status', claim.status)}</span>
        ${claim.assignee ? html`<span>${claim.assignee.id === session.me?.id ? t('queue.me') : name(claim.assignee)}</span>` : nothing}
        ${(claim.tags ?? []).map((tag) => html`<span class="tag">${tag}</span>`)}
        <span class="urgency" title=${t('queue.urgency')}><span class="visually-hidden">${t('queue.urgency')}</span>${urgency.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}</span></div>
      <a href="#/claims/${claim.id}" lang=${claim.language ?? nothing} dir="auto">${claim.text}</a>
      <p class="meta">${claim.claimant ? html`<span class="dot">${claim.claimant.name}</span>` : nothing}<span class="dot">${because(reasons, reason.split('; ')).join('; ')}</span></p>
      ${claim.status === 'submitted' ? html`<button class="plain" @click=${() => this.#take(item)}>${t('take')}<span class="visually-hidden">: ${claim.text}</span></button>` : nothing}
    </li>`;
  }
}

customElements.define('qc-queue', Queue);

/** The quotations of an article that was read: corrected, marked, chosen, and sent as claims. */
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { get, patch, post, remove, type Problem } from '../api.ts';
import { announce, leave, leaving, values } from '../element.ts';
import { isCommand } from '../shortcuts.ts';
import { hues } from '../text.ts';
import { count, label, t } from '../words.ts';
import type { Article, Quote } from '../types.ts';
import { Form } from './form.ts';
import './article-text.ts';
import './quote.ts';
import type { Correction, QuoteItem } from './quote.ts';

/** Lists grow by this many a frame, so that five thousand quotes never hold up the page. */
const SLICE = 40;

class Found extends Form {
  static override properties = { ...Form.properties, article: { attribute: false }, text: { attribute: false }, quotes: { state: true }, leftOut: { state: true }, shown: { state: true }, chosen: { state: true }, active: { state: true }, selection: { state: true }, progress: { state: true } };
  declare article: Article;
  declare text: string;
  declare quotes?: Quote[];
  /** Quotations that the article has no room for. */
  declare leftOut: number;
  declare shown: number;
  declare chosen: number;
  declare active?: number;
  declare selection?: { start: number; end: number; text: string };
  declare progress?: { done: number; of: number };
  #etag?: string;
  #speakers: string[] = [];
  #hues: (number | undefined)[] = [];
  /** Who types a name and sends at once sends after it. */
  #correcting: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.leftOut = 0;
    this.shown = SLICE;
    this.chosen = 0;
  }

  override async firstUpdated() {
    try {
      await this.#read();
    } catch (failure) {
      this.problem = failure as Problem;
      return;
    }
    this.#grow();
    await this.updateComplete;
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  #guard(unsent: boolean) {
    leaving.ask = unsent ? async () => confirm(t('leave')) : undefined;
  }

  async #read() {
    const { body, etag } = await get<Article>(`/v1/articles/${this.article.id}`);
    this.quotes = body.quotes;
    const speakers = body.quotes.map((quote) => quote.speaker?.name);
    this.#speakers = [...new Set(speakers.filter((each) => each !== undefined))];
    this.#hues = hues(speakers);
    this.leftOut = body.quotesLeftOut ?? 0;
    this.#etag = etag;
  }

  /** Other words or another speaker for a quote; null: it is no quotation. */
  #correct({ detail }: CustomEvent<Correction>) {
    this.#correcting = this.#correcting.then(() => this.#corrects(detail)).catch((failure) => { this.problem = failure; });
  }

  async #corrects({ quote, change }: Correction) {
    const { article } = this;
    const path = `/v1/articles/${article.id}/quotes/${quote.id}`;
    await this.send(() => change ? patch(path, change, this.#etag) : remove(path, this.#etag), t(change ? 'saved' : 'paste.removed'));
    await this.#read();
    this.selection = undefined;
    await this.updateComplete;
    this.#count();
  }

  #grow() {
    if (this.shown < (this.quotes ?? []).length) {
      setTimeout(() => { this.shown += SLICE; this.#grow(); });
    }
  }

  async #mark() {
    const { selection, article } = this;
    if (!selection) return;
    if (await this.send(() => post(`/v1/articles/${article.id}/quotes`, { start: selection.start, end: selection.end }), t('paste.marked'))) {
      await this.#read();
      this.selection = undefined;
    }
  }

  /** The same by the words alone, for those who do not select. */
  async #name(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (await this.send(() => post(`/v1/articles/${this.article.id}/quotes`, values(form)), t('paste.marked'), form)) await this.#read();
  }

  async #send(event: Event) {
    if (event.type === 'finish') (event.target as HTMLElement).dispatchEvent(new Event('change'));
    await this.#correcting;
    if (this.progress) return;
    const items = [...this.querySelectorAll<QuoteItem>('qc-quote')].filter((item) => item.chosen && !item.sent);
    if (items.length === 0) return;
    let failed = 0;
    this.busy = true;
    for (const [index, item] of items.entries()) {
      this.progress = { done: index, of: items.length };
      if (!await item.send()) failed++;
    }
    this.progress = undefined;
    this.busy = false;
    this.#count();
    announce(failed ? t('paste.some_failed', { number: failed }) : count('paste.sent', items.length));
    this.querySelector<HTMLElement>('qc-quote .error, .sent a')?.focus();
  }

  #count() {
    this.chosen = [...this.querySelectorAll<QuoteItem>('qc-quote')].filter((item) => item.chosen && !item.sent).length;
    this.#guard(this.chosen > 0);
  }

  override render() {
    const { article, quotes } = this;
    if (!quotes) return this.problem ? this.mistakes() : html`<p class="loading" aria-busy="true">${t('paste.reading')}</p>`;
    const warnings = article.textSource?.warnings ?? [];
    const left = this.progress;
    return html`<div class="title"><h1 tabindex="-1">${count('paste.quotes', quotes.length)}</h1>
        <button class="plain" @click=${async () => await leave() && this.dispatchEvent(new Event('another'))}>${t('paste.another')}</button></div>
      <p class="meta" dir="auto">${[article.title, article.url].filter(Boolean).map((each) => html`<span class="dot">${each}</span>`)}</p>
      ${warnings.length ? html`<div class="notice" role="note"><b>${t('paste.warnings')}</b><ul>${warnings.map((each) => html`<li>${label('warning', each)}</li>`)}</ul></div>` : nothing}
      ${this.leftOut ? html`<p class="notice" role="note">${count('paste.left_out', this.leftOut)}</p>` : nothing}
      ${this.mistakes()}
      <div class="columns even">
        <section><h2>${t('paste.article')}</h2><p class="hint">${t('paste.select')}</p>
          <qc-article-text .text=${this.text} .quotes=${quotes} .active=${this.active} lang=${article.language ?? nothing}
            @chosen-text=${(event: CustomEvent) => { this.selection = event.detail; }} @chosen-quote=${(event: CustomEvent) => this.#jump(event.detail)}></qc-article-text>
          ${this.selection ? html`<div class="selection" role="group" aria-label=${t('paste.selected')}><q dir="auto">${this.selection.text.slice(0, 120)}</q>
            <button class="plain" ?disabled=${this.busy} @click=${this.#mark}>${t('paste.mark')}</button></div>` : nothing}
          <details class="edit"><summary>${t('paste.by_words')}</summary><form @submit=${this.#name}><label class="wide">${t('paste.exact')}<input name="exact" required autocomplete="off"></label>
            <div class="actions"><button class="plain" ?disabled=${this.busy}>${t('paste.mark')}</button></div></form></details></section>
        <section aria-labelledby="quotes" @finish=${this.#send} @keydown=${this.#key}><h2 id="quotes">${t('paste.claims')}</h2>
          <datalist id="speakers">${guard([this.#speakers], () => this.#speakers.map((each) => html`<option value=${each}></option>`))}</datalist>
          <ol class="quotes" @choice=${this.#count} @correct=${this.#correct}>${repeat(quotes.slice(0, this.shown), (quote) => quote.id, (quote, index) => html`<li id="quote-${index}">
            <qc-quote .quote=${quote} .articleId=${article.id} .selection=${index === this.active ? this.selection : undefined} .hue=${this.#hues[index]} @focusin=${() => { this.active = index; }}></qc-quote></li>`)}</ol>
          ${quotes.length === 0 ? html`<p class="empty">${t('paste.none')}</p>` : nothing}</section></div>
      <div class="send-bar"><button ?disabled=${this.chosen === 0 || Boolean(left)} @click=${this.#send}>${count('paste.send', this.chosen)}</button>
        ${left ? html`<progress max=${left.of} value=${left.done} aria-label=${t('paste.sending')}></progress>` : nothing}</div>`;
  }

  /** j and k lead from quotation to quotation, past what is open in between. */
  #key(event: KeyboardEvent) {
    if (!isCommand(event) || event.key !== 'j' && event.key !== 'k') return;
    event.preventDefault();
    this.#jump(Math.max(0, Math.min((this.active ?? 0) + (event.key === 'j' ? 1 : -1), (this.quotes ?? []).length - 1)));
  }

  async #jump(index: number) {
    this.active = index;
    this.shown = Math.max(this.shown, index + 1);
    await this.updateComplete;
    const item = this.querySelector<HTMLElement>(`#quote-${index}`);
    item?.scrollIntoView({ block: 'nearest' });
    item?.querySelector('input')?.focus();
  }
}

customElements.define('qc-found', Found);

/** From a pasted article to claims. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get, patch, post, remove } from '../api.ts';
import { announce, leaving, values } from '../element.ts';
import { Form } from './form.ts';
import { hue } from '../text.ts';
import { count, label, t } from '../words.ts';
import type { Article, Quote } from '../types.ts';
import './article-text.ts';
import './quote.ts';
import type { Correction, QuoteItem } from './quote.ts';

/** Lists grow by this many a frame, so that five thousand quotes never hold up the page. */
const SLICE = 40;
interface Sent { id: string; quotes: Quote[] }

class Paste extends Form {
  static override properties = { ...Form.properties, article: { state: true }, text: { state: true }, quotes: { state: true }, shown: { state: true }, chosen: { state: true }, active: { state: true }, selection: { state: true }, over: { state: true } };
  declare article?: Article;
  declare text: string;
  declare quotes: Quote[];
  declare shown: number;
  declare chosen: number;
  declare active?: number;
  declare selection?: { start: number; end: number; text: string };
  declare over: boolean;
  #etag?: string;

  constructor() {
    super();
    this.quotes = [];
    this.shown = 0;
    this.chosen = 0;
    this.over = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    leaving.ask = undefined;
  }

  #typed(event: Event) {
    const form = event.currentTarget as HTMLFormElement;
    this.#guard(Boolean((form.elements.namedItem('content') as HTMLTextAreaElement).value));
  }

  #guard(unsent: boolean) {
    leaving.ask = unsent ? async () => confirm(t('leave')) : undefined;
  }

  async #file(file: File | undefined) {
    if (!file) return;
    const area = this.querySelector<HTMLTextAreaElement>('[name=content]')!;
    area.value = await file.text();
    area.focus();
    this.#guard(true);
  }

  /** A page that is copied in a browser is pasted as the HTML that it was. */
  #pasted(event: ClipboardEvent) {
    const markup = event.clipboardData?.getData('text/html');
    if (markup && /<(article|blockquote|p|h1)[\s>]/i.test(markup) && (event.target as HTMLTextAreaElement).value === '') {
      event.preventDefault();
      (event.target as HTMLTextAreaElement).value = markup;
      this.#guard(true);
    }
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const { content, publisher, ...data } = values(event.target as HTMLFormElement);
    const markup = /^\s*<(!doctype|html|article|body|div|p|main|section|meta|h1)[\s>]/i.test(content);
    const body = { ...data, ...publisher ? { publisher: { name: publisher } } : {}, [markup ? 'html' : 'text']: content };
    await this.send(async () => {
      const { body: article, status } = await post<Article>('/v1/articles', body);
      if (status === 202) throw new Error('waits');
      await this.#show(article);
    }, t('paste.found')).catch((failure) => {
      if (failure.message !== 'waits') throw failure;
      this.#guard(false);
      announce(t('paste.waits'));
      this.article = undefined;
      this.waits = true;
      this.requestUpdate();
    });
  }

  waits = false;

  async #show(article: Sent & Article) {
    this.text = (await get<string>(`/v1/articles/${article.id}/text`)).body;
    await this.#read(article.id);
    this.article = article;
    this.shown = SLICE;
    this.chosen = 0;
    this.#grow();
    await this.updateComplete;
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  async #read(id: string) {
    const { body, etag } = await get<Article>(`/v1/articles/${id}`);
    this.quotes = body.quotes;
    this.#etag = etag;
  }

  /** Other words or another speaker for a quote; null: it is no quotation. */
  async #correct({ detail: { quote, change } }: CustomEvent<Correction>) {
    const { article } = this;
    const path = `/v1/articles/${article!.id}/quotes/${quote.id}`;
    await this.send(() => change ? patch(path, change, this.#etag) : remove(path, this.#etag), t(change ? 'saved' : 'paste.removed'));
    await this.#read(article!.id);
    this.selection = undefined;
    await this.updateComplete;
    this.#count();
  }

  #grow() {
    if (this.shown < this.quotes.length) {
      setTimeout(() => { this.shown += SLICE; this.#grow(); });
    }
  }

  async #mark() {
    const { selection, article } = this;
    if (!selection || !article) return;
    if (await this.send(() => post(`/v1/articles/${article.id}/quotes`, { start: selection.start, end: selection.end }), t('paste.marked'))) {
      await this.#read(article.id);
      this.selection = undefined;
    }
  }

  /** The same by the words alone, for those who do not select. */
  async #name(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (await this.send(() => post(`/v1/articles/${this.article!.id}/quotes`, values(form)), t('paste.marked'))) {
      form.reset();
      await this.#read(this.article!.id);
    }
  }

  async #send() {
    const items = [...this.querySelectorAll<QuoteItem>('qc-quote')].filter((item) => item.chosen && !item.sent);
    let failed = 0;
    this.busy = true;
    for (const [index, item] of items.entries()) {
      this.progress = { done: index, of: items.length };
      this.requestUpdate();
      if (!await item.send()) failed++;
    }
    this.progress = undefined;
    this.busy = false;
    this.#count();
    announce(failed ? t('paste.some_failed', { number: failed }) : count('paste.sent', items.length));
    this.querySelector<HTMLElement>('qc-quote .error, .sent a')?.focus();
  }

  progress?: { done: number; of: number };

  #count() {
    this.chosen = [...this.querySelectorAll<QuoteItem>('qc-quote')].filter((item) => item.chosen && !item.sent).length;
    this.#guard(this.chosen > 0);
  }

  override render() {
    return this.article ? this.#found(this.article) : this.#form();
  }

  #form() {
    return html`<h1>${t('nav.paste')}</h1><p>${t('paste.text')}</p>
      ${this.waits ? html`<p class="notice">${t('paste.waits')}</p>` : nothing}
      <form class="paste ${this.over ? 'over' : ''}" @submit=${this.#submit} @input=${this.#typed}
        @dragover=${(event: DragEvent) => { event.preventDefault(); this.over = true; }} @dragleave=${() => { this.over = false; }}
        @drop=${(event: DragEvent) => { event.preventDefault(); this.over = false; this.#file(event.dataTransfer?.files[0]); }}>
        ${this.mistakes()}
        <label class="wide">${t('paste.url')}<input name="url" type="url" required maxlength="2048" placeholder="https://"></label>
        <label class="wide">${t('paste.content')}<textarea name="content" rows="12" required @paste=${this.#pasted}></textarea></label>
        <p class="hint wide">${t('paste.hint')} <label class="file">${t('paste.file')}<input type="file" accept=".txt,.html,.htm,text/plain,text/html" @change=${(event: Event) => this.#file((event.target as HTMLInputElement).files?.[0])}></label></p>
        <details class="wide"><summary>${t('paste.more')}</summary><div class="fields">
          <label>${t('title')}<input name="title" maxlength="500"></label><label>${t('publisher')}<input name="publisher" maxlength="200"></label>
          <label>${t('language')}<input name="language" class="short" placeholder="en"></label></div></details>
        <div class="actions"><button ?disabled=${this.busy}>${this.busy ? t('paste.reading') : t('paste.find')}</button></div></form>`;
  }

  #found(article: NonNullable<Paste['article']>) {
    const speakers = this.quotes.map((quote) => quote.speaker?.name);
    const warnings = article.textSource?.warnings ?? [];
    const left = this.progress;
    return html`<div class="title"><h1 tabindex="-1">${count('paste.quotes', this.quotes.length)}</h1>
        <button class="plain" @click=${() => { this.article = undefined; this.#guard(false); }}>${t('paste.another')}</button></div>
      <p class="meta" dir="auto">${[article.title, article.url].filter(Boolean).map((each) => html`<span class="dot">${each}</span>`)}</p>
      ${warnings.length ? html`<div class="notice" role="note"><b>${t('paste.warnings')}</b><ul>${warnings.map((each) => html`<li>${label('warning', each)}</li>`)}</ul></div>` : nothing}
      ${this.mistakes()}
      <div class="columns even">
        <section><h2>${t('paste.article')}</h2><p class="hint">${t('paste.select')}</p>
          <qc-article-text .text=${this.text} .quotes=${this.quotes} .active=${this.active} lang=${article.language ?? nothing}
            @chosen-text=${(event: CustomEvent) => { this.selection = event.detail; }} @chosen-quote=${(event: CustomEvent) => this.#jump(event.detail)}></qc-article-text>
          ${this.selection ? html`<div class="selection" role="group" aria-label=${t('paste.selected')}><q dir="auto">${this.selection.text.slice(0, 120)}</q>
            <button class="plain" ?disabled=${this.busy} @click=${this.#mark}>${t('paste.mark')}</button></div>` : nothing}
          <details class="edit"><summary>${t('paste.by_words')}</summary><form @submit=${this.#name}><label class="wide">${t('paste.exact')}<input name="exact" required maxlength="5000" autocomplete="off"></label>
            <div class="actions"><button class="plain" ?disabled=${this.busy}>${t('paste.mark')}</button></div></form></details></section>
        <section aria-labelledby="quotes"><h2 id="quotes">${t('paste.claims')}</h2>
          <datalist id="speakers">${[...new Set(speakers.filter(Boolean))].map((each) => html`<option value=${each!}></option>`)}</datalist>
          <ol class="quotes" @choice=${this.#count} @correct=${this.#correct}>${repeat(this.quotes.slice(0, this.shown), (quote) => quote.id, (quote, index) => html`<li id="quote-${index}">
            <qc-quote .quote=${quote} .articleId=${article.id} .selection=${index === this.active ? this.selection : undefined} .hue=${hue(speakers, quote.speaker?.name)} @focusin=${() => { this.active = index; }}></qc-quote></li>`)}</ol>
          ${this.quotes.length === 0 ? html`<p class="empty">${t('paste.none')}</p>` : nothing}</section></div>
      <div class="send-bar"><button ?disabled=${this.chosen === 0 || this.busy} @click=${this.#send}>${count('paste.send', this.chosen)}</button>
        ${left ? html`<progress max=${left.of} value=${left.done} aria-label=${t('paste.sending')}></progress>` : nothing}</div>`;
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

customElements.define('qc-paste', Paste);

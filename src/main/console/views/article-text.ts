/** An article's text with its quotes marked, drawn in slices; words that are selected are told by their position in code points. */
import { html, nothing } from 'lit';
import { View } from '../element.ts';
import { hues, Positions, paragraphs, type Paragraph } from '../text.ts';
import { t } from '../words.ts';
import type { Quote } from '../types.ts';

const SLICE = 40;
/** Slices that are drawn at a time. */
const STEP = 3;

class Slice extends View {
  static override properties = { paragraphs: { attribute: false }, hues: { attribute: false }, active: { attribute: false } };
  declare paragraphs: Paragraph[];
  declare hues: (number | undefined)[];
  declare active?: number;

  override shouldUpdate(changed: Map<string, unknown>) {
    if (changed.has('paragraphs') || changed.has('hues')) return true;
    const was = changed.get('active');
    return this.paragraphs.some(({ runs }) => runs.some(({ quote }) => quote !== undefined && (quote === was || quote === this.active)));
  }

  override render() {
    return this.paragraphs.map(({ runs }) => html`<p>${runs.map(({ at, text, quote }) => quote === undefined
      ? html`<span data-at=${at}>${text}</span>`
      : html`<mark data-at=${at} data-quote=${quote} data-hue=${this.hues[quote] ?? 'none'} class=${quote === this.active ? 'active' : ''}>${text}</mark>`)}</p>`);
  }
}

class ArticleText extends View {
  static override properties = { text: { attribute: false }, quotes: { attribute: false }, active: { attribute: false }, slices: { state: true }, shown: { state: true } };
  declare text: string;
  declare quotes: Quote[];
  declare active?: number;
  declare slices: Paragraph[][];
  declare shown: number;
  #positions = new Positions('');
  #hues: (number | undefined)[] = [];

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('text') && !changed.has('quotes')) return;
    this.#positions = new Positions(this.text);
    this.#hues = hues(this.quotes.map((quote) => quote.speaker?.name));
    const all = paragraphs(this.text, this.quotes, this.#positions);
    this.slices = Array.from({ length: Math.ceil(all.length / SLICE) }, (_, index) => all.slice(index * SLICE, (index + 1) * SLICE));
    this.shown = 2;
    this.#grow();
  }

  #grow() {
    if (this.shown < this.slices.length) setTimeout(() => { this.shown += STEP; this.#grow(); });
  }

  #selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !this.contains(selection.anchorNode) || !this.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const from = this.#at(range.startContainer, range.startOffset);
    const to = this.#at(range.endContainer, range.endOffset);
    if (from === undefined || to === undefined) return;
    const chosen = this.text.slice(from, to);
    const start = from + chosen.length - chosen.trimStart().length;
    const end = from + chosen.trimEnd().length;
    if (end > start) {
      this.dispatchEvent(new CustomEvent('chosen-text', { detail: { start: this.#positions.codePoints(start), end: this.#positions.codePoints(end), text: this.text.slice(start, end) } }));
    }
  }

  #at(node: Node, offset: number) {
    const run = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]');
    return run ? Number(run.dataset.at) + (node.nodeType === Node.TEXT_NODE ? offset : 0) : undefined;
  }

  #clicked(event: Event) {
    const quote = (event.target as HTMLElement).closest<HTMLElement>('[data-quote]')?.dataset.quote;
    if (quote !== undefined && getSelection()?.isCollapsed) this.dispatchEvent(new CustomEvent('chosen-quote', { detail: Number(quote) }));
  }

  override render() {
    return html`<div class="article-text" tabindex="0" role="region" aria-label=${t('paste.article')} dir="auto" @mouseup=${this.#selected} @keyup=${this.#selected} @click=${this.#clicked}>
      ${this.slices.slice(0, this.shown).map((each) => html`<qc-slice .paragraphs=${each} .hues=${this.#hues} .active=${this.active}></qc-slice>`)}
      ${this.shown < this.slices.length ? html`<p class="loading">${t('loading')}</p>` : nothing}</div>`;
  }
}

customElements.define('qc-slice', Slice);
customElements.define('qc-article-text', ArticleText);

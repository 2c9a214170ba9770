/** One quotation on its way to a claim: chosen, reworded, told apart from what was asked before, sent once. */
import { html, nothing } from 'lit';
import { post, Problem } from '../api.ts';
import { View } from '../element.ts';
import { because, label, share, t } from '../words.ts';
import type { Claim, Match, Page, Quote } from '../types.ts';

/** @property change null: it is no quotation. */
export interface Correction { quote: Quote; change: { start: number; end: number } | { speaker: { name: string } | null } | null }

export class QuoteItem extends View {
  static override properties = { quote: { attribute: false }, articleId: { attribute: false }, selection: { attribute: false }, hue: { attribute: false }, chosen: { state: true }, words: { state: true }, speaker: { state: true }, near: { state: true }, sent: { state: true }, problem: { state: true } };
  declare quote: Quote;
  declare articleId: string;
  declare selection?: { start: number; end: number; text: string };
  declare hue?: number;
  declare chosen: boolean;
  declare words: string;
  declare speaker: string;
  declare near?: Match[];
  declare sent?: { id: string; known: boolean };
  declare problem?: string;
  #of?: string;
  #own?: string;

  constructor() {
    super();
    this.chosen = false;
  }

  override willUpdate() {
    if (this.#of !== this.quote.id + this.quote.exact) {
      this.#of = this.quote.id + this.quote.exact;
      const own = this.quote.exact.replace(/,$/, '');
      // Other boundaries leave the words that somebody typed.
      if (this.words === undefined || this.words === this.#own) this.words = own;
      this.#own = own;
      this.speaker = this.quote.speaker?.name ?? '';
      this.sent = this.near = this.problem = undefined;
    }
  }

  #correct(change: Correction['change']) {
    this.dispatchEvent(new CustomEvent<Correction>('correct', { bubbles: true, detail: { quote: this.quote, change } }));
  }

  /** What a person says of a speaker outlives later versions and engines. */
  #say(speaker: string) {
    this.speaker = speaker;
    if (speaker !== (this.quote.speaker?.name ?? '')) this.#correct({ speaker: speaker ? { name: speaker } : null });
    this.#look();
  }

  #choose(event: Event) {
    this.chosen = (event.target as HTMLInputElement).checked;
    this.dispatchEvent(new Event('choice', { bubbles: true }));
    if (this.chosen) this.#look();
  }

  async #look() {
    if (!/[\p{L}\p{N}]/u.test(this.words)) return;
    try {
      const { body } = await post<Page<Match>>('/v1/claims/match', { text: this.words, limit: 3, ...this.speaker ? { claimant: { name: this.speaker } } : {} });
      this.near = body.items.filter((match) => match.score >= 0.4);
    } catch {
      this.near = undefined;
    }
  }

  /** @returns false when it was refused; what was typed stays. */
  async send(): Promise<boolean> {
    const { quote, words, speaker } = this;
    const own = quote.exact.replace(/,$/, '');
    const change = speaker !== (quote.speaker?.name ?? '');
    const reworded = words.trim() !== own;
    const claimant = speaker && (change || reworded) ? { name: speaker, ...change ? {} : { type: quote.speaker?.type === 'Organization' ? 'Organization' : 'Person', ...quote.speaker?.jobTitle ? { jobTitle: quote.speaker.jobTitle } : {} } } : undefined;
    try {
      const { status, body } = await post<Claim>('/v1/claims', { quoteId: quote.id, ...reworded ? { text: words.trim() } : {}, ...claimant ? { claimant } : {} });
      this.sent = { id: body.id, known: status === 200 };
      this.problem = undefined;
      return true;
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure.message : String(failure);
      return false;
    }
  }

  override render() {
    const { quote } = this;
    const candidates = quote.speakerCandidates ?? [];
    return html`<div class="quote-item ${this.chosen ? 'chosen' : ''}" data-hue=${this.hue ?? 'none'}>
      <label class="check"><input type="checkbox" .checked=${this.chosen} ?disabled=${Boolean(this.sent)} @change=${this.#choose}><span><q dir="auto">${quote.exact}</q>
        <span class="meta"><span class="dot">${quote.speaker ? [quote.speaker.name, quote.speaker.jobTitle].filter(Boolean).join(', ') : t('paste.nobody')}</span>
        ${quote.kind === 'mixed' ? html`<span class="dot">${t('paste.mixed')}</span>` : nothing}<span class="dot">${t('paste.checkability', { number: Math.round(quote.checkability * 100) })}</span></span></span></label>
      ${this.sent ? html`<p class="sent"><a href="#/claims/${this.sent.id}">${t(this.sent.known ? 'paste.joined' : 'paste.became')}</a></p>` : this.chosen ? html`<div class="fields">
        <label class="wide">${t('paste.words')}<textarea rows="2" dir="auto" .value=${this.words} @input=${(event: Event) => { this.words = (event.target as HTMLTextAreaElement).value; }} @change=${this.#look}></textarea></label>
        <label>${t('paste.speaker')}<input list="speakers" .value=${this.speaker} @change=${(event: Event) => this.#say((event.target as HTMLInputElement).value.trim())}></label>
        ${candidates.length ? html`<p class="meta wide">${t('paste.candidates')} ${candidates.map((each) => html`<button type="button" class="plain" @click=${() => this.#say(each.name)}>${each.name}</button>`)}</p>` : nothing}
        <div class="row wide">${this.selection ? html`<button type="button" class="plain" @click=${() => this.#correct({ start: this.selection!.start, end: this.selection!.end })}>${t('paste.boundary')}</button>` : nothing}
          <button type="button" class="plain" @click=${() => this.#correct(null)}>${t('paste.no_quotation')}</button></div>
        ${this.#similar()}</div>` : nothing}
      ${this.problem ? html`<p class="error" role="alert" tabindex="-1">${this.problem}</p>` : nothing}</div>`;
  }

  #similar() {
    if (!this.near?.length) return nothing;
    return html`<div class="wide notice"><b>${t('paste.similar')}</b><ul>${this.near.map(({ claim, score, why, reasons }) => html`<li><a href="#/claims/${claim.id}" target="_blank" lang=${claim.language ?? nothing} dir="auto">${claim.text}</a>
      <span class="meta"><span class="dot">${share(score)}</span><span class="dot">${label('status', claim.status)}</span>${because(reasons, why).map((each) => html`<span class="dot">${each}</span>`)}</span></li>`)}</ul></div>`;
  }
}

customElements.define('qc-quote', QuoteItem);

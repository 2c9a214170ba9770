/** What became of what one sent. */
import { html, nothing } from 'lit';
import { get } from '../api.ts';
import { View } from '../element.ts';
import { label, t, when } from '../words.ts';
import type { Page, Submission } from '../types.ts';

class Submissions extends View {
  static override properties = { items: { state: true }, problem: { state: true } };
  declare items?: Submission[];
  declare problem?: string;
  #cursor?: string;
  #loads = false;

  override connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    if (this.#loads) return;
    this.#loads = true;
    try {
      const { body } = await get<Page<Submission>>('/v1/submissions', { limit: '50', cursor: this.#cursor });
      this.items = [...this.items ?? [], ...body.items];
      this.#cursor = body.nextCursor;
      this.problem = undefined;
    } catch (failure) {
      this.problem = (failure as Error).message;
    } finally {
      this.#loads = false;
    }
  }

  override render() {
    return html`<h1>${t('nav.submissions')}</h1>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      ${!this.items ? html`<p class="loading" aria-busy="true">${t('loading')}</p>` : this.items.length === 0
        ? html`<div class="empty"><p>${t('submissions.empty')}</p><p><a class="button" href="#/paste">${t('queue.start')}</a></p></div>`
        : html`<ol class="queue">${this.items.map((item) => html`<li>
          <div class="facts"><span class="status ${item.status}">${label('status', item.status)}</span></div>
          <a href="#/claims/${item.claimId}" dir="auto">${item.text}</a>
          <p class="meta"><span class="dot">${t('sent_on', { date: when(item.at, true) })}</span>${item.reason ? html`<span class="dot">${label('reason', item.reason)}</span>` : nothing}</p></li>`)}</ol>`}
      ${this.#cursor ? html`<button class="plain" @click=${this.#load}>${t('more')}</button>` : nothing}`;
  }
}

customElements.define('qc-submissions', Submissions);

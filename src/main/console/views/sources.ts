/** The evidence: added by address or reference, corrected, taken away. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { patch, post, remove } from '../api.ts';
import { safe, values } from '../element.ts';
import { session } from '../session.ts';
import { Form } from './form.ts';
import { label, t, when } from '../words.ts';
import type { Claim, Source } from '../types.ts';

const ROLES = ['supports', 'refutes', 'context'];
const OPTIONAL = ['publisher', 'author', 'publishedAt', 'archiveUrl', 'excerpt', 'note'];

class Sources extends Form {
  declare claim: Claim;
  declare etag?: string;
  /** Who adds one may add another. */
  #adds = false;

  async #add(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { where, ...data } = values(form);
    const place = /^https?:\/\//i.test(where ?? '') ? { url: where } : { reference: where };
    this.#adds = true;
    if (await this.send(() => post(`/v1/claims/${this.claim.id}/sources`, { ...data, ...place }), t('sources.added'), form)) {
      form.querySelector('input')!.focus();
    }
  }

  #correct(event: SubmitEvent, source: Source) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = values(form);
    const change = { title: data.title, role: data.role, ...Object.fromEntries(OPTIONAL.filter((member) => (data[member] ?? null) !== ((source as Record<string, unknown>)[member] ?? null))
      .map((member) => [member, data[member] ?? null])) };
    this.send(() => patch(`/v1/claims/${this.claim.id}/sources/${source.id}`, change, this.etag), t('saved'), form);
  }

  override render() {
    const sources = this.claim.sources ?? [];
    const open = session.is('reviewer') && ['submitted', 'in_review'].includes(this.claim.status);
    return html`<section aria-labelledby="sources"><h2 id="sources">${t('sources')}</h2>
      ${this.mistakes()}
      ${sources.length ? html`<ol class="list numbered">${repeat(sources, (each) => each.id, (each) => this.#item(each, open))}</ol>` : html`<p class="meta">${t('sources.none')}</p>`}
      ${open ? html`<details class="edit" ?open=${this.#adds || sources.length === 0 && this.claim.status === 'in_review'}><summary>${t('sources.add')}</summary><form class="source-form" @submit=${this.#add}>
        <label class="wide">${t('sources.where')}<input name="where" required autocomplete="off" aria-describedby="where-hint"></label>
        <p class="hint wide" id="where-hint">${t('sources.where_hint')}</p>
        <label class="wide">${t('title')}<input name="title" required></label>
        <label>${t('sources.role')}${this.#roles(undefined)}</label>
        <label class="wide">${t('sources.excerpt')}<textarea name="excerpt" rows="2"></textarea></label>
        <details class="wide"><summary>${t('sources.more')}</summary><div class="fields">${this.#rest()}</div></details>
        <div class="actions"><button ?disabled=${this.busy}>${t('add')}</button></div></form></details>` : nothing}</section>`;
  }

  #roles(role: string | undefined) {
    return html`<select name="role" required>${ROLES.map((each) => html`<option value=${each} ?selected=${each === (role ?? 'refutes')}>${label('role_of_source', each)}</option>`)}</select>`;
  }

  #rest(source: Partial<Source> = {}) {
    return html`<label>${t('publisher')}<input name="publisher" .defaultValue=${source.publisher ?? ''}></label>
      <label>${t('sources.author')}<input name="author" .defaultValue=${source.author ?? ''}></label>
      <label>${t('sources.published')}<input name="publishedAt" placeholder="2026-11-25" .defaultValue=${source.publishedAt ?? ''}></label>
      <label>${t('sources.archive')}<input name="archiveUrl" type="url" .defaultValue=${source.archiveUrl ?? ''}></label>
      <label class="wide">${t('sources.note')}<input name="note" .defaultValue=${source.note ?? ''}></label>`;
  }

  #item(source: Source, open: boolean) {
    return html`<li><p><span class="role ${source.role}">${label('role_of_source', source.role)}</span>
        ${source.url ? html`<a href=${safe(source.url) ?? nothing} rel="noopener noreferrer" target="_blank" dir="auto">${source.title}</a>` : html`<span dir="auto">${source.title}</span>`}</p>
      <p class="meta">${[source.reference, source.author, source.publisher, when(source.publishedAt)].filter(Boolean).map((each) => html`<span class="dot">${each}</span>`)}
        ${source.archiveUrl ? html`<span class="dot"><a href=${safe(source.archiveUrl) ?? nothing} rel="noopener noreferrer" target="_blank">${t('sources.archive')}</a></span>` : nothing}</p>
      ${source.excerpt ? html`<blockquote dir="auto">${source.excerpt}</blockquote>` : nothing}${source.note ? html`<p class="meta">${source.note}</p>` : nothing}
      ${open ? html`<div class="row"><details class="menu"><summary>${t('correct')}<span class="visually-hidden">: ${source.title}</span></summary><form @submit=${(event: SubmitEvent) => this.#correct(event, source)}>
          <label class="wide">${t('title')}<input name="title" required .defaultValue=${source.title}></label>
          <label>${t('sources.role')}${this.#roles(source.role)}</label>
          <label class="wide">${t('sources.excerpt')}<textarea name="excerpt" rows="2" .defaultValue=${source.excerpt ?? ''}></textarea></label>
          ${this.#rest(source)}<div class="actions"><button ?disabled=${this.busy}>${t('save')}</button>
          <button type="button" class="plain" ?disabled=${this.busy} @click=${() => this.send(() => remove(`/v1/claims/${this.claim.id}/sources/${source.id}`, this.etag), t('sources.removed'))}>${t('remove')}</button></div></form></details></div>` : nothing}</li>`;
  }
}

customElements.define('qc-sources', Sources);

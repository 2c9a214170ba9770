/** Where a claim was made or repeated; each place that others sent is confirmed or dropped. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, patch, post } from '../api.ts';
import { safe, values } from '../element.ts';
import { session } from '../session.ts';
import { ListForm } from './form.ts';
import { label, name, t, when } from '../words.ts';
import type { Appearance } from '../types.ts';

const REASONS = ['not_there', 'other_words', 'personal_data', 'spam', 'other'];

class Appearances extends ListForm<Appearance> {
  protected override async read() {
    return session.is('reviewer') ? all<Appearance>(`/v1/claims/${this.claim.id}/appearances`) : this.claim.appearances;
  }

  #change(appearance: Appearance, change: unknown, said: string, form?: HTMLFormElement) {
    return this.send(() => patch(`/v1/claims/${this.claim.id}/appearances/${appearance.id}`, change, this.etag), said, form);
  }

  #correct(event: SubmitEvent, appearance: Appearance) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = values(form);
    this.#change(appearance, { title: data.title ?? null, date: data.date ?? null, publisher: data.publisher ? { ...appearance.publisher, name: data.publisher } : null, ...data.first ? { first: true } : {} }, t('saved'), form);
  }

  #add(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.send(() => post(`/v1/claims/${this.claim.id}/appearances`, values(form)), t('saved'), form);
  }

  override render() {
    const reviewer = session.is('reviewer');
    const items = this.items ?? this.claim.appearances ?? [];
    return html`<section aria-labelledby="appearances"><h2 id="appearances">${t('appearances')}</h2>
      ${this.mistakes()}
      ${items.length ? html`<ul class="list">${repeat(items, (each) => each.id, (each) => this.#item(each, reviewer))}</ul>` : html`<p class="meta">${t('appearances.none')}</p>`}
      ${reviewer ? html`<details class="edit"><summary>${t('appearances.add')}</summary><form @submit=${this.#add}>
        <label class="wide">${t('url')}<input name="url" type="url" required></label>
        <label>${t('title')}<input name="title"></label><label>${t('date')}<input name="date" type="date"></label>
        <div class="actions"><button ?disabled=${this.busy}>${t('add')}</button></div></form></details>` : nothing}</section>`;
  }

  #item(each: Appearance, reviewer: boolean) {
    return html`<li class="appearance ${each.state}">
      <a href=${safe(each.url) ?? nothing} rel="noopener noreferrer" target="_blank" dir="auto">${each.title ?? each.url}</a>
      <p class="meta"><span class="dot state">${label('state', each.state)}</span>${each.reason ? html`<span class="dot">${label('reason', each.reason)}</span>` : nothing}
        ${each.first ? html`<span class="dot">${t('appearances.first')}</span>` : nothing}
        ${each.publisher?.name ? html`<span class="dot">${each.publisher.name}</span>` : nothing}${each.date ? html`<span class="dot">${when(each.date)}</span>` : nothing}
        ${each.addedBy ? html`<span class="dot">${name(each.addedBy)}</span>` : nothing}</p>
      ${reviewer ? html`<div class="row">
        ${each.state !== 'confirmed' ? html`<button class="plain" ?disabled=${this.busy} @click=${() => this.#change(each, { state: 'confirmed' }, t('appearances.confirmed'))}>${t('appearances.confirm')}</button>` : nothing}
        ${each.state !== 'dropped' && !each.first ? html`<details class="menu"><summary>${t('appearances.drop')}</summary><div class="row">${REASONS.map((reason) => html`
          <button class="plain" ?disabled=${this.busy} @click=${() => this.#change(each, { state: 'dropped', reason }, t('appearances.dropped'))}>${label('reason', reason)}</button>`)}</div></details>` : nothing}
        <details class="menu"><summary>${t('correct')}</summary><form @submit=${(event: SubmitEvent) => this.#correct(event, each)}>
          <label>${t('title')}<input name="title" .defaultValue=${each.title ?? ''}></label>
          <label>${t('publisher')}<input name="publisher" .defaultValue=${each.publisher?.name ?? ''}></label>
          <label>${t('date')}<input name="date" type="date" .defaultValue=${each.date ?? ''}></label>
          ${each.first ? nothing : html`<label class="check"><input type="checkbox" name="first" value="true">${t('appearances.make_first')}</label>`}
          <div class="actions"><button ?disabled=${this.busy}>${t('save')}</button></div></form></details></div>` : nothing}</li>`;
  }
}

customElements.define('qc-appearances', Appearances);

/** Versions of the claim's articles that others sent, each to be taken or refused beside what it changes. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, get, post } from '../api.ts';
import { differentParagraphs, type Change } from '../difference.ts';
import { ListForm } from './form.ts';
import { t, when } from '../words.ts';
import type { ArticleVersion } from '../types.ts';

/** A claim that stands on more pages than these is rare, and each costs a call. */
const MOST_ARTICLES = 10;
interface Waiting { version: ArticleVersion; title: string; changes: Change[][] }

class Versions extends ListForm<Waiting> {
  protected override async read() {
    if (!this.claim.verdict) return [];
    const places = new Map((this.claim.appearances ?? []).filter((each) => each.articleId).map((each) => [each.articleId!, each.title ?? each.url]));
    const found = await Promise.all([...places].slice(0, MOST_ARTICLES).map(([id, title]) => this.#waiting(id, title)));
    return found.flat();
  }

  async #waiting(id: string, title: string): Promise<Waiting[]> {
    const versions = await all<ArticleVersion>(`/v1/articles/${id}/versions`, 100);
    const waiting = versions.filter((each) => each.state === 'waiting');
    if (waiting.length === 0) return [];
    const text = async (number: number) => (await get<string>(`/v1/articles/${id}/versions/${number}/text`)).body;
    const stands = versions.find((each) => each.state === 'accepted');
    const before = stands ? await text(stands.number) : '';
    return Promise.all(waiting.map(async (version) => ({ version, title, changes: differentParagraphs(before, await text(version.number)) })));
  }

  #move({ articleId, number }: ArticleVersion, to: 'accepted' | 'refused') {
    return this.send(() => post(`/v1/articles/${articleId}/versions/${number}/transitions`, { to }), t(`versions.${to}`));
  }

  override render() {
    if (!this.items?.length) return this.problem ? html`<section>${this.mistakes()}</section>` : nothing;
    return html`<section aria-labelledby="versions"><h2 id="versions">${t('versions')}</h2><p class="hint">${t('versions.hint')}</p>${this.mistakes()}
      <ul class="list">${repeat(this.items, ({ version }) => `${version.articleId} ${version.number}`, ({ version, title, changes }) => html`<li>
        <p><b dir="auto">${title}</b></p><p class="meta">${t('versions.sent', { number: version.number, date: when(version.at, true) })}</p>
        ${changes.length ? html`<div class="changes compared" tabindex="0" role="group" aria-label=${t('versions.changes')}>${changes.map((each) => html`<p dir="auto">${each.map(({ kind, text }) =>
          kind === 'gone' ? html`<del>${text}</del>` : kind === 'new' ? html`<ins>${text}</ins>` : text)}</p>`)}</div>` : html`<p class="meta">${t('versions.same')}</p>`}
        <div class="actions"><button class="plain" ?disabled=${this.busy} @click=${() => this.#move(version, 'accepted')}>${t('versions.accept')}</button>
          <button class="plain" ?disabled=${this.busy} @click=${() => this.#move(version, 'refused')}>${t('versions.refuse')}</button></div></li>`)}</ul></section>`;
  }
}

customElements.define('qc-versions', Versions);

/** What reviewers say to each other. */
import { html } from 'lit';
import { all, post } from '../api.ts';
import { values } from '../element.ts';
import { Form } from './form.ts';
import { name, t, when } from '../words.ts';
import type { Claim, Comment } from '../types.ts';

class Comments extends Form {
  static override properties = { ...Form.properties, items: { state: true } };
  declare claim: Claim;
  declare items?: Comment[];
  #of?: string;

  override willUpdate() {
    if (this.#of !== this.claim.id) {
      this.#of = this.claim.id;
      this.load();
    }
  }

  async load() {
    this.items = await all<Comment>(`/v1/claims/${this.claim.id}/comments`);
  }

  async #write(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (await this.send(() => post(`/v1/claims/${this.claim.id}/comments`, values(form)), t('comments.written'))) form.reset();
  }

  override render() {
    return html`<section aria-labelledby="comments"><h2 id="comments">${t('comments')}</h2>
      ${this.items?.length ? html`<ol class="list">${this.items.map((each) => html`<li><p class="meta"><b>${name(each.actor)}</b><span class="dot"></span>${when(each.at, true)}</p><p class="said" dir="auto">${each.text}</p></li>`)}</ol>` : html`<p class="meta">${t('comments.none')}</p>`}
      ${this.mistakes()}
      <form @submit=${this.#write}><label class="wide">${t('comments.write')}<textarea name="text" rows="2" maxlength="2000" required></textarea></label>
        <div class="actions"><button class="plain" ?disabled=${this.busy}>${t('comments.send')}</button></div></form></section>`;
  }
}

customElements.define('qc-comments', Comments);

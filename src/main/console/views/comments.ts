/** What reviewers say to each other, and what they said when they moved the claim. */
import { html, nothing } from 'lit';
import { all, post } from '../api.ts';
import { values } from '../element.ts';
import { ListForm } from './form.ts';
import { label, name, t, when } from '../words.ts';
import type { Comment, HistoryEntry } from '../types.ts';

interface Said extends Comment { to?: string }

class Comments extends ListForm<Said> {
  protected override async read() {
    const [comments, history] = await Promise.all([all<Comment>(`/v1/claims/${this.claim.id}/comments`), all<HistoryEntry>(`/v1/claims/${this.claim.id}/history`, 2000)]);
    const moves = history.filter(({ after }) => typeof after?.comment === 'string' && after.status).map(({ at, actor, after }) => ({ id: at, at, actor: actor!, text: after!.comment as string, to: after!.status as string }));
    return [...comments, ...moves].sort((one, other) => one.at.localeCompare(other.at));
  }

  #write(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.send(() => post(`/v1/claims/${this.claim.id}/comments`, values(form)), t('comments.written'), form);
  }

  override render() {
    return html`<section aria-labelledby="comments"><h2 id="comments">${t('comments')}</h2>
      ${this.items?.length ? html`<ol class="list">${this.items.map((each) => html`<li><p class="meta"><b>${name(each.actor)}</b><span class="dot"></span>${when(each.at, true)}${each.to ? html`<span class="dot">→ ${label('status', each.to)}</span>` : nothing}</p><p class="said" dir="auto">${each.text}</p></li>`)}</ol>` : html`<p class="meta">${t('comments.none')}</p>`}
      ${this.mistakes()}
      <form @submit=${this.#write}><label class="wide">${t('comments.write')}<textarea name="text" rows="2" required></textarea></label>
        <div class="actions"><button class="plain" ?disabled=${this.busy}>${t('comments.send')}</button></div></form></section>`;
  }
}

customElements.define('qc-comments', Comments);

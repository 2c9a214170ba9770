/** What would be published now: the card, the page, the markup. */
import { html, nothing } from 'lit';
import { View } from '../element.ts';
import { explanation } from '../explanation.ts';
import { label, t } from '../words.ts';
import type { Claim, Draft } from '../types.ts';

interface Embed { rating?: string; ratingLabel?: string; quoteVerdictLabel?: string; text?: string; claimant?: string; summary?: string; sources?: number; organization?: { name: string } }

class Preview extends View {
  static override properties = { preview: { attribute: false }, draft: { attribute: false }, claim: { attribute: false } };
  declare preview: { embed: Embed; explanationHtml?: string; claimReview?: unknown };
  shown?: HTMLElement | typeof nothing;
  declare draft: Draft;
  declare claim: Claim;

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('preview')) this.shown = this.preview.explanationHtml ? explanation(this.preview.explanationHtml) : nothing;
  }

  override render() {
    const { embed, claimReview } = this.preview;
    const { draft, claim } = this;
    const cited = (claim.sources ?? []).filter((each) => draft.sources?.includes(each.id) ?? true);
    return html`<details class="preview" open><summary><h3>${t('preview')}</h3></summary>
      <div class="card ${embed.rating ?? ''}" lang=${draft.language ?? nothing} dir="auto">
        <p class="verdict-line"><b>${embed.ratingLabel ?? t('preview.no_rating')}</b>${embed.organization ? html` <span>${embed.organization.name}</span>` : nothing}</p>
        <p class="card-claim">${embed.text ?? claim.text}</p>
        ${embed.claimant ? html`<p class="meta">${embed.claimant}</p>` : nothing}
        ${draft.summary ? html`<p>${draft.summary}</p>` : html`<p class="meta">${t('preview.no_summary')}</p>`}
        <p class="meta">${[embed.quoteVerdictLabel, `${t('sources')}: ${cited.length}`].filter(Boolean).map((each) => html`<span class="dot">${each}</span>`)}</p></div>
      <details ?open=${claim.status === 'proposed'}><summary>${t('preview.page')}</summary><div class="page-preview" lang=${draft.language ?? nothing} dir="auto">
        ${draft.reasons?.length ? html`<ul>${draft.reasons.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
        ${this.shown}
        <ol>${cited.map((each) => html`<li><span class="role ${each.role}">${label('role_of_source', each.role)}</span> ${each.title}${each.excerpt ? html`<blockquote>${each.excerpt}</blockquote>` : nothing}</li>`)}</ol></div></details>
      ${claimReview ? html`<details><summary>ClaimReview</summary><pre tabindex="0">${JSON.stringify(claimReview, null, 2)}</pre></details>` : nothing}</details>`;
  }
}

customElements.define('qc-preview', Preview);

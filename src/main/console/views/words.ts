/** A claim's words, claimant, date, language and tags, to be corrected. */
import { html, nothing } from 'lit';
import { patch } from '../api.ts';
import { Form } from './form.ts';
import { t } from '../words.ts';
import type { Claim } from '../types.ts';

class Words extends Form {
  declare claim: Claim;
  declare etag?: string;

  async #save(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const said = (member: string) => String(data.get(member) ?? '').trim();
    const { claim } = this;
    const change: Record<string, unknown> = {};
    if (said('text') !== claim.text && data.has('text')) change.text = said('text');
    if (data.has('claimant') && said('claimant') !== (claim.claimant?.name ?? '')) change.claimant = said('claimant') ? { name: said('claimant') } : null;
    if (data.has('jobTitle') && said('claimant') && said('jobTitle') !== (claim.claimant?.jobTitle ?? '')) {
      change.claimant = { ...change.claimant as object, name: said('claimant'), jobTitle: said('jobTitle') || null };
    }
    if (data.has('claimDate') && said('claimDate') !== (claim.claimDate ?? '')) change.claimDate = said('claimDate') || null;
    if (data.has('language') && said('language') !== claim.language) change.language = said('language');
    const tags = said('tags').split(/[\s,]+/).filter(Boolean).map((tag) => tag.toLowerCase());
    if (tags.join() !== (claim.tags ?? []).join()) change.tags = tags;
    if (Object.keys(change).length === 0 || await this.send(() => patch(`/v1/claims/${claim.id}`, change, this.etag), t('saved'), form)) {
      form.closest('details')!.open = false;
    }
  }

  override render() {
    const { claim } = this;
    const open = ['submitted', 'in_review'].includes(claim.status);
    return html`<details class="edit"><summary>${t('words.edit')}</summary><form @submit=${this.#save}>
      ${this.mistakes()}
      ${open ? html`
        <label class="wide">${t('words.text')}<textarea name="text" rows="2" required lang=${claim.language ?? nothing} .defaultValue=${claim.text ?? ''}></textarea></label>
        <label>${t('words.claimant')}<input name="claimant" .defaultValue=${claim.claimant?.name ?? ''}></label>
        <label>${t('words.job')}<input name="jobTitle" .defaultValue=${claim.claimant?.jobTitle ?? ''}></label>
        <label>${t('words.date')}<input name="claimDate" type="date" .defaultValue=${claim.claimDate ?? ''}></label>
        <label>${t('language')}<input name="language" class="short" required .defaultValue=${claim.language ?? ''}></label>` : nothing}
      <label>${t('words.tags')}<input name="tags" autocomplete="off" .defaultValue=${(claim.tags ?? []).join(' ')}></label>
      <div class="actions"><button ?disabled=${this.busy}>${t('save')}</button></div></form></details>`;
  }
}

customElements.define('qc-words', Words);

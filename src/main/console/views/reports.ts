/** What readers say is wrong, to be answered. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { all, get, patch } from '../api.ts';
import { values } from '../element.ts';
import { ListForm } from './form.ts';
import { label, t, when } from '../words.ts';
import type { Report } from '../types.ts';

class Reports extends ListForm<Report> {
  protected override async read() {
    if (!this.claim.verdict) return [];
    const reports = await all<Report>(`/v1/reports?claimId=${this.claim.id}`);
    return reports.sort((one, other) => Number(one.status === 'closed') - Number(other.status === 'closed'));
  }

  #close(event: SubmitEvent, report: Report) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = values(form);
    this.send(async () => {
      const { etag } = await get(`/v1/reports/${report.id}`);
      await patch(`/v1/reports/${report.id}`, { status: 'closed', ...data }, etag);
    }, t('reports.closed'), form);
  }

  override render() {
    if (!this.items?.length) return nothing;
    return html`<section aria-labelledby="reports"><h2 id="reports">${t('reports')}</h2>${this.mistakes()}
      <ul class="list">${repeat(this.items, (each) => each.id, (each) => html`<li class="report ${each.status}">
        <p class="meta"><b>${label('report', each.kind)}</b><span class="dot">${t(`reports.${each.status}`)}</span><span class="dot">${when(each.createdAt, true)}</span></p>
        <p class="said" dir="auto">${each.text}</p>${each.answer ? html`<blockquote>${each.answer}</blockquote>` : nothing}
        ${each.status === 'open' ? html`<form @submit=${(event: SubmitEvent) => this.#close(event, each)}><label class="wide">${t('reports.answer')}<textarea name="answer" rows="2"></textarea></label>
          <div class="actions"><button class="plain" ?disabled=${this.busy}>${t('reports.close')}</button></div></form>` : nothing}</li>`)}</ul></section>`;
  }
}

customElements.define('qc-reports', Reports);

/** One claim, and all that can be done with it. */
import { html, nothing } from 'lit';
import { get, Problem } from '../api.ts';
import { View, announce, safe } from '../element.ts';
import { session } from '../session.ts';
import { isCommand } from '../shortcuts.ts';
import { label, name, t, when } from '../words.ts';
import type { Claim } from '../types.ts';
import './words.ts';
import './appearances.ts';
import './sources.ts';
import './comments.ts';
import './reports.ts';
import './versions.ts';
import './history.ts';
import './moves.ts';
import type { Moves } from './moves.ts';
import './verdict.ts';
import './published.ts';

/** Letters that lead to a part of the view: to its first field, or what opens it. */
const PARTS: Record<string, string> = { s: 'qc-sources', v: 'qc-verdict', m: 'qc-moves', c: 'qc-comments' };
const STEPS = ['submitted', 'in_review', 'proposed', 'published'];

class ClaimView extends View {
  static override properties = { claimId: {}, claim: { state: true }, problem: { state: true } };
  declare claimId: string;
  declare claim?: Claim;
  declare problem?: string;
  #etag?: string;
  #of?: string;

  readonly #keys = (event: KeyboardEvent) => this.#key(event);

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
  }

  #key(event: KeyboardEvent) {
    if (!isCommand(event)) return;
    if (event.key === 'q' && session.is('reviewer')) {
      event.preventDefault();
      location.hash = '#/queue';
      return;
    }
    const part = this.querySelector(PARTS[event.key] ?? 'never');
    if (!part) return;
    event.preventDefault();
    const edit = part.querySelector<HTMLDetailsElement>('details.edit');
    if (edit) edit.open = true;
    [...part.querySelectorAll<HTMLElement>(edit ? 'details.edit form :is(input, textarea)' : 'input, textarea, button, summary')].find((each) => each.checkVisibility())?.focus();
  }

  override willUpdate() {
    if (this.#of !== this.claimId) {
      this.#of = this.claimId;
      this.claim = undefined;
      this.load();
    }
  }

  async load() {
    const id = this.claimId;
    try {
      const { body, etag } = await get<Claim>(`/v1/claims/${encodeURIComponent(id)}`);
      if (id !== this.claimId) return;
      if (body.id !== id) announce(t('claim.merged_away'));
      this.#etag = etag;
      this.claim = body;
      this.problem = undefined;
    } catch (failure) {
      this.problem = failure instanceof Problem && [400, 404].includes(failure.status) ? t('claim.unknown') : (failure as Error).message;
    }
  }

  async #changed() {
    await this.load();
    this.querySelectorAll<HTMLElement & { load?: () => void }>('[data-follows]').forEach((each) => each.load?.());
  }

  override render() {
    const { claim } = this;
    if (!claim) return this.problem ? html`<h1>${t('claim.not_shown')}</h1><p class="error" role="alert">${this.problem}</p><p><a href=${session.is('reviewer') ? '#/queue' : '#/submissions'}>${t(session.is('reviewer') ? 'nav.queue' : 'nav.submissions')}</a></p>` : html`<p class="loading" aria-busy="true">${t('loading')}</p>`;
    const reviewer = session.is('reviewer');
    return html`<article class="claim-view" @changed=${this.#changed} @onward=${() => this.querySelector<Moves>('qc-moves')?.onward()}>
      ${claim.id !== this.claimId ? html`<p class="notice">${t('claim.merged_away')}</p>` : nothing}
      ${this.#head(claim)}
      <div class="columns">
        <div>
          ${reviewer ? html`<qc-reports data-follows .claim=${claim}></qc-reports><qc-versions data-follows .claim=${claim}></qc-versions>` : nothing}
          <qc-appearances data-follows .claim=${claim} .etag=${this.#etag}></qc-appearances>
          <qc-sources .claim=${claim} .etag=${this.#etag}></qc-sources>
          ${reviewer ? html`<qc-verdict .claim=${claim}></qc-verdict>` : nothing}
        </div>
        <div class="side">
          ${reviewer ? html`<qc-moves .claim=${claim} .etag=${this.#etag}></qc-moves>` : nothing}
          ${claim.verdict ? html`<qc-published .claim=${claim}></qc-published>` : nothing}
          ${reviewer ? html`<qc-comments data-follows .claim=${claim}></qc-comments>` : nothing}
          <qc-history data-follows .claim=${claim}></qc-history>
        </div>
      </div></article>`;
  }

  #head(claim: Claim) {
    const at = STEPS.indexOf(claim.status);
    const first = claim.appearances?.[0];
    return html`
      <header class="claim-head">
        <div class="facts"><span class="status ${claim.status}">${label('status', claim.status)}</span>
          ${claim.underReview ? html`<span>${t('claim.under_review')}</span>` : nothing}
          ${claim.statusReason ? html`<span>${label('reason', claim.statusReason)}</span>` : nothing}
          ${claim.assignee ? html`<span>${t('claim.with', { name: claim.assignee.id === session.me?.id ? t('queue.me') : name(claim.assignee) })}</span>` : nothing}</div>
        <h1 lang=${claim.language ?? nothing} dir="auto">${claim.text ?? t('claim.withheld')}</h1>
        <p class="meta">${claim.claimant ? html`<span class="dot">${t('claim.by', { name: [claim.claimant.name, claim.claimant.jobTitle].filter(Boolean).join(', ') })}</span>` : nothing}
          ${claim.claimDate ? html`<span class="dot">${when(claim.claimDate)}</span>` : nothing}
          ${first ? html`<span class="dot"><a href=${safe(first.url) ?? nothing} rel="noopener noreferrer" target="_blank">${first.title ?? first.publisher?.name ?? first.url}</a></span>` : nothing}
          ${claim.submittedBy ? html`<span class="dot">${t('claim.sent_by', { name: name(claim.submittedBy), date: when(claim.createdAt) })}</span>` : nothing}</p>
        ${claim.duplicateOf ? html`<p class="notice"><a href="#/claims/${claim.duplicateOf}">${t('claim.duplicate')}</a></p>` : nothing}
        ${claim.pendingRetraction ? html`<p class="notice">${t('claim.retraction', { name: name(claim.pendingRetraction.by) })} <q>${claim.pendingRetraction.publicNote}</q></p>` : nothing}
        ${at >= 0 ? html`<ol class="steps-line" aria-label=${t('claim.steps')}>${STEPS.map((step, index) => html`
          <li class=${index < at ? 'done' : index === at ? 'now' : ''} aria-current=${index === at ? 'step' : nothing}>${t(`status.${step}`)}</li>`)}</ol>` : nothing}
        ${session.is('reviewer') ? html`<p class="hint">${t(`guide.${claim.status}${claim.status === 'in_review' && claim.assignee?.id !== session.me?.id ? '.other' : ''}`)}</p>
          <button class="plain onward" @click=${() => this.querySelector<HTMLElement>('#moves')?.focus()}>${t('moves')} ↓</button>
          <qc-words .claim=${claim} .etag=${this.#etag}></qc-words>` : nothing}
      </header>`;
  }
}

customElements.define('qc-claim', ClaimView);

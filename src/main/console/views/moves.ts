/** What can be done with a claim now: a button for each row of the service's own table, a blocked one with its reason. */
import { html, nothing } from 'lit';
import { Problem, all, post } from '../api.ts';
import { leaving, values } from '../element.ts';
import { session } from '../session.ts';
import { Form } from './form.ts';
import { because, label, name, share, t } from '../words.ts';
import type { Actor, Claim, Match, Move, Page } from '../types.ts';

const REASONS: Record<string, string[]> = { not_checkable: ['opinion', 'prediction', 'question', 'too_vague'], rejected: ['spam', 'abuse', 'personal_data'] };

const REASON_CODES = Object.values(REASONS).flat();
/** In an address, too. */
const ID = /[\da-fA-F]{8}(-[\da-fA-F]{4}){3}-[\da-fA-F]{12}/;

export class Moves extends Form {
  /** Words stay for another move. */
  protected override readonly leavesWords = false;
  static override properties = { ...Form.properties, open: { state: true }, reviewers: { state: true }, near: { state: true } };
  declare claim: Claim;
  declare etag?: string;
  declare open?: string;
  declare reviewers?: Actor[];
  declare near?: Match[];
  #of?: string;
  /** What was typed for any of the moves, whichever form is open. */
  #typed: Record<string, string> = {};

  override willUpdate() {
    const of = `${this.claim.id} ${this.claim.status}`;
    if (this.#of !== of) {
      // Words for a move that somebody else forestalled.
      const { comment = '', publicNote = '', reason = '' } = this.#typed;
      if (this.#of?.startsWith(this.claim.id)) this.keep([publicNote, REASON_CODES.includes(reason) ? '' : reason, comment]);
      this.open = undefined;
      this.#typed = {};
    }
    this.#of = of;
  }

  /** Opens the way on, where there is one. */
  onward() {
    const move = this.#onward(this.#open());
    if (move && this.open !== move.to) this.#choose(move);
  }

  async #choose(move: Move) {
    this.problem = undefined;
    this.open = this.open === move.to ? undefined : move.to;
    try {
      if (this.open && this.#asks(move).includes('assignee')) this.reviewers ??= await all<Actor>('/v1/reviewers');
      if (this.open === 'duplicate') await this.#look();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.problem = failure;
      this.near ??= [];
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('.move-form :is(select, textarea, input, button)')?.focus();
  }

  async #look() {
    const { text, claimant } = this.claim;
    const { body } = await post<Page<Match>>('/v1/claims/match', { text, ...claimant ? { claimant: { name: claimant.name } } : {}, limit: 10 });
    this.near = body.items.filter((match) => match.claim.id !== this.claim.id);
  }

  /** What the form has: what the move needs, and what it may take. */
  #asks(move: Move): string[] {
    const { claim } = this;
    const may = move.to === 'in_review' && claim.status === 'submitted' && session.is('editor') ? ['assignee']
      : move.to === 'published' && claim.status === 'proposed' && claim.verdict ? ['kind', 'publicNote']
        : move.to === 'retracted' && claim.status === 'published' ? ['publicNote'] : [];
    return [...new Set([...move.needs, ...may])];
  }

  async #send(event: SubmitEvent, move: Move) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body: Record<string, string> = { to: move.to, ...values(form) };
    if (body.duplicateOf) body.duplicateOf = ID.exec(body.duplicateOf)?.[0].toLowerCase() ?? body.duplicateOf;
    await this.send(async () => {
      if (leaving.ask && !await leaving.ask()) return;
      await post(`/v1/claims/${this.claim.id}/transitions`, body, this.etag);
      this.#typed = {};
      this.kept = undefined;
      this.open = undefined;
      this.querySelector<HTMLElement>('h2')?.focus();
    }, t('moved'));
  }

  #open() { return (this.claim.moves ?? []).filter((move) => !move.blockedBy); }

  override render() {
    const moves = this.claim.moves ?? [];
    const open = this.#open();
    const onward = this.#onward(open);
    const own = onward ? [onward, ...open.filter((move) => move !== onward)] : open;
    const blocked = moves.filter((move) => move.blockedBy);
    return html`<section class="moves" aria-labelledby="moves"><h2 id="moves" tabindex="-1">${t('moves')}</h2>
      ${this.mistakes()}
      ${own.map((move) => html`<div class="move"><button class=${move === onward ? '' : 'plain'} aria-expanded=${this.open === move.to} @click=${() => this.#choose(move)}>${this.#title(move)}</button>
        ${this.open === move.to ? this.#form(move) : nothing}</div>`)}
      ${own.length === 0 ? html`<p class="meta">${t('moves.none')}</p>` : nothing}
      ${blocked.length ? html`<details class="blocked" ?open=${own.length === 0}><summary>${t('moves.blocked')}</summary><ul>${blocked.map((move) => html`
        <li><b>${this.#title(move)}</b> <span>${label('blocked', move.blockedBy)}</span></li>`)}</ul></details>` : nothing}</section>`;
  }

  /** The way on, of those that one can go: it alone stands out. */
  #onward(own: Move[]) {
    const onward: Record<string, string> = { submitted: 'in_review', in_review: 'proposed', proposed: 'published' };
    return own.find((move) => move.to === onward[this.claim.status]);
  }

  #title(move: Move) {
    const mine = this.claim.status === 'proposed' && move.to === 'in_review' && this.claim.assignee?.id === session.me?.id;
    return t(mine ? 'move.withdraw' : `move.${this.claim.status}.${move.to}`);
  }

  #form(move: Move) {
    const asks = this.#asks(move);
    const needed = (member: string) => move.needs.includes(member);
    return html`<form class="move-form" @input=${({ target }: Event) => { const { name: field, value } = target as HTMLTextAreaElement; this.#typed[field] = value; }} @submit=${(event: SubmitEvent) => this.#send(event, move)}>
      <p class="hint wide">${t(`about.${this.claim.status}.${move.to}`)}</p>
      ${asks.includes('assignee') ? html`<label>${t('move.assignee')}<select name="assignee" ?required=${needed('assignee')}><option value="">${needed('assignee') ? '' : t('queue.me')}</option>
        ${(this.reviewers ?? []).filter((each) => each.id !== this.claim.assignee?.id).map((each) => html`<option value=${each.id ?? ''}>${name(each)}</option>`)}</select></label>` : nothing}
      ${asks.includes('kind') ? html`<label>${t('move.kind')}<select name="kind"><option value="correction">${label('kind', 'correction')}</option><option value="update">${label('kind', 'update')}</option></select></label>` : nothing}
      ${asks.includes('publicNote') ? html`<label class="wide">${t('move.public_note')}<textarea name="publicNote" rows="3" required .value=${this.#typed.publicNote ?? this.claim.pendingRetraction?.publicNote ?? ''}></textarea></label>` : nothing}
      ${asks.includes('duplicateOf') ? this.#candidates() : nothing}
      ${asks.includes('reason') ? REASONS[move.to] ? html`<label>${t('move.reason')}<select name="reason" required>${REASONS[move.to].map((each) => html`<option value=${each}>${label('reason', each)}</option>`)}</select></label>`
        : html`<label class="wide">${t('move.reason')}<textarea name="reason" rows="2" required .value=${this.#typed.reason ?? ''}></textarea></label>` : nothing}
      <label class="wide">${t(needed('comment') ? 'move.comment' : 'move.comment_optional')}<textarea name="comment" rows="2" ?required=${needed('comment')} .value=${this.#typed.comment ?? ''}></textarea></label>
      <div class="actions"><button ?disabled=${this.busy}>${this.#title(move)}</button>
        <button type="button" class="plain" @click=${() => { this.open = undefined; }}>${t('cancel')}</button></div></form>`;
  }

  #candidates() {
    if (!this.near) return html`<p class="loading">${t('loading')}</p>`;
    return html`<fieldset class="wide candidates"><legend>${t('merge.into')}</legend>
      ${this.near.length === 0 ? html`<p class="meta">${t('merge.none')}</p>` : nothing}
      ${this.near.map(({ claim, score, why, reasons }, index) => html`<label class="candidate"><input type="radio" name="duplicateOf" value=${claim.id} required ?checked=${index === 0}>
        <span><span class="pair"><span dir="auto">${this.claim.text}</span><b lang=${claim.language ?? nothing} dir="auto">${claim.text}</b></span>
        <span class="meta"><span class="dot">${share(score)}</span><span class="dot">${label('status', claim.status)}</span>${claim.claimant ? html`<span class="dot">${claim.claimant.name}</span>` : nothing}
        ${because(reasons, why).map((each) => html`<span class="dot">${each}</span>`)}</span></span></label>`)}
      <label>${t('merge.other')}<input pattern=".*${ID.source}.*" autocomplete="off" @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        input.name = input.value ? 'duplicateOf' : '';
        this.querySelectorAll<HTMLInputElement>('[type=radio]').forEach((radio) => { radio.disabled = input.value !== ''; });
      }}></label></fieldset>`;
  }
}

customElements.define('qc-moves', Moves);

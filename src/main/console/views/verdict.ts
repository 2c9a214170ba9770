/** The verdict as it is being written: kept as it is typed, previewed as it would be published. */
import { html, nothing } from 'lit';
import { get } from '../api.ts';
import { DraftKeeper } from '../draft.ts';
import { difference, plain } from '../difference.ts';
import { View, announce, leaving } from '../element.ts';
import { session } from '../session.ts';
import { label, meaning, language, t } from '../words.ts';
import type { Claim, Draft } from '../types.ts';
import './preview.ts';

const SCALE = ['false', 'mostly_false', 'mixed', 'mostly_true', 'true'];
const OFF_SCALE = ['missing_context', 'outdated', 'unverifiable', 'satire', 'not_factual'];
const QUOTE = ['exact', 'faithful', 'altered', 'out_of_context', 'misattributed', 'fabricated', 'unverified'];

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

class VerdictView extends View {
  static override properties = { claim: { attribute: false }, keeper: { state: true }, problem: { state: true }, preview: { state: true }, survivor: { state: true }, kept: { state: true } };
  declare claim: Claim;
  declare keeper?: DraftKeeper;
  declare problem?: string;
  declare preview?: Record<string, unknown>;
  /** The claim that stands for this one since it was merged away. */
  declare survivor?: string;
  /** Words that can no longer be saved, since the claim is somebody else's. */
  declare kept?: Draft;
  /** As they are typed, blanks and empty lines too. */
  #reasons = '';
  #language?: string;
  #of?: string;

  override willUpdate() {
    const of = `${this.claim.id} ${this.#mine()} ${this.claim.status}`;
    if (this.#of !== of) {
      this.#of = of;
      this.#load();
    }
  }

  /** A telephone may end a page that is out of sight. */
  readonly #hides = () => document.hidden && this.keeper?.flush();

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#hides);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#hides);
    leaving.ask = undefined;
  }

  #mine() { return this.claim.status === 'in_review' && this.claim.assignee?.id === session.me?.id; }

  /** Whether there may be a draft: the service says where there is none, and nobody needs to ask. */
  #written() {
    const { status, moves } = this.claim;
    return ['in_review', 'proposed', 'published', 'retracted'].includes(status) && moves?.find((move) => move.to === 'proposed')?.blockedBy !== 'no_draft';
  }

  async #load() {
    const former = this.keeper;
    await former?.flush();
    if (former?.dirty) this.kept = former.draft;
    leaving.ask = undefined;
    const keeper = new DraftKeeper(`/v1/claims/${this.claim.id}/verdict-draft`);
    try {
      if (this.#written()) await keeper.load();
      keeper.addEventListener('change', () => this.#kept(keeper));
      this.keeper = keeper;
      await this.#preview();
    } catch (failure) {
      this.problem = (failure as Error).message;
    }
  }

  #kept(keeper: DraftKeeper) {
    if (keeper !== this.keeper) return;
    this.requestUpdate();
    leaving.ask = keeper.dirty ? async () => {
      await Promise.race([keeper.flush(), new Promise((after) => setTimeout(after, 3000))]);
      return !keeper.dirty || confirm(t('leave'));
    } : undefined;
    if (keeper.state === 'saved') {
      this.#preview();
      const move = this.claim.moves?.find((each) => each.to === 'proposed');
      const complete = Boolean(keeper.draft.rating && keeper.draft.summary && keeper.draft.language && this.claim.sources?.length);
      if (move && complete !== !move.blockedBy) this.dispatchEvent(new Event('changed', { bubbles: true }));
    }
    if (keeper.state === 'refused') this.#where();
    if (keeper.state === 'conflict') announce(t('draft.conflict'));
  }

  async #where() {
    const { id } = (await get<Claim>(`/v1/claims/${this.claim.id}`)).body;
    this.survivor = id === this.claim.id ? undefined : id;
  }

  async #preview() {
    if (!this.keeper?.exists) return;
    try {
      this.preview = (await get<Record<string, unknown>>(`/v1/claims/${this.claim.id}/verdict-draft/preview`)).body;
    } catch {
      this.preview = undefined;
    }
  }

  #change(member: keyof Draft, value: unknown) {
    const { keeper } = this;
    keeper!.change({ [member]: value, ...!keeper!.draft.language && member !== 'language' ? { language: this.claim.language ?? language } : {} });
  }

  /** Control and Enter: what was typed is saved, and the proposal opens. */
  async #finish(event: Event) {
    event.preventDefault();
    (event.target as HTMLElement).dispatchEvent(new Event('change', { bubbles: true }));
    await this.keeper!.flush();
    await this.updateComplete;
    this.dispatchEvent(new Event('onward', { bubbles: true }));
  }

  override render() {
    const { keeper } = this;
    if (this.problem) return html`<p class="error" role="alert">${this.problem}</p>`;
    const preview = this.preview && this.claim.status !== 'published';
    if (!keeper || !this.#mine() && (!keeper.exists || !preview && !keeper.problem)) return this.#former();
    return html`<section class="verdict-section" aria-labelledby="verdict"><div class="title"><h2 id="verdict">${t('verdict')}</h2>${this.#mine() ? this.#state(keeper) : nothing}</div>
      ${keeper.problem ? html`<div class="error" role="alert"><p>${keeper.problem.message}</p>
        ${this.survivor ? html`<p><a href="#/claims/${this.survivor}">${t('claim.duplicate')}</a></p>` : nothing}</div>` : nothing}
      ${this.#former()}
      ${keeper.conflict ? this.#conflict(keeper) : nothing}
      ${this.#mine() ? this.#form(keeper) : nothing}
      ${preview ? html`<qc-preview .preview=${this.preview} .draft=${keeper.draft} .claim=${this.claim}></qc-preview>` : nothing}</section>`;
  }

  #former() {
    return this.kept ? html`<div class="notice kept-words"><b>${t('moves.kept')}</b><p class="said" dir="auto">${plain([this.kept.summary, this.kept.reasons, this.kept.explanation].filter(Boolean))}</p></div>` : nothing;
  }

  #state(keeper: DraftKeeper) {
    return html`<p class="meta kept" role="status">${t(`draft.${keeper.state}`)}</p>`;
  }

  #form({ draft, problem }: DraftKeeper) {
    const radio = (member: 'rating' | 'quoteVerdict', value: string) => html`<label class="choice ${member === 'rating' ? value : ''}"><input type="radio" name=${member} value=${value} .checked=${draft[member] === value}
      @change=${() => this.#change(member, value)}><span><b>${label(member, value)}</b><span class="meta">${meaning(member, value)}</span></span></label>`;
    const wrong = (member: string) => problem?.of(member) ? html`<span class="wrong">${problem.of(member)}</span>` : nothing;
    const typed = (member: keyof Draft) => (event: Event) => this.#change(member, (event.target as HTMLTextAreaElement).value);
    return html`<form class="verdict-form" @submit=${(event: Event) => event.preventDefault()} @finish=${this.#finish}>
      <fieldset><legend>${t('verdict.rating')}</legend>${wrong('rating')}<div class="choices scale-choices">${SCALE.map((each) => radio('rating', each))}</div>
        <details ?open=${OFF_SCALE.includes(draft.rating ?? '')}><summary>${t('verdict.off_scale')}</summary><div class="choices">${OFF_SCALE.map((each) => radio('rating', each))}</div></details></fieldset>
      <fieldset><legend>${t('verdict.quote')}</legend>${wrong('quoteVerdict')}<div class="choices">${QUOTE.map((each) => radio('quoteVerdict', each))}</div></fieldset>
      <label class="wide">${t('verdict.summary')}${wrong('summary')}<textarea name="summary" rows="3" .value=${draft.summary ?? ''} @input=${typed('summary')}></textarea></label>
      <label class="wide">${t('verdict.reasons')}${wrong('reasons')}<textarea name="reasons" rows="2" .value=${this.#typedReasons(draft)}
        @input=${(event: Event) => { this.#reasons = (event.target as HTMLTextAreaElement).value; this.#change('reasons', lines(this.#reasons)); }}></textarea></label>
      <label class="wide">${t('verdict.explanation')}${wrong('explanation')}<textarea name="explanation" rows="8" .value=${draft.explanation ?? ''} @input=${typed('explanation')}></textarea></label>
      ${this.#cited(draft)}
      <label>${t('verdict.language')}${wrong('language')}<input name="language" class="short" .value=${this.#language === (draft.language ?? '') ? this.#language : draft.language ?? this.claim.language ?? ''}
        @input=${(event: Event) => { this.#language = (event.target as HTMLInputElement).value; this.#change('language', this.#language); }}></label></form>`;
  }

  /** As they were typed, while they are the same. */
  #typedReasons({ reasons = [] }: Draft) {
    return JSON.stringify(lines(this.#reasons)) === JSON.stringify(reasons) ? this.#reasons : reasons.join('\n');
  }

  #cited(draft: Draft) {
    const sources = this.claim.sources ?? [];
    if (sources.length < 2) return nothing;
    const cited = draft.sources ?? sources.map((each) => each.id);
    const toggle = (id: string) => {
      const chosen = sources.map((each) => each.id).filter((each) => each === id ? !cited.includes(id) : cited.includes(each));
      this.#change('sources', chosen.length === sources.length ? undefined : chosen);
    };
    return html`<fieldset><legend>${t('verdict.cites')}</legend>${sources.map((each, index) => html`<label class="check"><input type="checkbox" .checked=${cited.includes(each.id)}
      ?disabled=${cited.length === 1 && cited.includes(each.id)} @change=${() => toggle(each.id)}>${index + 1}. ${each.title}</label>`)}</fieldset>`;
  }

  #conflict(keeper: DraftKeeper) {
    const { theirs, base, members } = keeper.conflict!;
    const shown = (member: keyof Draft, to: unknown) => difference(plain(base[member]), plain(to)).map(({ kind, text }) => kind === 'gone' ? html`<del>${text}</del>` : kind === 'new' ? html`<ins>${text}</ins>` : text);
    return html`<form class="conflict" aria-labelledby="conflict" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const data = new FormData(event.target as HTMLFormElement);
      keeper.choose(Object.fromEntries(members.map((member) => [member, data.get(member) === 'theirs' ? theirs[member] : keeper.draft[member]])));
    }}><h3 id="conflict">${t('draft.conflict')}</h3><p>${t('draft.conflict_text')}</p>
      ${members.map((member) => html`<fieldset><legend>${label('member', member)}</legend>
        <label class="side-by-side"><input type="radio" name=${member} value="mine" checked><span><b>${t('draft.mine')}</b><span class="compared">${shown(member, keeper.draft[member])}</span></span></label>
        <label class="side-by-side"><input type="radio" name=${member} value="theirs"><span><b>${t('draft.theirs')}</b><span class="compared">${shown(member, theirs[member])}</span></span></label></fieldset>`)}
      <div class="actions"><button>${t('draft.choose')}</button></div></form>`;
  }
}

customElements.define('qc-verdict', VerdictView);

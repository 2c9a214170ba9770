/** A form that sends, shows each mistake at its member, and keeps what was typed when it fails. */
import { nothing, html } from 'lit';
import { Problem, member } from '../api.ts';
import { View, WORDS, announce, typedIn, values } from '../element.ts';
import { t } from '../words.ts';
import type { Claim } from '../types.ts';

export class Form extends View {
  static override properties = { claim: { attribute: false }, etag: { attribute: false }, problem: { state: true }, busy: { state: true }, kept: { state: true } };
  declare problem?: Problem;
  declare busy: boolean;
  /** What was typed where nothing can be sent any more. */
  declare kept?: string;
  /** Fields in which somebody has typed, each with its form. */
  readonly #fields = new Map<HTMLInputElement | HTMLTextAreaElement, HTMLFormElement>();
  /** Whether its words are lost when the view goes; a view that knows better asks itself. */
  protected readonly asks: boolean = true;
  /** Whether they stay in sight when their field goes. */
  protected readonly leavesWords: boolean = true;

  constructor() {
    super();
    this.busy = false;
    this.addEventListener('input', (event) => {
      const field = event.target as HTMLInputElement | HTMLTextAreaElement;
      const form = field.closest('form');
      if (!this.asks || !form) return;
      typedIn.add(form);
      if (field.matches(WORDS)) this.#fields.set(field, form);
    });
  }

  /** A field that goes while somebody types in it, as when its claim moves on, leaves its words behind. */
  override updated() {
    super.updated();
    const gone = [...this.#fields].filter(([field]) => !field.isConnected);
    const words = gone.filter(([field, form]) => this.leavesWords && typedIn.has(form) && field.value !== field.defaultValue).map(([field]) => field.value.trim());
    gone.forEach(([field, form]) => {
      this.#fields.delete(field);
      if (!form.isConnected) typedIn.delete(form);
    });
    this.keep(words);
  }

  protected keep(words: string[]) {
    const said = words.filter(Boolean).join('\n');
    if (said) this.kept = [this.kept, said].filter(Boolean).join('\n');
  }

  /**
   * Sends, tells the claim's view that it has changed, and says so; false where it failed.
   * @param form whose words are kept now: from now on its fields show what the service has
   */
  protected async send(work: () => Promise<unknown>, said: string, form?: HTMLFormElement): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = undefined;
    const sent = form && JSON.stringify(values(form));
    try {
      await work();
      // What was typed meanwhile is not kept yet.
      if (form && JSON.stringify(values(form)) === sent) {
        typedIn.delete(form);
        form.reset();
      }
      announce(said);
      this.dispatchEvent(new Event('changed', { bubbles: true }));
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.problem = failure.status === 412 ? new Problem(412, failure.type, t('changed_meanwhile')) : failure;
      if (failure.status === 412 || failure.status === 409) this.dispatchEvent(new Event('changed', { bubbles: true }));
      await this.updateComplete;
      this.querySelector<HTMLElement>('.error')?.focus();
      return false;
    } finally {
      this.busy = false;
    }
  }

  protected mistakes() {
    const { problem } = this;
    if (!problem) return this.former();
    return html`<div class="error" role="alert" tabindex="-1"><p>${problem.errors.length ? t('mistakes') : problem.message}</p>
      ${problem.errors.length ? html`<ul>${problem.errors.map((each) => html`<li><b>${member(each.pointer)}</b> ${each.detail}</li>`)}</ul>` : nothing}</div>${this.former()}`;
  }

  protected former() {
    return this.kept ? html`<div class="notice kept-words"><b>${t('moves.kept')}</b><p class="said" dir="auto">${this.kept}</p></div>` : nothing;
  }
}

/** A form below a list that belongs to a claim, which is read with the claim and again when the claim has changed. */
export abstract class ListForm<T> extends Form {
  static override properties = { ...Form.properties, items: { state: true } };
  declare claim: Claim;
  declare etag?: string;
  declare items?: T[];
  #of?: string;

  protected abstract read(): Promise<T[] | undefined>;

  override willUpdate() {
    if (this.#of === this.claim.id) return;
    this.#of = this.claim.id;
    this.items = undefined;
    this.load();
  }

  async load() {
    const { id } = this.claim;
    try {
      const items = await this.read();
      if (id === this.claim.id) this.items = items;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.problem = failure;
    }
  }
}

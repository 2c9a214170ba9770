/** A form that sends, shows each mistake at its member, and keeps what was typed when it fails. */
import { nothing, html } from 'lit';
import { Problem, member } from '../api.ts';
import { View, announce, typedIn, values } from '../element.ts';
import { t } from '../words.ts';
import type { Claim } from '../types.ts';

export class Form extends View {
  static override properties = { claim: { attribute: false }, etag: { attribute: false }, problem: { state: true }, busy: { state: true } };
  declare problem?: Problem;
  declare busy: boolean;
  /** Whether its words are lost when the view goes; a view that knows better asks itself. */
  protected readonly asks: boolean = true;

  constructor() {
    super();
    this.busy = false;
    this.addEventListener('input', (event) => {
      const form = (event.target as Element).closest('form');
      if (this.asks && form) typedIn.add(form);
    });
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
    if (!problem) return nothing;
    return html`<div class="error" role="alert" tabindex="-1"><p>${problem.errors.length ? t('mistakes') : problem.message}</p>
      ${problem.errors.length ? html`<ul>${problem.errors.map((each) => html`<li><b>${member(each.pointer)}</b> ${each.detail}</li>`)}</ul>` : nothing}</div>`;
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

/** Signing in: at the provider, or in dev mode as anybody. */
import { html, nothing } from 'lit';
import { View, values } from '../element.ts';
import { DevSignIn } from '../dev-sign-in.ts';
import { session } from '../session.ts';
import { t } from '../words.ts';
import type { ProviderSignIn } from '../provider-sign-in.ts';

const PEOPLE = [['sam', 'Sam Submitter', 'submitter'], ['rita', 'Rita Reviewer', 'reviewer'], ['ed', 'Ed Editor', 'editor'], ['eva', 'Eva Editor', 'editor']];

class SignIn extends View {
  static override properties = { failure: {}, wrong: { state: true } };
  declare failure?: string;
  declare wrong?: string;

  async #dev(subject: string, name: string, role: string) {
    const way = new DevSignIn(subject, name, role);
    await way.renew();
    if (!await way.token()) {
      this.wrong = t('trouble.busy');
      return;
    }
    session.way = way;
    window.dispatchEvent(new Event('signed-in'));
  }

  async #provider() {
    try {
      await (session.way as ProviderSignIn).go();
    } catch (failure) {
      this.wrong = (failure as Error).message;
    }
  }

  override render() {
    const failure = this.wrong ?? this.failure;
    return html`<section class="narrow">
      <h1>${t('sign_in.title')}</h1>
      <p>${t('sign_in.text')}</p>
      ${failure ? html`<p class="error" role="alert">${t('sign_in.failed')} ${failure}</p>` : nothing}
      ${this.#way()}</section>`;
  }

  #way() {
    if (!session.config) return html`<button @click=${() => location.reload()}>${t('try_now')}</button>`;
    switch (session.config.signIn) {
      case 'provider': return html`<p><button @click=${this.#provider}>${t('sign_in')}</button></p>`;
      case 'none': return html`<p class="notice">${t('sign_in.none')}</p>`;
      default: return html`<p class="notice">${t('sign_in.dev')}</p>
        <div class="people">${PEOPLE.map(([subject, name, role]) => html`
          <button class="person" @click=${() => this.#dev(subject, name, role)}><b>${name}</b><span>${t(`role.${role}`)}</span></button>`)}</div>
        <details><summary>${t('sign_in.other')}</summary><form @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const { subject, role } = values(event.target as HTMLFormElement);
          this.#dev(subject, subject, role);
        }}>
          <label>${t('sign_in.name')}<input name="subject" required autocomplete="off"></label>
          <label>${t('sign_in.role')}<select name="role">${['submitter', 'reviewer', 'editor'].map((role) => html`<option value=${role}>${t(`role.${role}`)}</option>`)}</select></label>
          <button>${t('sign_in')}</button></form></details>`;
    }
  }
}

customElements.define('qc-sign-in', SignIn);

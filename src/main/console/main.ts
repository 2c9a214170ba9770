/** `/console`: the frame around the views, and which view the address names. */
import { html, nothing } from 'lit';
import { connection } from './connection.ts';
import { View, leave, unsent } from './element.ts';
import { get } from './api.ts';
import { session, type Config } from './session.ts';
import './focus.ts';
import './shortcuts.ts';
import { LANGUAGES, language, name, speak, t } from './words.ts';
import type { Me } from './types.ts';
import './views/sign-in.ts';
import './views/queue.ts';
import './views/claim.ts';
import './views/paste.ts';
import './views/submissions.ts';

/** The number of an entry of the browser's history; new ones have none yet. */
const numbered = () => (history.state as { at?: number } | null)?.at;

class Console extends View {
  static override properties = { ready: { state: true }, failure: { state: true }, route: { state: true } };
  declare ready: boolean;
  declare failure?: string;
  declare route: string;
  /** The number of the entry that is shown. */
  #at = numbered() ?? 0;

  constructor() {
    super();
    this.ready = false;
    this.route = location.hash.slice(1);
  }

  override connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', () => this.requestUpdate());
    connection.addEventListener('change', () => this.requestUpdate());
    window.addEventListener('hashchange', () => this.#go());
    window.addEventListener('signed-in', () => this.#enter());
    window.addEventListener('readdressed', () => { this.route = location.hash.slice(1); });
    this.#start();
  }

  async #start() {
    await speak(navigator.language);
    try {
      const response = await fetch('/console/config', { credentials: 'omit' });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      session.config = await response.json() as Config;
      if (session.config.signIn === 'provider') {
        const { ProviderSignIn } = await import('./provider-sign-in.ts');
        const way = new ProviderSignIn(session.config, t);
        session.way = way;
        if (await way.comesBack()) return;
        this.route = location.hash.slice(1);
        if (!await way.token()) await way.meet();
        if (await way.token() || await way.renew()) await this.#enter();
      }
    } catch (failure) {
      this.failure = failure instanceof TypeError ? t('trouble.offline') : (failure as Error).message;
    }
    history.replaceState({ at: this.#at }, '');
    this.ready = true;
  }

  async #enter() {
    try {
      session.me = (await get<Me>('/v1/me')).body;
      this.failure = undefined;
    } catch (failure) {
      this.failure = (failure as Error).message;
    }
    session.changed();
  }

  async #go() {
    const to = numbered() ?? this.#at + 1;
    if (to === this.#at) return;
    if (!await leave()) {
      history.go(this.#at - to);
      return;
    }
    this.#at = to;
    history.replaceState({ at: to }, '');
    this.route = location.hash.slice(1);
    await this.updateComplete;
    document.querySelector<HTMLElement>('main')?.focus();
    window.scrollTo(0, 0);
  }

  async #signOut() {
    if (!await leave()) return;
    await session.way?.signOut();
    session.me = undefined;
    session.way = session.config?.signIn === 'provider' ? session.way : undefined;
    location.hash = '';
    session.changed();
  }

  async #speak(event: Event) {
    const select = event.target as HTMLSelectElement;
    if (!await leave()) {
      select.value = language;
      return;
    }
    await speak(select.value);
    this.route = '-';
    await this.updateComplete;
    this.route = location.hash.slice(1);
  }

  override render() {
    return html`
      <a class="skip" href="#main" @click=${(event: Event) => { event.preventDefault(); this.querySelector('main')?.focus(); }}>${t('skip')}</a>
      <header class="top">
        <a class="organization" href="#/queue">${session.config?.organization ?? ''}</a><span class="desk">${t('console')}</span>
        ${session.me ? this.#navigation() : nothing}
        <label class="language"><span class="visually-hidden">${t('language')}</span>
          <select @change=${this.#speak}>${Object.entries(LANGUAGES).map(([code, own]) => html`<option value=${code} ?selected=${code === language}>${own}</option>`)}</select></label>
        ${session.me ? html`<span class="who" title=${session.me.roles?.join(', ') ?? ''}>${name(session.me)}</span>
          <button class="plain" @click=${this.#signOut}>${t('sign_out')}</button>` : nothing}
      </header>
      ${this.#troubles()}
      <main id="main" tabindex="-1">${this.ready ? this.#view() : html`<p class="loading" aria-busy="true">${t('loading')}</p>`}</main>
      <div id="announcements" class="visually-hidden" role="status"></div>`;
  }

  /** Without the query that a link has for the view, or got on its way. */
  #path() { return this.route.split(/[?#]/)[0].split('/'); }

  #navigation() {
    const here = this.#path()[1] || (session.is('reviewer') ? 'queue' : 'paste');
    const link = (to: string) => html`<a href="#/${to}" aria-current=${here === to ? 'page' : nothing}>${t(`nav.${to}`)}</a>`;
    return html`<nav aria-label=${t('navigation')}>
      ${session.is('reviewer') ? link('queue') : nothing}${session.is('submitter') ? html`${link('paste')}${link('submissions')}` : nothing}</nav>`;
  }

  #troubles() {
    return html`
      ${connection.trouble ? html`<div class="banner" role="alert"><span>${t(`trouble.${connection.trouble}`)}</span>
        <button class="plain" @click=${() => connection.now()}>${t('try_now')}</button></div>` : nothing}
      ${session.ended ? html`<div class="banner" role="alert"><span>${t('session_ended')} ${session.failure ?? nothing}</span>
        <button @click=${() => session.signInAgain()}>${t('sign_in_again')}</button></div>` : nothing}`;
  }

  #view() {
    if (this.route === '-') return nothing;
    if (!session.me) return html`<qc-sign-in .failure=${this.failure}></qc-sign-in>`;
    const [, view, id] = this.#path();
    if (!session.is('submitter')) return html`<h1>${t('no_role')}</h1><p>${t('no_role.text')}</p>`;
    if (view === 'claims' && id) return html`<qc-claim .claimId=${id.toLowerCase()}></qc-claim>`;
    if (view === 'paste' || !view && !session.is('reviewer')) return html`<qc-paste></qc-paste>`;
    if (view === 'submissions' || !session.is('reviewer')) return html`<qc-submissions></qc-submissions>`;
    return html`<qc-queue .query=${this.route.split(/[?#]/)[1] ?? ''}></qc-queue>`;
  }
}

customElements.define('qc-console', Console);

window.addEventListener('beforeunload', (event) => {
  if (unsent()) event.preventDefault();
});

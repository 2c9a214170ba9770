/** OpenID Connect by oidc-client-ts: code flow with PKCE, tokens in memory, renewed before they end. */
import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import type { Config, Way } from './session.ts';

const HOME = `${location.origin}/console`;

export class ProviderSignIn implements Way {
  readonly #manager: UserManager;
  readonly #kind: 'access' | 'id';
  #user: User | null = null;

  constructor(config: Config) {
    this.#kind = config.token ?? 'access';
    this.#manager = new UserManager({
      authority: config.issuer!,
      client_id: config.clientId!,
      redirect_uri: HOME,
      silent_redirect_uri: HOME,
      popup_redirect_uri: HOME,
      post_logout_redirect_uri: HOME,
      response_type: 'code',
      scope: config.scope,
      resource: config.resource,
      automaticSilentRenew: true,
      monitorSession: false,
      silentRequestTimeoutInSeconds: 8,
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      // The verifier alone, and only on the way to the provider and back.
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
    });
    this.#manager.events.addUserLoaded((user) => { this.#user = user; });
    this.#manager.events.addUserUnloaded(() => { this.#user = null; });
  }

  /** The page that the provider sends people back to, in the window, a frame or a popup. True where this page is one of the latter. */
  async comesBack(): Promise<boolean> {
    const query = new URLSearchParams(location.search);
    if (!query.has('state')) return false;
    if (window.parent !== window) {
      await this.#manager.signinSilentCallback();
      return true;
    }
    if (window.opener) {
      await this.#manager.signinPopupCallback();
      return true;
    }
    const where = sessionStorage.getItem('where') ?? '';
    sessionStorage.removeItem('where');
    history.replaceState(null, '', `/console${where}`);
    if (query.has('error') && !query.has('code')) throw new Error(query.get('error_description') ?? query.get('error')!);
    if (query.has('code')) this.#user = await this.#manager.signinRedirectCallback(`${HOME}?${query}`);
    return false;
  }

  async token() {
    return this.#kind === 'id' ? this.#user?.id_token : this.#user?.access_token;
  }

  async renew() {
    try {
      this.#user = await this.#manager.signinSilent();
      return this.#user !== null;
    } catch (failure) {
      console.warn(`Signing in silently failed: ${(failure as Error).message}`);
      return false;
    }
  }

  async again() {
    this.#user = await this.#manager.signinPopup();
    return true;
  }

  async go() {
    sessionStorage.setItem('where', location.hash);
    await this.#manager.signinRedirect();
  }

  async signOut() {
    try {
      await this.#manager.signoutRedirect();
    } catch {
      // a provider without an end of sessions: what we have is forgotten
      await this.#manager.removeUser();
    }
  }
}

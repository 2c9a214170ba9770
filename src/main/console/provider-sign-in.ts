/** OpenID Connect by oidc-client-ts: code flow with PKCE, tokens in memory, renewed before they end. */
import { ErrorTimeout, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import type { Config, Way } from './session.ts';

const HOME = `${location.origin}/console`;

export class ProviderSignIn implements Way {
  readonly #manager: UserManager;
  readonly #issuer: string;
  readonly #kind: 'access' | 'id';
  #user: User | null = null;

  /** @param say gives the words of what went wrong */
  constructor(config: Config, private readonly say: (word: string, places: Record<string, string>) => string) {
    this.#issuer = config.issuer!;
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

  /** Whether the provider is there, and who it should be (OpenID Connect Discovery 1.0, section 4.3); fails in words for people. */
  async meet() {
    const issuer = this.#issuer;
    let found: string | undefined;
    try {
      found = (await this.#manager.metadataService.getMetadata()).issuer;
    } catch (failure) {
      throw new Error(this.say(failure instanceof TypeError || failure instanceof ErrorTimeout ? 'provider.away' : 'provider.garbage', { issuer }));
    }
    if (typeof found !== 'string') throw new Error(this.say('provider.garbage', { issuer }));
    if (found !== issuer) throw new Error(this.say('provider.other', { issuer, other: found }));
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
    await this.meet();
    this.#user = await this.#manager.signinPopup();
    return true;
  }

  async go() {
    await this.meet();
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

/** Who is signed in. Tokens stand in this module's memory and nowhere else: a page that is loaded anew asks again. */
import type { Me } from './types.ts';

export interface Config {
  signIn: 'provider' | 'dev' | 'none';
  organization: string;
  issuer?: string;
  clientId?: string;
  scope?: string;
  resource?: string;
  token?: 'access' | 'id';
}

/** One way to sign in. */
export interface Way {
  token(): Promise<string | undefined>;
  /** Whether there is a fresh token now, without asking anybody. */
  renew(): Promise<boolean>;
  /** With somebody's help, but without leaving the page. */
  again(): Promise<boolean>;
  signOut(): Promise<void>;
}

class Session extends EventTarget {
  config?: Config;
  me?: Me;
  /** The token is no longer good, and nobody has signed in again. */
  ended = false;
  /** Why signing in again did not work. */
  failure?: string;
  way?: Way;
  #waiting: ((signedIn: boolean) => void)[] = [];

  token() { return this.way?.token() ?? Promise.resolve(undefined); }

  /** After a 401: true when it is worth asking again. Waits, with the form as it is, until somebody has signed in. */
  async renewed(): Promise<boolean> {
    if (!this.way || !this.me) return false;
    if (await this.way.renew().catch(() => false)) return true;
    this.ended = true;
    this.changed();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async signInAgain() {
    try {
      if (!await this.way?.again()) return;
      this.failure = undefined;
      this.ended = false;
      this.#waiting.splice(0).forEach((go) => go(true));
      window.dispatchEvent(new Event('signed-in')); // it may be somebody else
    } catch (failure) {
      this.failure = (failure as Error).message;
    }
    this.changed();
  }

  changed() { this.dispatchEvent(new Event('change')); }

  is(role: 'submitter' | 'reviewer' | 'editor') {
    const roles: readonly string[] = this.me?.roles ?? [];
    return roles.includes('editor') || role !== 'editor' && roles.includes('reviewer') || roles.includes(role);
  }
}

export const session = new Session();

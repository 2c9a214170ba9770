/** Dev mode: anybody gets a token for any role. */
import type { Way } from './session.ts';

export class DevSignIn implements Way {
  #token?: string;

  constructor(private readonly subject: string, private readonly name: string, private readonly role: string) {}

  token() { return Promise.resolve(this.#token); }

  async renew() {
    const response = await fetch('/dev/tokens', {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject: this.subject, name: this.name, roles: [this.role] }),
    });
    const renewed = response.ok ? (await response.json()).token : undefined;
    const fresh = renewed !== undefined && renewed !== this.#token;
    this.#token = renewed ?? this.#token;
    return fresh;
  }

  again() { return this.renew(); }

  async signOut() { this.#token = undefined; }
}

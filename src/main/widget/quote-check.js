/** <quote-check claim="{id}">fallback</quote-check>, or with a link to the claim's page in the fallback, shows a verdict. */

import { buildCard, shown, styles } from './card.js';
import { CLAIMS, ask, languageOf, warn } from './lookup.js';
import { fit, ladder, newBox, roomStyles } from './room.js';

const IDS_PER_REQUEST = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// ---- Look-up ----
const waiting = new Set();

function flush() {
  const wishes = [...waiting].filter((element) => element.isConnected).map((element) => ({ element, ...element.wish }));
  waiting.clear();
  // One malformed id would cost the whole request.
  const malformed = wishes.filter(({ id }) => !UUID.test(id));
  if (malformed.length) warn(`not a claim id: ${malformed.map(({ id }) => id || 'none')}`);
  for (const batch of batches(wishes.filter(({ id }) => UUID.test(id)))) answer(batch, wishes);
}

/** Wishes [{id, lang}] as requests [{lang, ids}]; ids sorted, so that equal pages share a cache entry. */
export function batches(wishes) {
  const full = new Map();
  for (const { id, lang } of wishes) full.set(lang, (full.get(lang) ?? new Set()).add(id));
  return [...full].flatMap(([lang, unique]) => {
    const [ids, parts] = [[...unique].sort(), []];
    while (ids.length) parts.push({ lang, ids: ids.splice(0, IDS_PER_REQUEST) });
    return parts;
  });
}

async function answer({ lang, ids }, wishes) {
  try {
    const known = shown(await ask('claims', { ids: ids.join(','), lang }));
    // By the id asked for: a duplicate's leads to its survivor.
    const claims = new Map(known.flatMap((claim) => (claim.requested ?? [claim.id]).map((id) => [id, claim])));
    // An element may have left or changed since.
    const still = wishes.filter(({ element, ...wish }) => wish.lang === lang && element.isConnected && same(element.wish, wish));
    fit(still.filter(({ id }) => claims.has(id)).map(({ element, id }) => element.put(claims.get(id))));
    const unknown = ids.filter((id) => !claims.has(id));
    if (unknown.length) warn(`no verdict known for ${unknown}`);
  } catch ({ message }) {
    warn(message);
  }
}

const same = (one, other) => one.id === other?.id && one.lang === other.lang && one.size === other.size;

// ---- Element ----
export class QuoteCheck extends HTMLElement {
  static observedAttributes = ['claim', 'lang', 'size'];
  static #resizes = new ResizeObserver((changes) => fit(changes.map(({ target }) => target.getRootNode().host.#place).filter(Boolean)));
  #box = newBox();
  #place; #shown;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#box);
    this.shadowRoot.adoptedStyleSheets = [...styles, ...roomStyles];
  }

  get wish() {
    // The href of a link in a picture (SVG) is no text.
    const link = [...this.querySelectorAll('a[href]')].find(({ href }) => `${href}`.startsWith(CLAIMS));
    const id = this.getAttribute('claim') ?? link?.href.slice(CLAIMS.length).split(/[/?#]/)[0] ?? '';
    return { id: id.trim().toLowerCase(), lang: languageOf(this), size: this.getAttribute('size') };
  }

  connectedCallback() { this.#renew(); }
  attributeChangedCallback() { if (this.isConnected) this.#renew(); }
  disconnectedCallback() { QuoteCheck.#resizes.unobserve(this.#box); }

  /** The card in its place, not yet fitted. */
  put(claim) {
    this.#clear();
    const card = buildCard(claim);
    [this.#place, this.#shown] = [{ host: this, box: this.#box, card, steps: ladder(this.wish.size, this.textContent, claim) }, this.wish];
    this.#box.append(card);
    QuoteCheck.#resizes.observe(this.#box);
    return this.#place;
  }

  #renew() {
    if (this.#place && same(this.wish, this.#shown)) return QuoteCheck.#resizes.observe(this.#box);
    this.#clear();
    // A task, not a microtask: the parser runs microtasks between two elements.
    if (!waiting.size) setTimeout(flush);
    waiting.add(this);
  }

  #clear() {
    if (!this.#place) return;
    QuoteCheck.#resizes.unobserve(this.#box);
    this.#place.card.remove();
    this.#place = undefined;
    this.#box.className = 'box empty';
  }
}

if (!customElements.get('quote-check')) customElements.define('quote-check', QuoteCheck);

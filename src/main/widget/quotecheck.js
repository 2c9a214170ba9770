/** <quote-check claim="{id}">fallback</quote-check> shows a published verdict. Reads "claims" beside this script, keeps nothing. */

// ---- Pure logic ----

const IDS_PER_REQUEST = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Labels of ratings and quote verdicts come with the JSON. */
const WORDS = {
  en: { check: 'Fact check', by: 'Claim by', quote: 'Quote', review: 'Under review again', corrected: 'Corrected',
    retracted: 'Retracted', single: 'Single reviewer', sources: ['source', 'sources'], details: 'Details', read: 'Read the full check' },
  fr: { check: 'Vérification', by: 'Déclaration de', quote: 'Citation', review: 'De nouveau en cours d’examen',
    corrected: 'Corrigé', retracted: 'Retiré', single: 'Vérification par une seule personne', sources: ['source', 'sources'],
    details: 'Détails', read: 'Lire la vérification complète' },
  de: { check: 'Faktencheck', by: 'Behauptung von', quote: 'Zitat', review: 'Wird erneut geprüft',
    corrected: 'Korrigiert', retracted: 'Zurückgezogen', single: 'Nur von einer Person geprüft', sources: ['Quelle', 'Quellen'],
    details: 'Details', read: 'Zum vollständigen Faktencheck' },
};

/** Path data in a box of 24 x 24. */
const GLYPHS = {
  true: 'M7 12.5l3.5 3.5 6.5-7.5', mostly_true: 'M7 12.5l3.5 3.5 6.5-7.5', false: 'M8 8l8 8M16 8l-8 8', mostly_false: 'M8 8l8 8M16 8l-8 8',
  mixed: 'M12 2a10 10 0 0 0 0 20z', missing_context: 'M7 12h.01M12 12h.01M17 12h.01', outdated: 'M12 7v5l3.5 2',
  satire: 'M8 9h.01M16 9h.01M7 14c2 4 8 4 10 0', not_factual: 'M7 12h10', retracted: 'M6 18L18 6',
  unverifiable: 'M9 9.5c0-4 6-4 6-.5 0 2.5-3 2.5-3 4.5M12 17h.01',
};

function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A canonical BCP 47 tag; "en" where the page says none. */
const languageTag = (text) => attempt(() => Intl.getCanonicalLocales((text ?? '').trim().replaceAll('_', '-'))[0]) ?? 'en';

const safeLink = (address) => attempt(() => new URL(address).href.match(/^https?:.*/)?.[0]);

const day = (instant, lang) =>
  attempt(() => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(instant ?? NaN))) ?? '';

/** Wishes [{id, lang}] as requests [{lang, ids}]; ids sorted, so that equal pages share a cache entry. */
function batches(wishes) {
  const full = new Map();
  for (const { id, lang } of wishes) full.set(lang, (full.get(lang) ?? new Set()).add(id));
  return [...full].flatMap(([lang, unique]) => {
    const ids = [...unique].sort();
    const parts = [];
    while (ids.length) parts.push({ lang, ids: ids.splice(0, IDS_PER_REQUEST) });
    return parts;
  });
}

/** Claims with a verdict, by the id asked for: a duplicate's leads to its survivor. */
function byRequestedId({ claims }) {
  const checked = claims.filter(({ text, ratingLabel, retracted }) => text && (ratingLabel || retracted));
  return new Map(checked.flatMap((claim) => (claim.requested ?? [claim.id]).map((id) => [id, claim])));
}

const same = (one, other) => one.id === other?.id && one.lang === other.lang;

/** What a card says. */
function cardWords(claim, lang) {
  const own = lang.split('-')[0] in WORDS ? lang : 'en';
  const words = WORDS[own.split('-')[0]];
  const count = claim.sources && `${claim.sources} ${words.sources[new Intl.PluralRules(own).select(claim.sources) === 'one' ? 0 : 1]}`;
  return {
    own, words,
    label: claim.retracted ? words.retracted : claim.ratingLabel,
    labelLanguage: claim.retracted ? own : claim.labelLanguage ?? lang,
    tone: claim.retracted ? 'retracted' : Object.hasOwn(GLYPHS, claim.rating) ? claim.rating : 'unverifiable',
    tags: [
      claim.underReview && [words.review],
      claim.quoteVerdictLabel && [`${words.quote}: `, claim.quoteVerdictLabel],
      claim.singleReviewer && [words.single],
      claim.corrected && !claim.retracted && [`${words.corrected} ${day(claim.updatedAt, own)}`],
    ].filter(Boolean),
    facts: [claim.organization?.name, day(claim.publishedAt, own), count].filter(Boolean),
  };
}

// ---- Look-up ----

const waiting = new Set();

function lookUp(element) {
  // A task, not a microtask: the parser runs microtasks between two elements.
  if (!waiting.size) setTimeout(flush);
  waiting.add(element);
}

function flush() {
  const wishes = [...waiting].filter((element) => element.isConnected).map((element) => ({ element, ...element.wish }));
  waiting.clear();
  // One malformed id would cost the whole request.
  const malformed = wishes.filter(({ id }) => !UUID.test(id));
  if (malformed.length) warn(`not a claim id: ${malformed.map(({ id }) => `"${id}"`).join(', ')}`);
  for (const batch of batches(wishes.filter(({ id }) => UUID.test(id)))) answer(batch, wishes);
}

async function answer({ lang, ids }, wishes) {
  try {
    const url = new URL(`claims?ids=${ids.join(',')}&lang=${lang}`, import.meta.url);
    const response = await fetch(url, { credentials: 'omit', headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`${url.origin} answered ${response.status}`);
    const claims = byRequestedId(await response.json());
    const unknown = ids.filter((id) => !claims.has(id));
    for (const { element, ...wish } of wishes) {
      // The element may have left or changed since.
      const still = element.isConnected && same(element.wish, wish);
      if (still && wish.lang === lang && claims.has(wish.id)) element.show(claims.get(wish.id), lang);
    }
    if (unknown.length) warn(`no verdict known for ${unknown.join(', ')}`);
  } catch (error) {
    warn(error.message);
  }
}

function warn(why) {
  console.warn(`quote-check: ${why}; the fallback stays`);
}

// ---- Card ----

const sheet = new CSSStyleSheet();
// Where light-dark() is unknown, the page's own colours show.
sheet.replaceSync(`
:host([hidden]), [hidden] { display: none !important }
.box { display: contents } .box:not(.empty) { display: block; position: relative }
.card { --bg: var(--quote-check-background, light-dark(#fff, #1d2125)); --fg: var(--quote-check-color, light-dark(#1a1d21, #eceff2));
  --dim: var(--quote-check-muted, light-dark(#50575f, #b4bcc5)); --line: var(--quote-check-border, light-dark(#c4c9d0, #4a525b));
  --link: var(--quote-check-link, light-dark(#0b57a4, #9ccaff)); --tone: light-dark(#3f4f63, #bccad9);
  box-sizing: border-box; display: flex; flex-wrap: wrap; align-items: center; align-content: flex-start; gap: .5em .75em; padding: 1em;
  border: 1px solid var(--line); border-radius: var(--quote-check-radius, .375em); background: var(--bg); color: var(--fg);
  font-family: var(--quote-check-font, inherit); font-style: normal; font-weight: 400; line-height: 1.5; letter-spacing: normal;
  text-align: start; text-indent: 0; text-transform: none; white-space: normal; overflow-wrap: anywhere }
.false { --tone: light-dark(#b3261e, #ffb4ab) } .mostly_false { --tone: light-dark(#9a4100, #ffb68a) } .mixed { --tone: light-dark(#755600, #f0c65a) }
.mostly_true { --tone: light-dark(#3d6a1a, #b7dc8f) } .true { --tone: light-dark(#0a683a, #80dca8) }
.verdict { display: inline-flex; align-items: center; gap: .4em; color: var(--quote-check-accent, var(--tone)); font-size: 1.125em; line-height: 1.3 }
.icon { flex: none; inline-size: 1.3em; fill: none; stroke: currentColor; stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round }
:is(.false, .true) .disc, .mixed .glyph { fill: currentColor } :is(.false, .true) .glyph { stroke: var(--bg) }
.tags { display: contents; list-style: none } .tag, .toggle { padding: 0 .5em; border: 1px solid var(--line); border-radius: .25em; font-size: .875em }
.toggle { min-block-size: 24px; margin-block: -3px; margin-inline-start: auto; background: none; color: var(--fg); font-family: inherit; cursor: pointer }
.toggle::after { content: " \\25be" / "" } .toggle[aria-expanded=true]::after { content: " \\25b4" / "" }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.quote, .summary, .facts { flex: 1 0 100%; margin: 0 }
.by, .facts { color: var(--dim); font-size: .875em } .text { display: block; font-size: 1.0625em; line-height: 1.4 }
.facts { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25em }
.link { padding-block: 4px; color: var(--link); font-weight: 600 }
@media screen {
  .short slot, .whole slot { visibility: hidden } .grown slot { display: none }
  .short .card, .whole .card { position: absolute; inset: 0 0 auto }
  .short .summary { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--lines) }
  .short .facts, .brief .quote, .line .quote, .line .summary { display: none }
  .brief .card, .line .card { align-content: center; gap: 0 .75em; padding: 0 .6em; border: 0; outline: 1px solid var(--line) }
  .line .card { flex-wrap: nowrap } .line .verdict, .line .toggle { flex: none; line-height: 1.2 } .line .verdict { font-size: 1em }
  .line .tags { display: block; flex: 1 1 0; overflow: hidden; margin: 0; padding: 0; white-space: nowrap; text-overflow: ellipsis }
  .line .tag { display: inline; padding: 0; border: 0 } .line .tag + .tag::before { content: " · " }
}
@media print { .toggle, :is(.whole, .short, .grown) slot { display: none } .card { break-inside: avoid } }
@media (forced-colors: active) { .glyph { stroke: CanvasText } :is(.false, .true) .glyph { stroke: Canvas } }
`);

/** A node whose class is also its part. */
function node(name, part, content = [], lang) {
  const made = document.createElement(name);
  made.className = part;
  made.setAttribute('part', part);
  made.append(...[content].flat());
  if (lang) Object.assign(made, { lang, dir: 'auto' });
  return made;
}

function shape(name, attributes, ...content) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const icon = (tone) => shape('svg', { class: 'icon', part: 'icon', viewBox: '0 0 24 24', 'aria-hidden': true },
  shape('circle', { class: 'disc', cx: 12, cy: 12, r: 10 }), shape('path', { class: 'glyph', d: GLYPHS[tone] }));

function buildCard(claim, lang, onToggle) {
  const { own, words, label, labelLanguage, tone, tags, facts } = cardWords(claim, lang);
  const address = safeLink(claim.url);
  const card = node('article', `card ${tone}`, [
    node('strong', 'verdict', [icon(tone), node('span', 'label', label, labelLanguage)]),
    tags.length ? node('ul', 'tags', tags.map(([text, verdict]) =>
      node('li', 'tag', verdict ? [text, node('span', 'tag-label', verdict, labelLanguage)] : text, own))) : '',
    Object.assign(node('button', 'toggle', words.details, own), { type: 'button', hidden: true, onclick: onToggle }),
    node('div', 'quote', [claim.claimant ? node('span', 'by', [`${words.by} `, node('bdi', 'claimant', claim.claimant)], own) : '',
      node('q', 'text', claim.text, claim.language ?? lang)]),
    claim.summary ? node('p', 'summary', claim.summary, claim.summaryLanguage ?? lang) : '',
    node('div', 'facts', [node('span', 'fact', facts.join(' · '), own),
      address ? Object.assign(node('a', 'link', words.read, own), { href: address }) : '']),
  ]);
  Object.assign(card, { lang: own, ariaLabel: `${words.check}: ${label}` });
  return card;
}

// ---- Element ----

/**
 * Nothing around the element moves by itself: the fallback stays in the layout, unseen, and the card lies over its box, whole where
 * it fits, else short with a button. It takes more room at once only where what follows is out of sight, or without a fallback.
 */
export class QuoteCheck extends HTMLElement {
  static observedAttributes = ['claim', 'lang'];
  #box = node('div', 'box', document.createElement('slot'));
  #card;
  #shown;
  #resizes = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    this.#state = 'empty';
    this.attachShadow({ mode: 'open' }).append(this.#box);
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  /** The language is that of the closest element that says one, out of any shadow trees. */
  get wish() {
    let lang;
    for (let from = this; from && lang === undefined; from = from.getRootNode().host) lang = from.closest('[lang]')?.getAttribute('lang');
    return { id: (this.getAttribute('claim') ?? '').trim().toLowerCase(), lang: languageTag(lang) };
  }

  connectedCallback() {
    if (this.#card && same(this.wish, this.#shown)) this.#resizes.observe(this.#box);
    else this.#renew();
  }

  disconnectedCallback() {
    this.#resizes.disconnect();
  }

  attributeChangedCallback(_name, before, after) {
    if (before !== after && this.isConnected) this.#renew();
  }

  show(claim, lang) {
    const card = buildCard(claim, lang, () => this.#toggle());
    this.#clear();
    this.#card = card;
    this.#shown = this.wish;
    this.#box.append(card);
    this.#fit();
    this.#resizes.observe(this.#box);
  }

  #renew() {
    this.#clear();
    lookUp(this);
  }

  #clear() {
    if (!this.#card) return;
    this.#resizes.disconnect();
    this.#box.style.minBlockSize = `${this.#box.getBoundingClientRect().height}px`;
    this.#card.remove();
    this.#card = undefined;
    this.#state = 'kept';
  }

  set #state(name) { this.#box.className = `box ${name}`; }
  get #state() { return this.#box.className.slice(4); }

  #fit(fold = false) {
    const [card, before] = [this.#card, this.#state];
    if (before === 'grown' && !fold) return;
    this.#state = 'whole';
    card.style.cssText = '';
    const [{ width, bottom }, room] = [this.#box.getBoundingClientRect(), this.#room()];
    const [fits, free] = [card.offsetHeight <= room, !room || before === 'whole' || bottom >= innerHeight];
    if (!width) this.#state = 'kept';
    else if (!fits && free && !fold) this.#state = 'grown';
    else {
      if (!fits) this.#shorten(room);
      this.#expanded(fits ? undefined : false);
      card.style.minBlockSize = `${room}px`;
    }
  }

  /** The height of the fallback, or what the publisher's style reserves. */
  #room() {
    const style = getComputedStyle(this);
    return Math.max(this.#box.getBoundingClientRect().height,
      this.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom));
  }

  #shorten(room) {
    const [card, summary] = [this.#card, this.#card.querySelector('.summary')];
    for (const state of ['short', 'short brief', 'short line']) {
      this.#state = state;
      card.style.setProperty('--lines', 1);
      const spare = room - card.offsetHeight;
      card.style.marginBlockStart = `${Math.min(spare / 2, 0)}px`;
      if (spare < 0) continue;
      if (summary) card.style.setProperty('--lines', 1 + Math.floor(spare / parseFloat(getComputedStyle(summary).lineHeight)));
      return;
    }
  }

  #toggle() {
    const open = this.#state !== 'grown';
    if (open) this.#state = 'grown';
    else this.#fit(true);
    this.#expanded(open);
  }

  /** Undefined: there is nothing to unfold. */
  #expanded(open) {
    Object.assign(this.#card.querySelector('.toggle'), { hidden: open === undefined, ariaExpanded: String(open) });
  }
}

// ---- Registration ----

if (!customElements.get('quote-check')) customElements.define('quote-check', QuoteCheck);

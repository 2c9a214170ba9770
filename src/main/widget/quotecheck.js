/** <quote-check claim="{id}">fallback</quote-check> shows a verdict. Asks for "claims" beside this script, keeps nothing. */

// ---- Pure logic ----
const IDS_PER_REQUEST = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Labels of ratings and quote verdicts come with the JSON. */
const WORDS = {
  en: { check: 'Fact check', by: 'Claim by', quote: 'Quote: ', review: 'Under review again', corrected: 'Corrected',
    retracted: 'Retracted', single: 'Single reviewer', sources: ['source', 'sources'], details: 'Details', read: 'Read the full check' },
  fr: { check: 'Vérification', by: 'Déclaration de', quote: 'Citation : ', review: 'De nouveau en cours d’examen',
    corrected: 'Corrigé', retracted: 'Retiré', single: 'Vérification par une seule personne', sources: ['source', 'sources'],
    details: 'Détails', read: 'Lire la vérification complète' },
  de: { check: 'Faktencheck', by: 'Behauptung von', quote: 'Zitat: ', review: 'Wird erneut geprüft',
    corrected: 'Korrigiert', retracted: 'Zurückgezogen', single: 'Nur von einer Person geprüft', sources: ['Quelle', 'Quellen'],
    details: 'Details', read: 'Zum vollständigen Faktencheck' },
};

const GLYPHS = {
  true: 'M7 12.5l3.5 3.5 6.5-7.5', false: 'M8 8l8 8M16 8l-8 8', mixed: 'M12 2a10 10 0 0 0 0 20z',
  missing_context: 'M7 12h.01M12 12h.01M17 12h.01', outdated: 'M12 7v5l3.5 2',
  satire: 'M8 9h.01M16 9h.01M7 14c2 4 8 4 10 0', not_factual: 'M7 12h10', retracted: 'M6 18L18 6',
  unverifiable: 'M9 9.5c0-4 6-4 6-.5 0 2.5-3 2.5-3 4.5M12 17h.01',
};

const attempt = (read) => { try { return read(); } catch { return undefined; } };

/** A canonical BCP 47 tag; "en" where the page says none. */
const languageTag = (text) => attempt(() => Intl.getCanonicalLocales((text ?? '').trim().replaceAll('_', '-'))[0]) ?? 'en';

const safeLink = (address) => attempt(() => new URL(address).href.match(/^https?:.*/)?.[0]);

/** Wishes [{id, lang}] as requests [{lang, ids}]; ids sorted, so that equal pages share a cache entry. */
function batches(wishes) {
  const full = new Map();
  for (const { id, lang } of wishes) full.set(lang, (full.get(lang) ?? new Set()).add(id));
  return [...full].flatMap(([lang, unique]) => {
    const [ids, parts] = [[...unique].sort(), []];
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

function voiceOf(lang) {
  const known = WORDS[lang.split('-')[0]];
  const [own, words] = known ? [lang, known] : ['en', WORDS.en];
  const dates = new Intl.DateTimeFormat(own, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    lang, own, words,
    day: (instant) => attempt(() => dates.format(new Date(instant ?? NaN))) ?? '',
    count: (n) => n && `${n} ${words.sources[new Intl.PluralRules(own).select(n) === 'one' ? 0 : 1]}`,
  };
}

// ---- Look-up ----
const waiting = new Set();

function flush() {
  const wishes = [...waiting].filter((element) => element.isConnected).map((element) => ({ element, ...element.wish }));
  waiting.clear();
  // One malformed id would cost the whole request.
  const malformed = wishes.filter(({ id }) => !UUID.test(id));
  if (malformed.length) warn(`not a claim id: ${malformed.map(({ id }) => id)}`);
  for (const batch of batches(wishes.filter(({ id }) => UUID.test(id)))) answer(batch, wishes);
}

async function answer({ lang, ids }, wishes) {
  try {
    const url = new URL(`claims?ids=${ids.join(',')}&lang=${lang}`, import.meta.url);
    const response = await fetch(url, { credentials: 'omit' });
    if (!response.ok) throw new Error(`${url.origin} answered ${response.status}`);
    const claims = byRequestedId(await response.json());
    const unknown = ids.filter((id) => !claims.has(id));
    // An element may have left or changed since.
    const still = wishes.filter(({ element, ...wish }) => wish.lang === lang && element.isConnected && same(element.wish, wish));
    QuoteCheck.show(still.filter(({ id }) => claims.has(id)).map(({ element, id }) => [element, claims.get(id)]), lang);
    if (unknown.length) warn(`no verdict known for ${unknown}`);
  } catch (error) {
    warn(error.message);
  }
}

const warn = (why) => console.warn(`quote-check: ${why}; the fallback stays`);

// ---- Card ----
// Where light-dark() is unknown, the page's own colours show.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
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
.tags { display: contents; list-style: none }
.tag, .toggle { padding: 0 .5em; border: 1px solid var(--line); border-radius: .25em; font-size: .875em }
.toggle { min-block-size: 24px; min-inline-size: 24px; margin-block: -3px; margin-inline-start: auto; background: none; color: var(--fg); font-family: inherit; }
.toggle::after { content: " \\25be" / "" } .toggle[aria-expanded=true]::after { content: " \\25b4" / "" }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px } .quote, .summary, .facts { flex: 1 0 100%; margin: 0 }
.by, .facts { color: var(--dim); font-size: .875em } .text { display: block; font-size: 1.0625em; line-height: 1.4 }
.facts { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25em } .link { padding-block: 4px; color: var(--link); font-weight: 600 }
@media screen {
  .grown slot { display: none } .short slot, .whole slot { visibility: hidden }
  .short .card, .whole .card { position: absolute; inset: 0 0 auto } .whole .toggle { position: absolute }
  .short .summary { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--lines) }
  .short .facts, .brief .quote, .line .quote, .line .summary { display: none }
  .brief .card, .line .card { align-content: center; gap: .25em .75em; padding: 0 .6em; border: 0; outline: 1px solid var(--line) }
  .line .card { flex-wrap: nowrap } .line .verdict, .line .toggle { flex: none; line-height: 1.2 } .line .verdict { font-size: 1em }
  .line .tags { display: block; flex: 1 1 0; overflow: hidden; margin: 0; padding: 0; white-space: nowrap; text-overflow: ellipsis }
  .line .tag { display: inline; padding: 0; border: 0 } .line .tag + .tag::before { content: " · " }
  .tight .card { font-size: max(.7em, 11px); gap: 0 .5em } .tight .tags { overflow: visible; white-space: normal; line-height: 1.1 }
  .tight .tag { font-size: 1em } .tight .tag:not(.notice) { display: none } .tight .toggle { padding: 0; border: 0; font-size: 0 } .tight .toggle::after { font-size: 14px }
}
@media print { .toggle, :is(.whole, .short, .grown) slot { display: none } }
@media (forced-colors: active) { .glyph { stroke: CanvasText } :is(.false, .true) .glyph { stroke: Canvas } }
`);

/** A node whose class is also its part. */
function node(name, part, content = [], lang) {
  const made = document.createElement(name);
  made.className = part;
  made.setAttribute('part', part);
  made.append(...[content].flat());
  return lang ? Object.assign(made, { lang, dir: 'auto' }) : made;
}

function shape(name, attributes, ...content) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const icon = (tone = '') => shape('svg', { class: 'icon', part: 'icon', viewBox: '0 0 24 24', 'aria-hidden': true },
  shape('circle', { class: 'disc', cx: 12, cy: 12, r: 10 }),
  shape('path', { class: 'glyph', d: GLYPHS[tone.replace('mostly_', '')] ?? GLYPHS.unverifiable }));

function buildCard(claim, voice, onclick) {
  const { lang, own, words, day, count } = voice;
  const { retracted, labelLanguage = lang } = claim;
  const [tone, label] = retracted ? ['retracted', words.retracted] : [claim.rating, claim.ratingLabel];
  const tag = (says, part, ...text) => (says ? node('li', part, text, own) : '');
  // First the notices that belong to the verdict: no box may cut them off.
  const tags = [
    tag(claim.underReview, 'tag notice', words.review),
    tag(claim.singleReviewer, 'tag notice', words.single),
    tag(claim.quoteVerdictLabel, 'tag', words.quote, node('span', 'tag-label', claim.quoteVerdictLabel ?? '', labelLanguage)),
    tag(claim.corrected && !retracted, 'tag', `${words.corrected} ${day(claim.updatedAt)}`),
  ].filter(Boolean);
  const href = safeLink(claim.url);
  const card = node('article', `card ${tone}`, [
    node('strong', 'verdict', [icon(tone), node('span', 'label', label, retracted ? own : labelLanguage)]),
    tags.length ? node('ul', 'tags', tags) : '',
    Object.assign(node('button', 'toggle', words.details, own), { type: 'button', onclick }),
    node('div', 'quote', [claim.claimant ? node('span', 'by', [`${words.by} `, node('bdi', 'claimant', claim.claimant)], own) : '',
      node('q', 'text', claim.text, claim.language ?? lang)]),
    node('p', 'summary', claim.summary ?? '', claim.summaryLanguage ?? lang),
    node('div', 'facts', [
      node('span', 'fact', [claim.organization?.name, day(claim.publishedAt), count(claim.sources)].filter(Boolean).join(' · '), own),
      href ? Object.assign(node('a', 'link', words.read, own), { href }) : '']),
  ]);
  return Object.assign(card, { lang: own, ariaLabel: `${words.check}: ${label}` });
}

// ---- Element ----
/**
 * Nothing around the element moves by itself: the fallback stays in the layout, unseen, and the card lies over its box, whole where
 * it fits, else short with a button. It takes more room at once only where what follows is out of sight, or without a fallback.
 */
export class QuoteCheck extends HTMLElement {
  static observedAttributes = ['claim', 'lang'];
  #box = node('div', 'box', document.createElement('slot'));
  #card; #shown; #folded;
  static #resizes = new ResizeObserver((changes) => QuoteCheck.#fit(changes.map(({ target }) => target.getRootNode().host)));

  static show(pairs, lang) {
    const voice = voiceOf(lang);
    for (const [element, claim] of pairs) element.#put(buildCard(claim, voice, () => element.#toggle()));
    QuoteCheck.#fit(pairs.map(([element]) => element));
  }

  /** All writes, all reads, all writes: one layout. */
  static #fit(elements) {
    const open = elements.filter((element) => element.#card && element.#state !== 'grown');
    const before = open.map((element) => element.#state);
    for (const element of open) [element.#state, element.#card.style.cssText] = ['whole', ''];
    const plans = open.map((element, n) => element.#plan(before[n]));
    open.forEach((element, n) => element.#settle(plans[n]));
  }

  constructor() {
    super();
    this.#state = 'empty';
    this.attachShadow({ mode: 'open' }).append(this.#box);
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  /** The language is the closest that an element says, out of shadow trees too. */
  get wish() {
    let lang;
    for (let from = this; from && lang === undefined; from = from.getRootNode().host) lang = from.closest('[lang]')?.getAttribute('lang');
    return { id: (this.getAttribute('claim') ?? '').trim().toLowerCase(), lang: languageTag(lang) };
  }

  connectedCallback() { this.#renew(); }
  attributeChangedCallback() { if (this.isConnected) this.#renew(); }
  disconnectedCallback() { QuoteCheck.#resizes.unobserve(this.#box); }

  #put(card) {
    this.#clear();
    [this.#card, this.#shown, this.#folded] = [card, this.wish, false];
    this.#box.append(card);
    QuoteCheck.#resizes.observe(this.#box);
  }

  #renew() {
    if (this.#card && same(this.wish, this.#shown)) return QuoteCheck.#resizes.observe(this.#box);
    this.#clear();
    // A task, not a microtask: the parser runs microtasks between two elements.
    if (!waiting.size) setTimeout(flush);
    waiting.add(this);
  }

  #clear() {
    if (!this.#card) return;
    QuoteCheck.#resizes.unobserve(this.#box);
    this.#box.style.minBlockSize = `${this.#box.getBoundingClientRect().height}px`;
    this.#card.remove();
    [this.#card, this.#state] = [undefined, 'kept'];
  }

  set #state(name) { this.#box.className = `box ${name}`; }
  get #state() { return this.#box.className.slice(4); }

  #plan(before) {
    const [{ width, bottom }, room] = [this.#box.getBoundingClientRect(), this.#room()];
    const free = !this.#folded && (!room || before === 'whole' || bottom >= innerHeight);
    return { room, state: !width ? 'kept' : this.#card.offsetHeight <= room ? 'whole' : free ? 'grown' : 'short' };
  }

  #settle({ room, state }) {
    this.#state = state;
    if (state === 'short') this.#shorten(room);
    if (state === 'grown') QuoteCheck.#resizes.unobserve(this.#box);
    else this.#card.style.minBlockSize = `${room}px`;
    this.#expanded(state === 'short' ? false : undefined);
  }

  /** The fallback's height, or what the page's style reserves. */
  #room() {
    const style = getComputedStyle(this);
    return Math.max(this.#box.getBoundingClientRect().height,
      this.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom));
  }

  #shorten(room) {
    const { style } = this.#card;
    const [tags, notice] = ['.tags', '.notice'].map((part) => this.#card.querySelector(part));
    for (const state of ['short', 'short brief', 'short line', 'short line tight']) {
      this.#state = state;
      style.setProperty('--lines', 1);
      const spare = room - this.#card.offsetHeight;
      style.marginBlockStart = `${Math.min(spare / 2, 0)}px`;
      const line = parseFloat(getComputedStyle(this.#card.querySelector('.summary')).lineHeight);
      const cut = notice && tags.scrollWidth > tags.clientWidth;
      if (!cut && (spare >= 0 || state === 'short line')) return style.setProperty('--lines', 1 + Math.floor(spare / line));
    }
  }

  #toggle() {
    this.#folded = this.#state === 'grown';
    [this.#state, this.#card.style.cssText] = ['kept', ''];
    if (this.#folded) QuoteCheck.#resizes.observe(this.#box);
    else this.#settle({ state: 'grown' });
    QuoteCheck.#fit([this]);
    if (!this.#folded) this.#expanded(true);
  }

  #expanded(open) { Object.assign(this.#card.querySelector('.toggle'), { hidden: open === undefined, ariaExpanded: !!open }); }
}

// ---- Registration ----
if (!customElements.get('quote-check')) customElements.define('quote-check', QuoteCheck);

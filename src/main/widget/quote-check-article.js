/** <quote-check-article>fallback</quote-check-article> marks every checked quote of the article it stands in, and lists them all. */

import './quote-check.js';
import { Anchors } from './anchors.js';
import { textOf } from './article-text.js';
import { buildCard, claimant, head, node, shown, styles } from './card.js';
import { canonicalUrl, hashOf } from './canonical-url.js';
import { ask, languageOf, warn } from './lookup.js';
import { canMark, isOn, mark, rangesOf } from './marks.js';
import listCss from './list.css';
import { newBox, roomOf, roomStyles } from './room.js';

const LATE = 10_000;
const CALM = 200;
const SLICE = 4;
/** Exact words that stand in another context may be others': then changed ones are looked for, too. */
const SURE = 0.8;

const listSheet = new CSSStyleSheet();
listSheet.replaceSync(listCss);

const isHidden = ([[node] = []]) => node?.parentElement?.checkVisibility?.() === false;

const idle = () => new Promise((done) => (globalThis.requestIdleCallback ? requestIdleCallback(done, { timeout: 500 }) : setTimeout(done)));

class QuoteCheckArticle extends HTMLElement {
  static observedAttributes = ['url', 'lang'];
  #box = newBox();
  #pop = Object.assign(node('div', 'pop'), { popover: 'auto' });
  #claims = []; #found = []; #asked; #watch; #calm; #text; #listed;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#box, this.#pop);
    this.shadowRoot.adoptedStyleSheets = [...styles, ...roomStyles, listSheet];
  }

  connectedCallback() {
    if (!this.#asked) setTimeout(() => this.#load());
    document.addEventListener('click', this);
    document.addEventListener('keydown', this);
  }

  disconnectedCallback() {
    document.removeEventListener('click', this);
    document.removeEventListener('keydown', this);
    this.#watch?.disconnect();
    this.#mark([], []);
    this.#asked = undefined;
  }

  attributeChangedCallback() { if (this.isConnected && this.#asked) this.#load(); }

  /** What holds the article: the closest article or main, else the page. */
  get #root() { return this.closest('article, main, [role=main]') ?? document.querySelector('article, main') ?? document.body; }

  async #load() {
    const asked = this.#asked = {};
    try {
      const url = canonicalUrl(new URL(this.getAttribute('url') ?? document.querySelector('link[rel~=canonical]')?.href ?? location.href, document.baseURI).href);
      if (!url) throw new Error('the article has no web address');
      const urlHash = await hashOf(url);
      const answer = await ask('articles', { ...(urlHash ? { urlHash } : { url: encodeURIComponent(url) }), lang: languageOf(this) });
      const claims = shown(answer);
      if (asked !== this.#asked || !this.isConnected) return;
      if (!claims.length) return warn(answer.claims.length ? 'the answer has another form' : 'nothing was checked here');
      this.#claims = claims.map((claim) => ({ ...claim, quotes: claim.quotes?.length ? claim.quotes : [{ exact: claim.text, parts: [] }] }));
      this.#listed = undefined;
      this.#watchWhatComesLate();
      await this.#anchor();
    } catch ({ message }) {
      warn(message);
    }
  }

  /** Pages that render late: again when what stands in the article changes, for ten seconds. */
  #watchWhatComesLate() {
    const again = () => { clearTimeout(this.#calm); this.#calm = setTimeout(() => this.#anchor().catch(({ message }) => warn(message)), CALM); };
    this.#watch?.disconnect();
    this.#watch = new MutationObserver(again);
    this.#watchTrees();
    for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, again, { once: true });
    setTimeout(() => this.#watch.disconnect(), LATE);
  }

  #watchTrees() {
    for (const root of new Set([this.#root, ...(this.#text?.roots ?? [])])) this.#watch?.observe(root, { childList: true, subtree: true, characterData: true });
  }

  /** In slices, so that no long task keeps the page from answering. */
  async #anchor() {
    let until = performance.now() + SLICE;
    const pause = async () => { if (performance.now() > until) { await idle(); until = performance.now() + SLICE; } };
    const article = textOf(this.#root);
    if (article.text === this.#text?.text && this.#found.every(({ ranges }) => ranges.every((range) => !range.collapsed && range.startContainer.isConnected))) return;
    this.#text = article;
    this.#watchTrees();
    await pause();
    const anchors = new Anchors(article.text);
    const found = [];
    let drift = 0;
    for (const claim of this.#claims) {
      for (const quote of claim.quotes) {
        const taken = found.filter((other) => other.quote.exact === quote.exact && other.quote.parts[0]?.start !== quote.parts[0]?.start).flatMap(({ places }) => places);
        const places = [];
        for (const part of quote.parts) {
          for (const patient of [false, true]) {
            await pause();
            const near = part.start >= 0 ? Math.max(0, part.start + drift) : -1;
            let place = anchors.find(part, near, taken, patient);
            if (place && (patient || place.score >= SURE)) {
              // A page may hold a copy for another width that nobody sees.
              if (isHidden(article.pieces(place.start, place.end))) {
                const copy = anchors.find(part, near, [...taken, [place.start, place.end]], false);
                if (copy?.score >= SURE) place = copy;
              }
              // What stands before the article here moves all that follows.
              drift = place.start - (part.start ?? place.start);
              places.push([place.start, place.end]);
              break;
            }
          }
        }
        found.push({ claim, quote, places, ranges: places.flatMap(([start, end]) => rangesOf(article.pieces(start, end))) });
      }
    }
    await pause();
    if (article !== this.#text || !this.isConnected) return;
    this.#mark(found.sort((one, other) => (one.places[0]?.[0] ?? Infinity) - (other.places[0]?.[0] ?? Infinity)), article.roots);
  }

  #mark(found, roots) {
    const before = this.#found;
    this.#found = found;
    // The list first: it asks for its height, and a style sheet of marks would make that a question about the whole page.
    if (found.length) this.#list();
    mark(found.flatMap(({ ranges }) => ranges), roots, before.flatMap(({ ranges }) => ranges));
  }

  // ---- List ----
  /** The list lies over the fallback: open where it fits, or where no room was left for anything. */
  #list() {
    // Whoever is in the list stays there when the page is rendered anew.
    const says = `${this.#found.map(({ quote, places }) => [quote.exact, places.length])}`;
    if (says === this.#listed) return;
    this.#listed = says;
    const { words } = this.#claims[0];
    const before = this.#box.querySelector('details');
    const list = node('details', 'list', [
      node('summary', 'title', `${words.listTitle} (${this.#found.length})`),
      node('ol', 'entries', this.#found.map(this.#entry, this))], { lang: this.#claims[0].labelLanguage, dir: words.dir });
    before?.remove();
    this.#box.className = 'box fitted';
    const room = roomOf({ host: this, box: this.#box });
    list.open = true;
    this.#box.append(list);
    const fits = room && list.offsetHeight <= room + 1;
    list.open = before?.open ?? (fits || !room);
    const rest = (open) => { this.#box.className = `box ${!room || (open && !fits) ? 'grown' : open ? 'fitted' : 'fitted shut'}`; };
    if (fits) list.style.minBlockSize = `${room}px`;
    rest(list.open);
    list.ontoggle = () => rest(list.open);
  }

  #entry({ claim, quote, places }) {
    const { words } = claim;
    const show = () => this.#jump(quote).catch(({ message }) => warn(message));
    return node('li', `entry ${claim.retracted ? 'retracted' : claim.rating}`, [
      node('q', 'words', quote.exact, { lang: claim.language, dir: 'auto' }),
      head(claim),
      claimant(claim),
      places.length ? node('button', 'show', words.show, { type: 'button', onclick: show }) : node('span', 'elsewhere', words.elsewhere)]);
  }

  // ---- Cards ----
  async #jump(quote) {
    // The page may have been rendered anew since.
    await this.#anchor();
    const found = this.#found.find((each) => each.quote === quote);
    const [range] = found.ranges;
    if (!range) return;
    const { parentElement } = range.startContainer;
    for (let shut = parentElement; (shut = shut?.closest('details:not([open])'));) shut.open = true;
    parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // A caret in the mark, so that Enter opens its card there, too.
    getSelection()?.collapse(range.startContainer, range.startOffset);
    this.#show(found);
  }

  #show({ claim, ranges }) {
    const card = buildCard(claim);
    card.append(node('button', 'close', claim.words.close, { type: 'button', onclick: () => this.#pop.hidePopover() }));
    this.#pop.replaceChildren(card);
    Object.assign(this.#pop, { role: 'dialog', ariaLabel: card.querySelector('.by').textContent });
    this.#pop.showPopover();
    const { left, bottom, top } = ranges[0].getBoundingClientRect();
    const { width, height } = this.#pop.getBoundingClientRect();
    const below = bottom + height + 8 < innerHeight || top < height + 8;
    this.#pop.style.left = `${scrollX + Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8))}px`;
    this.#pop.style.top = `${scrollY + (below ? bottom + 4 : top - height - 4)}px`;
    card.querySelector('.head').focus();
  }

  handleEvent(event) {
    if (event.defaultPrevented || event.composedPath().includes(this) || event.composedPath().some((target) => target.matches?.('a[href], button, input, select, textarea, summary, [contenteditable]'))) return;
    const hit = event.type === 'click' ? this.#found.find(({ ranges }) => isOn(ranges, event.clientX, event.clientY)) : event.key === 'Enter' && this.#underCaret();
    if (hit && canMark() && getSelection().isCollapsed) this.#show(hit);
  }

  #underCaret() {
    const { anchorNode: at, anchorOffset } = getSelection();
    return at && this.#found.find(({ ranges }) => ranges.some((range) => range.startContainer === at && range.isPointInRange(at, anchorOffset)));
  }
}

if (!customElements.get('quote-check-article')) customElements.define('quote-check-article', QuoteCheckArticle);

/** What a card looks like and says: who says what about what. Shared by both elements. */

import cardCss from './card.css';

const GLYPHS = {
  true: 'M7 12.5l3.5 3.5 6.5-7.5', false: 'M8 8l8 8M16 8l-8 8', mixed: 'M12 2a10 10 0 0 0 0 20z',
  missing_context: 'M7 12h.01M12 12h.01M17 12h.01', outdated: 'M12 7v5l3.5 2',
  satire: 'M8 9h.01M16 9h.01M7 14c2 4 8 4 10 0', not_factual: 'M7 12h10', retracted: 'M6 18L18 6',
  unverifiable: 'M9 9.5c0-4 6-4 6-.5 0 2.5-3 2.5-3 4.5M12 17h.01',
};

/** In the order in which room is filled. */
export const HEAD = 1, CLAIM = 2, CLAIMANT = 3, CORRECTION = 4, SUMMARY = 5, LINK = 6, FACTS = 7;

// Where light-dark() is unknown, the page's own colours show.
const cardSheet = new CSSStyleSheet();
cardSheet.replaceSync(cardCss);
export const styles = [cardSheet];

export const attempt = (read) => { try { return read(); } catch { return undefined; } };

const safeLink = (address) => attempt(() => new URL(address).href.match(/^https?:.*/)?.[0]);

/** A node whose class is also its part; what is falsy of its content is left out. */
export function node(name, part, content = [], attributes) {
  const made = document.createElement(name);
  made.className = part;
  made.setAttribute('part', part);
  made.append(...[content].flat().filter(Boolean));
  return Object.assign(made, attributes);
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

/** A sentence with what stands for the names in its braces. */
const fill = (sentence, values) => sentence.split(/\{(\w+)\}/).map((text, n) => (n % 2 ? values[text] : text));

/** A day as people write it, in UTC. */
function day(instant, { date, months }) {
  const at = new Date(instant);
  const text = fill(date, { day: at.getUTCDate(), month: months.split(' ')[at.getUTCMonth()], year: at.getUTCFullYear() });
  return node('time', 'date', text.join(''), { dateTime: at.toISOString() });
}

const tone = ({ retracted, rating }) => (retracted ? 'retracted' : rating);
const name = (text) => node('bdi', 'name', text);

const by = ({ words, organization }) => node('span', 'by', fill(words.factCheckBy, { organization: name(organization.name) }));
export const claimant = (claim) => claim.claimant && node('p', 'claimant', fill(claim.words.claimBy, { claimant: name(claim.claimant) }));

/** The word for the verdict, never without its icon. */
const verdict = (claim) => node('strong', 'verdict', [icon(tone(claim)), node('span', 'label', claim.retracted ? claim.words.withdrawn : claim.ratingLabel)]);

const notice = (says, text) => says && node('span', 'notice', text);

/** Who says what: a link to the check. */
export const head = (claim) => node('a', 'head', [verdict(claim), notice(claim.underReview, claim.words.underReview), notice(claim.singleReviewer, claim.words.singleReviewer), by(claim)], { href: claim.href });

/** Claims of an answer that a card can be made of, each with the words of its language. */
export function shown({ claims, words }) {
  const isText = (...texts) => texts.every((text) => typeof text === 'string' && text);
  return claims.map((claim) => ({ ...claim, href: safeLink(claim.url), words: words[claim.labelLanguage] }))
    .filter(({ text, retracted, ratingLabel, organization, href, words: own }) => isText(text, retracted ? 'none' : ratingLabel, organization?.name, href, own?.factCheckBy));
}

/** A card with all that may be said; each child knows its {@code level}, above which it is hidden. */
export function buildCard(claim) {
  const { words, href, retracted } = claim;
  const correction = claim.corrections?.[0];
  const said = [
    [HEAD, head(claim)],
    [CLAIM, node('q', 'claim', claim.text, { lang: claim.language, dir: 'auto' })],
    [CLAIMANT, claimant(claim)],
    [CORRECTION, correction && !retracted && node('p', 'correction', fill(correction.fromLabel && correction.from !== correction.to ? words.corrected : words.correctedOn,
      { date: day(correction.publishedAt, words), rating: correction.fromLabel }))],
    [SUMMARY, claim.summary && node('p', 'summary', claim.summary, { lang: claim.summaryLanguage, dir: 'auto' })],
    [LINK, node('a', 'link', words.read, { href })],
    // A correction has said its day.
    [FACTS, node('p', 'facts', [!retracted && claim.quoteVerdictLabel, fill(words.sources, { number: `${claim.sources}` }), fill(words.published, { date: day(claim.publishedAt, words) }),
      claim.revision > 1 && (retracted || claim.updatedAt !== correction?.publishedAt) && fill(words.updated, { date: day(claim.updatedAt, words) })].map((fact) => fact && node('span', 'fact', fact)))],
  ].filter(([, part]) => part).map(([level, part]) => Object.assign(part, { level }));
  return node('article', `card ${tone(claim)}`, said, { lang: claim.labelLanguage, dir: words.dir });
}

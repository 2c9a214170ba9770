/** Which form of a card fits into the room that is there. Nothing around the element moves. */

import roomCss from './room.css';
import { CLAIM, CLAIMANT, FACTS, HEAD, LINK, node } from './card.js';

const FORMS = { line: HEAD, full: FACTS };

const roomSheet = new CSSStyleSheet();
roomSheet.replaceSync(roomCss);
export const roomStyles = [roomSheet];

export const newBox = () => node('div', 'box empty', document.createElement('slot'));

const letters = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/** What the fallback says must be said by the card, too. */
function least(fallback, { text, claimant }) {
  const said = letters(fallback);
  const claim = said.includes(letters(text).trim().slice(0, 40).trim()) ? CLAIM : HEAD;
  return claimant && said.includes(letters(claimant).trim()) ? CLAIMANT : claim;
}

/** Forms from the fullest to the smallest, as [level, classes]; the last one need not fit. */
export function ladder(size, fallback, claim) {
  const need = least(fallback, claim);
  const steps = [];
  for (let level = Math.max(FORMS[size] ?? LINK, need); level > HEAD && level >= need; level--) steps.push([level, ''], [level, 'snug']);
  return [...steps, ...(need > HEAD ? [[need, 'tiny']] : [[HEAD, 'line'], [HEAD, 'line snug'], [HEAD, 'line tiny']])];
}

const apply = ({ card, box }, [level, classes], state) => {
  box.className = `box ${state} ${classes}`;
  for (const part of card.children) part.hidden = part.level > level;
};

/** The fallback's height, or what the page's style reserves. */
export function roomOf({ host, box }) {
  const style = getComputedStyle(host);
  return Math.max(box.getBoundingClientRect().height, host.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom));
}

/** Places [{host, box, card, steps}]: all writes, then all reads, step by step for all of them, so that layouts are few. */
export function fit(places) {
  for (const place of places) { place.card.style.cssText = ''; apply(place, place.steps[0], 'fitted'); }
  const rooms = new Map(places.map((place) => [place, roomOf(place)]));
  let open = places;
  for (let step = 0; open.length; step++) {
    for (const place of open) apply(place, place.steps[step], 'fitted');
    const rest = open.filter((place) => place.card.offsetHeight > rooms.get(place) + 1 && step + 1 < place.steps.length);
    for (const place of open) if (!rest.includes(place)) place.step = step;
    open = rest;
  }
  const tall = places.filter((place) => place.card.offsetHeight > rooms.get(place) + 6);
  for (const place of places) {
    const room = rooms.get(place);
    const [, classes] = place.steps[place.step];
    if (tall.includes(place)) apply(place, room ? place.steps[place.step] : place.steps[0], 'grown');
    else if (!classes.includes('line')) place.card.style.minBlockSize = `${room}px`;
  }
}

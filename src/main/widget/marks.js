/** Marks quotes where they stand, by the CSS Custom Highlight API: the publisher's document is not changed. */

import markCss from './mark.css';

const NAME = 'quote-check';
let markSheet;

export const canMark = () => 'highlights' in CSS && 'Highlight' in globalThis;

/** Ranges of the pieces of an article's text; none crosses the edge of a shadow tree. */
export const rangesOf = (pieces) => pieces.map(([node, from, to]) => {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
});

/** Marks ranges, within trees that need to know how marks look, in place of the ranges marked before. */
export function mark(ranges, roots, before) {
  if (!canMark()) return;
  if (!markSheet) { markSheet = new CSSStyleSheet(); markSheet.replaceSync(markCss); }
  for (const root of roots) {
    const { adoptedStyleSheets } = root.getRootNode();
    if (!adoptedStyleSheets.includes(markSheet)) adoptedStyleSheets.push(markSheet);
  }
  if (!CSS.highlights.has(NAME)) CSS.highlights.set(NAME, new Highlight());
  const marks = CSS.highlights.get(NAME);
  for (const range of before) marks.delete(range);
  for (const range of ranges) marks.add(range);
}

/** Whether a point of the window lies on one of the ranges. */
export const isOn = (ranges, x, y) => ranges.some((range) => [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom));

/** The words of an article as readers see them, and where in the document each of them stands. */

import { lowerBound } from './fold.js';

const INLINE = new Set('a abbr b bdi bdo cite code data dfn em font i ins kbd mark q ruby samp slot small span strong sub sup time u var wbr'.split(' '));
/** What is no text, is not seen, was struck out, or stands between the words of others; much as the service itself reads pages (Walk). */
const OTHERS = 'script, style, noscript, textarea, select, button, iframe, svg, dialog, form, nav, aside, [hidden], [aria-hidden=true], del, s, strike, [role=complementary], ins.adsbygoogle, quote-check, quote-check-article, rt, rp';
const ADVERTISEMENT = /(^|[\s_-])(ads?|advert\w*|sponsor\w*|promo\w*)([\s_-]|$)/i;

const isLeftOut = (element) => element.matches(OTHERS) || (element.hasAttributes() && ADVERTISEMENT.test(`${element.getAttribute('class')} ${element.id}`));

/** {text, pieces(start, end)}: pieces are [node, from, to] of text nodes, shadow trees included. */
export function textOf(root) {
  const starts = [], nodes = [];
  let text = '', isApart = true;
  const roots = new Set([root]);

  function walk(parent) {
    const shadow = parent.shadowRoot;
    if (shadow) roots.add(shadow);
    const assigned = parent.localName === 'slot' ? parent.assignedNodes() : [];
    for (let node = (shadow ?? parent).firstChild, i = 0; assigned.length ? (node = assigned[i++]) : node; node = assigned.length ? node : node.nextSibling) visit(node);
  }

  /** Blanks between blocks are one, which nothing needs to fold. */
  function part() {
    if (!isApart) text += ' ';
    isApart = true;
  }

  function visit(node) {
    if (node.nodeType === 3) {
      const { data } = node;
      if (!/[^ \t\n\r]/.test(data)) return part();
      starts.push(text.length);
      nodes.push(node);
      text += data;
      isApart = /\s$/.test(data);
    } else if (node.nodeType === 1 && !isLeftOut(node)) {
      const isBlock = !INLINE.has(node.localName);
      if (isBlock) part();
      walk(node);
      if (isBlock) part();
    }
  }

  walk(root);
  return {
    text,
    roots,
    pieces(start, end) {
      const found = [];
      for (let i = Math.max(0, lowerBound(starts, start + 1) - 1); i < nodes.length && starts[i] < end; i++) {
        const [from, to] = [Math.max(0, start - starts[i]), Math.min(nodes[i].length, end - starts[i])];
        if (from < to) found.push([nodes[i], from, to]);
      }
      return found;
    },
  };
}

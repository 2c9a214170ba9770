/**
 * HTML that the service made of CommonMark, shown without trusting it: it is parsed where nothing runs or loads, and built anew
 * of the few elements that an explanation has. A policy of Trusted Types that no other code can use lets it be parsed.
 */
import { safe } from './element.ts';

const ELEMENTS = ['P', 'H3', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'CODE', 'HR', 'BR', 'EM', 'STRONG'];
interface Policy { createHTML(markup: string): string }
const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
const policy = trustedTypes?.createPolicy('explanation', { createHTML: (markup) => markup });

export function explanation(markup: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, 'text/html');
  const shown = document.createElement('div');
  shown.className = 'prose';
  shown.append(...[...parsed.body.childNodes].flatMap(copy));
  return shown;
}

/** What is not known is shown by what stands in it. */
function copy(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
  if (!(node instanceof Element)) return [];
  const inner = [...node.childNodes].flatMap(copy);
  const element = ELEMENTS.includes(node.tagName) ? document.createElement(node.tagName) : node.tagName === 'A' ? link(node) : undefined;
  if (!element) return inner;
  element.append(...inner);
  if (node.tagName === 'OL' && node.hasAttribute('start')) element.setAttribute('start', node.getAttribute('start')!);
  if (node.hasAttribute('dir')) element.dir = 'auto';
  return [element];
}

/** A citation leads nowhere here: the sources stand below. */
function link(from: Element): HTMLElement {
  const to = safe(from.getAttribute('href') ?? undefined);
  const element = document.createElement(to ? 'a' : 'span');
  if (element instanceof HTMLAnchorElement) Object.assign(element, { href: to, target: '_blank', rel: 'noopener noreferrer' });
  return element;
}

/**
 * Whoever works by keys stays where they were: when what had the focus is gone, shut away or was disabled while it was sent,
 * the focus goes back to it as soon as it can, or to the heading of what it stood in.
 */
const CALM = 100;
let last: HTMLElement | undefined;
/** What it stood in, from the inside. */
let path: Element[] = [];
let timer: ReturnType<typeof setTimeout>;

const isGone = (element: Element) => !element.isConnected || !element.checkVisibility({ visibilityProperty: true });
const isOff = (element: Element) => element.matches(':disabled');

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  last = target;
  path = [];
  for (let up = target.parentElement; up; up = up.parentElement) path.push(up);
});

/** Those who leave a field for nothing mean it; what is taken away is left, too, before it is gone. */
document.addEventListener('focusout', ({ target, relatedTarget }) => {
  if (relatedTarget) return;
  setTimeout(() => {
    if (target === last && last && !isGone(last) && !isOff(last) && document.activeElement !== last) last = undefined;
  });
});

function heading(within: Element): HTMLElement | null {
  const opens = within.querySelector<HTMLElement>(':scope > summary, :scope > [aria-expanded]');
  if (opens) return opens;
  const found = within.matches('section, article, main') ? within.querySelector<HTMLElement>('h1, h2, h3') : null;
  if (found && !found.hasAttribute('tabindex')) found.tabIndex = -1;
  return found;
}

function find() {
  const { activeElement: active } = document;
  if (!last || active !== document.body && (active !== last || !isGone(last))) return;
  const gone = isGone(last);
  if (!gone && isOff(last)) return; // it is being sent
  const to = gone ? path.filter((each) => !isGone(each)).map(heading).find((each) => each && !isGone(each)) : last;
  (to ?? document.querySelector<HTMLElement>('main'))?.focus();
}

new MutationObserver(() => {
  clearTimeout(timer);
  timer = setTimeout(find, CALM);
}).observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'open', 'hidden'] });

/** The one form of a page's URL (api.md, "Canonical URL"); the service makes the same of it, and its test cases are the same. */

const TRACKING = TRACKING_PARAMETERS.split(' ');
const MAX_LENGTH = 2048;

const isTracking = (name) => TRACKING.some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known));
const nameOf = (pair) => pair.split('=', 1)[0];

/** Escapes of unreserved characters are decoded where that makes no other escape, others upper-cased (RFC 3986, section 6.2.2). */
const escapes = (text) => text.replace(/%[0-9a-f]{2}/gi, (escape, at) => {
  const letter = String.fromCharCode(parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(letter) && !/%[0-9a-f]?$/i.test(text.slice(Math.max(0, at - 2), at)) ? letter : escape.toUpperCase();
});

/** Undefined where it is no absolute http or https URL, or carries user information. */
export function canonicalUrl(address) {
  if (address.length > MAX_LENGTH) return undefined;
  let url;
  try { url = new URL(address); } catch { return undefined; }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  const port = ['', '80', '443'].includes(url.port) ? '' : `:${url.port}`;
  const path = escapes(url.pathname);
  const pairs = escapes(url.search.slice(1)).split('&').filter((pair) => pair && !isTracking(nameOf(pair).toLowerCase()))
    .map((pair) => [nameOf(pair), pair]).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, pair]) => pair);
  const canonical = `https://${url.hostname}${port}${path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path}${pairs.length ? `?${pairs.join('&')}` : ''}`;
  return canonical.length > MAX_LENGTH ? undefined : canonical;
}

/** Lower-case hex SHA-256; undefined on pages without TLS, where browsers have none. */
export async function hashOf(text) {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

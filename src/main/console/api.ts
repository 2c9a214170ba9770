/**
 * Calls of the public API. What passes by itself (no network, 503) is tried again until it works: reads and writes alike,
 * since each POST has an Idempotency-Key and each other write the version that it changes.
 */
import { connection } from './connection.ts';
import { session } from './session.ts';
import { label, translated } from './words.ts';

export interface Answer<T> { status: number; body: T; etag?: string }
interface Options { body?: unknown; etag?: string; key?: string; query?: Record<string, string | undefined>; signal?: AbortSignal }
interface Mistake { pointer: string; detail: string }

/** RFC 9457, in the language of the console. */
export class Problem extends Error {
  constructor(readonly status: number, readonly type: string, detail: string, readonly errors: Mistake[] = [], readonly extra: Record<string, unknown> = {}) {
    super(detail);
  }

  get slug() { return this.type.split('/').pop() ?? ''; }

  /** What is wrong with one member of what was sent. */
  of(member: string) {
    return this.errors.filter((each) => each.pointer === `/${member}` || each.pointer.startsWith(`/${member}/`)).map((each) => each.detail).join('; ');
  }
}

/** What a form calls the member that a JSON Pointer leads to. */
export const member = (pointer: string) => label('member', pointer.split('/')[1]);

/** Longer than this nobody waits before a form. */
const PATIENCE = 60;
/** Longer than it may take the service to answer; and how many characters a slow line carries in a second. */
const ANSWER = 30;
const SLOW = 10_000;
/** A fresh token that is refused again will not get better. */
const MOST_RENEWALS = 2;

export async function call<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
  const key = options.key ?? (method === 'POST' ? crypto.randomUUID() : undefined);
  let renewals = 0;
  for (let attempt = 0; ; attempt++) {
    const response = await send(method, path, { ...options, key });
    if (response?.status === 401 && renewals++ < MOST_RENEWALS && await session.renewed()) continue;
    const pause = response ? Number(response.headers.get('Retry-After') ?? 2 ** Math.min(attempt, 4)) : 2 ** Math.min(attempt, 4);
    const passes = !response || isForeign(response) || [429, 502, 503, 504].includes(response.status) && pause <= PATIENCE && !await isOurs(response);
    if (!passes) {
      connection.works();
      return read<T>(response!);
    }
    await connection.wait(pause, response && !isForeign(response) ? 'busy' : 'offline', options.signal);
  }
}

/** A network that wants to be signed in to answers with a page of its own; the service never does. */
const isForeign = (response: Response) => response.ok && (response.headers.get('Content-Type') ?? '').includes('text/html');

/** A deployment without an address stays so, however long one waits. */
async function isOurs(response: Response) {
  const body = await response.clone().text();
  return body.includes('/problems/address-not-configured') || body.includes('/problems/quota-exceeded');
}

async function send(method: string, path: string, { body, etag, key, query, signal }: Options): Promise<Response | undefined> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const token = await session.token();
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  if (etag) headers['If-Match'] = etag;
  if (key) headers['Idempotency-Key'] = key;
  const url = new URL(path, location.origin);
  Object.entries(query ?? {}).forEach(([name, value]) => value && url.searchParams.set(name, value));
  const said = body === undefined ? undefined : JSON.stringify(body);
  const waiting = new AbortController();
  const end = () => waiting.abort();
  const patience = setTimeout(end, 1000 * (ANSWER + (said?.length ?? 0) / SLOW));
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  try {
    const response = await fetch(url, { method, headers, body: said, signal: waiting.signal, cache: 'no-store', credentials: 'omit' });
    return new Response(await response.text() || null, response); // whole, or not at all
  } catch (failure) {
    if (signal?.aborted) throw failure;
    return undefined;
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', end);
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const json = (response.headers.get('Content-Type') ?? '').includes('json');
  if (!response.ok) {
    const problem = json ? JSON.parse(text) : {};
    const { type, detail, errors, ...extra } = problem;
    const mistakes = (errors as Mistake[] ?? []).map(({ pointer, detail: wrong }) => ({ pointer, detail: translated(wrong) }));
    const said = mistakes.map(({ pointer, detail: wrong }) => `${member(pointer)} ${wrong}`.trim()).join('; ');
    throw new Problem(response.status, type ?? '', said || translated(detail ?? `HTTP ${response.status}`, type?.split('/').pop()), mistakes, extra);
  }
  return { status: response.status, body: (json ? JSON.parse(text) : text) as T, etag: response.headers.get('ETag') ?? undefined };
}

export const get = <T>(path: string, query?: Options['query'], signal?: AbortSignal) => call<T>('GET', path, { query, signal });
export const post = <T>(path: string, body: unknown, etag?: string, key?: string) => call<T>('POST', path, { body, etag, key });
export const patch = <T>(path: string, body: unknown, etag?: string) => call<T>('PATCH', path, { body, etag });
export const remove = (path: string, etag?: string) => call<unknown>('DELETE', path, { etag });

/** All pages of a list, up to a bound. */
export async function all<T>(path: string, most = 500): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = (await get<{ items: T[]; nextCursor?: string }>(path, { limit: '100', cursor })).body;
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < most);
  return items;
}

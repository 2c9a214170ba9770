// The client that openapi-typescript makes of our contract, through the main job in twelve calls: node newsroom.js ADDRESS
import createClient from 'openapi-fetch';
import type {components, paths} from './quotecheck.js';

type Problem = components['schemas']['Problem'];
const address = process.argv[2] ?? 'http://localhost:8080';
const api = createClient<paths>({baseUrl: address});
let calls = 0;

/** What came, or the problem as an error. */
function got<T>({data, error, response}: {data?: T; error?: unknown; response: Response}): {data: T; etag: string} {
  calls++;
  if (data === undefined) {
    const problem = error as Problem;
    throw new Error(`${problem.status} ${problem.title}: ${problem.detail}`);
  }
  return {data, etag: response.headers.get('ETag') ?? ''};
}

async function as(subject: string, role: 'submitter' | 'reviewer' | 'editor') {
  const token = got(await api.POST('/dev/tokens', {body: {subject, roles: [role]}})).data.token;
  return {Authorization: `Bearer ${token}`};
}

const sam = await as('sam', 'submitter');
const ed = await as('ed', 'editor');
const edith = await as('edith', 'editor');
calls = 0;

const article = got(await api.POST('/v1/articles', {
  headers: sam,
  body: {
    url: `https://valley-news.example/${crypto.randomUUID()}`,
    text: 'Ferry captain Ruth Amadi spoke on Monday.\n\n"We carried 9,000 people last year," Amadi said.',
  },
})).data;
const quote = 'quotes' in article ? article.quotes[0] : undefined; // a version that waits has none
if (!quote) throw new Error('no quotation was found');
const claim = got(await api.POST('/v1/claims', {headers: sam, body: {quoteId: quote.id}})).data;
const path = {id: claim.id!};
const present = got(await api.GET('/v1/claims/{id}', {headers: ed, params: {path}}));

async function move(who: {Authorization: string}, to: 'in_review' | 'proposed' | 'published', etag: string) {
  const moved = await api.POST('/v1/claims/{id}/transitions', {
    headers: who, params: {path, header: {'If-Match': etag}}, body: {to},
  });
  return got(moved).etag;
}

let etag = await move(ed, 'in_review', present.etag);
const source = await api.POST('/v1/claims/{id}/sources', {
  headers: ed, params: {path},
  body: {url: 'https://statistics.example/ferries', title: 'Ferries 2025', role: 'refutes', excerpt: '4,000 passengers.'},
});
got(source);
got(await api.PUT('/v1/claims/{id}/verdict-draft', {
  headers: ed, params: {path},
  body: {rating: 'false', quoteVerdict: 'exact', summary: 'The ferry carried 4,000 people.', language: 'en'},
}));
etag = got(await api.GET('/v1/claims/{id}', {headers: ed, params: {path}})).etag;
etag = await move(ed, 'proposed', etag);

const refused = await api.POST('/v1/claims/{id}/transitions', {
  headers: ed, params: {path, header: {'If-Match': etag}}, body: {to: 'published'},
});
calls++;
const problem: Problem | undefined = refused.error;
if (refused.response.status !== 403 || !problem?.type.endsWith('/self-approval')) {
  throw new Error(`the author published alone: ${refused.response.status}`);
}
await move(edith, 'published', etag);
const embedded = got(await api.GET('/embed/v1/claims', {params: {query: {ids: [claim.id!]}}})).data;
const ratings = got(await api.GET('/v1/ratings', {params: {query: {lang: 'de'}}})).data;
const label = ratings.ratings.find((each) => each.rating === embedded.claims[0]?.rating)?.label;
if (label !== 'Falsch' || calls !== 12) throw new Error(`${label} after ${calls} calls`);
console.log(`openapi-typescript: published in ${calls} calls, and refused once: ${problem.title}`);

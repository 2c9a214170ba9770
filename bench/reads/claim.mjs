// What a claim's public answer is made of, in one statement, for the Node peers.
import pg from 'pg';

// dates as ISO 8601 without needless milliseconds, as the API has them
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, text => new Date(text).toISOString().replace('.000Z', 'Z'));
const database = new pg.Pool({ max: 10 });

const CLAIM = {
  name: 'claim',
  text: `select claim.id, claim.version, claim.status, claim.created_at, claim.updated_at, revision.number, revision.kind, revision.content,
      revision.content_digest, revision.digest, revision.previous_digest, revision.published_at,
      (select json_agg(json_build_object('id', id, 'state', state, 'url', url, 'name', publisher_name, 'site', publisher_site) order by n > 1, id desc)
        from (select *, row_number() over (order by first desc, id) as n, count(*) over () as total
          from (select distinct on (url_hash, quote_id) * from appearance where claim_id = claim.id and state = 'confirmed'
            order by url_hash, quote_id, first desc, id) once) place
        where n = 1 or n > total - 19) as places,
      (select count(*) from (select distinct url_hash, quote_id from appearance where claim_id = claim.id and state = 'confirmed') once) as places_total
    from claim join verdict_revision revision on revision.claim_id = claim.id and revision.number = claim.revision where claim.id = $1`,
};

const LABELS = {
  false: 'False', mostly_false: 'Mostly false', mixed: 'Partly true', mostly_true: 'Mostly true', true: 'True', missing_context: 'Missing context', satire: 'Satire',
};

/** The headers that our answers have beside the ETag. */
export const headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Location, Retry-After, X-Request-Id, Idempotency-Replayed, WWW-Authenticate, Allow',
  'cache-control': 'private, no-cache',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000',
  vary: 'Authorization',
  'x-content-type-options': 'nosniff',
};

/** The ETag and the answer; null where there is none. */
export async function claim(id) {
  const row = (await database.query({ ...CLAIM, values: [id] })).rows[0];
  if (!row) {
    return null;
  }
  const content = JSON.parse(row.content);
  const view = {
    id: row.id,
    text: content.claim.text,
    language: content.claim.language,
    status: row.status,
    claimant: content.claim.claimant,
    appearances: row.places.map(({ id, state, url, name, site }, i) => ({ id, state, url, publisher: { name, site }, first: i === 0 })),
    appearancesTotal: Number(row.places_total),
    sources: content.sources,
    sourcesTotal: content.sources.length,
    verdict: {
      number: row.number, kind: row.kind, rating: content.rating, ratingLabel: LABELS[content.rating], summary: content.summary, language: content.language,
      claim: content.claim, sources: content.sources, publishedAt: row.published_at, contentDigest: row.content_digest, digest: row.digest,
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return { etag: `"${row.version}.p"`, view };
}

-- newest
select c.id, '0' as rank, r.number, r.content, r.published_at,
  c.status in ('submitted', 'in_review', 'proposed') as under_review
from claim c join verdict_revision r on r.claim_id = c.id and r.number = c.revision
where c.revision > 0 and c.rating is not null and c.duplicate_of is null and r.content <> '{}'
order by c.id desc offset :offset limit :limit;

-- newest, next page
select c.id, '0' as rank, r.number, r.content, r.published_at,
  c.status in ('submitted', 'in_review', 'proposed') as under_review
from claim c join verdict_revision r on r.claim_id = c.id and r.number = c.revision
where c.revision > 0 and c.rating is not null and c.duplicate_of is null and r.content <> '{}' and c.id < :lastId
order by c.id desc offset :offset limit :limit;

-- every filter
with recursive spoken_PUBLISHED(code) as (
  (select published_language_code from claim where published_language_code is not null order by published_language_code limit 1)
  union all
  select (select published_language_code from claim where published_language_code > s.code order by published_language_code limit 1)
  from spoken_PUBLISHED s where s.code is not null), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), indexed_PUBLISHED as materialized (
  select c.id, c.published_language_code as code, c.published_search as search, c.revision, c.status from claim c
  where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.rating is not null and c.duplicate_of is null and c.verdict_language_code = :languageCode and c.published_claimant_key = :claimant limit 5000),
matching_PUBLISHED as materialized (
  select * from indexed_PUBLISHED
  union all
  (select c.id, c.published_language_code, c.published_search, c.revision, c.status
  from (select c.* from claim c where c.revision > 0 order by c.id desc limit 50000) c
  where (select count(*) from indexed_PUBLISHED) = 5000 and c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.rating is not null and c.duplicate_of is null and c.verdict_language_code = :languageCode and c.published_claimant_key = :claimant
    and c.id not in (select id from indexed_PUBLISHED) limit 2000))
select id, cast(rank as text) as rank, number, content, published_at, under_review from (
  select c.id, ts_rank(c.search, query.words, 1) as rank, r.number, r.content, r.published_at,
    c.status in ('submitted', 'in_review', 'proposed') as under_review
  from query_PUBLISHED query
    join matching_PUBLISHED c on c.code = query.code
    join verdict_revision r on r.claim_id = c.id and r.number = c.revision
  where c.search @@ query.words and r.content <> '{}' and greatest(r.published_at, readable_date(substring(r.content from '"claimDate":"(\d{4}-\d\d-\d\d)"'))) >= :since) found
 order by found.rank desc, found.id desc offset :offset limit :limit;

-- every filter, next page
with recursive spoken_PUBLISHED(code) as (
  (select published_language_code from claim where published_language_code is not null order by published_language_code limit 1)
  union all
  select (select published_language_code from claim where published_language_code > s.code order by published_language_code limit 1)
  from spoken_PUBLISHED s where s.code is not null), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), indexed_PUBLISHED as materialized (
  select c.id, c.published_language_code as code, c.published_search as search, c.revision, c.status from claim c
  where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.rating is not null and c.duplicate_of is null and c.verdict_language_code = :languageCode and c.published_claimant_key = :claimant limit 5000),
matching_PUBLISHED as materialized (
  select * from indexed_PUBLISHED
  union all
  (select c.id, c.published_language_code, c.published_search, c.revision, c.status
  from (select c.* from claim c where c.revision > 0 order by c.id desc limit 50000) c
  where (select count(*) from indexed_PUBLISHED) = 5000 and c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.rating is not null and c.duplicate_of is null and c.verdict_language_code = :languageCode and c.published_claimant_key = :claimant
    and c.id not in (select id from indexed_PUBLISHED) limit 2000))
select id, cast(rank as text) as rank, number, content, published_at, under_review from (
  select c.id, ts_rank(c.search, query.words, 1) as rank, r.number, r.content, r.published_at,
    c.status in ('submitted', 'in_review', 'proposed') as under_review
  from query_PUBLISHED query
    join matching_PUBLISHED c on c.code = query.code
    join verdict_revision r on r.claim_id = c.id and r.number = c.revision
  where c.search @@ query.words and r.content <> '{}' and greatest(r.published_at, readable_date(substring(r.content from '"claimDate":"(\d{4}-\d\d-\d\d)"'))) >= :since) found
where (rank, id) < (cast(:lastRank as float4), :lastId) order by found.rank desc, found.id desc offset :offset limit :limit;

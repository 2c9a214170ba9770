-- version
select version, status from claim where claim.id = ? and claim.revision > 0 and claim.duplicate_of is null and claim.submitted_by is distinct from ?;

-- one
select claim.version, claim.status, claim.status_reason, claim.tags, claim.created_at, claim.updated_at,
  place.views, place.total, revision.*
from claim
  join verdict_revision revision on revision.claim_id = claim.id and revision.number = claim.revision
cross join lateral (
  select max(total) as total, json_agg(json_build_object('id', id, 'state', state, 'articleId', article_id, 'url', url, 'title', title,
    'publisher', publisher, 'quoteId', quote_id, 'date', date, 'first', n = 1)
    order by n > 1, id desc) filter (where n = 1 or n > total - 19) as views
  from (
    select once.*, row_number() over (order by first desc, id) as n, count(*) over () as total,
      case when num_nonnulls(publisher_name, publisher_site) > 0
        then json_build_object('name', publisher_name, 'site', publisher_site) end as publisher
    from (
      select distinct on (url_hash, quote_id) * from appearance
      where claim_id = claim.id and state = 'confirmed'
      order by url_hash, quote_id, first desc, id) once) numbered) place
where claim.id = ? and claim.revision > 0 and claim.duplicate_of is null and claim.submitted_by is distinct from ?;

-- many
select claim.version, claim.status, claim.status_reason, claim.tags, claim.created_at, claim.updated_at,
  place.views, place.total, revision.*
from claim
  join verdict_revision revision on revision.claim_id = claim.id and revision.number = claim.revision
cross join lateral (
  select max(total) as total, json_agg(json_build_object('id', id, 'state', state, 'articleId', article_id, 'url', url, 'title', title,
    'publisher', publisher, 'quoteId', quote_id, 'date', date, 'first', n = 1)
    order by n > 1, id desc) filter (where n = 1 or n > total - 19) as views
  from (
    select once.*, row_number() over (order by first desc, id) as n, count(*) over () as total,
      case when num_nonnulls(publisher_name, publisher_site) > 0
        then json_build_object('name', publisher_name, 'site', publisher_site) end as publisher
    from (
      select distinct on (url_hash, quote_id) * from appearance
      where claim_id = claim.id and state = 'confirmed'
      order by url_hash, quote_id, first desc, id) once) numbered) place
where claim.id = any(?) and claim.revision > 0 and claim.duplicate_of is null and claim.submitted_by is distinct from ?;

-- page
select claim.id, claim.language, claim.version, claim.status, place.views, place.total
from claim asked join claim on claim.id = coalesce(asked.duplicate_of, asked.id)
cross join lateral (
  select max(total) as total, json_agg(json_build_object('url', url, 'title', title, 'publisherName', publisher_name, 'date', date, 'parts', parts, 'first', n = 1)
    order by n > 1, id desc) filter (where n = 1 or n > total - 19) as views
  from (
    select once.*, row_number() over (order by first desc, id) as n, count(*) over () as total,
      case when num_nonnulls(publisher_name, publisher_site) > 0
        then json_build_object('name', publisher_name, 'site', publisher_site) end as publisher
    from (
      select distinct on (url_hash, quote_id) * from appearance
      where claim_id = claim.id and state = 'confirmed'
      order by url_hash, quote_id, first desc, id) once) numbered) place
where asked.id = ? and claim.revision > 0;

-- language
select language from claim where id = :claim;

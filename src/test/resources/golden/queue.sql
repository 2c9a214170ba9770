select id, cast(rank as text) as rank, cast(points as float8), cast(checkability as float8),
  number, open_reports, places, versions, retraction, since
from (
  select c.id, c.checkability, c.open_reports, senders.number, pending.number as places,
    versions.number as versions, c.retraction_by is not null as retraction, waits.since,
    cast(10 * c.checkability + 2 * ln(1 + cast(senders.number as float8)) / ln(cast(2 as float8)) + 5 * cast(c.open_reports as float8) as float8) as points,
    cast(10 * c.checkability + 2 * ln(1 + cast(senders.number as float8)) / ln(cast(2 as float8)) + 5 * cast(c.open_reports as float8) as float8) - cast(extract(epoch from waits.since) as float8) / 86400 as rank
  from claim c
  cross join lateral (select count(*) as number from (
    select s.subject from submission s where s.claim_id = c.id
    union
    select s.subject from claim d join submission s on s.claim_id = d.id where d.duplicate_of = c.id)
    sender) as senders
  cross join lateral (select count(*) as number, min(a.created_at) as since from appearance a
    where a.claim_id = c.id and a.state = 'pending') as pending
  cross join lateral (select count(*) as number, min(v.created_at) as since from article_version v
    where v.state = 'waiting' and c.revision > 0 and v.article_id in
      (select a.article_id from appearance a where a.claim_id = c.id and a.state = 'confirmed'))
    as versions
  cross join lateral (select
    case when c.status in ('submitted', 'in_review', 'proposed') or c.open_reports > 0
      then c.waiting_since
      else coalesce(least(pending.since, versions.since, c.retraction_at), c.waiting_since)
    end as since) as waits
  where true) as waiting
 order by waiting.rank desc, id desc limit :limit;

select id, cast(rank as text) as rank, cast(points as float8), cast(checkability as float8),
  number, open_reports, places, versions, retraction, since
from (
  select c.id, c.checkability, c.open_reports, senders.number, pending.number as places,
    versions.number as versions, c.retraction_by is not null as retraction, waits.since,
    cast(10 * c.checkability + 2 * ln(1 + cast(senders.number as float8)) / ln(cast(2 as float8)) + 5 * cast(c.open_reports as float8) as float8) as points,
    cast(10 * c.checkability + 2 * ln(1 + cast(senders.number as float8)) / ln(cast(2 as float8)) + 5 * cast(c.open_reports as float8) as float8) - cast(extract(epoch from waits.since) as float8) / 86400 as rank
  from claim c
  cross join lateral (select count(*) as number from (
    select s.subject from submission s where s.claim_id = c.id
    union
    select s.subject from claim d join submission s on s.claim_id = d.id where d.duplicate_of = c.id)
    sender) as senders
  cross join lateral (select count(*) as number, min(a.created_at) as since from appearance a
    where a.claim_id = c.id and a.state = 'pending') as pending
  cross join lateral (select count(*) as number, min(v.created_at) as since from article_version v
    where v.state = 'waiting' and c.revision > 0 and v.article_id in
      (select a.article_id from appearance a where a.claim_id = c.id and a.state = 'confirmed'))
    as versions
  cross join lateral (select
    case when c.status in ('submitted', 'in_review', 'proposed') or c.open_reports > 0
      then c.waiting_since
      else coalesce(least(pending.since, versions.since, c.retraction_at), c.waiting_since)
    end as since) as waits
  where c.status = :status and c.assignee = :assignee) as waiting
where (waiting.rank, id) < (cast(:rank as float8), :id) order by waiting.rank desc, id desc limit :limit;

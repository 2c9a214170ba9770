select id, cast(rank as text) as rank, cast(points as float8), cast(checkability as float8),
  number, open_reports, waiting_since
from (
  select c.id, c.checkability, c.open_reports, c.waiting_since, appearances.number,
    cast(10 * c.checkability + 2 * log(2, 1 + appearances.number) + 5 * c.open_reports as float8) as points,
    cast(10 * c.checkability + 2 * log(2, 1 + appearances.number) + 5 * c.open_reports as float8) - extract(epoch from c.waiting_since) / 86400.0 as rank
  from claim c cross join lateral (
    select count(distinct (a.url_hash, a.quote_id)) as number from appearance a
    where a.claim_id = c.id) as appearances
  where true) as waiting
 order by waiting.rank desc, id desc limit :limit;

select id, cast(rank as text) as rank, cast(points as float8), cast(checkability as float8),
  number, open_reports, waiting_since
from (
  select c.id, c.checkability, c.open_reports, c.waiting_since, appearances.number,
    cast(10 * c.checkability + 2 * log(2, 1 + appearances.number) + 5 * c.open_reports as float8) as points,
    cast(10 * c.checkability + 2 * log(2, 1 + appearances.number) + 5 * c.open_reports as float8) - extract(epoch from c.waiting_since) / 86400.0 as rank
  from claim c cross join lateral (
    select count(distinct (a.url_hash, a.quote_id)) as number from appearance a
    where a.claim_id = c.id) as appearances
  where c.status = :status and c.assignee = :assignee) as waiting
where (waiting.rank, id) < (cast(:rank as float8), :id) order by waiting.rank desc, id desc limit :limit;

-- public
with recursive spoken_PUBLISHED(code) as (
  (select published_language_code from claim where published_language_code is not null order by published_language_code limit 1)
  union all
  select (select published_language_code from claim where published_language_code > s.code order by published_language_code limit 1)
  from spoken_PUBLISHED s where s.code is not null), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), pairs_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :pairs)
  from spoken_PUBLISHED where code is not null)
select coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate, w.words ->> 'text' as text, w.words ->> 'language' as language, w.words -> 'claimant' ->> 'name' as claimant from (
  with paired as materialized (select found.id from (
  select c.id, c.published_search as search from claim c where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from pairs_PUBLISHED) and c.revision > 0 and c.status <> 'rejected' limit 2000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED)) desc, found.id limit :most)
  select id from paired
  union
  (select found.id from (
  select c.id, c.published_search as search from claim c where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.status <> 'rejected' limit 5000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED)) desc, found.id limit :most)
  union
  (select found.id from (
  select c.id, c.published_text as text from claim c where not exists (select from paired)
    and show_trgm(:folded) <> '{}' and :folded <<% c.published_text and c.revision > 0 and c.status <> 'rejected' limit 500) found
order by strict_word_similarity(:folded, found.text) desc, found.id limit :most)
) near join claim c on c.id = near.id join verdict_revision r on r.claim_id = c.id and r.number = c.revision
  cross join lateral (select readable_json(r.content) -> 'claim' as words) w;

-- submitter
with recursive spoken_PUBLISHED(code) as (
  (select published_language_code from claim where published_language_code is not null order by published_language_code limit 1)
  union all
  select (select published_language_code from claim where published_language_code > s.code order by published_language_code limit 1)
  from spoken_PUBLISHED s where s.code is not null), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), pairs_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :pairs)
  from spoken_PUBLISHED where code is not null),
spoken_WORKING(code) as (
  (select language_code from claim where language_code is not null order by language_code limit 1)
  union all
  select (select language_code from claim where language_code > s.code order by language_code limit 1)
  from spoken_WORKING s where s.code is not null), query_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_WORKING where code is not null), pairs_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :pairs)
  from spoken_WORKING where code is not null)
select coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate, w.words ->> 'text' as text, w.words ->> 'language' as language, w.words -> 'claimant' ->> 'name' as claimant from (
  with paired as materialized (select found.id from (
  select c.id, c.published_search as search from claim c where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from pairs_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.status <> 'rejected' limit 2000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED)) desc, found.id limit :most)
  select id from paired
  union
  (select found.id from (
  select c.id, c.published_search as search from claim c where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.status <> 'rejected' limit 5000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED)) desc, found.id limit :most)
  union
  (select found.id from (
  select c.id, c.published_text as text from claim c where not exists (select from paired)
    and show_trgm(:folded) <> '{}' and :folded <<% c.published_text and c.revision > 0 and c.submitted_by <> :viewer and c.status <> 'rejected' limit 500) found
order by strict_word_similarity(:folded, found.text) desc, found.id limit :most)
) near join claim c on c.id = near.id join verdict_revision r on r.claim_id = c.id and r.number = c.revision
  cross join lateral (select readable_json(r.content) -> 'claim' as words) w

union all
select coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate, c.text, c.language, c.claimant_name as claimant from (
  with paired as materialized (select found.id from (
  select c.id, c.search as search from claim c where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from pairs_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected' limit 2000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING)) desc, found.id limit :most)
  select id from paired
  union
  (select found.id from (
  select c.id, c.search as search from claim c where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected' limit 5000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING)) desc, found.id limit :most)
  union
  (select found.id from (
  select c.id, c.search_text as text from claim c where not exists (select from paired)
    and show_trgm(:folded) <> '{}' and :folded <<% c.search_text and c.submitted_by = :viewer and c.status <> 'rejected' limit 500) found
order by strict_word_similarity(:folded, found.text) desc, found.id limit :most)
) near join claim c on c.id = near.id;

-- reviewer
with recursive spoken_WORKING(code) as (
  (select language_code from claim where language_code is not null order by language_code limit 1)
  union all
  select (select language_code from claim where language_code > s.code order by language_code limit 1)
  from spoken_WORKING s where s.code is not null), query_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_WORKING where code is not null), pairs_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :pairs)
  from spoken_WORKING where code is not null)
select coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate, c.text, c.language, c.claimant_name as claimant from (
  with paired as materialized (select found.id from (
  select c.id, c.search as search from claim c where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from pairs_WORKING) and true limit 2000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING)) desc, found.id limit :most)
  select id from paired
  union
  (select found.id from (
  select c.id, c.search as search from claim c where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and true limit 5000) found
order by ts_rank(found.search, (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING)) desc, found.id limit :most)
  union
  (select found.id from (
  select c.id, c.search_text as text from claim c where not exists (select from paired)
    and show_trgm(:folded) <> '{}' and :folded <<% c.search_text and true limit 500) found
order by strict_word_similarity(:folded, found.text) desc, found.id limit :most)
) near join claim c on c.id = near.id;

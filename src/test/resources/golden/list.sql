-- public, newest
select id, cast(rank as text) as rank from (
(select c.id, cast(0 as float4) as rank from claim c where c.revision > 0 and c.duplicate_of is null order by c.id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- public, newest, next page
select id, cast(rank as text) as rank from (
(select c.id, cast(0 as float4) as rank from claim c where c.revision > 0 and c.duplicate_of is null and c.id < :lastId order by c.id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- public, words
with recursive spoken_PUBLISHED(code) as (
  (select published_language_code from claim where published_language_code is not null order by published_language_code limit 1)
  union all
  select (select published_language_code from claim where published_language_code > s.code order by published_language_code limit 1)
  from spoken_PUBLISHED s where s.code is not null), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), indexed_PUBLISHED as materialized (
  select c.id, c.published_language_code as code, c.published_search as search, c.revision, c.status from claim c
  where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.duplicate_of is null limit 5000),
matching_PUBLISHED as materialized (
  select * from indexed_PUBLISHED
  union all
  (select c.id, c.published_language_code, c.published_search, c.revision, c.status
  from (select c.* from claim c where c.revision > 0 order by c.id desc limit 50000) c
  where (select count(*) from indexed_PUBLISHED) = 5000 and c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.duplicate_of is null
    and c.id not in (select id from indexed_PUBLISHED) limit 2000))
select id, cast(rank as text) as rank from (
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_PUBLISHED query join matching_PUBLISHED c on c.code = query.code
  where c.search @@ query.words) ranked
 order by rank desc, id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- public, words in a language, next page
with recursive spoken_PUBLISHED(code) as (select :languageCode), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), indexed_PUBLISHED as materialized (
  select c.id, c.published_language_code as code, c.published_search as search, c.revision, c.status from claim c
  where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.duplicate_of is null and c.published_language_code = :languageCode and starts_with(lower(c.published_language) || '-', :language || '-') limit 5000),
matching_PUBLISHED as materialized (
  select * from indexed_PUBLISHED
  union all
  (select c.id, c.published_language_code, c.published_search, c.revision, c.status
  from (select c.* from claim c where c.revision > 0 order by c.id desc limit 50000) c
  where (select count(*) from indexed_PUBLISHED) = 5000 and c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.duplicate_of is null and c.published_language_code = :languageCode and starts_with(lower(c.published_language) || '-', :language || '-')
    and c.id not in (select id from indexed_PUBLISHED) limit 2000))
select id, cast(rank as text) as rank from (
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_PUBLISHED query join matching_PUBLISHED c on c.code = query.code
  where c.search @@ query.words) ranked
where (rank, id) < (cast(:lastRank as float4), :lastId) order by rank desc, id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- submitter, newest
select id, cast(rank as text) as rank from (
(select c.id, cast(0 as float4) as rank from claim c where c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null order by c.id desc limit :limit)
union all
(select c.id, cast(0 as float4) as rank from claim c where c.submitted_by = :viewer order by c.id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- submitter, newest, next page
select id, cast(rank as text) as rank from (
(select c.id, cast(0 as float4) as rank from claim c where c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null and c.id < :lastId order by c.id desc limit :limit)
union all
(select c.id, cast(0 as float4) as rank from claim c where c.submitted_by = :viewer and c.id < :lastId order by c.id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- submitter, words
with recursive spoken_PUBLISHED(code) as (
  (select published_language_code from claim where published_language_code is not null order by published_language_code limit 1)
  union all
  select (select published_language_code from claim where published_language_code > s.code order by published_language_code limit 1)
  from spoken_PUBLISHED s where s.code is not null), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), indexed_PUBLISHED as materialized (
  select c.id, c.published_language_code as code, c.published_search as search, c.revision, c.status from claim c
  where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null limit 5000),
matching_PUBLISHED as materialized (
  select * from indexed_PUBLISHED
  union all
  (select c.id, c.published_language_code, c.published_search, c.revision, c.status
  from (select c.* from claim c where c.revision > 0 and c.submitted_by <> :viewer order by c.id desc limit 50000) c
  where (select count(*) from indexed_PUBLISHED) = 5000 and c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null
    and c.id not in (select id from indexed_PUBLISHED) limit 2000)),
spoken_WORKING(code) as (
  (select language_code from claim where language_code is not null order by language_code limit 1)
  union all
  select (select language_code from claim where language_code > s.code order by language_code limit 1)
  from spoken_WORKING s where s.code is not null), query_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_WORKING where code is not null), indexed_WORKING as materialized (
  select c.id, c.language_code as code, c.search as search, c.revision, c.status from claim c
  where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected' limit 5000),
matching_WORKING as materialized (
  select * from indexed_WORKING
  union all
  (select c.id, c.language_code, c.search, c.revision, c.status
  from (select c.* from claim c where c.submitted_by = :viewer order by c.id desc limit 50000) c
  where (select count(*) from indexed_WORKING) = 5000 and c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected'
    and c.id not in (select id from indexed_WORKING) limit 2000))
select id, cast(rank as text) as rank from (
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_PUBLISHED query join matching_PUBLISHED c on c.code = query.code
  where c.search @@ query.words) ranked
 order by rank desc, id desc limit :limit)
union all
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_WORKING query join matching_WORKING c on c.code = query.code
  where c.search @@ query.words) ranked
 order by rank desc, id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- submitter, words in a language, next page
with recursive spoken_PUBLISHED(code) as (select :languageCode), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), indexed_PUBLISHED as materialized (
  select c.id, c.published_language_code as code, c.published_search as search, c.revision, c.status from claim c
  where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null and c.published_language_code = :languageCode and starts_with(lower(c.published_language) || '-', :language || '-') limit 5000),
matching_PUBLISHED as materialized (
  select * from indexed_PUBLISHED
  union all
  (select c.id, c.published_language_code, c.published_search, c.revision, c.status
  from (select c.* from claim c where c.revision > 0 and c.submitted_by <> :viewer order by c.id desc limit 50000) c
  where (select count(*) from indexed_PUBLISHED) = 5000 and c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null and c.published_language_code = :languageCode and starts_with(lower(c.published_language) || '-', :language || '-')
    and c.id not in (select id from indexed_PUBLISHED) limit 2000)),
spoken_WORKING(code) as (select :languageCode), query_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_WORKING where code is not null), indexed_WORKING as materialized (
  select c.id, c.language_code as code, c.search as search, c.revision, c.status from claim c
  where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected' and c.language_code = :languageCode and starts_with(lower(c.language) || '-', :language || '-') limit 5000),
matching_WORKING as materialized (
  select * from indexed_WORKING
  union all
  (select c.id, c.language_code, c.search, c.revision, c.status
  from (select c.* from claim c where c.submitted_by = :viewer order by c.id desc limit 50000) c
  where (select count(*) from indexed_WORKING) = 5000 and c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected' and c.language_code = :languageCode and starts_with(lower(c.language) || '-', :language || '-')
    and c.id not in (select id from indexed_WORKING) limit 2000))
select id, cast(rank as text) as rank from (
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_PUBLISHED query join matching_PUBLISHED c on c.code = query.code
  where c.search @@ query.words) ranked
where (rank, id) < (cast(:lastRank as float4), :lastId) order by rank desc, id desc limit :limit)
union all
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_WORKING query join matching_WORKING c on c.code = query.code
  where c.search @@ query.words) ranked
where (rank, id) < (cast(:lastRank as float4), :lastId) order by rank desc, id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- reviewer, newest
select id, cast(rank as text) as rank from (
(select c.id, cast(0 as float4) as rank from claim c where true order by c.id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- reviewer, newest, next page
select id, cast(rank as text) as rank from (
(select c.id, cast(0 as float4) as rank from claim c where true and c.id < :lastId order by c.id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- reviewer, words
with recursive spoken_WORKING(code) as (
  (select language_code from claim where language_code is not null order by language_code limit 1)
  union all
  select (select language_code from claim where language_code > s.code order by language_code limit 1)
  from spoken_WORKING s where s.code is not null), query_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_WORKING where code is not null), indexed_WORKING as materialized (
  select c.id, c.language_code as code, c.search as search, c.revision, c.status from claim c
  where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and true limit 5000),
matching_WORKING as materialized (
  select * from indexed_WORKING
  union all
  (select c.id, c.language_code, c.search, c.revision, c.status
  from (select c.* from claim c where true order by c.id desc limit 50000) c
  where (select count(*) from indexed_WORKING) = 5000 and c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and true
    and c.id not in (select id from indexed_WORKING) limit 2000))
select id, cast(rank as text) as rank from (
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_WORKING query join matching_WORKING c on c.code = query.code
  where c.search @@ query.words) ranked
 order by rank desc, id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- reviewer, words in a language, next page
with recursive spoken_WORKING(code) as (select :languageCode), query_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_WORKING where code is not null), indexed_WORKING as materialized (
  select c.id, c.language_code as code, c.search as search, c.revision, c.status from claim c
  where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and true and c.language_code = :languageCode and starts_with(lower(c.language) || '-', :language || '-') limit 5000),
matching_WORKING as materialized (
  select * from indexed_WORKING
  union all
  (select c.id, c.language_code, c.search, c.revision, c.status
  from (select c.* from claim c where true order by c.id desc limit 50000) c
  where (select count(*) from indexed_WORKING) = 5000 and c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and true and c.language_code = :languageCode and starts_with(lower(c.language) || '-', :language || '-')
    and c.id not in (select id from indexed_WORKING) limit 2000))
select id, cast(rank as text) as rank from (
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_WORKING query join matching_WORKING c on c.code = query.code
  where c.search @@ query.words) ranked
where (rank, id) < (cast(:lastRank as float4), :lastId) order by rank desc, id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- submitter, own
select id, cast(rank as text) as rank from (
(select c.id, cast(0 as float4) as rank from claim c where c.submitted_by = :viewer order by c.id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

-- submitter, every filter
with recursive spoken_PUBLISHED(code) as (select :languageCode), query_PUBLISHED(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_PUBLISHED where code is not null), indexed_PUBLISHED as materialized (
  select c.id, c.published_language_code as code, c.published_search as search, c.revision, c.status from claim c
  where c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null and c.status = :status and c.rating = :rating and c.published_claimant_key = :claimant and c.published_language_code = :languageCode and starts_with(lower(c.published_language) || '-', :language || '-') and c.id in (select claim_id from appearance
  where state = 'confirmed' and publisher_keys @> array[cast(:publisher as text)]) and c.id in (select claim_id from appearance where state = 'confirmed' and url_hash = any(array(select page_hashes(:urlHash)))) and c.tags @> array[cast(:tag as text)] and c.updated_at >= :updatedSince limit 5000),
matching_PUBLISHED as materialized (
  select * from indexed_PUBLISHED
  union all
  (select c.id, c.published_language_code, c.published_search, c.revision, c.status
  from (select c.* from claim c where c.revision > 0 and c.submitted_by <> :viewer order by c.id desc limit 50000) c
  where (select count(*) from indexed_PUBLISHED) = 5000 and c.published_search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_PUBLISHED) and c.revision > 0 and c.submitted_by <> :viewer and c.duplicate_of is null and c.status = :status and c.rating = :rating and c.published_claimant_key = :claimant and c.published_language_code = :languageCode and starts_with(lower(c.published_language) || '-', :language || '-') and c.id in (select claim_id from appearance
  where state = 'confirmed' and publisher_keys @> array[cast(:publisher as text)]) and c.id in (select claim_id from appearance where state = 'confirmed' and url_hash = any(array(select page_hashes(:urlHash)))) and c.tags @> array[cast(:tag as text)] and c.updated_at >= :updatedSince
    and c.id not in (select id from indexed_PUBLISHED) limit 2000)),
spoken_WORKING(code) as (select :languageCode), query_WORKING(code, words) as materialized (
  select code, websearch_to_tsquery(search_configuration(code), :q)
  from spoken_WORKING where code is not null), indexed_WORKING as materialized (
  select c.id, c.language_code as code, c.search as search, c.revision, c.status from claim c
  where c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected' and c.status = :status and c.rating = :rating and c.claimant_key = :claimant and c.language_code = :languageCode and starts_with(lower(c.language) || '-', :language || '-') and c.id in (select claim_id from appearance
  where state = 'confirmed' and publisher_keys @> array[cast(:publisher as text)]) and c.id in (select claim_id from appearance where state = 'confirmed' and url_hash = any(array(select page_hashes(:urlHash)))) and c.tags @> array[cast(:tag as text)] and c.updated_at >= :updatedSince limit 5000),
matching_WORKING as materialized (
  select * from indexed_WORKING
  union all
  (select c.id, c.language_code, c.search, c.revision, c.status
  from (select c.* from claim c where c.submitted_by = :viewer order by c.id desc limit 50000) c
  where (select count(*) from indexed_WORKING) = 5000 and c.search @@ (select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') filter (where numnode(words) > 0) as tsquery) from query_WORKING) and c.submitted_by = :viewer and c.status <> 'rejected' and c.status = :status and c.rating = :rating and c.claimant_key = :claimant and c.language_code = :languageCode and starts_with(lower(c.language) || '-', :language || '-') and c.id in (select claim_id from appearance
  where state = 'confirmed' and publisher_keys @> array[cast(:publisher as text)]) and c.id in (select claim_id from appearance where state = 'confirmed' and url_hash = any(array(select page_hashes(:urlHash)))) and c.tags @> array[cast(:tag as text)] and c.updated_at >= :updatedSince
    and c.id not in (select id from indexed_WORKING) limit 2000))
select id, cast(rank as text) as rank from (
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_PUBLISHED query join matching_PUBLISHED c on c.code = query.code
  where c.search @@ query.words) ranked
 order by rank desc, id desc limit :limit)
union all
(select id, rank from (
  select c.id, ts_rank(c.search, query.words, 1) as rank
  from query_WORKING query join matching_WORKING c on c.code = query.code
  where c.search @@ query.words) ranked
 order by rank desc, id desc limit :limit)
) found order by found.rank desc, found.id desc limit :limit;

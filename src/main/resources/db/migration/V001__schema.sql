-- The whole schema. Nothing is released before 0.1.0, so this file is rewritten until then.
-- Words and names are folded in Java (SearchText), never here: under lc_ctype C PostgreSQL folds ASCII alone.
do $$ begin
  if current_setting('server_version_num')::int < 150000 then
    raise exception 'Quotecheck needs PostgreSQL 15 or later, but this is %', current_setting('server_version');
  end if;
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'Quotecheck needs a database in UTF8, but this one is in %', current_setting('server_encoding');
  end if;
end $$;
create extension if not exists pg_trgm;

-- The stemmer and stop words of a BCP 47 language tag: those that PostgreSQL 15 has, else plain words.
create function search_configuration(language text) returns regconfig language sql immutable parallel safe as $$
  select case split_part(lower(language), '-', 1)
    when 'ar' then 'pg_catalog.arabic'::regconfig      when 'ca' then 'pg_catalog.catalan'::regconfig
    when 'da' then 'pg_catalog.danish'::regconfig      when 'de' then 'pg_catalog.german'::regconfig
    when 'el' then 'pg_catalog.greek'::regconfig       when 'en' then 'pg_catalog.english'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig     when 'eu' then 'pg_catalog.basque'::regconfig
    when 'fi' then 'pg_catalog.finnish'::regconfig     when 'fr' then 'pg_catalog.french'::regconfig
    when 'ga' then 'pg_catalog.irish'::regconfig       when 'hi' then 'pg_catalog.hindi'::regconfig
    when 'hu' then 'pg_catalog.hungarian'::regconfig   when 'hy' then 'pg_catalog.armenian'::regconfig
    when 'id' then 'pg_catalog.indonesian'::regconfig  when 'it' then 'pg_catalog.italian'::regconfig
    when 'lt' then 'pg_catalog.lithuanian'::regconfig  when 'nb' then 'pg_catalog.norwegian'::regconfig
    when 'ne' then 'pg_catalog.nepali'::regconfig      when 'nl' then 'pg_catalog.dutch'::regconfig
    when 'nn' then 'pg_catalog.norwegian'::regconfig   when 'no' then 'pg_catalog.norwegian'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig  when 'ro' then 'pg_catalog.romanian'::regconfig
    when 'ru' then 'pg_catalog.russian'::regconfig     when 'sr' then 'pg_catalog.serbian'::regconfig
    when 'sv' then 'pg_catalog.swedish'::regconfig     when 'ta' then 'pg_catalog.tamil'::regconfig
    when 'tr' then 'pg_catalog.turkish'::regconfig     when 'yi' then 'pg_catalog.yiddish'::regconfig
    else 'pg_catalog.simple'::regconfig end
$$;

-- What JSON columns must have, so that a slip is refused where it is made.
create function has_text(value jsonb, member text) returns boolean language sql immutable parallel safe as $$
  select value is null or jsonb_typeof(value -> member) is not distinct from 'string'
$$;
create function are_words(parts jsonb) returns boolean language sql immutable parallel safe as $$
  select parts is null or case when jsonb_typeof(parts) = 'array' then jsonb_array_length(parts) > 0
    and not jsonb_path_exists(parts, '$[*] ? (!exists (@.exact ? (@.type() == "string")))') else false end
$$;
-- Not as a string: that would be read anew under pg_restore's empty search_path, where has_text is not found.
create function is_verdict(kind text, content jsonb) returns boolean language sql immutable parallel safe
  return has_text(content, 'language') and has_text(content, 'summary')
    and jsonb_typeof(content -> 'sources') is not distinct from 'array'
    and not jsonb_path_exists(content, '$.sources[*] ? (!exists (@.role ? (@.type() == "string")))')
    and (kind = 'retraction' or has_text(content, 'rating') and content -> 'claim' is not null and has_text(content -> 'claim', 'text'));

-- Null for what is no JSON: one row that is wrong must not take a list away.
create function readable_json(content text) returns jsonb language plpgsql immutable as $$
begin
  return cast(content as jsonb);
exception when others then
  return null;
end $$;

create function readable_date(day text) returns date language plpgsql immutable as $$
begin
  return cast(day as date);
exception when others then
  return null;
end $$;

-- Nobody rewrites what was published, whatever the program does.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once', tg_table_name;
end $$;

-- Articles and the quotes in them. Positions count Unicode code points of the version's text, end exclusive.
create table article (
  id               uuid primary key,
  url              text not null,                -- canonical; too long for an index of its own
  url_hash         text not null unique,         -- SHA-256 of the canonical URL, lower-case hex
  title            text,
  publisher_name   text,
  publisher_site   text,
  authors          text[] not null default '{}' check (array_position(authors, null) is null),
  published_at     text,                         -- as precise as given: year, month, day or time (RFC 3339)
  language         text,                         -- BCP 47; und where nothing tells
  aliases          text[] not null default '{}' check (array_position(aliases, null) is null), -- its other addresses, canonical
  search_text      text not null default '',     -- title, publisher and URL in lower case
  version          integer not null,             -- the current version's number
  content_digest   text not null,                -- SHA-256 of the current version's text
  quotes_left_out  integer not null default 0,   -- quotations of the current version that an answer could not hold
  submitted_by     text not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  lock_version     integer not null check (lock_version between 0 and 1000000000)
);

create index article_submitted_by on article (submitted_by, id desc);
create index article_publisher on article (publisher_site, id desc);
create index article_search on article using gin (search_text gin_trgm_ops);

-- Where an article is found: its URL and its aliases. An address belongs to one article.
create table article_address (
  url_hash    text primary key,
  article_id  uuid not null references article
);
create index article_address_article on article_address (article_id);

-- The addresses of the page at an address; each look-up by address goes through it.
create function page_hashes(hash text) returns setof text language sql stable parallel safe rows 2 as $$
  select hash
  union
  select other.url_hash from article_address found join article_address other using (article_id) where found.url_hash = hash
$$;

create table article_version (
  article_id      uuid not null references article,
  number          integer not null,
  text            text not null,                 -- exactly as sent, or as derived from HTML
  content_digest  text not null,
  state           text not null check (state in ('accepted', 'waiting', 'refused')),
  submitted_by    text not null,
  created_at      timestamptz not null,
  primary key (article_id, number)
);
create index article_version_waiting on article_version (article_id) where state = 'waiting';

-- Quotes that are found again by an approximate match keep the words they were first seen with.
create table quote (
  id                    uuid primary key,
  article_id            uuid not null references article,
  kind                  text not null check (kind in ('direct', 'mixed')),
  start_at              integer not null,
  end_at                integer not null,
  parts                 jsonb not null check (are_words(parts)),       -- [{exact, start, end, prefix, suffix}]
  seen_parts            jsonb check (are_words(seen_parts)),           -- the parts as first seen; null while the words are the same
  origin                text not null check (origin in ('machine', 'person')), -- a person's outlives versions and engines as it is
  removed               boolean not null,        -- a person says that it is no quotation; it keeps its place, so that none is found there again
  speaker               jsonb check (has_text(speaker, 'name')),       -- {name, type, jobTitle, rule, confidence}; without rule where a person says it
  speaker_candidates    jsonb check (jsonb_typeof(speaker_candidates) = 'array'),
  attribution           jsonb check (has_text(attribution, 'exact')),  -- {exact, start, end}
  cue                   text,
  checkability          double precision not null,
  checkability_reasons  text[] not null check (array_position(checkability_reasons, null) is null),
  anchor_state          text not null check (anchor_state in ('exact', 'moved', 'orphaned')),
  anchor_score          double precision,        -- 0 to 1; null unless moved
  fragment              text                     -- text directives of the URL that shows the words; null: made from the first part
);
create index quote_article on quote (article_id, start_at);

-- Claims: one statement each, with an identity of its own. They are searched by two wordings: the working one, for reviewers and the
-- submitter, and the current revision's (published_…), for all others, so that no filter tells the public of a change that is not published.
create table claim (
  id                       uuid primary key,
  text                     text not null,
  language                 text not null,
  claimant_name            text,
  claimant_type            text check (claimant_type in ('Person', 'Organization')),
  claimant_job_title       text,
  claimant_same_as         text[] check (array_position(claimant_same_as, null) is null),
  claim_date               date,
  identity                 text not null unique, -- SHA-256 of the normalised words and claimant
  checkability             real not null default 0 check (checkability between 0 and 1),
  status                   text not null check (status in
    ('submitted', 'in_review', 'proposed', 'published', 'retracted', 'duplicate', 'not_checkable', 'rejected')),
  status_reason            text,
  duplicate_of             uuid references claim,
  assignee                 text,
  assignee_name            text,                                 -- beside each actor the name as it was shown then
  proposed_by              text,
  proposed_by_name         text,
  submitted_by             text not null,
  submitted_by_name        text,
  waiting_since            timestamptz not null default now(),   -- for a reviewer, the last time that it began to
  revision                 integer not null default 0,           -- number of the current verdict revision; 0: none
  rating                   text check (rating in                 -- the current revision's; a retraction has none
    ('false', 'mostly_false', 'mixed', 'mostly_true', 'true', 'missing_context', 'outdated', 'unverifiable', 'satire', 'not_factual')),
  retracted                boolean not null default false,       -- whether its current revision is a retraction
  retraction_by            text,                                 -- an editor proposed to retract; another one decides
  retraction_by_name       text,
  retraction_at            timestamptz,
  retraction_note          text,
  check (retraction_by is not null or retraction_by_name is null and retraction_at is null and retraction_note is null),
  check (retraction_by is null or retraction_at is not null),
  open_reports             integer not null default 0 check (open_reports between 0 and 1000000),
  assignees                text[] not null default '{}' check (array_position(assignees, null) is null), -- since it was opened
  tags                     text[] not null default '{}' check (array_position(tags, null) is null),
  search_text              text not null,        -- folded words and claimant
  claimant_key             text,                 -- normalised name
  published_text           text,                 -- as search_text, of the current revision; null without one
  published_claimant_key   text,
  published_language       text,                 -- of the words; what was found may be told in another
  verdict_language         text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null,
  version                  integer not null check (version between 0 and 1000000000),
  search                   tsvector not null generated always as (to_tsvector(search_configuration(language), search_text)) stored,
  published_search         tsvector generated always as (to_tsvector(search_configuration(published_language), published_text)) stored,
  language_code            text collate "C" not null generated always as (split_part(lower(language), '-', 1)) stored,
  published_language_code  text collate "C" generated always as (split_part(lower(published_language), '-', 1)) stored,
  verdict_language_code    text collate "C" generated always as (split_part(lower(verdict_language), '-', 1)) stored
);
create index claim_status on claim (status, id desc);
create index claim_submitted_by on claim (submitted_by, id desc);
create index claim_duplicate_of on claim (duplicate_of) where duplicate_of is not null;
create index claim_reported on claim (id) where open_reports > 0;
create index claim_retraction on claim (id) where retraction_by is not null;
create index claim_updated_at on claim (updated_at);
create index claim_search on claim using gin (search);
create index claim_published_search on claim using gin (published_search);
create index claim_similar on claim using gin (search_text gin_trgm_ops);
create index claim_published_similar on claim using gin (published_text gin_trgm_ops);
create index claim_published on claim (id desc) where revision > 0;
create index claim_published_status on claim (status, id desc) where revision > 0;
create index claim_rating on claim (rating, id desc) where rating is not null;
create index claim_claimant on claim (claimant_key, id desc) where claimant_key is not null;
create index claim_published_claimant on claim (published_claimant_key, id desc) where published_claimant_key is not null;
create index claim_tags on claim using gin (tags);
create index claim_language on claim (language_code, id desc);
create index claim_published_language on claim (published_language_code, id desc) where published_language_code is not null;
create index claim_verdict_language on claim (verdict_language_code, id desc) where verdict_language_code is not null;

-- A duplicate's appearances stand with its survivor, and come back when it is none any more.
create table appearance (
  id               uuid primary key,
  claim_id         uuid not null references claim,
  own_claim_id     uuid not null references claim,  -- the claim as which it was submitted
  article_id       uuid references article,
  article_version  integer,
  quote_id         uuid references quote,
  url              text not null,
  url_hash         text not null,
  title            text,
  publisher_name   text,
  publisher_site   text,
  publisher_keys   text[] not null default '{}' check (array_position(publisher_keys, null) is null), -- normalised name and site of the publisher
  date             date,
  parts            jsonb check (are_words(parts)),  -- the words as they stood in that version
  first            boolean not null default false,  -- a reviewer says so; without such a word the earliest is the first
  state            text not null check (state in ('pending', 'confirmed', 'dropped')),
  own_state        text check (own_state in         -- before it moved to the survivor; null where it did not
    ('pending', 'confirmed', 'dropped')),
  reason           text check (reason in            -- why it was dropped
    ('not_there', 'other_words', 'personal_data', 'spam', 'other')),
  added_by         text not null,
  added_by_name    text,
  created_at       timestamptz not null
);
create unique index appearance_once on appearance (own_claim_id, url_hash, quote_id) nulls not distinct;
create index appearance_claim on appearance (claim_id, id);
create index appearance_url_hash on appearance (url_hash, claim_id);
create index appearance_article on appearance (article_id);
create index appearance_quote on appearance (quote_id);
create index appearance_pending on appearance (claim_id) where state = 'pending';
create index appearance_publisher on appearance using gin (publisher_keys);

-- What one submitter sent: a claim, or words and perhaps a place that joined one. Each reads what became of their own.
create table submission (
  id             uuid primary key,
  claim_id       uuid not null references claim,   -- the claim that has these words
  appearance_id  uuid references appearance on delete set null,
  place          text not null,                    -- names the appearance that it joined with; '' without one
  subject        text not null,
  text           text not null,                    -- as it was sent
  created_at     timestamptz not null
);
create unique index submission_once on submission (claim_id, subject, place);
create index submission_subject on submission (subject, id desc);
create index submission_appearance on submission (appearance_id) where appearance_id is not null;

-- What reviewers say to each other.
create table claim_comment (
  id          uuid primary key,
  claim_id    uuid not null references claim,
  actor       text not null,
  actor_name  text,
  text        text not null,
  at          timestamptz not null
);
create index claim_comment_claim on claim_comment (claim_id, id);

create table source (
  id            uuid primary key,
  claim_id      uuid not null references claim,
  url           text,
  reference     text,                              -- of what has no address
  title         text not null,
  publisher     text,
  author        text,
  published_at  text,                            -- as precise as given, as of articles
  accessed_at   timestamptz not null,
  archive_url   text,
  role          text not null check (role in ('supports', 'refutes', 'context')),
  excerpt       text,
  note          text,
  created_at    timestamptz not null,
  check (url is not null or reference is not null)
);
create index source_claim on source (claim_id, id);

create table verdict_draft (
  claim_id       uuid primary key references claim,
  rating         text check (rating in           -- any member may be missing until it is proposed
    ('false', 'mostly_false', 'mixed', 'mostly_true', 'true', 'missing_context', 'outdated', 'unverifiable', 'satire', 'not_factual')),
  quote_verdict  text check (quote_verdict in
    ('exact', 'faithful', 'altered', 'out_of_context', 'misattributed', 'fabricated', 'unverified')),
  reasons        text[] check (array_position(reasons, null) is null),
  summary        text,
  explanation    text,
  language       text,
  sources        uuid[] check (array_position(sources, null) is null), -- null: all of the claim's
  writers        text[] not null check (array_position(writers, null) is null), -- who wrote any of it since the last revision
  updated_at     timestamptz not null,
  version        integer not null check (version between 0 and 1000000000)
);

-- What was published. Rows are written once.
create table verdict_revision (
  claim_id         uuid not null references claim,
  number           integer not null check (number > 0),
  kind             text not null check (kind in ('initial', 'update', 'correction', 'retraction')),
  content          text not null check (content = '{}' or is_verdict(kind, cast(content as jsonb))), -- RFC 8785 form; {}: removed
  content_digest   text not null,                -- SHA-256 of content
  digest           text not null,                -- SHA-256 over {number, kind, publishedAt, contentDigest, previousDigest?}
  previous_digest  text,
  proposed_by      text not null,
  proposed_by_name text,
  approved_by      text not null,
  approved_by_name text,
  published_at     timestamptz not null,
  primary key (claim_id, number)
);
create index verdict_revision_published on verdict_revision (published_at desc, claim_id desc);
create index verdict_revision_corrections on verdict_revision (published_at desc, claim_id desc) where kind = 'correction';
create trigger verdict_revision_written_once before update or delete or truncate on verdict_revision
  for each statement execute function refuse_change();

-- All revisions in one order, without gaps (RFC 9162), each entered in the transaction of its publication.
create table log_entry (
  index     bigint primary key check (index >= 0),
  claim_id  uuid not null,
  number    integer not null,
  unique (claim_id, number),
  foreign key (claim_id, number) references verdict_revision
);
create trigger log_entry_written_once before update or delete or truncate on log_entry
  for each statement execute function refuse_change();

-- The log's subtrees that are complete: no proof reads more of them than the size has bits, twice.
create table log_node (
  node  bigint primary key,                      -- index * 64 + level, over the 2^level entries from index * 2^level on
  hash  bytea not null
);
create trigger log_node_written_once before update or delete or truncate on log_node
  for each statement execute function refuse_change();

-- Content that is removed, by the task or by hand, goes from what is made of it too.
create function empty_removed() returns trigger language plpgsql as $$
begin
  update claim set published_text = null, published_claimant_key = null, published_language = null,
    verdict_language = null, rating = null
  where id = new.claim_id and revision = new.number;
  update claim set version = version + 1 where id = new.claim_id;
  update embed set tag = 'removed', content = cast(jsonb_build_object('id', claim_id, 'removed', true,
    'revision', new.number, 'publishedAt', readable_json(content) -> 'publishedAt', 'updatedAt', readable_json(content) -> 'updatedAt',
    'summaryLanguage', (select language from claim where id = new.claim_id)) as text)
  where claim_id = new.claim_id and readable_json(content) ->> 'revision' = cast(new.number as text);
  return null;
end $$;
create trigger verdict_revision_removed after update of content on verdict_revision
  for each row when (new.content = '{}') execute function empty_removed();

-- Every change of a claim, oldest first by id.
create table history_entry (
  id        uuid primary key,
  claim_id  uuid not null references claim,
  at        timestamptz not null,
  actor     text not null,
  actor_name text,
  action    text not null,
  before    jsonb check (jsonb_typeof(before) = 'object'),
  after     jsonb check (jsonb_typeof(after) = 'object')
);
create index history_entry_claim on history_entry (claim_id, id);

create table reader_report (
  id            uuid primary key,
  claim_id      uuid not null references claim,
  own_claim_id  uuid not null references claim,  -- the claim that the reader saw
  kind          text not null check (kind in ('error', 'missing_context', 'new_evidence', 'personal_data', 'other')),
  text          text not null,
  network       text not null,                   -- HMAC of the address's prefix, keyed with a salt that lives two days
  status        text not null check (status in ('open', 'closed')),
  answer        text,
  created_at    timestamptz not null,
  closed_at     timestamptz,
  closed_by     text,
  closed_by_name text,
  follow_up     text not null unique,            -- SHA-256 of the key in the address that the reader has
  version       integer not null check (version between 0 and 1000000000)
);
create index reader_report_status on reader_report (status, id desc);
create index reader_report_claim on reader_report (claim_id, id desc);
create index reader_report_network on reader_report (network, own_claim_id, created_at);
create index reader_report_sent on reader_report (own_claim_id, created_at);

-- What embeds answer with, ready-made whenever a claim with a verdict changes.
create table embed (
  claim_id  uuid primary key references claim,
  tag       text not null,                       -- changes with every change of content
  content   text not null check (has_text(cast(content as jsonb), 'id'))
);

-- Who called as a reviewer, and on which day last.
create table reviewer (
  subject  text primary key,
  name     text,
  seen_on  date not null
);

create table network_salt (
  day   date primary key,
  salt  bytea not null
);

-- New claims, article versions and appearances that joined a claim, counted against the submitter's daily quota.
create table submission_count (
  subject  text not null,
  day      date not null,
  number   integer not null,
  primary key (subject, day)
);
create index submission_count_day on submission_count (day);

create table idempotency_record (
  caller          text not null,
  key             text not null,
  request_digest  text not null,
  status          integer not null,
  headers         text not null check (jsonb_typeof(cast(headers as jsonb)) = 'object'),
  media_type      text not null,
  body            bytea,
  created_at      timestamptz not null,
  primary key (caller, key)
);
create index idempotency_record_created_at on idempotency_record (created_at);

-- What a column's name or type says that it holds; no answer and no header could bear anything else in its place.
create function is_day(day timestamptz) returns boolean language sql immutable parallel safe as $$
  select day is null or isfinite(day) and extract(year from day at time zone 'UTC') between 1 and 9999
$$;
do $$
declare place record;
begin
  for place in
    select table_name, column_name, case
      when data_type = 'timestamp with time zone' then 'is_day(%2$I)'
      when data_type = 'date' then 'isfinite(%2$I) and extract(year from %2$I) between 1 and 9999'
      when data_type in ('integer', 'bigint') then '%2$I >= 0'
      when data_type in ('real', 'double precision') then '%2$I between 0 and 1'
      when column_name = 'hash' and data_type = 'bytea' then 'length(%2$I) = 32'
      when column_name ~ '(digest|_hash|identity|follow_up)$' then '%2$I ~ ''^[0-9a-f]{64}$'''
      when column_name ~ 'language$' then '%2$I ~ ''^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$'''
      when column_name = 'published_at' then '%2$I ~ ''^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+))?)?)?$'''
      when column_name ~ 'url$' then '%2$I ~ ''^https?://[!-~]+$'''
      when column_name = 'tag' then '%2$I ~ ''^[!#-~]{1,255}$'''
    end as rule
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = current_schema() and table_type = 'BASE TABLE' and is_generated = 'NEVER'
      and table_name <> 'flyway_schema_history'
  loop
    if place.rule is not null then
      execute format('alter table %1$I add check (' || place.rule || ')', place.table_name, place.column_name);
    end if;
  end loop;
end $$;

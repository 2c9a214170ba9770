-- Search by two wordings of a claim: the working one, for reviewers and its submitter, and the current revision's, for all others,
-- so that no filter tells the public of a change that is not published.
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

-- Words and names are folded in Java (SearchText), never here: under lc_ctype C PostgreSQL folds ASCII alone. What stood there before
-- is folded again by the Java migration 3.1.
drop index claim_search;
alter table claim
  drop column search,
  add column claimant_key             text,           -- normalised name
  add column published_text           text,           -- as search_text, of the current revision; null without one
  add column published_claimant_key   text,
  add column published_language       text,
  add column rating                   text;           -- the current revision's; a retraction has none
alter table claim
  add column search                   tsvector not null generated always as (to_tsvector(search_configuration(language), search_text)) stored,
  add column published_search         tsvector generated always as (to_tsvector(search_configuration(published_language), published_text)) stored,
  add column language_code            text collate "C" not null generated always as (split_part(lower(language), '-', 1)) stored,
  add column published_language_code  text collate "C" generated always as (split_part(lower(published_language), '-', 1)) stored;

-- normalised name and site of the publisher
alter table appearance add column publisher_keys text[] not null default '{}';

create index claim_search on claim using gin (search);
create index claim_published_search on claim using gin (published_search);
create index claim_similar on claim using gin (search_text gin_trgm_ops);
create index claim_published_similar on claim using gin (published_text gin_trgm_ops);
create index claim_published on claim (id desc) where revision > 0;
create index claim_published_status on claim (status, id desc) where revision > 0;
create index claim_rating on claim (rating, id desc) where rating is not null;
create index claim_claimant on claim (claimant_key, id desc) where claimant_key is not null;
create index claim_published_claimant on claim (published_claimant_key, id desc) where published_claimant_key is not null;
create index claim_language on claim (language_code, id desc);
create index claim_published_language on claim (published_language_code, id desc) where published_language_code is not null;
create index claim_updated_at on claim (updated_at);
create index appearance_publisher on appearance using gin (publisher_keys);

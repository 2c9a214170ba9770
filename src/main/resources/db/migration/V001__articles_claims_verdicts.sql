-- Articles and the quotes in them. Positions count Unicode code points of the version's text, end exclusive.
create table article (
  id              uuid primary key,
  url             text not null,                      -- canonical; too long for an index of its own
  url_hash        text not null unique,           -- SHA-256 of the canonical URL, lower-case hex
  title           text,
  publisher_name  text,
  publisher_site  text,
  authors         text[] not null default '{}',
  published_at    timestamptz,
  language        text,                               -- BCP 47
  version         integer not null,                   -- the current version's number
  content_digest  text not null,                  -- SHA-256 of the current version's text
  submitted_by    text not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  lock_version    integer not null
);

create table article_version (
  article_id      uuid not null references article,
  number          integer not null,
  text        text not null,                      -- exactly as sent, or as derived from HTML
  content_digest  text not null,
  submitted_by    text not null,
  created_at      timestamptz not null,
  primary key (article_id, number)
);

create table quote (
  id                      uuid primary key,
  article_id              uuid not null references article,
  kind                    text not null check (kind in ('direct', 'mixed')),
  start_at                integer not null,
  end_at                  integer not null,
  parts                   jsonb not null,             -- [{exact, start, end, prefix, suffix}]
  speaker                 jsonb,                      -- {name, type, rule, confidence}
  speaker_candidates      jsonb,
  attribution             jsonb,                      -- {exact, start, end}
  cue                     text,
  checkability            double precision not null,
  checkability_reasons    text[] not null,
  anchor_state            text not null check (anchor_state in ('exact', 'moved', 'orphaned'))
);
create index quote_article on quote (article_id, start_at);

-- Claims: one statement each, with an identity of its own.
create table claim (
  id                  uuid primary key,
  text            text not null,
  language            text not null,
  claimant_name       text,
  claimant_type       text check (claimant_type in ('Person', 'Organization')),
  claimant_job_title  text,
  claimant_same_as    text[],
  claim_date          date,
  identity            text not null unique,       -- SHA-256 of the normalised words and claimant
  status              text not null check (status in
    ('submitted', 'in_review', 'proposed', 'published', 'retracted', 'duplicate', 'not_checkable', 'rejected')),
  status_reason       text,
  duplicate_of        uuid references claim,
  assignee            text,
  proposed_by         text,
  submitted_by        text not null,
  revision            integer not null default 0,     -- number of the current verdict revision; 0: none
  -- words folded in Java (case, accents), because what PostgreSQL folds depends on the server's locale
  search_text     text not null,
  search              tsvector not null generated always as (to_tsvector('simple', search_text)) stored,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  version             integer not null
);
create index claim_status on claim (status, id desc);
create index claim_submitted_by on claim (submitted_by, id desc);
create index claim_search on claim using gin (search);
create index claim_duplicate_of on claim (duplicate_of) where duplicate_of is not null;

create table appearance (
  id               uuid primary key,
  claim_id         uuid not null references claim,
  article_id       uuid references article,
  article_version  integer,
  quote_id         uuid references quote,
  url              text not null,
  url_hash         text not null,
  title            text,
  publisher_name   text,
  publisher_site   text,
  date             date,
  parts            jsonb,                             -- the words as they stood in that version
  first            boolean not null,
  created_at       timestamptz not null
);
create unique index appearance_once on appearance (claim_id, url_hash, quote_id) nulls not distinct;
create index appearance_url_hash on appearance (url_hash, claim_id);
create index appearance_article on appearance (article_id);
create index appearance_quote on appearance (quote_id);

create table source (
  id            uuid primary key,
  claim_id      uuid not null references claim,
  url           text not null,
  title         text not null,
  publisher     text,
  author        text,
  published_at  timestamptz,
  accessed_at   timestamptz not null,
  archive_url   text,
  role          text not null check (role in ('supports', 'refutes', 'context')),
  excerpt       text,
  note          text,
  created_at    timestamptz not null
);
create index source_claim on source (claim_id, id);

create table verdict_draft (
  claim_id       uuid primary key references claim,
  rating         text not null,
  quote_verdict  text,
  reasons        text[],
  summary        text not null,
  explanation    text,
  language       text not null,
  sources        uuid[],                              -- null: all of the claim's
  written_by     text not null,
  updated_at     timestamptz not null,
  version        integer not null
);

-- What was published. Rows are written once.
create table verdict_revision (
  claim_id         uuid not null references claim,
  number           integer not null check (number > 0),
  kind             text not null check (kind in ('initial', 'update', 'correction', 'retraction')),
  content          text not null,                     -- RFC 8785 form
  content_digest   text not null,                 -- SHA-256 of content
  digest           text not null,                 -- SHA-256 over {number, kind, publishedAt, contentDigest, previousDigest?}
  previous_digest  text,
  proposed_by      text not null,
  approved_by      text not null,
  published_at     timestamptz not null,
  primary key (claim_id, number)
);

-- Every change of a claim, oldest first by id.
create table history_entry (
  id        uuid primary key,
  claim_id  uuid not null references claim,
  at        timestamptz not null,
  actor     text not null,
  action    text not null,
  before    jsonb,
  after     jsonb
);
create index history_entry_claim on history_entry (claim_id, id);

-- What embeds answer with, ready-made whenever a claim with a verdict changes.
create table embed (
  claim_id  uuid primary key references claim,
  tag       text not null,                            -- changes with every change of content
  content   text not null
);

create table idempotency_record (
  caller          text not null,
  key             text not null,
  request_digest  text not null,
  status          integer not null,
  headers         text not null,
  media_type      text not null,
  body            bytea,
  created_at      timestamptz not null,
  primary key (caller, key)
);
create index idempotency_record_created_at on idempotency_record (created_at);

-- Nobody rewrites what was published, whatever the program does.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once', tg_table_name;
end $$;
create trigger verdict_revision_written_once before update or delete or truncate on verdict_revision
  for each statement execute function refuse_change();

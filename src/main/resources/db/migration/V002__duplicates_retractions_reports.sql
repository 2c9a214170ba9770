-- The reviewers' work: duplicates, retractions by two editors, readers' reports, quotas.

alter table claim
  add column retracted             boolean not null default false,   -- whether its current revision is a retraction
  add column retraction_by         text,                             -- an editor proposed to retract; another one decides
  add column retraction_at         timestamptz,
  add column retraction_note       text,
  add column open_reports          integer not null default 0 check (open_reports >= 0),
  add column waiting_since         timestamptz not null default now(),   -- for a reviewer, the last time that it began to
  add column checkability          real not null default 0 check (checkability between 0 and 1);

update claim set waiting_since = created_at;

-- A duplicate's appearances stand with its survivor, and come back when it is none any more.
alter table appearance add column own_claim_id uuid references claim;
update appearance set own_claim_id = claim_id;
alter table appearance alter column own_claim_id set not null;
alter table appearance drop column first;
drop index appearance_once;
create unique index appearance_once on appearance (own_claim_id, url_hash, quote_id) nulls not distinct;
create index appearance_claim on appearance (claim_id, id);

create table reader_report (
  id            uuid primary key,
  claim_id      uuid not null references claim,
  own_claim_id  uuid not null references claim,       -- the claim that the reader saw
  kind          text not null check (kind in ('error', 'missing_context', 'new_evidence', 'personal_data', 'other')),
  text          text not null,
  network       text not null,                        -- HMAC of the address's prefix, keyed with a salt that lives two days
  status        text not null check (status in ('open', 'closed')),
  answer        text,
  created_at    timestamptz not null,
  closed_at     timestamptz,
  closed_by     text,
  version       integer not null
);
create index reader_report_status on reader_report (status, id desc);
create index reader_report_claim on reader_report (claim_id, id desc);
create index reader_report_own_claim on reader_report (own_claim_id);
create index reader_report_network on reader_report (network, created_at);

create table network_salt (
  day   date primary key,
  salt  bytea not null
);

-- New claims and article versions, counted against the submitter's daily quota.
create table submission_count (
  subject  text not null,
  day      date not null,
  number   integer not null,
  primary key (subject, day)
);
create index submission_count_day on submission_count (day);

create index claim_reported on claim (id) where open_reports > 0;
create index verdict_revision_corrections on verdict_revision (published_at desc, claim_id desc) where kind = 'correction';

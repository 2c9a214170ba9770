-- Quotes that are found again by an approximate match keep the words they were first seen with.
alter table quote
  add column anchor_score  double precision,          -- 0 to 1; null unless moved
  add column seen_parts    jsonb,                      -- the parts as first seen; null while the words are the same
  add column fragment      text;                       -- text directives of the URL that shows the words; null: made from the first part

alter table article
  add column quotes_left_out  integer not null default 0;  -- quotations of the current version that an answer could not hold

-- One published claim as its embed reads it.
insert into claim (id, text, language, claimant_name, claimant_type, identity, status, submitted_by, revision, search_text,
    created_at, updated_at, version)
  values ('019a0000-0000-7000-8000-000000000001', 'We built 40 new schools in 2025', 'en', 'Ann Lee', 'Person', 'bench', 'published', 'bench', 1,
    'we built 40 new schools in 2025', '2026-01-05T10:00:00Z', '2026-01-06T10:00:00Z', 5)
  on conflict do nothing;
insert into embed (claim_id, tag, content)
  values ('019a0000-0000-7000-8000-000000000001', '5d41402abc4b2a76', '{"id":"019a0000-0000-7000-8000-000000000001",'
    '"text":"We built 40 new schools in 2025","claimant":"Ann Lee","rating":"mostly_false","language":"en",'
    '"summary":"Of the 40 schools, 31 were finished before 2025, as the ministry''s own register shows.","summaryLanguage":"en",'
    '"publishedAt":"2026-01-06T10:00:00Z","updatedAt":"2026-01-06T10:00:00Z","revision":1,"sources":3}')
  on conflict do nothing;

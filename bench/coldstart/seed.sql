-- One published claim, as its embed and the API read it, and the page where it stands.
insert into claim (id, text, language, claimant_name, claimant_type, identity, status, submitted_by, revision, search_text,
    created_at, updated_at, version)
  values ('019a0000-0000-7000-8000-000000000001', 'We built 40 new schools in 2025', 'en', 'Ann Lee', 'Person', encode(sha256('bench'), 'hex'), 'published', 'bench', 1,
    'we built 40 new schools in 2025', '2026-01-05T10:00:00Z', '2026-01-06T10:00:00Z', 5)
  on conflict do nothing;
insert into embed (claim_id, tag, content)
  values ('019a0000-0000-7000-8000-000000000001', '5d41402abc4b2a76', '{"id":"019a0000-0000-7000-8000-000000000001",'
    '"text":"We built 40 new schools in 2025","claimant":"Ann Lee","rating":"mostly_false","language":"en",'
    '"summary":"Of the 40 schools, 31 were finished before 2025, as the ministry''s own register shows.","summaryLanguage":"en",'
    '"publishedAt":"2026-01-06T10:00:00Z","updatedAt":"2026-01-06T10:00:00Z","revision":1,"sources":3}')
  on conflict do nothing;
insert into verdict_revision (claim_id, number, kind, content, content_digest, digest, proposed_by, approved_by, published_at)
  values ('019a0000-0000-7000-8000-000000000001', 1, 'initial', '{"claim":{"claimant":{"name":"Ann Lee","type":"Person"},"language":"en",'
    '"text":"We built 40 new schools in 2025"},"language":"en","rating":"mostly_false","sources":[{"id":"019a0000-0000-7000-8000-000000000002",'
    '"accessedAt":"2026-01-05T10:00:00Z","role":"refutes","title":"Register","url":"https://register.example/"}],"summary":"Of the 40 schools, 31 were finished before 2025."}',
    encode(sha256('content'), 'hex'), encode(sha256('revision'), 'hex'), 'bench', 'bench', '2026-01-06T10:00:00Z')
  on conflict do nothing;
insert into appearance (id, claim_id, own_claim_id, url, url_hash, title, parts, state, added_by, created_at)
  values ('019a0000-0000-7000-8000-000000000003', '019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000001',
    'https://news.example/schools', 'd489d08ef8526310175ff958a224b7aa93c2a1c45d0ba1c363dab878f6ccba0d', 'Schools',
    '[{"exact": "We built 40 new schools in 2025", "start": 0, "end": 31}]', 'confirmed', 'bench', '2026-01-05T10:00:00Z')
  on conflict do nothing;

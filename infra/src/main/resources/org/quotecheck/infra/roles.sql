-- The database's users, made once by its master user: the owner, who migrates, and the function's, who reads and writes rows.
-- Both are known by IAM and have no password. A role made for the moment makes them, because from PostgreSQL 16 on whoever
-- makes a role is a member of it: the master user would be known by IAM alone from then on, and its password refused.
do $$
begin
  if exists (select from pg_roles where rolname = 'quotecheck') then
    return;
  end if;
  create role quotecheck_founder nologin createrole;
  grant quotecheck_founder to current_user;
  set local role quotecheck_founder;
  create role quotecheck_owner login;
  create role quotecheck login;
  grant quotecheck_owner to quotecheck_founder;
  set local role quotecheck_owner;
  alter default privileges grant select, insert, update, delete on tables to quotecheck;
  alter default privileges grant usage on sequences to quotecheck;
  reset role;
  execute format('grant create on database %I to quotecheck_owner', current_database());
  grant usage, create on schema public to quotecheck_owner;
  grant rds_iam to quotecheck_owner, quotecheck;
  drop role quotecheck_founder;
end $$

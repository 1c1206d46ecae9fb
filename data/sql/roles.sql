-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The roles of the whole cluster, made once by a superuser (jiliangctl server-setup, in database postgres, under its lock).
-- Repeating it changes nothing. No role here may log in: officials are login roles that jl_api.official_add makes.

do $$
declare
  r text;
begin
  foreach r in array array['jl_owner', 'jl_accounts', 'jl_housing', 'jl_price', 'jl_finance', 'jl_reform', 'jl_quality',
                           'jl_city', 'jl_reader', 'jl_auditor', 'jl_admin']
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = r) then
      execute format ('create role %I nologin', r);
    end if;
  end loop;
end
$$;

-- jl_accounts owns official_add, official_change and official_end and nothing else: the only one of ours that may make roles.
-- jl_owner is its member so that migrations can give it these functions.
alter role jl_accounts createrole;
grant jl_accounts to jl_owner;

-- Servers from version 16 on want the admin option for every role that is granted on.
grant jl_housing, jl_price, jl_finance, jl_reform, jl_quality, jl_city, jl_reader, jl_auditor, jl_admin
  to jl_accounts with admin option;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The ground that every other file stands on: who owns what, what is remembered, what kind of database this is.

begin;
select plan (6);

select schemas_are (array['public', 'jl', 'jl_api', 'jl_audit']);
select is (kind, 'practice', 'this is a practice database') from jl.installation;
select ok (count (*) > 5 and count (*) = max (version), 'migrations are numbered without gaps up to the newest')
  from jl.migration where version < 10;
select is (count (*)::int, 1, 'the definitions stand as one whole') from jl.definition;
select matches (obj_description ('jl_api'::regnamespace), '^jiliang [0-9]+ [0-9a-f]{64}$', 'the schema tells what it has reached');
select is_empty (
  $$ select oid::regclass from pg_class
     where relnamespace in ('jl'::regnamespace, 'jl_api'::regnamespace, 'jl_audit'::regnamespace) and relowner <> 'jl_owner'::regrole $$,
  'the owner owns everything');

select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The database defends itself: what each duty sees and may change, and what nobody may.

begin;
select plan (46);

-- The catalogue.
select is_empty (
  $$ select oid::regclass from pg_class where relnamespace::regnamespace::text in ('jl', 'jl_audit') and relkind in ('r',
    'p') and not relrowsecurity $$,
  'row security is on for every table and partition');
select is_empty (
  $$ select c.oid::regclass from pg_class c where relnamespace = 'jl'::regnamespace and relkind in ('r', 'p')
    and not relispartition
     and not exists (select from pg_policy where polrelid = c.oid) $$,
  'every table has a policy');
select is_empty (
  $$ select c.oid::regclass from pg_class c cross join lateral aclexplode (c.relacl) a
     where relnamespace::regnamespace::text in ('jl', 'jl_audit') and relispartition and a.grantee <> c.relowner $$,
  'nobody has a right to a partition');
select is_empty (
  $$ select p.oid::regprocedure from pg_proc p where pronamespace::regnamespace::text in ('jl', 'jl_api', 'jl_audit')
     and has_function_privilege ('public', p.oid, 'execute') $$,
  'no function is everybody''s');
select is_empty (
  $$ select p.oid::regprocedure from pg_proc p where pronamespace::regnamespace::text in ('jl', 'jl_api',
    'jl_audit') and prosecdef
     and not coalesce (array_to_string (proconfig, ',') like '%search_path=pg_catalog%pg_temp%', false) $$,
  'what acts with the owner''s rights has a fixed search path');
select is_empty (
  $$ select oid::regclass from pg_class where relnamespace = 'jl_api'::regnamespace and relkind = 'v'
     and not coalesce (reloptions @> '{security_invoker=true}', false) $$,
  'views act with the caller''s rights');
select is_empty (
  $$ select p.oid::regprocedure from pg_proc p where pronamespace::regnamespace::text in ('jl', 'jl_api')
     and prosrc ~* 'current_date|current_timestamp|\mnow *\(' and proname !~ '^(official_end|assess_)' $$,
  'the day is a parameter: only stamps look at the clock');
select is_empty (
  $$ select c.oid::regclass, p.privilege from pg_class c
     cross join unnest (array['jl_housing', 'jl_price', 'jl_finance', 'jl_reform', 'jl_quality', 'jl_city', 'jl_reader',
       'jl_auditor', 'jl_admin']) r
     cross join unnest (array['truncate', 'trigger', 'references']) p (privilege)
     where relnamespace::regnamespace::text in ('jl', 'jl_audit') and relkind in ('r',
       'p') and has_table_privilege (r, c.oid, p.privilege) $$,
  'no duty may truncate or add triggers');
-- A copy of a database does not take over the rights to connect, so the original is asked.
select ok (not has_database_privilege ('public', coalesce ((select datname from pg_database
  where datname = 'jl_practice'), current_database ()), 'connect'),
           'only officials connect');
select results_eq (
  $$ select r, has_any_column_privilege (r, 'jl.building', 'insert'), has_any_column_privilege (r, 'jl.rule', 'insert'),
       has_any_column_privilege (r, 'jl.target', 'insert'),
       has_function_privilege (r, 'jl_api.official_end(name)', 'execute')
     from unnest (array['jl_housing', 'jl_price', 'jl_finance', 'jl_reform', 'jl_quality', 'jl_city', 'jl_reader',
       'jl_auditor', 'jl_admin']) r $$,
  $$ values ('jl_housing', true, true, true, false), ('jl_price', false, true, false, false),
            ('jl_finance', false, true, false, false), ('jl_reform', false, true, false, false),
            ('jl_quality', false, true, false, false), ('jl_city', true, false, false, false),
            ('jl_reader', false, false, false, false), ('jl_auditor', false, false, false, false),
            ('jl_admin', false, false, false, true) $$,
  'duties have what the plan gives them');

create temp table truth as
select (select count(*) from jl.building)::int as buildings,
  (select count(*) from jl.building where unit_id in (select leaf_id from jl.assessed_unit_part
    where assessed_id = 2))::int as city,
  (select count(*) from jl.season_sum)::int as sums, (select count(*) from jl.target)::int as targets,
  (select max (unit_id) from jl.building where unit_id not in (select leaf_id from jl.assessed_unit_part
    where assessed_id = 2)) as foreign_unit;
grant select on truth to public;

-- Reading.
create function pg_temp.sees (buildings int) returns text language sql as
$$
  select format ('select (select count(*) from jl.building)::int, (select count(distinct building_id)
    from jl.building_season)::int > 0,
                         (select count(*) from jl.season_sum)::int, (select count(*) from jl.target)::int') $$;
set session authorization jl_practice_housing1;
select results_eq (pg_temp.sees (0), 'select buildings, true, sums, targets from truth', 'the heating-reform office sees all');
set session authorization jl_practice_price1;
select results_eq (pg_temp.sees (0), 'select buildings, true, sums, targets from truth', 'the price bureau sees all');
set session authorization jl_practice_finance1;
select results_eq (pg_temp.sees (0), 'select buildings, true, sums, targets from truth', 'finance sees all');
set session authorization jl_practice_reform1;
select results_eq (pg_temp.sees (0), 'select buildings, true, sums, targets from truth', 'reform sees all');
set session authorization jl_practice_quality1;
select results_eq (pg_temp.sees (0), 'select buildings, true, sums, targets from truth', 'quality sees all');
set session authorization jl_practice_reader1;
select results_eq (pg_temp.sees (0), 'select buildings, true, sums, targets from truth', 'a leader sees all');
set session authorization jl_practice_auditor1;
select results_eq (pg_temp.sees (0), 'select buildings, true, sums, targets from truth', 'the auditor sees all');
select lives_ok ('select from jl_audit.log', 'and the log');
set session authorization jl_practice_admin1;
select results_eq (pg_temp.sees (0), 'select 0, false, sums, targets from truth', 'the account administrator sees sums only');
select throws_ok ('select from jl_audit.log', '42501', null, 'and not the log');
set session authorization jl_practice_city1;
select results_eq (pg_temp.sees (0), 'select city, true, sums, targets from truth',
  'a clerk sees his own buildings and all sums');
select results_eq ('select count(*) from jl_api.building_season_list where year = 2014',
                   'select count(*) from jl_api.building_season_list where year = 2014 and unit_id in (select leaf_id
                     from jl.assessed_unit_part where assessed_id = 2)',
                   'and his own in the list');
select throws_ok ('select from jl.building_season_2014', '42501', null, 'a partition is closed');
select results_eq ('select duty, unit_ids from jl_api.me ()', $$ values ('jl_city', '{2}'::int[]) $$, 'he is told who he is');

reset session authorization;
-- Indicators read sums, rules and targets, which every duty reads whole: nobody gets other figures than his neighbour.
create temp table answers (role name default session_user, digest text);
grant insert on answers to public;
do $$
declare
  r name;
begin
  for r in select role from jl.official where ended_on is null loop
    execute format ('set session authorization %I', r);
    insert into answers (digest) select md5 (string_agg (f::text, '' order by f::text)) from jl_api.figures (2012) f;
    reset session authorization;
  end loop;
end
$$;
select ok (count (*) = 10 and count (distinct digest) = 1, 'every indicator is the same for every duty') from answers;
set session authorization jl_practice_city1;

-- Writing.
select throws_ok (
  $$ insert into jl.building (unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on)
     select foreign_unit, 'X-1', 'x', 1, 100, 100, 50, 1, '2010-01-01' from truth $$, '42501', null,
       'nothing is entered outside the scope');
select lives_ok (
  $$ insert into jl.building (unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on)
     values (3, 'X-1', 'x', 1, 100, 100, 50, 1, '2010-01-01') $$, 'inside it is');
select throws_ok ($$ update jl.building set unit_id = (select foreign_unit from truth) where code = 'X-1' $$, '42501', null,
  'nothing is moved out of the scope');
select results_eq ($$ with u as (update jl.building set name = name where unit_id = (select foreign_unit
  from truth) returning 1) select count(*)::int from u $$,
                   'values (0)', 'what is outside cannot be met by an update');
select throws_ok ('update jl.building_season set fitted = true', '42501', null,
  'what the building says is not changed in a season row');
select throws_ok ('delete from jl.building', '42501', null, 'a clerk deletes nothing');
select throws_ok ('update jl.season_sum set n = 0', '42501', null, 'sums are read only');
select throws_ok ('update jl.target set goal = 0', '42501', null, 'a target is not his');
select throws_ok ('select * from jl_api.import_published (''x'', ''x'', ''[]'')', '42501', null, 'published figures are not his');
select throws_ok ('select jl.practice_fill (10, 2010, 2011)', null, null, 'the generator is of no use to him');

set session authorization jl_practice_price1;
select throws_ok ($$ update jl.building set energy = 50 $$, '42501', null, 'the price bureau does not edit buildings');
select results_eq ($$ with u as (update jl.rule set basis = basis
  where kind = 'metered_share.threshold' returning 1) select count(*)::int from u $$,
                   'values (0)', 'nor rules of others');
select throws_ok ($$ insert into jl.rule (kind, valid, value_number, basis) values ('metered_share.threshold',
  '[2040-01-01,)', 1, 'x') $$,
                  '42501', null, 'nor adds one');
select lives_ok ($$ insert into jl.rule (kind, unit_id, valid, value_choice, basis) values ('season.first_day', 71,
  '[2011-01-01,)', '10-20', 'x') $$,
                 'its own it adds');
select throws_ok ($$ insert into jl.rule (kind, unit_id, valid, value_choice, basis) values ('season.first_day', 71,
  '[2012-01-01,)', '10-21', 'x') $$,
                  '23P01', null, 'but not two for one day');
set session authorization jl_practice_reader1;
select throws_ok ('update jl.unit_return set filed_on = null', '42501', null, 'a leader changes nothing');
set session authorization jl_practice_housing1;
select throws_ok ('insert into jl.official values (''x'', ''x'', ''jl_admin'')', '42501', null, 'officials are not made by hand');
select throws_ok ('alter table jl.building disable row level security', '42501', null, 'and row security stays on');

-- A login role without a row here.
reset session authorization;
update jl.official set ended_on = current_date where role = 'jl_practice_housing2';
set session authorization jl_practice_housing2;
select results_eq (pg_temp.sees (0), 'values (0, false, 0, 0)', 'who is no official of this database sees nothing');
select throws_ok ('select * from jl_api.import_published (''x'', ''x'', ''[]'')', '42501', null, 'and does nothing');
select is_empty ('select * from jl_api.me ()', 'and is nobody');

reset session authorization;
select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A year is frozen by two officials, refuses every change afterwards and can be recomputed to its hash.

begin;
select plan (50);

create function pg_temp.as_role (role name, statement text, code text, words text, says text) returns text language plpgsql as $$
declare
  r text;
begin
  execute format ('set local session authorization %I', role);
  r := case when code is null then lives_ok (statement, says) else throws_ok (statement, code, words, says) end;
  reset session authorization;
  return r;
end
$$;
grant usage on schema public to public;

-- Who may.
select pg_temp.as_role ('jl_practice_price1', 'select jl_api.assess_compute (2012)', '42501', null, 'the price bureau does not compute');
select pg_temp.as_role ('jl_practice_reader1', 'select jl_api.assess_compute (2012)', '42501', null, 'nor does a reader');
select throws_ok ('select jl_api.assess_compute (2012)', '42501', null, 'nor the superuser: he is no official');
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_propose (2012)', 'JL003', 'The year has not been computed', 'no proposal before computing');
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_confirm (2012)', 'JL003', 'The year is not proposed for freezing', 'no confirming either');
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_compute (1999)', 'JL004', null, 'no scheme covers that year');

-- Computed twice: the same year, the same results.
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_compute (2012)', null, null, 'computed');
create temp table first as
select jl.results_text (a.id) as results, a.input_hash, a.id from jl.assessment a where a.year = 2012;
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_compute (2012)', null, null, 'computed again');
select is ((select jl.results_text (a.id) from jl.assessment a where a.year = 2012), (select results from first), 'with the same results');
select is ((select input_hash from jl.assessment where year = 2012), (select input_hash from first), 'from the same inputs');
select is ((select count (*)::int from jl.assessment where year = 2012), 1, 'in one assessment');
select is (jl.judged_text (id), results, 'judging the stored inputs gives the stored results') from first;

-- Drafts are the province's.
set local session authorization jl_practice_reader1;
select is ((select count (*)::int from jl_api.assessment (2012)), 0, 'a reader does not see a draft');
reset session authorization;
set local session authorization jl_practice_finance1;
select is ((select state from jl_api.assessment (2012)), 'computed', 'the finance bureau does');
reset session authorization;

-- Two people.
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_propose (2012)', null, null, 'proposed');
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_propose (2012)', 'JL003', null, 'once');
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_confirm (2012)', 'JL003', 'Proposing and confirming take two different officials', 'the same person does not confirm');
select pg_temp.as_role ('jl_practice_housing2', 'select jl_api.assess_compute (2012)', 'JL003', null, 'a proposal is not computed away');
select pg_temp.as_role ('jl_practice_housing2', 'select jl_api.assess_withdraw (2012)', null, null, 'withdrawn');
select pg_temp.as_role ('jl_practice_housing2', 'select jl_api.assess_confirm (2012)', 'JL003', null, 'then there is nothing to confirm');
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_propose (2012)', null, null, 'proposed again');
select throws_ok ('select * from jl_api.assess_verify (2012)', 'JL003', 'The year is not frozen', 'only a frozen year is verified');
select throws_ok ($$ select * from jl_api.circular_values (2012, 'criticise') $$, 'JL003', null, 'and quoted');
select pg_temp.as_role ('jl_practice_housing2', 'select jl_api.assess_confirm (2012)', null, null, 'confirmed by another');
select is (state || ' ' || proposed_by || ' ' || confirmed_by, 'frozen 演练人员甲 ' || (select display_name from jl.official where role = 'jl_practice_housing2'), 'frozen by both')
from jl_api.assessment (2012);
select is (length (hash_hex), 64, 'with a hash') from jl_api.assessment (2012);

-- Frozen for everybody, in psql too.
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_compute (2012)', 'JL002', 'The year is frozen already', 'not computed again');
select pg_temp.as_role ('jl_practice_housing1', 'select jl_api.assess_confirm (2012)', 'JL002', 'The year is frozen already', 'a second freeze says so');
select throws_ok (s, 'JL002', null, s) from unnest (array[
  'update jl.assessment set state = ''computed'', confirmed_by = null, confirmed_at = null where year = 2012',
  'delete from jl.assessment where year = 2012',
  'insert into jl.assessment (year, version, scheme_id, task_cutoff, billing_cutoff, proposed_at, confirmed_at) values (2012, 2, 1, ''2012-12-31'', ''2013-04-30'', null, null)',
  'update jl.assessment_input set numerator = 1', 'delete from jl.assessment_input', 'update jl.assessment_item set points = 0',
  'insert into jl.assessment_item select id, 1, ''X'', 1, 1, ''value'', '''' from jl.assessment where year = 2012',
  'update jl.assessment_unit set rank = 1', 'update jl.assessment_award set verdict = ''not_barred''', 'truncate jl.assessment_item',
  'update jl.scheme_item set points = 1', 'delete from jl.scheme_veto', 'update jl.scheme set title = ''x''',
  'update jl.award set name = ''x''']) s;

-- Readers see it, and what it was judged by does not move when facts do.
set local session authorization jl_practice_reader1;
select is ((select state from jl_api.assessment (2012)), 'frozen', 'a reader sees a frozen year');
select ok ((select ok from jl_api.assess_verify (2012)), 'and verifies it');
reset session authorization;
update jl.building_season set res_metered_dm2 = 0 where year = 2012;
delete from jl.target where task = 'office';
set local timezone = 'America/New_York';
set local datestyle = 'German';
set local extra_float_digits = 0;
select ok (ok, 'later facts, another time zone and another date style change nothing') from jl_api.assess_verify (2012);

-- Whoever gets around the guards is found out.
set local session_replication_role = replica;
update jl.assessment_item set points = points + 0.000001 where unit_id = 2 and item = 'A61';
select ok (not ok, 'a point altered by a millionth is found') from jl_api.assess_verify (2012);
update jl.assessment_item set points = points - 0.000001 where unit_id = 2 and item = 'A61';
select ok (ok, 'put back it is well') from jl_api.assess_verify (2012);
update jl.assessment_input set numerator = numerator + 1 where unit_id = 2 and indicator = 'metered_share';
select ok (not ok, 'an altered input is found') from jl_api.assess_verify (2012);
update jl.assessment_input set numerator = numerator - 1 where unit_id = 2 and indicator = 'metered_share';
update jl.assessment set proposed_by = 'jl_practice_admin1' where year = 2012;
select ok (not ok, 'another proposer is found') from jl_api.assess_verify (2012);
set local session_replication_role = origin;

-- The canonical form.
select is (jl.canonical ('t', '[{"k":"b","x":null,"n":1.500},{"k":"a\tb","x":"\\","n":10}]'),
  E't\tk\tx\tn\na\\tb\t\\\\\t10\nb\t\\N\t1.5\n', 'header, rows in order, \N, escapes, numbers without trailing zeros');

select * from finish ();
rollback;

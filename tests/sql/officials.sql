-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Officials are made, changed and ended by the account administrator, and only roles of ours.

begin;
select plan (21);

create role jl_test_foreign login;
create role jl_test_group nologin;
create role jl_test_mixed login in role jl_reader, jl_test_group;

set session authorization jl_practice_housing1;
select throws_ok ($$ select jl_api.official_add ('jl_test_one', '演练', 'jl_reader', '{}') $$, '42501', null,
  'the heating-reform office makes no officials');

set session authorization jl_practice_admin1;
select lives_ok ($$ select jl_api.official_add ('jl_test_one', '演练人员子', 'jl_city', '{220381,222400}') $$,
  'the administrator does');
select results_eq ($$ select display_name, duty, unit_names from jl_api.officials () where role = 'jl_test_one' $$,
                   $$ values ('演练人员子', 'jl_city', '公主岭市、延边州') $$, 'with units by any code');
select throws_ok ($$ select jl_api.official_add ('jl_test_one', 'x', 'jl_reader', '{}') $$, 'JL001', null, 'not twice');
select throws_ok ($$ select jl_api.official_add ('jl_test_two', 'x', 'jl_owner', '{}') $$, 'JL001', null, 'only with a duty');
select throws_ok ($$ select jl_api.official_add ('jl_test_two', 'x', 'pg_read_all_data', '{}') $$, 'JL001', null,
  'with a duty of ours');
select throws_ok ($$ select jl_api.official_add ('jl_test_two', 'x', 'jl_city', '{}') $$, 'JL001', null, 'a clerk with a unit');
select throws_ok ($$ select jl_api.official_add ('jl_test_two', 'x', 'jl_reader', '{220100}') $$, 'JL001', null,
  'others without');
select throws_ok ($$ select jl_api.official_add ('jl_test_two', 'x', 'jl_city', '{220999}') $$, 'JL004', null,
  'a unit that exists');
select throws_ok ($$ select jl_api.official_add ('jl_test_two', 'x', 'jl_reader', '{}', 'secret') $$, 'JL001', null,
  'no password as it is typed');
select throws_ok ($$ select jl_api.official_add ('jl_test_foreign', 'x', 'jl_reader', '{}') $$, '42501', null,
  'a role of somebody else is refused');
select throws_ok ($$ select jl_api.official_add ('jl_test_mixed', 'x', 'jl_reader', '{}') $$, '42501', null,
  'so is one with other memberships');
select throws_ok ($$ select jl_api.official_add ('jl_owner', 'x', 'jl_admin', '{}') $$, '42501', null, 'and the owner');
select throws_ok ($$ create role jl_test_three $$, '42501', null, 'the administrator himself makes no roles');

select lives_ok ($$ select jl_api.official_change ('jl_test_one', 'x', 'jl_city', '{220381,222400}', 'SCRAM-SHA-256$4096:YQ==$YQ==:YQ==') $$,
  'a password is changed where the role was made');
reset session authorization;
comment on role jl_test_one is 'Jiliang: jl_of_another_province';
set session authorization jl_practice_admin1;
select throws_ok ($$ select jl_api.official_change ('jl_test_one', 'x', 'jl_city', '{220381,222400}', 'SCRAM-SHA-256$4096:YQ==$YQ==:YQ==') $$,
  '42501', null, 'and nowhere else');
select lives_ok ($$ select jl_api.official_change ('jl_test_one', '演练人员丑', 'jl_reader', '{}') $$, 'a duty can change');
select results_eq ($$ select display_name, duty, unit_names from jl_api.officials () where role = 'jl_test_one' $$,
                   $$ values ('演练人员丑', 'jl_reader', null::text) $$, 'and takes the units along');
select lives_ok ($$ select jl_api.official_end ('jl_test_one') $$, 'an official ends');
select is_empty ($$ select from jl_api.officials () where role = 'jl_test_one' $$, 'and is no longer listed');

reset session authorization;
select results_eq ($$ select r.rolcanlogin, r.rolcreaterole, r.rolsuper from pg_roles r where rolname = 'jl_test_one' $$,
  'values (true, false, false)',
                   'the role has no right of its own');
select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Records of registers: saved, refused, in conflict, deleted, brought back, told; as known at a moment; what their unit may be.

begin;
select plan (89);

-- The catalogue.
select is_empty (
  $$ select g.name, v from jl.register g
     cross join lateral unnest (array[g.name || '_list', g.name || '_known_list']) v
     where to_regclass ('jl_api.' || v) is null $$, 'every register has its list and its list as known');
select is_empty (
  $$ select g.name, a.attname from jl.register g
     join pg_attribute a on a.attrelid = ('jl.' || g.name)::regclass and a.attnum > 0 and not a.attisdropped
     cross join unnest (array[g.name || '_list', g.name || '_known_list']) v
     where not exists (select from pg_attribute b where b.attrelid = ('jl_api.' || v)::regclass and b.attname = a.attname)
       and g.name <> 'unit_version' $$, 'a list has every column of its table, save that of divisions, which is written by hand');
select is_empty (
  $$ select g.name, a.attname from jl.register g
     join pg_attribute a on a.attrelid = ('jl.' || g.name)::regclass and a.attname ~ '_id$' and not a.attisdropped
     where a.attname <> 'import_id' and not exists (
       select from pg_attribute b where b.attrelid = ('jl_api.' || g.name || '_known_list')::regclass
       and b.attname in (case a.attname when 'unit_id' then 'unit_name' end, regexp_replace (a.attname, '_id$', '_label'))) $$,
  'and a word beside every reference');
select is_empty (
  $$ select g.name from jl.register g
     where (select array_agg (a.attname) from pg_attribute a where a.attrelid = ('jl.' || g.name)::regclass and not a.attisdropped)::text[]
       && '{id,version,entered_at,note}' is false $$, 'every register has what a record needs');

-- Saving.
create temp table r (id bigint, version int);
create temp table g (id bigint, version int);
create temp table s as
select b.id, z.year from jl.building b cross join jl.season z where z.closed_at is null and to_regclass ('jl.building_season_' || z.year) is not null
  and b.unit_id = 3 and not exists (select from jl.building_season x where x.building_id = b.id and x.year = z.year)
order by z.year desc, b.id limit 1;
grant all on r, g, s to public;
set session authorization jl_practice_city1;
insert into r select * from jl_api.record_save ('new_project', null, null,
  '{"unit_id": "3", "code": "LX-1", "name": " 演练项目", "developer": "演练开发", "use": "residential", "floor_dm2": "1000000", "heated_dm2": ""}');
select is (version, 1, 'a record is entered') from r;
select results_eq ('select p.unit_name, p.floor_dm2, p.heated_dm2, p.for_sale from jl_api.new_project_list p join r using (id)',
                   $$ values ('南关区', 1000000::bigint, null::bigint, true) $$, 'with its values, what is empty missing, what is not said as usual');
select results_eq ($$ select version from jl_api.record_save ('new_project', (select id from r), 1, '{"name": "演练项目一期"}') $$, 'values (2)',
                   'a change has the next version');
select throws_ok ($$ select * from jl_api.record_save ('new_project', (select id from r), 1, '{"name": "x"}') $$, 'JL005',
  'Somebody else has changed the record meanwhile', 'the second of two who read the same version is told');
select throws_ok ($$ select * from jl_api.record_save ('new_project', 999999, 1, '{"name": "x"}') $$, 'JL004', null, 'what is gone is told apart');

-- Who somebody is, by the cases of tests/unit/test-personal.c: an account's number, its note, a file of accounts.
select is (jl.personal_number (v.cell), v.found, coalesce (v.found, 'nothing') || ' in ' || v.cell) from (values
  ('13800000000', 'mobile'), ('12800000000', null), ('138000000000', null), ('11010519491231002X', 'identity'), ('11010519491231002x', 'identity'),
  ('户主 440524188001010014', 'identity'), ('110105194912310021', null), ('110105194913310020', null), ('110105491331002', null), ('990105491231002', null),
  ('220102-00001-001', null), ('吉政发〔2010〕20号', null)) v (cell, found);
select throws_ok (format ('insert into jl.household_account (unit_id, company_id, year, number) select 3, min (id), 2012, %L from jl.company', '44052418800101001' || '4'),
  'JL001', 'This looks like an identity number', 'no account is called by a person''s number');
reset session authorization;
insert into jl.household_account (id, unit_id, company_id, year, number) select 900001, 3, min (id), 2012, '440524188001010015' from jl.company;
select throws_ok ($$ update jl.household_account set note = '13912345678' where id = 900001 $$, 'JL001', 'This looks like a mobile number', 'nor is a telephone noted');
alter table jl.household_account disable trigger impersonal_update;
update jl.household_account set note = '13912345678' where id = 900001;
alter table jl.household_account enable trigger impersonal_update;
select lives_ok ('update jl.household_account set area_dm2 = 5000 where id = 900001', 'what stood there before keeps nobody from other changes');
delete from jl.household_account where id = 900001;
select throws_ok ($$ insert into jl.retrofit_project (unit_id, code, name, year, stock_class, sources, sources_done_on) values (3, 'LX-S', 'x', 2012, 'office', null, '2012-08-01') $$,
  '23514', null, 'a day of sources and networks needs a project that has them');

-- What is refused names the field.
reset session authorization;
create function pg_temp.detail (p_statement text) returns text language plpgsql as
$$
declare
  state text;
  detail text;
begin
  execute p_statement;
  return 'done';
exception when others then
  get stacked diagnostics state = returned_sqlstate, detail = pg_exception_detail;
  return state || ' ' || sqlerrm || ' ' || detail;
end
$$;
create function pg_temp.refused (p_values text) returns text language sql as
$$
  select pg_temp.detail (format ('select * from jl_api.record_save (''new_project'', null, null, %L)',
    '{"unit_id": "3", "code": "LX-2", "name": "x", "developer": "x", "use": "residential", "floor_dm2": "100"}'::jsonb || p_values::jsonb))
$$;
set session authorization jl_practice_city1;
select is (pg_temp.refused ('{}'), 'done', 'one that is whole is taken');
select is (pg_temp.refused ('{"code": "LX-1"}'), 'JL001 Another record has this already field new_project.code', 'a number that is there');
select is (pg_temp.refused ('{"name": null, "code": "LX-3"}'), 'JL001 A field that must be filled in is empty field new_project.name', 'nothing');
select is (pg_temp.refused ('{"name": " ", "code": "LX-3"}'), 'JL001 A field that must be filled in is empty field new_project.name', 'blanks');
select is (pg_temp.refused ('{"use": "castle", "code": "LX-3"}'), 'JL001 The field does not take this value field new_project.use', 'no choice');
select is (pg_temp.refused ('{"heated_dm2": "101", "code": "LX-3"}'),
  'JL001 These fields do not go together field new_project.floor_dm2, new_project.heated_dm2', 'more heated than there is');
select is (pg_temp.refused ('{"company_id": "999999", "code": "LX-3"}'), 'JL001 The record that a field names is not there field new_project.company_id',
  'a company that is not there');
select is (pg_temp.refused ('{"floor_dm2": "much", "code": "LX-3"}'), 'JL001 The value cannot be read field new_project.floor_dm2', 'no number');
select is (pg_temp.refused ('{"started_on": "2012-02-30", "code": "LX-3"}'), 'JL001 The value cannot be read field new_project.started_on', 'no day');
select is (pg_temp.refused ('{"floor_dm2": "99999999999999999999", "code": "LX-3"}'), 'JL001 The value cannot be read field new_project.floor_dm2',
  'a number too large');
select is (pg_temp.refused ('{"colour": "red"}'), 'JL001 The register has no such field to fill in field new_project.colour', 'a field that is none');
select is (pg_temp.refused ('{"version": "7"}'), 'JL001 The register has no such field to fill in field new_project.version', 'nor is the version one');
select is (pg_temp.refused ('{"note": "电话：１３８００００００００", "code": "LX-3"}'), 'JL001 This looks like a mobile number field new_project.note',
  'the number of a person''s telephone, in wide digits');
select is (pg_temp.refused ('{"developer": "110105491231002", "code": "LX-3"}'), 'JL001 This looks like an identity number field new_project.developer',
  'an identity number of the older form');
select is (pg_temp.refused ('{"unit_id": "2", "code": "LX-3"}'),
  'JL001 Records of this register lie in a district, county or county-level city field new_project.unit_id', 'a city is no leaf');
select matches (pg_temp.refused ('{"unit_id": "14", "code": "LX-3"}'), '^42501 This record is not yours to change .*\(jl_housing, jl_city\)$',
  'another city is not his');
select matches (pg_temp.detail ($$ select * from jl_api.record_save ('product', null, null, '{"kind": "valve", "maker": "x", "model": "y"}') $$),
  '^42501 This record is not yours to change', 'nor a register of the department');
select throws_ok ($$ select * from jl_api.record_save ('pg_class', null, null, '{}') $$, 'JL004', 'There is no such register', 'nor what is no register');
select matches (pg_temp.detail ($$ select * from jl_api.record_save ('policy_document', 1, 1, '{"title": "x"}') $$), '^42501 ',
  'what he may read and not change is told apart from a conflict');
reset session authorization;
select throws_ok ($$ insert into jl.company (unit_id, code, name, kind) values (3, 'x', 'x', 'chp') $$, 'JL001',
  'Records of this register belong to a unit that is assessed', 'a district is not assessed');
select lives_ok ($$ insert into jl.company (unit_id, code, name, kind) select unit_id, 'LX-' || unit_id, 'x', 'chp' from jl.assessed_unit
                    group by unit_id $$, 'whoever is or was assessed is');

-- Children.
set session authorization jl_practice_city1;
insert into g select * from jl_api.record_save ('project_gate', null, null,
  jsonb_build_object ('project_id', (select id::text from r), 'gate', 'permit', 'state', 'done', 'done_on', '2012-05-01'));
select is (p.unit_id, 3, 'a gate has the unit of its project') from jl.project_gate p join g using (id);
select lives_ok ($$ select jl_api.record_save ('new_project', (select id from r), 2, '{"unit_id": "4"}') $$, 'a project moves to another district');
select is (p.unit_id, 4, 'with its gates') from jl.project_gate p join g using (id);
select matches (pg_temp.detail ($$ select * from jl_api.record_save ('project_gate', null, null, '{"project_id": "999999", "gate": "title", "state": "none"}') $$),
  '^JL001 The record that this one belongs to is not there field project_gate.project_id', 'a gate without a project is refused');
select matches (pg_temp.detail ($$ select jl_api.record_delete ('new_project', (select id from r), 3) $$),
  '^JL003 Other records refer to this one register project_gate: LX-1', 'what others refer to is not deleted, and they are named');

-- Deleting and bringing back.
select matches (pg_temp.detail ($$ select jl_api.record_delete ('project_gate', (select id from g), 1) $$), '^JL005 ',
  'the move was a change of the gate, so who read it before is told');
update g set version = (select p.version from jl.project_gate p where p.id = g.id);
select lives_ok ($$ select jl_api.record_delete ('project_gate', id, version) from g $$, 'a record is deleted');
select is_empty ('select from jl_api.project_gate_list p join g using (id)', 'and gone');
select results_eq ($$ select v.version - g.version, v.deleted, v.content is null from g, jl_api.record_versions ('project_gate', g.id) v limit 1 $$,
  'values (1, true, true)', 'the deletion is the newest step');
select throws_ok ($$ select jl_api.record_restore ('project_gate', g.id, 99, 0) from g $$, 'JL004', null, 'what never was is not brought back');
select results_eq ($$ select w.id = g.id, w.version - g.version from g, jl_api.record_restore ('project_gate', g.id, g.version, 0) w $$,
  'values (true, 2)', 'it comes back under its id');
select results_eq ('select p.gate, p.state, p.done_on, p.unit_id from jl.project_gate p join g using (id)',
  $$ values ('permit', 'done', date '2012-05-01', 4) $$, 'as it was');
select throws_ok ($$ select jl_api.record_restore ('project_gate', g.id, g.version, 0) from g $$, 'JL005', null, 'once');
select lives_ok ($$ select jl_api.record_save ('project_gate', g.id, g.version + 2, '{"state": "against_rules", "note": "演练"}') from g $$, 'it is changed');
select results_eq ($$ select w.version - g.version from g, jl_api.record_restore ('project_gate', g.id, g.version + 2, g.version + 3) w $$,
  'values (4)', 'an earlier version becomes the newest');
select results_eq ($$ select h.version, h.field, h.old_value, h.new_value from g, jl_api.record_history ('project_gate', g.id) h order by h.version, h.field $$,
  $$ values (1, null, null, 'entered'), (2, 'unit_id', '南关区', '宽城区'), (3, null, null, 'deleted'), (4, null, null, 'restored'),
       (5, 'note', null, '演练'), (5, 'state', 'done', 'against_rules'), (6, 'note', '演练', null), (6, 'state', 'against_rules', 'done') $$,
  'the history tells every step, units by name');
select is (count (distinct author)::int, 1, 'and who took it') from g, jl_api.record_versions ('project_gate', g.id) where author = '演练人员庚';
select matches (pg_temp.detail ($$ select jl_api.record_delete ('building', (select min (id) from jl.building), 1) $$), '^42501 ', 'a clerk deletes no building');

-- Season rows say what their building says.
select lives_ok ($$ select jl_api.record_save ('building_season', null, null, jsonb_build_object ('building_id', id, 'year', year, 'billing', 1)) from s $$,
  'a season row is entered by building and year');
select results_eq ('select x.unit_id, x.use, x.central from jl.building_season x join s on s.id = x.building_id and s.year = x.year',
  'select b.unit_id, b.use, b.heat_source in (1, 2) from jl.building b join s using (id)', 'the rest comes from the building');

-- Returns: reviewed where a prefecture does, areas of the settled season only, whole and no larger than what holds them.
reset session authorization;
create function pg_temp.save_return (p_code text, p_year int, p_form text, p_values jsonb) returns text language sql as
$$
  select pg_temp.detail (format ('select * from jl_api.record_save (''unit_return'', %s, %s, %L)', id, version, p_values))
  from jl.unit_return where unit_id = jl.unit_of_code (p_code) and year = p_year and form = p_form
$$;
set session authorization jl_practice_housing1;
select is (pg_temp.save_return ('220182', 2012, 'tasks', '{"reviewed_on": "2013-06-01", "sent_back_on": "2013-05-20"}'), 'done', 'a county''s return passes its prefecture');
select matches (pg_temp.save_return ('220182', 2012, 'tasks', '{"reviewed_on": "2012-12-31"}'),
  '^JL001 These fields do not go together field unit_return.filed_on, unit_return.reviewed_on', 'not before it came');
select matches (pg_temp.save_return ('220182', 2012, 'tasks', '{"sent_back_on": "2013-06-02"}'),
  '^JL001 These fields do not go together field unit_return.reviewed_on, unit_return.sent_back_on', 'nor was it sent back after it passed');
select matches (pg_temp.save_return ('220100', 2012, 'tasks', '{"reviewed_on": "2013-06-01"}'),
  '^JL001 This unit reports directly: no prefecture reviews its returns field unit_return.reviewed_on', 'a city''s own return is nobody''s to review');
select matches (pg_temp.save_return ('220381', 2013, 'tasks', '{"sent_back_on": "2014-06-01"}'),
  '^JL001 This unit reports directly: no prefecture reviews its returns field unit_return.sent_back_on', 'nor a county''s that reports directly');
select is (pg_temp.save_return ('220381', 2011, 'tasks', '{"reviewed_on": "2012-06-01"}'), 'done', 'before it did it was reviewed');
select is (pg_temp.save_return ('220182', 2012, 'settled', '{"heated_dm2": "500", "res_heated_dm2": "400", "res_metered_dm2": "400"}'), 'done', 'three areas are declared');
select matches (pg_temp.save_return ('220182', 2012, 'settled', '{"res_metered_dm2": "401"}'), '^JL001 These fields do not go together ', 'no more metered than heated');
select matches (pg_temp.save_return ('220182', 2012, 'settled', '{"heated_dm2": null}'), '^JL001 These fields do not go together ', 'none alone');
select matches (pg_temp.save_return ('220182', 2012, 'tasks', '{"heated_dm2": "500", "res_heated_dm2": "400", "res_metered_dm2": "400"}'),
  '^JL001 These fields do not go together ', 'and in no other return');

-- As known.
reset session authorization;
create temp table k as select clock_timestamp () as at;
create temp table c as select c.id, c.name from jl.company c where exists (select from jl.account_coverage x where x.company_id = c.id) order by c.id limit 1;
update jl.company set name = '又一名称', version = version + 1 where id = (select id from c);
update jl.company set name = '后来的名称', version = version + 1 where code = 'LX-2';
do $$ begin perform set_config ('jl.known_at', (select at::text from k), true); end $$;
select is (name, 'x', 'a list as known has what was held true') from jl_api.company_known_list where code = 'LX-2';
select is (array_agg (distinct l.company_label), array[c.name], 'a record is called there as it was called then')
  from c join jl_api.account_coverage_known_list l on l.company_id = c.id group by c.name;
grant select on c to public;
set session authorization jl_practice_reader1;
select ok (c.id in (select jl_api.register_search ('company', c.name)) and c.id not in (select jl_api.register_search ('company', '又一名称')),
  'and is found by it') from c;
select ok (exists (select from jl_api.register_search ('account_coverage', c.name)), 'with what names it') from c;
reset session authorization;
do $$ begin perform set_config ('jl.known_at', clock_timestamp ()::text, true); end $$;
select is (name, '后来的名称', 'and then what is') from jl_api.company_known_list where code = 'LX-2';
select results_eq ('select id, version from jl_api.building_season_known_list order by 1', 'select id, version from jl_api.building_season_list order by 1',
  'at the present moment it is the list itself');
set local jl.known_at = '2000-01-01';
select is_empty ('select from jl_api.company_known_list', 'before anything was entered it is empty');
set local jl.known_at = '';

-- Picking, rights.
set session authorization jl_practice_city1;
select results_eq ($$ select label, hint from jl_api.record_pick ('new_project', '演练项目', 2, 10) $$, $$ values ('LX-1　演练项目一期', '宽城区') $$,
  'a record is picked by its words');
select results_eq ($$ select label from jl_api.record_pick ('new_project', 'yanlianxm', null, 10) union all
                      select label from jl_api.record_pick ('new_project', 'ylxm', null, 10) $$, $$ values ('LX-1　演练项目一期') $$, 'by initials');
select is_empty ($$ select from jl_api.record_pick ('new_project', '演练项目', 13, 10) $$, 'not for another city');
select results_eq ($$ select name, may_add, may_change, may_delete from jl_api.register_rights () where name in ('building', 'company', 'product') order by name $$,
  $$ values ('building', true, true, false), ('company', true, true, true), ('product', false, false, false) $$, 'a clerk is told what he may');
set session authorization jl_practice_reader1;
select ok (not bool_or (may_add or may_change or may_delete), 'a leader nothing') from jl_api.register_rights ();
set session authorization jl_practice_quality1;
select results_eq ($$ select name from jl_api.register_rights () where may_delete order by name $$,
  $$ select name from jl.register where 'jl_quality' = any (owners) and name <> 'rule' order by name $$, 'quality its own');

reset session authorization;
select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 问题清单 as it is read: whose duty each step is, how many there are of a unit, what comes first, and the list narrowed and searched.

begin;
select plan (38);

-- Four findings of a county of its own, one of each severity; their ages and states differ.
insert into jl.unit (id) values (9001);
insert into jl.unit_version (unit_id, valid, code, name, short_name, type, parent_id)
values (9001, '[2000-01-01,)', '229901', '演练县', '演练县', 'county', jl.unit_of_code ('220100'));
insert into jl.assessed_unit (unit_id, grp, valid, place_order) values (9001, 'county', '[2000-01-01,)', 9001);
insert into jl.assessed_unit_part (assessed_id, leaf_id, valid) values (9001, 9001, '[2000-01-01,)');
create temp table today as select max (as_of) as day from jl.finding_refresh;
grant select on today to public;
insert into jl.finding (id, rule, unit_id, year, evidence, first_seen, last_seen, state, planned_on)
select v.id, v.rule, 9001, v.year, v.evidence::jsonb, day - v.days, day, v.state, case when v.state = 'planned' then day + v.ahead end
from today cross join (values
  (9001, 'share_below_line', 2014, '{"denominator": "集中供热总面积", "share": "20.00", "line": 25, "num": 20000000, "den": 100000000}', 10, 'open', 0),
  (9002, 'price_late_or_missing', 2014, '{"starts_on": "2014-10-25", "what": "当地没有现行有效的计量热价"}', 100, 'open', 0),
  (9003, 'org_no_rules', null, '{"until": "2010-10-24"}', 60, 'open', 0),
  (9004, 'plan_missing', null, '{"until": "2010-10-24"}', 61, 'rejected', 0),
  (9005, 'publicity_none', 2013, '{"year": 2013}', 200, 'planned', 0),
  (9006, 'publicity_none', 2012, '{"year": 2012}', 200, 'planned', -1),
  (9007, 'energy_no_body', null, '{"until": "2010-10-24"}', 300, 'accepted', 0)) v (id, rule, year, evidence, days, state, ahead);
update jl.finding_rule set looked_on = (select day from today);
insert into jl.finding (id, rule, unit_id, register, record_id, evidence, first_seen, last_seen)
select 9008, 'boiler_overdue', b.unit_id, 'boiler_house', b.id, '{"planned_on": "2014-01-01"}', day, day
from today, (select id, unit_id from jl.boiler_house order by id desc limit 1) b
on conflict do nothing;

-- Sums: what stands, without the accepted; overdue is what waits for more than 60 days, or a plan past its day.
set session authorization jl_practice_housing1;
select results_eq ($$ select * from jl_api.finding_sums (9001) $$, $$ values (6, 3, 1, 1, 2, 2) $$, 'as many of each severity as stand, and overdue');
select results_eq ($$ select id from jl_api.finding_list where unit_id = 9001 and overdue order by id $$, $$ values (9002::bigint), (9004), (9006) $$,
  'sixty days are in time, sixty-one are not; a plan is until its day');
select is (s.n, (select count (*)::int from jl_api.finding_list f where f.state not in ('closed', 'accepted')
                 and f.unit_id in (select p.leaf_id from jl.assessed_unit_part p where p.assessed_id = jl.unit_of_code ('220100') and p.valid @> '2014-12-31'::date
                                   union select jl.unit_of_code ('220100'))), 'a city with all its parts')
from jl_api.finding_sums (jl.unit_of_code ('220100')) s;
select results_eq ($$ select * from jl_api.finding_sums (-1) $$, $$ values (0, 0, 0, 0, 0, 0) $$, 'of nobody: none');
reset session authorization;
update jl.finding set state = 'closed', fires = false where id = 9001;
set session authorization jl_practice_housing1;
select results_eq ($$ select * from jl_api.finding_sums (9001) $$, $$ values (5, 3, 0, 1, 2, 2) $$, 'a closed one counts no more');
set session authorization jl_practice_city1;
select is (n, 0, 'a clerk counts nothing of another''s unit') from jl_api.finding_sums (9001);
reset session authorization;
update jl.finding set state = 'open', fires = true where id = 9001;

-- Attention: the gravest, then the oldest; warnings and notes are no matter of the leading group.
set session authorization jl_practice_housing1;
select results_eq ($$ select id from jl_api.finding_attention () where unit_id = 9001 $$, $$ values (9001::bigint), (9002) $$, 'what blocks, then what is to be decided');
select is_empty ($$ select id from jl_api.finding_attention () where severity not in ('blocks', 'decide') $$, 'nothing else');
select is_empty ($$ select id from (select a.id, a.severity, f.first_seen, row_number () over () as place from jl_api.finding_attention () a join jl.finding f on f.id = a.id) x
                    join lateral (select 1 from (select a.severity, f.first_seen, row_number () over () as place from jl_api.finding_attention () a join jl.finding f on f.id = a.id) y
                                  where y.place = x.place + 1 and (y.severity < x.severity or y.severity = x.severity and y.first_seen < x.first_seen)) z on true $$,
  'in that order all through');
select results_eq ($$ select title, clause, unit_name, days, overdue from jl_api.finding_attention () where id = 9002 $$,
  $$ values ('采暖期开始前未出台计量热价', '三（一）', '演练县', 100, true) $$, 'each with its clause, place and age');
reset session authorization;
update jl.finding set state = 'accepted' where id = 9001;
set session authorization jl_practice_housing1;
select results_eq ($$ select id from jl_api.finding_attention () where unit_id = 9001 $$, $$ values (9002::bigint) $$, 'what was accepted asks for nothing');

-- Rights: who keeps the register decides, the clerk of the unit and they explain, the heating-reform office plans.
create function pg_temp.may (p_id bigint) returns text language sql as
$$ select string_agg (step || ' ' || may, ', ' order by step) from jl_api.finding_rights (p_id) $$;
select is (pg_temp.may (9002), 'decide true, explain true, plan true', 'the office does everything');
select results_eq ($$ select step, duties from jl_api.finding_rights (9002) order by 1 $$,
  $$ values ('decide', '{jl_housing,jl_price}'::text[]), ('explain', '{jl_city,jl_housing,jl_price}'), ('plan', '{jl_housing}') $$, 'whose duty each step is');
set session authorization jl_practice_price1;
select is (pg_temp.may (9002), 'decide true, explain true, plan false', 'the price bureau its own');
select is (pg_temp.may (9003), 'decide false, explain false, plan false', 'and no other');
set session authorization jl_practice_quality1;
select is (pg_temp.may (9002), 'decide false, explain false, plan false', 'the quality supervision nothing of prices');
set session authorization jl_practice_reader1;
select is (pg_temp.may (9003), 'decide false, explain false, plan false', 'a leader reads');
set session authorization jl_practice_city1;
select is (pg_temp.may (9003), null, 'a clerk sees nothing of another''s');
select results_eq ($$ select step, may from jl_api.finding_rights ((select min (f.id) from jl.finding f where f.state = 'open')) order by 1 $$,
  $$ values ('decide', false), ('explain', true), ('plan', false) $$, 'he explains his own');
reset session authorization;
-- What the rights say is what the steps allow.
do $$
declare
  role name;
  said boolean;
  done boolean;
begin
  create temp table differ (role name, step text, said boolean, done boolean);
  foreach role in array array['jl_practice_housing1', 'jl_practice_price1', 'jl_practice_finance1', 'jl_practice_quality1', 'jl_practice_reader1'] loop
    execute format ('set session authorization %I', role);
    select r.may into said from jl_api.finding_rights (9004) r where r.step = 'explain';
    begin
      perform jl_api.finding_explain (9004, 1, '演练', '1号');
      raise exception using errcode = 'ZZ001';
    exception when sqlstate 'ZZ001' then done := true; when insufficient_privilege then done := false;
    end;
    reset session authorization;
    insert into differ select role, 'explain', said, done where said is distinct from done;
    execute format ('set session authorization %I', role);
    select r.may into said from jl_api.finding_rights (9004) r where r.step = 'plan';
    begin
      perform jl_api.finding_plan (9004, 1, (select day + 30 from today), '演练', '1号');
      raise exception using errcode = 'ZZ001';
    exception when sqlstate 'ZZ001' then done := true; when insufficient_privilege then done := false;
    end;
    reset session authorization;
    insert into differ select role, 'plan', said, done where said is distinct from done;
  end loop;
end
$$;
select is_empty ('select * from differ', 'and the steps themselves agree');

-- The list, narrowed as pages do: by unit, clause, severity, age; and searched by the words of the rule.
set session authorization jl_practice_housing1;
select results_eq ($$ select id from jl_api.finding_list where unit_id = 9001 and severity = 'note' order by id $$, $$ values (9005::bigint), (9006) $$, 'by severity');
select results_eq ($$ select id from jl_api.finding_list where unit_id = 9001 and clause_id = 'C-ORG' $$, $$ values (9003::bigint) $$, 'by clause');
select results_eq ($$ select id from jl_api.finding_list where unit_id = 9001 and days >= 100 order by id $$, $$ values (9002::bigint), (9005), (9006), (9007) $$, 'by age');
select results_eq ($$ select id from jl_api.finding_list where unit_id = 9001 and year = 2014 order by id $$, $$ values (9001::bigint), (9002) $$, 'by year');
select is_empty ($$ select f.id from jl_api.finding_list f where f.unit_id is null or f.title is null or f.clause is null or f.days < 0 $$, 'every one can be found by each');
select results_eq ($$ select evidence, verdict from jl_api.finding_list where id = 9001 $$,
  $$ values ('占集中供热总面积的20.00%，低于25%（20.00万㎡÷100.00万㎡）', '涉嫌不符合吉政发〔2010〕20号五（二）3的规定，待核实') $$, 'with its evidence in words');

-- Found by the words of the rule, the place or the record, by characters or by their sounds; each word narrows.
create function pg_temp.found (p_query text) returns text language sql as
$$ select string_agg (s::text, ' ' order by s) from jl_api.register_search ('finding', p_query) s where s between 9001 and 9008 $$;
select is (pg_temp.found ('实施细则'), '9003', 'by the rule');
select is (pg_temp.found ('sscx'), null, 'not by other sounds');
select is (pg_temp.found ('ssxz'), '9003', 'by its initials');
select is (pg_temp.found ('演练县'), '9001 9002 9003 9004 9005 9006 9007', 'by the place');
select is (pg_temp.found ('演练县 宣传'), '9005 9006', 'by both');
select is (pg_temp.found ('演练县 锅炉房'), null, 'by both at once');
select is (pg_temp.found (' '), null, 'no word, no answer');
create temp table sought as
select n.id, n.code from jl.new_project n where exists (select from jl.finding f where f.register = 'new_project' and f.record_id = n.id) order by n.id limit 1;
select results_eq ($$ select s from sought p cross join lateral jl_api.register_search ('finding', p.code) s order by s $$,
                   $$ select f.id::bigint from jl.finding f join sought p on p.id = f.record_id and f.register = 'new_project' order by 1 $$, 'by the code of the record');
select isnt_empty ('select from sought', 'of which there is one');
set session authorization jl_practice_city1;
select is (pg_temp.found ('演练县'), null, 'a clerk finds nothing of another''s');

-- Areas are printed so that they bear out the share beside them.
reset session authorization;
select is (jl.finding_sentence ('{share}%（{num:area}÷{den:area}）', '{"share": "24.996", "num": 504666263, "den": 2018988182}', null),
  '24.996%（5046662.63㎡÷20189881.82㎡）', 'near the line to the dm²');
select is (jl.finding_sentence ('{share}%（{num:area}÷{den:area}）', '{"share": "12.36", "num": 504666263, "den": 4083060315}', null),
  '12.36%（504.67万㎡÷4083.06万㎡）', 'else in 万㎡');

select * from finish ();
rollback;

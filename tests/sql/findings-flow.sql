-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A finding's life: opened, kept, closed and opened again by the data; explained, decided and planned by officials, each by his duty.

begin;
select plan (80);

create temp table mine (id int, unit_id int);
insert into mine
select 9101, (select min (p.leaf_id) from jl.assessed_unit_part p where p.assessed_id = jl.unit_of_code ('220100'))
union all
select 9102, (select min (p.leaf_id) from jl.assessed_unit_part p where p.assessed_id = jl.unit_of_code ('220200'));
insert into jl.boiler_house (id, unit_id, code, name, planned_on) select id, unit_id, 'XG-' || id, '演练锅炉房', '2015-05-01' from mine;
create temp view f with (security_invoker = true) as
  select l.* from jl_api.finding_list l where l.rule = 'boiler_overdue' and l.record_id in (9101, 9102);
grant select on mine, f to public;
create function pg_temp.id (p_record int) returns bigint language sql as $$ select id from f where record_id = p_record $$;
create function pg_temp.version (p_record int) returns int language sql as $$ select version from f where record_id = p_record $$;

-- Reconciliation.
set session authorization jl_practice_city1;
select throws_ok ($$ select jl_api.findings_refresh ('2015-06-30') $$, '42501', null, 'a clerk picks no day');
set session authorization jl_practice_reader1;
select throws_ok ($$ select jl_api.findings_refresh ('2015-06-30') $$, '42501', null, 'a reader does not');
select throws_ok ($$ select jl_api.findings_catch_up () $$, '42501', null, 'nor catches up');
set session authorization jl_practice_housing1;
select throws_ok ($$ select jl_api.findings_refresh ('2099-01-01') $$, 'JL001', null, 'no day outside the seasons');
select throws_ok ($$ select jl_api.findings_refresh (null) $$, 'JL001', null, 'no day at all is none');
select ok (opened >= 2 and still > 0, 'what is found is opened, what stood stands') from jl_api.findings_refresh ('2015-06-30');
select results_eq ($$ select state, fires, first_seen, last_seen, severity, clause, unit_id = (select unit_id from mine where id = 9101),
                        record_label, evidence, verdict, days, overdue from f where record_id = 9101 $$,
  $$ values ('open', true, date '2015-06-30', date '2015-06-30', 'warning', '四（六）', true, 'XG-9101　演练锅炉房',
             '计划2015-05-01撤并，已逾期60天', '涉嫌不符合吉政发〔2010〕20号四（六）的规定，待核实', 0, false) $$, 'it says what, whose, how strongly');
select results_eq ($$ select from_state, to_state, words, actor_name from jl_api.finding_steps (pg_temp.id (9101)) $$,
  $$ values (null::text, 'open', null::text, '系统核对') $$, 'and that it was opened, by the data');
select results_eq ($$ select opened, closed, reopened from jl_api.findings_refresh ('2015-06-30') $$, $$ values (0, 0, 0) $$, 'twice is once');
select is (pg_temp.version (9101), 1, 'a day alone makes no version') from jl_api.findings_refresh ('2015-07-01');
select results_eq ($$ select first_seen, last_seen, evidence from f where record_id = 9101 $$,
  $$ values (date '2015-06-30', date '2015-07-01', '计划2015-05-01撤并，已逾期61天') $$, 'but it is told as of that day');
select throws_ok ($$ select jl_api.findings_refresh ('2015-06-30') $$, 'JL003', null, 'the day never goes back');
reset session authorization;
update jl.boiler_house set heated_dm2 = 12345600 where id = 9101;
set session authorization jl_practice_housing1;
select is (pg_temp.version (9101), 2, 'other evidence does') from jl_api.findings_refresh ('2015-07-01');
select is (evidence, '计划2015-05-01撤并，已逾期61天，供热面积12.35万㎡', 'what is known is told') from f where record_id = 9101;

-- Who sees.
set session authorization jl_practice_city1;
select ok (bool_and (unit_id = any (jl.scope_ids ())) and count (*) > 1, 'a clerk sees his own units'' findings') from jl.finding;
select ok (bool_and (unit_id = any (jl.scope_ids ())) and count (*) > 1, 'and their steps') from jl.finding_step;
select is (count (*)::int, 0, 'nobody else''s') from f where record_id = 9102;
select throws_ok ($$ update jl.finding set state = 'closed' $$, '42501', null, 'nobody writes a finding');
select throws_ok ($$ insert into jl.finding_step (finding_id, unit_id, to_state) select id, unit_id, 'closed' from jl.finding limit 1 $$, '42501', null,
  'or a step');
set session authorization jl_practice_admin1;
select is (count (*)::int, 0, 'the account administrator sees none') from jl.finding;
set session authorization jl_practice_housing1;
select throws_ok ($$ delete from jl.finding $$, '42501', null, 'not even the office closes one by hand');
select throws_ok ($$ update jl.finding_rule set severity = 'note' $$, '42501', null, 'or makes a rule milder');

-- Explaining.
reset session authorization;
create temp table foreign_one as select pg_temp.id (9102) as id;
grant select on foreign_one to public;
insert into jl.attachment (id, register, record_id, unit_id, name, mime, content)
select 9101, 'boiler_house', id, unit_id, '演练.pdf', 'application/pdf', '\x255044462d312e34'::bytea from mine where id = 9101
union all
select 9102, 'boiler_house', id, unit_id, '演练.pdf', 'application/pdf', '\x255044462d312e34'::bytea from mine where id = 9102;
set session authorization jl_practice_city1;
select throws_ok ($$ select jl_api.finding_explain (pg_temp.id (9101), 2, '  ', '说明1号') $$, 'JL001', null, 'not without words');
select throws_ok ($$ select jl_api.finding_explain (pg_temp.id (9101), 2, '正在整改', ' ') $$, 'JL001', null, 'not without a paper');
select throws_ok ($$ select jl_api.finding_explain (pg_temp.id (9101), 2, '正在整改', null, 9102) $$, 'JL004', null, 'not by another''s paper');
select throws_ok ($$ select jl_api.finding_explain ((select id from foreign_one), 1, '正在整改', '说明1号') $$, 'JL004', null, 'not another''s finding');
select throws_ok ($$ select jl_api.finding_explain (pg_temp.id (9101), 1, '正在整改', '说明1号') $$, '40001', null, 'not as it stood before');
select throws_ok ($$ select jl_api.finding_decide (pg_temp.id (9101), 2, true) $$, '42501', null, 'a clerk does not decide');
select throws_ok ($$ select jl_api.finding_plan (pg_temp.id (9101), 2, '2015-12-31', '列入', '整改1号') $$, '42501', null, 'nor plan');
select is (jl_api.finding_explain (pg_temp.id (9101), 2, ' 正在整改 ', null, 9101), 3, 'he explains');
select results_eq ($$ select state, version from f where record_id = 9101 $$, $$ values ('explained', 3) $$, 'and it is explained');
select results_eq ($$ select from_state, to_state, actor_name, words, attachment_name from jl_api.finding_steps (pg_temp.id (9101)) offset 1 $$,
  $$ values ('open', 'explained', '演练人员庚', '正在整改', '演练.pdf') $$, 'with his name, words and paper');
set session authorization jl_practice_reader1;
select throws_ok ($$ select jl_api.finding_explain (pg_temp.id (9101), 3, '正在整改', '说明1号') $$, '42501', null, 'a reader does not explain');

-- Deciding.
set session authorization jl_practice_price1;
select throws_ok ($$ select jl_api.finding_decide (pg_temp.id (9101), 3, true) $$, '42501', null, 'another''s register is not his to decide');
set session authorization jl_practice_housing1;
select throws_ok ($$ select jl_api.finding_decide (pg_temp.id (9101), 3, null) $$, 'JL001', null, 'neither is nothing');
select throws_ok ($$ select jl_api.finding_decide (pg_temp.id (9101), 3, false) $$, 'JL001', null, 'a refusal says why');
select throws_ok ($$ select jl_api.finding_decide (pg_temp.id (9102), 1, true) $$, 'JL003', null, 'what is not explained is not decided');
select is (jl_api.finding_decide (pg_temp.id (9101), 3, false, '材料不足'), 4, 'it is rejected');
select is (state, 'rejected', 'and asks for action again') from f where record_id = 9101;
select is (jl_api.finding_explain (pg_temp.id (9101), 4, '已签合同', '说明2号'), 5, 'explained anew, by the office itself');
select results_eq ($$ select step, may, own from jl_api.finding_rights (pg_temp.id (9101)) order by step $$,
  $$ values ('decide', false, true), ('explain', true, false), ('plan', true, false) $$, 'what he explained is not his to decide');
select throws_ok ($$ select jl_api.finding_decide (pg_temp.id (9101), 5, true) $$, '42501', 'Another official decides on an explanation than the one who gave it',
  'nor does he');
set session authorization jl_practice_housing2;
select ok (may and not own, 'another official may') from jl_api.finding_rights (pg_temp.id (9101)) where step = 'decide';
select is (jl_api.finding_decide (pg_temp.id (9101), 5, true), 6, 'and accepted');
select lives_ok ($$ select jl_api.findings_refresh ('2015-07-31') $$, 'it goes on firing');
select results_eq ($$ select state, fires from f where record_id = 9101 $$, $$ values ('accepted', true) $$, 'accepted it stays');
select throws_ok ($$ select jl_api.finding_decide (pg_temp.id (9101), 6, false, '重新核查') $$, 'JL003', null, 'a decision stands');

-- Planning.
select throws_ok ($$ select jl_api.finding_plan (pg_temp.id (9102), 1, '2015-08-15', '列入', null) $$, 'JL001', null, 'a plan has a paper');
select throws_ok ($$ select jl_api.finding_plan (pg_temp.id (9102), 1, null, '列入', '整改1号') $$, 'JL001', null, 'and a day');
select throws_ok ($$ select jl_api.finding_plan (pg_temp.id (9102), 1, '2015-07-31', '列入', '整改1号') $$, 'JL001', null, 'to come');
select is (jl_api.finding_plan (pg_temp.id (9102), 1, '2015-08-15', '列入', '整改1号'), 2, 'it is planned');
select results_eq ($$ select state, planned_on, overdue from f where record_id = 9102 $$, $$ values ('planned', date '2015-08-15', false) $$, 'to its day');
select lives_ok ($$ select jl_api.findings_refresh ('2015-08-15') $$, 'the day comes');
select ok (not overdue, 'on it the plan is not overdue') from f where record_id = 9102;
select lives_ok ($$ select jl_api.findings_refresh ('2015-08-16') $$, 'the day after');
select ok (overdue, 'it is') from f where record_id = 9102;
select is (jl_api.finding_plan (pg_temp.id (9102), 2, '2015-10-15', '延期', '整改2号'), 3, 'another paper puts it off');
set session authorization jl_practice_quality1;
select throws_ok ($$ select jl_api.finding_plan (pg_temp.id (9102), 3, '2015-12-31', '列入', '整改1号') $$, '42501', null, 'only the heating-reform office plans');

-- Closed and opened again by the data.
reset session authorization;
update jl.boiler_house set merged_on = '2015-08-01' where id in (9101, 9102);
set session authorization jl_practice_housing1;
select ok (closed >= 2, 'what fires no longer is closed') from jl_api.findings_refresh ('2015-08-31');
select results_eq ($$ select state, fires, planned_on, last_seen from f where record_id = 9102 $$,
  $$ values ('closed', false, null::date, date '2015-08-16') $$, 'with the day it was last seen');
select results_eq ($$ select from_state, to_state, words from jl_api.finding_steps (pg_temp.id (9102)) offset 3 $$,
  $$ values ('planned', 'closed', '经数据核对，不再符合本条规则') $$, 'and by what');
select throws_ok ($$ select jl_api.finding_plan (pg_temp.id (9102), 4, '2015-12-31', '列入', '整改1号') $$, 'JL003', null, 'a closed one is not planned');
set session authorization jl_practice_city1;
select throws_ok ($$ select jl_api.finding_explain (pg_temp.id (9101), pg_temp.version (9101), '正在整改', '说明1号') $$, 'JL003', null, 'nor explained');
reset session authorization;
update jl.boiler_house set merged_on = null where id = 9102;
set session authorization jl_practice_housing1;
select ok (reopened >= 1, 'what fires again is opened again') from jl_api.findings_refresh ('2015-09-01');
select results_eq ($$ select state, fires, first_seen from f where record_id = 9102 $$, $$ values ('open', true, date '2015-06-30') $$,
  'with the day it was first seen');
select ok (overdue, 'and has stood long enough to be overdue') from f where record_id = 9102;

-- By one's own registers; after edits.
reset session authorization;
insert into jl.price_check (id, unit_id, checked_on, kind, breach) select 9101, 2, '2015-09-01', 'price_applied', true from mine where id = 9101;
insert into jl.boiler_house (id, unit_id, code, name, planned_on) select 9103, unit_id, 'XG-9103', '演练锅炉房', '2015-05-01' from mine where id = 9101;
set session authorization jl_practice_price1;
select is (opened, 1, 'the price bureau reconciles its own rules') from jl_api.findings_refresh ('2015-09-02');
select is (count (*)::int, 0, 'and no other') from jl.finding where rule = 'boiler_overdue' and record_id = 9103;
-- What one transaction writes lies on one side of its own snapshots, so the sides are put by hand.
reset session authorization;
update jl.finding_refresh set seen = '99999999:99999999:' where whole;
select ok (not due, 'when nothing was written since, nothing is due') from jl_api.findings_state ();
select is_empty ($$ select jl_api.findings_catch_up () $$, 'nor done');
update jl.finding_refresh set seen = '3:3:' where whole;
select ok (due, 'what was written since is known') from jl_api.findings_state ();
set session authorization jl_practice_city1;
select ok (opened >= 1, 'a clerk catches up after his edits') from jl_api.findings_catch_up ();
select results_eq ($$ select first_seen from jl.finding where rule = 'boiler_overdue' and record_id = 9103 $$, $$ values (date '2015-09-02') $$,
  'on the day on which the findings stand');
select results_eq ($$ select as_of, actor_name from jl_api.findings_state () $$, $$ values (date '2015-09-02', '演练人员庚') $$, 'which everybody can ask');

-- Counts.
set session authorization jl_practice_housing1;
select results_eq ($$ select severity, n, overdue_n from jl_api.finding_counts () where unit_id is null order by 1 $$,
  $$ select severity, count (*)::int, (count (*) filter (where overdue))::int from jl_api.finding_list where state not in ('closed', 'accepted')
     group by 1 order by 1 $$, 'the province counts what stands, once');
select results_eq ($$ select severity, n from jl_api.finding_counts (2014) where unit_id = jl.unit_of_code ('220100') order by 1 $$,
  $$ select severity, count (*)::int from jl_api.finding_list
     where state not in ('closed', 'accepted') and (year is null or year = 2014)
       and unit_id in (select p.leaf_id from jl.assessed_unit_part p where p.assessed_id = jl.unit_of_code ('220100') and p.valid @> date '2014-12-31'
                       union select jl.unit_of_code ('220100'))
     group by 1 order by 1 $$, 'a city with all its parts');

-- Viewpoints and the assessment.
set jl.known_at = '2014-01-01';
select throws_ok ($$ select jl_api.findings_refresh ('2015-09-30') $$, 'JL003', null, 'nothing is reconciled while looking back');
reset jl.known_at;
reset session authorization;
insert into jl.boiler_house (id, unit_id, code, name, planned_on) select 9104, unit_id, 'XG-9104', '演练锅炉房', '2015-05-01' from mine where id = 9101;
set session authorization jl_practice_housing1;
select lives_ok ($$ select jl_api.assess_compute (2013) $$, 'a year is computed');
select is (count (*)::int, 1, 'after the findings have been reconciled') from jl.finding where rule = 'boiler_overdue' and record_id = 9104;
select is (findings_on, date '2015-09-02', 'on the findings of a day that it keeps') from jl.assessment where year = 2013;

select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Small cases of scheme 2, 8, 9 and 12: what is not there, ranks with ties, grades, vetoes, proposals, the four words of the bars.

begin;
select plan (64);

create function pg_temp.row (fields jsonb) returns jl.assessment_input language sql as $$
  select jsonb_populate_record (null::jl.assessment_input,
    '{"assessment_id": 0, "unit_id": 1, "unit_code": "x", "unit_name": "甲市", "grp": "prefecture", "place_order": 1, "state": "value",
      "missing_n": 0, "records_n": 100, "missing_limit": 5, "bar_applies": true, "rule_value": "total"}'::jsonb || fields)
$$;

-- A scheme of 100 points: two big items, and one each of 6, 20 and 21 points that may not apply.
insert into jl.scheme (id, title, years) values (9001, 'test', '[1991,1992)');
insert into jl.scheme_group values (9001, 'prefecture', 'A', true, 3), (9001, 'county', 'A', true, 8), (9001, 'committee', 'A', false, 0);
insert into jl.scheme_grade select 9001, name, min_score, praised, criticised from jl.scheme_grade where scheme_id = 1;
insert into jl.scheme_veto select 9001, code, title, clause, from_year, no_praise, no_excellent, criticise from jl.scheme_veto where scheme_id = 1;
insert into jl.scheme_item (scheme_id, tbl, code, block, title, points, clause, method, kind, indicator, lo, hi, place_order) values
  (9001, 'A', 'T1', 't', 't', 53, 't', 't', 'ratio', 'metered_share', 0, 100, 1),
  (9001, 'A', 'T2', 't', 't', 6, 't', 't', 'ratio', 'new_fitted', 0, 100, 2),
  (9001, 'A', 'T3', 't', 't', 20, 't', 't', 'ratio', 'office_done', 0, 100, 3),
  (9001, 'A', 'T4', 't', 't', 21, 't', 't', 'ratio', 'public_done', 0, 100, 4);

-- A unit that has this share in every item, save one state.
create function pg_temp.unit (unit int, percent int, state_of text default '', state text default 'value', grp text default 'prefecture',
                              reminded date default null)
returns setof jl.assessment_input language sql as $$
  select pg_temp.row (jsonb_build_object ('unit_id', unit, 'grp', grp, 'indicator', v.indicator, 'threshold', 25, 'goal', 100, 'place_order', unit)
    || case when state_of in (v.indicator, 'all') then jsonb_build_object ('state', state, 'reminded_on', reminded)
       else jsonb_build_object ('numerator', percent, 'denominator', 100) end)
  from (values ('metered_share'), ('new_fitted'), ('office_done'), ('public_done')) v (indicator)
$$;
create function pg_temp.judge (year int, variadic sets jl.assessment_input[]) returns table (
  unit_id int, sum_points numeric, applicable numeric, total numeric, score numeric, ranked boolean, why_unranked text, rank int,
  tied boolean, grade text, vetoes text[], proposal text, ground text) language sql as $$
  select * from jl.judge_units (sets, 9001, year)
$$;

-- What does not apply is rescaled; up to 20 % of the points the unit is ranked.
create temp table na as select u.* from (select array_agg (x) as rows from (
    select pg_temp.unit (1, 80, 'new_fitted', 'not_applicable') as x union all select pg_temp.unit (2, 80, 'office_done', 'not_applicable')
    union all select pg_temp.unit (3, 80, 'public_done', 'not_applicable') union all select pg_temp.unit (4, 80)
    union all select pg_temp.unit (5, 80, 'office_done', 'not_due')) s) r, jl.judge_units (r.rows, 9001, 2012) u;
select is (applicable, 94::numeric, '6 points do not apply: 94 do') from na where unit_id = 1;
select is (score, 80.000000, 'the rest is rescaled') from na where unit_id = 1;
select ok (ranked, 'and the unit is ranked') from na where unit_id = 1;
select ok (ranked, 'exactly 20 points: ranked') from na where unit_id = 2;
select ok (not ranked, '21 points: not ranked') from na where unit_id = 3;
select is (score, 80.000000, 'the score is shown all the same') from na where unit_id = 3;
select is (why_unranked, '不适用分值超过20%', 'with the reason') from na where unit_id = 3;
select is (grade, null, 'but no grade') from na where unit_id = 3;
select is (applicable, 80::numeric, 'what is not due at all is left out too') from na where unit_id = 5;
select is (array_agg (rank order by unit_id), '{1,1,NULL,1,1}', 'equal scores share the place') from na;

-- Owed and not sent: 0 points and ranked.
create temp table silent as select u.* from (select array_agg (x) as rows from (
    select pg_temp.unit (1, 90) as x union all select pg_temp.unit (2, 0, 'all', 'not_reported', reminded => '2013-06-01')
    union all select pg_temp.unit (3, 0, 'all', 'not_reported') union all select pg_temp.unit (4, 0, 'all', 'missing')) s) r,
  jl.judge_units (r.rows, 9001, 2012) u;
select is (sum_points, 0::numeric, 'nothing reported: 0 points') from silent where unit_id = 2;
select is (applicable, 100::numeric, 'all of them applicable') from silent where unit_id = 2;
select is (array_agg (rank order by unit_id), '{1,2,2,2}', 'ranked last, together') from silent;
select is (array_agg (tied order by unit_id), '{f,t,t,t}', 'and said to be tied') from silent;
select is (vetoes, '{V5}', 'V5 after a reminder') from silent where unit_id = 2;
select is (vetoes, '{}', 'not without one') from silent where unit_id = 3;
select is (formula, '未报，本项计0分', 'the form says so')
from jl.judge_items (array (select pg_temp.unit (2, 0, 'all', 'not_reported')), 9001) where item = 'T1';
select is (formula, '数据缺失，按未报，本项计0分', 'missing is told apart')
from jl.judge_items (array (select pg_temp.unit (2, 0, 'all', 'missing')), 9001) where item = 'T1';
select is (formula || ' ' || coalesce (points::text, 'none'), '不适用，折算 none', 'what does not apply has no points')
from jl.judge_items (array (select pg_temp.unit (2, 0, 'all', 'not_applicable')), 9001) where item = 'T1';
select is (count (*) filter (where ranked), 0::bigint, 'a unit to which nothing applies is not ranked')
from jl.judge_units (array (select pg_temp.unit (2, 0, 'all', 'not_applicable')), 9001, 2012);

-- 1-2-2-4, inside the group, on the exact sum.
create temp table ranks as select u.* from (select array_agg (x) as rows from (
    select pg_temp.unit (1, 95) as x union all select pg_temp.unit (2, 90) union all select pg_temp.unit (3, 90)
    union all select pg_temp.unit (4, 70) union all select pg_temp.unit (5, 70, grp => 'county') union all select pg_temp.unit (6, 99, grp => 'committee')
    union all select pg_temp.unit (7, 50, grp => 'prefecture_sum')) s) r, jl.judge_units (r.rows, 9001, 2012) u;
select is (array_agg (rank order by unit_id), '{1,2,2,4,1,NULL,NULL}', 'ties share the place, the next is fourth; groups apart') from ranks;
select is (array_agg (tied order by unit_id), '{f,t,t,f,f,f,f}', 'ties are told') from ranks;
select is (why_unranked, '单列', '长白山管委会 stands apart') from ranks where unit_id = 6;
select is (why_unranked || coalesce (score::text, ''), '州合计，不评分', 'the sum line has no score') from ranks where unit_id = 7;
select is (proposal || ground, 'praise优秀，第1位，无否决项', 'the first is proposed for praise') from ranks where unit_id = 1;
select is (ground, '优秀，并列第2位，无否决项', 'a tie is said in the ground') from ranks where unit_id = 3;
select is (proposal, null, 'the last place alone is no ground') from ranks where unit_id = 4;
select is (grade || coalesce (proposal, ''), '合格', 'it is 合格 and stays without proposal') from ranks where unit_id = 4;

-- Ties at the edge of the first three are all taken, the next is not.
select is (array_agg (coalesce (proposal, '-') order by unit_id), '{praise,praise,praise,praise,-}', 'ties at the edge are all taken')
from (select array_agg (x) as rows from (
    select pg_temp.unit (1, 99) as x union all select pg_temp.unit (2, 98) union all select pg_temp.unit (3, 95)
    union all select pg_temp.unit (4, 95) union all select pg_temp.unit (5, 94)) s) r, jl.judge_units (r.rows, 9001, 2012) u;

-- Grades at their edges.
select is (u.grade, v.grade, v.percent || ' points: ' || v.grade)
from (values (90, '优秀'), (89, '良好'), (80, '良好'), (79, '合格'), (60, '合格'), (59, '不合格')) v (percent, grade),
  jl.judge_units (array (select pg_temp.unit (1, v.percent)), 9001, 2012) u;
select is (proposal || ground, 'criticise考核等次不合格', '不合格 is a ground for criticism')
from jl.judge_units (array (select pg_temp.unit (1, 59)), 9001, 2012);

-- A unit under 25 % is never commended, whatever it scores (V3 counts from 2011, the rule holds before it too).
create temp table under as select y.year, u.* from (values (2010), (2012)) y (year),
  jl.judge_units (array (
    select r from pg_temp.unit (1, 99) r where r.indicator <> 'metered_share'
    union all select pg_temp.row ('{"indicator": "metered_share", "numerator": 24996, "denominator": 100000, "threshold": 25, "goal": 25}')), 1, y.year) u;
select is (vetoes, '{V3}', 'V3 from 2011') from under where year = 2012;
select is (vetoes, '{}', 'not before') from under where year = 2010;
select is (count (proposal), 0::bigint, 'commended in neither year') from under;

-- V2: a whole season after the deadline without a price policy; not 优秀, criticised.
create temp table v2 as select s.late, u.* from (values (0), (1)) s (late),
  jl.judge_units (array (select pg_temp.unit (1, 99) union all select pg_temp.row (jsonb_build_object ('indicator', 'price_policy',
    'state', 'missing', 'progress', 'overdue', 'numerator', 100, 'seasons_late', s.late))), 9001, 2012) u;
select is (vetoes, '{}', 'overdue, but not yet a whole season') from v2 where late = 0;
select is (vetoes, '{V2}', 'a whole season') from v2 where late = 1;
select is (grade, '良好', 'not 优秀 any more') from v2 where late = 1;
select is (proposal || ground, 'criticiseV2应出台热价政策，逾期满一个采暖期仍未出台', 'and criticised, with the ground') from v2 where late = 1;
select is (jl.seasons_since ('2010-10-25', '2010-10-25', '2010-12-31'), 0, 'in its first winter no season is over');
select is (jl.seasons_since ('2010-10-25', '2011-10-25', '2011-12-31'), 1, 'the next December one is');
select is (jl.seasons_since ('2012-03-01', '2012-10-25', '2012-12-31'), 0, 'the season of the deadline must be whole');

-- C-25 in four words.
create function pg_temp.share (fields jsonb) returns text language sql as $$
  select verdict || ' ' || reason from jl.judge_awards (array[pg_temp.row ('{"indicator": "metered_share", "threshold": 25}' || fields)], 2012, array['garden'])
  where bar = 'C-25'
$$;
select is (pg_temp.share ('{"numerator": 10, "denominator": 100}'), 'barred 2012—2013年采暖期住宅计量收费面积占集中供热总面积的10.00%，低于25%', 'barred');
select is (pg_temp.share ('{"numerator": 30, "denominator": 100, "rule_value": "residential"}'),
  'not_barred 2012—2013年采暖期住宅计量收费面积占住宅集中供热面积的30.00%，不低于25%', 'not barred, the denominator named');
select is (pg_temp.share ('{"state": "not_reported"}'), 'cannot_judge 2012—2013年采暖期收费报表未报，无法判定', 'not reported cannot be judged');
select is (pg_temp.share ('{"state": "missing"}'), 'cannot_judge 2012—2013年采暖期收费数据缺失，无法判定', 'missing neither');
select is (pg_temp.share ('{"state": "not_applicable"}'), 'cannot_judge 2012—2013年采暖期无集中供热面积，无法判定', '0 of 0 is no pass');
select is (pg_temp.share ('{"numerator": 30, "denominator": 100, "missing_n": 6}'),
  'cannot_judge 2012—2013年采暖期住宅计量收费面积占集中供热总面积的30.00%，不低于25%（100栋建筑中6栋数据缺失，未计入），无法判定', 'too many records without facts');
select is (left (pg_temp.share ('{"numerator": 30, "denominator": 100, "missing_n": 5}'), 11), 'not_barred ', 'few of them are said, no more');
select is (left (pg_temp.share ('{"numerator": 10, "denominator": 100, "missing_n": 50}'), 7), 'barred ', 'who is under the line stays under it');
select is (pg_temp.share ('{"numerator": 10, "denominator": 100, "bar_applies": false}'), null, 'to whom the bar does not apply, nothing is said');

-- C-DONE in four words: only what is due counts, 必须 bars, 力争 and 基本 go to the leading group.
create function pg_temp.done (variadic fields jsonb[]) returns text language sql as $$
  select verdict || ' ' || reason from jl.judge_awards (array (select pg_temp.row (f) from unnest (fields) f), 2012, array['garden']) where bar = 'C-DONE'
$$;
select is (pg_temp.done ('{"indicator": "price_policy", "strength": "must", "due_on": "2010-10-25", "state": "missing", "progress": "overdue", "numerator": 798}'),
  'barred 到期任务未按要求完成：热价政策（必须完成）逾期798天未出台', 'an unmet 必须 bars');
select is (pg_temp.done ('{"indicator": "office_done", "strength": "strive", "due_on": "2011-12-31", "progress": "strive_missed", "numerator": 812, "denominator": 1000}'),
  'to_decide 提请领导小组认定：党政机关办公楼改造（力争完成）81.20%', 'an unmet 力争 is to be decided');
select is (pg_temp.done ('{"indicator": "existing_done", "strength": "basically", "due_on": "2012-12-31", "progress": "overdue", "numerator": 1, "denominator": 2, "basis": "reference"}'),
  'to_decide 提请领导小组认定：节能50%以上既有居住建筑改造（基本完成，参照时限）50.00%', 'an unmet 基本 too, a borrowed date is named');
select is (pg_temp.done ('{"indicator": "existing_done", "strength": "basically", "due_on": "2015-12-31", "progress": "behind", "numerator": 1, "denominator": 50}'),
  'not_barred 没有到期任务', 'what is not due is not counted');
select is (pg_temp.done ('{"indicator": "office_done", "strength": "strive", "due_on": "2011-12-31", "state": "missing", "progress": "missing"}'),
  'cannot_judge 无法判定：党政机关办公楼改造（力争完成）数据缺失', 'missing never gives not_barred');
select is (pg_temp.done ('{"indicator": "new_fitted", "strength": "must", "state": "not_reported", "progress": "not_reported"}'),
  'cannot_judge 无法判定：新建建筑同步安装（必须完成）未报', 'nor does silence');
select is (pg_temp.done ('{"indicator": "new_fitted", "strength": "must", "progress": "slow", "numerator": 90, "denominator": 100}'),
  'barred 到期任务未按要求完成：新建建筑同步安装（必须完成）90.00%', 'new buildings are due at once');
select is (pg_temp.done ('{"indicator": "new_fitted", "strength": "must", "progress": "on_pace", "numerator": 96, "denominator": 100}'),
  'not_barred 到期任务均按要求完成', 'and done as required while they keep pace');
select is (left (pg_temp.done ('{"indicator": "price_policy", "strength": "must", "due_on": "2010-10-25", "state": "missing", "progress": "overdue", "numerator": 1}',
                               '{"indicator": "office_done", "strength": "strive", "due_on": "2011-12-31", "state": "missing", "progress": "missing"}'), 6),
  'barred', 'a certain bar goes before what cannot be judged');

select * from finish ();
rollback;

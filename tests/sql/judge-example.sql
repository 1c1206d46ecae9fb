-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The worked example of scheme 12, digit by digit for the items that exist; its rescaling; the published ratios; what is printed.

begin;
select plan (46);

-- An input row by its telling fields; what is not named is as a fresh row has it.
create function pg_temp.row (fields jsonb) returns jl.assessment_input language sql as $$
  select jsonb_populate_record (null::jl.assessment_input,
    '{"assessment_id": 0, "unit_id": 1, "unit_code": "x", "unit_name": "甲市", "grp": "prefecture", "place_order": 1, "state": "value",
      "missing_n": 0, "records_n": 100, "missing_limit": 5, "bar_applies": true, "rule_value": "total"}'::jsonb || fields)
$$;

create function pg_temp.example (metered bigint) returns jl.assessment_input[] language sql as $$
  select array_agg (pg_temp.row (r)) from unnest (array[
    jsonb_build_object ('indicator', 'price_policy', 'numerator', 73, 'season_days', 21, 'done_on', '2012-11-15', 'due_on', '2012-09-03',
                        'strength', 'must', 'progress', 'met'),
    jsonb_build_object ('indicator', 'new_fitted', 'numerator', 94, 'denominator', 100, 'goal', 100, 'expected', 100, 'strength', 'must',
                        'progress', 'slow'),
    jsonb_build_object ('indicator', 'office_done', 'numerator', 85, 'denominator', 100, 'goal', 100, 'expected', 100,
                        'strength', 'strive', 'due_on', '2011-12-31', 'progress', 'strive_missed'),
    jsonb_build_object ('indicator', 'public_done', 'numerator', 60, 'denominator', 100, 'goal', 100, 'expected', 100,
                        'strength', 'strive', 'due_on', '2011-12-31', 'progress', 'strive_missed'),
    jsonb_build_object ('indicator', 'public_billed', 'numerator', 75, 'denominator', 100, 'goal', 100),
    jsonb_build_object ('indicator', 'existing_year', 'numerator', 90, 'denominator', 100, 'goal', 100, 'expected', 100),
    jsonb_build_object ('indicator', 'existing_done', 'numerator', 40, 'denominator', 100, 'goal', 90, 'expected', 50,
                        'strength', 'basically', 'due_on', '2015-12-31', 'progress', 'slow'),
    jsonb_build_object ('indicator', 'nonsaving_year', 'numerator', 50, 'denominator', 100, 'goal', 100, 'expected', 100),
    jsonb_build_object ('indicator', 'retrofit_sync', 'numerator', 1, 'denominator', 12),
    jsonb_build_object ('indicator', 'metered_share', 'numerator', metered, 'denominator', 10000000000, 'goal', 25, 'threshold', 25),
    jsonb_build_object ('indicator', 'billed_of_fitted', 'numerator', 667000000, 'denominator', 1000000000, 'goal', 100)]) r
$$;

create temp table example as select pg_temp.example (2499600000) as rows;
create temp table items as select j.* from example, jl.judge_items (rows, 1) j;

select is (trim_scale (i.points), v.points, v.item || ' ' || v.says)
from (values
  ('A21', 4::numeric, 'issued within the season'), ('A31', 4.2, '94 % between 80 % and 100 %'), ('A41', 3.4, '85 %'), ('A42', 2.4, '60 %'),
  ('A43', 3, '75 %'), ('A51', 5.4, '90 %'), ('A52', 2.4, '80 % of what should be done'), ('A53', 1, '50 %'), ('A54', 2, 'one project'),
  ('A61', 9.9984, '24.996 % of 25 %'), ('A62', 3.335, '66.7 %')) v (item, points, says)
left join items i on i.item = v.item;

select is (i.formula, v.formula, v.item || ' in words and numbers')
from (values
  ('A21', '采暖期内印发（2012-11-15）：4'), ('A31', '6 × (94.00% − 80%) ÷ (100% − 80%)'), ('A52', '3 × 40.00% ÷ 50%（未到期，按序时进度计分）'),
  ('A54', '3 − 1 × 1'), ('A61', '10 × 24.996% ÷ 25%'), ('A62', '5 × 667.00 ÷ 1,000.00')) v (item, formula)
left join items i on i.item = v.item;

create temp table judged as
select m.metered, u.* from (values (2499600000), (2500000000)) m (metered), jl.judge_units (pg_temp.example (m.metered), 1, 2012) u;

select is (trim_scale (sum_points), 41.1334, 'the points add up exactly') from judged where metered = 2499600000;
select is (score, round (41.1334 * 100 / 53, 6), 'and are rescaled over the applicable 53') from judged where metered = 2499600000;
select is (trim_scale (sum_points), 41.135, 'with 2 500.0 A61 is full') from judged where metered = 2500000000;
select is (grade, '合格', 'the grade is the same') from judged where metered = 2500000000;
select is (count (distinct round (score, 2)), 1::bigint, 'both print the same score') from judged;
select is (vetoes, '{V3}', '24.996 % is under 25 %: V3') from judged where metered = 2499600000;
select is (vetoes, '{}', 'exactly 25 % is not') from judged where metered = 2500000000;

select is (verdict, 'barred', '24.996 % bars ' || award) from example, jl.judge_awards (rows, 2012, array['habitat', 'garden', 'renewable'])
where bar = 'C-25' order by award;
select is (reason, '2012—2013年采暖期住宅计量收费面积占集中供热总面积的24.996%，低于25%', 'with its reason in words')
from example, jl.judge_awards (rows, 2012, array['garden']) where bar = 'C-25';
select is (clause, '五（二）3', 'and clause') from example, jl.judge_awards (rows, 2012, array['garden']) where bar = 'C-25';
select is (verdict || ' ' || reason, 'not_barred 2012—2013年采暖期住宅计量收费面积占集中供热总面积的25.00%，不低于25%', 'exactly 25 % does not')
from jl.judge_awards (pg_temp.example (2500000000), 2012, array['garden']) where bar = 'C-25';

-- 99 of 100 points applicable, as in the whole table: 74.5934 ÷ 99.
insert into jl.scheme (id, title, years) values (9000, 'test', '[1990,1991)');
insert into jl.scheme_group values (9000, 'prefecture', 'A', true, 3);
insert into jl.scheme_grade values (9000, '合格', 60, false, false), (9000, '不合格', 0, false, true);
insert into jl.scheme_item (scheme_id, tbl, code, block, title, points, clause, method, kind, indicator, lo, hi, place_order) values
  (9000, 'A', 'T1', 't', 't', 99, 't', 't', 'ratio', 'billed_of_fitted', 0, 100, 1),
  (9000, 'A', 'T2', 't', 't', 1, 't', 't', 'ratio', 'public_billed', 0, 100, 2);
create temp table whole as
select p.points, u.* from (values (745934), (745950)) p (points),
  jl.judge_units (array[pg_temp.row (jsonb_build_object ('indicator', 'billed_of_fitted', 'numerator', p.points, 'denominator', 990000)),
                        pg_temp.row ('{"indicator": "public_billed", "state": "not_applicable"}')], 9000, 2012) u;
select is (sum_points, 74.5934, 'the sum of the whole example') from whole where points = 745934;
select is (applicable, 99::numeric, 'one point does not apply') from whole where points = 745934;
select is (score, 75.346869, '75.346868… to six decimals') from whole where points = 745934;
select is (score, 75.348485, '75.348484… with 2 500.0') from whole where points = 745950;
select is (round (score, 2), 75.35, 'both print 75.35') from whole;
select is (ranked, true, 'and is ranked') from whole where points = 745934;

-- Ratios that the ministry published.
select is (round (jl.share (v.num, v.den), 1), v.percent, v.says)
from (values (27000, 38500, 70.1, '2.7 of 3.85'), (32300, 40900, 79.0, '3.23 of 4.09'), (8600, 40900, 21.0, '0.86 of 4.09'),
  (51000, 150000, 34.0, '5.1 of 15')) v (num, den, percent, says);

-- Printed: two decimals, more where two would print the threshold.
select is (jl.share_text (2499600000, 10000000000, 25), '24.996', 'a share under the line is not printed as the line');
select is (jl.share_text (24999999999, 100000000000, 25), '24.999999999', 'however near');
select is (jl.share_text (2500000000, 10000000000, 25), '25.00', 'the line itself is');
select is (jl.share_text (2500000001, 10000000000, 25), '25.00', 'just over the line too');
select is (jl.share_text (1, 3, null), '33.33', 'without a threshold two decimals');

select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The states and the progress of figures, the denominators, the rules by which they are made.

begin;
select plan (76);

create function pg_temp.unit (code text) returns int language sql as $$ select jl.unit_of_code (code) $$;
create function pg_temp.figure (code text, indicator text, year int default 2012, as_of date default null)
returns setof jl.assessment_input language sql as $$
  select jsonb_populate_record (null::jl.assessment_input, to_jsonb (f)) from jl_api.figures (year, as_of) f
  where f.unit_id = jl.unit_of_code (code) and f.indicator = figure.indicator
$$;

-- Every unit has every indicator, once.
select is (count (*)::int, 550, '50 units × 11 indicators') from jl_api.figures (2012);
select is (count (distinct (unit_id, indicator))::int, 550, 'each once') from jl_api.figures (2012);
select is (count (*)::int, 0, 'a value has a numerator, anything else has none but the days of a price policy')
from jl_api.figures (2012) where (state = 'value') <> (numerator is not null) and indicator <> 'price_policy';
select is (count (*)::int, 0, 'a share never has the denominator 0') from jl_api.figures (2012) where denominator = 0;

-- An indicator alone has the rows of all; nothing is left when one is taken from the other, in either direction.
create function pg_temp.alone (y int) returns setof text language sql as $$
  with alone as (
    select i.code, x.* from jl.indicator i cross join lateral jl_api.indicator (y, i.code) x
  ), among as (
    select f.indicator, f.unit_id, f.numerator, f.denominator, f.state, f.missing_n from jl_api.figures (y) f
  )
  (select a::text from (table alone except table among) a) union all (select b::text from (table among except table alone) b)
$$;
select is_empty (format ($$ select pg_temp.alone (%s) $$, y), 'every indicator alone is the one among all in ' || y)
from generate_series (2009, 2015) y;

-- The denominator by rule: the province's total, then a unit's own rule.
select is (f.denominator, (select sum (s.res_heated + s.other_heated)::bigint from jl_api.leaves (f.unit_id, 2012) l
                           join jl.season_sum s on s.unit_id = l.unit_id and s.year = 2012), 'total: residential and other area')
from pg_temp.figure ('220122', 'metered_share') f;
select is (f.rule_value || ' ' || t.rule_text, 'total 住宅供热计量收费面积÷集中供热总面积', 'the rule used is named')
from pg_temp.figure ('220122', 'metered_share') f, jl_api.figures (2012) t where t.unit_id = f.unit_id and t.indicator = 'metered_share';
insert into jl.rule (kind, unit_id, valid, value_choice, basis)
values ('metered_share.denominator', pg_temp.unit ('220122'), '[2012-01-01,2014-01-01)', 'residential', 'test');
select is (f.denominator, (select sum (s.res_heated)::bigint from jl_api.leaves (f.unit_id, 2012) l
                           join jl.season_sum s on s.unit_id = l.unit_id and s.year = 2012), 'residential: the dated rule of the unit')
from pg_temp.figure ('220122', 'metered_share') f;
select is (f.rule_value, 'residential', 'and it says so') from pg_temp.figure ('220122', 'metered_share') f;
select is (f.rule_value, 'total', 'before its first day the province''s holds') from pg_temp.figure ('220122', 'metered_share', 2010) f;
select is (f.rule_value, 'total', 'other units are untouched') from pg_temp.figure ('220182', 'metered_share') f;
select is_empty ('select pg_temp.alone (2012)', 'an indicator alone follows the rule too');

-- Unit beats group beats province.
insert into jl.rule (kind, grp, valid, value_number, basis) values ('metered_share.threshold', 'county', '[2010-07-23,)', 20, 'test');
insert into jl.rule (kind, unit_id, valid, value_number, basis)
values ('metered_share.threshold', pg_temp.unit ('220122'), '[2010-07-23,)', 15, 'test');
select is ((select value from jl_api.rule ('metered_share.threshold', pg_temp.unit ('220100'), '2012-12-31')), '25', 'the province''s rule');
select is ((select value from jl_api.rule ('metered_share.threshold', pg_temp.unit ('220182'), '2012-12-31')), '20', 'the group''s beats it');
select is ((select value from jl_api.rule ('metered_share.threshold', pg_temp.unit ('220122'), '2012-12-31')), '15', 'the unit''s beats both');
select is (f.threshold, 15::numeric, 'figures take it') from pg_temp.figure ('220122', 'metered_share') f;
select is ((select count (*) from jl_api.rule ('metered_share.threshold', 2, '2010-07-22')), 0::bigint, 'no rule before the first day');
select throws_ok ($$ insert into jl.rule (kind, grp, valid, value_number, basis) values ('metered_share.threshold', 'committee', '[2010-07-23,)', 24.5, 'test') $$,
  'JL001', null, 'screens and circulars print whole thresholds only');
select throws_ok ($$ select * from jl_api.rule ('no.such', 2, '2012-12-31') $$, 'JL004', 'There is no such rule', 'an unknown rule is an error');

-- What a rule may say.
select throws_ok ($$ insert into jl.rule (kind, valid, value_choice, basis) values ('cutoff.tasks', '[2001-01-01,2002-01-01)', '11-30', 'test') $$,
  'JL001', 'Tasks are cut off on 31 December: their sums are kept by calendar year', 'the task cut-off stays');
select throws_ok ($$ insert into jl.rule (kind, valid, value_choice, basis) values ('cutoff.billing', '[2001-01-01,2002-01-01)', '+1-04-15', 'test') $$,
  'JL001', 'Billing is cut off at the end of a month', 'billing is cut off at a month''s end');
select throws_ok ($$ insert into jl.rule (kind, valid, value_number, basis) values ('metered_share.denominator', '[2001-01-01,2002-01-01)', 1, 'test') $$,
  'JL001', null, 'a number is no choice');
select throws_ok ($$ insert into jl.rule (kind, valid, value_choice, basis) values ('metered_share.denominator', '[2001-01-01,2002-01-01)', 'half', 'test') $$,
  'JL001', null, 'the choices are fixed');
select throws_ok ($$ insert into jl.rule (kind, unit_id, valid, value_choice, basis) values ('season.first_day', 2, '[2001-01-01,)', '13-01', 'test') $$,
  'JL001', null, 'a day of the year is one');
select is (c.billing, date '2013-04-30', 'billing is cut off in April') from jl_api.cutoffs (2012) c;
update jl.rule set valid = '[2005-01-01,2012-01-01)' where kind = 'cutoff.billing';
insert into jl.rule (kind, valid, value_choice, basis) values ('cutoff.billing', '[2012-01-01,)', '12-31', 'test');
select is (c.billing, date '2012-12-31', 'or in December, when the office wants the circular in spring') from jl_api.cutoffs (2012) c;
select is (c.billing, date '2012-04-30', 'the years before keep theirs') from jl_api.cutoffs (2011) c;
delete from jl.rule where kind = 'cutoff.billing' and value_choice = '12-31';
update jl.rule set valid = '[2005-01-01,)' where kind = 'cutoff.billing';

-- Not reported: owed, and not there when the year was closed. Late, but before, counts.
select is (f.state, 'value', 'reported') from pg_temp.figure ('220182', 'metered_share') f;
update jl.unit_return set filed_on = null, reviewed_on = null, sent_back_on = null where unit_id = pg_temp.unit ('220182') and year = 2012 and form = 'billing';
select is (f.state || ' ' || f.progress || ' ' || coalesce (f.numerator::text, 'none'), 'not_reported not_reported none', 'never sent')
from pg_temp.figure ('220182', 'metered_share') f;
select is_empty ('select pg_temp.alone (2012)', 'alone too');
select is (f.state, 'value', 'the other form of the unit came') from pg_temp.figure ('220182', 'office_done') f;
select is (f.previous_den, null, 'next year has nothing to compare with') from pg_temp.figure ('220182', 'metered_share', 2013) f;
update jl.unit_return set filed_on = due_on + 1, reviewed_on = null where unit_id = pg_temp.unit ('220182') and year = 2012 and form = 'billing';
select is (f.state, 'not_reported', 'sent after the closing') from pg_temp.figure ('220182', 'metered_share') f;
update jl.unit_return set filed_on = date '2013-04-01', reviewed_on = null where unit_id = pg_temp.unit ('220182') and year = 2012 and form = 'tasks';
select is (f.state, 'value', 'late, but before the closing') from pg_temp.figure ('220182', 'office_done') f;
delete from jl.unit_return where unit_id = pg_temp.unit ('220182') and year = 2012;
select is (f.state, 'value', 'what was not owed cannot be missing') from pg_temp.figure ('220182', 'metered_share') f;

-- Missing, zero and not applicable are told apart.
update jl.building_season set res_metered_dm2 = null, res_heated_dm2 = null, other_heated_dm2 = null, other_metered_dm2 = null
where unit_id = pg_temp.unit ('220183') and year = 2012;
select is (f.state || ' ' || f.progress, 'missing missing', 'no fact at all is missing') from pg_temp.figure ('220183', 'metered_share') f;
select is (f.missing_n, (select count (*)::int from jl.building_season s where s.unit_id = f.unit_id and s.year = 2012 and s.central), 'with all its records')
from pg_temp.figure ('220183', 'metered_share') f;
select is (f.state, 'missing', 'of fitted buildings nothing is known either') from pg_temp.figure ('220183', 'billed_of_fitted') f;
select is_empty ('select pg_temp.alone (2012)', 'alone too');
update jl.building_season set billing = 2, res_heated_dm2 = 100, res_metered_dm2 = 2013 - year, other_heated_dm2 = 0, other_metered_dm2 = 0
where unit_id = pg_temp.unit ('220183') and year in (2012, 2013);
select is (f.state || ' ' || f.numerator || ' ' || f.progress, 'value 0 backward', 'zero is a value') from pg_temp.figure ('220183', 'metered_share', 2013) f;
update jl.building_season set res_heated_dm2 = 0, res_metered_dm2 = 0 where unit_id = pg_temp.unit ('220183') and year = 2012;
select is (f.state || ' ' || f.progress, 'not_applicable not_applicable', '0 of 0 is no pass') from pg_temp.figure ('220183', 'metered_share') f;
select is (f.rank, null, 'and has no rank') from jl_api.figures (2012) f
where f.unit_id = pg_temp.unit ('220183') and f.indicator = 'metered_share';
delete from jl.target where unit_id = pg_temp.unit ('220183') and task = 'office';
select is (f.state, 'not_applicable', 'no target, not applicable') from pg_temp.figure ('220183', 'office_done') f;
update jl.target set stock_dm2 = null where unit_id = pg_temp.unit ('220183') and task = 'public';
select is (f.state, 'missing', 'a target whose stock nobody confirmed is missing') from pg_temp.figure ('220183', 'public_done') f;
update jl.target set starts_on = '2013-01-01', due_on = '2015-12-31' where unit_id = pg_temp.unit ('220183') and task = 'existing';
select is (f.state || ' ' || f.progress, 'not_due not_due', 'a task that has not begun is not due') from pg_temp.figure ('220183', 'existing_done') f;
select is_empty ('select pg_temp.alone (2012)', 'not applicable, missing and not due alone too');

-- The price policy: issued, late, not issued, not due.
update jl.target set due_on = '2010-10-25' where unit_id = pg_temp.unit ('220181') and task = 'price';
delete from jl.price where unit_id = pg_temp.unit ('220181');
delete from jl.price_policy where unit_id = pg_temp.unit ('220181');
select is (f.state || ' ' || f.progress || ' ' || f.numerator, 'missing overdue 798', 'not issued: overdue by days') from pg_temp.figure ('220181', 'price_policy') f;
select is_empty ('select pg_temp.alone (2012)', 'alone too');
select is (f.state, 'not_due', 'before its day it is not due') from pg_temp.figure ('220181', 'price_policy', 2010, '2010-10-01') f;
insert into jl.price_policy (unit_id, number, title, issuer, issued_on, effective_on) values (pg_temp.unit ('220181'), 'test', 'test', 'test', '2010-12-01', '2010-12-01');
select is (f.state || ' ' || f.progress || ' ' || f.numerator || ' ' || f.done_on, 'value met 37 2010-12-01', 'issued late') from pg_temp.figure ('220181', 'price_policy') f;
update jl.price_policy set issued_on = '2010-10-01' where unit_id = pg_temp.unit ('220181');
select is (f.numerator, -24::bigint, 'issued in time') from pg_temp.figure ('220181', 'price_policy') f;

-- Progress: deadlines, pace in construction days, falls, no deadline.
select is (jl.progress (v.indicator, v.num, 100, v.before, v.before_den, v.goal, v.threshold, v.expected, v.strength, v.due, '2012-12-31', 0.95, 0.60),
  v.progress, v.says)
from (values
  ('metered_share', 25, null, null, 25, 25, null, null, null::date, 'met', 'the 25 % is met'),
  ('metered_share', 24, 20, 100, 25, 25, null, null, null, 'not_met', 'or not met: it has no deadline'),
  ('metered_share', 24, 25, 100, 25, 25, null, null, null, 'backward', 'a fall is said'),
  ('metered_share', 18, 10, 100, 20, 25, 20, null, null, 'slow', 'eight of ten points to be gained: slow'),
  ('metered_share', 12, 10, 100, 20, 25, 20, null, null, 'behind', 'two of ten: behind'),
  ('office_done', 99, null, null, 100, null, 100, 'strive', '2011-12-31', 'strive_missed', 'a missed 力争 target is no overdue task'),
  ('office_done', 99, null, null, 100, null, 100, 'must', '2012-12-31', 'overdue', 'the deadline''s own day counts'),
  ('existing_done', 90, null, null, 90, null, 90, 'basically', '2012-12-31', 'met', 'basically: 90 % of the stock'),
  ('existing_done', 38, null, null, 90, null, 40, 'basically', '2015-12-31', 'on_pace', '95 % of what should be done is on pace'),
  ('existing_done', 24, null, null, 90, null, 40, 'basically', '2015-12-31', 'slow', '60 % is slow'),
  ('existing_done', 23, null, null, 90, null, 40, 'basically', '2015-12-31', 'behind', 'less is behind'),
  ('new_fitted', 88, 90, 100, 100, null, 100, 'must', null, 'backward', 'new buildings: a fall goes before slow')
) v (indicator, num, before, before_den, goal, threshold, expected, strength, due, progress, says);

select is (jl.expected (90, '2011-01-01', '2015-12-31', d.day, 5, 184), d.expected, 'what should be done on ' || d.day)
from (values (date '2010-12-31', 0::numeric), ('2011-04-30', 0), ('2011-10-31', 18), ('2012-04-30', 18), ('2013-10-31', 54), ('2015-10-31', 90),
  ('2016-01-01', 90)) d (day, expected);

select * from finish ();
rollback;

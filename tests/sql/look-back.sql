-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- As known on a day: figures, lists and rules are what they were, and nothing is judged or written from there.

begin;
select plan (16);

-- The past of the practice data is laid down by hand: everything entered in 2011, a tenth of the season rows and one target and rule
-- held another value until mid-2014, one building was deleted in 2014 and one entered in 2014.
set local session_replication_role = replica;
update jl.building set entered_at = '2011-03-01';
update jl.building_season set entered_at = '2011-03-01';
update jl.target set entered_at = '2011-03-01';
update jl.target_year set entered_at = '2011-03-01';
update jl.unit_return set entered_at = '2011-03-01';
create temp table late as select id from jl.building where heat_source in (1, 2) order by id desc limit 1;
update jl.building set entered_at = '2014-07-01' where id in (select id from late);
update jl.building_season set entered_at = '2014-07-01' where building_id in (select id from late);
set local session_replication_role = origin;

create function pg_temp.shown (y int) returns table (unit_id int, indicator text, numerator bigint, denominator bigint, state text, progress text, goal numeric)
language sql as $$ select f.unit_id, f.indicator, f.numerator, f.denominator, f.state, f.progress, f.goal from jl_api.figures (y) f $$;
create temp table today as select y, s.* from generate_series (2011, 2013) y cross join lateral pg_temp.shown (y) s;

-- What the years looked like then: made by putting the old values in, and taking them out again.
create temp table then_shown (like today);
create temp table old_season as
select s.* from jl.building_season s join jl.season z using (year)
where z.closed_at is null and s.id % 10 = 0 and s.res_heated_dm2 is not null and s.billing is not null;
update old_season set res_heated_dm2 = res_heated_dm2 / 2, res_metered_dm2 = 0, other_metered_dm2 = 0, billing = 1;
savepoint as_today;
delete from jl.building_season where building_id in (select id from late) and year in (select year from jl.season where closed_at is null);
set local session_replication_role = replica;
delete from jl.building_season where building_id in (select id from late);
delete from jl.building where id in (select id from late);
set local session_replication_role = origin;
update jl.building_season s set res_heated_dm2 = o.res_heated_dm2, res_metered_dm2 = 0, other_metered_dm2 = 0, billing = 1
from old_season o where s.id = o.id and s.year = o.year;
update jl.target set goal = goal / 2 where id in (select min (id) from jl.target where task = 'existing');
update jl.rule set value_number = 30 where kind = 'metered_share.threshold';
select jl.sums_rebuild ();
select string_agg (format ('(%s,%L,%s,%s,%L,%L,%s)', unit_id, indicator, coalesce (numerator::text, 'null'), coalesce (denominator::text, 'null'),
  state, progress, coalesce (goal::text, 'null')), ',') as rows_2012 from pg_temp.shown (2012) \gset
rollback to savepoint as_today;
select is_empty ('select * from jl.sums_difference ()', 'the present is as before');

set local session_replication_role = replica;
insert into jl.building_season_history (id, building_id, unit_id, year, use, central, fitted, version, entered_at, missing, res_heated_dm2, res_metered_dm2,
    other_heated_dm2, other_metered_dm2, heat_100kj, fee_fen, billing, known, ended_by)
select id, building_id, unit_id, year, use, central, fitted, 1, entered_at, false, res_heated_dm2, res_metered_dm2, other_heated_dm2,
  other_metered_dm2, heat_100kj, fee_fen, billing, '[2011-03-01,2014-06-15)', 'jl_practice_housing1' from old_season;
insert into jl.target_history (id, version, unit_id, task, strength, due_on, starts_on, goal, stock_dm2, stock_n, basis, document, entered_at, known, ended_by)
select id, 1, unit_id, task, strength, due_on, starts_on, goal / 2, stock_dm2, stock_n, basis, document, entered_at, '[2011-03-01,2014-06-15)',
  'jl_practice_housing1' from jl.target where id in (select min (id) from jl.target where task = 'existing');
insert into jl.rule_history (id, version, kind, grp, unit_id, valid, value_number, basis, entered_at, known, ended_by)
select id, 1, kind, grp, unit_id, valid, 30, basis, entered_at, '[2010-07-23,2014-06-15)', 'jl_practice_housing1'
from jl.rule where kind = 'metered_share.threshold';
set local session_replication_role = origin;

set session authorization jl_practice_reader1;
select throws_ok ('select jl_api.look_back (''2099-01-01'', ''building_sum'', 0)', 'JL001', null, 'tomorrow is not known');
select throws_ok ('select jl_api.look_back (''2014-01-01'', ''pg_class'', 0)', 'JL004', null, 'only sums are made');
select isnt_empty ('select * from jl_api.look_back_parts (''2014-05-31'')', 'there is work to do at first');
select lives_ok ($$ select jl_api.look_back ('2014-05-31', p.sum_table, p.part) from jl_api.look_back_parts ('2014-05-31') p $$,
  'any official may have it made');
select is_empty ('select * from jl_api.look_back_parts (''2014-05-31'')', 'once');
select is (n, (select count (*) from jl.sum_known), 'making it again changes nothing')
from (select count (*) as n from jl.sum_known) b, jl_api.look_back ('2014-05-31', 'building_sum', 0);
reset session authorization;

set local jl.known_at = '2014-05-31 24:00 Asia/Shanghai';
select results_eq (
  format ('select unit_id, indicator, numerator, denominator, state, progress, goal from pg_temp.shown (2012) order by 1, 2'),
  format ('select unit_id, indicator, numerator::bigint, denominator::bigint, state, progress, goal::numeric
           from (values %s) v (unit_id, indicator, numerator, denominator, state, progress, goal) order by 1, 2', :'rows_2012'),
  'every figure is what it was');
select isnt_empty ('select unit_id, indicator, numerator, denominator from pg_temp.shown (2012) except
                    select unit_id, indicator, numerator, denominator from today where y = 2012', 'which is not what it is');
select is (value_number, 30::numeric, 'a rule is what it was') from jl_api.rule ('metered_share.threshold', 1, '2013-04-30');
select is_empty ('select from jl.seen_building where id in (select id from late)', 'what was entered later is not there');
select throws_ok ('select jl_api.assess_compute (2012)', 'JL003', null, 'nothing is judged from there');
set local jl.known_at = '';
select set_eq ('select unit_id, indicator, numerator, denominator, state, progress, goal from pg_temp.shown (2012)',
  'select unit_id, indicator, numerator, denominator, state, progress, goal from today where y = 2012', 'the present comes back');
select is (value_number, 25::numeric, 'and its rules') from jl_api.rule ('metered_share.threshold', 1, '2013-04-30');

-- A day after all changes shows today.
set session authorization jl_practice_housing1;
select lives_ok ($$ select jl_api.look_back ('2015-01-01', p.sum_table, p.part) from jl_api.look_back_parts ('2015-01-01') p $$, 'another day');
reset session authorization;
set local jl.known_at = '2015-01-01 24:00 Asia/Shanghai';
select set_eq ('select unit_id, indicator, numerator, denominator, state, progress, goal from pg_temp.shown (2012)',
  'select unit_id, indicator, numerator, denominator, state, progress, goal from today where y = 2012', 'shows what is known today');
set local jl.known_at = '';
select * from finish ();
rollback;

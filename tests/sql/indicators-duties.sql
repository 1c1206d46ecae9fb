-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Figures are the same for everybody who may ask; nothing in them depends on the clock; the province is the sum of its leaves.

begin;
select plan (27);

-- All answers of a page as one text, so that a difference anywhere shows.
create function public.answers () returns text language sql as $$
  select md5 (concat_ws ('|',
    (select string_agg (f::text, '|' order by f.unit_id, f.indicator) from jl_api.figures (2012) f),
    (select string_agg (f::text, '|' order by f.figure) from jl_api.province_figures (2012) f),
    (select string_agg (f::text, '|') from jl_api.figures (2012) f where f.attention is not null),
    (select string_agg (f::text, '|' order by f.unit_id) from jl_api.units (2012) f),
    (select string_agg (f::text, '|') from jl_api.trend (2, 'metered_share') f),
    (select string_agg (w::text, '|' order by i.code) from jl.indicator i cross join lateral jl_api.why (2, i.code, 2012) w),
    (select string_agg (f::text, '|') from jl_api.awards_now (2012, 2) f)))
$$;
create temp table asked (duty text, answer text);
grant all on asked to public;
do $$
declare
  o record;
begin
  for o in select role, duty from jl.official order by role loop
    execute format ('set local session authorization %I', o.role);
    insert into asked values (o.duty, public.answers ());
    reset session authorization;
  end loop;
end
$$;
select is (count (distinct duty)::int, 9, 'every duty has asked') from asked;
select is (count (distinct answer)::int, 1, 'and had the same rows') from asked;
select is ((select public.answers ()), (select max (answer) from asked), 'the owner''s too');

select is_empty (
  $$ select p.oid::regprocedure from pg_proc p
     where p.pronamespace in ('jl'::regnamespace, 'jl_api'::regnamespace) and p.prolang <> (select oid from pg_language where lanname = 'internal')
       and p.prosrc ~* '\m(now|current_date|current_time|current_timestamp|localtime|localtimestamp|clock_timestamp|transaction_timestamp|statement_timestamp|timeofday)\M'
       and p.proname not in ('keep_history', 'official_end', 'attachment_remove', 'look_back', 'assess_compute') $$,
  'no function reads the clock, save to stamp what was done, or to refuse a day that is to come');

-- The province from the leaves, without those who owed and did not send.
create temp table owed as
select distinct p.leaf_id from jl.unit_unreported (2012, 2012, null) u join jl.parts ('2012-12-31') p on p.assessed_id = u.unit_id where u.form = 'billing';
select ok (count (*) > 0, 'somebody owes his return') from owed;
select is (f.numerator, (select sum (s.res_metered)::bigint from jl.season_sum s where s.year = 2012 and s.unit_id not in (select leaf_id from owed)),
  'metered area') from jl_api.province_figures (2012) f where f.figure = 'metered_share';
select is (f.denominator, (select sum (s.res_heated + s.other_heated)::bigint from jl.season_sum s where s.year = 2012 and s.unit_id not in (select leaf_id from owed)),
  'over the heated area') from jl_api.province_figures (2012) f where f.figure = 'metered_share';
select is (f.unreported_n, (select count (*)::int from jl.unit_unreported (2012, 2012, null) u where u.form = 'billing'), 'who did not send is counted')
from jl_api.province_figures (2012) f where f.figure = 'metered_share';
select is (f.numerator, (select count (*) from jl_api.figures (2012) u where u.indicator = 'metered_share' and u.progress = 'met'), 'units that pass')
from jl_api.province_figures (2012) f where f.figure = 'units_passing';
select is (f.numerator, (select sum (s.fitted_heated - s.fitted_metered)::bigint from jl.season_sum s where s.year = 2012 and s.unit_id not in (select leaf_id from owed)),
  'fitted but not billed') from jl_api.province_figures (2012) f where f.figure = 'fitted_unbilled';
select is (f.trend_num[array_length (f.trend_num, 1)], f.numerator, 'the trend ends with the year itself: ' || f.figure) from jl_api.province_figures (2012) f;
select is (f.previous_num, (select p.numerator from jl_api.province_figures (2011) p where p.figure = f.figure), 'the year before is what it was: ' || f.figure)
from jl_api.province_figures (2012) f where f.figure in ('metered_area', 'new_fitted');

-- A trend is the figures of its years.
select is_empty (
  $$ select t.year from jl_api.trend (2, 'metered_share') t join lateral jl_api.figures (t.year) f on f.unit_id = 2 and f.indicator = 'metered_share'
     where (t.numerator, t.denominator, t.state) is distinct from (f.numerator, f.denominator, f.state) $$, 'a trend is the figures of its years');
select results_eq ($$ select max (year) from jl_api.trend (2, 'existing_done') $$, $$ select max (year)::int from jl.season_sum $$, 'up to the newest with facts');

-- What needs a call comes by gravity.
select is (array_agg (distinct attention order by attention), '{backward,missed,not_reported,overdue}', 'four kinds')
from jl_api.figures (2012) where attention is not null;
select ok (array_agg (g.gravity) = array_agg (g.gravity order by g.gravity), 'the gravest first')
from jl_api.figures (2012) f cross join lateral array_position (array['overdue', 'backward', 'missed', 'not_reported', null], f.attention) g (gravity);

-- Every figure can be asked why.
select is (count (*)::int, 11, 'every indicator has a source') from jl.indicator i cross join lateral jl_api.why (2, i.code, 2012) w where w.basis is not null;
select is (w.records_n, (select count (*)::int from jl.building_season s join jl_api.leaves (2, 2012) l on l.unit_id = s.unit_id where s.year = 2012 and s.central),
  'the records behind the share') from jl_api.why (2, 'metered_share', 2012) w;
select is (w.records_n, (select count (*)::int from jl.building b join jl_api.leaves (2, 2012) l on l.unit_id = b.unit_id
                         where b.task_class = 2 and b.heat_source in (1, 2) and b.accepted_on < '2013-01-01'), 'and behind the offices')
from jl_api.why (2, 'office_done', 2012) w;

-- Units as of the year.
select is (count (*)::int, 50, '50 rows in 2012') from jl_api.units (2012);
select is (count (*)::int, 49, '49 after 九台 has become a district') from jl_api.units (2014);
select ok (bool_and ((tile_row is null) = (parent_id is not null)), 'who has no tile stands under its prefecture''s') from jl_api.units (2012) where grp = 'county';

select * from finish ();
rollback;

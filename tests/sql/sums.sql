-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The kept sums are the truth after every kind of edit; a season row and its building agree; a closed season stands still.

begin;
select plan (24);

select is_empty ('select * from jl.sums_difference ()', 'the practice data leave no difference');

create temp table place as
select max (case when code = '220102' then unit_id end) as a, max (case when code = '220103' then unit_id end) as b
  from jl.unit_version;
insert into jl.building (id, unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on, metered_on)
select 900000 + i, case when i % 2 = 0 then a else b end, 'T-' || i, '试验' || i || '号楼', 1 + i % 5, 100000 + i,
  case when i % 5 in (0, 4) then 90000 else 0 end, case when i % 3 = 0 then 0 else 50 end, 1 + i % 3, '2009-10-01',
  case when i % 4 > 0 then date '2012-08-01' end
from generate_series (1, 60) i, place;
select is_empty ('select * from jl.sums_difference ()', 'after inserting buildings');

create temp view fresh as
select b.id as building_id, b.unit_id, z.year, b.use, b.heat_source in (1, 2) as central,
  jl.fitted (b.metered_on, b.fit, b.fit_decided_on, z.starts_on) as fitted, case when b.id % 7 = 0 then null else 1 + b.id % 4 end as billing,
  b.residential_dm2 as res, b.floor_dm2 - b.residential_dm2 as other
from jl.building b cross join jl.season z where b.code like 'T-%' and z.year in (2013, 2014);
insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2)
select building_id, unit_id, year, use, central, fitted, billing, res, case when billing = 2 then res when billing is not null then 0 end, other, 0
from fresh;
select is_empty ('select * from jl.sums_difference ()', 'after inserting season rows');
select isnt_empty ($$ select from jl.building_season where building_id > 900000 and missing $$, 'some of them lack a fact');

insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2)
select building_id, unit_id, year, use, central, fitted, 2, res, res, other, other from fresh where building_id % 2 = 0
on conflict (building_id, year) do update
  set billing = 2, res_metered_dm2 = excluded.res_metered_dm2, other_metered_dm2 = excluded.other_metered_dm2;
select is_empty ('select * from jl.sums_difference ()', 'after an import that updates');
update jl.building_season set res_heated_dm2 = null, res_metered_dm2 = null
  where building_id between 900010 and 900020 and year = 2013;
select is_empty ('select * from jl.sums_difference ()', 'after facts were taken back');
delete from jl.building_season where building_id between 900030 and 900040;
select is_empty ('select * from jl.sums_difference ()', 'after deleting season rows');
delete from jl.building where id between 900030 and 900040;
select is_empty ('select * from jl.sums_difference ()', 'after deleting buildings');

-- Corrections to a building reach its open seasons in the same statement.
update jl.building set unit_id = case when unit_id = a then b else a end, metered_on = null, use = 1, heat_source = 1 + heat_source % 3, energy = 65,
  code = code || '-A'
from place where code like 'T-%' and id % 3 = 0;
select is_empty ('select * from jl.sums_difference ()', 'after buildings moved, lost their meters and changed their heat source');
select is_empty (
  $$ select from jl.building b join jl.building_season s on s.building_id = b.id join jl.season z using (year)
     where z.closed_at is null and (s.unit_id, s.code, s.company_id, s.use, s.central, s.fitted)
       is distinct from (b.unit_id, b.code, b.company_id, b.use, b.heat_source in (1, 2), jl.fitted (b.metered_on, b.fit, b.fit_decided_on, z.starts_on)) $$,
  'every open season row agrees with its building');
update jl.building set fit = false, fit_decided_on = '2014-09-01' where id = 900001;
select results_eq ('select year::int, fitted from jl.building_season where building_id = 900001 order by year',
  'values (2013, true), (2014, false)',
                   'found unfit before a season, a building no longer counts as fitted in it');

select throws_ok (
  $$ insert into jl.building_season (building_id, unit_id, year, use, central, fitted) select id, unit_id, 2012, use, true, true from jl.building where code = 'T-4' $$,
  'JL001', null, 'a season row that contradicts its building is refused');
select throws_ok (
  $$ update jl.building_season set res_metered_dm2 = res_heated_dm2 + 1 where building_id = 900002 $$, '23514', null,
  'no more is metered than heated');

-- The rebuild ends where the triggers would; a difference is found.
update jl.season_sum set res_metered = res_metered + 1 where year = 2012 and unit_id = (select a from place);
select results_eq ('select sum_table, (key ->> ''year'')::int from jl.sums_difference ()', $$ values ('season_sum', 2012) $$,
  'a wrong sum is found');
select lives_ok ('select jl.sums_rebuild ()', 'the sums can be rebuilt');
select is_empty ('select * from jl.sums_difference ()', 'and are the truth again');

-- Closed seasons: 2010 and 2011 of the practice database.
select results_eq ('select year::int from jl.season where closed_at is not null order by 1', 'values (2010), (2011)',
  'the two oldest seasons are closed');
select throws_ok ('update jl.building_season set heat_100kj = 1 where year = 2011', 'JL003', 'The season is closed',
  'a closed season refuses an update');
select throws_ok ('delete from jl.building_season where year = 2010', 'JL003', 'The season is closed', 'and a delete');
select throws_ok (
  $$ insert into jl.building_season (building_id, unit_id, year, use, central, fitted)
     select id, unit_id, 2011, use, heat_source in (1, 2), false from jl.building where code = 'T-8' $$,
  'JL003', 'The season is closed', 'and an insert');
select throws_ok ('update jl.season set closed_at = null where year = 2011', 'JL003', null, 'it cannot be opened again');
select throws_ok (
  $$ update jl.building set unit_id = (select b from place) where id = (select min (building_id)
    from jl.building_season, place where year = 2010 and unit_id = a) $$,
  'JL003', null, 'a building that it counted cannot move');
select throws_ok ('truncate jl.building_season', '42501', null, 'facts are never truncated');
select throws_ok ('truncate jl.building_season_2013', '42501', null, 'nor is a partition');

select * from finish ();
rollback;

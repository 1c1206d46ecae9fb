-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: the shapes that real data have, the same on every machine, and never over something else.

begin;
select plan (24);

create temp view share as
select a.unit_id, v.code, s.year, sum (s.res_metered)::bigint as metered, sum (s.res_heated + s.other_heated)::bigint as heated, sum (s.n)::int as n,
  sum (s.missing_n)::int as missing_n
from jl.assessed_unit a
join jl.unit_version v on v.unit_id = a.unit_id and v.valid @> date '2012-12-31'
join jl.assessed_unit_part p on p.assessed_id = a.unit_id and p.valid @> date '2012-12-31'
join jl.season_sum s on s.unit_id = p.leaf_id
where a.valid @> date '2012-12-31'
group by 1, 2, 3;

select ok (metered * 100 < 25 * heated and metered * 100000 >= 24996 * heated, '长春 stands just under 25 %') from share
  where code = '220100' and year = 2012;
select ok (metered * 100 >= 25 * heated and (metered - 1) * 100 < 25 * heated, '松原 meets 25 % to the last dm²') from share
  where code = '220700' and year = 2012;
select is (metered, 0::bigint, '白山 has no price policy, so nothing is billed by heat') from share
  where code = '220600' and year = 2014;
select ok (heated = 0 and n > 0, '靖宇 has nothing heated centrally: 0 of 0') from share where code = '220622' and year = 2012;
select is (missing_n, n, '乾安 is without figures in 2012') from share where code = '220723' and year = 2012;
select ok (sum (missing_n) between 1 and sum (n) / 20, '长春 lacks some figures') from share where code = '220100';
select ok (max (case when year = 2013 then metered::numeric / heated end) > max (case when year = 2014 then metered::numeric / heated end), '辽源 grew, then fell')
from share where code = '220400';

select isnt_empty ('select from jl.building_season where fitted and billing = 4', 'some meters are read and not billed');
select isnt_empty ('select from jl.building_season where billing = 3', 'some meters are shared by area');
select isnt_empty ('select from jl.building where use = 5 and residential_dm2 between 1 and floor_dm2 - 1',
  'some buildings are mixed');
select isnt_empty ('select from jl.building where energy_retrofit_on is not null and metered_on is null',
  'some energy retrofits forgot the meters');
select is_empty ('select from jl.building where accepted_on < metered_on or metered_on > ''2014-12-31''', 'dates are in order');
select is_empty ('select from jl.building_season s join jl.building b on b.id = s.building_id join jl.season z using (year)
  where b.completed_on > z.starts_on',
                 'no building is heated before it stands');
select is_empty ('select from jl.building_season where billing = 2 and not fitted', 'nothing is billed by heat without a meter');
select results_eq (
  $$ select v.short_name, bool_or (r.reminded_on is not null) from jl.unit_return r
    join jl.unit_version v on v.unit_id = r.unit_id and v.valid @> date '2012-12-31'
     where r.year = 2012 and r.filed_on is null group by 1 order by min (r.unit_id) $$,
  $$ values ('长岭县', true), ('长白山管委会', false) $$, 'two units sent nothing, one after a reminder');
select is (count(*)::int, 100, 'every unit owed two returns') from jl.unit_return where year = 2012;
select is_empty ($$ select from jl.target t where stock_dm2 is null and task in ('office', 'public', 'existing',
  'nonsaving') $$, 'every retrofit task has its stock');
select is_empty ($$ select from jl.target where goal <> case task when 'share' then 25 else 100 end $$,
  'every task is asked of its whole stock: 50 % in 三(四) is the energy standard');
select is_empty ($$ select from jl.target t join jl.assessed_unit a on a.unit_id = t.unit_id and a.valid @> date '2012-12-31'
  where t.basis <> case when a.grp = 'prefecture' then 'document' when t.basis = 'reference' and a.grp = 'county' then 'reference' else 'letter' end $$,
  'a county follows its own letter, or the city''s date for reference');
select is_empty ($$ select from jl_api.figures (2012) f where f.indicator = 'price_policy' and f.due_on <> '2010-10-24' $$,
  'a price policy is due before the season of 2010');
select is_empty ($$ select from jl.target t join jl.target_year y on y.target_id = t.id
  where not exists (select from jl.assessed_unit a where a.unit_id = t.unit_id and a.valid @> make_date (y.year, 12, 31))
    and t.task <> 'share' $$, 'no year''s task for a unit that is assessed no more');

-- The same call gives the same rows: a digest that holds on every machine.
select is (encode (sha256 (string_agg (format ('%s %s %s %s %s', code, name, floor_dm2, metered_on, completed_on), E'\n' order by code collate "C")::bytea), 'hex'),
           '64b246ddbfc884b2b56836ae1720800b7fb9120a6eb658ab5160df3141911694',
             'the buildings are those of every other machine') from jl.building;

select throws_ok ('select jl.practice_fill (600, 2010, 2014)', 'JL003', null, 'a full database is not filled again');
update jl.installation set kind = 'official';
select throws_ok ('select jl.practice_fill (600, 2010, 2014)', 'JL003', null, 'nor an official one');

select * from finish ();
rollback;

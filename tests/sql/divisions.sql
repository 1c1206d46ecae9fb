-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Divisions change by recorded operations that lose nothing: figures as then stay what they were, as now they follow who answers now.

begin;
select plan (31);

create temp table ids as
select jl.unit_of_code ('220300') as siping, jl.unit_of_code ('220302') as tiexi, jl.unit_of_code ('220303') as tiedong,
  jl.unit_of_code ('220382') as shuangliao, jl.unit_of_code ('220322') as lishu, jl.unit_of_code ('220400') as liaoyuan,
  jl.unit_of_code ('222401') as yanji, jl.unit_of_code ('222400') as yanbian;
grant select on ids to public;

-- What every assessed unit and the province show for the past years, whoever it is.
create function pg_temp.shown () returns table (year int, unit_id int, indicator text, numerator bigint, denominator bigint, state text)
language sql as
$$
  select y, f.unit_id, f.indicator, f.numerator, f.denominator, f.state
  from generate_series (2011, 2014) y cross join lateral jl_api.figures (y) f
  union all
  select y, 1, p.figure, p.numerator, p.denominator, p.state
  from generate_series (2011, 2014) y cross join lateral jl_api.province_figures (y) p
$$;
create function pg_temp.leaves () returns table (year int, unit_id int, central bigint) language sql as
$$
  select s.year, s.unit_id, sum (s.res_heated_dm2::bigint + s.other_heated_dm2) from jl.building_season s where s.central group by 1, 2
$$;
create temp table before as select * from pg_temp.shown ();
create temp table leaves_before as select * from pg_temp.leaves ();
create temp table province_before as select year, sum (central) as central from pg_temp.leaves () group by year;
grant all on before, leaves_before, province_before to public;

-- Who may, and what is refused.
set session authorization jl_practice_city1;
select throws_ok ('select jl_api.unit_rename (7, ''2016-01-01'', ''甲区'', null, null, null, ''文'')', '42501', null, 'a clerk changes no division');
set session authorization jl_practice_housing1;
select throws_ok ('insert into jl.unit_operation (kind, on_day, units, document) values (''merge'', ''2016-01-01'', ''{7}'', ''文'')', '42501', null,
  'nobody writes an operation by hand');
select throws_ok ('select jl_api.unit_rename (7, ''2016-01-01'', ''甲区'', null, null, null, '' '')', 'JL001', null, 'an operation has its paper');
select throws_ok ('select jl_api.unit_rename (10, ''2013-01-01'', ''甲区'', null, null, null, ''文'')', 'JL003', null,
  'nor does one go before a change that stands already');
select throws_ok ('select jl_api.unit_move (lishu, ''2016-01-01'', siping, null, ''文'') from ids', 'JL001', null, 'a move needs another parent');
select throws_ok ('select jl_api.unit_merge (array[siping], tiexi, ''2016-01-01'', ''文'') from ids', 'JL001', null, 'a city is not merged');

-- 更名.
select isnt (jl_api.unit_rename (shuangliao, '2016-01-01', '双辽新市', '双辽新市', '220399', null, '民政文〔2016〕1号'), null, 'a unit is renamed') from ids;
select results_eq ($$ select name, code, type, upper (valid) from jl.unit_version, ids where unit_id = shuangliao order by valid $$,
  $$ values ('双辽市', '220382', 'county_city', date '2016-01-01'), ('双辽新市', '220399', 'county_city', null) $$, 'both names have their time');
select is (jl.unit_of_code ('220382'), jl.unit_of_code ('220399'), 'both codes find it');
select is (count (*)::int, 1, 'it is assessed as before') from jl.assessed_unit, ids where unit_id = shuangliao and upper_inf (valid);

-- 划归: 梨树 from 四平 to 辽源, 延吉 out of 延边州.
select isnt (jl_api.unit_move (lishu, '2016-01-01', liaoyuan, '220499', '国函〔2016〕1号'), null, 'a county moves') from ids;
select is (v.parent_id, liaoyuan, 'it stands under the other city') from ids, jl.unit_version v where v.unit_id = lishu and upper_inf (v.valid);
select ok (a.place_order > l.place_order, 'and behind it in the order of divisions') from ids
  join jl.assessed_unit a on a.unit_id = lishu and upper_inf (a.valid) join jl.assessed_unit l on l.unit_id = liaoyuan and upper_inf (l.valid);
select isnt (jl_api.unit_move (yanji, '2016-01-01', liaoyuan, '220498', '国函〔2016〕2号'), null, 'a city leaves the prefecture that is summed') from ids;
select is_empty ($$ select from jl.assessed_unit_part p, ids where p.leaf_id = yanji and p.assessed_id = yanbian and p.valid @> date '2016-06-01' $$,
  'whose sum no longer has it');

-- 撤并: 铁东 goes into 铁西.
select isnt (jl_api.unit_merge (array[tiedong], tiexi, '2016-01-01', '国函〔2016〕3号'), null, 'a district is merged') from ids;
select is (v.type, 'part', 'it stays as a part') from ids, jl.unit_version v where v.unit_id = tiedong and upper_inf (v.valid);
select results_eq ('select p.assessed_id from jl.assessed_unit_part p, ids where p.leaf_id = tiedong and p.valid @> date ''2016-06-01''',
  'select siping from ids', 'for which 四平 goes on answering');
-- A county-level unit taken over by another: its facts count with the taker from then on.
select isnt (jl_api.unit_merge (array[jl.unit_of_code ('220422')], jl.unit_of_code ('220421'), '2016-01-01', '国函〔2016〕4号'), null,
  'a county goes into another');
select is_empty ($$ select from jl.assessed_unit where unit_id = jl.unit_of_code ('220422') and valid @> date '2016-06-01' $$, 'and is assessed no more');

-- 析置: half of 宁江's buildings become a county of their own.
create temp table moved as
select array_agg (id) as ids from (select id from jl.building where unit_id = jl.unit_of_code ('220702') order by id limit 10) b;
select isnt (jl_api.unit_split (jl.unit_of_code ('220702'), '2016-01-01', '江北县', '江北县', '220725', 'county', m.ids, '{}', '国函〔2016〕5号'), null,
  'a unit is split') from moved m;
select is (count (*)::int, 10, 'the buildings that were named went') from jl.building where unit_id = jl.unit_of_code ('220725');
select is_empty ('select from jl.building b join jl.building_season s on s.building_id = b.id where s.unit_id <> b.unit_id',
  'with all their seasons, closed ones too');
reset session authorization;

-- Nothing is lost.
select results_eq ('select year::int, sum (central) from pg_temp.leaves () group by year order by year',
  'select year::int, central from province_before order by year', 'the province has what it had');
select is_empty ('select * from pg_temp.shown () except select * from before', 'every figure as then stands');
select is_empty ('select * from before except select * from pg_temp.shown ()', 'and none is missing');
select is_empty ('select * from jl.sums_difference ()', 'the kept sums are the truth');

-- As now: the same facts by the divisions of 2016.
set local jl.places_on = '2016-06-01';
select is (
  (select jl.sum8 (f.denominator) from jl_api.figures (2012) f where f.indicator = 'metered_share' and f.unit_id = jl.unit_of_code ('220725')),
  (select sum (s.res_heated_dm2::bigint + s.other_heated_dm2)::bigint from jl.building_season s
   where s.unit_id = jl.unit_of_code ('220725') and s.year = 2012 and s.central and not s.missing),
  'what was split off has its own past');
select is_empty ($$ select leaf_id from jl.leaf_owners ('2012-12-31') group by leaf_id having count (*) > 1 $$, 'no place counts twice');
select throws_ok ('select jl.require_present ()', 'JL003', null, 'nothing is judged from such a view');
reset jl.places_on;
select is (count (*)::int, 6, 'every operation is on record') from jl.unit_operation where not running;

select * from finish ();
rollback;

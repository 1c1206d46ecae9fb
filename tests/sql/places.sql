-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Places over time: who was what on a day, who answers for whom, and which code finds which unit.

begin;
select plan (20);

select is (count(*)::int, 0, 'every day from 2000 on has one version of every unit')
from jl.unit u cross join (values (date '2000-01-01'), ('2010-06-01'), ('2014-01-01'), ('2030-01-01')) d (day)
where (select count(*) from jl.unit_version v where v.unit_id = u.id and v.valid @> d.day) <> 1;

select results_eq (
  $$ select grp, count(*)::int from jl.assessed_unit where valid @> date '2012-12-31' group by 1 order by 1 $$,
  $$ values ('committee', 1), ('county', 40), ('prefecture', 8), ('prefecture_sum', 1) $$,
  '50 units are assessed in 2012');
select is (count(*)::int, 49, '九台 leaves the table in 2014') from jl.assessed_unit where valid @> date '2014-12-31';

select results_eq (
  $$ select code, name, type, valid_precision from jl.unit_version where unit_id = jl.unit_of_code ('220181') order by valid $$,
  $$ values ('220181', '九台市', 'county_city', 'year'), ('220113', '九台区', 'district', 'year') $$,
  '九台 becomes a district, known by year only');
select is (jl.unit_of_code ('220724'), jl.unit_of_code ('220781'), 'both codes of 扶余 find one unit');
select is (jl.unit_of_code ('220381'), jl.unit_of_code ('220184'), 'both codes of 公主岭 find one unit');
select is (jl.unit_of_code ('CBS'), (select unit_id from jl.unit_version where short_name = '长白山管委会'),
  '长白山管委会 has a code of ours');
select is (jl.unit_of_code ('220999'), null, 'a code that never was finds nothing');
select is (name, '八道江区', '浑江区 was renamed in 2010') from jl.unit_version where code = '220602' and valid @> date '2009-12-31';
select results_eq (
  $$ select short_name from jl.unit_version v where parent_id = jl.unit_of_code ('220100') and code = '220184' $$,
  array['公主岭市'], '公主岭 stands under 长春 from 2020');
select ok (a.place_order between d.place_order and j.place_order, 'and follows 德惠 in the order of divisions')
from jl.assessed_unit a, jl.assessed_unit d, jl.assessed_unit j
where a.unit_id = jl.unit_of_code ('220184') and a.valid @> date '2020-06-01' and d.unit_id = jl.unit_of_code ('220183')
  and j.unit_id = jl.unit_of_code ('220200');

select is_empty (
  $$ select leaf_id from jl.assessed_unit_part p join jl.assessed_unit a on a.unit_id = p.assessed_id
     where p.valid @> date '2012-12-31' and a.valid @> date '2012-12-31' and a.grp <> 'prefecture_sum'
     group by leaf_id having count(*) > 1 $$,
  'a leaf answers to one unit, the sum line apart');
select is (count(*)::int, 8, '延边州 sums eight counties') from jl.assessed_unit_part
where assessed_id = jl.unit_of_code ('222400') and valid @> date '2012-12-31';
select results_eq (
  $$ select d.y, exists (select from jl.assessed_unit_part where assessed_id = jl.unit_of_code ('220100')
                         and leaf_id = jl.unit_of_code ('220181') and valid @> make_date (d.y, 12, 31))
     from (values (2013), (2014)) d (y) $$,
  $$ values (2013, false), (2014, true) $$, '九台 is part of 长春市 from 2014');
select throws_ok (
  $$ insert into jl.unit_version (unit_id, valid, code, name, short_name, type) values (3, '[2012-01-01,2013-01-01)',
    '220102', 'x', 'x', 'district') $$,
  '23P01', null, 'two versions of a unit never overlap');

select results_eq ('select "row"::int, count(*)::int from jl.map_tile group by 1 order by 1',
  'values (0, 2), (1, 4), (2, 4), (3, 2)',
                   'twelve tiles in four rows');
select is (count(*)::int, 20, 'seasons 2005 to 2024') from jl.season;
select is (count(*)::int, 20, 'and a partition for each') from pg_inherits where inhparent = 'jl.building_season'::regclass;
select lives_ok ('select jl.ensure_season (2031)', 'a season can be added');
select is (starts_on, date '2031-10-25', 'with the province''s first day') from jl.season where year = 2031;

select * from finish ();
rollback;

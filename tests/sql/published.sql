-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Published figures: whole or not at all, the same file twice changes nothing, shown with their source.

begin;
select plan (22);

create function pg_temp.row (line int, code text, place text, period text, indicator text, value text) returns jsonb language sql as
$$ select jsonb_build_object ('line', line, 'place_code', code, 'place', place, 'period', period, 'indicator', indicator,
  'value', value,
                              'unit', '万m²', 'source', '试验', 'note', '') $$;
create function pg_temp.take (variadic rows jsonb[]) returns table (inserted int, unchanged int, updated int) language sql as
$$ select * from jl_api.import_published ('试验.csv', convert_to (rows::text, 'UTF8'), to_jsonb (rows)) $$;
create function pg_temp.line_of (r jsonb) returns text language plpgsql as
$$ declare m text; d text; begin
  perform pg_temp.take (pg_temp.row (2, '220100', '长春市', '2012', 'metered_area_installed', '1'), r);
  return 'taken';
exception when sqlstate 'JL001' then get stacked diagnostics m = message_text, d = pg_exception_detail; return d || ': ' || m; end $$;
create temp table before as select count(*) as n from jl.published_figure;
grant select on before to public;

set session authorization jl_practice_housing1;
select is (pg_temp.line_of (pg_temp.row (3, '22010', '长春市', '2012', 'metered_area_installed', '1')),
  'line 3: 22010: This is no place code', 'a bad code');
select is (pg_temp.line_of (pg_temp.row (4, '220999', '长春市', '2012', 'metered_area_installed', '1')),
  'line 4: 220999: No place has or had this code', 'an unknown place');
select is (pg_temp.line_of (pg_temp.row (5, '220200', '长春市', '2012', 'metered_area_installed', '1')),
  'line 5: 220200 长春市: The code is that of another place', 'a code of another place');
select is (pg_temp.line_of (pg_temp.row (6, '220100', '长春市', '12', 'metered_area_installed', '1')),
  'line 6: 12: This is no year or run of years', 'a bad period');
select is (pg_temp.line_of (pg_temp.row (6, '220100', '长春市', '2012-2010', 'metered_area_installed', '1')),
  'line 6: 2012-2010: This is no year or run of years', 'years backward');
select is (pg_temp.line_of (pg_temp.row (7, '220100', '长春市', '2012', 'unheard_of', '1')),
  'line 7: unheard_of: This is no published indicator', 'an unknown indicator');
select is (pg_temp.line_of (pg_temp.row (8, '220100', '长春市', '2012', 'metered_area_installed', '1,5')),
  'line 8: 1,5: This is no number', 'a bad number');
select is (pg_temp.line_of (pg_temp.row (9, '220100', '', '2012', 'metered_area_installed', '1')),
  'line 9: The place is missing', 'no place');
select is (pg_temp.line_of (pg_temp.row (10, '220100', '长春市', '2012', 'metered_area_installed', '2')),
  'lines 2 and 10: Two lines give the same figure', 'the same figure twice');
select is (pg_temp.line_of (pg_temp.row (9, '220100', '长春市', '2013', 'metered_area_installed', '1') - 'source'),
  'line 9: The source is missing', 'no source');
select is ((select count(*) from jl.published_figure), (select n from before), 'nothing of a bad file is kept');
select is ((select count(*)::int from jl.import_file where name = '试验.csv'), 0, 'nor the file');

select results_eq (
  $$ select * from pg_temp.take (pg_temp.row (2, '220100', '长春市', '2012', 'metered_area_installed', '1.50'), pg_temp.row (3,
    'CBS', '长白山管委会', '2006-2010', 'retrofit_buildings', '7')) $$,
  'values (2, 0, 0)', 'two rows are taken');
select results_eq (
  $$ select * from pg_temp.take (pg_temp.row (2, '220100', '长春市', '2012', 'metered_area_installed', '1.50'), pg_temp.row (3,
    'CBS', '长白山管委会', '2006-2010', 'retrofit_buildings', '7')) $$,
  'values (0, 2, 0)', 'the same again changes nothing');
select is ((select count(*)::int from jl.import_file where name = '试验.csv'), 1, 'and keeps one file');
select results_eq (
  $$ select * from pg_temp.take (pg_temp.row (2, '220100', '长春市', '2012', 'metered_area_installed', '1.60'), pg_temp.row (3,
    'CBS', '长白山管委会', '2006-2010', 'retrofit_buildings', '7')) $$,
  'values (0, 1, 1)', 'a corrected figure is an update');
select results_eq (
  $$ select p.value, p.version, h.value from jl.published_figure p join jl.published_figure_history h using (id)
    where p.source = '试验' $$,
  'values (1.60, 2, 1.50)', 'whose former value is kept');
select is (years, int4range (2006, 2011), 'a period is a range of years') from jl.published_figure
  where source = '试验' and place_code = 'CBS';
select results_eq (
  $$ select period, label, value, unit, place from jl_api.published (2) where source = '试验' $$,
  $$ values ('2012', '装置安装面积', 1.60, '万㎡', '长春市') $$, 'the page of a city shows it');
select is_empty ($$ select from jl_api.published (null) where place not in ('吉林省', '北方采暖地区') $$,
  'the page of the province shows the province and the north');

set session authorization jl_practice_price1;
select throws_ok ($$ select * from pg_temp.take (pg_temp.row (2, '220100', '长春市', '2012', 'metered_area_installed', '9')) $$,
  '42501', null, 'others import nothing');
select isnt_empty ($$ select from jl_api.published (2) $$, 'but read it');

reset session authorization;
select * from finish ();
rollback;

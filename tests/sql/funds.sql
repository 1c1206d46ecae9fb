-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 奖励资金测算额 by the national formula, every coefficient a dated rule.

begin;
select plan (27);

create temp table home as select l.leaf_id, l.assessed_id from jl.practice_leaves (1) l where l.code like '2201%' order by l.leaf_id limit 1;
insert into jl.retrofit_project (id, unit_id, code, name, year, stock_class, envelope, indoor, sources, area_dm2, done_on, saving_factor)
select 900001, leaf_id, 'F-1', 'x', 2010, 'existing', true, true, true, 100000000, '2010-08-01', 1 from home;
create function pg_temp.award (day date default '2014-12-31') returns bigint language sql as
$$ select a.award_fen from jl_api.award_estimate (900001, p_as_of => day) a $$;
create function pg_temp.yuan_wan (wan numeric) returns bigint language sql as $$ select (wan * 1000000)::bigint $$;

select is (pg_temp.award (), pg_temp.yuan_wan (5500), '100万㎡, all contents, 严寒地区: 5500万元');
select results_eq ('select content_fen, saving_fen, base, weight, progress, missing from jl_api.award_estimate (900001, p_as_of => ''2014-12-31'')',
  $$ values (pg_temp.yuan_wan (3850), pg_temp.yuan_wan (1650), 55::numeric, 1::numeric, 1.0::numeric, '{}'::text[]) $$, 'of which 70 % by contents and 30 % by the saving');

-- The list says it as of the end of the project's year, and what it lacks.
create function pg_temp.listed () returns text language sql as $$
  select concat_ws (' ', coalesce (l.award_fen::text, '-'), l.award_missing) from jl_api.retrofit_project_list l where l.id = 900001
$$;
select is (btrim (pg_temp.listed ()), pg_temp.yuan_wan (5500)::text, 'in the list, nothing lacking');
update jl.retrofit_project set done_on = '2010-12-31' where id = 900001;
select is (btrim (pg_temp.listed ()), pg_temp.yuan_wan (4400)::text, 'done on the last day of its year, before the next season');
update jl.retrofit_project set done_on = '2011-01-01' where id = 900001;
select is (pg_temp.listed (), '- 完成日期', 'a day later its year does not know of it');
update jl.retrofit_project set done_on = '2010-08-01', saving_factor = null, indoor = null where id = 900001;
select is (pg_temp.listed (), '- 改造内容、节能效果系数', 'what is lacking is named');
update jl.retrofit_project set saving_factor = 1, indoor = true where id = 900001;
select is_empty ($$ select from jl_api.retrofit_project_list l join jl_api.award_estimate () a on a.project_id = l.id
  where a.award_fen is distinct from l.award_fen or array_to_string (a.missing, '、') <> coalesce (l.award_missing, '') $$, 'the list and the estimate are one');

-- The season before which it was done gives the factor of progress; its first day is too late.
update jl.retrofit_project set done_on = '2010-10-24' where id = 900001;
select is (pg_temp.award (), pg_temp.yuan_wan (5500), 'done the day before the season of 2010: 1.0');
update jl.retrofit_project set done_on = '2010-10-25' where id = 900001;
select is (pg_temp.award (), pg_temp.yuan_wan (4400), 'done on its first day: 0.8');
update jl.retrofit_project set done_on = '2009-10-24' where id = 900001;
select is (pg_temp.award (), pg_temp.yuan_wan (6600), 'before the season of 2009: 1.2');
insert into jl.rule (kind, unit_id, valid, value_choice, basis) select 'season.first_day', assessed_id, '[2010-01-01,)', '10-20', 'test' from home;
update jl.retrofit_project set done_on = '2010-10-20' where id = 900001;
select is (pg_temp.award (), pg_temp.yuan_wan (4400), 'a unit''s own season counts');
update jl.retrofit_project set done_on = '2010-08-01' where id = 900001;

-- Contents and saving.
update jl.retrofit_project set envelope = false, sources = false where id = 900001;
select is (pg_temp.award (), pg_temp.yuan_wan (55 * 100 * (0.3 * 0.7 + 0.3)), 'indoor metering alone: 30 % of the contents');
update jl.retrofit_project set indoor = false, saving_factor = 0 where id = 900001;
select is (pg_temp.award (), 0::bigint, 'nothing done, nothing saved: nothing, which is known');
update jl.retrofit_project set envelope = true, indoor = true, sources = true, saving_factor = 1.1 where id = 900001;
select is (pg_temp.award (), pg_temp.yuan_wan (5500 + 165), 'a tenth more saved: 3 % more');

-- 寒冷地区 45 yuan/㎡: 3.12万㎡ are 140.4万元; 75万㎡ are 2362.5万元 by contents alone.
insert into jl.rule (kind, unit_id, valid, value_number, basis) select 'fund.base_yuan_m2', assessed_id, '[2007-12-20,)', 45, 'test' from home;
update jl.retrofit_project set area_dm2 = 3120000, saving_factor = 1 where id = 900001;
select is (pg_temp.award (), pg_temp.yuan_wan (140.4), '3.12万㎡ at 45 yuan');
update jl.retrofit_project set area_dm2 = 75000000 where id = 900001;
select is (content_fen, pg_temp.yuan_wan (2362.5), '75万㎡ at 45 yuan, contents alone') from jl_api.award_estimate (900001, p_as_of => '2014-12-31');

select is (btrim (pg_temp.listed ()), pg_temp.yuan_wan (3375)::text, 'the list takes the unit''s own rule') from home;

-- What is not known makes no estimate, and is named.
update jl.retrofit_project set saving_factor = null where id = 900001;
select results_eq ('select award_fen, content_fen, missing from jl_api.award_estimate (900001, p_as_of => ''2014-12-31'')',
  $$ values (null::bigint, pg_temp.yuan_wan (2362.5), '{节能效果系数}'::text[]) $$, 'no factor of saving');
update jl.retrofit_project set sources = null, area_dm2 = null where id = 900001;
select is (missing, '{改造面积,改造内容,节能效果系数}', 'several things') from jl_api.award_estimate (900001, p_as_of => '2014-12-31');
update jl.retrofit_project set sources = false, area_dm2 = 100, saving_factor = 1 where id = 900001;
select results_eq ('select award_fen, missing from jl_api.award_estimate (900001, p_as_of => ''2010-07-31'')',
  $$ values (null::bigint, '{完成日期}'::text[]) $$, 'before it is done');
delete from jl.rule where kind = 'fund.weight.envelope';
select results_eq ('select award_fen, missing from jl_api.award_estimate (900001, p_as_of => ''2014-12-31'')',
  $$ values (null::bigint, '{测算规则}'::text[]) $$, 'a rule that is not there');
select is (pg_temp.listed (), '- 测算规则', 'in the list as well');
select throws_ok ($$ insert into jl.rule (kind, unit_id, valid, value_number, basis) values ('fund.weight.indoor', 2, '[2001-01-01,2002-01-01)', 101, 'x') $$,
  'JL001', null, 'a weight is a percentage');
select throws_ok ($$ insert into jl.rule (kind, unit_id, valid, value_number, basis) values ('fund.progress', 2, '[2001-01-01,2002-01-01)', -1, 'x') $$,
  'JL001', null, 'a factor is not negative');

-- A unit's projects are those of its parts.
select is (count (*), (select count (*) from jl.retrofit_project r join jl.assessed_unit_part p on p.leaf_id = r.unit_id and p.valid @> date '2014-12-31'
                       where p.assessed_id = (select assessed_id from home) and r.year = 2012 and r.stock_class in ('existing', 'nonsaving')),
           'a unit''s projects of existing housing of a year')
from jl_api.award_estimate (null, (select assessed_id from home), 2012, '2014-12-31');
select ok (count (award_fen) > 0 and count (*) > count (award_fen), 'practice has projects with an estimate and without')
from jl_api.award_estimate (null, null, 2012);
set session authorization jl_practice_city1;
select is_empty ($$ select from jl_api.award_estimate () a where a.unit_id <> all (jl.scope_ids ()) $$, 'a clerk reads his own units'' only');
reset session authorization;

select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The two-part price as cities published it, bills under the three ways to settle, which policy holds on which day, a company's revenue.

begin;
select plan (75);

create function pg_temp.unit (code text) returns int language sql as $$ select jl.unit_of_code (code) $$;

-- 兰州市2021: with 0.36894 GJ/㎡ the four published prices come out to the fen.
select is (round (jl.price_metered (jl.price_of_season (t.area_price, t.periods), t.basic_share, 0.36894), 2), t.metered_price, '兰州市' || t.class)
from jl.reference_tariff t where t.city = '兰州市' order by t.area_price;
select is (array_agg (metered_price order by metered_price), '{47.43,66.41,77.79,87.28}'::numeric[], 'which are these four')
from jl.reference_tariff where city = '兰州市';
select is (jl.price_basic (jl.price_of_season (t.area_price, t.periods), t.basic_share), t.basic_price, '兰州市 basic price')
from jl.reference_tariff t where t.city = '兰州市' and t.class = '居民';

-- 北京市2010: half of 24 yuan and 18 of 30; 0.16 yuan/kWh is 44.44 yuan/GJ, which both stand for 75 kWh/㎡.
select is (jl.price_basic (jl.price_of_season (t.area_price, t.periods), t.basic_share), t.basic_price, '北京市 basic price of ' || t.area_price)
from jl.reference_tariff t where t.city = '北京市' order by t.area_price;
select is (round (jl.price_metered (t.area_price, t.basic_share, 75 * 0.0036), 6), round (t.metered_price / 0.0036, 6), '北京市 metered price of ' || t.area_price)
from jl.reference_tariff t where t.city = '北京市' order by t.area_price;

-- 洛阳市2013: a price by the day carries its days; without them there is no price of a season.
select is (jl.price_of_season (0.18, 121), 21.78, 'a daily price times its days');
select is (jl.price_basic (jl.price_of_season (t.area_price, 121), t.basic_share), 0.054 * 121, '洛阳市 basic price')
from jl.reference_tariff t where t.city = '洛阳市';
select is (round (jl.price_metered (jl.price_of_season (t.area_price, 121), t.basic_share, 107.4 * 0.0036) * 0.0036, 3), t.metered_price,
  '洛阳市 metered price') from jl.reference_tariff t where t.city = '洛阳市';
select is (jl.price_of_season (t.area_price, t.periods), null, 'no days, no price of the season') from jl.reference_tariff t where t.city = '洛阳市';
select is (jl.price_metered (25, 30, null), null, 'no mean heat use, no price');
select is (jl.price_metered (25, 30, 0), null, 'nor of none');
select is (jl.price_metered (25, 100, 0.4), 0::numeric, 'all in the basic price: heat costs nothing');
select is (count (*)::int, 11, 'eleven tariffs of other cities') from jl.reference_tariff;
select is_empty ('select from jl.reference_tariff where source = ''''', 'each with its source');

-- A flat of 80 ㎡ at 25 yuan/㎡ (basic 7.5, 47.43 yuan/GJ).
select is (jl.bill_by_area (8000, 25), 200000::bigint, 'by area');
select is (jl.bill_by_heat (8000, 300000, 7.5, 47.43), 202290::bigint, 'by heat, 30 GJ');
select is (jl.bill_by_heat (8000, 200000, 7.5, 47.43), 154860::bigint, 'by heat, 20 GJ');
select is (jl.bill_by_heat (8000, 0, 7.5, 47.43), 60000::bigint, 'no heat: the basic price remains');
select is (jl.bill_by_heat (8000, 300000, 7.5, 47.43, 0.9), 188061::bigint, 'a flat under the roof: less for the same heat');
select is (jl.bill_by_heat (1, 1, 0.005, 0.5), 0::bigint, 'a bill is whole fen');
select is (jl.bill_by_heat (8000, null, 7.5, 47.43), null, 'heat that is not known makes no bill');
select is (s, x.says, x.rule || ', ' || x.heat)
from (values ('capped', 202290, row (200000::bigint, 0::bigint)), ('capped', 154860, row (154860::bigint, 0::bigint)),
             ('both_ways', 202290, row (202290::bigint, 0::bigint)), ('both_ways', 154860, row (154860::bigint, 0::bigint)),
             ('set_off', 202290, row (200000::bigint, 0::bigint)), ('set_off', 154860, row (200000::bigint, 45140::bigint))) x (rule, heat, says)
cross join lateral (select row (b.due_fen, b.carried_fen) as s from jl.bill_settled (x.rule, 200000, x.heat) b) y;
select is (row (b.due_fen, b.carried_fen), row (null::bigint, null::bigint), 'no rule, no settled bill') from jl.bill_settled (null, 200000, 154860) b;
select is (row (b.due_fen, b.carried_fen), row (null::bigint, null::bigint), 'no heat, no settled bill') from jl.bill_settled ('capped', 200000, null) b;

-- Which policy holds. 公主岭市 is asked about on its own: policies of its own only.
delete from jl.price_policy_unit;
delete from jl.price where unit_id in (pg_temp.unit ('220381'), pg_temp.unit ('220300'));
delete from jl.price_policy where unit_id in (pg_temp.unit ('220381'), pg_temp.unit ('220300'));
create function pg_temp.issued (day date) returns date language sql as
$$ select max (i.done_on) from jl.price_issued (day) i where i.unit_id = jl.unit_of_code ('220381') $$;
create function pg_temp.held (day date) returns text language sql as
$$ select max (p.number) from jl.price_in_force (day) f join jl.price_policy p on p.id = f.policy_id where f.unit_id = jl.unit_of_code ('220381') $$;
select is (pg_temp.issued ('2014-01-01'), null, 'no policy, none issued');
insert into jl.price_policy (id, unit_id, number, title, issuer, issued_on, effective_on, ended_on, settlement) values
  (90001, pg_temp.unit ('220381'), '甲', 'x', 'x', '2010-10-01', '2010-10-25', '2013-10-01', 'capped'),
  (90002, pg_temp.unit ('220381'), '乙', 'x', 'x', '2012-09-01', '2012-10-25', null, 'both_ways');
select is (pg_temp.issued ('2010-09-30'), null, 'the day before it is not issued');
select is (pg_temp.issued ('2010-10-01'), date '2010-10-01', 'on its day it is');
select is (pg_temp.issued ('2014-01-01'), date '2010-10-01', 'the first counts, though it has ended');
select is (pg_temp.held ('2010-10-24'), null, 'issued is not in force');
select is (pg_temp.held ('2010-10-25'), '甲', 'in force from its day');
select is (pg_temp.held ('2012-10-25'), '乙', 'of two the newer holds');
update jl.price_policy set ended_on = '2013-05-01' where id = 90002;
select is (pg_temp.held ('2013-04-30'), '乙', 'until the day before it ends');
select is (pg_temp.held ('2013-05-01'), '甲', 'then the older again');
select is (pg_temp.held ('2013-10-01'), null, 'until it ends too');
insert into jl.price_policy (id, unit_id, number, title, issuer, issued_on, effective_on) values
  (90003, pg_temp.unit ('220300'), '丙', 'x', 'x', '2010-08-01', '2010-10-25');
select is (pg_temp.issued ('2014-01-01'), date '2010-10-01', 'another unit''s policy is not its own');
insert into jl.price_policy_unit (policy_id, unit_id) values (90003, pg_temp.unit ('220381'));
select is (pg_temp.issued ('2014-01-01'), date '2010-08-01', 'unless it is named there');
select is (pg_temp.held ('2014-01-01'), '丙', 'and in force');
select is (f.done_on, date '2010-08-01', 'the figure follows') from jl_api.figures (2012) f
where f.unit_id = pg_temp.unit ('220381') and f.indicator = 'price_policy';
select is (i.numerator, f.numerator, 'alone too') from jl_api.figures (2012) f
join jl_api.indicator (2012, 'price_policy') i using (unit_id) where f.unit_id = pg_temp.unit ('220381') and f.indicator = 'price_policy';
select is (w.records_n, 3, 'with the records behind it') from jl_api.why (pg_temp.unit ('220381'), 'price_policy', 2012) w;

-- Declared against implied.
insert into jl.price (id, policy_id, unit_id, class, area_price, period, periods, basic_share, mean_heat, metered_price, basic_price) values
  (90001, 90003, pg_temp.unit ('220300'), 'residential', 5, 'month', 5, 30, 0.36894, 47.43, 7.5),
  (90002, 90003, pg_temp.unit ('220300'), 'nonresidential', 7, 'month', 5, 30, 0.36894, 73.05, null),
  (90003, 90003, pg_temp.unit ('220300'), 'hotel', 0.2, 'day', 168, 30, null, 60, null);
select results_eq (
  $$ select class, season_price, basic_implied, metered_implied, metered_declared, deviation from jl_api.price_implied (pg_temp.unit ('220300'), '2014-12-31') $$,
  $$ values ('residential', 25.0, 7.50, 47.43, 47.43, -0.01), ('nonresidential', 35.0, 10.50, 66.41, 73.05, 10.00),
            ('hotel', 33.6, 10.08, null::numeric, 60, null) $$, 'the season''s price, what follows from it and how far off the declared one is');
select is (count (*)::int, 3, 'the unit that is named beside it has the same prices') from jl_api.price_implied (pg_temp.unit ('220381'), '2014-12-31') p
where p.policy_id = 90003;
select is_empty ($$ select from jl_api.price_implied (pg_temp.unit ('220300'), '2010-10-24') $$, 'none before they hold');
select results_eq ('select * from jl_api.household_bill (90001, 8000, 200000)',
  $$ values (200000::bigint, 60000::bigint, 94860::bigint, 154860::bigint, null::text, null::bigint, null::bigint) $$,
  'a household''s bill; unsettled while the policy names no rule');
update jl.price_policy set settlement = 'set_off' where id = 90003;
select results_eq ('select due_fen, carried_fen from jl_api.household_bill (90001, 8000, 200000)', 'values (200000::bigint, 45140::bigint)', 'settled');
select results_eq ('select basic_fen, by_heat_fen from jl_api.household_bill (90002, 8000, 200000)',
  'values (84000::bigint, 230100::bigint)', 'a basic price that is not declared follows from the share');

-- A flat of 100 ㎡ at the mean heat, 36.894 GJ: 7.5 × 100 and 47.43 × 36.894 yuan against 25 × 100; its factor concerns the metered part.
create function pg_temp.flat (id int) returns text language sql as $$
  select concat_ws (' ', coalesce (l.flat_by_area_fen::text, '-'), coalesce (l.flat_by_heat_fen::text, '-'), coalesce (l.flat_difference_fen::text, '-'),
    coalesce (l.end_by_heat_fen::text, '-'), coalesce (l.top_by_heat_fen::text, '-')) from jl_api.price_list l where l.id = $1
$$;
select is (pg_temp.flat (90001), '250000 249988 -12 - -', 'by area, by heat, the difference; nothing where no factor is declared');
select is (pg_temp.flat (90003), '336000 - - - -', 'no mean heat, no bill by heat');
select is (by_heat_fen, null, 'nor a household''s at the end') from jl_api.household_bill (90001, 8000, 200000, 'end');
update jl.price set end_factor = 0.9, top_factor = 0.85 where id = 90001;
select is (pg_temp.flat (90001), '250000 249988 -12 232489 223740', 'at the end and under the roof');
select is (by_heat_fen, 145374::bigint, 'a household at the end pays less for the same heat') from jl_api.household_bill (90001, 8000, 200000, 'end');
select is (by_heat_fen, null, 'there is no other flat') from jl_api.household_bill (90001, 8000, 200000, 'x');
select lives_ok ('update jl.price set end_factor = 2 where id = 90002', 'a factor is at most 2');
select throws_ok ('update jl.price set end_factor = 2.01 where id = 90002', '23514', null, 'and no more');
select throws_ok ('update jl.price set top_factor = 0 where id = 90002', '23514', null, 'and more than nothing');

-- A price by the day or month carries its days or months, or none that are known; a season is one.
select throws_ok ('update jl.price set periods = 1 where id = 90003', '23514', null, 'a price by the day has more than one day');
select throws_ok ('update jl.price set period = ''season'', periods = 5 where id = 90001', '23514', null, 'a season is one');
select throws_ok ('update jl.price set period = ''season'', periods = null where id = 90001', '23514', null, 'and that is known');
update jl.price set periods = null where id = 90003;
select is (pg_temp.flat (90003), '- - - - -', 'days that are not known make no bill');
select throws_ok ($$ update jl.reference_tariff set periods = 1 where city = '洛阳市' $$, '23514', null, 'the same of other cities');
select throws_ok ($$ update jl.reference_tariff set periods = 2 where period = 'season' $$, '23514', null, 'and of their seasons');

-- A company's revenue: what is billed by heat, at the prices in force when the season begins.
create temp table firm as
select c.id as company_id, l.leaf_id from jl.company c join jl.practice_leaves (1) l on l.assessed_id = c.unit_id
where c.unit_id = pg_temp.unit ('220300') order by c.id, l.leaf_id limit 1;
update jl.building set company_id = null where company_id = (select company_id from firm);
insert into jl.building (id, unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on, metered_on, company_id)
select 900000 + n, leaf_id, 'P-' || n, 'x', 5, 100000, 60000, 50, 1, '2005-01-01', '2009-01-01', company_id from firm, generate_series (1, 4) n;
insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2,
                                other_metered_dm2, heat_100kj, fee_fen)
select 900000 + n, leaf_id, 2014, 5, true, true, v.billing, 60000, v.res, 40000, v.other, v.heat, v.fee
from firm, (values (1, 2, 60000, 40000, 4000000, 2000000), (2, 2, 60000, 0, 4000000, 1500000), (3, 2, 60000, 0, null, null), (4, 1, 0, 0, 4000000, 9))
  v (n, billing, res, other, heat, fee);
-- 1: housing 600 ㎡ and 240 GJ, other 400 ㎡ and 160 GJ; 2: housing alone, 240 GJ; 3: heat not known; 4: billed by area.
select results_eq ('select buildings_n, missing_n, metered_dm2, heat_100kj, by_area_fen, by_heat_fen, fee_fen
                    from jl_api.company_revenue (2014, (select company_id from firm))',
  $$ values (3, 1, 220000::bigint, 6400000::bigint, 2 * 1500000::bigint + 1400000, 2 * (450000::bigint + 1138320) + 420000 + 1168800, 3500000::bigint) $$,
  'metered and by area; what is not known is counted and in no sum');
select is_empty ('select from jl_api.company_revenue (2013, (select company_id from firm)) where buildings_n = 3', 'each season by itself');
delete from jl.price where policy_id = 90003;
select results_eq ('select buildings_n, missing_n, by_heat_fen from jl_api.company_revenue (2014, (select company_id from firm))',
  'values (3, 3, null::bigint)', 'without a price in force nothing is known');

-- Everybody reads the same prices.
create temp table answers (digest text);
grant all on answers to public;
set session authorization jl_practice_city1;
insert into answers select md5 (string_agg (p::text, '' order by p::text)) from jl_api.price_implied (null, '2014-12-31') p;
set session authorization jl_practice_price1;
insert into answers select md5 (string_agg (p::text, '' order by p::text)) from jl_api.price_implied (null, '2014-12-31') p;
reset session authorization;
select ok (count (digest) = 2 and count (distinct digest) = 1, 'a clerk reads the prices of all units, as the price bureau does') from answers;

select * from finish ();
rollback;

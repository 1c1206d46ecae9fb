-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The figures of the clauses by hand-made records of 2016, a year that the practice data do not reach; their states; the sums of
-- 延边州, 长白山管委会 and the province; the same rows for every duty; the records behind them.

begin;
select plan (175);

do $$ begin perform jl.ensure_season (2016), jl.ensure_season (2017); end $$;
create temp table place as select jl.unit_of_code ('220182') as leaf, jl.unit_of_code ('220100') as city, jl.unit_of_code ('220102') as a, jl.unit_of_code ('220103') as b;
-- The figures are asked for again whenever this transaction has written to a table since; changes: how many rows it has written by then.
create temp table looked (y int, as_of date, changes bigint, unit_id int, indicator text, numerator bigint, denominator bigint, state text, progress text, missing_n int);
create function pg_temp.figures (p_y int, p_as_of date) returns setof looked language plpgsql as $$
declare
  now_changes bigint := (select sum (pg_stat_get_xact_tuples_inserted (c.oid) + pg_stat_get_xact_tuples_updated (c.oid) + pg_stat_get_xact_tuples_deleted (c.oid))
                         from pg_class c where c.relnamespace = 'jl'::regnamespace and c.relkind = 'r');
begin
  if not exists (select from looked l where l.y = p_y and l.as_of is not distinct from p_as_of and l.changes = now_changes) then
    delete from looked;
    insert into looked
    select p_y, p_as_of, now_changes, f.unit_id, f.indicator, f.numerator, f.denominator, f.state, f.progress, f.missing_n
    from jl_api.clause_figures (p_y, p_as_of) f;
  end if;
  return query select * from looked;
end
$$;
create function pg_temp.f (unit int, code text, y int default 2016, as_of date default null) returns text language sql as $$
  select concat_ws (' ', f.numerator, f.denominator, f.state, f.progress, nullif (f.missing_n, 0)) from pg_temp.figures (y, as_of) f
  where f.unit_id = unit and f.indicator = code
$$;
create temp table before as select f.unit_id, f.indicator, f.numerator, f.denominator from jl_api.clause_figures (2016) f, place where f.unit_id = leaf;
create function pg_temp.more (code text) returns text language sql as $$
  select concat_ws (' ', f.numerator - coalesce (b.numerator, 0), f.denominator - coalesce (b.denominator, 0))
  from pg_temp.figures (2016, null) f join before b using (unit_id, indicator) where f.indicator = code
$$;

select is (count (*)::int, (select count (*)::int from jl.clause_indicator) * 50, 'every unit of 2016 and the province, every figure') from jl_api.clause_figures (2016);
select is (count (*)::int, 0, 'a value has its number and its words, anything else has neither') from jl_api.clause_figures (2012)
where (state = 'value') <> (numerator is not null) or (state = 'value') <> (value_text is not null);
select is_empty ($$
  select f.unit_id, f.indicator, f.records_n, r.n from jl_api.clause_figures (2013) f
  join jl.unit_version v on v.unit_id = f.unit_id and v.valid @> date '2013-12-31' and v.code in ('220000', '222400', '220100')
  cross join lateral (select count (*) as n from jl_api.clause_records (f.indicator, 2013, case v.code when '220000' then null else v.unit_id end)) r
  where f.records_n > 0 and f.records_n <> r.n and f.register <> 'building_season' $$,
  'the province, a sum line and a city: so many records behind each figure');

-- C-NEW. Three projects of 2016: all well; meters late and the gate of the permit against the rules; nothing known. One of 2017.
insert into jl.new_project (id, unit_id, code, name, developer, use, floor_dm2, heated_dm2, fitted_dm2, complies, started_on, completed_on, fitted_on,
  shown_to_buyer, in_contract, in_guarantee, in_manual, bearer, installation_bearer, first_bearer)
select 9001, leaf, 'T1', 't', 't', 'residential', 1000, 1000, 1000, true, '2015-05-01'::date, '2016-08-01'::date, '2016-07-01'::date, true, true, true, true, 'developer', 'developer', 'developer' from place
union all select 9002, leaf, 'T2', 't', 't', 'residential', 3000, 3000, 3000, true, '2015-05-01', '2016-09-01', '2016-10-01', true, true, false, null, 'developer', 'developer', 'buyer' from place
union all select 9003, leaf, 'T3', 't', 't', 'residential', 5000, null, null, null, '2015-05-01', '2016-09-01', null, null, null, null, null, null, null, null from place
union all select 9004, leaf, 'T4', 't', 't', 'residential', 7000, 7000, 7000, true, '2015-05-01', '2017-01-01', '2016-10-01', true, true, true, true, 'developer', 'developer', 'developer' from place;
insert into jl.project_gate (project_id, unit_id, gate, state, done_on, company_present)
select v.p, leaf, v.gate, v.state, v.day, v.present from place cross join (values
  (9001, 'permit', 'done', date '2015-06-01', null::boolean), (9001, 'filing', 'done', '2016-12-31', null), (9001, 'acceptance', 'done', '2016-08-01', true),
  (9002, 'permit', 'against_rules', '2016-02-01', null), (9002, 'filing', 'done', '2017-01-01', null), (9002, 'acceptance', 'done', '2016-09-01', false),
  (9002, 'title', 'not_applicable', null, null), (9001, 'title', 'none', null, null)) v (p, gate, state, day, present);
insert into jl.supply_contract (unit_id, number, company_id, builder, project_id, signed_on, selects, buys, manages, bills, maintains)
select leaf, v.n, (select min (id) from jl.company), 't', v.p, v.day, true, true, true, v.bills, true from place
cross join (values ('T1', 9001, date '2016-08-01', true), ('T2', 9002, '2016-09-02', null)) v (n, p, day, bills);
select is (pg_temp.f (leaf, 'new_projects'), '3 value', 'projects completed') from place;
select is (pg_temp.f (leaf, 'new_installed'), '1000 4000 value not_met 1', 'installed at completion: the late one is not, the unknown is missing') from place;
select is (pg_temp.f (leaf, 'sync_new'), '1 2 value not_met 1', 'by number') from place;
select is (pg_temp.f (leaf, 'new_complying'), '2 2 value met 1', 'complying, a known pair of three') from place;
select is (pg_temp.f (leaf, 'new_disclosed'), '1 2 value not_met 1', 'a mark that is known to lack decides') from place;
select is (pg_temp.f (leaf, 'new_cost'), '1 2 value not_met 1', 'the buyer pays the first verification') from place;
update jl.new_project set installation_bearer = 'buyer' where id = 9001;
select is (pg_temp.f (leaf, 'new_cost'), '0 2 value not_met 1', 'or the installation alone') from place;
update jl.new_project set installation_bearer = null where id = 9001;
select is (pg_temp.f (leaf, 'new_cost'), '0 1 value not_met 2', 'who paid the installation is not known') from place;
update jl.new_project set installation_bearer = 'developer' where id = 9001;
select is (pg_temp.f (leaf, 'new_contract'), '1 3 value not_met', 'a contract of the day of completion is in time, the day after is not') from place;
select is (pg_temp.f (leaf, 'firm_contract_area'), '1000 4000 value not_met 1', 'by area') from place;
select is (pg_temp.f (leaf, 'firm_duties'), '1 1 value met 1', 'duties in the contract') from place;
select is (pg_temp.f (leaf, 'gate_permit'), '1 2 value not_met 1', 'against the rules is not done, unreported is missing') from place;
select is (pg_temp.f (leaf, 'gate_filing'), '1 2 value not_met 1', 'on 31 December it is done, the day after not yet') from place;
select is (pg_temp.f (leaf, 'gate_filing', 2016, '2016-12-30'), '0 2 value 1', 'on 30 December it was not, and the year was not over') from place;
select is (pg_temp.f (leaf, 'gate_title'), '0 1 value not_met 1', 'not applicable is left out') from place;
select is (pg_temp.f (leaf, 'new_breaches'), '1 value not_met', 'gates against the rules') from place;
select is (pg_temp.f (leaf, 'new_company_present'), '1 2 value not_met', 'present at acceptance') from place;
select is (pg_temp.f (leaf, 'new_projects', 2017), '1 value', 'the other of 2017') from place;

-- Every figure that has parts says what they are.
select is_empty ($$ select i.code from jl.clause_indicator i left join lateral jl.clause_parts (i.code, i.kind) k on true
  where i.kind in ('share', 'energy_heat', 'energy_coal', 'deviation', 'yes_no')
    and (k.numerator_kind is null or k.denominator_kind is null or (k.numerator_kind = 'count') <> (k.counted is not null)) $$, 'parts have units');
select is_empty ($$ select i.code from jl.clause_indicator i cross join lateral jl.clause_parts (i.code, i.kind) k
  where i.kind not in ('share', 'energy_heat', 'energy_coal', 'deviation', 'yes_no')
  union all select i.code from jl.clause_indicator i cross join lateral jl.clause_parts (i.code, i.kind) k group by i.code having count (*) > 1 $$,
  'other figures have none, and none has two');
select is (k::text, w.parts, 'the parts of ' || w.code) from (values ('new_installed', '(area,area,)'), ('sync_new', '(count,count,项)'),
  ('public_other_area', '(area,area,)'), ('public_other_n', '(count,count,栋)'), ('fund_early', '(money,money,)'), ('energy_heat', '(heat,area,)'),
  ('energy_coal', '(coal,area,)'), ('quality_pass', '(count,count,个点)'),
  ('settled_share', '(area,area,)'), ('done_tasks', '(count,count,项)'), ('luban_breaches', '(count,count,项)')) w (code, parts)
join jl.clause_indicator i using (code) cross join lateral jl.clause_parts (i.code, i.kind) k;

-- C-EXIST, C-SYNC, C-FUND.
insert into jl.retrofit_project (id, unit_id, code, name, year, stock_class, envelope, indoor, sources, area_dm2, accepted_on, energy_done_on)
select v.id, leaf, v.id::text, 't', 2016, case v.id when 9002 then 'nonsaving' when 9005 then 'office' when 9006 then 'public' else 'existing' end,
  v.e, v.i, v.s, v.area, v.accepted, v.energy from place cross join (values
  (9001, true, true, true, 100, date '2016-12-31', date '2016-09-01'), (9002, true, false, true, 200, '2016-10-01', '2016-09-01'),
  (9003, null, true, false, 400, '2016-10-01', null), (9004, true, true, true, 800, '2017-01-01', '2016-11-01'),
  (9005, false, true, true, 1600, '2016-10-01', null), (9006, null, null, null, 3200, null, null)) v (id, e, i, s, area, accepted, energy);
select is (pg_temp.f (leaf, 'exist_projects'), '3 4 value not_met', 'accepted by 31 December; offices and public buildings are not existing housing') from place;
select is (pg_temp.f (leaf, 'exist_envelope'), '300 300 value 1', 'by content, the unknown is missing') from place;
select is (pg_temp.f (leaf, 'exist_indoor'), '500 700 value', 'indoor') from place;
select is (pg_temp.f (leaf, 'exist_sources'), '300 700 value', 'sources and networks') from place;
select is (pg_temp.f (leaf, 'sync_retrofit'), '2 3 value not_met', 'energy work with metering and sources') from place;
update jl.retrofit_project set energy_done_on = '2016-10-01' where id = 9005;
select is (pg_temp.f (leaf, 'sync_retrofit'), '3 4 value not_met', 'of every class of stock') from place;
insert into jl.building (id, unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on, metered_on, accepted_on)
select v.id, leaf, v.id::text, 't', 1, v.area, v.area, v.energy, v.source, '2009-01-01', '2016-05-01', v.day from place cross join (values
  (900011, 50, 1, 100, date '2016-12-31'), (900012, 50, 1, 200, '2017-01-01'), (900013, 65, 1, 400, '2015-12-31'), (900014, 65, 2, 800, '2016-06-01'),
  (900015, 0, 1, 1600, '2016-06-01'), (900016, 65, 3, 3200, '2016-06-01')) v (id, energy, source, area, day);
select is (pg_temp.more ('exist_area_50'), '100', 'by energy level: accepted on the last day, not the day after');
select is (pg_temp.more ('exist_area_65'), '1200', 'of all years; neither what saves nothing nor scattered boilers');
delete from jl.building where id between 900011 and 900016;
insert into jl.fund (unit_id, year, project_id, use, source, planned_fen, received_fen, spent_fen, spent_on)
select leaf, 2016, v.p, 'metering', v.s, v.planned, v.received, v.spent, v.day from place cross join (values
  (9001, 'government', 1000, 600, 500, date '2016-12-30'), (9001, 'government', 1000, 1000, 300, '2016-12-31'), (9002, null, 500, null, 200, null),
  (null, 'residents', 100, 100, 100, '2016-01-01')) v (p, s, planned, received, spent, day);
select is (pg_temp.f (leaf, 'fund_received'), '1700 2100 value met 1', 'received of planned, against the rule''s limit') from place;
select is (pg_temp.f (leaf, 'fund_government'), '1600 2000 value', 'by source') from place;
select is (pg_temp.f (leaf, 'fund_bank'), 'not_applicable not_applicable', 'no loan is planned') from place;
select is (pg_temp.f (leaf, 'fund_gap'), '400 value 1', 'what is lacking') from place;
select is (pg_temp.f (leaf, 'fund_unsourced'), '500 value not_met', 'without a source') from place;
select is (pg_temp.f (leaf, 'fund_early'), '500 800 value not_met 1', 'spent before acceptance; without a day it is missing') from place;
select is (pg_temp.f (leaf, 'fund_use_metering'), '1700 2100 value 1', 'by use') from place;
select is (pg_temp.f (leaf, 'fund_use_network'), 'not_applicable not_applicable', 'nothing is planned for the network') from place;
-- 100 ㎡, all contents: 55 yuan × 100 × 0.8, known from the day it was done.
select is (pg_temp.f (leaf, 'fund_award'), 'missing missing 4', 'no project has what the award is made of') from place;
update jl.retrofit_project set area_dm2 = 10000, saving_factor = 1, done_on = '2016-08-01' where id = 9001;
select is (pg_temp.f (leaf, 'fund_award'), '440000 value 3', 'the award of one, three are missing; offices have none') from place;
select is (pg_temp.f (leaf, 'fund_award', 2016, '2016-07-31'), 'missing missing 4', 'the day before it was done') from place;
select is (pg_temp.f (leaf, 'fund_award', 2016, '2016-08-01'), '440000 value 3', 'and on the day') from place;
update jl.retrofit_project set area_dm2 = 100, saving_factor = null, done_on = null where id = 9001;

-- C-PRICE: what the policy in force says it has set up; bills of what is billed by heat.
delete from jl.price_policy_unit using place where unit_id = leaf;
delete from jl.price using place where unit_id = leaf;
delete from jl.price_policy_unit u using jl.price_policy p, place where p.id = u.policy_id and p.unit_id = leaf;
delete from jl.price_policy using place where unit_id = leaf;
select is (pg_temp.f (leaf, 'price_charging'), 'missing missing', 'no policy says nothing') from place;
insert into jl.price_policy (id, unit_id, number, title, issuer, issued_on, effective_on, charging_mechanism, supervision_mechanism)
select 9001, leaf, 'T-9001', 't', 't', '2015-01-01', '2015-10-01', true, false from place;
select is (pg_temp.f (leaf, 'price_charging'), '1 value met', 'it is set up') from place;
select is (pg_temp.f (leaf, 'price_supervision'), '0 value not_met', 'it is not') from place;
select is (pg_temp.f (leaf, 'price_maintenance'), 'missing missing 1', 'it is not said') from place;
select is (pg_temp.f (leaf, 'price_charging', 2014), 'missing missing', 'before the policy held') from place;
select is (row (f.numerator, f.denominator), (select row (count (*) filter (where g.numerator > 0), count (g.numerator)) from pg_temp.figures (2016, null) g
    join jl.assessed ('2016-12-31') a on a.unit_id = g.unit_id and a.grp <> 'prefecture_sum' where g.indicator = f.indicator), 'the province counts who has it')
from pg_temp.figures (2016, null) f, place where f.indicator = 'price_charging' and f.unit_id = jl.unit_of_code ('220000');

insert into jl.price (id, policy_id, unit_id, class, area_price, period, periods, basic_share, mean_heat, metered_price, basic_price)
select v.id, 9001, leaf, v.class, v.area_price, 'month', 5, 30, 0.36894, v.metered, v.basic from place cross join (values
  (9001, 'residential', 5, 47.43, 7.5), (9002, 'nonresidential', 7, 73.05, null)) v (id, class, area_price, metered, basic);
insert into jl.building (id, unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on, metered_on, company_id)
select 990000 + n, leaf, 'R-' || n, 't', 5, 100000, 60000, 50, 1, '2005-01-01', '2009-01-01', (select min (id) from jl.company) from place, generate_series (1, 3) n;
insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2,
                                other_metered_dm2, heat_100kj)
select 990000 + v.n, leaf, 2016, 5, true, true, v.billing, 60000, v.res, 40000, v.other, v.heat from place cross join (values
  (1, 2, 60000, 40000, 4000000), (2, 2, 60000, 0, null), (3, 1, 0, 0, 4000000)) v (n, billing, res, other, heat);
-- 600 ㎡ and 240 GJ of housing, 400 ㎡ and 160 GJ of the rest; a second one's heat is not known, the third is billed by area.
select is (pg_temp.f (leaf, 'revenue_by_area'), '2900000 value 1', '25 × 600 and 35 × 400 yuan') from place;
select is (pg_temp.f (leaf, 'revenue_by_heat'), '3177120 value 1', '7.5 × 600 + 47.43 × 240 and 10.5 × 400 + 73.05 × 160') from place;
delete from jl.price where id = 9002;
select is (pg_temp.f (leaf, 'revenue_by_area'), '1500000 value 2', 'without a price for the rest that part is missing') from place;
select is (pg_temp.f (leaf, 'revenue_by_heat'), '1588320 value 2', 'by heat too') from place;
delete from jl.price where id = 9001;
select is (pg_temp.f (leaf, 'revenue_by_heat'), 'missing missing 3', 'without prices nothing is known') from place;
delete from jl.building_season where building_id in (990001, 990002);
select is (pg_temp.f (leaf, 'revenue_by_heat'), '0 value', 'where nothing is billed by heat it brings nothing') from place;
select ok (abs (f.numerator - c.fen) <= f.records_n, 'all companies'' revenue of 2012 to a fen a bill: ' || f.indicator)
from (select sum (r.by_heat_fen)::bigint as by_heat, sum (r.by_area_fen)::bigint as by_area from jl_api.company_revenue (2012) r) r
cross join lateral (values ('revenue_by_heat', r.by_heat), ('revenue_by_area', r.by_area)) c (code, fen)
join jl_api.clause_figures (2012) f on f.indicator = c.code and f.unit_id = jl.unit_of_code ('220000');
delete from jl.building_season where building_id = 990003;
delete from jl.building where id > 990000;

-- C-METER.
insert into jl.product (id, kind, maker, model, admission_no, admitted_on, lapses_on) values
  (9001, 'heat_meter', 't', 'T1', 'T1', '2010-01-01', null), (9002, 'heat_meter', 't', 'T2', 'T2', '2010-01-01', '2016-12-31'), (9003, 'heat_meter', 't', 'T3', null, null, null);
insert into jl.meter_batch (id, unit_id, number, product_id, role, n, in_use_on, removed_on, certificate_no, type_test_no)
select v.id, leaf, v.id::text, v.product, v.role, v.n, v.used, v.removed, v.c, v.t from place cross join (values
  (9001, 9001, 'settlement', 10, date '2016-05-01', null::date, null, null), (9002, 9002, 'settlement', 20, '2016-05-01', null, null, null),
  (9003, 9003, 'settlement', 40, '2016-05-01', '2016-11-01', null, null), (9004, 9001, 'non_settlement', 80, '2016-05-01', null, 'T', 'T'),
  (9005, 9001, 'non_settlement', 160, '2016-05-01', null, 'T', null)) v (id, product, role, n, used, removed, c, t);
insert into jl.verification (batch_id, unit_id, kind, verified_on, valid_until, n_sent, n_passed, fee_fen, fee_bearer)
select v.b, leaf, v.kind, v.day, v.until, 30, v.passed, v.fee, v.bearer from place cross join (values
  (9001, 'first', date '2016-04-01', date '2016-12-30', 9, 100, 'company'), (9001, 'periodic', '2016-12-01', '2019-12-01', 7, 100, 'resident'),
  (9002, 'first', '2016-05-02', '2019-05-01', 10, 0, 'resident'), (9002, 'first', '2016-06-01', '2019-05-01', 30, 100, null)) v (b, kind, day, until, passed, fee, bearer);
select is (pg_temp.more ('meter_verified'), '27 30', 'the lapsed first verification gives way to the periodic one, lots are added, no more than there are, the removed are gone');
select is (pg_temp.f (leaf, 'meter_first'), '9 70 value not_met', 'verified before use') from place;
select is (pg_temp.more ('meter_certified'), '80 240', 'both certificates');
select is (pg_temp.more ('meter_admitted'), '250 270', 'on the day an admission lapses it holds no more');
select is (pg_temp.f (leaf, 'meter_fee'), '1 value not_met 1', 'a fee of nothing is none, an unknown bearer is missing') from place;

-- C-ACCT, C-ENERGY: a company of the city; C-FIRM: its target.
create temp table firm as select min (c.id) as id from jl.company c, place where c.unit_id = city;
insert into jl.account_coverage (unit_id, company_id, year, households, accounts, with_fee, with_subsidy, with_building)
select city, id, 2016, 1000, 950, 900, null, 475 from place, firm;
select is (pg_temp.f (city, 'acct_coverage'), '950 1000 value met', 'accounts of households') from place;
select is (pg_temp.f (city, 'acct_fee'), '900 950 value', 'with fee') from place;
select is (pg_temp.f (city, 'acct_subsidy'), 'missing missing 1', 'with subsidy: nobody knows') from place;
insert into jl.household_account (unit_id, company_id, year, number, area_dm2, heat_100kj, fee_fen, subsidy_fen, paid_fen, building_id)
select leaf, id, 2016, 'T-' || i, 100, 1, 1, 0, case when i < 3 then 1 end, (select min (b.id) from jl.building b) from place, firm, generate_series (1, 3) i;
select is (pg_temp.f (leaf, 'acct_detail'), '2 3 value', 'whole accounts') from place;
insert into jl.energy_use (unit_id, company_id, year, heated_dm2, heat_100kj, coal_kgce) select city, id, 2016, 1000, 30000, 200 from place, firm;
insert into jl.energy_quota (unit_id, from_year, heat_per_m2, coal_per_m2, document) select city, 2016, 0.3, 19.9, 't' from place;
select is (pg_temp.f (city, 'energy_heat'), '30000 1000 value met', 'just the quota') from place;
select is (pg_temp.f (city, 'energy_coal'), '200 1000 value not_met', 'over the quota') from place;
select is (f.value_text || f.value_unit || ' ' || f.rule_value, '20.00kgce/㎡ 19.9', 'in its words') from place, jl_api.clause_figures (2016) f where f.unit_id = city and f.indicator = 'energy_coal';
insert into jl.building (id, unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on, metered_on, accepted_on, company_id)
select 900001, a, 'T1', 't', 1, 60, 60, 50, 1, '2009-01-01'::date, '2016-05-01'::date, '2016-06-01'::date, id from place, firm
union all select 900002, a, 'T2', 't', 1, 40, 40, 50, 1, '2009-01-01', '2016-05-01', '2016-06-01', (select max (c.id) from jl.company c where c.unit_id = city) from place, firm;
insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2)
select b.id, b.unit_id, 2016, 1, true, true, case b.id when 900001 then 2 else 1 end, b.floor_dm2, case b.id when 900001 then b.floor_dm2 else 0 end, 0, 0
from jl.building b where b.id > 900000;
insert into jl.company_target (unit_id, company_id, year, target_dm2) select city, id, 2016, 60 from place, firm
union all select city, max (c.id), 2016, 40 from jl.company c, place where c.unit_id = city group by city;
select is (pg_temp.f (city, 'firm_targets'), '1 2 value not_met', 'one company has met its target exactly, one not') from place;
select is (pg_temp.f (city, 'firm_target_area'), '60 100 value not_met', 'by area') from place;
select is (pg_temp.f (city, 'firm_by_area_n'), '1 value not_met', 'one bills by area what is fit') from place;
select is (pg_temp.f (city, 'firm_by_area'), '40 value not_met', 'so much area') from place;
select is (pg_temp.f (city, 'sync_billed'), '60 100 value not_met', 'fitted and billed') from place;

-- C-BOILER, C-QUALITY.
insert into jl.boiler_house (unit_id, code, name, heated_dm2, planned_on, merged_on) select leaf, v.code, 't', v.area, v.planned, v.merged from place
cross join (values ('T1', 100, date '2016-10-01', date '2016-12-31'), ('T2', 200, '2016-10-01', null), ('T3', 400, '2017-10-01', null)) v (code, area, planned, merged);
select is (pg_temp.more ('boiler_merged'), '1 2', 'merged of those planned by the day');
select is (pg_temp.more ('boiler_left'), '2', 'still there');
select is (pg_temp.more ('boiler_outside'), '600', 'with so much area');
insert into jl.network_work (unit_id, name, kind, year, accepted_on) select leaf, 't', v.kind, 2016, v.day from place
cross join (values ('network_balance', date '2016-12-31'), ('source_automation', '2017-01-01')) v (kind, day);
select is (pg_temp.f (leaf, 'network_done'), '1 2 value not_met', 'works accepted') from place;
select is (pg_temp.f (leaf, 'network_balance'), '1 1 value met', 'balance') from place;
insert into jl.quality_check (unit_id, checked_on, kind, n_checked, n_passed) select leaf, v.day, 'room_temperature', v.n, v.passed from place
cross join (values (date '2016-12-01', 20, 17), ('2017-04-30', 10, 10), ('2017-05-01', 10, 0), ('2017-01-10', 10, null)) v (day, n, passed);
select is (pg_temp.f (leaf, 'quality_pass'), '27 30 value met 1', 'a season ends on 30 April; 90 % is enough') from place;
insert into jl.outage (unit_id, began_on, due_on, repaired_on, cause) select leaf, '2016-12-01', v.due, v.repaired, 'network' from place
cross join (values (date '2016-12-03', date '2016-12-04'), ('2016-12-03', '2016-12-03'), (null, '2016-12-02')) v (due, repaired);
select is (pg_temp.f (leaf, 'outage_late'), '1 3 value not_met', 'repaired a day late; where no term is set the rule sets it') from place;

-- C-ORG, C-VOICE, C-PLAN.
delete from jl.organisation where unit_id = (select leaf from place);
select is (pg_temp.f (leaf, 'org_leading_group'), 'missing missing', 'a register that a unit does not keep is missing') from place;
insert into jl.organisation (unit_id, kind, name, decided_on, ended_on) select leaf, 'leading_group', 't', date '2016-12-31', null::date from place
union all select leaf, 'implementing_rules', 't', '2016-12-01', '2016-12-31' from place;
select is (pg_temp.f (leaf, 'org_leading_group') || ', ' || pg_temp.f (leaf, 'org_implementing_rules'), '1 value met, 0 value not_met', 'set up on the last day, ended on it') from place;
select is (pg_temp.f (leaf, 'org_leading_group', 2016, '2016-12-30') || ', ' || pg_temp.f (leaf, 'org_implementing_rules', 2016, '2016-12-30'), '0 value not_met, 1 value met', 'and the day before') from place;
insert into jl.assigned_task (unit_id, meeting, given_on, content, office, due_on, done_on) select leaf, 't', '2016-01-01', 't', 't', v.due, v.done from place
cross join (values (date '2016-06-30', date '2016-06-30'), ('2016-12-31', null), ('2016-12-01', '2017-01-05')) v (due, done);
select is (pg_temp.f (leaf, 'org_tasks'), '1 3 value not_met', 'done in time of those due') from place;
select is (pg_temp.more ('org_tasks_overdue'), '1', 'overdue from the day after the term');
insert into jl.complaint (unit_id, number, received_on, due_on, kind, closed_on) select leaf, v.number, '2016-03-01', v.due, 'billing', v.closed from place
cross join (values ('T1', date '2016-03-10', date '2016-03-10'), ('T2', '2016-12-31', null), ('T3', '2016-12-01', '2016-12-20')) v (number, due, closed);
select is (pg_temp.f (leaf, 'voice_complaints'), '1 3 value not_met', 'closed in time') from place;
select is (pg_temp.more ('voice_open') || ', ' || pg_temp.more ('voice_overdue'), '1, 0', 'open, overdue');
select is (pg_temp.more ('voice_open_billing') || ', ' || pg_temp.more ('voice_open_meter') || ', ' || pg_temp.more ('voice_overdue_billing'), '1, 0, 0', 'by kind');
insert into jl.dispute (unit_id, number, received_on, due_on, kind, closed_on) select leaf, v.number, '2016-03-01', '2016-12-30', v.kind, v.closed from place
cross join (values ('T1', 'sharing', null::date), ('T2', 'sharing', '2016-12-31'), ('T3', 'meter_error', '2017-01-01')) v (number, kind, closed);
select is (concat_ws (', ', pg_temp.more ('voice_dispute_open_sharing'), pg_temp.more ('voice_dispute_overdue_sharing'), pg_temp.more ('voice_dispute_overdue_meter_error'),
  pg_temp.more ('voice_dispute_overdue')), '1, 1, 1, 2', 'disputes as well, overdue from the day after the term to the day they are closed');
delete from jl.five_year_plan_year where plan_id in (select p.id from jl.five_year_plan p, place where p.unit_id = city);
delete from jl.five_year_plan where unit_id = (select city from place);
insert into jl.five_year_plan (id, unit_id, first_year, last_year) select 9001, city, 2016, 2020 from place;
insert into jl.five_year_plan_year (plan_id, unit_id, year, existing_dm2, nonsaving_dm2) select 9001, city, y, 160, 0 from place, generate_series (2016, 2020) y;
select is (pg_temp.f (city, 'plan_existing'), '100 160 value slow', 'done of the plan to date: 62.5 %') from place;
select is (pg_temp.f (city, 'plan_existing_year'), '2023 value behind', '800 at 100 a year') from place;
select is (pg_temp.f (city, 'plan_nonsaving') || ', ' || pg_temp.f (city, 'plan_public'), 'not_applicable not_applicable, missing missing 5', 'nothing planned; no area given') from place;

-- C-DONE: of 榆树市 price and new buildings are at once or past, offices due on 31 December, other public buildings the day before, the rest later.
create temp table told as select t.* from jl.target t join place on t.unit_id = leaf;
update jl.target t set strength = case t.task when 'public' then 'strive' when 'existing' then 'basically' else 'must' end,
  due_on = case t.task when 'office' then date '2016-12-31' when 'public' then '2016-12-30' when 'existing' then '2017-12-31' end,
  large_dm2 = null, large_n = null, stock_dm2 = coalesce (case t.task when 'office' then u.office when 'public' then coalesce (u.public, 0) + 1 end, t.stock_dm2)
from place, jl.unit_tasks (2016, 2016, '2016-12-31') u
where t.unit_id = leaf and u.unit_id = leaf and t.task in ('price', 'new', 'office', 'public', 'existing');
select is (pg_temp.f (leaf, 'done_tasks') || ', ' || pg_temp.f (leaf, 'done_must'), '2 3 value not_met, 0 value met',
  'price and offices to the dm², public buildings short of one; without new buildings nothing is asked of them') from place;
select is (pg_temp.f (leaf, 'done_tasks', 2016, '2016-12-30') || ', ' || pg_temp.f (leaf, 'done_tasks', 2016, '2016-12-29'), '1 2 value not_met, 1 1 value met',
  'each from its own day on') from place;
update jl.target t set stock_dm2 = t.stock_dm2 + 1 from place where t.unit_id = leaf and t.task = 'office';
select is (pg_temp.f (leaf, 'done_tasks') || ', ' || pg_temp.f (leaf, 'done_must'), '1 3 value not_met, 1 value not_met', 'offices short of one as well') from place;
select set_eq ($$ select jl_api.clause_records ('done_tasks', 2016, leaf) from place $$,
  $$ select t.id::bigint from jl.target t, place where t.unit_id = leaf and t.task in ('price', 'office', 'public') $$, 'the tasks behind it');
select set_eq ($$ select jl_api.clause_records ('done_must', 2016, leaf) from place $$,
  $$ select t.id::bigint from jl.target t, place where t.unit_id = leaf and t.task in ('price', 'office') $$, 'those that must be done');
update jl.target t set stock_dm2 = null from place where t.unit_id = leaf and t.task = 'public';
select is (pg_temp.f (leaf, 'done_tasks') || ', ' || pg_temp.f (leaf, 'done_must'), 'missing missing 1, 1 value not_met', 'of one task nothing is known') from place;
update jl.target t set stock_dm2 = null from place where t.unit_id = leaf and t.task = 'office';
select is (pg_temp.f (leaf, 'done_tasks') || ', ' || pg_temp.f (leaf, 'done_must'), 'missing missing 2, missing missing 1', 'nor whether what must be done is') from place;
update jl.target t set due_on = '2017-01-01' from place where t.unit_id = leaf and t.task in ('price', 'office', 'public');
select is (pg_temp.f (leaf, 'done_tasks') || ', ' || pg_temp.f (leaf, 'done_must'), 'not_due not_due, not_due not_due', 'nothing is due') from place;
update jl.target t set due_on = '2016-12-31' from place where t.unit_id = leaf and t.task in ('price', 'office', 'public');
select is_empty ($$
  select y, unit_id, strength, outcome, count (*) from generate_series (2010, 2014) y cross join lateral jl.due_tasks (y, null) d
  join lateral (select q.unit_id from jl.policy (y) q where q.bar_applies) q using (unit_id) group by y, unit_id, strength, outcome
  except all
  select y, t.unit_id, t.strength, t.outcome, count (*) from generate_series (2010, 2014) y
  cross join lateral jl.judge_tasks (array (select i from jl.inputs (y) i), y) t group by y, t.unit_id, t.strength, t.outcome
$$, 'what the assessment says of them');
update jl.target t set strength = o.strength, due_on = o.due_on, stock_dm2 = o.stock_dm2, large_dm2 = o.large_dm2, large_n = o.large_n from told o where o.id = t.id;

-- C-LUBAN: of 2016 one project with a gate against the rules, one of which something was not reported, one of which nothing was.
select is (pg_temp.f (leaf, 'luban_breaches'), 'not_applicable not_applicable', 'none is for the prize') from place;
update jl.new_project set luban = true where id between 9001 and 9004;
select is (pg_temp.f (leaf, 'luban_breaches'), '1 1 value not_met 2', 'a breach; of two none can be ruled out') from place;
insert into jl.project_gate (project_id, unit_id, gate, state) select 9001, leaf, g, 'not_applicable' from place, unnest (array['contract', 'drawing_review', 'presale', 'connection']) g;
select is (pg_temp.f (leaf, 'luban_breaches'), '1 2 value not_met 1', 'one was cleared') from place;
select is (pg_temp.f (leaf, 'luban_breaches', 2016, '2016-08-31'), '0 1 value met', 'the others were completed in September') from place;
insert into jl.product (id, kind, maker, model) values (9101, 'heat_meter', 't', 'T9');
insert into jl.meter_batch (id, unit_id, number, product_id, role, n, project_id, installed_on) select 9101, leaf, 'T9', 9101, 'control', 1, 9001, '2016-06-01' from place;
select is (pg_temp.f (leaf, 'luban_breaches'), '2 2 value not_met 1', 'a product that was never admitted') from place;
update jl.meter_batch set project_id = null where id = 9101;
select is (pg_temp.f (leaf, 'luban_breaches', 2017), 'missing missing 1', 'of the one of 2017 nothing is known') from place;
select set_eq ($$ select jl_api.clause_records ('luban_breaches', 2016, leaf) from place $$, array[9001, 9002, 9003]::bigint[], 'the projects behind it');
select is_empty ($$
  select y, p.unit_id, count (b.record_id) as breaches, count (*) filter (where b.record_id is not null or g.record_id is null) as judged
  from generate_series (2010, 2016) y
  join jl.new_project p on p.luban and p.completed_on between jl.year_start (y) and jl.year_end (y)
  left join lateral jl.finding_luban_breach (jl.year_end (y)) b on b.record_id = p.id
  left join lateral jl.finding_luban_not_reported (jl.year_end (y)) g on g.record_id = p.id
  group by y, p.unit_id
  except select y, x.unit_id, x.breach_n, x.n - x.unknown_n from generate_series (2010, 2016) y cross join lateral jl.luban_sums (y, jl.year_end (y)) x
$$, 'what the findings say of them');

-- C-BASIS: a rule of the unit's own takes the place of the province's.
create temp table based as select f.unit_id, f.numerator as n, f.denominator as d from jl_api.clause_figures (2016) f where f.indicator = 'basis_rules';
create function pg_temp.based (unit int) returns text language sql as $$
  select f.numerator - b.n || ' ' || f.denominator - b.d from pg_temp.figures (2016, null) f join based b using (unit_id) where f.unit_id = unit and f.indicator = 'basis_rules'
$$;
insert into jl.policy_document (id, number, title, issuer, rank, issued_on) select 9001, 'T1', 't', 't', 'city', '2016-01-01';
insert into jl.rule (kind, unit_id, valid, value_number, basis, document_id) select 'finding.complaint_days', leaf, '[2016-12-31,)', 20, 't', 9001 from place;
select is (pg_temp.based (leaf) || ', ' || pg_temp.based (city) || ', ' || pg_temp.based (jl.unit_of_code ('220000')), '1 0, 0 0, 1 1', 'one that cites a paper') from place;
select ok (w.value_unit = '%' and w.counted = '条' and w.records_n = w.denominator and w.cutoff = '2016-12-31', 'whence it comes')
from place, jl_api.clause_why (leaf, 'basis_rules', 2016) w;
select set_eq ($$ select jl_api.clause_records ('basis_rules', 2016, leaf) from place $$,
  $$ select r.rule_id::bigint from place, jl.rule_kind k cross join lateral jl_api.rule (k.code, leaf, '2016-12-31') r $$, 'the rules behind it');
update jl.policy_document set force = 'amended' where id = 9001;
select is (pg_temp.based (leaf), '0 0', 'a paper that is not in force as it was') from place;
update jl.policy_document set force = 'repealed', ended_on = '2017-01-01' where id = 9001;
select is (pg_temp.based (leaf), '1 0', 'repealed the day after') from place;
insert into jl.rule (kind, unit_id, valid, value_number, basis) select 'metered_share.threshold', leaf, '[2016-01-01,)', 30, '建议值' from place;
insert into jl.rule (kind, unit_id, valid, value_number, basis, document_id) select 'finding.dispute_days', leaf, '[2017-01-01,)', 20, 't', 9001 from place;
select is (pg_temp.based (leaf), '0 0', 'a suggested value in the place of a cited one; what holds from 2017 on is not there yet') from place;
delete from jl.rule where document_id = 9001 or kind = 'metered_share.threshold' and unit_id = (select leaf from place);

-- Missing, nothing, not reported.
delete from jl.publicity where unit_id = (select leaf from place);
delete from jl.dispute where unit_id = (select leaf from place);
select is (pg_temp.f (leaf, 'voice_publicity') || ', ' || pg_temp.f (leaf, 'voice_disputes'), 'missing missing, missing missing', 'not kept') from place;
insert into jl.nil_report (unit_id, about, year, reported_on) select leaf, r, 2016, '2017-01-10' from place, unnest (array['publicity', 'dispute']) r;
select is (pg_temp.f (leaf, 'voice_publicity') || ', ' || pg_temp.f (leaf, 'voice_disputes'), '0 value, not_applicable not_applicable', 'nothing to enter, said so') from place;
create temp table whole as select f.numerator as n from jl_api.clause_figures (2016) f where f.indicator = 'new_projects' and f.unit_id = jl.unit_of_code ('220000');
insert into jl.unit_return (unit_id, year, form, due_on) select leaf, 2016, 'tasks', '2017-01-31' from place;
select is (pg_temp.f (leaf, 'new_installed') || ', ' || pg_temp.f (leaf, 'meter_verified') || ', ' || pg_temp.f (leaf, 'quality_pass'),
  'not_reported not_reported 1, not_reported not_reported, 27 30 value met 1', 'owed and not sent; the other return came') from place;
select is (pg_temp.f (leaf, 'org_tasks'), '1 3 value not_met', 'what the province keeps needs no return') from place;
select is (pg_temp.f (jl.unit_of_code ('220000'), 'new_projects'), (n - 3) || ' value', 'the province is without it') from whole;

-- C-25: the settled share of 2016, due on 30 June 2017. 榆树市 is short of 25 % by four thousandths, 长春市 has it to the dm², 吉林市 is
-- measured by residential area and late, 延吉市 has sent nothing, 敦化市 no areas.
insert into jl.rule (kind, unit_id, valid, value_choice, basis) values ('metered_share.denominator', jl.unit_of_code ('220200'), '[2016-01-01,)', 'residential', 't');
insert into jl.unit_return (unit_id, year, form, due_on, filed_on, heated_dm2, res_heated_dm2, res_metered_dm2)
select jl.unit_of_code (v.code), 2016, 'settled', '2017-06-30', v.filed, v.heated, v.res, v.metered from (values
  ('220182', date '2017-06-30', 1000000, 800000, 249960), ('220100', '2017-06-01', 400, 300, 100), ('220200', '2017-07-05', 600, 200, 90),
  ('222401', null, null, null, null), ('222403', '2017-06-20', null, null, null)) v (code, filed, heated, res, metered);
select is (pg_temp.f (leaf, 'settled_share'), '249960 1000000 value not_met', 'short of the line') from place;
select is (f.value_text || f.value_unit || ' ' || f.rule_value || ' ' || (f.rule_id = (select r.rule_id from jl_api.rule ('metered_share.threshold', leaf, '2016-12-31') r)),
  '24.996% 25 true', 'and never printed as the line itself') from place, jl_api.clause_figures (2016) f where f.unit_id = leaf and f.indicator = 'settled_share';
select is (pg_temp.f (city, 'settled_share'), '100 400 value met', 'at the line to the dm²') from place;
select is (pg_temp.f (jl.unit_of_code ('220200'), 'settled_share'), '90 200 value met', 'of residential area where the rule says so');
select is (pg_temp.f (jl.unit_of_code ('222401'), 'settled_share'), 'not_due not_due 1', 'not due on the day on which the findings stand');
select is (pg_temp.f (jl.unit_of_code ('222400'), 'settled_share'), 'not_due not_due 2', 'nor of 延边州');
select is (pg_temp.f (jl.unit_of_code ('CBS'), 'settled_share'), 'not_applicable not_applicable', 'none is owed') from place;
select is (pg_temp.f (jl.unit_of_code ('220000'), 'settled_share'), '250150 1000600 value 2', 'the province: what came, each by its own rule');
select is (pg_temp.f (jl.unit_of_code ('220200'), 'settled_share', 2016, '2017-06-30'), 'not_due not_due 1', 'not due on its day');
select is (pg_temp.f (jl.unit_of_code ('222403'), 'settled_share', 2016, '2017-06-30'), 'not_due not_due 1', 'areas may still come');
select is (pg_temp.f (jl.unit_of_code ('220200'), 'settled_share', 2016, '2017-07-01'), 'missing missing 1', 'missing the day after');
select is (pg_temp.f (jl.unit_of_code ('222403'), 'settled_share', 2016, '2017-07-01'), 'missing missing 1', 'missing without areas');
select is (pg_temp.f (jl.unit_of_code ('222400'), 'settled_share', 2016, '2017-07-01'), 'missing missing 2', 'missing of 延边州');
select is (pg_temp.f (jl.unit_of_code ('220000'), 'settled_share', 2016, '2017-07-01'), '250060 1000400 value 3', 'the province on that day');
select is (concat_ws (' ', w.filed_on, w.cutoff, w.numerator_kind, w.denominator_kind, w.records_n), '2017-06-30 2017-06-30 area area 1', 'whence it comes')
from place, jl_api.clause_why (leaf, 'settled_share', 2016) w;
select is (w.basis, '采暖期结算报表的住宅供热计量收费面积÷住宅集中供热面积（分母规则自2016-01-01起）；6月30日前未到期', 'the denominator is named with its rule')
from jl_api.clause_why (jl.unit_of_code ('220200'), 'settled_share', 2016) w;
select is (f.basis, '采暖期结算报表的住宅供热计量收费面积÷集中供热总面积（分母规则自' || lower (r.valid) || '起）；6月30日前未到期', 'that of the others')
from place, jl_api.clause_figures (2016) f, jl_api.rule ('metered_share.denominator', leaf, '2016-12-31') d join jl.rule r on r.id = d.rule_id
where f.unit_id = leaf and f.indicator = 'settled_share';
select is (f.basis, '采暖期结算报表的住宅供热计量收费面积÷集中供热面积（分母按各地规则）；6月30日前未到期', 'a sum has each by its own')
from jl_api.clause_figures (2016) f where f.unit_id = jl.unit_of_code ('220000') and f.indicator = 'settled_share';
select is (pg_temp.f (leaf, 'returns_in_time') || ', ' || pg_temp.f (leaf, 'returns_in_time', 2017), '0 1 value not_met, 1 1 value met',
  'a settled return counts in the year of its day') from place;
select is (jl.settled_day (), date '2015-04-30', 'the day is that of the findings');
set local jl.known_at = '2014-07-01 00:00:00+08';
select is (jl.settled_day (), date '2014-06-30', 'or the one looked back at');
reset jl.known_at;

-- Stock: 核增 counts from its day, in both kinds of figures.
create temp table office as select f.numerator, f.denominator from jl_api.clause_figures (2012) f, place where f.unit_id = leaf and f.indicator = 'public_office_area';
insert into jl.stock_change (target_id, unit_id, kind, stock_dm2, stock_n, decided_on, document, reason)
select t.id, t.unit_id, v.kind, v.dm2, 1, v.day, 't', 't' from jl.target t join place on t.unit_id = leaf
cross join (values ('add', 1000, date '2012-12-31'), ('remove', 500, '2013-01-01')) v (kind, dm2, day) where t.task = 'office';
select is (f.denominator, o.denominator + 1000, 'added by the end of 2012') from jl_api.clause_figures (2012) f, place, office o where f.unit_id = leaf and f.indicator = 'public_office_area';
select is (f.denominator, o.denominator + 1000, 'in the assessment''s figures too') from jl_api.figures (2012) f, place, office o where f.unit_id = leaf and f.indicator = 'office_done';
select is (f.denominator, o.denominator + 500, 'taken away in 2013') from jl_api.figures (2013) f, place, office o where f.unit_id = leaf and f.indicator = 'office_done';

-- 三(三): the confirmed stock by class; what was not confirmed by class is measured against the ledger.
create function pg_temp.class_figures () returns text language sql as
$$
  select string_agg (concat_ws (' ', f.indicator, f.state, f.denominator), ', ' order by f.indicator)
  from jl_api.clause_figures (2012) f, place where f.unit_id = leaf and f.indicator ~ '^public_(large|other)_(n|area)$'
$$;
create function pg_temp.ledger_stock (p_use int) returns text[] language sql as
$$
  select array[count (*)::text, coalesce (sum (b.floor_dm2), 0)::text] from jl.building b, place
  where b.unit_id = leaf and b.use = p_use and b.stock = 'existing' and b.heat_source in (1, 2) and b.completed_on <= '2012-12-31'
$$;
create temp table public_target as select t.id from jl.target t, place where t.unit_id = leaf and t.task = 'public';
delete from jl.stock_change where target_id = (select id from public_target);
update jl.target set stock_n = 20, stock_dm2 = 9000, large_n = null, large_dm2 = null where id = (select id from public_target);
insert into jl.building (unit_id, code, name, use, heat_source, completed_on, floor_dm2, residential_dm2, energy)
select leaf, 'CL-' || u, 't', u, 1, '2005-01-01', 700, 0, 50 from place, unnest (array[3, 4]) u;
select is (pg_temp.class_figures (), format ('public_large_area value %s, public_large_n value %s, public_other_area value %s, public_other_n value %s',
  l.a[2], l.a[1], o.a[2], o.a[1]), 'not confirmed by class: the ledger')
from (select pg_temp.ledger_stock (3) as a) l, (select pg_temp.ledger_stock (4) as a) o;
select matches (w.basis, '；本地区按台账$', 'it says so') from place, jl_api.clause_why (leaf, 'public_other_n', 2012) w;
update jl.target set large_n = 5, large_dm2 = 4000 where id = (select id from public_target);
select is (pg_temp.class_figures (), 'public_large_area value 4000, public_large_n value 5, public_other_area value 5000, public_other_n value 15', 'confirmed by class');
select matches (w.basis, '；本地区按核定底数$', 'it says so') from place, jl_api.clause_why (leaf, 'public_large_area', 2012) w;
insert into jl.stock_change (target_id, unit_id, kind, stock_dm2, stock_n, large_dm2, large_n, decided_on, document, reason)
select t.id, leaf, v.kind, v.dm2, v.n, v.large, v.large_n, v.day, 't', 't' from public_target t, place
cross join (values ('add', 600, 2, 100, 1, date '2012-12-31'), ('remove', 500, 1, 500, 1, '2013-01-01')) v (kind, dm2, n, large, large_n, day);
select is (pg_temp.class_figures (), 'public_large_area value 4100, public_large_n value 6, public_other_area value 5500, public_other_n value 16', 'with what was added by the day');
update jl.stock_change set large_n = null where target_id = (select id from public_target) and decided_on = '2012-12-31';
select is (pg_temp.class_figures (), format ('public_large_area value 4100, public_large_n value %s, public_other_area value 5500, public_other_n value %s',
  (pg_temp.ledger_stock (3))[1], (pg_temp.ledger_stock (4))[1]), 'a change that does not say its class leaves the classes unknown');
select throws_ok ($$ update jl.target set large_n = 21 where id = (select id from public_target) $$, '23514', null, 'no more large ones than there are');
select throws_ok ($$ update jl.target t set large_n = 1 from place where t.unit_id = leaf and t.task = 'office' $$, '23514', null, 'offices are no large public buildings');

-- Sums: 延边州 has its members', 长白山管委会 stands once, the province is the sum of all that are no sums.
select is_empty ($$
  select i.code from jl.clause_indicator i
  join (select f.indicator, sum (f.numerator) filter (where a.grp <> 'prefecture_sum') as units, sum (f.numerator) filter (where p.unit_id is not null) as members,
          max (f.numerator) filter (where a.grp = 'prefecture_sum') as whole, max (f.numerator) filter (where a.unit_id is null) as province
        from jl_api.clause_figures (2013) f left join jl.assessed ('2013-12-31') a on a.unit_id = f.unit_id
        left join jl.assessed_unit s on s.grp = 'prefecture_sum' and s.valid @> date '2013-12-31'
        left join jl.answers ('2013-12-31') p on p.unit_id = s.unit_id and p.source_id = f.unit_id and f.unit_id <> s.unit_id
          and not exists (select from jl.unit_unreported (2013, 2013, null) o where o.unit_id = f.unit_id)
        group by f.indicator) x on x.indicator = i.code
  where i.kind in ('count', 'area', 'money', 'share') and i.code not like 'firm\_%' and i.form is not null and i.register <> 'five_year_plan_year'
    and (coalesce (x.units, 0) <> coalesce (x.province, 0))
$$, 'the province is the sum of its units');
select ok (f.numerator > 0 and f.numerator = (select sum (g.numerator) from jl_api.clause_figures (2012) g join jl.answers ('2012-12-31') p on p.source_id = g.unit_id and p.unit_id = f.unit_id
    where g.indicator = f.indicator and g.unit_id <> f.unit_id), '延边州: ' || f.indicator)
from jl_api.clause_figures (2012) f join jl.assessed ('2012-12-31') a on a.unit_id = f.unit_id and a.grp = 'prefecture_sum'
where f.indicator in ('quality_pass', 'fund_received', 'acct_coverage');

-- The records behind a figure are those that it counts.
select is_empty ($$
  select f.indicator, f.records_n, r.n from jl_api.clause_figures (2016) f
  cross join lateral (select count (*) as n from jl_api.clause_records (f.indicator, 2016, f.unit_id)) r
  where f.unit_id = (select leaf from place) and f.indicator in ('new_installed', 'gate_permit', 'exist_indoor', 'fund_received', 'meter_first', 'meter_verified', 'meter_certified', 'voice_open', 'voice_overdue',
    'voice_complaints', 'org_tasks', 'boiler_left', 'quality_pass', 'outage_late', 'acct_detail', 'network_done', 'settled_share', 'fund_award', 'fund_use_metering', 'price_charging',
    'done_tasks', 'done_must', 'luban_breaches', 'basis_rules') and f.records_n <> r.n $$, 'so many records behind');
select throws_ok ($$ select jl_api.clause_records ('no_such', 2016) $$, 'JL004', 'There is no such figure', 'an unknown figure is an error');

-- The same for every duty, also inside a year.
create function public.answers () returns text language sql as $$
  select md5 (concat_ws ('|', (select string_agg (f::text, '|') from jl_api.clause_figures (2013) f), (select string_agg (f::text, '|') from jl_api.clause_figures (2013, '2013-07-01') f),
    (select w::text from jl_api.clause_why (2, 'quality_pass', 2013) w)))
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
select is (count (distinct duty)::int || ' ' || count (distinct answer)::int, '9 1', 'every duty has the same rows') from asked;

-- C-25, 'of which': settlement meters without a verification in force on 30 April 2017. Of ten buildings: one in force on its last day; lapsed
-- the day before, never verified, one of two meters lapsed, failed; without meters, without a result, taken down, nothing billed by heat; and
-- one in arbitration only.
insert into jl.building (id, unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on)
select 900020 + i, leaf, 'L' || i, 't', 1, 100 << i, 100 << i, 50, 1, '2009-01-01' from place, generate_series (0, 9) i;
insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2)
select b.id, b.unit_id, 2016, 1, true, false, 2, b.floor_dm2, case b.id when 900028 then 0 else b.floor_dm2 end, 0, 0 from jl.building b where b.id between 900020 and 900029;
insert into jl.meter_batch (id, unit_id, number, product_id, role, n, building_id, in_use_on, removed_on)
select v.id, leaf, 'L' || v.id, 9001, 'settlement', 2, v.b, '2014-05-01', v.removed from place cross join (values
  (9020, 900020, null::date), (9021, 900021, null), (9022, 900022, null), (9023, 900023, null), (9033, 900023, null), (9024, 900024, null),
  (9026, 900026, null), (9027, 900027, date '2017-04-30'), (9028, 900028, null), (9029, 900029, null)) v (id, b, removed);
insert into jl.verification (batch_id, unit_id, kind, verified_on, valid_until, n_sent, n_passed)
select v.batch, leaf, v.kind, v.day, v.until, 2, v.passed from place cross join (values
  (9020, 'first', date '2014-05-01', date '2017-04-30', 2), (9021, 'first', '2014-04-30', '2017-04-29', 2), (9023, 'first', '2015-05-01', '2018-04-30', 1),
  (9033, 'first', '2013-05-01', '2016-04-30', 2), (9024, 'periodic', '2017-04-01', '2020-03-31', 0), (9026, 'periodic', '2017-04-01', '2020-03-31', null),
  (9029, 'arbitration', '2017-04-01', '2020-03-31', 2)) v (batch, kind, day, until, passed);
select is (pg_temp.f (leaf, 'lapsed_area'), 200 + 400 + 800 + 1600 + 51200 || ' value 3', 'lapsed by area; not known of three buildings') from place;
select is (pg_temp.f (leaf, 'lapsed_area', 2016, '2017-04-29'), 400 + 800 + 1600 + 12800 + 51200 || ' value 2', 'the day before one was in force, and another hung there') from place;
select set_eq ('select b from jl_api.lapsed_buildings (2016) b where b > 900000', array[900021, 900022, 900023, 900024, 900028, 900029], 'the buildings behind it')
from place;
delete from jl.meter_batch where id between 9020 and 9033 and id not in (select batch_id from jl.verification);
delete from jl.verification where batch_id between 9020 and 9033;
delete from jl.meter_batch where id between 9020 and 9033;
select is (pg_temp.f (leaf, 'lapsed_area'), 'missing missing 9', 'no meters registered: missing, not nothing') from place;

select * from finish ();
rollback;

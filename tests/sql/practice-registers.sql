-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: every register has rows and every column is filled; those of prices, devices, systems, money and complaints are kept in
-- many places, lack something, are wrong somewhere and not everywhere.

begin;
select plan (33);

create function pg_temp.rows_of (p_register text, p_where text default 'true') returns bigint language plpgsql as
$$
declare
  n bigint;
begin
  execute format ('select count (*) from jl.%I where %s', p_register, p_where) into n;
  return n;
end
$$;
create function pg_temp.places_of (p_register text) returns bigint language plpgsql as
$$
declare
  n bigint;
begin
  execute format ('select count (distinct unit_id) from jl.%I', p_register) into n;
  return n;
end
$$;

create temp table mine (name text, place_order int);
insert into mine select name, place_order from jl.register where name = any (array['price_policy', 'price_policy_unit', 'price', 'price_check',
  'reference_tariff', 'product', 'verification_body', 'maker_check', 'meter_batch', 'verification', 'account_coverage', 'household_account',
  'boiler_house', 'network_work', 'energy_use', 'energy_quota', 'quality_check', 'outage', 'fund', 'fund_application', 'publicity', 'complaint',
  'dispute']);
select is (count (*)::int, 23, 'twenty-three registers of prices, devices, systems, money and complaints') from mine;

-- Every register: what is not so in one has its reason here.
create temp table but (name text, field text, why text);
insert into but values
  ('price_policy_unit', null, 'few papers hold elsewhere'), ('nil_report', null, 'few registers are empty'),
  ('stock_change', null, 'few stocks were corrected'), ('lead', null, 'a lead is rare'),
  ('household_account', 'note', 'nothing is written of a household'), ('rule', 'value_day', 'no kind of rule has a day');
select is_empty ('select name from jl.register where pg_temp.rows_of (name) = 0', 'every register has rows');
select is_empty ($$ select name from jl.register
  where case when unit_level is not null and name not in (select name from but where field is null) then pg_temp.places_of (name) < 20 end $$,
  'in twenty units at least');
select is_empty ($$ select name from but where field is null and pg_temp.places_of (name) not between 2 and 19 $$, 'or in a few');
select is_empty ($$ select r.name, c.name from jl.register r cross join lateral jl.columns_of (r.name) c
  where not c.generated and c.name not in ('note', 'import_id') and pg_temp.rows_of (r.name, format ('%I is not null', c.name)) = 0
    and not exists (select from but where name = r.name and field = c.name) $$,
  'every column is filled somewhere; notes are free, and no practice record came by a file');
select is_empty ($$ select name, field from but where field is not null and pg_temp.rows_of (name, format ('%I is not null', field)) > 0 $$, 'but where it cannot be');
select is_empty ($$ select k.code from jl.rule_kind k where k.value_type = 'day' $$, 'no kind of rule has a day');
select is_empty ($$ select from jl.nil_report n
  where pg_temp.rows_of (n.about, format ('unit_id = %1$s or unit_id in (select p.leaf_id from jl.assessed_unit_part p where p.assessed_id = %1$s)', n.unit_id)) > 0 $$,
  'who reports nothing has nothing');
select is_empty ($$ select m.name, c.name from mine m cross join lateral jl.columns_of (m.name) c
  where not c.required and not c.generated and c.name not in ('note', 'import_id') and pg_temp.rows_of (m.name, c.name || ' is null') = 0
    and (m.name, c.name) <> ('household_account', 'building_id')
    and not exists (select from pg_trigger t where t.tgname = 'term_of_rule' and t.tgrelid = to_regclass ('jl.' || m.name) and c.name in ('due_on', 'valid_until')) $$,
  'whatever may be missing is missing somewhere, but the terms that rules set');
select is_empty ($$ select name from jl.register
  where name not in ('reference_tariff', 'unit_version') and pg_temp.rows_of (name, 'entered_at > ''2015-12-31''') > 0 $$,
  'all was entered in its time, but for what happened in fact: tariffs that were printed later, 公主岭市 that went to 长春市');

-- Places agree.
select is_empty ($$ select from jl.meter_batch m join jl.building b on b.id = m.building_id where b.unit_id <> m.unit_id or b.company_id <> m.company_id $$,
  'a batch hangs where its building stands');
select is_empty ($$ select from jl.meter_batch m join jl.new_project p on p.id = m.project_id where p.unit_id <> m.unit_id $$, 'or its project');
select isnt_empty ('select from jl.meter_batch where project_id is not null', 'some hang in new projects');
select is_empty ($$ select from jl.meter_batch m join jl.building b on b.id = m.building_id where m.installed_on <> b.metered_on $$,
  'since the building has its meter');
select is_empty ($$ select from jl.fund f join jl.retrofit_project p on p.id = f.project_id where p.unit_id <> f.unit_id or p.year <> f.year $$,
  'money stands with its project');
select is_empty ($$ select from jl.household_account h join jl.building b on b.id = h.building_id where b.unit_id <> h.unit_id or b.company_id <> h.company_id $$,
  'an account with its building');
select is_empty ($$ select from jl.dispute d join jl.verification v on v.id = d.verification_id where v.batch_id <> d.batch_id or v.kind <> 'arbitration' $$,
  'a dispute is settled by a verification of its meters');
select isnt_empty ($$ select from jl.dispute where verification_id is not null and outcome = 'meter_wrong' $$, 'which finds one wrong');
select is_empty ($$ select from jl.energy_use e join jl.company c on c.id = e.company_id where c.unit_id <> e.unit_id $$, 'energy in its company''s unit');

-- Prices follow the profiles: what the years'' results rest on.
select is_empty ($$ select from jl.practice_profiles () f left join jl.price_issued ('2020-01-01') i on i.unit_id = f.assessed_id
  where i.done_on is distinct from f.price_on $$, 'the first policy came out on the day of the profile, or none did');
select ok (count (*) filter (where period = 'month') > 0 and count (*) filter (where period = 'day') > 0, 'some prices are by the month or the day') from jl.price;
select is_empty ($$ select from jl.price p where jl.price_of_season (p.area_price, p.periods) not between 20 and 48 $$, 'a season costs what it costs');
select ok (count (*) filter (where abs (deviation) > 5) between 1 and count (*) / 4, 'some declared prices are far from what follows, most are not')
from jl_api.price_implied (null, '2012-12-31');

-- What is wrong, is wrong in one unit or another, and never everywhere.
create temp table fires (code text, n int, units int);
do $$
declare
  r record;
begin
  for r in
    select f.code from jl.finding_rule f
    where f.place_order > 0
      and (f.register in (select name from mine) or f.code in ('price_late_or_missing', 'metered_without_price'))
      and to_regproc ('jl.finding_' || f.code) is not null
  loop
    execute format ('insert into fires select %L, count (*), count (distinct unit_id) from jl.finding_%s (''2015-04-30'')', r.code, r.code);
  end loop;
end
$$;
select ok (count (*) > 15, 'the rules on these registers') from fires;
select is_empty ('select * from fires where n = 0', 'each fires somewhere');
select is_empty ('select * from fires where units > 58', 'and not everywhere');
select is_empty ($$ select f.assessed_id from jl.practice_profiles () f join jl.practice_leaves (1) l using (assessed_id)
  where f.profile = 'perfect' and (l.leaf_id in (select unit_id from jl.finding_meter_overdue ('2015-04-30') union all
    select unit_id from jl.finding_meter_no_first ('2015-04-30') union all select unit_id from jl.finding_product_not_admitted ('2015-04-30') union all
    select unit_id from jl.finding_boiler_overdue ('2015-04-30') union all select unit_id from jl.finding_fee_on_residents ('2015-04-30') union all
    select unit_id from jl.finding_complaint_overdue ('2015-04-30') union all select unit_id from jl.finding_outage_late ('2015-04-30'))) $$,
  'a model unit keeps its meters, boilers and answers in order');
select is (count (*)::int, 1, 'one maker''s last check failed') from jl.finding_maker_check_failed ('2015-04-30');

-- Accounts: bounded, without persons, more of them when asked.
select ok (count (*) between 400 and 2000, 'about one and a half a building') from jl.household_account;
select is_empty ($$ select from jl.household_account where note is not null $$, 'and nothing is written beside them');
select is (jl.practice_accounts (3000, 24, 2013)::text, '', 'another season''s accounts can be made');
select ok (count (*) between 1500 and 6000, 'about as many as asked for') from jl.household_account where year = 2013;
select is_empty ($$ select from (select jsonb_object_keys (to_jsonb (h)) as key from (select * from jl.household_account limit 1) h) k
  where key not in ('id', 'version', 'unit_id', 'company_id', 'building_id', 'year', 'number', 'area_dm2', 'heat_100kj', 'fee_fen', 'subsidy_fen',
                    'paid_fen', 'note', 'entered_at', 'import_id') $$, 'an account has no column for a person');

select * from finish ();
rollback;

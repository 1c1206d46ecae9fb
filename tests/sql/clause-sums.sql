-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The sums of every register are the truth after inserts, updates of every column, moves to other units and deletes; the cards follow
-- what belongs to a record; what is kept by years and what the entries say of a day are the same.

begin;
select plan (23);

select is_empty ('select * from jl.sums_difference ()', 'the practice data leave no difference');

create temp table place as
select jl.unit_of_code ('220102') as a, jl.unit_of_code ('220103') as b, jl.unit_of_code ('220100') as c, jl.unit_of_code ('220200') as d;
create function pg_temp.leaf (i int) returns int language sql as $$ select case when i % 2 = 0 then a else b end from place $$;
create function pg_temp.city (i int) returns int language sql as $$ select case when i % 2 = 0 then c else d end from place $$;
create function pg_temp.day (i int) returns date language sql as $$ select date '2010-10-01' + i * 29 $$;

insert into jl.company (id, unit_id, code, name, kind, started_on, ended_on)
select 9000 + i, pg_temp.city (i), 'T' || i, '试验供热' || i, 'chp', case when i % 3 > 0 then pg_temp.day (i) end, case when i % 4 = 0 then pg_temp.day (i + 12) end
from generate_series (1, 30) i;
insert into jl.retrofit_project (id, unit_id, code, name, year, stock_class, envelope, indoor, sources, area_dm2, accepted_on, energy_done_on)
select 9000 + i, pg_temp.leaf (i), 'T' || i, '改造' || i, 2010 + i % 4, (array['existing', 'nonsaving', 'office'])[1 + i % 3], i % 2 = 0, case when i % 5 > 0 then i % 3 > 0 end, i % 4 > 0,
  case when i % 6 > 0 then i * 1000 end, case when i % 3 > 0 then pg_temp.day (i) end, case when i % 4 > 0 then pg_temp.day (i + 1) end
from generate_series (1, 40) i;
insert into jl.fund (unit_id, year, project_id, use, source, planned_fen, received_fen, spent_fen, spent_on)
select pg_temp.leaf (i), 2010 + i % 4, case when i % 3 > 0 then 9001 + i % 40 end, 'metering', (array['government', 'company', 'bank', 'residents', null])[1 + i % 5],
  i * 1000, case when i % 4 > 0 then i * 700 end, case when i % 5 > 0 then i * 500 end, case when i % 6 > 0 then pg_temp.day (i) end
from generate_series (1, 60) i;
insert into jl.new_project (id, unit_id, code, name, developer, use, floor_dm2, heated_dm2, fitted_dm2, complies, for_sale, started_on, completed_on, fitted_on,
  shown_to_buyer, in_contract, in_guarantee, in_manual, bearer, installation_bearer, first_bearer)
select 9000 + i, pg_temp.leaf (i), 'T' || i, '新建' || i, '试验', 'residential', i * 2000, case when i % 7 > 0 then i * 1800 end, case when i % 7 > 0 then i * 1000 end,
  i % 3 > 0, i % 4 > 0, case when i % 5 > 0 then pg_temp.day (i) end, case when i % 3 > 0 then pg_temp.day (i + 5) end, case when i % 2 > 0 then pg_temp.day (i + 4 + i % 3) end,
  i % 2 = 0, i % 3 > 0, true, case when i % 6 > 0 then true end, (array['developer', 'buyer', null])[1 + i % 3], (array['developer', 'buyer', null])[1 + i % 4], 'developer'
from generate_series (1, 40) i;
insert into jl.project_gate (project_id, unit_id, gate, state, done_on, company_present)
select p.id, p.unit_id, g.gate, s.state, case when s.state in ('done', 'against_rules') and p.id % 9 > 0 then pg_temp.day ((p.id % 40)::int + g.n::int) end,
  case when g.gate = 'acceptance' then p.id % 4 > 0 end
from jl.new_project p
cross join unnest (array['contract', 'drawing_review', 'permit', 'presale', 'acceptance', 'filing', 'connection', 'title']) with ordinality g (gate, n)
cross join lateral (select (array['done', 'done', 'none', 'against_rules', 'not_applicable', 'not_reported'])[1 + (p.id + g.n) % 6] as state) s
where p.id > 9000 and (p.id + g.n) % 11 > 0;
insert into jl.supply_contract (unit_id, number, company_id, builder, project_id, signed_on, area_dm2, selects, buys, manages, bills)
select pg_temp.leaf (i), 'T' || i, 9001, '试验', case when i % 3 > 0 then 9001 + i end, pg_temp.day (i), 1000, i % 5 > 0, true, i % 7 > 0, case when i % 4 > 0 then true end
from generate_series (1, 30) i;
insert into jl.product (id, kind, maker, model, admission_no, admitted_on, lapses_on)
select 9000 + i, 'heat_meter', '试验', 'T' || i, 'T' || i, '2010-01-01', case when i = 2 then date '2012-06-01' end from generate_series (1, 3) i;
insert into jl.meter_batch (id, unit_id, number, product_id, role, n, in_use_on, removed_on, certificate_no, type_test_no)
select 9000 + i, pg_temp.leaf (i), 'T' || i, 9001 + i % 3, (array['settlement', 'settlement', 'non_settlement', 'control'])[1 + i % 4], 10 + i,
  case when i % 9 > 0 then pg_temp.day (i) end, case when i % 5 = 0 then pg_temp.day (i + 20) end, case when i % 3 > 0 then 'T' end, 'T'
from generate_series (1, 40) i;
insert into jl.verification (batch_id, unit_id, kind, verified_on, valid_until, n_sent, n_passed, fee_fen, fee_bearer)
select b.id, b.unit_id, (array['first', 'periodic', 'first', 'arbitration'])[1 + k % 4], pg_temp.day ((b.id % 40)::int + k * 4 - 3),
  case when (b.id + k) % 8 > 0 then pg_temp.day ((b.id % 40)::int + k * 4 + 15) end, b.n, case when (b.id + k) % 7 > 0 then b.n - k end, k * 100,
  (array['company', 'resident', null])[1 + (b.id + k) % 3]
from jl.meter_batch b cross join generate_series (0, 3) k where b.id > 9000 and (b.id + k) % 3 > 0;
insert into jl.account_coverage (unit_id, company_id, year, households, accounts, with_fee, with_subsidy, with_building)
select pg_temp.city (i), 9000 + i, 2011 + i % 3, 1000 + i, case when i % 4 > 0 then 900 end, 800, 10 * i, case when i % 3 > 0 then 700 end from generate_series (1, 30) i;
insert into jl.household_account (unit_id, company_id, year, number, area_dm2, heat_100kj, fee_fen, subsidy_fen, paid_fen, building_id)
select pg_temp.leaf (i), 9001, 2012, 'T-' || i, 10000, case when i % 5 > 0 then 30 end, 100, 0, 100, (select min (id) from jl.building) from generate_series (1, 200) i;
insert into jl.boiler_house (unit_id, code, name, heated_dm2, planned_on, merged_on)
select pg_temp.leaf (i), 'T' || i, '锅炉房' || i, case when i % 4 > 0 then i * 1000 end, case when i % 3 > 0 then pg_temp.day (i) end, case when i % 2 > 0 then pg_temp.day (i + 3) end
from generate_series (1, 30) i;
insert into jl.network_work (unit_id, name, kind, year, accepted_on)
select pg_temp.leaf (i), '管网' || i, (array['network_balance', 'source_automation', 'network_renewal'])[1 + i % 3], 2010 + i % 4, case when i % 3 > 0 then pg_temp.day (i) end
from generate_series (1, 30) i;
insert into jl.energy_use (unit_id, company_id, year, heated_dm2, heat_100kj, coal_kgce)
select pg_temp.city (i), 9000 + i, 2012, case when i % 5 > 0 then i * 1000 end, i * 30000, case when i % 3 > 0 then i * 10 end from generate_series (1, 30) i;
insert into jl.quality_check (unit_id, checked_on, kind, n_checked, n_passed)
select pg_temp.leaf (i), pg_temp.day (i), case when i % 3 > 0 then 'room_temperature' else 'supervision' end, 20, case when i % 4 > 0 then 18 end from generate_series (1, 30) i;
insert into jl.outage (unit_id, began_on, due_on, repaired_on, cause)
select pg_temp.leaf (i), pg_temp.day (i), case when i % 5 > 0 then pg_temp.day (i) + 3 end, case when i % 4 > 0 then pg_temp.day (i) + i % 7 end, 'network' from generate_series (1, 30) i;
insert into jl.organisation (unit_id, kind, name, decided_on, ended_on)
select pg_temp.city (i), (array['leading_group', 'office', 'implementing_rules', 'statistics_pilot'])[1 + i % 4], '试验', pg_temp.day (i),
  case when i % 3 = 0 then pg_temp.day (i + 9) end from generate_series (1, 30) i;
insert into jl.enforcement_case (unit_id, number, subject_kind, subject, opened_on, clause, decision, decided_on)
select pg_temp.leaf (i), 'T' || i, 'developer', '试验', pg_temp.day (i), '四（二）', 'warning', case when i % 3 > 0 then pg_temp.day (i) + i * 9 end from generate_series (1, 30) i;
insert into jl.lead (unit_id, year, kind, n, document, handed_on, handed_to)
select pg_temp.city (i), 2010 + i % 4, 'inaction', i, 'T' || i, pg_temp.day (i), '试验' from generate_series (1, 20) i;
insert into jl.assigned_task (unit_id, meeting, given_on, content, office, due_on, done_on)
select pg_temp.city (i), '试验', pg_temp.day (i), 'T' || i, '试验', pg_temp.day (i) + 30, case when i % 3 > 0 then pg_temp.day (i) + i * 3 end from generate_series (1, 30) i;
insert into jl.complaint (unit_id, number, received_on, due_on, kind, closed_on)
select pg_temp.leaf (i), 'T' || i, pg_temp.day (i), case when i % 6 > 0 then pg_temp.day (i) + 15 end, 'billing', case when i % 4 > 0 then pg_temp.day (i) + i end from generate_series (1, 40) i;
insert into jl.dispute (unit_id, number, received_on, due_on, kind, closed_on)
select pg_temp.leaf (i), 'T' || i, pg_temp.day (i), case when i % 6 > 0 then pg_temp.day (i) + 15 end, 'billing', case when i % 4 > 0 then pg_temp.day (i) + i end from generate_series (1, 40) i;
insert into jl.publicity (unit_id, held_on, kind, title) select pg_temp.city (i), pg_temp.day (i), 'media', 'T' || i from generate_series (1, 20) i;
insert into jl.price_check (unit_id, checked_on, kind, breach) select pg_temp.city (i), pg_temp.day (i), 'price_applied', i % 3 = 0 from generate_series (1, 20) i;
insert into jl.fund_application (unit_id, year, kind, name, applied_fen, approved_fen)
select pg_temp.city (i), 2010 + i % 4, 'award', 'T' || i, i * 100, case when i % 2 > 0 then i * 50 end from generate_series (1, 20) i;
insert into jl.responsibility_letter (unit_id, year, party, signed_on)
select pg_temp.city (i), 2010 + i % 4, (array['departments', 'companies'])[1 + i / 4 % 2], pg_temp.day (i) from generate_series (1, 8) i
on conflict do nothing;
select is_empty ('select * from jl.sums_difference ()', 'after inserting into every register');

-- Nothing forgotten: every register that a figure of a clause names has sums, and every measure that one counts is there.
select is_empty ($$ select i.code from jl.clause_indicator i where i.counts is not null and not exists (select from jl.register_entry e where e.measure = i.counts)
                    and i.code not in ('org_office', 'energy_appraisal', 'energy_supervision', 'org_division_of_work', 'org_leader_appraisal', 'boiler_plan',
                                       'meter_funding', 'fund_energy_company') $$, 'each figure that counts records has some here');
select ok (count (distinct register) >= 24, 'entries of so many registers') from jl.register_entry;

-- Every column that may be empty or is a day is changed in some rows, as far as the table allows it; then the truth is asked for.
create temp table tried (tbl text, col text, done boolean);
do $$
declare
  c record;
begin
  for c in
    select t.relname as tbl, a.attname as col, a.attnotnull as needed, format_type (a.atttypid, null) as typ
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where t.relnamespace = 'jl'::regnamespace and t.relname = any (
      (select array_agg (distinct e.register) from jl.register_entry e) || array['project_gate', 'supply_contract', 'verification', 'fund'])
      and t.relname not in ('building', 'unit_return') and a.attname not in ('id', 'version', 'entered_at', 'note', 'unit_id')
      and (not a.attnotnull or a.atttypid in ('date'::regtype, 'int4'::regtype, 'int8'::regtype, 'bool'::regtype))
    order by t.relname, a.attnum
  loop
    begin
      execute format (case when c.typ = 'date' then 'update jl.%1$I set %2$I = %2$I + 200 where id %% 5 = 1 and entered_at = now ()'
                           when c.typ = 'boolean' then 'update jl.%1$I set %2$I = not %2$I where id %% 5 = 2 and entered_at = now ()'
                           when c.col like '%\_id' then 'update jl.%1$I set %2$I = (select min (%2$I) from jl.%1$I) where id %% 5 = 3 and entered_at = now () and %2$I is not null'
                           when c.typ in ('integer', 'bigint') then 'update jl.%1$I set %2$I = %2$I + 1 where id %% 5 = 3 and entered_at = now ()'
                           else 'update jl.%1$I set note = note where id %% 5 = 3 and entered_at = now ()' end, c.tbl, c.col);
      insert into tried values (c.tbl, c.col, true);
    exception when check_violation or unique_violation or foreign_key_violation or raise_exception then
      insert into tried values (c.tbl, c.col, false);
    end;
    if not c.needed then
      begin
        execute format ('update jl.%1$I set %2$I = null where id %% 7 = 1 and entered_at = now ()', c.tbl, c.col);
      exception when check_violation or not_null_violation or raise_exception then
        insert into tried values (c.tbl, c.col, false);
      end;
    end if;
  end loop;
end
$$;
select ok (count (*) filter (where done) > 80, 'columns were changed: ' || count (*) filter (where done)) from tried;
select is_empty ('select * from jl.sums_difference ()', 'after changing every column');

-- Moves. What belongs to a record moves with it.
update jl.new_project set unit_id = case when unit_id = a then b else a end from place where id > 9000 and id % 3 = 0;
update jl.meter_batch set unit_id = case when unit_id = a then b else a end from place where id > 9000 and id % 3 = 1;
update jl.retrofit_project set unit_id = case when unit_id = a then b else a end from place where id > 9000 and id % 3 = 2;
select is_empty ('select * from jl.sums_difference ()', 'after moving records that have others');
do $$
declare
  t text;
begin
  foreach t in array array['fund', 'supply_contract', 'household_account', 'boiler_house', 'network_work', 'quality_check', 'outage', 'enforcement_case', 'complaint', 'dispute'] loop
    execute format ('update jl.%I set unit_id = case when unit_id = a then b else a end from place where id %% 2 = 0 and entered_at = now () and unit_id in (a, b)', t);
  end loop;
  foreach t in array array['company', 'account_coverage', 'energy_use', 'organisation', 'lead', 'assigned_task', 'publicity', 'price_check', 'fund_application'] loop
    execute format ('update jl.%I set unit_id = case when unit_id = c then d else c end from place where id %% 2 = 0 and entered_at = now () and unit_id in (c, d)', t);
  end loop;
end
$$;
select is_empty ('select * from jl.sums_difference ()', 'after moving the others');

-- A part of a project taken away, an acceptance given back, a batch shrunk: the card follows what it rests on.
delete from jl.project_gate where id % 4 = 0 and entered_at = now ();
delete from jl.verification where id % 4 = 0 and entered_at = now ();
delete from jl.fund where id % 4 = 0 and entered_at = now ();
delete from jl.supply_contract where id % 4 = 0 and entered_at = now ();
select is_empty ('select * from jl.sums_difference ()', 'after deleting what belongs to a record');
update jl.project_gate set project_id = (select max (x.id) from jl.new_project x where x.unit_id = g.unit_id)
from jl.project_gate g where g.id = project_gate.id and g.id % 5 = 0
  and not exists (select from jl.project_gate o where o.project_id = (select max (x.id) from jl.new_project x where x.unit_id = g.unit_id) and o.gate = g.gate)
  and g.id = (select min (y.id) from jl.project_gate y where y.unit_id = g.unit_id and y.gate = g.gate and y.id % 5 = 0);
update jl.retrofit_project set accepted_on = null where id > 9000 and id % 2 = 0;
update jl.meter_batch set n = 1, role = 'settlement' where id > 9000 and id % 4 = 0;
select is_empty ('select * from jl.sums_difference ()', 'after changing what others rest on');

-- As kept by years and as the entries say on the last day of a year.
create function pg_temp.by_years (y int) returns setof text language sql as $$
  select concat_ws (' ', s.measure, s.source_id, s.part, coalesce (s.y_n, 0), coalesce (s.y_num, 0), coalesce (s.y_den, 0), coalesce (s.y_missing, 0), s.n, s.num, s.den, s.missing_n)
  from jl.clause_sums (y, make_date (y, 12, 31), make_date (y + 1, 4, 30)) s
  where s.measure <> 'firm' and s.measure !~ '^revenue_' and (s.n, s.num, s.den, s.missing_n) <> (0, 0, 0, 0)
$$;
create function pg_temp.by_entries (y int) returns setof text language sql as $$
  with e as (
    select x.* from jl.clause_measures () m
    join jl.register_entry x on x.measure = m.measure and x.year <= y and (m.whole or x.year in (0, y))
      and (x.day is null or x.day <= case when m.billing then make_date (y + 1, 4, 30) else make_date (y, 12, 31) end)
  )
  select concat_ws (' ', measure, unit_id, part, coalesce (sum (n) filter (where year = y), 0), coalesce (sum (num) filter (where year = y), 0),
    coalesce (sum (den) filter (where year = y), 0), coalesce (sum (missing_n) filter (where year = y), 0), sum (n), sum (num), sum (den), sum (missing_n))
  from e group by measure, unit_id, part having (sum (n), sum (num), sum (den), sum (missing_n)) <> (0, 0, 0, 0)
$$;
select set_eq (format ('select pg_temp.by_years (%s)', y), format ('select pg_temp.by_entries (%s)', y), 'years and entries agree on ' || y) from generate_series (2010, 2013) y;
-- Inside a year the entries are asked: a complaint of the last day is open on it and was not the day before.
create function pg_temp.open_on (d date) returns numeric language sql as $$
  select sum (s.num) from jl.clause_sums (2012, d, '2013-04-30') s where s.measure = 'voice_open'
$$;
create temp table opened as select pg_temp.open_on ('2012-12-31') as last, pg_temp.open_on ('2012-12-30') as before;
insert into jl.complaint (unit_id, number, received_on, due_on, kind) select a, 'LAST', '2012-12-31', '2013-01-15', 'billing' from place;
select is (pg_temp.open_on ('2012-12-31') - last, 1::numeric, 'on the last day') from opened;
select is (pg_temp.open_on ('2012-12-30') - before, 0::numeric, 'and the day before') from opened;
select is ((select sum (s.y_num) from jl.clause_sums (2012, '2012-12-31', '2013-04-30') s where s.measure = 'energy_heat'),
           (select sum (s.y_num) from jl.clause_sums (2012, '2012-12-30', '2012-12-30') s where s.measure = 'energy_heat'), 'a season is there once it has begun');

-- Seasons: companies follow their buildings, in open seasons only.
update jl.building set company_id = 9001 + id % 5 where id <= 100;
select is_empty ('select * from jl.sums_difference ()', 'after companies were given to buildings');
select isnt_empty ($$ select from jl.register_sum where measure = 'firm' and part = 9003 $$, 'a company has its sums');
select is_empty ($$ select from jl.building b join jl.building_season s on s.building_id = b.id join jl.season z using (year)
                    where z.closed_at is null and s.company_id is distinct from b.company_id $$, 'an open season has the building''s company');
update jl.building set company_id = null where id % 3 = 0;
delete from jl.building_season where building_id % 10 = 0 and year in (select year from jl.season where closed_at is null);
insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing, res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2)
select b.id, b.unit_id, z.year, b.use, b.heat_source in (1, 2), jl.fitted (b.metered_on, b.fit, b.fit_decided_on, z.starts_on), 2, 5, 5, 0, 0
from jl.building b cross join jl.season z where z.year = 2014 and b.id % 10 = 0;
select is_empty ('select * from jl.sums_difference ()', 'after taking them away and entering seasons without their company');

-- The rebuild ends where the triggers would; a difference is found in sums and in cards.
update jl.register_sum set num = num + 1 where (measure, year, unit_id, part) = (select measure, year, unit_id, part from jl.register_sum order by 1, 2, 3, 4 limit 1);
update jl.register_card set entries = entries[2:] where register = 'new_project' and record_id = 9001;
select set_has ('select sum_table from jl.sums_difference ()', $$ values ('register_card'), ('register_sum') $$, 'a wrong sum and a wrong card are found');
select jl.sums_rebuild ();
select is_empty ('select * from jl.sums_difference ()', 'and are the truth again');

select * from finish ();
rollback;

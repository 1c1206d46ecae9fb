-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What a record of each register counts for, written once. From it come the kept sums, their truth, the view jl.<name>_entry by which
-- a figure is taken on any day between, and the records behind a figure.

-- Days of heating are kept by the season, which is cut off on 30 April; everything else by the calendar year.
create function jl.entry_year (p_day date, p_season boolean)
returns smallint
language sql immutable parallel safe
as $$
  select coalesce (case when p_season then date_part ('year', p_day - interval '4 months') else date_part ('year', p_day) end, 0)::smallint
$$;

-- The first and the last day of a year or season, for what is known by its year only.
create function jl.year_start (p_year int)
returns date language sql immutable parallel safe
as $$
  select make_date (p_year, 1, 1)
$$;

create function jl.year_end (p_year int)
returns date language sql immutable parallel safe
as $$
  select make_date (p_year, 12, 31)
$$;

-- entries: rows of (measure, day, part, n, num, den) made from c, a row of the register. n null: no such entry; num or den null: a fact
-- is missing, the record counts in missing_n alone. guard: which rows have entries at all. Each register
-- has a measure of its own name: how many records it has had, which nothing takes away.
create function jl.define_entries (register text, season boolean, entries text, guard text default 'true')
returns void language plpgsql as
$$
declare
  from_clause text := format ($f$
    %%s cross join lateral (
      select v.measure, v.day, jl.entry_year (v.day, %s) as year, v.part, v.n,
        case when v.num is null or v.den is null then 0 else v.num end as num,
        case when v.num is null or v.den is null then 0 else v.den end as den,
        case when v.num is null or v.den is null then v.n else 0 end as missing_n
      from (values %s) v (measure, day, part, n, num, den)
      where v.n is not null) e
    where %s $f$, season::text, entries, guard);
begin
  perform jl.define_sum (register || '_entry_sum', 'register_sum', 'jl.' || register,
    array[['measure', 'e.measure'], ['year', 'e.year'], ['unit_id', 'c.unit_id'], ['part', 'e.part']], from_clause,
    array[['n', 'e.n', 'true'], ['num', 'e.num', 'true'], ['den', 'e.den', 'true'], ['missing_n', 'e.missing_n', 'true']]);
  execute format ('create view jl.%I with (security_invoker) as
                     select %L::text as register, c.id::bigint as record_id, c.unit_id, e.* from %s',
                  register || '_entry', register, format (from_clause, 'jl.seen_' || register || ' c'));
end
$$;

select jl.define_entries ('company', false, $$
  ('company', coalesce (c.started_on, date '2000-01-01'), 0, 1, 0, 0), ('firm_companies', coalesce (c.started_on, date '2000-01-01'), 0, 1, 1, 0),
  ('firm_companies', c.ended_on, 0, case when c.ended_on is not null then -1 end, -1, 0) $$);

-- 三(四): what a retrofit of housing contains; 二(四): whether the energy work of any went with metering and its sources and networks.
select jl.define_entries ('retrofit_project', false, $$
  ('retrofit_project', jl.year_start (c.year), 0, 1, 0, 0::bigint),
  ('exist_projects', jl.year_start (c.year), 0, case when c.stock_class in ('existing', 'nonsaving') then 1 end, 0, 1),
  ('exist_projects', greatest (c.accepted_on, jl.year_start (c.year)), 0,
   case when c.stock_class in ('existing', 'nonsaving') and c.accepted_on <= jl.year_end (c.year) then 0 end, 1, 0),
  ('exist_envelope', c.accepted_on, 0, case when c.accepted_on is not null and c.stock_class in ('existing', 'nonsaving') then 1 end, case when c.envelope then c.area_dm2 when not c.envelope then 0 end, c.area_dm2),
  ('exist_indoor', c.accepted_on, 0, case when c.accepted_on is not null and c.stock_class in ('existing', 'nonsaving') then 1 end, case when c.indoor then c.area_dm2 when not c.indoor then 0 end, c.area_dm2),
  ('exist_sources', c.accepted_on, 0, case when c.accepted_on is not null and c.stock_class in ('existing', 'nonsaving') then 1 end, case when c.sources then c.area_dm2 when not c.sources then 0 end, c.area_dm2),
  ('sync_retrofit', c.energy_done_on, 0, case when c.energy_done_on is not null then 1 end, (c.indoor and c.sources)::int, 1) $$);

select jl.define_entries ('supply_contract', false, $$
  ('supply_contract', c.signed_on, 0, 1, 0, 0),
  ('firm_duties', c.signed_on, 0, 1, (c.selects and c.buys and c.manages and c.bills and c.maintains)::int, 1) $$);

select jl.define_entries ('price_check', false, $$
  ('price_check', c.checked_on, 0, 1, c.breach::int, 1) $$);

-- 四(四). Devices count while they are in use.
select jl.define_entries ('meter_batch', false, $$
  ('meter_batch', coalesce (c.in_use_on, c.installed_on), 0, 1, 0, 0),
  ('meter_product', c.in_use_on, c.product_id, case when c.in_use_on is not null then 1 end, 0, c.n),
  ('meter_product', greatest (c.removed_on, c.in_use_on), c.product_id, case when c.in_use_on is not null and c.removed_on is not null then -1 end, 0, -c.n),
  ('meter_certified', c.in_use_on, 0, case when c.role = 'non_settlement' and c.in_use_on is not null then 1 end,
   case when c.certificate_no is not null and c.type_test_no is not null then c.n else 0 end, c.n),
  ('meter_certified', greatest (c.removed_on, c.in_use_on), 0,
   case when c.role = 'non_settlement' and c.in_use_on is not null and c.removed_on is not null then -1 end,
   case when c.certificate_no is not null and c.type_test_no is not null then -c.n else 0 end, -c.n),
  ('meter_first', c.in_use_on, 0, case when c.role = 'settlement' and c.in_use_on is not null then 1 end, 0, c.n),
  ('meter_verified', c.in_use_on, 0, case when c.role = 'settlement' and c.in_use_on is not null then 1 end, 0, c.n),
  ('meter_verified', greatest (c.removed_on, c.in_use_on), 0,
   case when c.role = 'settlement' and c.in_use_on is not null and c.removed_on is not null then -1 end, 0, -c.n) $$);

select jl.define_entries ('verification', false, $$
  ('verification', c.verified_on, 0, 1, 0, 0),
  ('meter_fee', c.verified_on, 0, 1, (coalesce (c.fee_fen, 1) > 0 and c.fee_bearer = 'resident')::int, 0) $$);

select jl.define_entries ('account_coverage', true, $$
  ('account_coverage', make_date (c.year, 10, 1), 0, 1, c.accounts, c.households),
  ('acct_fee', make_date (c.year, 10, 1), 0, 1, c.with_fee, c.accounts),
  ('acct_subsidy', make_date (c.year, 10, 1), 0, 1, c.with_subsidy, c.accounts),
  ('acct_building', make_date (c.year, 10, 1), 0, 1, c.with_building, c.accounts) $$);

select jl.define_entries ('household_account', true, $$
  ('household_account', make_date (c.year, 10, 1), 0, 1,
   (num_nulls (c.building_id, c.area_dm2, c.heat_100kj, c.fee_fen, c.subsidy_fen, c.paid_fen) = 0)::int, 1) $$);

-- In the year in which the account was looked up; one that was only drawn is of no year.
select jl.define_entries ('checked_account', false, $$
  ('checked_account', c.checked_on, 0, case when c.result is not null then 1 end, 0, 0),
  ('acct_checked', c.checked_on, 0, case when c.result is not null then 1 end, 1, 0),
  ('acct_agreed', c.checked_on, 0, case when c.result is not null then 1 end, (c.result = 'agrees')::int, 1) $$);

-- 四(六). A boiler house has stood since before the register began.
select jl.define_entries ('boiler_house', false, $$
  ('boiler_house', date '2000-01-01', 0, 1, 0, 0), ('boiler_left', date '2000-01-01', 0, 1, 1, 0),
  ('boiler_left', c.merged_on, 0, case when c.merged_on is not null then -1 end, -1, 0),
  ('boiler_merged', c.planned_on, 0, case when c.planned_on is not null then 1 end, 0, 1),
  ('boiler_merged', greatest (c.merged_on, c.planned_on), 0, case when c.merged_on is not null and c.planned_on is not null then 0 end, 1, 0),
  ('boiler_outside', date '2000-01-01', 0, 1, c.heated_dm2, 0::bigint),
  ('boiler_outside', c.merged_on, 0, case when c.merged_on is not null then -1 end, -c.heated_dm2, 0) $$);

select jl.define_entries ('network_work', false, $$
  ('network_work', jl.year_start (c.year), 0, 1, 0, 1),
  ('network_work', greatest (c.accepted_on, jl.year_start (c.year)), 0, case when c.accepted_on <= jl.year_end (c.year) then 0 end, 1, 0),
  ('network_balance', jl.year_start (c.year), 0, case when c.kind = 'network_balance' then 1 end, 0, 1),
  ('network_balance', greatest (c.accepted_on, jl.year_start (c.year)), 0,
   case when c.kind = 'network_balance' and c.accepted_on <= jl.year_end (c.year) then 0 end, 1, 0),
  ('network_automation', jl.year_start (c.year), 0, case when c.kind in ('source_automation', 'substation_automation') then 1 end, 0, 1),
  ('network_automation', greatest (c.accepted_on, jl.year_start (c.year)), 0,
   case when c.kind in ('source_automation', 'substation_automation') and c.accepted_on <= jl.year_end (c.year) then 0 end, 1, 0) $$);

select jl.define_entries ('energy_use', true, $$
  ('energy_use', make_date (c.year, 10, 1), 0, 1, 0, 0::bigint),
  ('energy_heat', make_date (c.year, 10, 1), 0, 1, c.heat_100kj, c.heated_dm2),
  ('energy_coal', make_date (c.year, 10, 1), 0, 1, c.coal_kgce, c.heated_dm2) $$);

-- 五(二)2. A repair is late from the day after its term.
select jl.define_entries ('quality_check', true, $$
  ('quality_check', c.checked_on, 0, 1, 0, 0),
  ('quality_pass', c.checked_on, 0, case when c.kind = 'room_temperature' then 1 end, c.n_passed, c.n_checked),
  ('quality_supervised', c.checked_on, 0, case when c.kind = 'supervision' then 1 end, 1, 0) $$);

select jl.define_entries ('outage', true, $$
  ('outage', c.began_on, 0, 1, 1, 0),
  ('outage_late', coalesce (c.due_on + 1, c.began_on), 0, 1,
   case when c.due_on is not null then (c.repaired_on is null or c.repaired_on > c.due_on)::int end, 1) $$);

-- 五(一)、五(二)2. What was set up stands until it ends.
select jl.define_entries ('organisation', false, $$
  ('organisation', c.decided_on, 0, 1, 0, 0), ('org_' || c.kind, c.decided_on, 0, 1, 1, 0),
  ('org_' || c.kind, c.ended_on, 0, case when c.ended_on is not null then -1 end, -1, 0) $$);

select jl.define_entries ('responsibility_letter', false, $$
  ('responsibility_letter', jl.year_start (c.year), 0, 1, 0, 0),
  ('org_letter_departments', greatest (c.signed_on, jl.year_start (c.year)), 0,
   case when c.party = 'departments' and c.signed_on <= jl.year_end (c.year) then 1 end, 1, 0),
  ('org_letter_companies', greatest (c.signed_on, jl.year_start (c.year)), 0,
   case when c.party = 'companies' and c.signed_on <= jl.year_end (c.year) then 1 end, 1, 0) $$);

select jl.define_entries ('enforcement_case', false, $$
  ('enforcement_case', c.opened_on, 0, 1, 0, 1),
  ('enforcement_case', greatest (c.decided_on, c.opened_on), 0,
   case when c.decided_on <= jl.year_end (date_part ('year', c.opened_on)::int) then 0 end, 1, 0) $$);

select jl.define_entries ('lead', false, $$
  ('lead', least (greatest (c.handed_on, jl.year_start (c.year)), jl.year_end (c.year)), 0, 1, c.n, 0) $$);

select jl.define_entries ('assigned_task', false, $$
  ('assigned_task', c.given_on, 0, 1, 0, 0), ('org_tasks', c.due_on, 0, 1, coalesce (c.done_on <= c.due_on, false)::int, 1),
  ('org_tasks_overdue', c.due_on + 1, 0, case when coalesce (c.done_on > c.due_on, true) then 1 end, 1, 0),
  ('org_tasks_overdue', c.done_on, 0, case when c.done_on > c.due_on then -1 end, -1, 0) $$);

-- 五(二)1, by the five sources and the four uses; a sum without a source is shown apart.
select jl.define_entries ('fund', false, $$
  ('fund', jl.year_start (c.year), 0, 1, c.received_fen, c.planned_fen),
  ('fund_spent', jl.year_start (c.year), 0, 1, c.spent_fen, c.received_fen),
  ('fund_' || c.source, jl.year_start (c.year), 0, case when c.source is not null then 1 end, c.received_fen, c.planned_fen),
  ('fund_use_' || c.use, jl.year_start (c.year), 0, 1, c.received_fen, c.planned_fen),
  ('fund_unsourced', jl.year_start (c.year), 0, case when c.source is null then 1 end, c.planned_fen, 0),
  ('fund_gap', jl.year_start (c.year), 0, 1, c.planned_fen - c.received_fen, 0) $$);

select jl.define_entries ('fund_application', false, $$
  ('fund_application', jl.year_start (c.year), 0, 1, coalesce (c.approved_fen, 0), c.applied_fen) $$);

-- 五(四): in time, still open, still open after the term.
select jl.define_entries ('publicity', false, $$ ('publicity', c.held_on, 0, 1, 1, 0) $$);

select jl.define_entries ('complaint', false, $$
  ('complaint', c.received_on, 0, 1, 1, 0),
  ('voice_complaints', coalesce (c.due_on, c.received_on), 0, 1, case when c.due_on is not null then coalesce (c.closed_on <= c.due_on, false)::int end, 1),
  ('voice_open', c.received_on, 0, 1, 1, 0), ('voice_open', c.closed_on, 0, case when c.closed_on is not null then -1 end, -1, 0),
  ('voice_open_' || c.kind, c.received_on, 0, 1, 1, 0), ('voice_open_' || c.kind, c.closed_on, 0, case when c.closed_on is not null then -1 end, -1, 0),
  ('voice_overdue', c.due_on + 1, 0, case when c.due_on is not null and coalesce (c.closed_on > c.due_on, true) then 1 end, 1, 0),
  ('voice_overdue', c.closed_on, 0, case when c.closed_on > c.due_on then -1 end, -1, 0),
  ('voice_overdue_' || c.kind, c.due_on + 1, 0, case when c.due_on is not null and coalesce (c.closed_on > c.due_on, true) then 1 end, 1, 0),
  ('voice_overdue_' || c.kind, c.closed_on, 0, case when c.closed_on > c.due_on then -1 end, -1, 0) $$);

select jl.define_entries ('dispute', false, $$
  ('dispute', c.received_on, 0, 1, 1, 0),
  ('voice_disputes', coalesce (c.due_on, c.received_on), 0, 1, case when c.due_on is not null then coalesce (c.closed_on <= c.due_on, false)::int end, 1),
  ('voice_dispute_open', c.received_on, 0, 1, 1, 0),
  ('voice_dispute_open', c.closed_on, 0, case when c.closed_on is not null then -1 end, -1, 0),
  ('voice_dispute_open_' || c.kind, c.received_on, 0, 1, 1, 0),
  ('voice_dispute_open_' || c.kind, c.closed_on, 0, case when c.closed_on is not null then -1 end, -1, 0),
  ('voice_dispute_overdue', c.due_on + 1, 0, case when c.due_on is not null and coalesce (c.closed_on > c.due_on, true) then 1 end, 1, 0),
  ('voice_dispute_overdue', c.closed_on, 0, case when c.closed_on > c.due_on then -1 end, -1, 0),
  ('voice_dispute_overdue_' || c.kind, c.due_on + 1, 0, case when c.due_on is not null and coalesce (c.closed_on > c.due_on, true) then 1 end, 1, 0),
  ('voice_dispute_overdue_' || c.kind, c.closed_on, 0, case when c.closed_on > c.due_on then -1 end, -1, 0) $$);

-- A settled return counts in the year of its day, which is the one after its season's.
select jl.define_entries ('unit_return', false, $$
  ('unit_return', case c.form when 'settled' then c.due_on else jl.year_end (c.year) end, 0, 1, coalesce (c.filed_on <= c.due_on, false)::int, 1) $$);

-- 三(三), by the three classes: what was retrofitted and, where no stock is confirmed for a class by itself, what stood before the
-- reform. And by year what the five-year plan speaks of, existing housing by its energy level as well. Only centrally heated buildings, areas as in jl.building_sum.
select jl.define_entries ('building', false, $$
  ('public_' || (array['office', 'large', 'other'])[c.use - 1] || '_n', c.completed_on, 0,
   case when c.use in (3, 4) and c.stock = 'existing' then 1 end, 0, 1::bigint),
  ('public_' || (array['office', 'large', 'other'])[c.use - 1] || '_area', c.completed_on, 0,
   case when c.use in (3, 4) and c.stock = 'existing' then 1 end, 0, c.floor_dm2),
  ('public_' || (array['office', 'large', 'other'])[c.use - 1] || '_n', greatest (c.accepted_on, c.completed_on), 0,
   case when c.accepted_on is null then null when c.use = 2 then 1 when c.use in (3, 4) and c.stock = 'existing' then 0 end, 1::bigint, 0),
  ('public_' || (array['office', 'large', 'other'])[c.use - 1] || '_area', greatest (c.accepted_on, c.completed_on), 0,
   case when c.accepted_on is null then null when c.use = 2 then 1 when c.use in (3, 4) and c.stock = 'existing' then 0 end, c.floor_dm2, 0),
  (case c.task_class when 5 then 'plan_existing' when 6 then 'plan_nonsaving' else 'plan_public' end, c.accepted_on, 0,
   case when c.accepted_on is not null then 1 end, case when c.use in (1, 5) then c.residential_dm2 else c.floor_dm2 end, 0),
  ('exist_area_' || c.energy, c.accepted_on, 0, case when c.task_class = 5 and c.accepted_on is not null then 1 end, c.residential_dm2, 0) $$,
  'c.heat_source in (1, 2) and (c.use in (2, 3, 4) or c.accepted_on is not null)');

-- 四(三), by company: num is what is fitted and not billed, den what residential area is billed by heat.
select jl.define_sum ('firm_sum', 'register_sum', 'jl.building_season',
  array[['measure', '''firm''::text'], ['year', 'c.year'], ['unit_id', 'c.unit_id'], ['part', 'c.company_id']],
  '%s where c.central and c.company_id is not null',
  array[
    ['n', '1', 'true'],
    ['num', 'res_heated_dm2::bigint + other_heated_dm2 - res_metered_dm2 - other_metered_dm2', 'fitted and not missing'],
    ['den', 'res_metered_dm2', 'not missing'],
    ['missing_n', '1', 'missing']]);

-- 四(一): what is billed by heat with the heat it has used, by which prices become revenue. A building's heat is shared by area where only a
-- part of it is billed by heat; housing and the rest have prices of their own.
select jl.define_sum ('revenue_sum', 'register_sum', 'jl.building_season',
  array[['measure', 'v.measure'], ['year', 'c.year'], ['unit_id', 'c.unit_id'], ['part', 'v.part']],
  $$ %s cross join lateral (
       select c.heat_100kj::numeric / nullif (c.res_heated_dm2::bigint + c.other_heated_dm2, 0) as per_dm2) h
     cross join lateral (values
       ('revenue_residential'::text, 0, c.res_metered_dm2::bigint, round (c.res_metered_dm2 * h.per_dm2)::bigint),
       ('revenue_nonresidential', 0, c.other_metered_dm2, round (c.other_metered_dm2 * h.per_dm2)::bigint)) v (measure, part, area, heat)
     where c.central and c.billing = 2 and c.company_id is not null and v.area > 0 $$,
  array[
    ['n', '1', 'true'],
    ['num', 'v.area', 'v.heat is not null'],
    ['den', 'v.heat', 'v.heat is not null'],
    ['missing_n', '1', 'v.heat is null']]);

-- Cards. Their entries are of part 1, so that a measure may have others beside them from a table alone. entries: a query of jl.entry's columns for the records a of the anchor, with %s where they come from. children: tables whose rows
-- belong to a record, with the column that names it.
create function jl.define_card (register text, anchor text, on_insert boolean, children text[][], entries text)
returns void language plpgsql as
$$
declare
  child text[];
  part text;
  content text;
  call text;
begin
  content := format ($f$
    select %L::text, a.id::bigint, a.unit_id, x.entries
    from jl.%I a
    cross join lateral (
      select array_agg ((e.record_id, e.unit_id, e.measure, e.day, 1, e.n, coalesce (e.num, 0), coalesce (e.den, 0), e.missing_n)::jl.entry
                        order by e.measure, e.day, e.record_id, e.n, e.num, e.den) as entries
      from (%s) e) x
    where x.entries is not null $f$, register, anchor, entries);
  execute format ('create function jl.%I (p_ids bigint[]) returns setof jl.register_card language sql stable as
                   $body$ %s and a.id = any (p_ids) $body$', register || '_card_of', content);
  foreach part slice 0 in array children || array[[anchor, 'id']] loop
    if to_regclass ('jl.' || part) is not null then
      content := replace (content, 'jl.' || part || ' ', 'jl.seen_' || part || ' ');
    end if;
  end loop;
  execute format ('create function jl.%I () returns setof jl.register_card language sql stable as $body$ %s $body$',
                  register || '_card_truth', content);
  -- The anchors are locked first, so that of two writers the second reads what the first has written.
  execute format ($f$
    create function jl.%1$I () returns trigger language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
    $body$
    declare
      ids bigint[];
      more bigint[];
    begin
      if tg_op <> 'DELETE' then
        execute format ('select array_agg (distinct %%1$I) from changed where %%1$I is not null', tg_argv[0]) into ids;
      end if;
      if tg_op <> 'INSERT' then
        execute format ('select array_agg (distinct %%1$I) from was where %%1$I is not null', tg_argv[0]) into more;
      end if;
      ids := ids || more;
      if ids is null then
        return null;
      end if;
      perform from jl.%2$I a where a.id = any (ids) order by a.id for no key update;
      insert into jl.register_card as c select * from jl.%3$I (ids) order by record_id
      on conflict (register, record_id) do update set unit_id = excluded.unit_id, entries = excluded.entries
        where (c.unit_id, c.entries) is distinct from (excluded.unit_id, excluded.entries);
      delete from jl.register_card c
      where c.register = %4$L and c.record_id = any (ids) and not exists (select from jl.%3$I (ids) o where o.record_id = c.record_id);
      return null;
    end
    $body$
    $f$, register || '_card_keep', anchor, register || '_card_of', register);
  call := format ('for each statement execute function jl.%I', register || '_card_keep');
  if on_insert then
    execute format ('create trigger card_insert after insert on jl.%I referencing new table as changed %s (''id'')', anchor, call);
  end if;
  execute format ('create trigger card_update after update on jl.%I referencing old table as was new table as changed %s (''id'')', anchor, call);
  execute format ('create trigger card_delete after delete on jl.%I referencing old table as was %s (''id'')', anchor, call);
  foreach child slice 1 in array children loop
    execute format ('create trigger card_insert after insert on jl.%I referencing new table as changed %s (%L)', child[1], call, child[2]);
    execute format ('create trigger card_update after update on jl.%I referencing old table as was new table as changed %s (%L)',
                    child[1], call, child[2]);
    execute format ('create trigger card_delete after delete on jl.%I referencing old table as was %s (%L)', child[1], call, child[2]);
  end loop;
end
$$;

-- 三(二)、四(二). A project counts in the year of its completion, as it stood on 31 December: a gate passed later comes too late for it.
-- What was issued against the rules counts in the year it was issued.
select jl.define_card ('new_project', 'new_project', true, '{{project_gate, project_id}, {supply_contract, project_id}}', $$
  with p as (
    select a.*, jl.year_end (date_part ('year', a.completed_on)::int) as last_day,
      case when a.fitted_dm2 = 0 then false else a.fitted_on <= a.completed_on end as in_time,
      exists (select from jl.supply_contract k where k.project_id = a.id and k.signed_on <= a.completed_on)
        or exists (select from jl.project_gate k where k.project_id = a.id and k.gate = 'contract' and k.state = 'done' and k.done_on <= a.completed_on)
        as contracted
  ), g as (
    select k.gate, coalesce (s.state, case when k.gate = 'presale' and not a.for_sale then 'not_applicable' else 'not_reported' end) as state,
      s.done_on, s.company_present
    from unnest (array['contract', 'drawing_review', 'permit', 'presale', 'acceptance', 'filing', 'connection', 'title']) k (gate)
    left join jl.project_gate s on s.project_id = a.id and s.gate = k.gate
  ), e as (
    select 'new_project' as measure, coalesce (p.started_on, p.completed_on) as day, 1 as n, 0::bigint as num, 0::bigint as den from p
    union all
    select v.measure, p.completed_on, 1, v.num, v.den
    from p cross join lateral (values
      ('new_installed', case when p.in_time then p.fitted_dm2 when not p.in_time then 0 end, p.heated_dm2),
      ('sync_new', p.in_time::int, case when p.heated_dm2 is not null then 1 end),
      ('new_projects', 1, 0), ('new_complying', p.complies::int, 1),
      ('new_disclosed', case when p.for_sale then (p.shown_to_buyer and p.in_contract and p.in_guarantee and p.in_manual)::int end,
       case when p.for_sale then 1 end),
      ('new_cost', (p.bearer = 'developer' and p.installation_bearer = 'developer' and p.first_bearer = 'developer')::int, 1),
      ('new_contract', p.contracted::int, 1),
      ('firm_contract_area', case when p.contracted then p.heated_dm2 else 0 end, p.heated_dm2)) v (measure, num, den)
    where p.completed_on is not null and (v.measure <> 'new_disclosed' or p.for_sale)
      and (v.measure <> 'sync_new' or p.heated_dm2 is distinct from 0)
    union all
    select 'gate_' || g.gate, p.completed_on, 1,
      case when g.state = 'not_reported' or g.state = 'done' and g.done_on is null then null else 0 end, 1
    from p cross join g where p.completed_on is not null and g.state <> 'not_applicable'
    union all
    select 'gate_' || g.gate, greatest (g.done_on, p.completed_on), 0, 1, 0
    from p cross join g where g.state = 'done' and g.done_on <= p.last_day
    union all
    select 'new_company_present', g.done_on, 1, g.company_present::int, 1
    from g where g.gate = 'acceptance' and g.state in ('done', 'against_rules')
    union all
    select 'new_breaches', coalesce (g.done_on, p.completed_on, p.started_on), 1, 1, 0
    from p cross join g where g.state = 'against_rules'
  )
  select a.id as record_id, a.unit_id, e.measure, e.day, e.n, case when q.gap then 0 else e.num end as num,
    case when q.gap then 0 else e.den end as den, case when q.gap then 1 else 0 end as missing_n
  from e cross join lateral (select e.num is null or e.den is null as gap) q $$);

-- 四(四): how many devices of a settlement batch stand verified from which day on: the larger of what first and what periodic
-- verifications in force have passed, no more than there are. A verification without its result or its term is a gap.
select jl.define_card ('meter_batch', 'meter_batch', false, '{{verification, batch_id}}', $$
  with v as (
    select v.* from jl.verification v
    where v.batch_id = a.id and v.kind in ('first', 'periodic') and a.role = 'settlement' and a.in_use_on is not null
      and v.verified_on < coalesce (a.removed_on, 'infinity')
  ), d as (
    select greatest (v.verified_on, a.in_use_on) as day from v where v.n_passed is not null and v.valid_until >= a.in_use_on
    union
    select v.valid_until + 1 from v where v.n_passed is not null and v.valid_until >= a.in_use_on
      and v.valid_until + 1 < coalesce (a.removed_on, 'infinity')
    union
    select greatest (a.removed_on, a.in_use_on) from v where a.removed_on is not null
  ), s as (
    select d.day, case when d.day >= a.removed_on then 0 else least (a.n, (
      select greatest (coalesce (sum (v.n_passed) filter (where v.kind = 'first'), 0), coalesce (sum (v.n_passed) filter (where v.kind = 'periodic'), 0))
      from v where d.day between v.verified_on and v.valid_until)) end as standing
    from d
  ), e as (
    select 'meter_verified' as measure, s.day, s.standing - lag (s.standing, 1, 0::bigint) over (order by s.day) as num, 0 as missing_n from s
    union all
    select 'meter_first', a.in_use_on, least (a.n, (select coalesce (sum (coalesce (v.n_passed, v.n_sent)), 0) from v where v.kind = 'first' and v.verified_on <= a.in_use_on)), 0
    union all
    select 'meter_verified', greatest (v.verified_on, a.in_use_on), 0, 1 from v where v.n_passed is null or v.valid_until is null
    union all
    select 'meter_verified', greatest (a.removed_on, a.in_use_on), 0, -1 from v
    where (v.n_passed is null or v.valid_until is null) and a.removed_on is not null
  )
  select a.id as record_id, a.unit_id, e.measure, e.day, 0 as n, e.num, 0::bigint as den, e.missing_n
  from e where e.num <> 0 or e.missing_n <> 0 $$);

-- 五(二)1: what was spent on a project before it was accepted, of all that was spent on projects.
select jl.define_card ('fund', 'retrofit_project', false, '{{fund, project_id}}', $$
  select f.id as record_id, f.unit_id, 'fund_early' as measure, f.spent_on as day, 1 as n,
    case when f.spent_on is null then 0 when a.accepted_on <= f.spent_on then 0 else f.spent_fen end as num,
    case when f.spent_on is null then 0 else f.spent_fen end as den, (f.spent_on is null)::int as missing_n
  from jl.fund f where f.project_id = a.id and f.spent_fen > 0 $$);

-- Cards as seen from an earlier moment are made from what was known then.
create view jl.seen_register_card with (security_invoker) as
select c.* from jl.register_card c where jl.known_at () is null
union all
select c.* from jl.new_project_card_truth () c where jl.known_at () is not null
union all
select c.* from jl.meter_batch_card_truth () c where jl.known_at () is not null
union all
select c.* from jl.fund_card_truth () c where jl.known_at () is not null;

select jl.define_sum ('card_sum', 'register_sum', 'jl.register_card',
  array[['measure', 'e.measure'], ['year', 'jl.entry_year (e.day, false)'], ['unit_id', 'e.unit_id'], ['part', 'e.part']],
  '%s cross join lateral unnest (c.entries) e',
  array[['n', 'e.n', 'true'], ['num', 'e.num', 'true'], ['den', 'e.den', 'true'], ['missing_n', 'e.missing_n', 'true']]);
create view jl.card_entry with (security_invoker) as
select c.register, e.record_id, e.unit_id, e.measure, e.day, jl.entry_year (e.day, false) as year, e.part, e.n, e.num, e.den, e.missing_n
from jl.seen_register_card c cross join lateral unnest (c.entries) e;

drop function jl.define_entries (text, boolean, text, text);
drop function jl.define_card (text, text, boolean, text[][], text);
drop function jl.define_sum (text, text, text, text[][], text, text[][]);

-- All of them.
do $$
begin
  execute 'create view jl.register_entry with (security_invoker) as ' || (
    select string_agg (format ('select register, record_id, unit_id, measure, day, year, part, n, num, den, missing_n from jl.%I', c.relname),
                       ' union all ' order by c.relname)
    from pg_class c where c.relnamespace = 'jl'::regnamespace and c.relkind = 'v' and c.relname like '%\_entry');
end
$$;

-- Sums of the entries up to a day inside a year, for who looks at the year before its cut-off; null: not asked for. The same for every
-- official, like the kept sums.
create function jl.entry_sums (p_year int, p_measures text[], p_day date)
returns table (measure text, year smallint, unit_id int, part int, n int, num bigint, den bigint, missing_n int)
language plpgsql stable security definer rows 1000 set search_path = pg_catalog, jl, pg_temp
as $$
begin
  if p_day is null or not jl.reads_sums () then
    return;
  end if;
  return query
    select e.measure, e.year, e.unit_id, e.part, sum (e.n)::int, sum (e.num)::bigint, sum (e.den)::bigint, sum (e.missing_n)::int
    from jl.register_entry e
    where e.measure = any (p_measures) and (e.day <= p_day or e.day is null) and e.year <= p_year
    group by e.measure, e.year, e.unit_id, e.part;
end
$$;

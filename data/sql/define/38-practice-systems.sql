-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: accounts without persons, boiler houses, works on networks, energy, heat quality. slack: see jl.practice_places.

-- What each company heats in a season: the buildings that stood when it began, scattered boilers left out.
create function jl.practice_company_areas (p_first int, p_last int)
returns table (company_id int, unit_id int, year int, heated bigint, households bigint, slack int)
language sql stable as
$$
  with built as materialized (
    select b.company_id, greatest (extract (year from b.completed_on)::int, p_first) as year, sum (b.floor_dm2::bigint) as heated,
      sum (case when b.residential_dm2 > 0 then greatest (b.residential_dm2 / 8000, 1) else 0 end) as households
    from jl.building b where b.heat_source < 3 and b.company_id is not null group by 1, 2),
  places as materialized (select assessed_id, max (slack) as slack from jl.practice_places () group by 1)
  select c.id, c.unit_id, y, sum (b.heated)::bigint, sum (b.households)::bigint, p.slack
  from jl.company c
  join places p on p.assessed_id = c.unit_id
  cross join generate_series (p_first, p_last) y
  join built b on b.company_id = c.id and b.year <= y
  group by c.id, c.unit_id, y, p.slack
$$;

-- Two thirds of the households have an account when the reform begins, nearly all where it goes well.
create function jl.practice_coverage (p_first int, p_last int) returns void language sql as
$$
  insert into jl.account_coverage (unit_id, company_id, year, households, accounts, with_fee, with_subsidy, with_building, charging, entered_at)
  select a.unit_id, a.company_id, a.year, a.households, n.accounts, case when d.b % 23 > 0 then n.accounts * (100 - d.b % (1 + a.slack * 3)) / 100 end,
    case when d.c % 17 > 0 then n.accounts * (100 - d.c % (1 + a.slack * 5)) / 100 end,
    case when d.b % 13 > 0 then n.accounts * (100 - d.a % (1 + a.slack * 3)) / 100 end,
    case when d.c % 19 > 0 then (array['counter', 'bank', 'several', 'card', 'online'])[1 + (a.company_id + d.c % 2) % 5] end,
    jl.practice_known (make_date (a.year + 1, 4, 20))
  from jl.practice_company_areas (greatest (p_first, 2010), p_last) a
  cross join lateral (
    select jl.practice_draw (a.company_id * 31 + a.year * 7919, 1) as a, jl.practice_draw (a.company_id * 31 + a.year * 7919, 2) as b,
      jl.practice_draw (a.company_id * 31 + a.year * 7919, 3) as c) d
  cross join lateral (
    select case when d.a % 31 = 0 and a.slack > 0 then null
                else (a.households * least (100, 100 - a.slack * 8 + (a.year - 2010) * 4 + d.a % 5) / 100)::bigint end as accounts) n
  where a.households > 0
  order by a.year, a.company_id
$$;

-- About so many accounts of one season, of up to so many flats of every so many-th building. More can be asked for by hand, into the millions.
create function jl.practice_accounts (p_accounts int, p_flats int, p_year int) returns void language plpgsql as
$$
declare
  step int := greatest (1, (select sum (least (p_flats, b.residential_dm2 / 8000)) from jl.building b where b.company_id is not null)
                           / greatest (p_accounts, 1));
begin
  insert into jl.household_account (unit_id, company_id, building_id, year, number, area_dm2, heat_100kj, fee_fen, subsidy_fen, paid_fen, entered_at)
  select b.unit_id, b.company_id, b.id, p_year, b.code || '-' || lpad (k::text, 3, '0'), case when d.a % 67 > 0 then f.area end, h.heat, f.fee,
    case when d.b % 5 = 0 then f.area * 6 when d.b % 5 < 3 then 0 end,
    case when d.b % 29 = 0 then null when d.b % 13 = 0 then 0 when d.b % 7 = 0 then f.fee / 2 else f.fee end,
    jl.practice_known (make_date (p_year + 1, 4, 25))
  from jl.building b
  cross join lateral generate_series (1, least (p_flats, b.residential_dm2 / 8000)) k
  cross join lateral (
    select jl.practice_draw (b.id::bigint * 64 + k, 1) as a, jl.practice_draw (b.id::bigint * 64 + k, 2) as b offset 0) d
  cross join lateral (select 4800 + d.a % 7200 as size offset 0) z
  cross join lateral (
    select case when b.metered_on < make_date (p_year, 10, 25) and d.a % 23 > 0 then z.size * (30 + d.b % 26) end as heat offset 0) h
  cross join lateral (
    select z.size as area, case when d.a % 41 = 0 then null when h.heat is null then z.size * 27::bigint
                                else z.size * 8::bigint + h.heat::bigint * 42 / 100 end as fee offset 0) f
  where b.company_id is not null and b.heat_source < 3 and b.residential_dm2 > 0 and b.id % step = 0
  on conflict do nothing;
end
$$;

-- In May some accounts of each company that has sent any are drawn; most are looked up by the end of June and agree.
create function jl.practice_account_checks (p_year int) returns void language sql as
$$
  insert into jl.account_check (unit_id, company_id, year, drawn_on, size, due_on, office, entered_at)
  select c.unit_id, c.id, p_year, d.drawn_on, 10, case when c.id % 7 > 0 then make_date (p_year + 1, 6, 30) end,
    case when c.id % 5 > 0 then '供热计量改革办公室' end, jl.practice_known (d.drawn_on)
  from jl.company c cross join lateral (select make_date (p_year + 1, 5, 4 + c.id % 20) as drawn_on) d
  where exists (select from jl.household_account a where a.company_id = c.id and a.year = p_year)
  order by c.id;

  insert into jl.checked_account (unit_id, check_id, number, sent, sent_area_dm2, sent_heat_100kj, sent_fee_fen, sent_subsidy_fen, sent_paid_fen,
                                  checked_on, result, area_dm2, heat_100kj, fee_fen, subsidy_fen, paid_fen, corrected_on, entered_at)
  select k.unit_id, k.id, a.number, true, a.area_dm2, a.heat_100kj, a.fee_fen, a.subsidy_fen, a.paid_fen, r.checked_on, r.result,
    case when r.result = 'differs' then a.area_dm2 + 150 + d.a % 300 when r.result = 'agrees' then a.area_dm2 end,
    case when r.result = 'agrees' then a.heat_100kj end,
    case when r.result = 'differs' and d.b % 2 = 0 then a.fee_fen + 1000 + d.b % 20000 when r.result is not null and r.result <> 'absent' then a.fee_fen end,
    case when r.result = 'agrees' then a.subsidy_fen end, case when r.result = 'agrees' then a.paid_fen end,
    case when r.result <> 'agrees' and d.a % 3 > 0 then r.checked_on + 14 end, jl.practice_known (coalesce (r.checked_on, k.drawn_on))
  from jl.account_check k
  cross join lateral jl.account_sample (k.company_id, k.year, k.drawn_on, k.size) a
  cross join lateral (select jl.practice_draw (a.id, 1) as a, jl.practice_draw (a.id, 2) as b, jl.practice_draw (a.id, 3) as c) d
  cross join lateral (
    select case when d.a % 11 > 0 then k.drawn_on + 5 + d.b % 30 end as checked_on,
      case when d.a % 11 > 0 then case when d.c % 23 = 0 then 'absent' when d.c % 6 = 0 then 'differs' else 'agrees' end end as result) r
  order by k.id, a.number
$$;

-- Four to eight small boiler houses a place, twice as many where scattered boilers heat all. Planned for 2010 to 2014, merged in time, late, or
-- not at all.
create function jl.practice_boilers (p_day date) returns void language sql as
$$
  insert into jl.boiler_house (unit_id, code, name, boilers, capacity_mw, heated_dm2, planned_on, merged_on, company_id, entered_at)
  select s.leaf_id, s.code || '-GL' || lpad (k::text, 2, '0'),
    s.short_name || '演练' || (array['站前', '东街', '西街', '北街', '南街', '河东', '河西', '新区', '老城'])[1 + (k - 1) % 9] || '锅炉房'
      || case when k > 9 then '二号' else '' end,
    case when d.a % 19 > 0 then 1 + d.a % 4 end, case when d.b % 11 > 0 then round ((14 + d.a % 300) / 10.0, 1) end,
    case when d.b % 15 > 0 then (60 + d.a % 900) * 10000::bigint end, p.planned_on, case when m.merged_on <= p_day then m.merged_on end,
    case when m.merged_on <= p_day then s.companies[1 + k % array_length (s.companies, 1)] end,
    jl.practice_known (date '2010-08-01' + d.b % 60)
  from jl.practice_places () s
  cross join lateral generate_series (1, (4 + s.leaf_id % 5) * case when s.code = '220622' then 2 else 1 end) k
  cross join lateral (select jl.practice_draw (s.leaf_id * 101 + k * 7919, 3) as a, jl.practice_draw (s.leaf_id * 101 + k * 7919, 4) as b) d
  cross join lateral (
    select case when d.b < s.slack * 120 then null else make_date (2010 + d.a % 5, 10, 15) end as planned_on) p
  cross join lateral (
    select case when s.code = '220622' and k > 3 or d.b < s.slack * 500 then null
                when d.b < s.slack * 1100 then p.planned_on + 200 + d.b % 300
                else p.planned_on - 5 - d.a % 70 end as merged_on) m
  order by s.leaf_id, k
$$;

create function jl.practice_networks (p_first int, p_last int) returns void language sql as
$$
  insert into jl.network_work (unit_id, company_id, name, kind, year, substations, length_m, planned_on, done_on, accepted_on, entered_at)
  select s.leaf_id, case when d.b % 19 > 0 then s.companies[1 + y % array_length (s.companies, 1)] end,
    s.short_name || y || '年' || case w.kind when 'source_automation' then '热源自动控制改造' when 'substation_automation' then '换热站自动控制改造'
                                             when 'network_balance' then '管网热平衡改造' else '老旧管网更新改造' end || '工程（演练）',
    w.kind, y, case when w.kind = 'substation_automation' then 2 + d.a % 14 when w.kind = 'network_balance' and d.a % 9 > 0 then 1 + d.a % 9 end,
    case when w.kind in ('network_balance', 'network_renewal') and d.b % 12 > 0 then 300 + d.b % 4200 end, t.planned_on, o.done_on,
    case when d.b >= s.slack * 500 then o.done_on + 12 + d.b % 20 end, jl.practice_known (make_date (y, 4, 12) + d.a % 40)
  from jl.practice_places () s
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join lateral (
    select jl.practice_draw (s.leaf_id * 31 + y * 7919, 5) as a, jl.practice_draw (s.leaf_id * 31 + y * 7919, 6) as b,
      jl.practice_draw (s.leaf_id * 31 + y * 7919, 7) as c) d
  cross join lateral (
    select (array['source_automation', 'substation_automation', 'network_balance', 'network_renewal'])[1 + d.c % 4] as kind) w
  cross join lateral (select case when d.c % 21 > 0 then make_date (y, 10, 10) end as planned_on) t
  cross join lateral (
    select case when d.a < s.slack * 350 then null when d.a < s.slack * 600 then make_date (y + 1, 6, 10) + d.b % 60
                else make_date (y, 8, 20) + d.b % 50 end as done_on) o
  where d.c < 6500
  order by y, s.leaf_id
$$;

-- Heat and coal of a company's season. Units set quotas from 2011, some a lower one from 2013, some none.
create function jl.practice_energy (p_first int, p_last int) returns void language sql as
$$
  insert into jl.energy_quota (unit_id, from_year, heat_per_m2, coal_per_m2, document, entered_at)
  select f.assessed_id, y.from_year, case when f.assessed_id % 13 <> 5 then round (y.heat - f.assessed_id % 4 / 100.0, 3) end, case when f.assessed_id % 6 > 0 then y.coal end,
    v.short_name || '供热能耗限额标准（演练）〔' || y.from_year || '〕', jl.practice_known (make_date (y.from_year, 8, 20))
  from jl.practice_profiles () f
  join jl.unit_version v on v.unit_id = f.assessed_id and v.valid @> date '2012-06-30'
  cross join (values (2011, 0.520, 22.0), (2013, 0.490, 21.0)) y (from_year, heat, coal)
  where f.assessed_id % 7 <> 3 and (y.from_year = 2011 or f.assessed_id % 3 = 0) and y.from_year <= p_last
  order by f.assessed_id, y.from_year;

  insert into jl.energy_use (unit_id, company_id, year, heated_dm2, heat_100kj, coal_kgce, power_kwh, water_t, entered_at)
  select a.unit_id, a.company_id, a.year, case when d.c % 47 > 0 then a.heated end, case when d.a % 37 > 0 then a.heated * r.rate end,
    case when d.b % 23 > 0 then a.heated / 100 * r.rate * 44 / 100 end, case when d.b % 11 > 0 then a.heated / 100 * (18 + d.b % 14) / 10 end,
    case when d.c % 7 > 0 then a.heated / 100 * (8 + d.c % 40) / 1000 end, jl.practice_known (make_date (a.year + 1, 5, 6))
  from jl.practice_company_areas (greatest (p_first, 2010), p_last) a
  cross join lateral (
    select jl.practice_draw (a.company_id * 31 + a.year * 7919, 4) as a, jl.practice_draw (a.company_id * 31 + a.year * 7919, 5) as b,
      jl.practice_draw (a.company_id * 31 + a.year * 7919, 6) as c) d
  cross join lateral (
    select case when d.c < a.slack * 60 then 84 else 47 - (a.year - 2010) + d.a % (1 + a.slack * 2) end as rate) r
  order by a.year, a.company_id
$$;

-- Two or three checks of room temperatures a season and place, one of the company, and now and then an outage.
create function jl.practice_quality (p_first int, p_last int) returns void language sql as
$$
  insert into jl.quality_check (unit_id, company_id, checked_on, kind, n_checked, n_passed, lowest, settled_on, entered_at)
  select s.leaf_id, case when d.a % 17 > 0 then s.companies[1 + (y + k) % array_length (s.companies, 1)] end, t.checked_on, w.kind, n.n,
    case when d.b % 31 > 0 then n.n - n.failed end,
    case when w.kind = 'room_temperature' and d.a % 14 > 0 then round (case when n.failed = 0 then 18 else 15.5 end + d.b % 22 / 10.0, 1) end,
    case when n.failed > 0 and d.c > s.slack * 900 then t.checked_on + 9 + d.c % 20 end, jl.practice_known (t.checked_on)
  from jl.practice_places () s
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join generate_series (1, 4) k
  cross join lateral (
    select jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 1) as a, jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 2) as b,
      jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 3) as c) d
  cross join lateral (select case when k = 4 then 'supervision' else 'room_temperature' end as kind) w
  cross join lateral (select make_date (y, 11, 12) + k * 25 + d.a % 18 as checked_on) t
  cross join lateral (
    select z.n, case when d.c < s.slack * 500 then z.n * (12 + d.b % 14) / 100 else z.n * (d.b % 6) / 100 end as failed
    from (select case when k = 4 then 12 else 40 + d.a % 60 end as n) z) n
  where k <> 3 or s.leaf_id % 2 = 0
  order by y, s.leaf_id, k;

  insert into jl.outage (unit_id, company_id, began_on, due_on, repaired_on, heated_dm2, cause, entered_at)
  select s.leaf_id, case when d.b % 19 > 0 then s.companies[1 + k % array_length (s.companies, 1)] end, t.began_on,
    case when d.b % 8 > 0 then t.began_on + 1 + d.b % 2 end,
    case when d.c < s.slack * 60 then null when d.c < s.slack * 450 then t.began_on + 4 + d.c % 4 else t.began_on + d.c % 2 end,
    case when d.b % 7 > 0 then (20 + d.a % 400) * 10000::bigint end,
    (array['network', 'network', 'source', 'power', 'water', 'other'])[1 + d.c % 6], jl.practice_known (t.began_on)
  from jl.practice_places () s
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join generate_series (1, 2) k
  cross join lateral (
    select jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 4) as a, jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 5) as b,
      jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 6) as c) d
  cross join lateral (select make_date (y, 11, 3) + d.a % 140 as began_on) t
  where d.a % 3 > 0
  order by y, s.leaf_id, k;
$$;

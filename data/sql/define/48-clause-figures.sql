-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The figures of every clause for every assessed unit and the province, from the kept sums. What is counted is laid down in
-- jl.clause_indicator and 44; here it is rolled up, judged missing or not, and given its words.

-- Whose records make the figure of an assessed unit: the places it answers for, and its own where a register is kept by the unit.
create function jl.answers (p_day date)
returns table (unit_id int, source_id int)
language sql stable rows 140
as $$
  select p.assessed_id, p.leaf_id from jl.parts (p_day) p
  union
  select a.unit_id, a.unit_id from jl.assessed_unit a where jl.in_force (a.valid, jl.place_day (p_day))
$$;

-- The same with the province, which is the sum of every source once (a county of 延边州 stands in two units), without those whose unit
-- owed the return and did not send it.
create function jl.clause_sources (p_year int, p_day date, p_as_of date)
returns table (unit_id int, grp text, source_id int, assessed boolean, tasks boolean, billing boolean)
language sql stable rows 300
as $$
  with a as materialized (
    select s.unit_id, x.grp, s.source_id, s.unit_id = s.source_id as own
    from jl.answers (p_day) s join jl.assessed (p_day) x on x.unit_id = s.unit_id
  ), f as materialized (
    select u.unit_id, bool_or (u.form = 'tasks') as tasks, bool_or (u.form = 'billing') as billing
    from jl.unit_unreported (p_year, p_year, p_as_of) u group by u.unit_id
  )
  select a.unit_id, a.grp, a.source_id, exists (select from a b where b.unit_id = a.source_id and b.grp <> 'prefecture_sum'), true, true
  from a
  union all
  select v.unit_id, 'province', a.source_id, bool_or (a.own and a.grp <> 'prefecture_sum'), not coalesce (bool_or (f.tasks), false),
    not coalesce (bool_or (f.billing), false)
  from a
  left join f on f.unit_id = a.unit_id and a.grp <> 'prefecture_sum'
  join jl.unit_version v on v.type = 'province' and jl.in_force (v.valid, p_day)
  group by v.unit_id, a.source_id
$$;

-- Which sums the figures read: of the year alone or of all years up to it (whole), by the calendar or by the season (billing). Every
-- register's own measure tells whether a unit keeps it at all. 'firm' (by company) and 'revenue' know no day inside a season.
create function jl.clause_measures ()
returns table (measure text, whole boolean, billing boolean)
language sql stable rows 130
as $$
  select x.measure, bool_or (x.whole), bool_or (x.billing)
  from (
    select i.counts as measure, i.span = 'whole' as whole, coalesce (i.form = 'billing', false) as billing
    from jl.clause_indicator i where i.counts is not null
    union all
    select i.register, true, coalesce (i.form = 'billing', false) from jl.clause_indicator i
    union all
    values ('meter_product', true, false), ('firm', false, false), ('revenue_residential', false, false),
      ('revenue_nonresidential', false, false), ('plan_existing', true, false), ('plan_nonsaving', true, false),
      ('plan_public', true, false)) x
  group by x.measure
$$;

-- Those sums by place and part: of the year (y_) and of all up to its cut-off. undated: nobody knows of which year. Looked at before a
-- cut-off, the entries up to the day are summed instead of what is kept by years.
create function jl.clause_sums (p_year int, p_tasks_day date, p_billing_day date)
returns table (measure text, source_id int, part int, y_n int, y_num bigint, y_den bigint, y_missing int, n int, num bigint, den bigint,
               missing_n int, undated int)
language plpgsql stable rows 6000 set plan_cache_mode = force_generic_plan set enable_sort = off
as $$
declare
  tasks_early date := case when p_tasks_day < jl.year_end (p_year) then p_tasks_day end;
  billing_early date := case when p_billing_day < make_date (p_year + 1, 4, 30) then p_billing_day end;
  yearly text[];
  whole text[];
  by_calendar text[];
  by_season text[];
begin
  select array_agg (m.measure) filter (where not m.whole and not m.early), array_agg (m.measure) filter (where m.whole and not m.early),
    array_agg (m.measure) filter (where m.early and not m.billing), array_agg (m.measure) filter (where m.early and m.billing)
  into yearly, whole, by_calendar, by_season
  from (
    select x.*, x.measure not in ('firm', 'revenue_residential', 'revenue_nonresidential') and case when x.billing then billing_early else tasks_early end is not null as early
    from jl.clause_measures () x) m;
  return query
    select s.measure, s.unit_id, s.part,
      (sum (s.n) filter (where s.year = p_year))::int, jl.sum8 (s.num) filter (where s.year = p_year),
      jl.sum8 (s.den) filter (where s.year = p_year), (sum (s.missing_n) filter (where s.year = p_year))::int,
      sum (s.n)::int, jl.sum8 (s.num), jl.sum8 (s.den), sum (s.missing_n)::int, (sum (s.n) filter (where s.year = 0))::int
    from (
      select r.* from jl.seen_register_sum r where r.measure = any (yearly) and r.year = any (array[0, p_year]::smallint[])
      union all
      select r.* from jl.seen_register_sum r where r.measure = any (whole) and r.year <= p_year
      union all
      select e.* from jl.entry_sums (p_year, by_calendar, tasks_early) e
      union all
      select e.* from jl.entry_sums (p_year, by_season, billing_early) e
    ) s
    group by s.measure, s.unit_id, s.part;
end
$$;

-- 五(三): the five-year plans in force in a year against what was accepted since their first year; area_to_date of the years before, the
-- year's own apart. A sum line has its members' plans.
create function jl.plan_rows (p_year int)
returns table (unit_id int, kind text, first_year int, last_year int, before_dm2 bigint, year_dm2 bigint, whole_dm2 bigint, n int, missing_n int)
language sql stable rows 150
as $$
  select p.unit_id, k.kind, min (p.first_year)::int, max (p.last_year)::int,
    coalesce (jl.sum8 (k.area) filter (where y.year < p_year), 0), coalesce (jl.sum8 (k.area) filter (where y.year = p_year), 0),
    jl.sum8 (k.area), count (*)::int, count (*) filter (where k.area is null)::int
  from jl.seen_five_year_plan p
  join jl.seen_five_year_plan_year y on y.plan_id = p.id
  cross join lateral (values ('existing', y.existing_dm2), ('nonsaving', y.nonsaving_dm2), ('public', y.public_dm2)) k (kind, area)
  where p_year between p.first_year and p.last_year
  group by p.unit_id, k.kind
$$;

-- The price policy in force for a unit on the first day of its season of the year (or on the day it is looked at): the newest one; null: none.
create function jl.season_policies (p_year int, p_as_of date)
returns table (unit_id int, season_first date, policy_id int, issued_on date)
language sql stable rows 50
as $$
  with q as materialized (
    select x.unit_id, x.season_first, least (x.season_first, p_as_of) as day from jl.policy (p_year) x where x.grp <> 'prefecture_sum'
  )
  select distinct on (q.unit_id) q.unit_id, q.season_first, x.policy_id, x.issued_on
  from q left join jl.price_coverage () x on x.unit_id = q.unit_id and x.effective_on <= q.day and (x.ended_on is null or x.ended_on > q.day)
  order by q.unit_id, x.effective_on desc, x.issued_on desc, x.policy_id desc
$$;

-- Its prices and what it says beside them. season, basic, metered: of the bills, with what follows from the area price where nothing is declared.
create function jl.clause_prices (p_year int, p_as_of date)
returns table (unit_id int, season_first date, policy_id int, issued_on date, charging boolean, supervision boolean, maintenance boolean, basic_share numeric,
               residential numeric, residential_implied numeric, nonresidential numeric, nonresidential_implied numeric,
               residential_season numeric, residential_basic numeric, nonresidential_season numeric, nonresidential_basic numeric)
language sql stable rows 50
as $$
  select c.unit_id, c.season_first, c.policy_id, c.issued_on, bool_or (p.charging_mechanism), bool_or (p.supervision_mechanism), bool_or (p.maintenance_in_cost),
    max (r.basic_share) filter (where r.class = 'residential'),
    max (r.metered_price) filter (where r.class = 'residential'), max (m.implied) filter (where r.class = 'residential'),
    max (r.metered_price) filter (where r.class = 'nonresidential'), max (m.implied) filter (where r.class = 'nonresidential'),
    max (m.season) filter (where r.class = 'residential'), max (m.basic) filter (where r.class = 'residential'),
    max (m.season) filter (where r.class = 'nonresidential'), max (m.basic) filter (where r.class = 'nonresidential')
  from jl.season_policies (p_year, p_as_of) c
  left join jl.seen_price_policy p on p.id = c.policy_id
  left join jl.seen_price r on r.policy_id = c.policy_id
  left join lateral (
    select z.season, jl.price_metered (z.season, r.basic_share, r.mean_heat) as implied,
      coalesce (r.basic_price, jl.price_basic (z.season, r.basic_share)) as basic
    from (select jl.price_of_season (r.area_price, r.periods) as season) z) m on true
  group by c.unit_id, c.season_first, c.policy_id, c.issued_on
$$;

-- C-25: of each building with settlement meters in use on a day, whether one of them hangs without a verification in force; null where
-- a result or a term is not known. A verification holds on the last day of its term.
create function jl.lapsed_meters (p_day date)
returns table (building_id int, lapsed boolean)
language sql stable rows 1000
as $$
  select b.building_id, case when bool_or (not b.maybe) then true when bool_and (b.surely) then false end
  from (
    select b.building_id, coalesce (bool_or (v.n_passed > 0 and v.valid_until >= p_day), false) as surely,
      coalesce (bool_or (coalesce (v.n_passed > 0, true) and coalesce (v.valid_until >= p_day, true)) filter (where v.id is not null), false) as maybe
    from jl.seen_meter_batch b
    left join jl.seen_verification v on v.batch_id = b.id and v.kind in ('first', 'periodic') and v.verified_on <= p_day
    where b.role = 'settlement' and b.building_id is not null and b.in_use_on <= p_day and coalesce (b.removed_on > p_day, true)
    group by b.id, b.building_id) b
  group by b.building_id
$$;

-- 三(三): the confirmed stock of offices, large and other public buildings, by who answers on a day for the unit whose target it is; of a class
-- unless one of those stocks was not confirmed by class. What has no stock here is measured against the ledger's buildings, but for offices.
create function jl.class_stocks (p_day date)
returns table (unit_id int, class text, stock_n int, stock_dm2 bigint)
language sql stable rows 150
as $$
  with x as materialized (
    select t.unit_id, k.class, k.n, k.dm2
    from jl.confirmed_targets (p_day) t
    cross join lateral (values ('office', 'office', t.stock_n, t.stock_dm2), ('public', 'large', t.large_n, t.large_dm2),
      ('public', 'other', t.stock_n - t.large_n, t.stock_dm2 - t.large_dm2)) k (task, class, n, dm2)
    where k.task = t.task
  ), answered as (
    select p.assessed_id as unit_id, x.class, x.n, x.dm2
    from x
    join jl.parts (p_day) p on p.leaf_id = x.unit_id
    where p.assessed_id <> x.unit_id and not exists (select from jl.assessed_unit a where a.unit_id = x.unit_id and a.valid @> jl.place_day (p_day))
    union all
    select x.unit_id, x.class, x.n, x.dm2 from x
  )
  select a.unit_id, a.class, case when bool_and (a.n is not null) then sum (a.n)::int end, case when bool_and (a.dm2 is not null) then jl.sum8 (a.dm2) end
  from answered a group by a.unit_id, a.class
$$;

-- Residential area billed by heat in a season in those buildings, by place; known_n: of how many buildings with such area it is known.
-- From the meters to the season, building by building, as a ledger has more buildings than registered meters. The same for every official,
-- like the kept sums.
create function jl.lapsed_areas (p_year int, p_day date)
returns table (unit_id int, known_n int, lapsed_dm2 bigint)
language plpgsql stable security definer rows 60 set search_path = pg_catalog, jl, pg_temp set enable_nestloop = on
as $$
begin
  if not jl.reads_sums () then
    return;
  end if;
  return query
    select s.unit_id, count (x.lapsed)::int, coalesce (sum (s.res_metered_dm2) filter (where x.lapsed), 0)::bigint
    from jl.lapsed_meters (p_day) x
    cross join lateral (
      select z.unit_id, z.res_metered_dm2 from jl.seen_building_season z
      where z.building_id = x.building_id and z.year = p_year and z.central and not z.missing and z.res_metered_dm2 > 0 offset 0) s
    group by s.unit_id;
end
$$;

-- The buildings themselves, as far as the reader sees their meters.
create function jl_api.lapsed_buildings (p_year int)
returns setof int
language sql stable rows 1000
as $$
  select x.building_id from jl_api.cutoffs (p_year) c cross join lateral jl.lapsed_meters (c.billing) x where x.lapsed
$$;

-- 四(一): what the buildings that are billed by heat bring at these prices, and had they been billed by area. priced_n: parts of buildings
-- with heat and prices. Rounded once a place; jl_api.company_revenue has the same of each company, rounded as its bills are.
create function jl.revenue_of (p_area bigint, p_heat bigint, p_season numeric, p_basic numeric, p_metered numeric, out by_area bigint,
                               out by_heat bigint)
language sql immutable
as $$
  select case when num_nulls (p_basic, p_metered) = 0 then jl.bill_by_area (p_area, p_season) end,
    case when p_season is not null then jl.bill_by_heat (p_area, p_heat, p_basic, p_metered) end
$$;

-- Missing is never zero: a register that a unit does not keep is missing, 0 of 0 does not apply, and a count is 0 only where the
-- register is kept. What the unit owed and did not send counts for nothing.
create function jl.clause_state (p_kind text, p_applies boolean, p_reported boolean, p_known boolean, p_n int, p_num bigint, p_den bigint,
                                 p_missing int)
returns text
language sql immutable
as $$
  select case when not p_applies then 'not_applicable' when not p_reported then 'not_reported' when not p_known then 'missing'
    when p_kind in ('count', 'area', 'money') then case when p_missing > 0 and p_missing >= p_n then 'missing' else 'value' end
    when p_kind = 'yes_no' then 'value'
    when p_kind in ('share', 'energy_heat', 'energy_coal') then
      case when coalesce (p_den, 0) <> 0 then 'value' when p_missing > 0 then 'missing' else 'not_applicable' end
    when p_num is null or p_kind = 'deviation' and p_den is null then 'missing' else 'value' end
$$;

-- The verdict on a value, where something is demanded or a limit set; null: none. over: the time is past, so that what is lacking is
-- not merely still to come.
create function jl.clause_progress (p_kind text, p_demand text, p_over boolean, p_num bigint, p_den bigint, p_exact numeric, p_goal numeric,
                                    p_most numeric, p_expected numeric, p_last_year int, p_on numeric, p_slow numeric)
returns text
language sql immutable
as $$
  select case
    when p_kind = 'year' then case when p_num <= p_last_year then 'met' else 'behind' end
    when p_kind = 'days' then case when p_num < 0 then 'met' else 'not_met' end
    when p_expected is not null then
      case when p_num >= p_den then 'met' else jl.pace_word (jl.share (p_num, p_den), p_expected, p_on, p_slow) end
    when p_goal is not null then
      case when case p_kind when 'energy_heat' then p_num <= p_goal * p_den * 100 when 'energy_coal' then p_num * 100 <= p_goal * p_den
                  when 'deviation' then abs (p_exact) <= p_goal when 'percent' then p_exact between p_goal and coalesce (p_most, 100)
                  else p_num::numeric * 100 >= p_goal * p_den end then 'met' else 'not_met' end
    when p_demand = 'none' then case when p_num = 0 then 'met' else 'not_met' end
    when p_demand = 'all' and p_kind = 'yes_no' then case when p_num > 0 then 'met' when p_over then 'not_met' end
    when p_demand = 'all' then case when p_num >= p_den then 'met' when p_over then 'not_met' end end
$$;

-- A figure as it is read, without its unit. What it calls is immutable as it is itself (to_char is not): so it costs no call.
create function jl.clause_text (p_kind text, p_whole boolean, p_num bigint, p_den bigint, p_exact numeric)
returns text
language sql immutable
as $$
  select case p_kind
    when 'share' then round (jl.share (p_num, p_den), 2)::text
    when 'area' then round (p_num / 1000000.0, 2)::text
    when 'money' then round (p_num / 1000000.0, 2)::text
    when 'energy_heat' then round (p_num::numeric / (p_den * 100), 3)::text
    when 'energy_coal' then round (p_num::numeric * 100 / p_den, 2)::text
    when 'deviation' then case when round (p_exact, 2) < 0 then '' else '+' end || round (p_exact, 2)::text
    when 'days' then case when p_num < 0 then '提前 ' || abs (p_num)::text when p_num > 0 then '推迟 ' || p_num::text else '0' end
    when 'percent' then trim_scale (p_exact)::text
    when 'yes_no' then case when p_whole then p_num::text || '/' || p_den::text when p_num > 0 then '有' else '无' end
    else p_num::text end
$$;

-- The limits that rules set for a figure, each unit's own: its own rule beats its group's beats the province's.
create function jl.clause_limits (p_day date)
returns table (unit_id int, kind text, rule_id int, value numeric)
language sql stable rows 400
as $$
  select distinct on (a.unit_id, r.kind) a.unit_id, r.kind, r.id, r.value_number
  from jl.seen_rule r
  join jl.assessed (p_day) a on (r.unit_id is null or r.unit_id = a.unit_id) and (r.grp is null or r.grp = a.grp)
  where jl.in_force (r.valid, p_day) and r.kind in (select l.kind from jl.clause_indicator i cross join lateral (values (i.limit_rule), (replace (i.limit_rule, '_min', '_max'))) l (kind))
  order by a.unit_id, r.kind, r.unit_id nulls last, r.grp nulls last
$$;

-- The day on which it is asked whether a settled return is due, where none is given: that of the findings, or the day looked back at. The
-- cut-offs of a year are past before its season is settled.
create function jl.settled_day ()
returns date
language sql stable
as $$
  select coalesce ((jl.known_at () at time zone 'Asia/Shanghai')::date - 1, (select max (r.as_of) from jl.finding_refresh r))
$$;

-- 三(五): the returns of a year that had come and owe a review, with the prefecture that reviews them. A settled return is of the year of its
-- day, as among those that came in time. What was reviewed owed it (return_reviewed, 41): only the others are asked for their rule.
create function jl.returns_to_review (p_year int, p_as_of date)
returns table (record_id int, unit_id int, reviewer_id int, passed boolean)
language sql stable rows 130
as $$
  select t.id, t.unit_id, v.parent_id, coalesce (t.reviewed_on <= coalesce (p_as_of, 'infinity'), false)
  from jl.seen_unit_return t
  join jl.seen_unit_version v on v.unit_id = t.unit_id and v.valid @> t.filed_on
  where t.year in (p_year - 1, p_year) and case t.form when 'settled' then extract (year from t.due_on) else t.year end = p_year
    and t.filed_on <= coalesce (p_as_of, 'infinity') and v.type in ('county_city', 'county', 'autonomous_county')
    and (num_nonnulls (t.reviewed_on, t.sent_back_on) > 0 or jl.reviewer_of (t.unit_id, t.filed_on) is not null)
$$;

-- C-DONE: the tasks that are due at the end of a year, or on a day before it, of every unit that answers for them, with their targets.
create function jl.due_tasks (p_year int, p_as_of date)
returns table (unit_id int, target_id int, strength text, outcome text)
language sql stable rows 150
as $$
  select f.unit_id, t.id, f.strength, o.outcome
  from jl_api.cutoffs (p_year) c
  cross join lateral jl.figure_rows (p_year, p_as_of) f
  join jl.indicator i on i.code = f.indicator
  cross join lateral (
    select jl.task_outcome (f.indicator, f.strength, f.due_on, f.state, f.progress, least (c.tasks, p_as_of)) as outcome) o
  left join jl.seen_target t on t.unit_id = f.unit_id and t.task = i.task
  where f.grp <> 'prefecture_sum' and o.outcome is not null
$$;

-- C-LUBAN: the projects for the prize that were completed in a year, up to a day of it.
create function jl.luban_projects (p_year int, p_day date)
returns table (id int, unit_id int)
language sql stable rows 20
as $$
  select p.id, p.unit_id from jl.seen_new_project p where p.luban and p.completed_on between jl.year_start (p_year) and p_day
$$;

-- Their number by place, with how many have a breach and of how many others none can be ruled out, as something was not reported: what
-- the findings say (86). The same for every official, like the kept sums.
create function jl.luban_sums (p_year int, p_day date)
returns table (unit_id int, n int, breach_n int, unknown_n int)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, jl, pg_temp set plan_cache_mode = force_generic_plan
as $$
begin
  if not jl.reads_sums () then
    return;
  end if;
  return query
    select p.unit_id, count (*)::int, count (b.project_id)::int, count (g.project_id) filter (where b.project_id is null)::int
    from jl.luban_projects (p_year, p_day) p
    left join (select distinct x.project_id from jl.luban_breaches (p_day) x) b on b.project_id = p.id
    left join (select distinct x.project_id from jl.luban_gaps (p_day) x) g on g.project_id = p.id
    group by p.unit_id;
end
$$;

-- C-BASIS: the rules in force for every assessed unit, its own before its group's before the province's, and whether each cites a paper that
-- is in force.
create function jl.unit_rules (p_day date)
returns table (unit_id int, rule_id int, cited boolean)
language sql stable rows 2000
as $$
  select distinct on (a.unit_id, r.kind) a.unit_id, r.id, d.id is not null and jl.document_lapse (d.force, d.ended_on, p_day) is null
  from jl.seen_rule r
  join jl.assessed (p_day) a on (r.unit_id is null or r.unit_id = a.unit_id) and (r.grp is null or r.grp = a.grp)
  left join jl.seen_policy_document d on d.id = r.document_id
  where jl.in_force (r.valid, p_day)
  order by a.unit_id, r.kind, r.unit_id nulls last, r.grp nulls last
$$;

-- Everything known of every figure of a year, one row a unit and indicator, with its state and verdict. What the sums of one measure do
-- not say by themselves stands in "other". A sum line and the province have no verdict; of what a unit has or has not they say how many
-- of their units have it. Nobody knows how many rows a CTE has; all are small, and hashing them is never wrong.
create function jl.clause_rows (p_year int, p_as_of date default null)
returns table (unit_id int, grp text, indicator text, numerator bigint, denominator bigint, state text, missing_n int, records_n int,
               exact numeric, goal numeric, most numeric, progress text, rule_id int)
language plpgsql stable rows 5000 set plan_cache_mode = force_generic_plan set enable_nestloop = off
as $$
declare
  cutoff date := (select c.tasks from jl_api.cutoffs (p_year) c);
  billing date := (select c.billing from jl_api.cutoffs (p_year) c);
  tasks_day date := least (cutoff, p_as_of);
  day date := coalesce (p_as_of, jl.settled_day ());
begin
  return query
    with m as materialized (
      select * from jl.clause_sources (p_year, cutoff, p_as_of)
    ), q as materialized (
      select * from jl.policy (p_year)
    ), owed as materialized (
      select * from jl.unit_unreported (p_year, p_year, p_as_of)
    ), k as materialized (
      select * from jl.clause_measures ()
    ), s as materialized (
      select * from jl.clause_sums (p_year, tasks_day, least (billing, p_as_of))
    ), r as materialized (
      select m.unit_id, s.measure, sum (s.y_n)::int as y_n, jl.sum8 (s.y_num) as y_num, jl.sum8 (s.y_den) as y_den,
        sum (s.y_missing)::int as y_missing, sum (s.n)::int as n, jl.sum8 (s.num) as num, jl.sum8 (s.den) as den,
        sum (s.missing_n)::int as missing_n, sum (s.undated)::int as undated,
        count (*) filter (where m.assessed and s.n > 0) as keeping_n, count (*) filter (where m.assessed and s.num > 0) as having_n,
        count (*) filter (where m.assessed and s.y_num > 0) as y_having_n
      from s join k on k.measure = s.measure
      join m on m.source_id = s.source_id and case when k.billing then m.billing else m.tasks end
      where s.measure not in ('meter_product', 'firm', 'revenue_residential', 'revenue_nonresidential')
      group by m.unit_id, s.measure
    ), u as materialized (
      select x.unit_id, x.grp, x.grp in ('province', 'prefecture_sum') as summed, q.season_first, q.pace_on, q.pace_slow, q.first_month, q.construction,
        q.threshold, q.threshold_rule
      from (select distinct m.unit_id, m.grp from m) x left join q on q.unit_id = x.unit_id
    ), season as (
      select m.unit_id, sum (x.n)::int as n, sum (x.missing_n)::int as missing_n, sum (x.fitted_n)::int as fitted_n,
        sum (x.fitted_missing_n)::int as fitted_missing_n, jl.sum8 (x.fitted_heated) as fitted, jl.sum8 (x.fitted_metered) as metered,
        jl.sum8 (x.shared) as shared, sum (x.res_billed_n)::int as billed_n
      from jl.seen_season_sum x join m on m.source_id = x.unit_id and m.billing
      where x.year = p_year group by m.unit_id
    ), lapsed as (
      select m.unit_id, sum (x.known_n)::int as known_n, jl.sum8 (x.lapsed_dm2) as lapsed
      from jl.lapsed_areas (p_year, least (billing, p_as_of)) x join m on m.source_id = x.unit_id and m.billing
      group by m.unit_id
    ), ledger as materialized (
      select distinct m.unit_id from m
      join (select distinct x.unit_id from jl.seen_building_sum x where x.year <= p_year) x on x.unit_id = m.source_id and m.tasks
    ), stock as materialized (
      select u.unit_id, 'public_' || k.class || '_' || v.what as indicator, r.n, coalesce (r.num, 0) as num,
        case k.class when 'office' then v.stock else coalesce (v.stock, r.den, case when l.unit_id is not null then 0 end) end as den,
        k.class = 'office' or v.stock is not null or l.unit_id is not null as known, k.class <> 'office' or x.unit_id is not null as applies
      from u
      cross join (values ('office'), ('large'), ('other')) k (class)
      left join jl.class_stocks (cutoff) x on x.unit_id = u.unit_id and x.class = k.class
      left join ledger l on l.unit_id = u.unit_id
      cross join lateral (values ('n', x.stock_n::bigint), ('area', x.stock_dm2)) v (what, stock)
      left join r on r.unit_id = u.unit_id and r.measure = 'public_' || k.class || '_' || v.what
      where not u.summed
    ), plans as (
      select m.unit_id, p.kind, min (p.first_year) as first_year, max (p.last_year) as last_year, jl.sum8 (p.before_dm2) as before_dm2,
        jl.sum8 (p.year_dm2) as year_dm2, jl.sum8 (p.whole_dm2) as whole_dm2, sum (p.n)::int as n,
        sum (p.missing_n)::int as missing_n
      from jl.plan_rows (p_year) p join m on m.source_id = p.unit_id and m.tasks
      group by m.unit_id, p.kind
    ), done as (
      select p.unit_id, p.kind, jl.sum8 (x.num) as before
      from plans p
      join m on m.unit_id = p.unit_id and m.tasks
      join jl.seen_register_sum x on x.measure in ('plan_existing', 'plan_nonsaving', 'plan_public') and x.measure = 'plan_' || p.kind and x.unit_id = m.source_id and x.year between p.first_year and p_year - 1
      group by p.unit_id, p.kind
    ), plan as (
      select p.*, coalesce (d.before, 0) + coalesce (r.y_num, 0) as done, p.before_dm2 + p.year_dm2 as to_date,
        p.before_dm2 + p.year_dm2 * case when tasks_day = cutoff then 100
          else jl.expected (100, jl.year_start (p_year), cutoff, tasks_day, u.first_month, u.construction) end / 100 as expected
      from plans p
      join u on u.unit_id = p.unit_id
      left join done d on d.unit_id = p.unit_id and d.kind = p.kind
      left join r on r.unit_id = p.unit_id and r.measure = 'plan_' || p.kind
    ), firm as (
      select m.unit_id, s.part, jl.sum8 (s.y_num) as unbilled, sum (s.y_n)::int as n, sum (s.y_missing)::int as missing_n
      from s join m on m.source_id = s.source_id and m.billing
      where s.measure = 'firm' and s.y_n > 0 group by m.unit_id, s.part
    ), company_targets as (
      select m.unit_id, count (*)::int as n, count (a.metered) as known_n, count (*) filter (where a.metered >= t.target_dm2) as met_n,
        jl.sum8 (a.metered) as metered, jl.sum8 (t.target_dm2) filter (where a.metered is not null) as target
      from jl.seen_company_target t
      join m on m.source_id = t.unit_id
      left join (select s.part, jl.sum8 (s.y_den) as metered from s where s.measure = 'firm' and s.y_n > s.y_missing group by s.part) a
        on a.part = t.company_id
      where t.year = p_year
      group by m.unit_id
    ), settled as materialized (
      select m.unit_id, count (*)::int as n, jl.sum8 (d.num) as num, jl.sum8 (d.den) as den, count (*) filter (where d.den is null)::int as missing_n,
        bool_or (d.den is null and coalesce (t.due_on < day, true)) as due
      from m
      join q on q.unit_id = m.source_id and q.grp <> 'prefecture_sum'
      join jl.seen_unit_return t on t.unit_id = m.source_id and t.year = p_year and t.form = 'settled'
      cross join lateral (select t.filed_on <= coalesce (p_as_of, 'infinity') as came) c
      cross join lateral (
        select case when c.came then t.res_metered_dm2 end as num,
          case when not c.came then null when q.denominator = 'residential' then t.res_heated_dm2 else t.heated_dm2 end as den) d
      group by m.unit_id
    ), reviewed as (
      select u.unit_id, count (*)::int as n, count (*) filter (where x.passed) as num
      from u join jl.returns_to_review (p_year, p_as_of) x on u.grp = 'province' or u.unit_id in (x.unit_id, x.reviewer_id)
      group by u.unit_id
    ), prices as materialized (
      select * from jl.clause_prices (p_year, p_as_of)
    ), mechanisms as (
      select m.unit_id, v.indicator, count (distinct x.policy_id)::int as papers_n, count (*)::int as n, count (v.has) as known_n, count (*) filter (where v.has) as having_n
      from m join prices x on x.unit_id = m.source_id and x.issued_on is not null
      cross join lateral (values ('price_charging', x.charging), ('price_supervision', x.supervision), ('price_maintenance', x.maintenance))
        v (indicator, has)
      group by m.unit_id, v.indicator
    ), revenue as (
      select m.unit_id, sum (s.y_n)::int as n, jl.sum8 (b.by_area) as by_area, jl.sum8 (b.by_heat) as by_heat,
        sum (case when b.by_heat is null then s.y_n else s.y_missing end)::int as missing_n
      from s
      join m on m.source_id = s.source_id and m.billing
      left join (select p.leaf_id, x.* from jl.parts (cutoff) p join prices x on x.unit_id = p.assessed_id) x on x.leaf_id = s.source_id
      cross join lateral (select s.measure = 'revenue_residential' as home) k
      cross join lateral jl.revenue_of (s.y_num, s.y_den, case when k.home then x.residential_season else x.nonresidential_season end,
        case when k.home then x.residential_basic else x.nonresidential_basic end,
        case when k.home then coalesce (x.residential, x.residential_implied) else coalesce (x.nonresidential, x.nonresidential_implied) end) b
      where s.measure in ('revenue_residential', 'revenue_nonresidential') and s.y_n > 0
      group by m.unit_id
    ), due as (
      select t.unit_id, v.indicator, count (t.target_id) filter (where v.counts)::int as n, count (*) filter (where v.hits) as num,
        count (*) filter (where v.counts) as den, count (*) filter (where v.counts and t.outcome = 'unknown')::int as missing_n,
        coalesce (bool_and (t.outcome <> 'unknown') filter (where v.counts), true) or v.indicator = 'done_must' and bool_or (v.hits) as known
      from jl.due_tasks (p_year, p_as_of) t
      cross join lateral (values ('done_tasks', true, t.outcome = 'done'), ('done_must', t.strength = 'must', t.strength = 'must' and t.outcome = 'unmet'))
        v (indicator, counts, hits)
      group by t.unit_id, v.indicator
    ), done_of as (
      select m.unit_id, d.indicator, sum (d.n)::int as n, sum (d.num) filter (where d.known)::bigint as num,
        sum (d.den) filter (where d.known)::bigint as den, sum (d.missing_n)::int as missing_n, bool_or (d.known) as known
      from due d join m on m.source_id = d.unit_id and m.tasks
      where d.den > 0 group by m.unit_id, d.indicator
    ), luban as (
      select m.unit_id, sum (x.n)::int as n, sum (x.breach_n) as breach_n, sum (x.unknown_n)::int as unknown_n
      from jl.luban_sums (p_year, tasks_day) x join m on m.source_id = x.unit_id and m.tasks group by m.unit_id
    ), rules as (
      select x.unit_id, count (*)::int as n, count (*) filter (where x.cited) as cited_n
      from (select distinct m.unit_id, r.rule_id, r.cited from jl.unit_rules (tasks_day) r join m on m.source_id = r.unit_id) x
      group by x.unit_id
    ), awards as (
      select m.unit_id, sum (a.n)::int as n, jl.sum8 (a.award_fen) as award, sum (a.missing_n)::int as missing_n
      from jl.award_sums (p_year, p_as_of) a join m on m.source_id = a.unit_id and m.tasks group by m.unit_id
    ), other (unit_id, indicator, n, num, den, missing_n, exact, expected, last_year, known, applies) as (
      select x.unit_id, v.indicator, v.n, v.num, v.den, v.missing_n, null::numeric, null::numeric, null::int, x.n > 0, true
      from season x left join lapsed l on l.unit_id = x.unit_id cross join lateral (values
        ('lapsed_area', x.missing_n + x.billed_n, coalesce (l.lapsed, 0), 0, x.missing_n + x.billed_n - coalesce (l.known_n, 0)),
        ('shared_area', x.n, x.shared, 0, x.missing_n), ('sync_billed', x.fitted_n, x.metered, x.fitted, x.fitted_missing_n),
        ('firm_by_area', x.fitted_n, x.fitted - x.metered, 0, x.fitted_missing_n)) v (indicator, n, num, den, missing_n)
      union all
      select u.unit_id, 'settled_share', x.n, x.num, x.den, x.missing_n, null, null, null, true, x.unit_id is not null
      from u left join settled x on x.unit_id = u.unit_id
      union all
      select u.unit_id, 'returns_reviewed', x.n, x.num, x.n, 0, null, null, null, true, x.unit_id is not null
      from u left join reviewed x on x.unit_id = u.unit_id
      union all
      select f.unit_id, 'firm_by_area_n', sum (f.n)::int, count (*) filter (where f.unbilled > 0), 0, sum (f.missing_n)::int, null, null, null, true, true
      from firm f group by f.unit_id
      union all
      select u.unit_id, v.indicator, x.n, v.num, v.den, x.n - x.known_n::int, null, null, null, true, x.unit_id is not null
      from u left join company_targets x on x.unit_id = u.unit_id
      cross join lateral (values ('firm_targets', x.met_n, x.known_n), ('firm_target_area', x.metered, x.target)) v (indicator, num, den)
      union all
      select m.unit_id, 'meter_admitted', sum (s.n)::int,
        coalesce (jl.sum8 (s.den) filter (where p.admitted_on <= tasks_day and coalesce (p.lapses_on > tasks_day, true)), 0),
        jl.sum8 (s.den), 0, null, null, null, true, true
      from s
      join m on m.source_id = s.source_id and m.tasks
      left join jl.seen_product p on p.id = s.part and p.admission_no is not null
      where s.measure = 'meter_product' group by m.unit_id
      union all
      select x.unit_id, x.indicator, x.n, x.num, x.den, (x.den is null)::int, null, null, null, x.known, x.applies from stock x
      union all
      select u.unit_id, x.indicator, sum (x.n)::int, jl.sum8 (x.num), jl.sum8 (x.den), count (*) filter (where x.den is null)::int, null, null, null,
        bool_or (x.known), true
      from u join m on m.unit_id = u.unit_id and m.assessed and m.tasks join stock x on x.unit_id = m.source_id and x.applies
      where u.summed group by u.unit_id, x.indicator
      union all
      select u.unit_id, v.indicator, (x.issued_on is not null)::int, v.num, v.den, 0, v.exact, null, null, x.issued_on is not null, not u.summed
      from u left join prices x on x.unit_id = u.unit_id
      cross join lateral (values
        ('price_days', (x.issued_on - x.season_first)::bigint, 0::bigint, null::numeric),
        ('price_basic', round (x.basic_share * 100)::bigint, 0, x.basic_share),
        ('price_residential', round (x.residential * 10000)::bigint, round (x.residential_implied * 10000)::bigint,
         (x.residential - x.residential_implied) * 100 / x.residential_implied),
        ('price_nonresidential', round (x.nonresidential * 10000)::bigint, round (x.nonresidential_implied * 10000)::bigint,
         (x.nonresidential - x.nonresidential_implied) * 100 / x.nonresidential_implied)) v (indicator, num, den, exact)
      union all
      select x.unit_id, x.indicator, x.papers_n, x.having_n, x.known_n, x.n - x.known_n::int, null, null, null, x.known_n > 0, true from mechanisms x
      union all
      select x.unit_id, v.indicator, coalesce (r.n, 0), v.num, 0, coalesce (r.missing_n, 0), null, null, null, x.n > 0, true
      from season x left join revenue r on r.unit_id = x.unit_id
      cross join lateral (values ('revenue_by_heat', r.by_heat), ('revenue_by_area', r.by_area)) v (indicator, num)
      union all
      select u.unit_id, v.indicator, coalesce (x.n, 0), x.num, x.den, coalesce (x.missing_n, 0), null, null, null, x.known, x.unit_id is not null
      from u cross join (values ('done_tasks'), ('done_must')) v (indicator)
      left join done_of x on x.unit_id = u.unit_id and x.indicator = v.indicator
      union all
      select u.unit_id, 'luban_breaches', coalesce (x.n, 0), coalesce (x.breach_n, 0), coalesce (x.n - x.unknown_n, 0), coalesce (x.unknown_n, 0),
        null, null, null, null, true
      from u left join luban x on x.unit_id = u.unit_id
      union all
      select x.unit_id, 'basis_rules', x.n, x.cited_n, x.n, 0, null, null, null, true, true from rules x
      union all
      select x.unit_id, 'fund_award', x.n, x.award, 0, x.missing_n, null, null, null, true, true from awards x
      union all
      select x.unit_id, 'plan_' || x.kind, x.n, x.done, x.to_date, x.missing_n, null, x.expected * 100 / nullif (x.to_date, 0), null,
        x.missing_n = 0, x.whole_dm2 > 0
      from plan x
      union all
      select x.unit_id, 'plan_' || x.kind || '_year', x.n,
        x.first_year - 1 + ceil (x.whole_dm2::numeric * (p_year - x.first_year + 1) / nullif (x.done, 0))::bigint, 0, x.missing_n, null, null,
        x.last_year, x.missing_n = 0, x.whole_dm2 > 0
      from plan x
    ), nil as (
      select distinct m.unit_id, x.about from jl.seen_nil_report x join m on m.source_id = x.unit_id and m.tasks where x.year <= p_year
    ), quota as (
      select distinct on (x.unit_id) x.unit_id, x.heat_per_m2, x.coal_per_m2
      from jl.seen_energy_quota x where x.from_year <= p_year order by x.unit_id, x.from_year desc
    ), limits as materialized (
      select * from jl.clause_limits (cutoff)
    ), v as (
      select u.unit_id, u.grp, u.summed, u.season_first, u.pace_on, u.pace_slow, i.code, i.kind, i.form, i.demand, i.span, i.register,
        o.exact, o.expected, o.last_year, h.value as most,
        case when i.form = 'settled' and not u.summed then u.threshold_rule else l.rule_id end as rule_id,
        case when u.summed then null when i.form = 'settled' then u.threshold when i.kind = 'energy_heat' then e.heat_per_m2 when i.kind = 'energy_coal' then e.coal_per_m2 else l.value end as goal,
        case when o.unit_id is not null then o.n when i.span = 'year' then r.y_n else r.n end as n,
        case when o.unit_id is not null then o.num
          when i.kind = 'yes_no' and u.summed then case when i.span = 'year' then r.y_having_n else r.having_n end
          when i.kind = 'yes_no' then (coalesce (case when i.span = 'year' then r.y_num else r.num end, 0) > 0)::int
          when i.span = 'year' then r.y_num else r.num end as num,
        case when o.unit_id is not null then o.den when i.kind = 'yes_no' then case when u.summed then g.keeping_n end
          when i.span = 'year' then r.y_den else r.den end as den,
        case when o.unit_id is not null then o.missing_n
          when i.span = 'year' then coalesce (r.y_missing, 0) + coalesce (r.undated, 0) else r.missing_n end as missing_n,
        coalesce (o.known, g.n > 0 or g.missing_n > 0 or z.about is not null or i.register = 'building' and b.unit_id is not null, false) as known,
        coalesce (o.applies, true) as applies, f.unit_id is null as reported
      from u
      cross join jl.clause_indicator i
      left join r on r.unit_id = u.unit_id and r.measure = i.counts
      left join r g on g.unit_id = u.unit_id and g.measure = i.register
      left join other o on o.unit_id = u.unit_id and o.indicator = i.code
      left join owed f on f.unit_id = u.unit_id and f.form = i.form and i.form <> 'settled' and not u.summed
      left join limits l on l.unit_id = u.unit_id and l.kind = i.limit_rule
      left join limits h on h.unit_id = u.unit_id and h.kind = replace (i.limit_rule, '_min', '_max') and i.limit_rule like '%\_min'
      left join nil z on z.unit_id = u.unit_id and z.about = i.register
      left join ledger b on b.unit_id = u.unit_id
      left join quota e on e.unit_id = u.unit_id
      offset 0
    ), w as (
      select v.*, jl.clause_state (v.kind, v.applies, v.reported, v.known, coalesce (v.n, 0), v.num, v.den, coalesce (v.missing_n, 0)) as judged
      from v offset 0
    ), x as (
      select w.*, case when w.judged = 'missing' and w.form = 'billing' and w.season_first > p_as_of then 'not_due'
        when w.judged = 'missing' and w.form = 'settled' and not (select d.due from settled d where d.unit_id = w.unit_id) then 'not_due'
        when w.judged = 'not_applicable' and (w.register = 'five_year_plan_year' and w.applies or w.register = 'target') then 'not_due' else w.judged end as seen
      from w offset 0
    )
    select x.unit_id, x.grp, x.code, case when x.seen = 'value' then coalesce (x.num, 0) end,
      case when x.seen = 'value' and (x.kind in ('share', 'energy_heat', 'energy_coal', 'deviation') or x.kind = 'yes_no' and x.summed) then x.den end,
      x.seen, coalesce (x.missing_n, 0), coalesce (x.n, 0), case when x.seen = 'value' then x.exact end, x.goal, x.most,
      case when x.seen <> 'value' then x.seen when not x.summed then
        jl.clause_progress (x.kind, x.demand, x.span = 'whole' or coalesce (p_as_of >= cutoff, true), coalesce (x.num, 0), x.den, x.exact,
                            x.goal, x.most, x.expected, x.last_year, x.pace_on, x.pace_slow) end,
      x.rule_id
    from x;
end
$$;

-- What a figure rests on, for a unit: where a rule chooses the denominator it is named, with the rule. A sum has each unit's own.
create function jl.clause_basis (p_basis text, p_denominator text, p_rule int)
returns text
language sql stable
as $$
  select replace (p_basis, '{denominator}', coalesce (
    (select jl.denominator_name (p_denominator) || '（分母规则自' || lower (r.valid) || '起）'
     from jl.seen_rule r where r.id = p_rule), '集中供热面积（分母按各地规则）'))
$$;

-- For pages: every figure of every assessed unit and the province (its own row), in the order of the clauses. group_num, group_den: the
-- sum of the unit's group. rule_value: the limit that decided, with the rule where one did.
create function jl_api.clause_figures (p_year int, p_as_of date default null)
returns table (unit_id int, indicator text, clause_id text, clause text, label text, numerator bigint, denominator bigint, measure text,
               value_text text, value_unit text, state text, progress text, missing_n int, records_n int, register text,
               rule_id int, rule_value text, group_num bigint, group_den bigint, place_order int, basis text)
language plpgsql stable rows 5000 set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    select r.unit_id, r.indicator, i.clause_id, i.clause, i.label, r.numerator, r.denominator, i.kind,
      case when i.kind = 'share' and r.state = 'value' and r.progress = 'not_met' and r.goal is not null then jl.share_text (r.numerator, r.denominator, r.goal)
        when r.state = 'value' then jl.clause_text (i.kind, r.grp in ('province', 'prefecture_sum'), r.numerator, r.denominator, r.exact) end,
      i.unit, r.state, r.progress, r.missing_n, r.records_n, i.register, r.rule_id, trim_scale (r.goal) || coalesce ('—' || trim_scale (r.most), ''),
      case when i.kind in ('share', 'energy_heat', 'energy_coal') and r.grp in ('prefecture', 'county') then jl.sum8 (r.numerator) over w end,
      case when i.kind in ('share', 'energy_heat', 'energy_coal') and r.grp in ('prefecture', 'county') then jl.sum8 (r.denominator) over w end,
      i.place_order, case when position ('{denominator}' in i.basis) > 0 then jl.clause_basis (i.basis, d.denominator, d.denominator_rule) else i.basis end
    from jl.clause_rows (p_year, p_as_of) r
    join jl.clause_indicator i on i.code = r.indicator
    left join jl.policy (p_year) d on d.unit_id = r.unit_id and i.form = 'settled' and r.grp not in ('province', 'prefecture_sum')
    window w as (partition by i.place_order, r.grp)
    order by r.unit_id, i.place_order;
end
$$;

-- What the two parts of a figure are: how they are kept (area in dm², money in fen, heat in 100 kJ, coal in kgce, price in 1/10 000 yuan,
-- else counted) and in which word they are counted. Nothing where a figure has no parts.
create function jl.clause_parts (p_code text, p_kind text)
returns table (numerator_kind text, denominator_kind text, counted text)
language sql immutable as
$$
  select k.numerator_kind, case when p_kind in ('energy_heat', 'energy_coal') then 'area' else k.numerator_kind end,
    case when k.numerator_kind = 'count' then case when p_kind = 'yes_no' then '个地区' else w.word end end
  from (select case
      when p_kind = 'energy_heat' then 'heat' when p_kind = 'energy_coal' then 'coal' when p_kind = 'deviation' then 'price'
      when p_kind = 'yes_no' then 'count' when p_kind <> 'share' then null
      when p_code in ('new_installed', 'exist_envelope', 'exist_indoor', 'exist_sources', 'sync_billed', 'firm_contract_area',
                      'firm_target_area', 'settled_share', 'plan_existing', 'plan_nonsaving', 'plan_public') or p_code ~ '^public_.*_area$' then 'area'
      when p_code ~ '^fund_' then 'money'
      else 'count' end as numerator_kind) k
  left join (values
    ('gate', '项'), ('new', '项'), ('exist', '项'), ('sync', '项'), ('network', '项'), ('org_tasks', '项'), ('public', '栋'), ('price', '次'),
    ('firm_duties', '份'), ('returns', '份'), ('firm_targets', '家'), ('meter', '台'), ('acct', '户'), ('boiler', '座'), ('quality', '个点'),
    ('done', '项'), ('luban', '项'), ('basis', '条'), ('outage', '起'), ('voice_disputes', '起'), ('org_cases', '件'), ('voice_complaints', '件')) w (beginning, word)
    on p_code = w.beginning or starts_with (p_code, w.beginning || '_')
  where k.numerator_kind is not null
$$;

-- Which stock a unit's large or other public buildings are measured against; of a sum each unit's own.
create function jl.class_stock_note (p_code text, p_unit int, p_day date)
returns text
language sql stable
as $$
  select case
      when not exists (select from jl.assessed (p_day) a where a.unit_id = p_unit and a.grp <> 'prefecture_sum') then '；各地分别按核定底数或台账'
      when exists (select from jl.class_stocks (p_day) x where x.unit_id = p_unit and x.class = c.class
                   and case c.what when 'n' then x.stock_n else x.stock_dm2 end is not null) then '；本地区按核定底数'
      else '；本地区按台账' end
  from (select split_part (p_code, '_', 2) as class, split_part (p_code, '_', 3) as what) c
  where p_code ~ '^public_(large|other)_(n|area)$'
$$;

-- 数据来源 of one figure.
create function jl_api.clause_why (p_unit int, p_indicator text, p_year int)
returns table (numerator bigint, denominator bigint, state text, missing_n int, value_text text, value_unit text, basis text, clause_id text,
               clause text, label text, rule_id int, rule_value text, records_n int, register text, filed_on date, cutoff date,
               numerator_kind text, denominator_kind text, counted text)
language sql stable rows 1
as $$
  select f.numerator, f.denominator, f.state, f.missing_n, f.value_text, f.value_unit,
    concat (f.basis, jl.class_stock_note (i.code, p_unit, c.tasks)), i.clause_id, i.clause, i.label, f.rule_id,
    f.rule_value, f.records_n, i.register, t.filed_on, case i.form when 'settled' then coalesce (t.due_on, s.due_on) when 'billing' then c.billing else c.tasks end,
    k.numerator_kind, k.denominator_kind, k.counted
  from jl_api.cutoffs (p_year) c
  cross join jl.clause_indicator i
  left join lateral jl.clause_parts (i.code, i.kind) k on true
  join jl_api.clause_figures (p_year) f on f.unit_id = p_unit and f.indicator = i.code
  left join jl.seen_unit_return t on t.unit_id = p_unit and t.year = p_year and t.form = i.form
  left join lateral (select max (x.due_on) as due_on from jl.seen_unit_return x where x.year = p_year and x.form = 'settled') s on true
  where i.code = p_indicator
$$;

-- The records behind a figure of a unit, or of the province, that the reader may see.
create function jl_api.clause_records (p_indicator text, p_year int, p_unit int default null)
returns setof bigint
language plpgsql stable rows 1000
as $$
declare
  i jl.clause_indicator;
  places int[];
begin
  select * into i from jl.clause_indicator x where x.code = p_indicator;
  if i.code is null then
    raise exception 'There is no such figure' using errcode = 'JL004', detail = p_indicator;
  end if;
  places := array (
    select s.source_id from jl_api.cutoffs (p_year) c cross join lateral jl.clause_sources (p_year, c.tasks, null) s
    where (s.unit_id = p_unit or p_unit is null and s.grp = 'province')
      and case when i.form = 'billing' then s.billing when i.form = 'tasks' or i.counts is not null then s.tasks else true end);
  if i.register in ('price', 'price_policy', 'five_year_plan_year', 'company_target') then
    return query
      select p.policy_id::bigint from jl.season_policies (p_year, null) p
      where i.register = 'price_policy' and p.policy_id is not null and p.unit_id = any (places)
      union
      select r.id from jl.season_policies (p_year, null) p join jl.seen_price r on r.policy_id = p.policy_id
      where i.register = 'price' and p.unit_id = any (places)
        and r.class = case i.code when 'price_nonresidential' then 'nonresidential' else 'residential' end
      union
      select y.id from jl.seen_five_year_plan p join jl.seen_five_year_plan_year y on y.plan_id = p.id
      where i.register = 'five_year_plan_year' and p_year between p.first_year and p.last_year and p.unit_id = any (places)
      union
      select t.id from jl.seen_company_target t
      where i.register = 'company_target' and t.year = p_year and t.unit_id = any (places);
    return;
  elsif i.register in ('target', 'rule') or i.code = 'luban_breaches' then
    return query
      with c as (
        select * from jl_api.cutoffs (p_year)
      ), r (unit_id, id) as (
        select t.unit_id, t.target_id from jl.due_tasks (p_year, null) t
        where i.register = 'target' and t.target_id is not null and (i.code = 'done_tasks' or t.strength = 'must')
        union all
        select p.unit_id, p.id from c cross join lateral jl.luban_projects (p_year, c.tasks) p where i.register = 'new_project'
        union all
        select x.unit_id, x.rule_id from c cross join lateral jl.unit_rules (c.tasks) x where i.register = 'rule'
      )
      select distinct r.id::bigint from r where r.unit_id = any (places);
    return;
  elsif i.code = 'returns_reviewed' then
    return query select x.record_id::bigint from jl.returns_to_review (p_year, null) x where x.unit_id = any (places) or x.reviewer_id = p_unit;
    return;
  elsif i.form = 'settled' then
    return query
      select t.id::bigint
      from jl_api.cutoffs (p_year) c
      join jl.seen_unit_return t on t.form = 'settled' and t.year = p_year and t.unit_id = any (places)
      where t.unit_id in (select x.unit_id from jl.assessed (c.tasks) x where x.grp <> 'prefecture_sum');
    return;
  end if;
  return query
    select distinct e.record_id
    from jl.register_entry e
    where e.register = i.register
      and e.measure = coalesce (i.counts, case i.code when 'meter_admitted' then 'meter_product' when 'fund_award' then 'exist_projects' else i.register end)
      and (e.year = p_year or e.year = 0 or i.span = 'whole' and e.year < p_year)
      and e.unit_id = any (places)
    group by e.record_id
    having i.span = 'year' or sum (e.n) > 0;
end
$$;

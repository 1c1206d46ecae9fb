-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The kept sums rolled up from leaves to assessed units, and the measures made of them: numerator, denominator and state of
-- every indicator but the price policy, for a run of years. Parts, rules and targets are those of one year (p_year), so that
-- years can be compared; returns are each year's own.

-- Who answers for which leaf on a day.
create function jl.parts (p_day date)
returns table (assessed_id int, leaf_id int)
language sql stable rows 70
as $$
  select p.assessed_id, p.leaf_id from jl.assessed_unit_part p where jl.in_force (p.valid, jl.place_day (p_day))
$$;

-- Seasons: one row a unit and year with facts.
create function jl.unit_seasons (p_from int, p_to int, p_day date)
returns table (unit_id int, year int, n int, missing_n int, res_heated bigint, res_heated_n int, res_metered bigint, res_metered_n int,
               other_heated bigint, other_heated_n int, other_metered bigint, fitted_heated bigint, fitted_metered bigint, fitted_n int,
               pub_fitted_heated bigint, pub_fitted_metered bigint, pub_fitted_n int, fitted_missing_n int, pub_fitted_missing_n int)
language sql stable rows 100
as $$
  select p.assessed_id, s.year::int, sum (s.n)::int, sum (s.missing_n)::int,
    jl.sum8 (s.res_heated), sum (s.res_heated_n)::int, jl.sum8 (s.res_metered), sum (s.res_metered_n)::int,
    jl.sum8 (s.other_heated), sum (s.other_heated_n)::int, jl.sum8 (s.other_metered),
    jl.sum8 (s.fitted_heated), jl.sum8 (s.fitted_metered), sum (s.fitted_n)::int,
    jl.sum8 (s.pub_fitted_heated), jl.sum8 (s.pub_fitted_metered), sum (s.pub_fitted_n)::int,
    sum (s.fitted_missing_n)::int, sum (s.pub_fitted_missing_n)::int
  from jl.parts (p_day) p
  join jl.seen_season_sum s on s.unit_id = p.leaf_id
  where s.year = any (array (select generate_series (p_from, p_to)::smallint))
  group by p.assessed_id, s.year
$$;

-- Buildings: what was completed and retrofitted in each year, and all that was retrofitted up to its end. One row for every
-- unit and year asked for; known: the unit has a ledger at all, so that what is null is nothing. Classes: 2 office, 3 and 4 other
-- public, 5 existing ≥ 50 %, 6 without standard.
create function jl.unit_tasks (p_from int, p_to int, p_day date)
returns table (unit_id int, year int, completed bigint, sync bigint, energy_n bigint, unsync_n bigint,
               existing_year bigint, nonsaving_year bigint, office bigint, public bigint, existing bigint, known boolean)
language sql stable rows 100
as $$
  with s as (
    select p.assessed_id as unit_id, greatest (b.year, p_from) as year,
      jl.sum8 (b.completed_dm2) filter (where b.year >= p_from) as completed,
      jl.sum8 (b.sync_dm2) filter (where b.year >= p_from) as sync,
      sum (b.energy_n) filter (where b.year >= p_from and b.task_class in (5, 6)) as energy_n,
      sum (b.unsync_n) filter (where b.year >= p_from and b.task_class in (5, 6)) as unsync_n,
      jl.sum8 (b.accepted_dm2) filter (where b.year >= p_from and b.task_class = 5) as existing_year,
      jl.sum8 (b.accepted_dm2) filter (where b.year >= p_from and b.task_class = 6) as nonsaving_year,
      jl.sum8 (b.accepted_dm2) filter (where b.task_class = 2) as office,
      jl.sum8 (b.accepted_dm2) filter (where b.task_class in (3, 4)) as public,
      jl.sum8 (b.accepted_dm2) filter (where b.task_class = 5) as existing
    from jl.parts (p_day) p
    join jl.seen_building_sum b on b.unit_id = p.leaf_id
    where b.year <= p_to and (b.year >= p_from or b.accepted_n > 0)
    group by 1, 2
  )
  select u.assessed_id, y.year, s.completed, s.sync, s.energy_n, s.unsync_n, s.existing_year, s.nonsaving_year,
    jl.sum8 (s.office) over w, jl.sum8 (s.public) over w, jl.sum8 (s.existing) over w,
    count (s.unit_id) over (partition by u.assessed_id) > 0
  from (select distinct p.assessed_id from jl.parts (p_day) p) u
  cross join generate_series (p_from, p_to) y (year)
  left join s on s.unit_id = u.assessed_id and s.year = y.year
  window w as (partition by u.assessed_id order by y.year)
$$;

-- Targets with the stock that was confirmed by a day: as handed down, with 核增 and 核减 decided by then. A change that names no number of
-- buildings leaves their number unknown, one that does not say how much of it is large public buildings leaves their stock unknown.
create function jl.confirmed_targets (p_day date)
returns table (id int, unit_id int, task text, strength text, starts_on date, due_on date, goal numeric, stock_dm2 bigint, stock_n int,
               basis text, large_dm2 bigint, large_n int)
language sql stable rows 350
as $$
  select t.id, t.unit_id, t.task, t.strength, t.starts_on, t.due_on, t.goal, t.stock_dm2 + coalesce (c.dm2, 0),
    case when c.uncounted then null else t.stock_n + coalesce (c.n, 0) end, t.basis,
    case when c.unclassed then null else t.large_dm2 + coalesce (c.large_dm2, 0) end,
    case when c.uncounted or c.unclassed_n then null else t.large_n + coalesce (c.large_n, 0) end
  from jl.seen_target t
  left join (
    select s.target_id, jl.sum8 (case s.kind when 'add' then s.stock_dm2 else -s.stock_dm2 end) as dm2,
      sum (case s.kind when 'add' then s.stock_n else -s.stock_n end)::int as n, bool_or (s.stock_n is null) as uncounted,
      jl.sum8 (case s.kind when 'add' then s.large_dm2 else -s.large_dm2 end) as large_dm2, bool_or (s.large_dm2 is null) as unclassed,
      sum (case s.kind when 'add' then s.large_n else -s.large_n end)::int as large_n, bool_or (s.large_n is null) as unclassed_n
    from jl.seen_stock_change s
    where s.decided_on <= p_day
    group by s.target_id) c on c.target_id = t.id
$$;

-- Targets of every unit. Stock follows the place: who answers on the day for a leaf that was assessed itself (九台, a district from
-- 2014) has its confirmed stock with his own, as he has its retrofits. A sum line (州合计) that has no target of its own has its
-- members' stock, and no deadline or strength.
create function jl.unit_targets (p_day date)
returns table (unit_id int, task text, target_id int, strength text, starts_on date, due_on date, goal numeric, stock_dm2 bigint,
               stock_n int, basis text)
language sql stable rows 200
as $$
  with x as materialized (
    select * from jl.confirmed_targets (p_day)
  ), w as materialized (
    select * from jl.parts (p_day)
  )
  select t.unit_id, t.task, t.id, t.strength, t.starts_on, t.due_on, t.goal, t.stock_dm2 + coalesce (g.stock_dm2, 0),
    t.stock_n + coalesce (g.stock_n, 0), t.basis
  from x t
  left join (
    select p.assessed_id, o.task, jl.sum8 (o.stock_dm2) as stock_dm2, sum (o.stock_n)::int as stock_n
    from x o
    join w p on p.leaf_id = o.unit_id
    where p.assessed_id <> o.unit_id and not exists (select from jl.assessed_unit a where a.unit_id = o.unit_id and a.valid @> jl.place_day (p_day))
    group by p.assessed_id, o.task) g on g.assessed_id = t.unit_id and g.task = t.task
  union all
  select a.unit_id, t.task, null, null, min (t.starts_on), null, 100, jl.sum8 (t.stock_dm2), sum (t.stock_n)::int, null
  from w p
  join jl.assessed_unit a on a.unit_id = p.assessed_id and a.grp = 'prefecture_sum' and jl.in_force (a.valid, jl.place_day (p_day))
  join w m on m.leaf_id = p.leaf_id and m.assessed_id <> p.assessed_id
  join x t on t.unit_id = m.assessed_id and t.task in ('office', 'public', 'existing')
  where a.unit_id not in (select o.unit_id from x o)
  group by a.unit_id, t.task
$$;

-- A form has come in time when it is there as the year is closed: on its own due day or the billing cut-off, whichever is later
-- (annual and season returns are due after the cut-off of their figures, scheme 11), or on the day the year is looked at.
create function jl.came_in_time (p_filed date, p_due date, p_billing date, p_as_of date default null)
returns boolean
language sql immutable
as $$
  select coalesce (p_filed <= least (greatest (p_due, p_billing), p_as_of), false)
$$;

-- Which forms were owed for a year and had not come in time. Looked at earlier (p_as_of), a form that is not yet due is not owed.
create function jl.unit_unreported (p_from int, p_to int, p_as_of date)
returns table (unit_id int, year int, form text, due_on date, reminded_on date)
language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    with y as materialized (
      select g.year::smallint as year, c.billing
      from generate_series (p_from, p_to) g (year) cross join lateral jl_api.cutoffs (g.year) c
    )
    select r.unit_id, r.year::int, r.form, r.due_on, r.reminded_on
    from jl.seen_unit_return r
    join y on y.year = r.year
    where not jl.came_in_time (r.filed_on, r.due_on, y.billing, p_as_of)
      and (p_as_of is null or r.due_on < p_as_of);
end
$$;

-- The measures of a run of years with the year before (inside the run) beside each; p_of: only that year, p_only: only that
-- indicator. An item that cannot apply is not_applicable before anything else; then owed and not sent; then missing (no fact at
-- all); 0 of 0 is not_applicable and never passes a test (requirements: missing is never zero). denominators of metered_share:
-- the total, or the residential area where p_residential names the unit (a rule chooses).
-- The arrays below run parallel, in the order of jl.measured: one pass a unit, however many indicators.
create function jl.measured ()
returns table (indicators text[], forms text[], tasks text[])
language sql immutable rows 1
as $$
  select array['metered_share', 'billed_of_fitted', 'public_billed', 'new_fitted', 'office_done', 'public_done', 'existing_year',
               'existing_done', 'nonsaving_year', 'retrofit_sync'],
    array['billing', 'billing', 'billing', 'tasks', 'tasks', 'tasks', 'tasks', 'tasks', 'tasks', 'tasks'],
    array['share', '', '', 'new', 'office', 'public', 'existing', 'existing', 'nonsaving', '']
$$;

create function jl.measure_state (p_applies boolean, p_reported boolean, p_num bigint, p_den bigint)
returns text
language sql immutable
as $$
  select case when not p_applies or (p_den = 0 and p_reported) then 'not_applicable'
    when not p_reported then 'not_reported' when p_num is null or p_den is null then 'missing' else 'value' end
$$;

create function jl.measures (p_from int, p_to int, p_day date, p_residential int[], p_as_of date default null, p_of int default null,
                             p_only text default null)
returns table (unit_id int, year int, indicator text, task text, form text, numerator bigint, denominator bigint, state text,
               previous_num bigint, previous_den bigint, missing_n int, records_n int, fell_due date, reminded_on date)
language plpgsql stable rows 500 set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    with t as (
      select x.unit_id,
        bool_or (x.task = 'office') as office, max (x.stock_dm2) filter (where x.task = 'office') as office_stock,
        bool_or (x.task = 'public') as public, max (x.stock_dm2) filter (where x.task = 'public') as public_stock,
        bool_or (x.task = 'existing') as existing, max (x.stock_dm2) filter (where x.task = 'existing') as existing_stock
      from jl.unit_targets (p_day) x group by x.unit_id
    ), ty as (
      select x.unit_id, y.year::int as year,
        max (y.area_dm2) filter (where x.task = 'existing') as existing_plan,
        max (y.area_dm2) filter (where x.task = 'nonsaving') as nonsaving_plan
      from jl.seen_target x join jl.seen_target_year y on y.target_id = x.id
      where y.year between p_from and p_to and x.task in ('existing', 'nonsaving')
      group by x.unit_id, y.year
    ), f as (
      select * from jl.unit_unreported (p_from, p_to, p_as_of)
    ), x as (
      select b.unit_id, b.year, s.missing_n, s.n, fb.due_on as billing_due, fb.reminded_on as billing_reminded,
        ft.due_on as tasks_due, ft.reminded_on as tasks_reminded, fb.unit_id is null as billing, ft.unit_id is null as tasks,
        array[case when s.res_metered_n > 0 then s.res_metered end, k.fitted_1 * s.fitted_metered, k.pub_fitted_1 * s.pub_fitted_metered,
              coalesce (b.sync, k.zero), coalesce (b.office, k.zero), coalesce (b.public, k.zero), coalesce (b.existing_year, k.zero),
              coalesce (b.existing, k.zero), coalesce (b.nonsaving_year, k.zero), coalesce (b.unsync_n, k.zero)] as nums,
        array[case when b.unit_id = any (p_residential) then case when s.res_heated_n > 0 then s.res_heated end
                when s.res_heated_n + s.other_heated_n > 0 then s.res_heated + s.other_heated end,
              k.fitted_1 * s.fitted_heated, k.pub_fitted_1 * s.pub_fitted_heated, coalesce (b.completed, k.zero), t.office_stock,
              t.public_stock, ty.existing_plan, t.existing_stock, ty.nonsaving_plan, coalesce (b.energy_n, k.zero)] as dens,
        array[true, true, true, true, coalesce (t.office, false), coalesce (t.public, false), ty.existing_plan is not null,
              coalesce (t.existing, false), ty.nonsaving_plan is not null, true] as applies
      from jl.unit_tasks (p_from, p_to, p_day) b
      left join jl.unit_seasons (p_from, p_to, p_day) s on s.unit_id = b.unit_id and s.year = b.year
      left join t on t.unit_id = b.unit_id
      left join ty on ty.unit_id = b.unit_id and ty.year = b.year
      left join f fb on fb.unit_id = b.unit_id and fb.year = b.year and fb.form = 'billing'
      left join f ft on ft.unit_id = b.unit_id and ft.year = b.year and ft.form = 'tasks'
      cross join lateral (
        select case when b.known or s.n > 0 then 0::bigint end as zero, case when s.fitted_n > 0 or s.n > s.missing_n and s.fitted_missing_n = 0 then 1 end as fitted_1,
          case when s.pub_fitted_n > 0 or s.n > s.missing_n and s.pub_fitted_missing_n = 0 then 1 end as pub_fitted_1) k
    ), w as (
      select x.*, lag (x.nums) over o as before_nums, lag (x.dens) over o as before_dens, lag (x.applies) over o as before_applies,
        lag (x.billing) over o as before_billing, lag (x.tasks) over o as before_tasks
      from x window o as (partition by x.unit_id order by x.year)
    )
    select w.unit_id, w.year, v.indicator, nullif (v.task, ''), v.form,
      case when q.reported and v.applies and v.den <> 0 then v.num end,
      case when q.reported and v.applies and v.den <> 0 and v.num is not null then v.den end,
      jl.measure_state (v.applies, q.reported, v.num, v.den),
      case when q.before_counts then v.before_num end, case when q.before_counts then v.before_den end,
      case when v.form = 'billing' then coalesce (w.missing_n, 0) else 0 end,
      case when v.form = 'billing' then coalesce (w.n, 0) else 0 end,
      case v.form when 'billing' then w.billing_due else w.tasks_due end,
      case v.form when 'billing' then w.billing_reminded else w.tasks_reminded end
    from w
    cross join jl.measured () m
    cross join lateral unnest (m.indicators, m.tasks, m.forms, w.nums, w.dens, w.applies, w.before_nums, w.before_dens, w.before_applies)
      v (indicator, task, form, num, den, applies, before_num, before_den, before_applies)
    cross join lateral (
      select case v.form when 'billing' then w.billing else w.tasks end as reported,
        case v.form when 'billing' then w.before_billing else w.before_tasks end and v.before_applies
          and v.before_den <> 0 and v.before_num is not null as before_counts) q
    where (p_of is null or w.year = p_of) and (p_only is null or v.indicator = p_only);
end
$$;

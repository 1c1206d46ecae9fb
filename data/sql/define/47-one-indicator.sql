-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- One indicator of all units: its value and state, without progress and rank. Only the sums of that one indicator are read, and a
-- rule only where it can make a difference, so that it costs a small part of jl_api.figures, whose rows a test holds it against.
-- The first functions say what is divided by what (num, den), the last what counts.

-- Shares of a season. The units of a residential denominator are looked for when some rule in force has that choice.
create function jl.season_pairs (p_indicator text, p_year int, p_day date, p_billing date)
returns table (unit_id int, num bigint, den bigint, missing_n int)
language sql stable rows 50
as $$
  select u.unit_id,
    case p_indicator when 'metered_share' then u.metered
      when 'billed_of_fitted' then case when u.fitted_known then u.fitted_metered end
      else case when u.pub_fitted_known then u.pub_fitted_metered end end,
    case when p_indicator = 'billed_of_fitted' then case when u.fitted_known then u.fitted_heated end
      when p_indicator = 'public_billed' then case when u.pub_fitted_known then u.pub_fitted_heated end
      when u.unit_id = any (array (
          select q.unit_id from jl.policy (p_year) q
          where q.denominator = 'residential'
            and exists (select from jl.seen_rule r
                        where r.kind = 'metered_share.denominator' and r.value_choice = 'residential'
                          and jl.in_force (r.valid, p_billing))))
        then u.residential
      else u.heated end,
    coalesce (u.missing_n, 0)
  from (
    select p.assessed_id as unit_id, sum (s.missing_n)::int as missing_n,
      case when sum (s.res_metered_n) > 0 then jl.sum8 (s.res_metered) end as metered,
      case when sum (s.res_heated_n) > 0 then jl.sum8 (s.res_heated) end as residential,
      case when sum (s.res_heated_n + s.other_heated_n) > 0 then jl.sum8 (s.res_heated + s.other_heated) end as heated,
      sum (s.fitted_n) > 0 or sum (s.n - s.missing_n) > 0 and sum (s.fitted_missing_n) = 0 as fitted_known,
      sum (s.pub_fitted_n) > 0 or sum (s.n - s.missing_n) > 0 and sum (s.pub_fitted_missing_n) = 0 as pub_fitted_known,
      jl.sum8 (s.fitted_metered) as fitted_metered,
      jl.sum8 (s.fitted_heated) as fitted_heated,
      jl.sum8 (s.pub_fitted_metered) as pub_fitted_metered,
      jl.sum8 (s.pub_fitted_heated) as pub_fitted_heated
    from jl.parts (p_day) p
    left join jl.seen_season_sum s on s.unit_id = p.leaf_id and s.year = p_year
    group by p.assessed_id) u
$$;

-- What the buildings of some classes sum to: those of the year, or all that were accepted up to its end (p_whole). A unit without
-- such buildings has none, if it has a ledger at all.
create function jl.unit_buildings (p_indicator text, p_whole boolean, p_year int, p_day date, p_classes int[])
returns table (unit_id int, num bigint, den bigint)
language sql stable rows 50
as $$
  select u.unit_id, coalesce (u.num, z.zero), coalesce (u.den, z.zero)
  from (
    select p.assessed_id as unit_id, jl.sum8 (b.num) as num, jl.sum8 (b.den) as den
    from jl.parts (p_day) p
    left join (
      select x.unit_id,
        case p_indicator when 'new_fitted' then x.sync_dm2 when 'retrofit_sync' then x.unsync_n else x.accepted_dm2 end as num,
        case p_indicator when 'new_fitted' then x.completed_dm2 when 'retrofit_sync' then x.energy_n end as den
      from jl.seen_building_sum x
      where not p_whole and x.year = p_year and x.task_class = any (p_classes)
      union all
      select x.unit_id, x.accepted_dm2, null
      from jl.seen_building_sum x
      where p_whole and x.year <= p_year and x.task_class = any (p_classes) and x.accepted_n > 0
    ) b on b.unit_id = p.leaf_id
    group by p.assessed_id) u
  cross join lateral (
    select case when u.unit_id in (
          select p.assessed_id from jl.parts (p_day) p join jl.seen_season_sum x on x.unit_id = p.leaf_id
          where x.year = p_year and x.n > 0)
        or u.unit_id in (
          select p.assessed_id from jl.parts (p_day) p join jl.seen_building_sum x on x.unit_id = p.leaf_id
          where x.year <= p_year and (x.year >= p_year - 1 or x.accepted_n > 0))
      then 0::bigint end as zero) z
$$;

-- Tasks, in the year or up to its end: against what was built, what was handed down for the year, or the whole stock. A task has not
-- begun while no construction day of its time has passed: a question only where it was handed down this very year.
create function jl.task_pairs (p_indicator text, p_year int, p_day date)
returns table (unit_id int, applies boolean, num bigint, den bigint, begun boolean)
language sql stable rows 50
as $$
  select b.unit_id, p_indicator in ('new_fitted', 'retrofit_sync') or t.den is not null or t.goal is not null, b.num,
    case when p_indicator in ('new_fitted', 'retrofit_sync') then b.den else t.den end,
    case when t.goal = 0 then false when t.goal is null or p_day >= t.due_on or t.starts_on < make_date (p_year, 1, 1) then true
      else coalesce ((select jl.expected (t.goal, t.starts_on, t.due_on, p_day, q.first_month, q.construction) <> 0
                      from jl.policy (p_year) q where q.unit_id = t.unit_id), true) end
  from jl.unit_buildings (p_indicator, p_indicator like '%\_done', p_year, p_day,
    case p_indicator when 'new_fitted' then '{2,3,4,5,6}' when 'retrofit_sync' then '{5,6}' when 'office_done' then '{2}'
      when 'public_done' then '{3,4}' when 'nonsaving_year' then '{6}' else '{5}' end::int[]) b
  left join (
    select x.unit_id, x.stock_dm2 as den, x.goal, x.starts_on, x.due_on
    from jl.unit_targets (p_day) x
    where x.task = case p_indicator when 'office_done' then 'office' when 'public_done' then 'public'
      when 'existing_done' then 'existing' end
    union all
    select x.unit_id, y.area_dm2, null, null, null
    from jl.seen_target x
    join jl.seen_target_year y on y.target_id = x.id and y.year = p_year
    where x.task = case p_indicator when 'existing_year' then 'existing' when 'nonsaving_year' then 'nonsaving' end
  ) t on t.unit_id = b.unit_id
$$;

-- The price policy: days between its issue (or, while it is not issued, the cut-off) and its deadline.
create function jl.price_days (p_year int, p_day date)
returns table (unit_id int, applies boolean, done_on date, due_on date)
language sql stable rows 50
as $$
  select a.unit_id, x.applies, case when x.applies then c.done_on end,
    case when x.applies then coalesce (t.due_on, (select q.first_season - 1 from jl.policy (p_year) q where q.unit_id = a.unit_id)) end
  from jl.assessed (p_day) a
  left join jl.seen_target t on t.unit_id = a.unit_id and t.task = 'price'
  left join jl.price_issued (p_day) c on c.unit_id = a.unit_id
  cross join lateral (select t.unit_id is not null or a.grp <> 'prefecture_sum' as applies) x
$$;

-- The pairs are materialized, so that jl.measure_state gets columns and is inlined; given expressions it is called a row.
create function jl_api.indicator (p_year int, p_indicator text)
returns table (unit_id int, numerator bigint, denominator bigint, state text, missing_n int)
language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan
as $$
declare
  day date;
  billing date;
begin
  select c.tasks, c.billing into day, billing from jl_api.cutoffs (p_year) c;
  if p_indicator in ('metered_share', 'billed_of_fitted', 'public_billed') then
    return query
      with m as materialized (
        select s.*, r.unit_id is null as reported
        from jl.season_pairs (p_indicator, p_year, day, billing) s
        left join jl.seen_unit_return r on r.unit_id = s.unit_id and r.year = p_year and r.form = 'billing'
          and not jl.came_in_time (r.filed_on, r.due_on, billing)
      )
      select m.unit_id, case when m.reported and m.den <> 0 then m.num end,
        case when m.reported and m.den <> 0 and m.num is not null then m.den end,
        jl.measure_state (true, m.reported, m.num, m.den), m.missing_n
      from m;
  elsif p_indicator = 'price_policy' then
    return query
      with m as materialized (
        select s.*, r.unit_id is null as reported
        from jl.price_days (p_year, day) s
        left join jl.seen_unit_return r on r.unit_id = s.unit_id and r.year = p_year and r.form = 'tasks'
          and not jl.came_in_time (r.filed_on, r.due_on, billing)
      )
      select m.unit_id, (coalesce (m.done_on, day) - m.due_on)::bigint, null::bigint,
        jl.price_state (m.applies, m.done_on, m.due_on, day, m.reported), 0
      from m;
  else
    return query
      with m as materialized (
        select s.*, r.unit_id is null as reported
        from jl.task_pairs (p_indicator, p_year, day) s
        left join jl.seen_unit_return r on r.unit_id = s.unit_id and r.year = p_year and r.form = 'tasks'
          and not jl.came_in_time (r.filed_on, r.due_on, billing)
      )
      select m.unit_id, case when m.reported and m.applies and m.den <> 0 then m.num end,
        case when m.reported and m.applies and m.den <> 0 and m.num is not null then m.den end,
        case when m.reported and m.den <> 0 and m.num is not null and not m.begun then 'not_due'
          else jl.measure_state (m.applies, m.reported, m.num, m.den) end, 0
      from m;
  end if;
end
$$;

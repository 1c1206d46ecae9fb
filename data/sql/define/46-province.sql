-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The province: summed from leaves, never from assessed units (a county of 延边州 stands in two of them). Leaves whose unit
-- owed its return and did not send it are left out and counted (unreported_n); their silence is said, not filled in.

-- Which unit answers for a leaf on a day, sum lines apart.
create function jl.leaf_owners (p_day date)
returns table (leaf_id int, unit_id int)
language sql stable rows 70
as $$
  select p.leaf_id, p.assessed_id
  from jl.parts (p_day) p
  join jl.assessed_unit a on a.unit_id = p.assessed_id and jl.in_force (a.valid, jl.place_day (p_day)) and a.grp <> 'prefecture_sum'
$$;

-- Reported seasons of a run of years by the unit that answers (null: nobody), with the area that the rule takes as denominator.
create function jl.owner_seasons (p_from int, p_to int, p_year int, p_as_of date default null)
returns table (year int, unit_id int, metered bigint, heated bigint, res_heated bigint, other_metered bigint, fitted bigint,
               fitted_metered bigint, missing_n int, passes boolean)
language plpgsql stable rows 500 set plan_cache_mode = force_generic_plan
as $$
declare
  cutoff date := (select c.tasks from jl_api.cutoffs (p_year) c);
begin
  return query
    with f as materialized (
      select u.unit_id, u.year from jl.unit_unreported (p_from, p_to, p_as_of) u where u.form = 'billing'
    ), s as (
      select x.year::int as year, o.unit_id, jl.sum8 (x.res_metered) as metered, jl.sum8 (x.res_heated) as res_heated,
        jl.sum8 (x.other_heated) as other_heated, jl.sum8 (x.other_metered) as other_metered,
        jl.sum8 (x.fitted_heated) as fitted, jl.sum8 (x.fitted_metered) as fitted_metered,
        sum (x.missing_n)::int as missing_n, sum (x.res_metered_n) as known
      from jl.seen_season_sum x
      left join jl.leaf_owners (cutoff) o on o.leaf_id = x.unit_id
      where x.year between p_from and p_to
      group by x.year, o.unit_id
    )
    select s.year, s.unit_id, case when s.known > 0 then s.metered end, d.heated, s.res_heated, s.other_metered, s.fitted,
      s.fitted_metered, s.missing_n,
      case when s.known > 0 and d.heated > 0 then s.metered::numeric * 100 >= q.threshold * d.heated end
    from s
    left join jl.policy (p_year) q on q.unit_id = s.unit_id
    left join f on f.unit_id = s.unit_id and f.year = s.year
    cross join lateral (
      select case q.denominator when 'residential' then s.res_heated else s.res_heated + s.other_heated end as heated) d
    where f.unit_id is null;
end
$$;

-- Reported buildings of a run of years: what was completed, and fitted by then, and retrofitted without a standard, in each.
create function jl.owner_completions (p_from int, p_to int, p_year int, p_as_of date default null)
returns table (year int, completed bigint, sync bigint, nonsaving bigint)
language plpgsql stable rows 10 set plan_cache_mode = force_generic_plan
as $$
declare
  cutoff date := (select c.tasks from jl_api.cutoffs (p_year) c);
begin
  return query
    with f as materialized (
      select o.leaf_id, u.year
      from jl.unit_unreported (p_from, p_to, p_as_of) u join jl.leaf_owners (cutoff) o on o.unit_id = u.unit_id
      where u.form = 'tasks'
    )
    select b.year::int, jl.sum8 (b.completed_dm2), jl.sum8 (b.sync_dm2), jl.sum8 (b.accepted_dm2) filter (where b.task_class = 6)
    from jl.seen_building_sum b
    left join f on f.leaf_id = b.unit_id and f.year = b.year
    where b.year between p_from and p_to and f.leaf_id is null
    group by b.year;
end
$$;

-- What a key figure of the province counts (统计口径).
create function jl.province_basis (p_figure text, p_denominator text, p_threshold numeric)
returns text
language sql immutable
as $$
  select case p_figure
    when 'metered_share' then jl.rule_text ('metered_share', p_denominator)
    when 'metered_area' then '住宅供热计量收费面积，按县级单位汇总'
    when 'fitted_unbilled' then '装置安装面积－其中已计量收费面积'
    when 'new_fitted' then '同步安装面积÷新竣工集中供热建筑面积'
    when 'units_passing' then '占比不低于' || p_threshold || '%的考核对象÷有数据的考核对象' end
$$;

-- The five key figures with their last ten years (of an area the area, not its share), each with the rule in force for the province and its clause. Whether a unit
-- passes is its own rule's matter.
create function jl_api.province_figures (p_year int, p_as_of date default null)
returns table (figure text, numerator bigint, denominator bigint, previous_num bigint, previous_den bigint, state text,
               missing_n int, unreported_n int, trend_years int[], trend_num bigint[], trend_den bigint[],
               clause text, basis text, rule_id int, threshold numeric)
language plpgsql stable rows 5 set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    with s as (
      select x.year, jl.sum8 (x.metered) as metered, jl.sum8 (x.heated) as heated,
        jl.sum8 (x.fitted - x.fitted_metered) as unbilled, jl.sum8 (x.fitted) as fitted,
        count (*) filter (where x.passes) as passing, count (x.passes) as judged, sum (x.missing_n)::int as missing_n
      from jl.owner_seasons (p_year - 9, p_year, p_year, p_as_of) x
      group by x.year
    ), r as (
      select v.n, v.figure, v.year, v.num, v.den, v.missing_n
      from s cross join lateral (values
        (1, 'metered_share', s.year, s.metered, s.heated, s.missing_n), (2, 'metered_area', s.year, s.metered, null, s.missing_n),
        (3, 'fitted_unbilled', s.year, s.unbilled, s.fitted, s.missing_n),
        (5, 'units_passing', s.year, s.passing, s.judged, s.missing_n)) v (n, figure, year, num, den, missing_n)
      union all
      select 4, 'new_fitted', c.year, c.sync, c.completed, 0 from jl.owner_completions (p_year - 9, p_year, p_year, p_as_of) c
    ), k (n, figure, form, indicator) as (
      values (1, 'metered_share', 'billing', 'metered_share'), (2, 'metered_area', 'billing', 'metered_share'),
        (3, 'fitted_unbilled', 'billing', 'billed_of_fitted'), (4, 'new_fitted', 'tasks', 'new_fitted'),
        (5, 'units_passing', 'billing', 'metered_share')
    )
    select k.figure, max (r.num) filter (where r.year = p_year), max (r.den) filter (where r.year = p_year),
      max (r.num) filter (where r.year = p_year - 1), max (r.den) filter (where r.year = p_year - 1),
      case when max (r.num) filter (where r.year = p_year) is null then 'missing'
        when max (r.den) filter (where r.year = p_year) = 0 then 'not_applicable' else 'value' end,
      coalesce (max (r.missing_n) filter (where r.year = p_year), 0),
      (select count (*)::int from jl.unit_unreported (p_year, p_year, p_as_of) u where u.form = k.form),
      coalesce (array_agg (r.year order by r.year) filter (where r.num is not null), '{}'),
      coalesce (array_agg (r.num order by r.year) filter (where r.num is not null), '{}'),
      coalesce (array_agg (case when k.figure <> 'fitted_unbilled' then r.den end order by r.year) filter (where r.num is not null), '{}'),
      i.clause, jl.province_basis (k.figure, q.denominator, trim_scale (q.threshold)),
      case k.figure when 'metered_share' then q.denominator_rule when 'units_passing' then q.threshold_rule end,
      case k.figure when 'metered_share' then trim_scale (q.threshold) end
    from k
    join jl.indicator i on i.code = k.indicator
    join jl.rule_sheet (p_year) q on q.unit_id is null and q.grp is null
    left join r on r.n = k.n
    group by k.n, k.figure, k.form, i.clause, q.denominator, q.denominator_rule, q.threshold, q.threshold_rule
    order by k.n;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What the overview and the page of a unit ask for.

create function jl_api.years ()
returns table (year smallint, starts_on date, ends_on date, task_cutoff date, billing_cutoff date, has_facts boolean)
language sql stable rows 20
as $$
  select s.year, s.starts_on, s.ends_on, c.tasks, c.billing, exists (select from jl.seen_season_sum x where x.year = s.year)
  from jl.season s cross join lateral jl_api.cutoffs (s.year) c
  order by s.year desc
$$;

-- parent_id: the unit under whose tile the small square stands; tile_name: what the tile says, null without one.
create function jl_api.units (p_year int)
returns table (unit_id int, code text, name text, short_name text, grp text, place_order int, tile_row int, tile_col int, parent_id int,
               type text, tile_name text, sound text)
language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    select a.unit_id, a.code, a.name, a.short_name, a.grp, a.place_order, t."row"::int, t.col::int,
      case when t.unit_id is null then a.parent_id end, a.type,
      case when t.unit_id is not null then regexp_replace (a.short_name, '(市|州|管委会)$', '') end,
      (select string_agg (e.sound, '') from jl.unit_version v join jl.search_entry e on e.register = 'unit_version' and e.record_id = v.id
       where v.unit_id = a.unit_id)
    from jl_api.cutoffs (p_year) c
    cross join lateral jl.assessed (c.tasks) a
    left join jl.map_tile t on t.unit_id = a.unit_id
    order by a.place_order;
end
$$;

-- The leaves that an assessed unit answers for; null: all of the province.
create function jl_api.leaves (p_unit int, p_year int)
returns table (unit_id int, code text, name text)
language sql stable rows 60
as $$
  select distinct v.unit_id, v.code, v.name
  from jl_api.cutoffs (p_year) c
  cross join lateral jl.parts (c.tasks) p
  join jl.unit_version v on v.unit_id = p.leaf_id and v.valid @> jl.place_day (c.tasks)
  where p_unit is null or p.assessed_id = p_unit
  order by v.unit_id
$$;

-- Up to ten years to the newest with facts (or p_year) of a unit, beside the sum of its group's units that have a value. Every year
-- as it was then: its own parts, groups and rules, so that each point is the figure of its year.
create function jl_api.trend (p_unit int, p_indicator text, p_year int default null)
returns table (year int, numerator bigint, denominator bigint, state text, group_num bigint, group_den bigint)
language plpgsql stable rows 10 set plan_cache_mode = force_generic_plan
as $$
declare
  last int := coalesce (p_year, (select max (s.year) from jl.seen_season_sum s));
  first int := greatest (last - 9, (select min (s.year) from jl.seen_season_sum s));
begin
  return query
    with u as materialized (
      select g.y, q.unit_id, q.grp, q.denominator, q.tasks from generate_series (first, last) g (y) cross join lateral jl.policy (g.y) q
    ), m as (
      select x.*, u.grp
      from (select u.y, max (u.tasks) as day,
              coalesce (array_agg (u.unit_id) filter (where u.denominator = 'residential'), '{}') as residential
            from u group by u.y) c
      cross join lateral jl.measures (c.y, c.y, c.day, c.residential, null, null, p_indicator) x
      join u on u.unit_id = x.unit_id and u.y = c.y
    )
    select o.year, o.numerator, o.denominator, o.state,
      jl.sum8 (m.numerator) filter (where m.state = 'value'), jl.sum8 (m.denominator) filter (where m.state = 'value')
    from m o join m on m.grp = o.grp and m.year = o.year
    where o.unit_id = p_unit
    group by o.year, o.numerator, o.denominator, o.state
    order by o.year;
end
$$;

-- 口径: what is divided by what.
create function jl.basis_text (p_indicator text, p_rule_value text)
returns text
language sql immutable
as $$
  select case p_indicator
    when 'metered_share' then jl.rule_text (p_indicator, p_rule_value)
    when 'billed_of_fitted' then '已安装装置建筑的计量收费面积÷装置安装面积'
    when 'price_policy' then '印发日期与本地采暖期首日（或责任书时限）比较'
    when 'new_fitted' then '竣工时已安装装置的面积÷当年竣工集中供热建筑面积'
    when 'office_done' then '党政机关办公楼累计验收面积÷应改造底数'
    when 'public_done' then '其他公共建筑累计验收面积÷应改造底数'
    when 'public_billed' then '已安装装置公共建筑的计量收费面积÷其装置安装面积'
    when 'existing_year' then '节能50%以上既有居住建筑当年验收面积÷年度任务'
    when 'existing_done' then '节能50%以上既有居住建筑累计验收面积÷应改造底数'
    when 'nonsaving_year' then '非节能居住建筑当年验收面积÷年度任务'
    when 'retrofit_sync' then '未同步实施分户计量改造的项目数，当年节能改造项目总数' end
$$;

-- How many records stand behind a figure, and in which register: season rows for billing, buildings for tasks.
create function jl.records_behind (p_unit int, p_indicator text, p_year int, p_day date)
returns int
language sql stable
as $$
  select case
    when p_indicator in ('metered_share', 'billed_of_fitted', 'public_billed') then (
      select sum (case p_indicator when 'metered_share' then s.n when 'billed_of_fitted' then s.fitted_n else s.pub_fitted_n end)::int
      from jl.parts (p_day) p join jl.seen_season_sum s on s.unit_id = p.leaf_id
      where p.assessed_id = p_unit and s.year = p_year)
    when p_indicator = 'price_policy' then (select count (*)::int from jl.price_coverage () c where c.unit_id = p_unit and c.issued_on <= p_day)
    else (
      select sum (case p_indicator when 'new_fitted' then b.completed_n when 'retrofit_sync' then b.energy_n else b.accepted_n end)::int
      from jl.parts (p_day) p join jl.seen_building_sum b on b.unit_id = p.leaf_id
      where p.assessed_id = p_unit
        and case when p_indicator in ('office_done', 'public_done', 'existing_done') then b.year <= p_year else b.year = p_year end
        and case p_indicator when 'new_fitted' then true when 'retrofit_sync' then b.task_class in (5, 6)
          when 'office_done' then b.task_class = 2 when 'public_done' then b.task_class in (3, 4)
          when 'nonsaving_year' then b.task_class = 6 else b.task_class = 5 end) end
$$;

-- 数据来源 of one figure. records_where: the register whose records it counts; null: a document, which is in no ledger of ours.
create function jl_api.why (p_unit int, p_indicator text, p_year int)
returns table (numerator bigint, denominator bigint, state text, missing_n int, basis text, clause text, rule_id int, rule_from date,
               rule_value text, threshold numeric, records_n int, records_where text, filed_on date, cutoff date)
language sql stable rows 1
as $$
  select f.numerator, f.denominator, f.state, f.missing_n, jl.with_sum_note (jl.basis_text (f.indicator, f.rule_value), f.grp), i.clause, f.rule_id,
    lower (r.valid), f.rule_value, f.threshold, coalesce (jl.records_behind (p_unit, p_indicator, p_year, c.tasks), 0),
    case when i.code = 'price_policy' then null when i.basis = 'billing' then 'building_season' else 'building' end,
    t.filed_on, case i.basis when 'billing' then c.billing else c.tasks end
  from jl_api.cutoffs (p_year) c
  cross join jl.indicator i
  join jl.figure_rows (p_year) f on f.unit_id = p_unit and f.indicator = i.code
  left join jl.seen_rule r on r.id = f.rule_id
  left join jl.seen_unit_return t on t.unit_id = p_unit and t.year = p_year and t.form = i.basis
  where i.code = p_indicator
$$;

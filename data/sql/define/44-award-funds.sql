-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 奖励资金测算额 (五(二)1) by the formula of 财建〔2007〕957号:
--   基准 × [ Σ(单项改造内容面积 × 单项权重) × 70% + 改造面积 × 节能效果系数 × 30% ] × 进度系数
-- It is an estimate of the finance department's decision. Every coefficient is a dated rule; a project of which something is not
-- known has no estimate and says what is missing.

-- The first day of the season before which something was done.
create function jl.season_after (p_unit int, p_day date)
returns date
language sql stable
as $$
  select min (jl.year_day (y, r.value_choice))
  from generate_series (date_part ('year', p_day)::int, date_part ('year', p_day)::int + 1) y
  cross join lateral jl_api.rule ('season.first_day', p_unit, make_date (y, 7, 1)) r
  where jl.year_day (y, r.value_choice) > p_day
$$;

-- A project's unit is a leaf; rules are made for the unit that is assessed for it.
create function jl_api.award_estimate (p_project int default null, p_unit int default null, p_year int default null, p_as_of date default null)
returns table (project_id int, unit_id int, year smallint, code text, name text, area_dm2 bigint, base numeric, weight numeric,
               saving_factor numeric, progress numeric, content_fen bigint, saving_fen bigint, award_fen bigint, missing text[])
language sql stable rows 100
as $$
  with chosen as (
    select r.*, coalesce (a.assessed_id, r.unit_id) as ruled_by, d.day
    from jl.seen_retrofit_project r
    cross join lateral (select coalesce (p_as_of, make_date (r.year, 12, 31)) as day) d
    left join lateral (
      select min (p.assessed_id) as assessed_id from jl.assessed_unit_part p
      join jl.assessed_unit u on u.unit_id = p.assessed_id and jl.in_force (u.valid, d.day) and u.grp <> 'prefecture_sum'
      where p.leaf_id = r.unit_id and jl.in_force (p.valid, d.day)) a on true
    where (p_project is null or r.id = p_project) and (p_year is null or r.year = p_year)
      and (p_unit is null or r.unit_id = p_unit or exists (
        select from jl.assessed_unit_part p where p.assessed_id = p_unit and p.leaf_id = r.unit_id and jl.in_force (p.valid, d.day)))
  ), ruled as (
    select c.*, case when c.done_on <= c.day then jl.season_after (c.ruled_by, c.done_on) end as before_on from chosen c
  ), parts as (
    select u.*, b.value_number as base, t.value_number / 100 as content_part, g.value_number as progress,
      num_nulls (u.envelope, u.indoor, u.sources) = 0 as told,
      (case when u.envelope then e.value_number when not u.envelope then 0 end + case when u.indoor then i.value_number when not u.indoor then 0 end
       + case when u.sources then s.value_number when not u.sources then 0 end) / 100 as weight
    from ruled u
    left join lateral jl_api.rule ('fund.base_yuan_m2', u.ruled_by, u.day) b on true
    left join lateral jl_api.rule ('fund.content_part', u.ruled_by, u.day) t on true
    left join lateral jl_api.rule ('fund.weight.envelope', u.ruled_by, u.day) e on true
    left join lateral jl_api.rule ('fund.weight.indoor', u.ruled_by, u.day) i on true
    left join lateral jl_api.rule ('fund.weight.sources', u.ruled_by, u.day) s on true
    left join lateral jl_api.rule ('fund.progress', u.ruled_by, u.before_on) g on true
  )
  select q.id, q.unit_id, q.year, q.code, q.name, q.area_dm2, q.base, trim_scale (q.weight), q.saving_factor, q.progress, f.content,
    f.whole - f.content, f.whole,
    array_remove (array[case when q.area_dm2 is null then '改造面积' end, case when not q.told then '改造内容' end,
                        case when q.saving_factor is null then '节能效果系数' end, case when q.before_on is null then '完成日期' end,
                        case when q.base is null or q.content_part is null or q.told and q.weight is null or q.before_on is not null and q.progress is null
                          then '测算规则' end], null)
  from parts q
  cross join lateral (
    select round (q.base * q.area_dm2 * q.weight * q.content_part * q.progress)::bigint as content,
      round (q.base * q.area_dm2 * (q.weight * q.content_part + q.saving_factor * (1 - q.content_part)) * q.progress)::bigint as whole) f
  order by q.unit_id, q.year, q.code
$$;

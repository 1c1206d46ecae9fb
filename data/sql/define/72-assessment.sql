-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The assessment of a year as its page shows it, and the award bars judged live.

create function jl.display_name (p_role name)
returns text
language sql stable
as $$
  select coalesce ((select o.display_name from jl.official o where o.role = p_role), p_role::text)
$$;

-- The newest version that the asker may see (drafts: provincial duties; frozen: all).
create function jl.assessment_of (p_year int)
returns jl.assessment
language sql stable
as $$
  select a from jl.assessment a where a.year = p_year order by a.version desc limit 1
$$;

create function jl_api.assessment (p_year int)
returns table (id int, year smallint, version int, state text, scheme_title text, task_cutoff date, billing_cutoff date,
               computed_by text, computed_by_role name, computed_at timestamptz,
               proposed_by text, proposed_by_role name, proposed_at timestamptz,
               confirmed_by text, confirmed_by_role name, confirmed_at timestamptz, hash_hex text)
language sql stable rows 1
as $$
  select a.id, a.year, a.version, a.state, s.title, a.task_cutoff, a.billing_cutoff,
    jl.display_name (a.computed_by), a.computed_by, a.computed_at, jl.display_name (a.proposed_by), a.proposed_by, a.proposed_at,
    jl.display_name (a.confirmed_by), a.confirmed_by, a.confirmed_at, encode (a.hash, 'hex')
  from jl.assessment_of (p_year) a join jl.scheme s on s.id = a.scheme_id
$$;

-- Units as judged: names, codes and groups are those of the stored inputs.
create function jl.judged_units (p_id int)
returns table (unit_id int, code text, name text, grp text, place_order int)
language sql stable rows 50
as $$
  select distinct i.unit_id, i.unit_code, i.unit_name, i.grp, i.place_order from jl.assessment_input i
  where i.assessment_id = p_id and i.grp <> 'province'
$$;

-- blocks, block_points and block_full run parallel and are the same list for tables A and B; no points: nothing in it could apply.
create function jl_api.assessment_units (p_year int)
returns table (unit_id int, code text, name text, grp text, place_order int, blocks text[], block_points text[], block_full text[],
               sum_points numeric, applicable numeric, total numeric, score numeric, ranked boolean, why_unranked text, rank int,
               tied boolean, grade text, vetoes text[], proposal text, ground text)
language sql stable rows 50
as $$
  with a as materialized (
    select x.id, x.scheme_id from jl.assessment_of (p_year) x
  ), b as materialized (
    select split_part (s.block, '、', 2) as name, min (s.place_order) as n
    from a join jl.scheme_item s on s.scheme_id = a.scheme_id group by 1
  ), p as (
    select t.unit_id, split_part (s.block, '、', 2) as name, sum (t.points) as points,
      sum (t.full_points) filter (where t.points is not null) as full_points
    from a
    join jl.assessment_item t on t.assessment_id = a.id
    join jl.scheme_item s on s.scheme_id = a.scheme_id and s.code = t.item
    group by 1, 2
  ), l as (
    select u.unit_id, array_agg (b.name order by b.n) as blocks,
      array_agg (coalesce (trim_scale (p.points)::text, '') order by b.n) as points,
      array_agg (coalesce (trim_scale (p.full_points)::text, '') order by b.n) as full_points
    from a cross join b
    join jl.assessment_unit u on u.assessment_id = a.id
    left join p on p.unit_id = u.unit_id and p.name = b.name
    group by u.unit_id
  )
  select u.unit_id, j.code, j.name, j.grp, j.place_order, l.blocks, l.points, l.full_points, u.sum_points, u.applicable, u.total, u.score,
    u.ranked, u.why_unranked, u.rank, u.tied, u.grade, u.vetoes, u.proposal, u.ground
  from a
  join jl.assessment_unit u on u.assessment_id = a.id
  join l on l.unit_id = u.unit_id
  join jl.judged_units (a.id) j on j.unit_id = u.unit_id
  order by array_position (array['prefecture', 'county', 'committee', 'prefecture_sum'], j.grp), u.rank nulls last, j.place_order
$$;

create function jl_api.assessment_items (p_year int, p_unit int)
returns table (item text, block text, title text, clause text, full_points numeric, points numeric, state text, formula text,
               indicator text, numerator bigint, denominator bigint)
language sql stable rows 11
as $$
  select t.item, s.block, s.title, s.clause, t.full_points, t.points, t.state, t.formula, s.indicator, i.numerator, i.denominator
  from jl.assessment_of (p_year) a
  join jl.assessment_item t on t.assessment_id = a.id and t.unit_id = p_unit
  join jl.scheme_item s on s.scheme_id = a.scheme_id and s.code = t.item
  left join jl.assessment_input i on i.assessment_id = a.id and i.unit_id = p_unit and i.indicator = s.indicator
  order by s.place_order
$$;

create function jl_api.assessment_awards (p_year int, p_unit int default null)
returns table (unit_id int, award text, award_name text, bar text, verdict text, reason text, clause text)
language sql stable rows 300
as $$
  select w.unit_id, w.award, d.name, w.bar, w.verdict, w.reason, w.clause
  from jl.assessment_of (p_year) a
  join jl.assessment_award w on w.assessment_id = a.id
  join jl.award d on d.code = w.award
  where p_unit is null or w.unit_id = p_unit
  order by w.unit_id, w.bar, d.place_order
$$;

create function jl_api.assessment_vetoes (p_year int)
returns table (unit_id int, veto text, title text, clause text)
language sql stable rows 50
as $$
  select u.unit_id, v.code, v.title, v.clause
  from jl.assessment_of (p_year) a
  join jl.assessment_unit u on u.assessment_id = a.id
  join jl.scheme_veto v on v.scheme_id = a.scheme_id and v.code = any (u.vetoes)
  order by u.unit_id, v.code
$$;

-- The same bars from the figures as they stand, without an assessment.
create function jl_api.awards_now (p_year int, p_unit int)
returns table (unit_id int, award text, award_name text, bar text, verdict text, reason text, clause text)
language sql stable rows 6
as $$
  with i as materialized (
    select array_agg (x) as rows from jl.inputs (p_year) x where p_unit is null or x.unit_id = p_unit
  )
  select w.unit_id, w.award, d.name, w.bar, w.verdict, w.reason, w.clause
  from i
  cross join lateral jl.judge_awards (i.rows, p_year, array (select a.code from jl.award a order by a.place_order)) w
  join jl.award d on d.code = w.award
  order by w.unit_id, w.bar, d.place_order
$$;

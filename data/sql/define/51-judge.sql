-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Step two: items, scores, ranks, grades, vetoes and proposals. These functions read the rows handed to them and the scheme's rows
-- and nothing else (no figure, no rule, no clock).

-- The upper end of a ratio: the item's own, or the unit's target, before its deadline what should be done by now (scheme 2).
create function jl.item_hi (t jl.scheme_item, i jl.assessment_input)
returns numeric
language sql immutable
as $$
  select coalesce (t.hi, i.expected, i.goal, 100)
$$;

create function jl.item_tier (t jl.scheme_item, i jl.assessment_input)
returns jsonb
language plpgsql immutable
as $$
begin
  return (
    select e.tier
    from jsonb_array_elements (t.tiers) with ordinality e (tier, n)
    where e.tier ->> 'upto' is null or i.season_days <= (e.tier ->> 'upto')::int
    order by e.n
    limit 1);
end
$$;

-- Multiplied before divided, rounded to six decimals once (scheme 1); a target of zero is met by any value. What was owed and is not there scores 0; what cannot apply,
-- or is not due at all, has no score.
create function jl.item_points (t jl.scheme_item, i jl.assessment_input)
returns numeric
language sql immutable
as $$
  select case
    when i.state in ('not_applicable', 'not_due') then null
    when i.state <> 'value' then 0
    when t.kind = 'on_time' then coalesce ((jl.item_tier (t, i) ->> 'points')::numeric, 0)
    when t.kind = 'deduct' then greatest (t.points - t.step * i.numerator, 0)
    when jl.item_hi (t, i) <= t.lo then case when 100 * i.numerator::numeric >= jl.item_hi (t, i) * i.denominator then t.points else 0 end
    else round (least (greatest (
      t.points * (100 * i.numerator::numeric - t.lo * i.denominator) / ((jl.item_hi (t, i) - t.lo) * i.denominator), 0), t.points), 6) end
$$;

create function jl.area_text (p_dm2 bigint)
returns text
language sql immutable
as $$
  select to_char (round (p_dm2 / 1000000.0, 2), 'FM999,999,999,990.00')
$$;

create function jl.ratio_formula (t jl.scheme_item, i jl.assessment_input)
returns text
language plpgsql immutable
as $$
declare
  points numeric := trim_scale (t.points);
  lo numeric := trim_scale (t.lo);
  hi numeric := trim_scale (jl.item_hi (t, i));
  share numeric := jl.share (i.numerator, i.denominator);
  words text := jl.share_text (i.numerator, i.denominator, hi);
begin
  return case
    when share >= hi then format ('%s（%s%% ≥ %s%%，满分）', points, words, hi)
    when lo > 0 and share <= lo then format ('0（%s%% ≤ %s%%）', words, lo)
    when lo > 0 then format ('%s × (%s%% − %s%%) ÷ (%s%% − %s%%)', points, words, lo, hi, lo)
    when hi = 100 then format ('%s × %s ÷ %s', points, jl.area_text (i.numerator), jl.area_text (i.denominator))
    else format ('%s × %s%% ÷ %s%%', points, words, hi) end
    || case when t.hi is null and i.expected < i.goal then '（未到期，按序时进度计分）' else '' end;
end
$$;

-- How the points came about, in words and numbers.
create function jl.item_formula (t jl.scheme_item, i jl.assessment_input)
returns text
language plpgsql immutable
as $$
declare
  tier jsonb;
begin
  if i.state <> 'value' then
    return case i.state when 'not_applicable' then '不适用，折算' when 'not_due' then '未到期，折算'
      when 'not_reported' then '未报，本项计0分'
      else case t.kind when 'on_time' then '未出台，本项计0分' else '数据缺失，按未报，本项计0分' end end;
  elsif t.kind = 'on_time' then
    tier := jl.item_tier (t, i);
    return format ('%s（%s）：%s', coalesce (tier ->> 'text', '逾期印发'), to_char (i.done_on, 'YYYY-MM-DD'),
                   coalesce (tier ->> 'points', '0'));
  elsif t.kind = 'deduct' then
    return format ('%s − %s × %s', trim_scale (t.points), trim_scale (t.step), i.numerator);
  end if;
  return jl.ratio_formula (t, i);
end
$$;

create function jl.judge_items (p_inputs jl.assessment_input[], p_scheme int)
returns table (unit_id int, item text, points numeric, full_points numeric, state text, formula text)
language sql stable rows 500
as $$
  select i.unit_id, t.code, jl.item_points (t, i), t.points, i.state, jl.item_formula (t, i)
  from unnest (p_inputs) i
  join jl.scheme_group g on g.scheme_id = p_scheme and g.grp = i.grp
  join jl.scheme_item t on t.scheme_id = p_scheme and t.tbl = g.tbl and t.indicator = i.indicator
$$;

-- Which vetoes stand against a unit. V2: no price policy a whole season after it was due; V3: the exact test of 五(二)3;
-- V5: reminded and still not sent.
create function jl.judge_vetoes (p_inputs jl.assessment_input[], p_scheme int, p_year int)
returns table (unit_id int, veto text)
language sql stable rows 50
as $$
  select distinct i.unit_id, v.code
  from unnest (p_inputs) i
  join jl.scheme_group g on g.scheme_id = p_scheme and g.grp = i.grp
  join jl.scheme_veto v on v.scheme_id = p_scheme and v.from_year <= p_year
    and case v.code
      when 'V2' then i.indicator = 'price_policy' and i.progress = 'overdue' and i.seasons_late >= 1
      when 'V3' then i.indicator = 'metered_share' and i.state = 'value' and i.numerator::numeric * 100 < i.threshold * i.denominator
      when 'V5' then i.state = 'not_reported' and i.reminded_on is not null end
$$;

-- Sums, rescaled scores and ranks. key orders exactly: Σ points ÷ Σ applicable, never the rounded score.
create function jl.judge_scores (p_inputs jl.assessment_input[], p_scheme int)
returns table (unit_id int, grp text, sum_points numeric, applicable numeric, total numeric, ranked boolean, why_unranked text,
               rank int, tied boolean, passes boolean)
language sql stable rows 50
as $$
  with u as (
    select i.unit_id, i.grp,
      bool_or (i.indicator = 'metered_share' and i.state = 'value' and i.numerator::numeric * 100 >= i.threshold * i.denominator) as passes
    from unnest (p_inputs) i where i.grp <> 'province' group by i.unit_id, i.grp
  ), s as (
    select t.unit_id, sum (t.points) as sum_points, coalesce (sum (t.full_points) filter (where t.points is not null), 0) as applicable,
      sum (t.full_points) as total
    from jl.judge_items (p_inputs, p_scheme) t group by t.unit_id
  ), r as (
    select u.unit_id, u.grp, s.sum_points, coalesce (s.applicable, 0) as applicable, coalesce (s.total, 0) as total,
      coalesce (u.passes, false) as passes,
      case when g.grp is null then '州合计，不评分'
        when not g.ranked then '单列'
        when s.applicable is null or s.applicable = 0 or (s.total - s.applicable) * 100 > c.na_limit * s.total
        then '不适用分值超过' || trim_scale (c.na_limit) || '%' end as why,
      div (s.sum_points * 1e30, nullif (s.applicable, 0)) as key
    from u
    join jl.scheme c on c.id = p_scheme
    left join jl.scheme_group g on g.scheme_id = p_scheme and g.grp = u.grp
    left join s on s.unit_id = u.unit_id
  )
  select r.unit_id, r.grp, r.sum_points, r.applicable, r.total, r.why is null, r.why,
    case when r.why is null then (rank () over (partition by r.grp, r.why is null order by r.key desc))::int end,
    r.why is null and count (*) over (partition by r.grp, r.why is null, r.key) > 1, r.passes
  from r
$$;

-- Grades and proposals. Praise: the praised grade, within the first of the group (ties at the edge are all taken), no veto and
-- the share not under the threshold. Criticism needs a ground: the grade or a veto that says so, never the last place alone.
create function jl.judge_units (p_inputs jl.assessment_input[], p_scheme int, p_year int)
returns table (unit_id int, sum_points numeric, applicable numeric, total numeric, score numeric, ranked boolean, why_unranked text,
               rank int, tied boolean, grade text, vetoes text[], proposal text, ground text)
language sql stable rows 50
as $$
  with v as (
    select x.unit_id, array_agg (x.veto order by x.veto) as codes, bool_or (d.no_excellent) as no_excellent,
      bool_or (d.criticise) as criticise, string_agg (d.code || d.title, '；' order by d.code) filter (where d.criticise) as titles
    from jl.judge_vetoes (p_inputs, p_scheme, p_year) x
    join jl.scheme_veto d on d.scheme_id = p_scheme and d.code = x.veto
    group by x.unit_id
  ), g as (
    select s.*, v.codes, v.titles, coalesce (v.criticise, false) as veto_criticise, e.name as grade, e.praised, e.criticised
    from jl.judge_scores (p_inputs, p_scheme) s
    left join v on v.unit_id = s.unit_id
    left join lateral (
      select d.* from jl.scheme_grade d
      where d.scheme_id = p_scheme and s.ranked and s.sum_points * 100 >= d.min_score * s.applicable
        and not (d.praised and coalesce (v.no_excellent, false))
      order by d.min_score desc limit 1) e on true
  ), p as (
    select g.*, case when g.criticised or g.veto_criticise then 'criticise'
        when g.praised and g.codes is null and g.passes and g.rank <= q.praise_first then 'praise' end as proposal
    from g left join jl.scheme_group q on q.scheme_id = p_scheme and q.grp = g.grp
  )
  select p.unit_id, p.sum_points, p.applicable, p.total, round (p.sum_points * 100 / nullif (p.applicable, 0), 6), p.ranked, p.why_unranked,
    p.rank, p.tied, p.grade, coalesce (p.codes, '{}'), p.proposal,
    case p.proposal
      when 'praise' then p.grade || '，' || case when p.tied then '并列' else '' end || '第' || p.rank || '位，无否决项'
      when 'criticise' then concat_ws ('；', case when p.criticised then '考核等次' || p.grade end, p.titles) end
  from p
$$;

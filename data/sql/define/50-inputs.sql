-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Step one of an assessment: what judging may read, one row a unit and indicator. Everything that depends on rules, days and
-- registers is settled here, so that judging the stored rows again gives the same result for ever.

-- Whole heating seasons that have passed since a deadline (V2): those that began on or after it and ended by the day.
create function jl.seasons_since (p_due date, p_first date, p_day date)
returns int
language sql stable
as $$
  select count (*)::int
  from jl.season s
  where s.ends_on <= p_day
    and make_date (s.year, date_part ('month', p_first)::int, date_part ('day', p_first)::int) >= p_due
$$;

-- The province's own figures go in as rows of a unit that is not assessed, so that circulars of a frozen year can quote them.
create function jl.province_inputs (p_year int)
returns table (indicator text, numerator bigint, denominator bigint, previous_num bigint, previous_den bigint, missing_n int)
language sql stable rows 6
as $$
  with s as (
    select x.year, jl.sum8 (x.metered) as metered, jl.sum8 (x.heated) as heated, jl.sum8 (x.other_metered) as other_metered,
      jl.sum8 (x.fitted) as fitted, jl.sum8 (x.fitted_metered) as fitted_metered, sum (x.missing_n)::int as missing_n
    from jl.owner_seasons (p_year - 1, p_year, p_year) x group by x.year
  ), c as (
    select * from jl.owner_completions (p_year - 1, p_year, p_year)
  ), r as (
    select s.year, v.* from s cross join lateral (values
      ('metered_share', s.metered, s.heated, s.missing_n), ('billed_of_fitted', s.fitted_metered, s.fitted, s.missing_n),
      ('other_metered', s.other_metered, null, s.missing_n)) v (indicator, num, den, missing_n)
    union all
    select c.year, v.* from c cross join lateral (values
      ('new_fitted', c.sync, c.completed, 0), ('nonsaving_area', c.nonsaving, null, 0)) v (indicator, num, den, missing_n)
  )
  select r.indicator, r.num, r.den, b.num, b.den, r.missing_n
  from r left join r b on b.indicator = r.indicator and b.year = p_year - 1
  where r.year = p_year
$$;

-- season_days: the day of the year's season on which a price policy was issued, 1 its first; 0 and less are before it (采暖期前).
create function jl.inputs (p_year int, p_assessment int default 0)
returns setof jl.assessment_input
language plpgsql stable rows 550
as $$
begin
  return query
    select p_assessment, q.unit_id, q.code, q.name, q.grp, q.place_order, f.indicator, f.numerator, f.denominator, f.state,
      f.missing_n, f.previous_num, f.previous_den, f.strength, f.due_on, f.goal, f.progress, f.expected, f.basis, f.done_on,
      f.done_on - q.season_first + 1,
      case when f.indicator = 'price_policy' and f.progress = 'overdue' then jl.seasons_since (f.due_on, q.season_first, q.tasks) end,
      f.reminded_on, f.records_n, q.missing_limit, q.bar_applies, f.rule_id, f.rule_value, f.threshold
    from jl.figure_rows (p_year) f
    join jl.policy (p_year) q on q.unit_id = f.unit_id;
  return query
    select p_assessment, v.unit_id, v.code, v.name, 'province', 0, x.indicator, x.numerator, x.denominator,
      case when x.numerator is null then 'missing' when x.denominator = 0 then 'not_applicable' else 'value' end, x.missing_n,
      x.previous_num, x.previous_den, null, null::date, null::numeric, null, null::numeric, null, null::date, null::int, null::int,
      null::date, 0, null::numeric, false, r.rule_id, r.value, null::numeric
    from jl_api.cutoffs (p_year) c
    join jl.unit_version v on v.type = 'province' and v.valid @> c.tasks
    cross join jl.province_inputs (p_year) x
    left join lateral jl_api.rule ('metered_share.denominator', v.unit_id, c.billing) r on x.indicator = 'metered_share';
end
$$;

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

create function jl.inputs (p_year int, p_assessment int default 0)
returns setof jl.assessment_input
language plpgsql stable rows 550
as $$
begin
  return query
    select p_assessment, q.unit_id, q.code, q.name, q.grp, q.place_order, f.indicator, f.numerator, f.denominator, f.state,
      f.missing_n, f.previous_num, f.previous_den, f.strength, f.due_on, f.goal, f.progress, f.expected, f.basis, f.done_on,
      f.done_on - q.season_first,
      case when f.indicator = 'price_policy' and f.progress = 'overdue' then jl.seasons_since (f.due_on, q.season_first, q.tasks) end,
      f.reminded_on, f.records_n, q.missing_limit, q.bar_applies, f.rule_id, f.rule_value, f.threshold
    from jl.figure_rows (p_year) f
    join jl.policy (p_year) q on q.unit_id = f.unit_id;
end
$$;

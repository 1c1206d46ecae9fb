-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The indicators of every assessed unit: value, state, progress against target and pace, place in its group, the rule used.
-- Exact: a share is never a number here, only a numerator and a denominator that are compared crosswise.

-- A share in percent, exact to more digits than any print.
create function jl.share (p_num bigint, p_den bigint)
returns numeric
language sql immutable
as $$
  select p_num::numeric * 100 / nullif (p_den, 0)
$$;

-- An integer that orders shares exactly: two different fractions of int8 differ by more than 1e-38.
create function jl.share_key (p_num bigint, p_den bigint)
returns numeric
language sql immutable
as $$
  select div (p_num::numeric * 1e40, nullif (p_den, 0))
$$;

-- A share as it is printed: two decimals, and as many more as it takes not to print a share below the threshold as the threshold.
create function jl.share_text (p_num bigint, p_den bigint, p_threshold numeric default null)
returns text
language plpgsql immutable
as $$
declare
  share numeric := jl.share (p_num, p_den);
  decimals int := 2;
begin
  while p_num::numeric * 100 < p_threshold * p_den and round (share, decimals) >= p_threshold and decimals < 40 loop
    decimals := decimals + 1;
  end loop;
  return round (share, decimals)::text;
end
$$;

-- What should be done by a day, in percent: linear over the construction days of the task's own time (序时应完成).
create function jl.expected (p_goal numeric, p_starts date, p_due date, p_day date, p_first int, p_length int)
returns numeric
language sql immutable
as $$
  select case when p_day >= p_due then p_goal
    when p_day < p_starts then 0
    else round (p_goal * (jl.pace_days (p_day, p_first, p_length) - jl.pace_days (p_starts - 1, p_first, p_length))
                / nullif (jl.pace_days (p_due, p_first, p_length) - jl.pace_days (p_starts - 1, p_first, p_length), 0), 6) end
$$;

-- The pace word of what is done against what should be: R = done ÷ expected (design: Time).
create function jl.pace_word (p_done numeric, p_expected numeric, p_on numeric, p_slow numeric)
returns text
language sql immutable
as $$
  select case when p_done >= p_on * p_expected then 'on_pace' when p_done >= p_slow * p_expected then 'slow'
    when p_done >= 0 then 'behind' else 'backward' end
$$;

-- Whether a share fell against the year before.
create function jl.fell (p_num bigint, p_den bigint, p_previous_num bigint, p_previous_den bigint)
returns boolean
language sql immutable
as $$
  select coalesce (p_num::numeric * p_previous_den < p_previous_num::numeric * p_den, false)
$$;

-- The progress of a share that has a value. Tasks with a deadline: met, overdue or strive_missed, before the deadline the pace.
-- A year's plan and the demand on new buildings (at once): met, else the pace of the year. The 25 % has no deadline: met or
-- not met, and a pace (of what the season had to gain) only where a yearly share was handed down. A fall goes before slow.
create function jl.progress (p_indicator text, p_num bigint, p_den bigint, p_previous_num bigint, p_previous_den bigint,
                             p_goal numeric, p_threshold numeric, p_expected numeric, p_strength text, p_due date, p_day date,
                             p_on numeric, p_slow numeric)
returns text
language sql immutable
as $$
  select case
    when p_indicator = 'retrofit_sync' then case when p_num = 0 then 'met' else 'not_met' end
    when p_num::numeric * 100 >= coalesce (p_threshold, p_goal) * p_den then 'met'
    when p_indicator in ('office_done', 'public_done', 'existing_done') then
      case when p_due <= p_day then case p_strength when 'strive' then 'strive_missed' else 'overdue' end
        when p_due is null then 'not_met'
        else jl.pace_word (jl.share (p_num, p_den), p_expected, p_on, p_slow) end
    when p_indicator in ('existing_year', 'nonsaving_year') then jl.pace_word (jl.share (p_num, p_den), p_expected, p_on, p_slow)
    when p_num::numeric * 100 >= p_expected * p_den * case p_indicator when 'metered_share' then 1 else p_on end then 'on_pace'
    when jl.fell (p_num, p_den, p_previous_num, p_previous_den) then 'backward'
    when p_expected is null then 'not_met'
    when p_indicator = 'metered_share' and p_previous_den > 0 then
      jl.pace_word (jl.share (p_num, p_den) - jl.share (p_previous_num, p_previous_den),
                    p_expected - jl.share (p_previous_num, p_previous_den), p_on, p_slow)
    else jl.pace_word (jl.share (p_num, p_den), p_expected, p_on, p_slow) end
$$;

-- What became of a task of 三 that is due on a day: done, unmet or unknown; null: it is none, or not due. New buildings are due at once
-- and always (三(二)); they count as done as required while they keep pace (the rule pace.on), so that one unfitted house in a year is
-- not yet a bar.
create function jl.task_outcome (p_indicator text, p_strength text, p_due date, p_state text, p_progress text, p_day date)
returns text
language sql immutable
as $$
  select case
    when p_indicator not in ('price_policy', 'new_fitted', 'office_done', 'public_done', 'existing_done')
      or coalesce (p_strength not in ('must', 'strive', 'basically'), true) or p_state in ('not_due', 'not_applicable')
      or not coalesce (p_due <= p_day, p_strength = 'must') then null
    when p_progress in ('overdue', 'strive_missed') then 'unmet'
    when p_state in ('missing', 'not_reported') then 'unknown'
    when p_indicator = 'new_fitted' and p_progress in ('slow', 'behind', 'backward', 'not_met') then 'unmet'
    else 'done' end
$$;

-- The price policy as a measure: a date. Issued: numerator = days after the deadline (≤ 0 in time). Not issued after the
-- deadline: state missing, progress overdue, numerator = days late so far. Without a day of its own a unit is held against
-- the last day before its own season of 2010 (采暖期前), marked reference (参照) unless it is a prefecture-level city (三(一), 三(五)). What the price
-- register knows needs no return.
create function jl.price_state (p_applies boolean, p_done date, p_due date, p_day date, p_reported boolean)
returns text
language sql immutable
as $$
  select case when not p_applies then 'not_applicable' when p_done is not null then 'value' when p_due >= p_day then 'not_due'
    when not p_reported then 'not_reported' else 'missing' end
$$;

-- All that is known of every indicator of every assessed unit for a year; jl_api.figures and the assessment's inputs read it.
-- p_as_of looks at the year on a day before its cut-offs. basically: the goal is the rule's part of the stock. A sum line
-- (州合计) is shown without a verdict.
create function jl.figure_rows (p_year int, p_as_of date default null)
returns table (unit_id int, indicator text, numerator bigint, denominator bigint, state text, missing_n int, records_n int,
               previous_num bigint, previous_den bigint, strength text, due_on date, goal numeric, expected numeric, basis text,
               progress text, done_on date, threshold numeric, rule_id int, rule_value text, fell_due date, reminded_on date, grp text)
language plpgsql stable rows 550 set plan_cache_mode = force_generic_plan
as $$
declare
  cutoff date := (select c.tasks from jl_api.cutoffs (p_year) c);
  as_of date := least (cutoff, p_as_of);
begin
  return query
    with u as materialized (
      select q.*,
        jl.expected (100, make_date (p_year, 1, 1), make_date (p_year, 12, 31), as_of, q.first_month, q.construction) as year_expected
      from jl.policy (p_year) q
    ), m as (
      select *
      from jl.measures (p_year - 1, p_year, cutoff, array (select u.unit_id from u where u.denominator = 'residential'), p_as_of,
                        p_year)
    ), t as (
      select x.unit_id, x.task, x.strength, x.starts_on, x.due_on, x.basis, y.share, g.goal,
        case when x.task in ('office', 'public', 'existing') then
          jl.expected (g.goal, x.starts_on, x.due_on, as_of, u.first_month, u.construction) end as expected
      from u
      join jl.unit_targets (cutoff) x on x.unit_id = u.unit_id
      cross join lateral (
        select trim_scale (case x.strength when 'basically' then x.goal * u.basically / 100 else x.goal end) as goal) g
      left join jl.seen_target_year y on y.target_id = x.target_id and y.year = p_year and x.task = 'share'
    ), h as (
      select m.*, u.grp, u.pace_on, u.pace_slow, t.basis,
        case when m.indicator = 'new_fitted' and u.grp <> 'prefecture_sum' then coalesce (t.strength, 'must') else t.strength end
          as strength,
        case when m.indicator in ('existing_year', 'nonsaving_year') then make_date (p_year, 12, 31) else t.due_on end as due_on,
        case m.indicator when 'metered_share' then coalesce (t.share, u.threshold) when 'retrofit_sync' then null
          when 'existing_year' then 100 when 'nonsaving_year' then 100 else coalesce (t.goal, 100) end as goal,
        case m.indicator when 'metered_share' then t.share when 'existing_year' then u.year_expected
          when 'nonsaving_year' then u.year_expected when 'new_fitted' then coalesce (t.goal, 100) else t.expected end as expected,
        case when m.indicator = 'metered_share' and u.grp <> 'prefecture_sum' then u.threshold end as threshold,
        case when m.indicator = 'metered_share' then u.denominator_rule when t.strength = 'basically' then u.basically_rule end as rule_id,
        case when m.indicator = 'metered_share' then u.denominator when t.strength = 'basically' then trim_scale (u.basically)::text end
          as rule_value,
        case when m.state = 'value' and t.expected = 0 and m.indicator <> 'existing_year' then 'not_due'
          when m.state = 'missing' and m.form = 'billing' and u.season_first > p_as_of then 'not_due' else m.state end as seen
      from m
      join u on u.unit_id = m.unit_id
      left join t on t.unit_id = m.unit_id and t.task = m.task
    )
    select h.unit_id, h.indicator, h.numerator, h.denominator, h.seen, h.missing_n, h.records_n, h.previous_num, h.previous_den,
      h.strength, h.due_on, h.goal, h.expected, h.basis,
      case when h.seen <> 'value' then h.seen when h.grp = 'prefecture_sum' then 'not_applicable'
        else jl.progress (h.indicator, h.numerator, h.denominator, h.previous_num, h.previous_den, h.goal, h.threshold, h.expected,
                          h.strength, h.due_on, as_of, h.pace_on, h.pace_slow) end,
      null::date, h.threshold, h.rule_id, h.rule_value, h.fell_due, h.reminded_on, h.grp
    from h
    union all
    select u.unit_id, 'price_policy', case when x.applies then coalesce (c.done_on, as_of) - x.due end, null, s.state, 0, 0, null, null,
      x.strength, x.due, null, null, x.basis,
      case s.state when 'value' then 'met' when 'missing' then 'overdue' else s.state end,
      c.done_on, null, null, null, f.due_on, f.reminded_on, u.grp
    from u
    left join t on t.unit_id = u.unit_id and t.task = 'price'
    left join jl.unit_unreported (p_year, p_year, p_as_of) f on f.unit_id = u.unit_id and f.form = 'tasks'
    cross join lateral (
      select a.applies, case when a.applies then coalesce (t.strength, 'must') end as strength,
        case when a.applies then coalesce (t.due_on, u.first_season - 1) end as due,
        case when a.applies then coalesce (t.basis, case u.grp when 'prefecture' then 'document' else 'reference' end) end as basis
      from (select t.unit_id is not null or u.grp <> 'prefecture_sum' as applies) a) x
    left join jl.price_issued (as_of) c on c.unit_id = u.unit_id and x.applies
    cross join lateral (select jl.price_state (x.applies, c.done_on, x.due, as_of, f.unit_id is null) as state) s;
end
$$;

-- What the rule of a figure says, for the foot of a table (统计口径).
create function jl.rule_text (p_indicator text, p_value text)
returns text
language sql immutable
as $$
  select case when p_indicator = 'metered_share' and p_value = 'residential' then '住宅供热计量收费面积÷住宅集中供热面积'
    when p_indicator = 'metered_share' then '住宅供热计量收费面积÷集中供热总面积'
    when p_indicator in ('office_done', 'public_done', 'existing_done') and p_value is not null
      then '达到应改造底数的' || p_value || '%为基本完成' end
$$;

-- A sum line (州合计) is what its members' ledgers hold, and says that a member's silence does not empty it.
create function jl.with_sum_note (p_text text, p_grp text)
returns text
language sql immutable
as $$
  select case when p_grp = 'prefecture_sum' then concat_ws ('；', p_text, '州合计含未报单位的台账数') else p_text end
$$;

-- Ranks are 1-2-2-4 inside the group, on the exact share, among units that have one. attention: why it needs a call; the rows come by
-- gravity: overdue by days, falls by points, missed 力争 targets by what is lacking, returns not sent (one row a form; the indicator stands
-- for it), then all others. attention_days for returns only when the year is looked at on a day (p_as_of).
create function jl_api.figures (p_year int, p_as_of date default null)
returns table (unit_id int, indicator text, numerator bigint, denominator bigint, state text, missing_n int,
               previous_num bigint, previous_den bigint, strength text, due_on date, goal numeric, expected numeric, progress text,
               done_on date, rank int, rank_of int, rule_id int, rule_value text, threshold numeric, rule_text text,
               attention text, attention_days int, clause text)
language plpgsql stable rows 550 set plan_cache_mode = force_generic_plan
as $$
declare
  day date := least ((select c.tasks from jl_api.cutoffs (p_year) c), p_as_of);
begin
  return query
    with f as (
      select r.*, r.state = 'value' and r.denominator > 0 and r.indicator <> 'retrofit_sync' and r.grp in ('prefecture', 'county') as ranked,
        case when r.progress = 'overdue' then 1 when r.progress = 'backward' then 2 when r.progress = 'strive_missed' then 3
          when r.state = 'not_reported' and r.indicator in ('metered_share', 'new_fitted') then 4 end as n
      from jl.figure_rows (p_year, p_as_of) r
    )
    select f.unit_id, f.indicator, f.numerator, f.denominator, f.state, f.missing_n, f.previous_num, f.previous_den,
      f.strength, f.due_on, f.goal, f.expected, f.progress, f.done_on,
      case when f.ranked then (rank () over (w order by jl.share_key (f.numerator, f.denominator) desc))::int end,
      case when f.ranked then (count (*) over w)::int end,
      f.rule_id, f.rule_value, f.threshold, jl.with_sum_note (jl.rule_text (f.indicator, f.rule_value), f.grp),
      (array['overdue', 'backward', 'missed', 'not_reported'])[f.n], d.days, i.clause
    from f
    join jl.indicator i on i.code = f.indicator
    cross join lateral (
      select case f.n when 4 then p_as_of - f.fell_due when 1 then case f.indicator when 'price_policy' then f.numerator::int else day - f.due_on end
        when 3 then day - f.due_on end as days) d
    window w as (partition by f.ranked, f.grp collate "C", f.indicator collate "C")
    order by f.n, case when f.n = 1 then -d.days end,
      case when f.n = 2 then jl.share (f.numerator, f.denominator) - jl.share (f.previous_num, f.previous_den)
        when f.n = 3 then jl.share (f.numerator, f.denominator) end, f.unit_id, i.place_order;
end
$$;

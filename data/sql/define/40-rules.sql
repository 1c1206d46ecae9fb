-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Dated rules: how one is found for a unit and a day, what a value may be, and the days that follow from rules.

-- sum (int8) would give numeric; sums of sums stay int8.
create or replace aggregate jl.sum8 (bigint) (sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe);

-- A month end: '12-31' in the year itself, '+1-04-30' in the next. The month counts, so that February ends rightly.
create function jl.month_end (p_year int, p_text text)
returns date
language sql immutable
as $$
  select (make_date (p_year + case when p_text like '+1-%' then 1 else 0 end, left (right (p_text, 5), 2)::int, 1)
          + interval '1 month - 1 day')::date
$$;

-- A day of the year, '10-25'.
create function jl.year_day (p_year int, p_text text)
returns date
language sql immutable
as $$
  select make_date (p_year, left (p_text, 2)::int, right (p_text, 2)::int)
$$;

-- Is a range in force on a day? As a function: of the operator the planner, not knowing the day, expects one row in two hundred
-- and then loops over what it should hash.
create function jl.in_force (p_valid daterange, p_day date)
returns boolean
language sql immutable
as $$
  select range_contains_elem (p_valid, p_day)
$$;

-- Why a paper cannot be cited as it stands; null while it can.
create function jl.document_lapse (p_force text, p_ended_on date, p_day date)
returns text
language sql immutable
as $$
  select case when p_ended_on > p_day or p_force = 'in_force' then null when p_force = 'repealed' then '已于' || p_ended_on || '废止' else '已修改' end
$$;

-- As which group a unit is assessed: its own, or the one that a dated rule names (视同地级以上城市).
create function jl.assessed (p_as_of date)
returns table (unit_id int, grp text, place_order int, code text, name text, short_name text, type text, parent_id int)
language sql stable rows 50
as $$
  select a.unit_id, coalesce (r.value_choice, a.grp), a.place_order, v.code, v.name, v.short_name, v.type, v.parent_id
  from jl.assessed_unit a
  join jl.unit_version v on v.unit_id = a.unit_id and jl.in_force (v.valid, jl.place_day (p_as_of))
  left join jl.seen_rule r on r.kind = 'assess.group' and r.unit_id = a.unit_id and jl.in_force (r.valid, p_as_of)
  where jl.in_force (a.valid, jl.place_day (p_as_of))
$$;

-- The rule in force for a unit on a day: the unit's own beats its group's beats the province's.
create function jl_api.rule (p_code text, p_unit int, p_as_of date)
returns table (rule_id int, value text, value_number numeric, value_day date, value_choice text, valid daterange,
               label text, clause text, basis text)
language plpgsql stable
as $$
begin
  if not exists (select from jl.rule_kind k where k.code = p_code) then
    raise exception 'There is no such rule' using errcode = 'JL004', detail = p_code;
  end if;
  return query
    select r.id, coalesce (trim_scale (r.value_number)::text, to_char (r.value_day, 'YYYY-MM-DD'), r.value_choice),
      r.value_number, r.value_day, r.value_choice, r.valid, k.label, k.clause, r.basis
    from jl.seen_rule r join jl.rule_kind k on k.code = r.kind
    where r.kind = p_code and r.valid @> p_as_of and (r.unit_id is null or r.unit_id = p_unit)
      and (r.grp is null or r.grp = (select a.grp from jl.assessed (p_as_of) a where a.unit_id = p_unit))
    order by r.unit_id nulls last, r.grp nulls last
    limit 1;
end
$$;

-- The two cut-offs of a year (scheme 11): tasks and billing.
create function jl_api.cutoffs (p_year int)
returns table (tasks date, billing date)
language sql stable rows 1
as $$
  select max (jl.month_end (p_year, r.value_choice)) filter (where r.kind = 'cutoff.tasks'),
    max (jl.month_end (p_year, r.value_choice)) filter (where r.kind = 'cutoff.billing')
  from jl.seen_rule r
  where r.kind in ('cutoff.tasks', 'cutoff.billing') and r.unit_id is null and r.grp is null
    and r.valid @> make_date (p_year, 12, 31)
  having count (*) = 2
$$;

-- The length of a construction season in days; every one is equally long (a leap day in it would not count).
create function jl.construction_length (p_first int, p_last int)
returns int
language sql immutable
as $$
  select (make_date (2001, p_last, 1) + interval '1 month')::date - make_date (2001, p_first, 1)
$$;

-- Construction days up to and with a day, counted from the year 0: only differences are used.
create function jl.pace_days (p_day date, p_first int, p_length int)
returns int
language sql immutable
as $$
  select date_part ('year', p_day)::int * p_length
    + least (greatest (p_day - make_date (date_part ('year', p_day)::int, p_first, 1) + 1, 0), p_length)
$$;

-- The rules that the figures of a year are made by, side by side: one row for the province, one for every group and every unit that
-- has its own. Rules of billing are read at the billing cut-off, of seasons at the season's first day, of tasks at the task cut-off.
create function jl.rule_sheet (p_year int)
returns table (unit_id int, grp text, threshold numeric, threshold_rule int, denominator text, denominator_rule int,
               missing_limit numeric, bar text, basically numeric, basically_rule int, pace_on numeric, pace_slow numeric,
               first_month int, last_month int, season text, season_2010 text)
language sql stable rows 5
as $$
  select r.unit_id, r.grp,
    max (r.value_number) filter (where k.n = 1), max (r.id) filter (where k.n = 1),
    max (r.value_choice) filter (where k.n = 2), max (r.id) filter (where k.n = 2),
    max (r.value_number) filter (where k.n = 3), max (r.value_choice) filter (where k.n = 4),
    max (r.value_number) filter (where k.n = 5), max (r.id) filter (where k.n = 5),
    max (r.value_number) filter (where k.n = 6), max (r.value_number) filter (where k.n = 7),
    max (r.value_number) filter (where k.n = 8)::int, max (r.value_number) filter (where k.n = 9)::int,
    max (r.value_choice) filter (where k.n = 10), max (r.value_choice) filter (where k.n = 11)
  from jl_api.cutoffs (p_year) c
  cross join lateral (values
    (1, 'metered_share.threshold', c.billing), (2, 'metered_share.denominator', c.billing),
    (3, 'metered_share.missing_limit', c.billing), (4, 'bar.applies', c.billing),
    (5, 'existing.basically_met', c.tasks), (6, 'pace.on', c.tasks), (7, 'pace.slow', c.tasks),
    (8, 'pace.first_month', c.tasks), (9, 'pace.last_month', c.tasks),
    (10, 'season.first_day', make_date (p_year, 10, 1)), (11, 'season.first_day', make_date (2010, 10, 1))) k (n, kind, day)
  join jl.seen_rule r on r.kind = k.kind and jl.in_force (r.valid, k.day)
  group by r.unit_id, r.grp
$$;

-- Every assessed unit of a year with its rules: the unit's own beat its group's beat the province's.
create function jl.policy (p_year int)
returns table (unit_id int, grp text, place_order int, code text, name text, type text,
               threshold numeric, threshold_rule int, denominator text, denominator_rule int, missing_limit numeric,
               bar_applies boolean, basically numeric, basically_rule int, pace_on numeric, pace_slow numeric,
               first_month int, construction int, season_first date, first_season date, tasks date, billing date)
language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    with s as materialized (
      select * from jl.rule_sheet (p_year)
    )
    select a.unit_id, a.grp, a.place_order, a.code, a.name, a.type,
      trim_scale (coalesce (u.threshold, g.threshold, p.threshold)),
      coalesce (u.threshold_rule, g.threshold_rule, p.threshold_rule),
      coalesce (u.denominator, g.denominator, p.denominator, 'total'),
      coalesce (u.denominator_rule, g.denominator_rule, p.denominator_rule),
      coalesce (u.missing_limit, g.missing_limit, p.missing_limit), coalesce (u.bar, g.bar, p.bar, 'no') = 'yes',
      coalesce (u.basically, g.basically, p.basically, 100), coalesce (u.basically_rule, g.basically_rule, p.basically_rule),
      coalesce (u.pace_on, g.pace_on, p.pace_on), coalesce (u.pace_slow, g.pace_slow, p.pace_slow),
      coalesce (u.first_month, g.first_month, p.first_month),
      jl.construction_length (coalesce (u.first_month, g.first_month, p.first_month), coalesce (u.last_month, g.last_month, p.last_month)),
      jl.year_day (p_year, coalesce (u.season, g.season, p.season)),
      jl.year_day (2010, coalesce (u.season_2010, g.season_2010, p.season_2010)), c.tasks, c.billing
    from jl_api.cutoffs (p_year) c
    cross join lateral jl.assessed (c.tasks) a
    left join s p on p.unit_id is null and p.grp is null
    left join s g on g.unit_id is null and g.grp = a.grp
    left join s u on u.unit_id = a.unit_id;
end
$$;

-- What a rule's value may be. Task sums are kept by calendar year, so the task cut-off stays at its end (scheme 11).
create function jl.rule_check ()
returns trigger
language plpgsql
as $$
declare
  k jl.rule_kind;
begin
  select * into k from jl.rule_kind where code = new.kind;
  if (k.value_type = 'number') <> (new.value_number is not null) or (k.value_type = 'day') <> (new.value_day is not null) then
    raise exception 'The value is not of the kind that this rule takes' using errcode = 'JL001', detail = new.kind;
  elsif new.value_choice <> all (k.choices) then
    raise exception 'The rule does not offer this choice' using errcode = 'JL001', detail = new.kind || ': ' || new.value_choice;
  elsif new.kind = 'cutoff.tasks' and new.value_choice <> '12-31' then
    raise exception 'Tasks are cut off on 31 December: their sums are kept by calendar year'
      using errcode = 'JL001', hint = 'Only the cut-off of billing can be moved.';
  elsif new.kind = 'cutoff.billing' and not (new.value_choice ~ '^(\+1-)?\d\d-\d\d$'
      and jl.month_end (2009, new.value_choice) = jl.year_day (extract (year from jl.month_end (2009, new.value_choice))::int,
                                                                right (new.value_choice, 5))) then
    raise exception 'Billing is cut off at the end of a month' using errcode = 'JL001', hint = 'Write 12-31 or +1-04-30.';
  elsif new.kind = 'season.first_day' and new.value_choice !~ '^(02-(0[1-9]|1\d|2[0-8])|(0[469]|11)-(0[1-9]|[12]\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\d|3[01]))$' then
    raise exception 'A day of the year is written 10-25' using errcode = 'JL001', detail = new.value_choice;
  elsif new.kind like 'cutoff.%' and num_nonnulls (new.grp, new.unit_id) > 0 then
    raise exception 'A cut-off holds for the whole province' using errcode = 'JL001', detail = new.kind;
  elsif (new.kind in ('metered_share.threshold', 'metered_share.missing_limit', 'existing.basically_met', 'fund.content_part')
      or new.kind like 'fund.weight.%')
      and new.value_number not between 0 and 100 then
    raise exception 'The value is a percentage' using errcode = 'JL001', detail = new.kind;
  elsif new.kind = 'metered_share.threshold' and new.value_number <> trunc (new.value_number) then
    raise exception 'The threshold is a whole percentage' using errcode = 'JL001', detail = new.value_number::text;
  elsif new.kind in ('fund.base_yuan_m2', 'fund.progress') and new.value_number not between 0 and 1000 then
    raise exception 'The rule does not offer this choice' using errcode = 'JL001', detail = new.kind || ': ' || new.value_number;
  elsif new.kind in ('pace.first_month', 'pace.last_month') and new.value_number <> all (array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      or new.kind in ('pace.on', 'pace.slow') and new.value_number not between 0 and 1 then
    raise exception 'The rule does not offer this choice' using errcode = 'JL001', detail = new.kind || ': ' || new.value_number;
  end if;
  return new;
end
$$;

create trigger rule_check before insert or update on jl.rule for each row execute function jl.rule_check ();

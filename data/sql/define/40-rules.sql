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

-- As which group a unit is assessed: its own, or the one that a dated rule names (视同地级以上城市).
create function jl.assessed (p_as_of date)
returns table (unit_id int, grp text, place_order int, code text, name text, short_name text, type text, parent_id int)
language sql stable rows 50
as $$
  select a.unit_id, coalesce (r.value_choice, a.grp), a.place_order, v.code, v.name, v.short_name, v.type, v.parent_id
  from jl.assessed_unit a
  join jl.unit_version v on v.unit_id = a.unit_id and v.valid @> p_as_of
  left join jl.rule r on r.kind = 'assess.group' and r.unit_id = a.unit_id and r.valid @> p_as_of
  where a.valid @> p_as_of
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
    select r.id, coalesce (trim_scale (r.value_number)::text, r.value_day::text, r.value_choice),
      r.value_number, r.value_day, r.value_choice, r.valid, k.label, k.clause, r.basis
    from jl.rule r join jl.rule_kind k on k.code = r.kind
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
  select jl.month_end (p_year, t.value_choice), jl.month_end (p_year, b.value_choice)
  from jl.rule t, jl.rule b
  where t.kind = 'cutoff.tasks' and t.unit_id is null and t.grp is null and t.valid @> make_date (p_year, 12, 31)
    and b.kind = 'cutoff.billing' and b.unit_id is null and b.grp is null and b.valid @> make_date (p_year, 12, 31)
$$;

-- Construction days up to and with a day, counted from the year 0: only differences are used. Every construction season is
-- equally long (a leap day in it would not count).
create function jl.pace_days (p_day date, p_first int, p_last int)
returns int
language sql immutable
as $$
  select extract (year from p_day)::int * w.n
    + least (greatest (p_day - make_date (extract (year from p_day)::int, p_first, 1) + 1, 0), w.n)
  from (select (make_date (2001, p_last, 1) + interval '1 month')::date - make_date (2001, p_first, 1) as n) w
$$;

-- Every assessed unit of a year with the rules that its figures are made by. Rules of billing are read at the billing cut-off,
-- of seasons at the season's first day, of tasks at the task cut-off; one pass over the rules in force, not one look-up a row.
create function jl.policy (p_year int)
returns table (unit_id int, grp text, place_order int, code text, name text, type text,
               threshold numeric, threshold_rule int, denominator text, denominator_rule int, missing_limit numeric,
               bar_applies boolean, basically numeric, basically_rule int, pace_on numeric, pace_slow numeric,
               first_month int, last_month int, season_first date, first_season date, tasks date, billing date)
language plpgsql stable rows 50
as $$
begin
  return query
    with c as materialized (
      select * from jl_api.cutoffs (p_year)
    ), k (label, kind, day) as (
      select v.label, v.kind, v.day
      from c, lateral (values
        ('threshold', 'metered_share.threshold', c.billing), ('denominator', 'metered_share.denominator', c.billing),
        ('missing_limit', 'metered_share.missing_limit', c.billing), ('bar', 'bar.applies', c.billing),
        ('basically', 'existing.basically_met', c.tasks), ('on', 'pace.on', c.tasks), ('slow', 'pace.slow', c.tasks),
        ('first', 'pace.first_month', c.tasks), ('last', 'pace.last_month', c.tasks),
        ('season', 'season.first_day', make_date (p_year, 10, 1)),
        ('season2010', 'season.first_day', make_date (2010, 10, 1))) v (label, kind, day)
    ), f as materialized (
      select k.label, r.id, r.unit_id, r.grp, r.value_number as n, r.value_choice as c
      from k join jl.rule r on r.kind = k.kind and r.valid @> k.day
    ), a as materialized (
      select u.* from c, lateral jl.assessed (c.tasks) u
    ), r as (
      select distinct on (a.unit_id, f.label) a.unit_id, f.label, f.id, f.n, f.c
      from a join f on (f.unit_id is null or f.unit_id = a.unit_id) and (f.grp is null or f.grp = a.grp)
      order by a.unit_id, f.label, f.unit_id nulls last, f.grp nulls last
    ), p as (
      select r.unit_id,
        max (r.n) filter (where r.label = 'threshold') as threshold, max (r.id) filter (where r.label = 'threshold') as threshold_rule,
        max (r.c) filter (where r.label = 'denominator') as denominator,
        max (r.id) filter (where r.label = 'denominator') as denominator_rule,
        max (r.n) filter (where r.label = 'missing_limit') as missing_limit, max (r.c) filter (where r.label = 'bar') as bar,
        max (r.n) filter (where r.label = 'basically') as basically, max (r.id) filter (where r.label = 'basically') as basically_rule,
        max (r.n) filter (where r.label = 'on') as pace_on, max (r.n) filter (where r.label = 'slow') as pace_slow,
        max (r.n) filter (where r.label = 'first')::int as first_month, max (r.n) filter (where r.label = 'last')::int as last_month,
        max (r.c) filter (where r.label = 'season') as season, max (r.c) filter (where r.label = 'season2010') as season2010
      from r group by r.unit_id
    )
    select a.unit_id, a.grp, a.place_order, a.code, a.name, a.type,
      trim_scale (p.threshold), p.threshold_rule, p.denominator, p.denominator_rule, p.missing_limit,
      coalesce (p.bar = 'yes', false), p.basically, p.basically_rule, p.pace_on, p.pace_slow, p.first_month, p.last_month,
      jl.year_day (p_year, p.season), jl.year_day (2010, p.season2010), c.tasks, c.billing
    from a cross join c left join p on p.unit_id = a.unit_id;
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
  elsif new.kind = 'season.first_day' and new.value_choice !~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' then
    raise exception 'A day of the year is written 10-25' using errcode = 'JL001', detail = new.value_choice;
  elsif new.kind like 'cutoff.%' and num_nonnulls (new.grp, new.unit_id) > 0 then
    raise exception 'A cut-off holds for the whole province' using errcode = 'JL001', detail = new.kind;
  elsif new.kind in ('metered_share.threshold', 'metered_share.missing_limit', 'existing.basically_met')
      and new.value_number not between 0 and 100 then
    raise exception 'The value is a percentage' using errcode = 'JL001', detail = new.kind;
  end if;
  return new;
end
$$;

create trigger rule_check before insert or update on jl.rule for each row execute function jl.rule_check ();

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- One indicator of all units. The share of the 25 % is asked for alone most often (a map, a ranking), so it has a short way of its own;
-- a test holds its rows against those of jl_api.figures. The other indicators are taken from there.

-- Two seasons of every unit side by side, as the rule's denominator wants them.
create function jl.share_seasons (p_year int, p_day date)
returns table (unit_id int, metered bigint, total bigint, residential bigint, missing_n int,
               before_metered bigint, before_total bigint, before_residential bigint)
language sql stable rows 50
as $$
  select p.assessed_id,
    case when sum (s.res_metered_n) filter (where s.year = p_year) > 0 then jl.sum8 (s.res_metered) filter (where s.year = p_year) end,
    case when sum (s.res_heated_n + s.other_heated_n) filter (where s.year = p_year) > 0
      then jl.sum8 (s.res_heated + s.other_heated) filter (where s.year = p_year) end,
    case when sum (s.res_heated_n) filter (where s.year = p_year) > 0 then jl.sum8 (s.res_heated) filter (where s.year = p_year) end,
    coalesce (sum (s.missing_n) filter (where s.year = p_year), 0)::int,
    case when sum (s.res_metered_n) filter (where s.year < p_year) > 0 then jl.sum8 (s.res_metered) filter (where s.year < p_year) end,
    case when sum (s.res_heated_n + s.other_heated_n) filter (where s.year < p_year) > 0
      then jl.sum8 (s.res_heated + s.other_heated) filter (where s.year < p_year) end,
    case when sum (s.res_heated_n) filter (where s.year < p_year) > 0 then jl.sum8 (s.res_heated) filter (where s.year < p_year) end
  from jl.parts (p_day) p
  left join jl.season_sum s on s.unit_id = p.leaf_id and s.year in (p_year, p_year - 1)
  group by p.assessed_id
$$;

create function jl.metered_shares (p_year int)
returns table (unit_id int, grp text, numerator bigint, denominator bigint, state text, missing_n int, previous_num bigint,
               previous_den bigint, strength text, due_on date, goal numeric, expected numeric, progress text, rule_id int,
               rule_value text, threshold numeric)
language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan
as $$
declare
  day date := (select c.tasks from jl_api.cutoffs (p_year) c);
begin
  return query
    with r as materialized (
      select * from jl.rule_sheet (p_year)
    ), f as materialized (
      select x.unit_id, x.year from jl.unit_unreported (p_year - 1, p_year, null) x where x.form = 'billing'
    ), t as materialized (
      select x.unit_id, x.strength, x.due_on, y.share
      from jl.target x left join jl.target_year y on y.target_id = x.id and y.year = p_year
      where x.task = 'share'
    ), u as (
      select a.unit_id, coalesce (o.value_choice, a.grp) as grp
      from jl.assessed_unit a left join jl.rule o on o.kind = 'assess.group' and o.unit_id = a.unit_id and o.valid @> day
      where a.valid @> day
    ), x as (
      select u.unit_id, u.grp, s.metered, s.missing_n, f.unit_id is null as reported, t.strength, t.due_on, t.share,
        coalesce (ru.pace_on, rg.pace_on, rp.pace_on) as pace_on, coalesce (ru.pace_slow, rg.pace_slow, rp.pace_slow) as pace_slow,
        trim_scale (coalesce (ru.threshold, rg.threshold, rp.threshold)) as threshold, d.choice,
        coalesce (ru.denominator_rule, rg.denominator_rule, rp.denominator_rule) as rule,
        case d.choice when 'residential' then s.residential else s.total end as den,
        case when b.unit_id is null then s.before_metered end as before_num,
        case when b.unit_id is null then case d.choice when 'residential' then s.before_residential else s.before_total end end
          as before_den
      from u
      left join jl.share_seasons (p_year, day) s on s.unit_id = u.unit_id
      left join r rp on rp.unit_id is null and rp.grp is null
      left join r rg on rg.unit_id is null and rg.grp = u.grp
      left join r ru on ru.unit_id = u.unit_id
      left join f on f.unit_id = u.unit_id and f.year = p_year
      left join f b on b.unit_id = u.unit_id and b.year = p_year - 1
      left join t on t.unit_id = u.unit_id
      cross join lateral (select coalesce (ru.denominator, rg.denominator, rp.denominator, 'total') as choice) d
    ), y as (
      select x.*, jl.measure_state (true, x.reported, x.metered, x.den) as seen,
        x.reported and x.den <> 0 and x.metered is not null as counts,
        x.before_den <> 0 and x.before_num is not null as before_counts, coalesce (x.share, x.threshold) as aim,
        case when x.grp <> 'prefecture_sum' then x.threshold end as line
      from x
    )
    select y.unit_id, y.grp, case when y.reported and y.den <> 0 then y.metered end, case when y.counts then y.den end, y.seen, y.missing_n,
      case when y.before_counts then y.before_num end, case when y.before_counts then y.before_den end,
      y.strength, y.due_on, y.aim, y.share,
      case when y.seen <> 'value' then y.seen when y.grp = 'prefecture_sum' then 'not_applicable'
        else jl.progress ('metered_share', y.metered, y.den, case when y.before_counts then y.before_num end,
                          case when y.before_counts then y.before_den end, y.aim, y.line, y.share, y.strength, y.due_on, day,
                          y.pace_on, y.pace_slow) end,
      y.rule, y.choice, y.line
    from y;
end
$$;

-- The rows of jl_api.figures of one indicator.
create function jl_api.indicator (p_year int, p_indicator text)
returns table (unit_id int, indicator text, numerator bigint, denominator bigint, state text, missing_n int,
               previous_num bigint, previous_den bigint, strength text, due_on date, goal numeric, expected numeric, progress text,
               done_on date, rank int, rank_of int, rule_id int, rule_value text, threshold numeric, rule_text text)
language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan
as $$
begin
  if p_indicator <> 'metered_share' then
    return query select * from jl_api.figures (p_year) f where f.indicator = p_indicator;
    return;
  end if;
  return query
    with s as (
      select m.*, m.state = 'value' and m.denominator > 0 and m.grp in ('prefecture', 'county') as ranked
      from jl.metered_shares (p_year) m
    )
    select s.unit_id, 'metered_share', s.numerator, s.denominator, s.state, s.missing_n, s.previous_num, s.previous_den, s.strength,
      s.due_on, s.goal, s.expected, s.progress, null::date,
      case when s.ranked then (rank () over (w order by jl.share_key (s.numerator, s.denominator) desc))::int end,
      case when s.ranked then (count (*) over w)::int end,
      s.rule_id, s.rule_value, s.threshold, jl.rule_text ('metered_share', s.rule_value)
    from s
    window w as (partition by s.ranked, s.grp collate "C");
end
$$;

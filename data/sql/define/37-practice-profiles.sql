-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data, part 1: the invented character of every unit. Nothing here is a figure of a real place; names of places are
-- real, everything said about them is made up. All is deterministic: the same call gives the same rows on every machine.

-- A number from 0 to 9999 for a thing and a purpose. Multiples of an irrational number fill the range evenly, so a share drawn
-- from consecutive ids is close to what was asked for even where a place has few buildings.
create function jl.practice_draw (n bigint, purpose int) returns int language sql immutable parallel safe as
$$
  select ((((n * case purpose when 1 then 1779033703 when 2 then 3144134277 when 3 then 1013904242 when 4 then 2773480762
                   when 5 then 1359893119 when 6 then 2600822924 when 7 then 528734635 when 8 then 1541459225
                   else 2654435769 end) & 4294967295) * 10000) >> 32)::int
$$;

-- The assessed units with their profile; shares in hundredths of a percent (10000 = all).
--   fit, fit_step: existing residential buildings with meters in 2010, and more each year;  billed, billed_step: of the fitted
--   sync: new buildings with meters at completion;  office, public: retrofitted by the end of 2011
--   plan: what is done of a year's plan;  unsync: energy retrofits without meters;  gaps: season rows without facts
--   price_on: the price policy, null where none came out;  falls_in: a year in which billing breaks down
create function jl.practice_profiles ()
returns table (assessed_id int, grp text, code text, profile text, fit int, fit_step int, billed int, billed_step int,
               sync int, office int, public int, plan int, unsync int, gaps int, price_on date, falls_in int)
language sql stable as
$$
  with named (profile, codes) as (values
    ('perfect', '{222401,222403}'::text[]),
    ('excellent', '{220200,220182,220381,220581,220281}'),
    ('good', '{220100,220700,220400,222404,220882}'),
    ('medium', '{220300,220500,CBS}'),
    ('weak', '{220600,220800,220622,220722,220822,222424,220524}')),
  levels (profile, fit, fit_step, billed, billed_step, sync, office, public, plan, unsync, gaps) as (values
    ('perfect', 1600, 1000, 10000, 0, 10000, 10000, 10000, 10100, 0, 0),
    ('excellent', 1400, 900, 9500, 100, 9900, 10000, 9700, 10050, 0, 40),
    ('good', 1000, 700, 8700, 150, 9350, 7400, 6400, 8700, 400, 90),
    ('medium', 600, 450, 7600, 200, 9100, 6200, 5200, 7600, 900, 150),
    ('weak', 200, 200, 5600, 200, 8600, 4000, 2500, 5200, 2000, 250)),
  units as (
    select a.unit_id, a.grp, v.code, jl.practice_draw (a.unit_id * 7919, 1) as luck,
      coalesce (n.profile, case when jl.practice_draw (a.unit_id * 7919, 2) < 4000 then 'good'
                                when jl.practice_draw (a.unit_id * 7919, 2) < 8500 then 'medium' else 'weak' end) as profile
    from jl.assessed_unit a
    join jl.unit_version v on v.unit_id = a.unit_id and v.valid @> date '2012-06-30'
    left join named n on v.code = any (n.codes)
    where a.valid @> date '2012-06-30' and a.grp <> 'prefecture_sum')
  select u.unit_id, u.grp, u.code, u.profile,
    -- 长春 and 松原 have fitted more than they bill; 辽源 stands well until its billing breaks down
    l.fit + case u.code when '220100' then 700 when '220400' then 500 when '220700' then 900 else 0 end,
    l.fit_step, l.billed, l.billed_step, l.sync + x.shift / 2, l.office + x.shift, l.public + x.shift,
    l.plan + x.shift, l.unsync, case u.code when '220523' then 1200 else l.gaps end,
    case
      when u.code in ('220600', '220822') then null
      when u.code in ('220500', '220322', '220681') then date '2010-12-01' + u.luck % 60
      when u.code in ('220821', '220621') then date '2011-07-01' + u.luck % 90
      else date '2010-08-15' + u.luck % 60
    end,
    case u.code when '220400' then 2014 when '220183' then 2012 end
  from units u join levels l using (profile)
  cross join lateral (select case when u.profile in ('perfect', 'excellent') then 0 else u.luck % 700 - 350 end as shift) x
$$;

-- The leaf units with their number of buildings and the last id before theirs: urban districts are larger than counties.
create function jl.practice_leaves (p_buildings int)
returns table (leaf_id int, assessed_id int, code text, short_name text, n int, before int)
language sql stable as
$$
  with weights as (
    select p.leaf_id, p.assessed_id, v.code, v.short_name,
      case when f.code = '220100' then 60 when f.code = '220200' then 45 when f.grp = 'prefecture' then 30
           when f.grp = 'committee' then 6 else 10 + jl.practice_draw (p.leaf_id * 7919, 3) % 9 end as weight
    from jl.practice_profiles () f
    join jl.assessed_unit_part p on p.assessed_id = f.assessed_id and p.valid @> date '2012-06-30'
    join jl.unit_version v on v.unit_id = p.leaf_id and v.valid @> date '2012-06-30'),
  bounds as (
    select w.*, p_buildings::bigint * sum (weight) over (order by leaf_id) / sum (weight) over () as upto from weights w)
  select leaf_id, assessed_id, code, short_name,
    (upto - lag (upto, 1, 0::bigint) over w)::int, (lag (upto, 1, 0::bigint) over w)::int
  from bounds window w as (order by leaf_id)
$$;

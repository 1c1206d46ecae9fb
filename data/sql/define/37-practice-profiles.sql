-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: the invented character of every unit. Nothing here is a figure of a real place; names of places are
-- real, everything said about them is made up. All is deterministic: the same call gives the same rows on every machine. Profiles, leaves and
-- suppliers are asked for by most of the fill: in PL/pgSQL they are planned once.

-- A number from 0 to 9999 for a thing and a purpose. Multiples of an irrational number fill the range evenly, so a share drawn
-- from consecutive ids is close to what was asked for even where a place has few buildings.
create function jl.practice_draw (n bigint, purpose int) returns int language sql immutable parallel safe as
$$
  select ((((n * case purpose when 1 then 1779033703 when 2 then 3144134277 when 3 then 1013904242 when 4 then 2773480762
                   when 5 then 1359893119 when 6 then 2600822924 when 7 then 528734635 when 8 then 1541459225
                   else 2654435769 end) & 4294967295) * 10000) >> 32)::int
$$;

-- The assessed units with their profile; shares in hundredths of a percent (10000 = all).
--   exist, exist_step: existing residential buildings of the 50 % standard retrofitted in 2010, and more each year
--   fit, fit_step: those without a standard;  exist_task, fit_task: the part of each stock that is a year's task
--   billed, billed_step: of the fitted;  sync, sync_step: new buildings with meters at completion
--   office, public: retrofitted by the end of 2011;  unsync: energy retrofits without meters;  gaps: season rows without facts
--   price_on: the price policy, null where none came out;  falls_in: a year in which billing breaks down
create function jl.practice_profiles ()
returns table (assessed_id int, grp text, code text, profile text, exist int, exist_step int, exist_task int, fit int, fit_step int,
               fit_task int, billed int, billed_step int, sync int, sync_step int, office int, public int, unsync int, gaps int,
               price_on date, falls_in int)
language plpgsql stable rows 50 as
$$
#variable_conflict use_column
begin
  return query
  with named (profile, codes) as (values
    ('perfect', '{222401,222403}'::text[]),
    ('excellent', '{220200,220182,220381,220581,220281}'),
    ('good', '{220100,220700,220400,222404,220882}'),
    ('medium', '{220300,220500,CBS}'),
    ('weak', '{220600,220800,220622,220722,220822,222424,220524}')),
  levels (profile, exist, exist_step, exist_task, fit, fit_step, fit_task, billed, billed_step, sync, sync_step, office, public,
          unsync, gaps) as (values
    ('perfect', 1150, 1750, 1300, 850, 800, 650, 10000, 0, 10000, 0, 10000, 10000, 0, 0),
    ('excellent', 1050, 1700, 1550, 700, 700, 650, 9300, 150, 9850, 50, 10000, 9700, 0, 40),
    ('good', 800, 1130, 1450, 350, 330, 420, 6900, 310, 9350, 60, 6500, 5200, 500, 90),
    ('medium', 600, 860, 1400, 200, 190, 300, 5900, 350, 9200, 60, 5600, 4600, 1300, 150),
    ('weak', 250, 450, 1000, 120, 120, 230, 4400, 290, 7900, 120, 3800, 2400, 2000, 250)),
  units as (
    select a.unit_id, a.grp, v.code, jl.practice_draw (a.unit_id * 7919, 1) as luck,
      coalesce (n.profile, case when jl.practice_draw (a.unit_id * 7919, 2) < 3300 then 'good'
                                when jl.practice_draw (a.unit_id * 7919, 2) < 9600 then 'medium' else 'weak' end) as profile
    from jl.assessed_unit a
    join jl.unit_version v on v.unit_id = a.unit_id and v.valid @> date '2012-06-30'
    left join named n on v.code = any (n.codes)
    where a.valid @> date '2012-06-30' and a.grp <> 'prefecture_sum')
  select u.unit_id, u.grp, u.code, u.profile,
    -- 松原 is ahead and 长春 keeps pace, both fit and bill more than their like; 辽源 stands well until its billing breaks down
    l.exist + case u.code when '220700' then 900 else 0 end,
    l.exist_step + l.exist_step * x.shift / 1000 + case u.code when '220100' then 450 when '220700' then 740 else 0 end, l.exist_task,
    l.fit + case u.code when '220100' then 500 when '220400' then 400 when '220700' then 700 else 0 end, l.fit_step, l.fit_task,
    l.billed + case when u.code in ('220100', '220700') then 700 else 0 end, l.billed_step, l.sync + x.shift / 2, l.sync_step,
    l.office + x.shift, l.public + x.shift, l.unsync, case u.code when '220523' then 1200 else l.gaps end,
    case
      when u.code in ('220600', '220822') then null
      when u.code in ('220500', '220322', '220681') then date '2010-12-01' + u.luck % 60
      when u.code in ('220821', '220621') then date '2011-07-01' + u.luck % 90
      else date '2010-08-15' + u.luck % 60
    end,
    case u.code when '220400' then 2014 when '220183' then 2012 end
  from units u join levels l using (profile)
  cross join lateral (select case when u.profile in ('perfect', 'excellent') then 0 else u.luck % 700 - 350 end as shift) x;
end
$$;

-- The leaf units with their number of buildings and the last id before theirs: urban districts are larger than counties.
create function jl.practice_leaves (p_buildings int)
returns table (leaf_id int, assessed_id int, code text, short_name text, n int, before int)
language plpgsql stable rows 70 as
$$
#variable_conflict use_column
begin
  return query
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
  from bounds window w as (order by leaf_id);
end
$$;

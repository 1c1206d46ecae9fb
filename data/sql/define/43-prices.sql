-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Prices of heat (三(一), 四(一)): which policy covers a unit, the two-part price as published, bills and a company's revenue. Prices are
-- exact numerics in yuan; a bill is whole fen. dm² × yuan/㎡ is fen; 0.1 MJ × yuan/GJ is a hundredth of a fen.

-- Every policy with every unit that it covers: its own and those named beside it.
create function jl.price_coverage ()
returns table (unit_id int, policy_id int, issued_on date, effective_on date, ended_on date)
language sql stable rows 100
as $$
  select p.unit_id, p.id, p.issued_on, p.effective_on, p.ended_on from jl.seen_price_policy p
  union
  select u.unit_id, p.id, p.issued_on, p.effective_on, p.ended_on from jl.seen_price_policy_unit u join jl.seen_price_policy p on p.id = u.policy_id
$$;

-- When the first policy of a unit came out, of those that were out on a day.
create function jl.price_issued (p_day date)
returns table (unit_id int, done_on date)
language sql stable rows 50
as $$
  select c.unit_id, min (c.issued_on) from jl.price_coverage () c where c.issued_on <= p_day group by c.unit_id
$$;

-- The policies in force on a day; of several for a unit the newest holds.
create function jl.price_in_force (p_day date)
returns table (unit_id int, policy_id int)
language sql stable rows 50
as $$
  select distinct on (c.unit_id) c.unit_id, c.policy_id
  from jl.price_coverage () c
  where c.effective_on <= p_day and (c.ended_on is null or c.ended_on > p_day)
  order by c.unit_id, c.effective_on desc, c.issued_on desc, c.policy_id desc
$$;

-- 面积热价 of a whole season: a price of a month or day times the months or days of the season (兰州市2021年公布的折算办法).
create function jl.price_of_season (p_area_price numeric, p_periods numeric)
returns numeric
language sql immutable parallel safe
as $$
  select p_area_price * p_periods
$$;

-- 基本热价 = 面积热价 × 基本热价比例.
create function jl.price_basic (p_season numeric, p_basic_share numeric)
returns numeric
language sql immutable parallel safe
as $$
  select p_season * p_basic_share / 100
$$;

-- 计量热价 = 面积热价 × (1 − 基本热价比例) ÷ 平均热耗, 平均热耗 in GJ/㎡ a season (三(一): 以现行价格对应的平均热耗能为基准).
create function jl.price_metered (p_season numeric, p_basic_share numeric, p_mean_heat numeric)
returns numeric
language sql immutable parallel safe
as $$
  select p_season * (100 - p_basic_share) / 100 / nullif (p_mean_heat, 0)
$$;

-- A bill by area, in fen.
create function jl.bill_by_area (p_area_dm2 bigint, p_season numeric)
returns bigint
language sql immutable parallel safe
as $$
  select round (p_area_dm2 * p_season)::bigint
$$;

-- A two-part bill, in fen: 基本热价 × 建筑面积 + 计量热价 × 耗热量 × 热量调整系数 (兰州市2021年: 1). Flats at the end or under the roof, which lose more,
-- have a factor below 1.
create function jl.bill_by_heat (p_area_dm2 bigint, p_heat_100kj bigint, p_basic numeric, p_metered numeric, p_factor numeric default 1)
returns bigint
language sql immutable parallel safe
as $$
  select round (p_area_dm2 * p_basic + p_heat_100kj * p_metered * p_factor / 100)::bigint
$$;

-- What is to be paid and what goes to the next season. 封顶 (哈尔滨市2011): never more than by area. 多退少补 (洛阳市2013): as metered.
-- 差额冲抵 (大同市2014): paid by area, what was not used is set off in the next season, what was used beyond is not collected.
create function jl.bill_settled (p_settlement text, p_by_area bigint, p_by_heat bigint, out due_fen bigint, out carried_fen bigint)
language sql immutable parallel safe
as $$
  select case when p_by_area is null or p_by_heat is null then null
              else case p_settlement when 'capped' then least (p_by_heat, p_by_area) when 'both_ways' then p_by_heat
                                     when 'set_off' then p_by_area end end,
    case when p_settlement = 'set_off' then greatest (p_by_area - p_by_heat, 0)
         when p_settlement in ('capped', 'both_ways') and p_by_area is not null and p_by_heat is not null then 0 end
$$;

-- The prices in force for a unit (or every unit) on a day: as declared, as they follow from the area price, how far apart (%).
create function jl_api.price_implied (p_unit int default null, p_as_of date default null)
returns table (unit_id int, unit_name text, policy_id int, number text, price_id int, class text, settlement text, season_price numeric,
               basic_share numeric, mean_heat numeric, basic_declared numeric, basic_implied numeric, metered_declared numeric,
               metered_implied numeric, deviation numeric)
language sql stable rows 100
as $$
  select f.unit_id, v.name, p.id, p.number, r.id, r.class, p.settlement, trim_scale (s.season), r.basic_share, r.mean_heat, r.basic_price,
    round (jl.price_basic (s.season, r.basic_share), 2), r.metered_price, round (s.metered, 2),
    round ((r.metered_price - s.metered) * 100 / nullif (s.metered, 0), 2)
  from coalesce (p_as_of, (select max (z.ends_on) from jl.season z)) as d (day)
  cross join lateral jl.price_in_force (d.day) f
  join jl.seen_price_policy p on p.id = f.policy_id
  join jl.seen_price r on r.policy_id = p.id
  join jl.unit_version v on v.unit_id = f.unit_id and jl.in_force (v.valid, d.day)
  cross join lateral (
    select q.season, jl.price_metered (q.season, r.basic_share, r.mean_heat) as metered
    from (select jl.price_of_season (r.area_price, r.periods) as season) q) s
  where p_unit is null or f.unit_id = p_unit
  order by f.unit_id, r.id
$$;

-- The factor of a flat: one in the middle has 1, one at the end or under the roof what the price declares, or none that is known.
create function jl.flat_factor (p_flat text, p_end_factor numeric, p_top_factor numeric)
returns numeric
language sql immutable parallel safe
as $$
  select case p_flat when 'middle' then 1 when 'end' then p_end_factor when 'top' then p_top_factor end
$$;

-- A household's bill under a price: by area, by heat, and as it is settled. What the policy does not declare is what follows from it.
create function jl_api.household_bill (p_price int, p_area_dm2 bigint, p_heat_100kj bigint, p_flat text default 'middle')
returns table (by_area_fen bigint, basic_fen bigint, metered_fen bigint, by_heat_fen bigint, settlement text, due_fen bigint,
               carried_fen bigint)
language sql stable rows 1
as $$
  select b.by_area, b.by_heat - m.metered, m.metered, b.by_heat, p.settlement, s.due_fen, s.carried_fen
  from jl.seen_price r
  join jl.seen_price_policy p on p.id = r.policy_id
  cross join lateral (
    select jl.price_of_season (r.area_price, r.periods) as season, jl.flat_factor (p_flat, r.end_factor, r.top_factor) as factor) q
  cross join lateral (
    select coalesce (r.basic_price, jl.price_basic (q.season, r.basic_share)) as basic,
      coalesce (r.metered_price, jl.price_metered (q.season, r.basic_share, r.mean_heat)) as metered) t
  cross join lateral (
    select jl.bill_by_area (p_area_dm2, q.season) as by_area,
      jl.bill_by_heat (p_area_dm2, p_heat_100kj, t.basic, t.metered, q.factor) as by_heat) b
  cross join lateral (select jl.bill_by_heat (0, p_heat_100kj, t.basic, t.metered, q.factor) as metered) m
  cross join lateral jl.bill_settled (p.settlement, b.by_area, b.by_heat) s
  where r.id = p_price
$$;

-- The bill by heat of a flat of 100 ㎡ that uses the mean heat of its price: 10 000 dm², and 10 000 × 0.1 MJ a GJ.
create function jl.flat_by_heat (p_season numeric, p_basic_share numeric, p_mean_heat numeric, p_basic_price numeric, p_metered_price numeric,
                                 p_factor numeric)
returns bigint
language sql immutable parallel safe
as $$
  select jl.bill_by_heat (10000, round (p_mean_heat * 1000000)::bigint, coalesce (p_basic_price, jl.price_basic (p_season, p_basic_share)),
                          coalesce (p_metered_price, jl.price_metered (p_season, p_basic_share, p_mean_heat)), p_factor)
$$;

-- The list of prices says what such a flat pays, by area and by heat, and what one at the end or under the roof does.
do $body$
declare
  season constant text := 'jl.price_of_season (t.area_price, t.periods)';
  by_heat constant text := format ('jl.flat_by_heat (%s, t.basic_share, t.mean_heat, t.basic_price, t.metered_price, ', season);
begin
  perform jl.define_list ('price', format (', jl.bill_by_area (10000, %1$s) as flat_by_area_fen, %2$s 1) as flat_by_heat_fen,
    %2$s 1) - jl.bill_by_area (10000, %1$s) as flat_difference_fen, %2$s t.end_factor) as end_by_heat_fen, %2$s t.top_factor) as top_by_heat_fen',
    season, by_heat));
end
$body$;

-- What the buildings of a company that are billed by heat bring in a season, metered and had they been billed by area, before
-- settlement. A building's heat is shared by area where only a part of it is billed by heat. missing_n: buildings without heat or price.
create function jl_api.company_revenue (p_year int, p_company int default null)
returns table (company_id int, unit_id int, buildings_n int, missing_n int, metered_dm2 bigint, heat_100kj bigint, by_area_fen bigint,
               by_heat_fen bigint, fee_fen bigint)
language sql stable rows 100
as $$
  with prices as materialized (
    select p.leaf_id, r.class, q.season, coalesce (r.basic_price, jl.price_basic (q.season, r.basic_share)) as basic,
      coalesce (r.metered_price, jl.price_metered (q.season, r.basic_share, r.mean_heat)) as metered
    from jl.season z
    cross join lateral jl.price_in_force (z.starts_on) f
    join jl.assessed_unit_part p on p.assessed_id = f.unit_id and jl.in_force (p.valid, z.starts_on)
    join jl.assessed_unit a on a.unit_id = f.unit_id and jl.in_force (a.valid, z.starts_on) and a.grp <> 'prefecture_sum'
    join jl.seen_price r on r.policy_id = f.policy_id and r.class in ('residential', 'nonresidential')
    cross join lateral (select jl.price_of_season (r.area_price, r.periods) as season) q
    where z.year = p_year
  ), rows as (
    select b.company_id, s.res_metered_dm2::bigint as res, s.other_metered_dm2::bigint as other, s.fee_fen,
      s.heat_100kj::numeric / nullif (s.res_heated_dm2 + s.other_heated_dm2, 0) as heat_per_dm2,
      r.season as res_season, r.basic as res_basic, r.metered as res_price,
      o.season as other_season, o.basic as other_basic, o.metered as other_price
    from jl.seen_building_season s
    join jl.seen_building b on b.id = s.building_id
    left join prices r on r.leaf_id = s.unit_id and r.class = 'residential'
    left join prices o on o.leaf_id = s.unit_id and o.class = 'nonresidential'
    where s.year = p_year and s.central and s.billing = 2 and b.company_id is not null
      and (p_company is null or b.company_id = p_company)
  ), bills as (
    select w.company_id, w.res + w.other as metered_dm2, w.fee_fen, round ((w.res + w.other) * w.heat_per_dm2)::bigint as heat,
      (case when w.res > 0 then jl.bill_by_area (w.res, w.res_season) else 0 end)
        + (case when w.other > 0 then jl.bill_by_area (w.other, w.other_season) else 0 end) as by_area,
      (case when w.res > 0 then jl.bill_by_heat (w.res, round (w.res * w.heat_per_dm2)::bigint, w.res_basic, w.res_price) else 0 end)
        + (case when w.other > 0 then jl.bill_by_heat (w.other, round (w.other * w.heat_per_dm2)::bigint, w.other_basic, w.other_price)
                else 0 end) as by_heat
    from rows w
  )
  select i.company_id, c.unit_id, count (*)::int, (count (*) filter (where not i.known))::int, jl.sum8 (i.metered_dm2),
    jl.sum8 (i.heat) filter (where i.known), jl.sum8 (i.by_area) filter (where i.known), jl.sum8 (i.by_heat) filter (where i.known),
    jl.sum8 (i.fee_fen)
  from (select l.*, l.by_area is not null and l.by_heat is not null as known from bills l) i
  join jl.company c on c.id = i.company_id
  group by i.company_id, c.unit_id
  order by i.company_id
$$;

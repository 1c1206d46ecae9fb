-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Prices (三(一), 四(一)): in force before the unit's own season, as they follow from the mean heat, complete, and kept to. C-25: no
-- metered area without a price.

-- The policies with a metered price, for every unit they cover: those that name one, and those whose prices nobody has entered yet
-- (what is missing of them is said by price_classes).
create function jl.finding_metered_policies ()
returns table (unit_id int, issued_on date, effective_on date, ended_on date)
language sql stable rows 100
as $$
  select c.unit_id, c.issued_on, c.effective_on, c.ended_on
  from jl.price_coverage () c
  left join jl.price r on r.policy_id = c.policy_id
  group by c.unit_id, c.policy_id, c.issued_on, c.effective_on, c.ended_on
  having count (r.id) = 0 or count (r.metered_price) > 0
$$;

-- In time: issued before the unit's own season begins and in force from its first day on.
select jl.finding_define ('price_late_or_missing', 'C-PRICE', '三（一）', 'decide', null,
  '采暖期开始前未出台计量热价',
  '本采暖期自{starts_on}开始，{what}');
create function jl.finding_price_late_or_missing (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  with c as materialized (
    select m.*, greatest (m.issued_on, m.effective_on - 1) as came_on from jl.finding_metered_policies () m
  )
  select q.unit_id, null::bigint, z.year,
    jsonb_build_object ('starts_on', q.season_first, 'what',
      coalesce ((select c.issued_on || '印发、' || c.effective_on || '施行，迟' || c.came_on - q.season_first + 1 || '天' from c
                 where c.unit_id = q.unit_id and c.came_on between q.season_first and least (p_as_of, z.ends_on)
                 order by c.came_on limit 1), '当地没有现行有效的计量热价'))
  from jl.finding_seasons (p_as_of) z
  cross join lateral jl.policy (z.year) q
  where q.grp <> 'prefecture_sum' and q.season_first <= p_as_of
    and not exists (
      select from c
      where c.unit_id = q.unit_id and c.came_on < q.season_first and (c.ended_on is null or c.ended_on > q.season_first))
$$;

-- 面积热价 × (1 − 基本热价比例) ÷ 平均热耗 against what was declared, in percent of it. What is not declared cannot be compared.
select jl.finding_define ('price_deviation', 'C-PRICE', '四（一）', 'warning', 'price',
  '计量热价偏离按平均热耗测算的价格',
  '申报{declared}元/GJ，按平均热耗测算{implied}元/GJ，偏差{deviation}%');
create function jl.finding_price_deviation (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select r.unit_id, r.id, null::smallint,
    jsonb_build_object ('declared', trim_scale (r.metered_price), 'implied', round (i.price, 2),
                        'deviation', round (abs (r.metered_price - i.price) * 100 / i.price, 2))
  from jl.price r
  join jl.price_policy p on p.id = r.policy_id
  join jl.finding_limits ('finding.price_tolerance', p_as_of) l on l.unit_id = r.unit_id
  cross join lateral (select jl.price_metered (jl.price_of_season (r.area_price, r.periods), r.basic_share, r.mean_heat) as price) i
  where p.effective_on <= p_as_of and (p.ended_on is null or p.ended_on > p_as_of)
    and abs (r.metered_price - i.price) * 100 > l.value * i.price
$$;

select jl.finding_define ('price_basic_share', 'C-PRICE', '四（一）', 'warning', 'price',
  '基本热价比例超出国家规定范围',
  '基本热价比例{share}%，规定范围{low}%至{high}%');
create function jl.finding_price_basic_share (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select r.unit_id, r.id, null::smallint, jsonb_build_object ('share', trim_scale (r.basic_share), 'low', low.value, 'high', high.value)
  from jl.price r
  join jl.price_policy p on p.id = r.policy_id
  join jl.finding_limits ('finding.basic_share_min', p_as_of) low on low.unit_id = r.unit_id
  join jl.finding_limits ('finding.basic_share_max', p_as_of) high on high.unit_id = r.unit_id
  where p.effective_on <= p_as_of and (p.ended_on is null or p.ended_on > p_as_of)
    and r.basic_share not between low.value and high.value
$$;

-- Of a unit whose policies in force name no price for the one or the other.
select jl.finding_define ('price_classes', 'C-PRICE', '四（一）', 'warning', null,
  '居民、非居民计量热价不全',
  '现行政策缺{missing}计量热价');
create function jl.finding_price_classes (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select u.unit_id, null::bigint, null::smallint, jsonb_build_object ('missing', w.missing)
  from jl.finding_units (p_as_of) u
  join (
    select c.unit_id, bool_or (r.class = 'residential') as homes, bool_or (r.class <> 'residential') as others
    from jl.price_coverage () c
    left join jl.price r on r.policy_id = c.policy_id and r.metered_price is not null
    where c.effective_on <= p_as_of and (c.ended_on is null or c.ended_on > p_as_of)
    group by c.unit_id) p on p.unit_id = u.unit_id
  cross join lateral (
    select concat_ws ('、', case when p.homes is not true then '居民' end, case when p.others is not true then '非居民' end) as missing) w
  where w.missing <> ''
$$;

select jl.finding_define ('price_mechanism', 'C-PRICE', '四（一）', 'note', 'price_policy',
  '收费机制、监督机制未建立或未报',
  '{missing}');
create function jl.finding_price_mechanism (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint, jsonb_build_object ('missing', concat_ws ('，',
      case when p.charging_mechanism is null then '收费机制资料未报' when not p.charging_mechanism then '收费机制未建立' end,
      case when p.supervision_mechanism is null then '监督机制资料未报' when not p.supervision_mechanism then '监督机制未建立' end))
  from jl.price_policy p
  where p.effective_on <= p_as_of and (p.ended_on is null or p.ended_on > p_as_of)
    and (p.charging_mechanism is not true or p.supervision_mechanism is not true)
$$;

select jl.finding_define ('price_maintenance', 'C-PRICE', '四（二）', 'note', 'price_policy',
  '装置维护管理及更换费用未纳入供热价格成本',
  '{what}');
create function jl.finding_price_maintenance (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint,
    jsonb_build_object ('what', case when p.maintenance_in_cost is null then '是否纳入供热价格成本，资料未报' else '未纳入供热价格成本' end)
  from jl.price_policy p
  where p.effective_on <= p_as_of and (p.ended_on is null or p.ended_on > p_as_of) and p.maintenance_in_cost is not true
$$;

select jl.finding_define ('price_check_unsettled', 'C-PRICE', '五（一）', 'decide', 'price_check',
  '价格执行检查发现的问题未整改',
  '{checked_on}检查发现问题，{checked_on:late}天未整改[：{finding}]');
create function jl.finding_price_check_unsettled (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.id, null::smallint, jsonb_build_object ('checked_on', c.checked_on, 'finding', c.finding)
  from jl.price_check c
  where c.breach and c.checked_on <= p_as_of and (c.settled_on is null or c.settled_on > p_as_of)
$$;

-- C-25: metered area that was reported where no metered price was in force in any part of the season.
select jl.finding_define ('metered_without_price', 'C-25', '五（二）3', 'decide', null,
  '无现行计量热价而报有计量收费面积',
  '报有计量收费面积{metered:area}，该采暖期当地无现行计量热价');
create function jl.finding_metered_without_price (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select s.unit_id, null::bigint, s.year, jsonb_build_object ('metered', s.res_metered + s.other_metered)
  from jl.finding_seasons (p_as_of) z
  join jl.season_sum s on s.year = z.year and s.res_metered + s.other_metered > 0
  join jl.finding_homes (z.starts_on) h on h.unit_id = s.unit_id
  where not exists (
    select from jl.finding_metered_policies () c
    where c.unit_id in (s.unit_id, h.assessed_id) and c.effective_on <= z.ends_on and (c.ended_on is null or c.ended_on > z.starts_on))
$$;

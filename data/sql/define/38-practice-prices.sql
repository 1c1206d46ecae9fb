-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: price policies, prices, how they are applied. Everything is invented. Every draw is that of a purpose (jl.practice_draw), so
-- that a defect stands in some units and not in others, the same ones on every machine.

-- The first policy of a unit came out on the day of its profile. A few hold from a year later only, a few ended without another, and what came
-- out in 2013 is a revision that a city made for its counties too. In PL/pgSQL, as the formulas of prices (43) are made later.
create function jl.practice_prices () returns void language plpgsql as
$$
begin
  insert into jl.price_policy (unit_id, number, title, issuer, issued_on, effective_on, ended_on, settlement, charging_mechanism,
                               supervision_mechanism, maintenance_in_cost, entered_at)
  select f.assessed_id, v.short_name || '价发〔' || date_part ('year', f.price_on) || '〕' || 10 + f.assessed_id || '号（演练）',
    '关于供热计量价格及收费政策的通知（演练）', v.short_name || '物价局', f.price_on, e.effective_on,
    case when f.assessed_id % 8 = 2 then date '2013-10-01' when f.assessed_id % 23 = 5 then date '2013-05-01' end,
    (array['capped', 'both_ways', 'set_off', null])[case when d.a < 5500 then 1 when d.a < 8000 then 2 when d.a < 9300 then 3 else 4 end],
    case when d.b < 8600 then true when d.b < 9400 then false end, case when d.c < 7800 then true when d.c < 8900 then false end,
    case when d.a < 6800 then true when d.a < 8600 then false end, jl.practice_known (f.price_on)
  from jl.practice_profiles () f
  join jl.unit_version v on v.unit_id = f.assessed_id and v.valid @> date '2012-06-30'
  cross join lateral (
    select jl.practice_draw (f.assessed_id * 7919, 4) as a, jl.practice_draw (f.assessed_id * 7919, 5) as b,
      jl.practice_draw (f.assessed_id * 7919, 6) as c) d
  cross join lateral (
    select case when f.assessed_id % 19 = 4 then date '2011-10-25' else greatest (f.price_on + 10, date '2010-10-25') end as effective_on) e
  where f.price_on is not null
  order by f.assessed_id;

  insert into jl.price_policy (unit_id, number, title, issuer, issued_on, effective_on, settlement, charging_mechanism, supervision_mechanism,
                               maintenance_in_cost, entered_at)
  select p.unit_id, replace (p.number, '〔' || date_part ('year', p.issued_on) || '〕', '〔2013〕'), '关于调整供热计量价格的通知（演练）', p.issuer,
    date '2013-08-01' + p.unit_id % 40, '2013-10-01', 'both_ways', true, true, true,
    jl.practice_known (date '2013-08-01' + p.unit_id % 40)
  from jl.price_policy p where p.ended_on = '2013-10-01' order by p.unit_id;

  insert into jl.price_policy_unit (policy_id, unit_id, entered_at)
  select p.id, a.unit_id, p.entered_at
  from jl.price_policy p
  join jl.assessed ('2013-12-31') c on c.unit_id = p.unit_id and c.grp = 'prefecture'
  join jl.assessed ('2013-12-31') a on a.parent_id = c.unit_id and a.unit_id <> c.unit_id and a.grp = 'county'
  join jl.practice_profiles () f on f.assessed_id = a.unit_id and f.price_on is not null
  where p.issued_on >= '2013-01-01' and a.unit_id % 2 = 0
  order by p.id, a.unit_id;

  -- Area prices of housing lie about 27 yuan/㎡ a season; some are set by the month or by the day. Declared prices follow from them, save a few
  -- that are far off or missing; two shares lie outside what the state allows. Most housing has factors for flats at the end and under the roof.
  insert into jl.price (policy_id, unit_id, class, area_price, period, periods, basic_share, mean_heat, metered_price, basic_price, end_factor,
                        top_factor, entered_at)
  select p.id, p.unit_id, k.class, q.area_price, q.period, case when q.period = 'season' or k.n = 1 or d.b % 3 > 0 then q.periods end, s.basic_share, h.mean_heat,
    case when d.c < 700 then null
         when d.c < 1900 then round (m.implied * (case when p.unit_id % 2 = 0 then 1.14 else 0.88 end), 2)
         else round (m.implied, 2) end,
    case when d.b > 9000 then null else round (jl.price_basic (q.area_price * q.periods, s.basic_share), 2) end,
    case when k.n = 1 and d.a % 6 > 0 then 0.85 + d.a % 3 * 0.05 end, case when k.n = 1 and d.a % 7 > 0 then 0.80 + d.a % 3 * 0.05 end,
    p.entered_at
  from jl.price_policy p
  cross join (values (1, 'residential', 1.0, 1.0), (2, 'nonresidential', 1.2, 1.05), (3, 'office', 1.15, 1.0), (4, 'hotel', 1.35, 1.1),
                     (5, 'commercial', 1.4, 1.1)) k (n, class, dearer, warmer)
  cross join lateral (
    select jl.practice_draw (p.id * 7919 + k.n, 1) as a, jl.practice_draw (p.id * 7919 + k.n, 2) as b, jl.practice_draw (p.id * 7919 + k.n, 3) as c,
      jl.practice_draw (p.unit_id * 7919, 7) as u) d
  cross join lateral (select round ((24 + d.u % 60 / 10.0) * k.dearer, 1) as season) z
  cross join lateral (
    select case when p.unit_id % 9 = 7 then 'month' when p.unit_id % 13 = 9 then 'day' else 'season' end as period,
      case when p.unit_id % 9 = 7 then 5.5 when p.unit_id % 13 = 9 then 168 else 1 end as periods) t
  cross join lateral (
    select case t.period when 'season' then z.season else round (z.season / t.periods, case t.period when 'day' then 3 else 2 end) end as area_price,
      t.period, t.periods) q
  cross join lateral (
    select case when d.b % 53 = 0 then null when p.unit_id % 16 = 3 then 70 when p.unit_id % 16 = 11 then 20 when d.u < 6500 then 30 when d.u < 8500 then 40 else 50 end
      as basic_share) s
  cross join lateral (select case when d.a > 9300 then null else round ((0.38 + d.u % 9 / 100.0) * k.warmer, 3) end as mean_heat) h
  cross join lateral (
    select coalesce (jl.price_metered (q.area_price * q.periods, s.basic_share, h.mean_heat), 42) as implied) m
  where k.n <= 2 or p.unit_id % 3 = 0
  order by p.id, k.n;
end
$$;

-- The price bureau looks at a third of the units each year.
create function jl.practice_price_checks (p_first int, p_last int) returns void language sql as
$$
  insert into jl.price_check (unit_id, company_id, checked_on, kind, breach, finding, penalty_fen, settled_on, entered_at)
  select f.assessed_id, case when d.a % 17 > 0 then c.id end, t.checked_on, k.kind, d.b < 2600,
    case when d.b < 2600 then case k.kind when 'price_applied' then '未按公布的计量热价结算热费' when 'verification_fee' then '向居民收取热量表检定费用'
                                          else '未定期告知用户用热量和热费' end end,
    case when d.b < 1300 then (5000 + d.b * 10) * 100 when d.b < 2600 then 0 end,
    case when d.b < 2000 then t.checked_on + 20 + d.b % 40 end, jl.practice_known (t.checked_on)
  from generate_series (greatest (p_first, 2010), p_last) y
  cross join jl.practice_profiles () f
  cross join lateral (values (1, 'price_applied'), (2, 'verification_fee'), (3, 'informing_users')) k (n, kind)
  cross join lateral (select jl.practice_draw (f.assessed_id * 31 + y * 7919 + k.n * 101, 4) as a,
                        jl.practice_draw (f.assessed_id * 31 + y * 7919 + k.n * 101, 5) as b) d
  cross join lateral (select make_date (y, 11, 10) + d.a % 90 as checked_on) t
  left join lateral (select c.id from jl.company c where c.unit_id = f.assessed_id order by jl.practice_draw (c.id * 31 + y, 6) limit 1) c on true
  where d.a < 3300
  order by y, f.assessed_id, k.n;
$$;

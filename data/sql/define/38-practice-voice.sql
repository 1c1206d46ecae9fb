-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: money of retrofits, applications for national funds, publicity, complaints. slack: see jl.practice_places.

-- Some eight hundred projects have their money listed, by the five sources. Received in part or not, spent before the acceptance or after it.
create function jl.practice_funds (p_first int, p_last int) returns void language sql as
$$
  insert into jl.fund (unit_id, year, project_id, use, source, planned_fen, received_fen, spent_fen, spent_on, document, entered_at)
  select p.unit_id, p.year, p.id, case when p.envelope and q.n in (1, 3) then 'building_energy' else 'metering' end,
    case when d.c < p.slack * 90 then null else q.source end, m.planned, r.received, case when o.spent_on is not null then r.received * (70 + d.b % 31) / 100 end,
    o.spent_on, case when d.a % 6 > 0 then '演练财〔' || p.year || '〕' || p.id || '-' || q.n || '号' end,
    jl.practice_known (coalesce (o.spent_on, make_date (p.year, 12, 20)))
  from (
    select r.*, s.slack, (count (*) over () / 800)::int as every
    from jl.retrofit_project r join jl.practice_places () s on s.leaf_id = r.unit_id
    where r.area_dm2 is not null) p
  cross join (values (1, 'government', 30), (2, 'company', 38), (3, 'bank', 15), (4, 'energy_company', 10), (5, 'residents', 7)) q (n, source, part)
  cross join lateral (
    select jl.practice_draw (p.id * 11 + q.n * 7919, 1) as a, jl.practice_draw (p.id * 11 + q.n * 7919, 2) as b,
      jl.practice_draw (p.id * 11 + q.n * 7919, 3) as c) d
  cross join lateral (
    select case when d.a % 71 > 0 then p.area_dm2 * (case when p.envelope then 180 else 45 end) * q.part / 100 / 10000 * 10000 end as planned) m
  cross join lateral (
    select case when d.b % 43 = 0 then null when d.b < p.slack * 350 then m.planned * (10 + d.b % 35) / 100
                else m.planned * (82 + d.a % 19) / 100 end as received) r
  cross join lateral (
    select case when d.a < p.slack * 250 then coalesce (p.started_on, p.done_on) + 25
                when p.accepted_on is not null then p.accepted_on + 20 + d.a % 60 end as spent_on) o
  where p.id % greatest (p.every, 1) = 0 and (q.n <= 2 or d.c % 2 = 0)
  order by p.year, p.id, q.n;

  -- Central heating and networks, without a project.
  insert into jl.fund (unit_id, year, use, source, planned_fen, received_fen, spent_fen, spent_on, document, entered_at)
  select s.leaf_id, y, case when d.c % 2 = 0 then 'central_heating' else 'network' end, case when d.c % 3 = 0 then 'bank' else 'company' end, m.planned,
    m.planned * (60 + d.b % 41) / 100, case when d.b % 9 > 0 then m.planned * (50 + d.b % 10) / 100 end,
    case when d.b % 9 > 0 then make_date (y, 9, 1) + d.a % 80 end, null, jl.practice_known (make_date (y, 12, 10))
  from jl.practice_places () s
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join lateral (
    select jl.practice_draw (s.leaf_id * 31 + y * 7919, 1) as a, jl.practice_draw (s.leaf_id * 31 + y * 7919, 2) as b,
      jl.practice_draw (s.leaf_id * 31 + y * 7919, 3) as c) d
  cross join lateral (select (200 + d.a % 2600) * 1000000::bigint as planned) m
  where d.a < 6000
  order by y, s.leaf_id;
$$;

create function jl.practice_applications (p_first int, p_last int) returns void language sql as
$$
  insert into jl.fund_application (unit_id, year, kind, name, applied_fen, applied_on, approved_fen, approved_on, document, entered_at)
  select f.assessed_id, y, k.kind, v.short_name || y || '年' || k.name || '（演练）', case when d.a % 27 > 0 then m.applied end,
    case when d.a % 31 > 0 then t.applied_on end,
    case when d.b < 5600 then m.applied * (60 + d.b % 41) / 100 end, case when d.b < 5600 then t.applied_on + 70 + d.b % 80 end,
    case when d.a % 5 > 0 then '演练' || case k.kind when 'award' then '财' else '发改' end || '申〔' || y || '〕' || f.assessed_id || '号' end,
    jl.practice_known (t.applied_on)
  from jl.practice_profiles () f
  join jl.unit_version v on v.unit_id = f.assessed_id and v.valid @> date '2012-06-30'
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join (values (1, 'national_project', '供热计量及节能改造国家资金项目'), (2, 'award', '既有居住建筑供热计量及节能改造奖励资金')) k (n, kind, name)
  cross join lateral (select jl.practice_draw (f.assessed_id * 31 + y * 7919 + k.n, 4) as a, jl.practice_draw (f.assessed_id * 31 + y * 7919 + k.n, 5) as b) d
  cross join lateral (select (150 + d.a % 1800) * 1000000::bigint as applied) m
  cross join lateral (select make_date (y, 3, 5) + d.a % 80 as applied_on) t
  where d.a < 5200 + k.n * 1200
  order by y, f.assessed_id, k.n
$$;

create function jl.practice_publicity (p_first int, p_last int) returns void language sql as
$$
  insert into jl.publicity (unit_id, held_on, kind, title, n_reached, entered_at)
  select f.assessed_id, t.held_on, w.kind,
    (array['供热计量改革政策宣传', '热量表使用与节能常识', '计量收费办法解读', '供热单位收费人员培训', '供热计量进社区'])[1 + d.b % 5],
    case when d.a % 6 > 0 then 80 + d.b % 5000 end, jl.practice_known (t.held_on)
  from jl.practice_profiles () f
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join generate_series (1, 2) k
  cross join lateral (
    select jl.practice_draw (f.assessed_id * 31 + y * 7919 + k * 101, 6) as a, jl.practice_draw (f.assessed_id * 31 + y * 7919 + k * 101, 7) as b) d
  cross join lateral (select (array['media', 'leaflet', 'meeting', 'training', 'online'])[1 + d.a % 5] as kind) w
  cross join lateral (select make_date (y, 8, 20) + d.a % 110 as held_on) t
  where d.a > case f.profile when 'weak' then 6000 else 2500 end
  order by y, f.assessed_id, k
$$;

-- One to three complaints a season and place, half of them about a building.
create function jl.practice_complaints (p_buildings int, p_first int, p_last int) returns void language sql as
$$
  insert into jl.complaint (unit_id, number, company_id, building_id, received_on, due_on, kind, closed_on, upheld, entered_at)
  select s.leaf_id, s.code || '-TS' || y || '-' || lpad (k::text, 3, '0'),
    case when d.a % 23 > 0 then coalesce (b.company_id, s.companies[1 + k % array_length (s.companies, 1)]) end,
    case when d.b % 2 = 0 then b.id end, t.received_on, case when d.b % 11 > 0 then t.received_on + 15 end,
    (array['temperature', 'temperature', 'billing', 'meter', 'verification_fee', 'service', 'other'])[1 + d.c % 7], c.closed_on,
    case when c.closed_on is not null and d.c % 13 > 0 then d.c % 3 > 0 end, jl.practice_known (t.received_on)
  from jl.practice_places () s
  join jl.practice_leaves (p_buildings) l using (leaf_id)
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join generate_series (1, 3) k
  cross join lateral (
    select jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 7) as a, jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 8) as b,
      jl.practice_draw (s.leaf_id * 31 + y * 7919 + k * 101, 9) as c) d
  cross join lateral (select make_date (y, 10, 28) + d.a % 150 as received_on) t
  cross join lateral (
    select case when d.b < s.slack * 200 then null when d.b < s.slack * 600 then t.received_on + 17 + d.a % 25
                else t.received_on + 2 + d.a % 12 end as closed_on) c
  left join jl.building b on b.id = l.before + 1 + d.a % greatest (l.n, 1) and l.n > 0
  where k = 1 or d.a < 6000
  order by y, s.leaf_id, k
$$;

-- The registers of prices, devices, systems, money and complaints, after companies and projects. p_last's season ends in the spring after it.
-- 零报告: units that have nothing to enter in a register; two of three of them said so when the year 2012 was over.
create function jl.practice_nil_reports () returns void language plpgsql as
$$
declare
  about text;
begin
  foreach about in array array['price_check', 'boiler_house', 'network_work', 'outage', 'enforcement_case', 'retrofit_project', 'new_project',
                               'fund_application', 'publicity', 'dispute'] loop
    execute format ($f$
      insert into jl.nil_report (unit_id, about, year, reported_on, document, note, entered_at)
      select u.unit_id, %1$L, 2012, d.day, case when u.luck %% 3 > 0 then u.word || '热改报〔2013〕' || u.unit_id || '号' end,
        case when u.luck %% 4 = 0 then '经核实无此项内容（演练）' end, jl.practice_known (d.day)
      from jl.practice_papers () u
      cross join lateral (select date '2013-01-08' + u.luck %% 20 as day) d
      where (u.luck + length (%1$L)) %% 3 > 0
        and not exists (
          select from jl.%1$I r
          where r.unit_id = u.unit_id or r.unit_id in (select p.leaf_id from jl.assessed_unit_part p where p.assessed_id = u.unit_id))
      order by u.unit_id
      $f$, about);
  end loop;
end
$$;

create function jl.practice_registers (p_buildings int, p_first int, p_last int) returns void language plpgsql as
$$
begin
  perform jl.practice_prices ();
  perform jl.practice_price_checks (p_first, p_last);
  perform jl.practice_products (p_first, p_last);
  perform jl.practice_batches (p_buildings);
  analyze jl.meter_batch;
  perform jl.practice_verifications (make_date (p_last + 1, 4, 30));
  perform jl.practice_disputes (p_first, p_last);
  perform jl.practice_coverage (p_first, p_last);
  perform jl.practice_accounts (least (p_buildings * 3 / 2, 12000), 24, p_last);
  if p_first < p_last then
    perform jl.practice_accounts (least (p_buildings / 3, 4000), 4, p_last - 1);
    perform jl.practice_account_checks (p_last - 1);
  end if;
  perform jl.practice_boilers (make_date (p_last + 1, 4, 30));
  perform jl.practice_networks (p_first, p_last);
  perform jl.practice_energy (p_first, p_last);
  perform jl.practice_quality (p_first, p_last);
  perform jl.practice_funds (p_first, p_last);
  perform jl.practice_applications (p_first, p_last);
  perform jl.practice_publicity (p_first, p_last);
  perform jl.practice_complaints (p_buildings, p_first, p_last);
  perform jl.practice_nil_reports ();
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: products and their makers, bodies that verify, batches of devices with their verifications, disputes. No maker and no body
-- exists. Their number is bounded: of a ledger of a million buildings a part has its devices listed.

-- The places with their companies and with how much goes wrong there: nothing in a model unit, most in a weak one. In PL/pgSQL, so that it
-- is worked out once and not for every building.
create function jl.practice_places ()
returns table (leaf_id int, assessed_id int, code text, short_name text, profile text, slack int, companies int[])
language plpgsql stable rows 60 as
$$
begin
  return query
    select l.leaf_id, l.assessed_id, l.code, l.short_name, f.profile,
      case f.profile when 'perfect' then 0 when 'excellent' then 1 when 'good' then 2 when 'medium' then 3 else 5 end, s.companies
    from jl.practice_leaves (1) l
    join jl.practice_profiles () f using (assessed_id)
    left join jl.practice_suppliers () s using (leaf_id);
end
$$;

create function jl.practice_products (p_first int, p_last int) returns void language sql as
$$
  insert into jl.product (kind, maker, model, admission_no, admitted_on, lapses_on, type_approval_no, note, entered_at)
  select v.kind, v.maker, v.model, v.admission_no, v.admitted_on::date, v.lapses_on::date, v.type_approval_no, v.note,
    jl.practice_known (coalesce (v.admitted_on::date, date '2010-08-10'))
  from (values
    (1, 'heat_meter', '演练仪表厂甲', 'YL-R20', '演练准〔2010〕01号', '2010-06-01', '2016-06-01', '演练型批R20', null),
    (2, 'heat_meter', '演练仪表厂甲', 'YL-R40', '演练准〔2010〕02号', '2010-06-01', '2016-06-01', '演练型批R40', null),
    (3, 'heat_meter', '演练仪表厂乙', 'YL-U50', '演练准〔2010〕03号', '2010-06-20', null, '演练型批U50', null),
    (4, 'heat_meter', '演练仪表厂乙', 'YL-U20', '演练准〔2010〕04号', '2010-06-20', '2012-06-20', null, '准入到期未续（演练）'),
    (5, 'heat_meter', '演练仪表厂丙', 'YL-M25', null, null, null, '演练型批M25', '未取得准入（演练）'),
    (6, 'heat_meter', '演练仪表厂丁', 'YL-S32', '演练准〔2013〕01号', '2013-03-01', '2018-03-01', '演练型批S32', null),
    (7, 'allocator', '演练仪表厂甲', 'YL-F1', '演练准〔2010〕05号', '2010-07-01', '2016-07-01', '演练型批F1', null),
    (8, 'allocator', '演练仪表厂丙', 'YL-F2', '演练准〔2010〕06号', '2010-07-01', '2011-12-31', null, null),
    (9, 'valve', '演练阀门厂甲', 'YL-V15', '演练准〔2010〕07号', '2010-07-01', '2016-07-01', null, null),
    (10, 'valve', '演练阀门厂乙', 'YL-V20', null, null, null, null, '未取得准入（演练）'),
    (11, 'controller', '演练温控厂甲', 'YL-C1', '演练准〔2010〕08号', '2010-07-01', null, null, null),
    (12, 'controller', '演练温控厂甲', 'YL-C2', '演练准〔2012〕01号', '2012-05-01', '2017-05-01', null, null))
    v (n, kind, maker, model, admission_no, admitted_on, lapses_on, type_approval_no, note)
  order by v.n;

  insert into jl.verification_body (name, authorisation_no, authorised_from, authorised_until, scope, entered_at) values
    ('演练计量检定测试所甲', '演练授〔2008〕1号', '2008-01-01', '2017-12-31', 'DN15—DN50热量表', jl.practice_known ('2010-08-10')),
    ('演练计量检定测试所乙', '演练授〔2009〕2号', '2009-05-01', '2018-04-30', 'DN15—DN200热量表', jl.practice_known ('2010-08-10')),
    ('演练计量检定测试所丙', '演练授〔2009〕3号', '2009-07-01', '2012-06-30', 'DN15—DN40热量表', jl.practice_known ('2010-08-10')),
    ('演练仪表检测中心丁', null, null, null, null, jl.practice_known ('2010-09-20')),
    ('演练计量检定测试所戊', '演练授〔2011〕1号', '2011-03-01', '2017-02-28', 'DN15—DN50热量表', jl.practice_known ('2011-03-10'));

  insert into jl.maker_check (maker, checked_on, passed, finding, document, entered_at)
  select m.maker, t.checked_on, p.passed,
    case when not p.passed then (array['出厂检验记录不全', '抽检样品示值误差超差', '型式批准内容与产品不一致'])[1 + m.n % 3] end,
    case when d.b > 1500 then '演练质检〔' || y || '〕' || (30 + m.n) || '号' end, jl.practice_known (t.checked_on)
  from generate_series (greatest (p_first, 2010), p_last) y
  cross join (select maker, row_number () over (order by min (id))::int as n from jl.product group by maker) m
  cross join lateral (select jl.practice_draw (m.n * 31 + y * 7919, 1) as a, jl.practice_draw (m.n * 31 + y * 7919, 2) as b) d
  cross join lateral (select make_date (y, 8, 12) + d.a % 70 as checked_on) t
  cross join lateral (select not (m.maker = '演练仪表厂丙' and y >= 2012 or d.b % 10 = 0) as passed) p
  where d.a < 8000 or m.maker = '演练仪表厂丙'
  order by y, m.n;
$$;

-- A settlement meter a building, behind it the households' devices in a third, valves where there is control. What a draw below the slack of
-- the place says is wrong: a product that was not admitted, a certificate that is missing.
create function jl.practice_batches (p_buildings int) returns void language sql as
$$
  insert into jl.meter_batch (unit_id, number, product_id, role, n, company_id, building_id, project_id, installed_on, in_use_on, removed_on,
                              certificate_no, type_test_no, entered_at)
  select f.unit_id, f.code || r.suffix, p.id, r.role, r.n, f.company_id, f.building_id, f.project_id,
    case when f.a % 97 > 0 then f.installed_on end, case when f.b % 41 > 0 then u.in_use_on end,
    case when f.b % 211 = 0 and u.in_use_on < '2012-01-01' then date '2014-05-10' end,
    case when r.role = 'non_settlement' and f.c < f.slack * 220 or r.role <> 'non_settlement' and f.c % 4 = 0 then null
         else '演练合' || lpad ((f.key * 3 + r.k)::text, 8, '0') end,
    case when r.role = 'non_settlement' and f.b < f.slack * 180 or r.role <> 'non_settlement' and f.c % 3 = 0 then null
         else '演练型检' || p.model end,
    jl.practice_known (f.installed_on + 12)
  from (
    select b.id as key, b.unit_id, b.code, b.company_id, b.id as building_id, null::int as project_id, b.metered_on as installed_on,
      b.control_on, case when b.use in (1, 5) then greatest (b.residential_dm2 / 8000, 1) else 1 end as households,
      1 + b.floor_dm2 / 1200000 as meters, s.slack, jl.practice_draw (b.id::bigint * 101, 1) as a, jl.practice_draw (b.id::bigint * 101, 2) as b,
      jl.practice_draw (b.id::bigint * 101, 3) as c, jl.practice_draw (b.id::bigint * 101, 4) as d
    from jl.building b join jl.practice_places () s on s.leaf_id = b.unit_id
    where b.metered_on is not null and b.heat_source < 3 and b.id % greatest (1, p_buildings / 10000) = 0
    union all
    select 10000000 + n.id, n.unit_id, n.code, n.company_id, null, n.id, n.fitted_on, n.fitted_on, greatest (n.fitted_dm2 / 8000, 1)::int,
      1 + (n.fitted_dm2 / 1000000)::int, s.slack, jl.practice_draw (n.id * 101, 5), jl.practice_draw (n.id * 101, 6),
      jl.practice_draw (n.id * 101, 7), jl.practice_draw (n.id * 101, 8)
    from jl.new_project n join jl.practice_places () s on s.leaf_id = n.unit_id
    where n.fitted_on is not null and n.fitted_dm2 > 0
    offset 0) f
  cross join lateral (
    values (1, '-J', 'settlement', f.meters), (2, '-F', 'non_settlement', f.households), (3, '-K', 'control', f.households)) r (k, suffix, role, n)
  cross join lateral (
    select greatest (f.installed_on, make_date (extract (year from f.installed_on)::int, 10, 25)) as in_use_on) u
  join jl.product p on p.model = case r.k
    when 1 then case when f.d < f.slack * 60 and f.installed_on < '2012-01-01' then 'YL-S32' when f.d < f.slack * 120 then 'YL-M25'
                     when f.d < f.slack * 200 then 'YL-U20' else (array['YL-R20', 'YL-R40', 'YL-U50'])[1 + f.a % 3] end
    when 2 then case when f.d < f.slack * 150 then 'YL-F2' when f.a % 2 = 0 then 'YL-F1' else 'YL-R20' end
    else case when f.d < f.slack * 80 then 'YL-V20' when f.a % 3 = 0 then 'YL-C1' else 'YL-V15' end end
  where r.k = 1 or r.k = 2 and f.key % 3 = 0 or r.k = 3 and f.control_on is not null and f.key % 2 = 0
  order by f.unit_id, f.code, r.k
$$;

-- The first verification before a settlement meter is installed, the next when three years are over. fee: 200 yuan a meter.
create function jl.practice_verifications (p_day date) returns void language sql as
$$
  insert into jl.verification (batch_id, unit_id, kind, body_id, verified_on, valid_until, n_sent, n_passed, certificate_no, fee_fen, fee_bearer,
                               entered_at)
  select b.id, b.unit_id, k.kind, v.id, k.verified_on, case when d.a % 29 > 0 then (k.verified_on + interval '3 years')::date - 1 end, b.n,
    case when d.a % 37 = 0 then null when b.n > 1 and d.b < b.slack * 50 then b.n - 1 else b.n end,
    case when d.b % 53 > 0 then '演练检' || extract (year from k.verified_on) || lpad (b.id::text, 7, '0') end,
    case when d.c % 31 > 0 then b.n * 20000 end,
    case when d.d < b.slack * 40 then 'resident' when d.d % 43 = 0 then null when d.d < 7000 then 'company'
         when b.building_id is null or d.d < 8600 then 'developer' else 'government' end,
    jl.practice_known (k.verified_on + 5)
  from (
    select m.*, s.slack, jl.practice_draw (m.id * 13, 5) as e, coalesce (m.installed_on, m.in_use_on) as placed_on
    from jl.meter_batch m join jl.practice_places () s on s.leaf_id = m.unit_id
    where m.role = 'settlement') b
  cross join lateral (
    select 'first' as kind, b.placed_on - 18 as verified_on where b.e >= b.slack * 130
    union all
    select 'periodic', (b.placed_on + interval '3 years')::date - 40
    where (b.placed_on + interval '3 years')::date - 40 < p_day and b.e between 0 and 9999 - b.slack * 500 and b.removed_on is null) k
  cross join lateral (
    select jl.practice_draw (b.id * 17 + length (k.kind), 6) as a, jl.practice_draw (b.id * 17 + length (k.kind), 7) as b,
      jl.practice_draw (b.id * 17 + length (k.kind), 8) as c, jl.practice_draw (b.id * 17 + length (k.kind), 4) as d) d
  left join jl.verification_body v on v.name = case
    when d.c % 61 = 0 then null
    when d.c < b.slack * 70 then '演练仪表检测中心丁'
    when d.c < b.slack * 150 then '演练计量检定测试所丙'
    when k.verified_on >= '2011-03-01' and d.c % 3 = 0 then '演练计量检定测试所戊'
    when d.c % 2 = 0 then '演练计量检定测试所甲' else '演练计量检定测试所乙' end
  where k.verified_on is not null
  order by b.id, k.verified_on
$$;

-- Two or three disputes a place, a third of them settled by an arbitration verification.
create function jl.practice_disputes (p_first int, p_last int) returns void language plpgsql as
$$
begin
  create temp table practice_dispute on commit drop as
  select s.leaf_id, s.code, s.slack, k, t.received_on, d.a, d.b, m.id as batch_id, m.company_id, m.n
  from jl.practice_places () s
  cross join generate_series (1, 3) k
  cross join lateral (select jl.practice_draw (s.leaf_id * 101 + k * 7919, 1) as a, jl.practice_draw (s.leaf_id * 101 + k * 7919, 2) as b) d
  cross join lateral (select make_date (greatest (p_first, 2011) + (d.a % greatest (p_last - 2010, 1)), 12, 1) + d.b % 95 as received_on) t
  left join lateral (
    select m.* from jl.meter_batch m
    where m.unit_id = s.leaf_id and m.role = 'settlement' and m.in_use_on < t.received_on order by m.id offset d.b % 3 limit 1) m on true
  where k <= 2 or s.leaf_id % 2 = 0;

  insert into jl.verification (batch_id, unit_id, kind, body_id, verified_on, valid_until, n_sent, n_passed, certificate_no, fee_fen, fee_bearer,
                               entered_at)
  select p.batch_id, p.leaf_id, 'arbitration', v.id, p.received_on + 20, (p.received_on + 20 + interval '3 years')::date - 1, p.n,
    case when p.b % 4 = 0 then 0 else p.n end, '演练仲〔' || extract (year from p.received_on) || '〕' || p.leaf_id || '-' || p.k, 30000, 'company',
    jl.practice_known (p.received_on + 25)
  from practice_dispute p join jl.verification_body v on v.name = '演练计量检定测试所甲'
  where p.a % 3 = 0 and p.batch_id is not null
  order by p.leaf_id, p.k;

  insert into jl.dispute (unit_id, number, company_id, batch_id, received_on, due_on, kind, mediated_on, verification_id, closed_on, outcome, entered_at)
  select p.leaf_id, p.code || '-JF' || extract (year from p.received_on) || '-' || p.k, p.company_id, p.batch_id, p.received_on,
    case when p.b % 9 > 0 then p.received_on + 30 end, (array['meter_error', 'sharing', 'billing', 'other'])[1 + p.a % 4],
    case when p.b % 5 > 0 then p.received_on + 8 end, v.id, c.closed_on,
    case when c.closed_on is not null then
      case when v.n_passed = 0 then 'meter_wrong' when v.id is not null then 'meter_right' when p.b % 7 = 0 then 'withdrawn' else 'agreed' end end,
    jl.practice_known (p.received_on)
  from practice_dispute p
  left join jl.verification v on v.kind = 'arbitration' and v.batch_id = p.batch_id and v.verified_on = p.received_on + 20
  cross join lateral (
    select case when p.b < p.slack * 500 then null when p.b < p.slack * 900 then p.received_on + 45 else p.received_on + 21 + p.a % 8 end as closed_on) c
  order by p.leaf_id, p.k;
end
$$;

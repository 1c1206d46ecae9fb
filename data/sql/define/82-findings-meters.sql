-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Devices (四(四)) and heating companies (四(三)).

-- The batches in projects for the Luban prize (86).
create function jl.luban_batches ()
returns setof int
language sql stable rows 20
as $$
  select b.id from jl.seen_meter_batch b where b.project_id = any (array (select n.id from jl.seen_new_project n where n.luban))
$$;

-- How many of a batch had passed a first verification; one without a count of what passed is taken as it was sent.
select jl.finding_define ('meter_no_first', 'C-METER', '四（四）', 'warning', 'meter_batch',
  '结算点热量表未经首检',
  '{in_use_on}投用{n}只，首检合格{passed}只', '2010-07-23');

-- Until when the last first or periodic verification that any meter passed holds (80-terms); an arbitration renews nothing. Without one
-- the cycle of the rule runs from the day of use. The last day is still good.
select jl.finding_define ('meter_overdue', 'C-METER', '四（四）', 'warning', 'meter_batch',
  '结算点热量表检定逾期',
  '[{since}投用，没有检定合格记录，检定周期][{verified_on}检定，有效期]至{until}，已超期{until:late}天');

-- Held against the day of the verification, not today's list of bodies.
select jl.finding_define ('meter_unauthorised', 'C-METER', '四（四）', 'warning', 'verification',
  '检定机构未取得相应授权',
  '{verified_on}由{body}检定，{why}');

select jl.finding_define ('verification_not_reported', 'C-METER', '四（四）', 'note', 'verification',
  '检定资料未报',
  '{verified_on}检定，资料未报：{missing}');
create function jl.finding_verification_not_reported (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select v.unit_id, v.id, null::smallint,
    jsonb_build_object ('verified_on', v.verified_on, 'missing', concat_ws ('、', case when v.body_id is null then '检定机构' end,
      case when v.certificate_no is null then '检定证书号' end, case when v.n_passed is null then '合格数' end,
      case when v.fee_bearer is null then '检定费用承担方' end))
  from jl.verification v
  where v.verified_on <= p_as_of and num_nulls (v.body_id, v.certificate_no, v.n_passed, v.fee_bearer) > 0
$$;

select jl.finding_define ('device_no_certificate', 'C-METER', '四（四）', 'warning', 'meter_batch',
  '非结算点热量表、分摊仪表证书不全',
  '{in_use_on}投用{n}只，缺{missing}', '2010-07-23');

-- Held against the day it was installed; an admission that lapsed later says nothing of what hangs on the wall.
select jl.finding_define ('product_not_admitted', 'C-METER', '四（四）', 'warning', 'meter_batch',
  '使用未经准入或准入已失效的产品',
  '{installed_on}安装{product}，{why}', '2010-07-23');

-- What batches and their verifications say, which are looked through once for the five rules above and, of projects for the prize alone,
-- for 五(二)3 (86). day: of use or, where that is not known, of the installation.
create function jl.finding_by_devices (p_day date, p_luban boolean default false)
returns table (rule text, unit_id int, record_id bigint, year smallint, evidence jsonb, batch_id int)
language sql stable rows 500
as $$
  with b as materialized (
    select b.id, b.unit_id, b.role, b.n, b.product_id, b.installed_on, b.certificate_no, b.type_test_no, coalesce (b.in_use_on, b.installed_on) as day
    from jl.seen_meter_batch b
    where coalesce (b.in_use_on, b.installed_on) <= p_day and (b.removed_on is null or b.removed_on > p_day)
      and (not p_luban or b.id = any (array (select jl.luban_batches ())))
  ), v as materialized (
    select v.id, v.unit_id, v.batch_id, v.kind, v.verified_on, v.valid_until, v.body_id, v.n_passed, v.n_sent
    from jl.seen_verification v
    where v.verified_on <= p_day and (not p_luban or v.batch_id = any (array (select jl.luban_batches ())))
  )
  select 'meter_no_first', b.unit_id, b.id::bigint, null::smallint,
    jsonb_build_object ('in_use_on', b.day, 'n', b.n, 'passed', coalesce (f.passed, 0)), b.id
  from b
  left join (
    select v.batch_id, sum (coalesce (v.n_passed, v.n_sent)) as passed from v where v.kind = 'first' group by v.batch_id) f on f.batch_id = b.id
  where b.role = 'settlement' and b.day >= (select jl.finding_from ('meter_no_first')) and coalesce (f.passed, 0) < b.n
  union all
  select 'meter_overdue', b.unit_id, b.id, null,
    jsonb_build_object ('until', u.until, 'verified_on', l.verified_on, 'since', case when l.verified_on is null then b.day end), b.id
  from b
  join jl.finding_limits ('finding.verification_months', p_day) m on m.unit_id = b.unit_id
  left join (
    select distinct on (v.batch_id) v.batch_id, v.verified_on, v.valid_until
    from v where v.kind in ('first', 'periodic') and coalesce (v.n_passed, v.n_sent) > 0
    order by v.batch_id, v.verified_on desc, v.id desc) l on l.batch_id = b.id
  cross join lateral (
    select case when l.verified_on is null then (b.day + make_interval (months => m.value::int))::date else l.valid_until end as until) u
  where b.role = 'settlement' and u.until < p_day
  union all
  select 'meter_unauthorised', v.unit_id, v.id, null,
    jsonb_build_object ('verified_on', v.verified_on, 'body', o.name, 'why',
      case when o.authorisation_no is null then '该机构未登记授权证号'
        when v.verified_on < o.authorised_from then '授权自' || o.authorised_from || '起'
        else '授权至' || o.authorised_until || '止' end), v.batch_id
  from v
  join jl.seen_verification_body o on o.id = v.body_id
  where o.authorisation_no is null or v.verified_on < o.authorised_from or v.verified_on > o.authorised_until
  union all
  select 'device_no_certificate', b.unit_id, b.id, null,
    jsonb_build_object ('in_use_on', b.day, 'n', b.n, 'missing', concat_ws ('、',
      case when b.certificate_no is null then '合格证书' end, case when b.type_test_no is null then '型式检验证书' end)), b.id
  from b
  where b.role = 'non_settlement' and num_nulls (b.certificate_no, b.type_test_no) > 0
    and b.day >= (select jl.finding_from ('device_no_certificate'))
  union all
  select 'product_not_admitted', b.unit_id, b.id, null,
    jsonb_build_object ('installed_on', d.day, 'product', p.maker || '　' || p.model, 'why',
      case when p.admission_no is null or p.admitted_on is null then '未登记准入' when p.admitted_on > d.day then p.admitted_on || '才准入'
        else '准入至' || p.lapses_on || '止' end), b.id
  from b
  join jl.seen_product p on p.id = b.product_id
  cross join lateral (select coalesce (b.installed_on, b.day) as day) d
  where d.day >= (select jl.finding_from ('product_not_admitted'))
    and (p.admission_no is null or p.admitted_on is null or p.admitted_on > d.day or p.lapses_on < d.day)
$$;

create function jl.finding_device_rules ()
returns text[]
language sql immutable
as $$
  select array['meter_no_first', 'meter_overdue', 'meter_unauthorised', 'device_no_certificate', 'product_not_admitted']
$$;

select jl.define_told_at_once ('finding_by_devices', jl.finding_device_rules ());

select jl.finding_define ('fee_on_residents', 'C-METER', '四（四）', 'decide', 'verification',
  '向居民用户收取检定费用',
  '{verified_on}检定，费用由居民承担[，金额{fee:yuan}]', '2010-07-23');
create function jl.finding_fee_on_residents (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select v.unit_id, v.id, null::smallint, jsonb_build_object ('verified_on', v.verified_on, 'fee', v.fee_fen)
  from jl.verification v
  where v.fee_bearer = 'resident' and coalesce (v.fee_fen, 1) > 0
    and v.verified_on between (select jl.finding_from ('fee_on_residents')) and p_as_of
$$;

-- The last check of a maker stands until the next.
select jl.finding_define ('maker_check_failed', 'C-METER', '五（一）', 'warning', 'maker_check',
  '计量器具生产企业监督检查不合格',
  '{maker}{checked_on}检查不合格[：{finding}]');
create function jl.finding_maker_check_failed (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select jl.finding_province (), c.id, null::smallint, jsonb_build_object ('maker', c.maker, 'checked_on', c.checked_on, 'finding', c.finding)
  from (
    select distinct on (m.maker) m.* from jl.maker_check m where m.checked_on <= p_as_of order by m.maker, m.checked_on desc, m.id desc) c
  where not c.passed
$$;

-- 四(三): who is decided to be fit for metering and has its meter when the season begins is billed by heat. What is not fit, or not
-- decided yet, never stands here. One row a company and season.
select jl.finding_define ('firm_fit_by_area', 'C-FIRM', '四（三）', 'warning', 'company',
  '具备计量收费条件仍按面积收费',
  '{n}栋、{dm2:area}具备条件未按用热量收费（按面积收费{by_area}栋，按楼计量按面积分摊{shared}栋，只计量未收费{read_only}栋）[；{price}]');
-- Season by season (offset 0), so that only the partitions of those that are open are read.
create function jl.finding_firm_fit_by_area (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  with by_area as materialized (
    select z.year, z.starts_on, x.*
    from jl.finding_seasons (p_as_of) z
    cross join lateral (
      select s.building_id, s.billing, s.res_heated_dm2::bigint + s.other_heated_dm2 as dm2
      from jl.building_season s where s.year = z.year and s.central and s.fitted and s.billing in (1, 3, 4)
      offset 0) x
  ), firm as (
    select x.year, x.starts_on, b.company_id, count (*) as n, jl.sum8 (x.dm2) as dm2, count (*) filter (where x.billing = 1) as by_area,
      count (*) filter (where x.billing = 3) as shared, count (*) filter (where x.billing = 4) as read_only
    from by_area x
    join jl.building b on b.id = x.building_id
    where b.fit and b.fit_decided_on <= x.starts_on and b.company_id is not null
    group by x.year, x.starts_on, b.company_id
  )
  select c.unit_id, c.id, s.year,
    jsonb_build_object ('n', s.n, 'dm2', s.dm2, 'by_area', s.by_area, 'shared', s.shared, 'read_only', s.read_only, 'price',
      case when not exists (select from jl.price_in_force (s.starts_on) f where f.unit_id = c.unit_id) then '采暖期开始时当地无现行计量热价' end)
  from firm s
  join jl.company c on c.id = s.company_id
$$;

-- Projects on a company's network that were accepted and have no contract in the register.
select jl.finding_define ('firm_contract_missing', 'C-FIRM', '四（三）', 'warning', 'company',
  '供热单位未与建设单位签订供热计量合同',
  '{n}个已验收项目未签订合同：{projects}', '2010-07-23');
create function jl.finding_firm_contract_missing (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.id, null::smallint,
    jsonb_build_object ('n', count (*), 'projects', string_agg (g.code, '、' order by g.place) filter (where g.place <= 5)
                                                    || case when count (*) > 5 then '等' else '' end)
  from (
    select (g.project).company_id, (g.project).code, row_number () over (partition by (g.project).company_id order by (g.project).code) as place
    from jl.finding_gates (p_as_of, false) g
    where g.known_on >= (select jl.finding_from ('firm_contract_missing')) and g.acceptance = 'done' and g.contract <> 'not_applicable'
      and not exists (select from jl.supply_contract s where s.project_id = g.project_id and s.signed_on <= p_as_of)) g
  join jl.company c on c.id = g.company_id
  group by c.id
$$;

select jl.finding_define ('firm_contract_duties', 'C-FIRM', '四（三）', 'warning', 'supply_contract',
  '合同约定的供热单位职责不全',
  '合同未由供热单位负责：{missing}', '2010-07-23');
create function jl.finding_firm_contract_duties (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select s.unit_id, s.id, null::smallint, jsonb_build_object ('missing', w.missing)
  from jl.supply_contract s
  cross join lateral (
    select concat_ws ('、', case when not s.selects then '选型' end, case when not s.buys then '购置' end, case when not s.manages then '管理' end,
      case when not s.bills then '计量收费' end, case when not s.maintains then '日常维护' end) as missing) w
  where s.signed_on between (select jl.finding_from ('firm_contract_duties')) and p_as_of and w.missing <> ''
$$;

-- Asked once the billing figures of the season are cut off, of whom they are known; what was told is residential area.
select jl.finding_define ('firm_target_unmet', 'C-FIRM', '四（三）', 'warning', 'company',
  '供热单位未完成年度计量收费任务',
  '住宅计量收费任务{target:area}，完成{done:area}');
create function jl.finding_firm_target_unmet (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select t.unit_id, t.company_id, t.year, jsonb_build_object ('target', t.target_dm2, 'done', s.done)
  from jl.finding_seasons (p_as_of) z
  join lateral jl_api.cutoffs (z.year) c on c.billing <= p_as_of
  join jl.company_target t on t.year = z.year
  join lateral (
    select jl.sum8 (s.den) as done
    from jl.register_sum s
    where s.measure = 'firm' and s.year = z.year and s.part = t.company_id
    having sum (s.n) > sum (s.missing_n)) s on true
  where s.done < t.target_dm2
$$;

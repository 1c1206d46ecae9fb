-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Heat sources and networks (四(六)), energy (四(七)), heat quality (五(二)2), money (五(二)1), household accounts (四(五)).

select jl.finding_define ('boiler_overdue', 'C-BOILER', '四（六）', 'warning', 'boiler_house',
  '小锅炉房到期未撤并',
  '计划{planned_on}撤并，已逾期{planned_on:late}天[，供热面积{dm2:area}]');
create function jl.finding_boiler_overdue (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select b.unit_id, b.id, null::smallint, jsonb_build_object ('planned_on', b.planned_on, 'dm2', b.heated_dm2)
  from jl.boiler_house b
  where b.planned_on < p_as_of and (b.merged_on is null or b.merged_on > p_as_of)
$$;

select jl.finding_define ('boiler_unplanned', 'C-BOILER', '四（六）', 'note', 'boiler_house',
  '小锅炉房未列入撤并计划',
  '尚未撤并，未登记计划撤并日期[，供热面积{dm2:area}]');
create function jl.finding_boiler_unplanned (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select b.unit_id, b.id, null::smallint, jsonb_build_object ('dm2', b.heated_dm2)
  from jl.boiler_house b
  where b.planned_on is null and (b.merged_on is null or b.merged_on > p_as_of)
$$;

select jl.finding_define ('network_overdue', 'C-BOILER', '四（六）', 'warning', 'network_work',
  '供热系统、管网改造到期未完成',
  '计划{planned_on}完成，已逾期{planned_on:late}天');
create function jl.finding_network_overdue (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select w.unit_id, w.id, w.year, jsonb_build_object ('planned_on', w.planned_on)
  from jl.network_work w
  where w.planned_on < p_as_of and (w.done_on is null or w.done_on > p_as_of)
$$;

-- A company's season against the newest quota of its unit: heat and coal for each ㎡. Of a season that has ended.
select jl.finding_define ('energy_over_quota', 'C-ENERGY', '四（七）', 'warning', 'energy_use',
  '供热能耗超过限额',
  '{what}');
create function jl.finding_energy_over_quota (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select e.unit_id, e.id, e.year, jsonb_build_object ('what', w.what)
  from jl.finding_seasons (p_as_of) z
  join jl.energy_use e on e.year = z.year
  join lateral (
    select q.* from jl.energy_quota q where q.unit_id = e.unit_id and q.from_year <= e.year order by q.from_year desc limit 1) q on true
  cross join lateral (
    select e.heat_100kj::numeric / 100 / nullif (e.heated_dm2, 0) as heat, e.coal_kgce::numeric * 100 / nullif (e.heated_dm2, 0) as coal) u
  cross join lateral (
    select concat_ws ('；',
      case when u.heat > q.heat_per_m2 then '耗热量' || round (u.heat, 4) || 'GJ/㎡，限额' || trim_scale (q.heat_per_m2) || 'GJ/㎡' end,
      case when u.coal > q.coal_per_m2 then '能耗' || round (u.coal, 2) || 'kgce/㎡，限额' || trim_scale (q.coal_per_m2) || 'kgce/㎡' end) as what) w
  where w.what <> ''
$$;

-- Far above the median of all companies of the season in units of the same group, in heat or in coal for each ㎡; three are the least
-- that have a middle.
select jl.finding_define ('energy_far_from_peers', 'C-ENERGY', '四（七）', 'note', 'energy_use',
  '供热能耗明显高于同组供热单位',
  '{what}');
create function jl.finding_energy_far_from_peers (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  with e as (
    select e.id, e.unit_id, e.year, h.grp, u.*
    from jl.finding_seasons (p_as_of) z
    join jl.energy_use e on e.year = z.year and e.heated_dm2 > 0
    join jl.finding_homes (p_as_of) h on h.unit_id = e.unit_id
    cross join lateral (values
      ('耗热量', 'GJ/㎡', 4, e.heat_100kj::numeric / 100 / e.heated_dm2),
      ('能耗', 'kgce/㎡', 2, e.coal_kgce::numeric * 100 / e.heated_dm2)) u (name, unit, digits, used)
    where u.used is not null
  ), m as (
    select e.year, e.grp, e.name, count (*) as n, percentile_cont (0.5) within group (order by e.used::float8)::numeric as median
    from e group by e.year, e.grp, e.name having count (*) >= 3
  )
  select e.unit_id, e.id, e.year,
    jsonb_build_object ('what', string_agg (
      format ('%s%s%s，同组%s家中位数%s%s，为其%s倍', e.name, round (e.used, e.digits), e.unit, m.n, round (m.median, e.digits), e.unit,
              round (e.used / m.median, 2)), '；' order by e.digits desc))
  from e
  join m using (year, grp, name)
  join jl.finding_limits ('finding.peer_factor', p_as_of) l on l.unit_id = e.unit_id
  where m.median > 0 and e.used > l.value * m.median
  group by e.unit_id, e.id, e.year
$$;

select jl.finding_define ('quality_pass_rate', 'C-QUALITY', '五（二）2', 'warning', 'quality_check',
  '室温抽测合格率偏低',
  '抽测{n}户，合格{passed}户，合格率{rate}%，下限{limit}%[，最低{lowest}℃]');
create function jl.finding_quality_pass_rate (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.id, null::smallint,
    jsonb_build_object ('n', c.n_checked, 'passed', c.n_passed, 'rate', jl.share_text (c.n_passed, c.n_checked, l.value), 'limit', l.value,
                        'lowest', c.lowest)
  from jl.quality_check c
  join jl.finding_limits ('finding.pass_rate', p_as_of) l on l.unit_id = c.unit_id
  where c.kind = 'room_temperature' and c.checked_on <= p_as_of and (c.settled_on is null or c.settled_on > p_as_of)
    and c.n_passed * 100 < l.value * c.n_checked
$$;

-- Still out, or repaired late in a season that is open.
select jl.finding_define ('outage_late', 'C-QUALITY', '五（二）2', 'warning', 'outage',
  '供热故障未按期修复',
  '{began_on}停热，应于{due_on}前修复，{what}');
create function jl.finding_outage_late (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select o.unit_id, o.id, null::smallint,
    jsonb_build_object ('began_on', o.began_on, 'due_on', o.due_on, 'what',
      case when o.repaired_on <= p_as_of then o.repaired_on || '修复，迟' || o.repaired_on - o.due_on || '天' else '尚未修复' end)
  from jl.outage o
  where o.began_on <= p_as_of and least (coalesce (o.repaired_on, p_as_of), p_as_of) > o.due_on
    and (o.repaired_on is null or o.repaired_on > p_as_of or o.began_on >= (select jl.finding_since (p_as_of)))
$$;

-- Money that went out before the work was accepted; a rule may look at the government's alone.
select jl.finding_define ('fund_before_acceptance', 'C-FUND', '五（二）1', 'warning', 'fund',
  '项目未经验收即支出资金',
  '{source}资金支出{spent:money}[（{spent_on}）]，{acceptance}');
create function jl.finding_fund_before_acceptance (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select f.unit_id, f.id, f.year,
    jsonb_build_object ('source', coalesce (jl.fund_source_name (f.source), '来源不明'), 'spent', f.spent_fen, 'spent_on', f.spent_on, 'acceptance',
                        coalesce ('项目' || p.accepted_on || '验收', '项目尚未验收'))
  from jl.fund f
  join jl.retrofit_project p on p.id = f.project_id
  join jl.finding_limits ('finding.fund_scope', p_as_of) l on l.unit_id = f.unit_id
  where f.spent_fen > 0 and coalesce (f.spent_on, p_as_of) <= p_as_of
    and (p.accepted_on is null or p.accepted_on > coalesce (f.spent_on, p_as_of))
    and (l.choice = 'all' or f.source = 'government')
$$;

select jl.finding_define ('fund_source_missing', 'C-FUND', '五（二）1', 'note', 'fund',
  '资金来源不清楚',
  '未填报资金来源[，计划{planned:money}][，到位{received:money}][，支出{spent:money}]');
create function jl.finding_fund_source_missing (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select f.unit_id, f.id, f.year, jsonb_build_object ('planned', f.planned_fen, 'received', f.received_fen, 'spent', f.spent_fen)
  from jl.fund f
  join jl.season s on s.year = f.year
  where f.source is null and f.year <= extract (year from p_as_of)
$$;

-- Asked when the year is over.
select jl.finding_define ('fund_not_received', 'C-FUND', '五（二）1', 'warning', 'fund',
  '计划资金到位不足',
  '计划{planned:money}，{received}，不足{limit}%');
create function jl.finding_fund_not_received (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select f.unit_id, f.id, f.year,
    jsonb_build_object ('planned', f.planned_fen, 'limit', l.value, 'received',
      coalesce ('到位' || to_char (f.received_fen / 1000000.0, 'FM999999990.00') || '万元', '到位金额未填报'))
  from jl.fund f
  join jl.finding_limits ('finding.received_part', p_as_of) l on l.unit_id = f.unit_id
  where f.planned_fen > 0 and make_date (f.year, 12, 31) <= p_as_of and coalesce (f.received_fen, 0) * 100 < l.value * f.planned_fen
$$;

-- Households without an account, or accounts without their three contents, below the rule's part; asked when the season is over.
select jl.finding_define ('accounts_incomplete', 'C-ACCT', '四（五）', 'warning', 'account_coverage',
  '户籍热费账户建档不全',
  '{households}户，{what}，下限{limit}%');
create function jl.finding_accounts_incomplete (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select a.unit_id, a.id, a.year, jsonb_build_object ('households', a.households, 'limit', l.value, 'what', w.what)
  from jl.finding_seasons (p_as_of) z
  join jl.account_coverage a on a.year = z.year
  join jl.finding_limits ('finding.account_part', p_as_of) l on l.unit_id = a.unit_id
  cross join lateral (
    select concat_ws ('、', case when a.accounts is null then '建档户数未报' when a.accounts * 100 < l.value * a.households then '建档' || a.accounts || '户' end,
      case when a.with_fee is null then '含热费户数未报' when a.with_fee * 100 < l.value * a.accounts then '含热费' || a.with_fee || '户' end,
      case when a.with_subsidy is null then '含补贴户数未报' when a.with_subsidy * 100 < l.value * a.accounts then '含补贴' || a.with_subsidy || '户' end,
      case when a.with_building is null then '含房屋信息户数未报' when a.with_building * 100 < l.value * a.accounts
        then '含房屋信息' || a.with_building || '户' end) as what) w
  where w.what <> ''
$$;

-- The sampled check of accounts: what was found otherwise than sent and is not put right, and checks that are not finished in their term.
select jl.finding_define ('account_check_differs', 'C-ACCT', '四（五）', 'warning', 'checked_account',
  '抽查户账不符未整改',
  '{season}账户{number}于{checked_on}抽查，{what}，尚未整改');
create function jl.finding_account_check_differs (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.id, null::smallint, jsonb_build_object ('season', jl.season_name (k.year), 'number', c.number, 'checked_on', c.checked_on, 'what',
    case c.result when 'absent' then '供热企业系统中查无此户'
      else coalesce (jl.account_differs (c.sent_area_dm2, c.sent_heat_100kj, c.sent_fee_fen, c.sent_subsidy_fen, c.sent_paid_fen, c.area_dm2, c.heat_100kj,
                                         c.fee_fen, c.subsidy_fen, c.paid_fen), '档案') || '与报送不符' end)
  from jl.checked_account c
  join jl.account_check k on k.id = c.check_id
  where c.result in ('differs', 'absent') and c.checked_on <= p_as_of and (c.corrected_on is null or c.corrected_on > p_as_of)
$$;

select jl.finding_define ('account_check_late', 'C-ACCT', '四（五）', 'note', 'account_check',
  '户账抽查未按期完成',
  '{drawn_on}抽取{n}户，应于{due_on}前查完，尚有{left}户没有结果');
create function jl.finding_account_check_late (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select k.unit_id, k.id, k.year, jsonb_build_object ('drawn_on', k.drawn_on, 'due_on', k.due_on, 'n', count (*),
    'left', count (*) filter (where c.checked_on is null or c.checked_on > p_as_of))
  from jl.account_check k
  join jl.checked_account c on c.check_id = k.id
  where k.due_on < p_as_of
  group by k.id
  having bool_or (c.checked_on is null or c.checked_on > p_as_of)
$$;

-- The companies at work in each open season whose figures have been cut off: who owes figures of that season.
create function jl.finding_companies (p_day date)
returns table (unit_id int, company_id int, year smallint)
language sql stable rows 300
as $$
  select c.unit_id, c.id, z.year
  from jl.finding_seasons (p_day) z
  join lateral jl_api.cutoffs (z.year) k on k.billing <= p_day
  join jl.company c on (c.started_on is null or c.started_on <= z.ends_on) and (c.ended_on is null or c.ended_on > z.starts_on)
$$;

select jl.finding_define ('accounts_not_reported', 'C-ACCT', '四（五）', 'note', 'company',
  '户籍热费管理系统建设情况未报',
  '{season}未报户籍热费账户建档情况');
create function jl.finding_accounts_not_reported (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.company_id, c.year, jsonb_build_object ('season', jl.season_name (c.year))
  from jl.finding_companies (p_as_of) c
  where not exists (select from jl.account_coverage t where t.company_id = c.company_id and t.year = c.year)
$$;

select jl.finding_define ('energy_not_reported', 'C-ENERGY', '四（七）', 'note', 'company',
  '供热能耗未报',
  '{season}未报供热能耗');
create function jl.finding_energy_not_reported (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.company_id, c.year, jsonb_build_object ('season', jl.season_name (c.year))
  from jl.finding_companies (p_as_of) c
  where not exists (select from jl.energy_use t where t.company_id = c.company_id and t.year = c.year)
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Organisation and accountability (五(一), 五(二)2), publicity and problems (五(四)), the papers that rules rest on, returns, and last the Luban
-- prize, which looks at the rules above.

-- The units that have not set up or issued a thing, once their first season of the reform has begun.
create function jl.finding_lacking (p_kind text, p_day date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select q.unit_id, null::bigint, null::smallint, jsonb_build_object ('until', q.first_season - 1)
  from jl.finding_task_year (p_day) y (year)
  cross join lateral jl.policy (y.year) q
  where q.grp <> 'prefecture_sum' and q.first_season <= p_day
    and not exists (
      select from jl.organisation o
      where o.unit_id = q.unit_id and o.kind = p_kind and o.decided_on <= p_day and (o.ended_on is null or o.ended_on > p_day))
$$;

-- The first of a kind where it came too late, since the first open season began.
create function jl.finding_came_late (p_kind text, p_day date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select q.unit_id, o.id, null::smallint,
    jsonb_build_object ('until', q.first_season - 1, 'decided_on', o.decided_on, 'days', o.decided_on - (q.first_season - 1))
  from jl.finding_task_year (p_day) y (year)
  cross join lateral jl.policy (y.year) q
  join jl.organisation o on o.unit_id = q.unit_id and o.kind = p_kind and o.decided_on >= q.first_season
  where q.grp <> 'prefecture_sum' and o.decided_on between (select jl.finding_since (p_day)) and p_day
    and not exists (
      select from jl.organisation e
      where e.unit_id = o.unit_id and e.kind = o.kind and (e.decided_on, e.id) < (o.decided_on, o.id))
$$;

-- Two rules a kind, all alike: it is lacking, it came late.
do $$
declare
  k record;
begin
  for k in
    select * from (values
      ('org_no_leading_group', 'C-ORG', '五（一）', 'warning', '未建立供热计量改革领导小组', 'leading_group', '领导小组', '建立'),
      ('org_no_office', 'C-ORG', '五（一）', 'warning', '未设立供热计量改革办公室', 'office', '供热计量改革办公室', '设立'),
      ('org_no_division', 'C-ORG', '五（一）', 'warning', '未明确部门职责分工', 'division_of_work', '部门职责分工文件', '印发'),
      ('org_no_rules', 'C-ORG', '五（一）', 'warning', '未制定实施细则和办法', 'implementing_rules', '实施细则和办法', '印发'),
      ('org_no_appraisal', 'C-ORG', '五（二）2', 'warning', '改革成效未列入领导干部综合考核评价', 'leader_appraisal', '列入领导干部综合考核评价的文件', '印发'),
      ('boiler_no_plan', 'C-BOILER', '四（六）', 'warning', '未制定集中供热实施方案', 'central_heating_plan', '城市发展集中供热实施方案', '印发'),
      ('meter_no_funding', 'C-METER', '四（四）', 'note', '未研究检定费用筹集办法', 'verification_funding', '检定费用筹集办法', '印发'),
      ('energy_no_appraisal', 'C-ENERGY', '四（七）', 'warning', '未制定能耗考评指标体系和办法', 'energy_appraisal', '能耗考评指标体系和考评办法', '印发'),
      ('energy_no_body', 'C-ENERGY', '四（七）', 'warning', '未建立节能监督机构', 'energy_supervision', '节能监督机构', '建立')) k (code, clause_id, clause, severity, title, kind, name, act)
  loop
    perform jl.finding_define (k.code, k.clause_id, k.clause, k.severity, null, k.title, '应于{until}前建立或印发，未登记现行的' || k.name);
    execute format ($f$
      create function jl.%I (p_as_of date)
      returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
      language sql stable
      as $body$ select * from jl.finding_lacking (%L, p_as_of) $body$
      $f$, 'finding_' || k.code, k.kind);
    perform jl.finding_define (replace (k.code, '_no_', '_late_'), k.clause_id, k.clause, 'note', 'organisation', replace (k.title, '未', '未按期'),
                               format ('应于{until}前%1$s%2$s，{decided_on}才%1$s，迟{days}天', k.act, k.name));
    execute format ($f$
      create function jl.%I (p_as_of date)
      returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
      language sql stable
      as $body$ select * from jl.finding_came_late (%L, p_as_of) $body$
      $f$, 'finding_' || replace (k.code, '_no_', '_late_'), k.kind);
  end loop;
end
$$;

-- 责任书 of a year with the departments and with the heating companies, after the rule's month.
select jl.finding_define ('org_no_letters', 'C-ORG', '五（二）2', 'warning', null,
  '未签订年度目标责任书',
  '{year}年未与{missing}签订责任书，应于{until}前签订');
create function jl.finding_org_no_letters (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select u.unit_id, null::bigint, y.year, jsonb_build_object ('year', y.year, 'missing', w.missing, 'until', d.day)
  from jl.finding_task_years (p_as_of) y
  cross join lateral jl.finding_units (least (p_as_of, make_date (y.year, 12, 31))) u
  join jl.finding_limits ('finding.letter_month', p_as_of) l on l.unit_id = u.unit_id
  cross join lateral (select (make_date (y.year, l.value::int, 1) + interval '1 month - 1 day')::date as day) d
  cross join lateral (
    select concat_ws ('、', case when not coalesce (bool_or (r.party = 'departments'), false) then '有关部门' end,
                      case when not coalesce (bool_or (r.party = 'companies'), false) then '供热单位' end) as missing
    from jl.responsibility_letter r where r.unit_id = u.unit_id and r.year = y.year and r.signed_on <= p_as_of) w
  where d.day < p_as_of and d.day >= date '2010-07-23' and w.missing <> ''
$$;

-- The letter with the province and the yearly target, which the figures use, should say the same.
select jl.finding_define ('letter_differs', 'C-ORG', '五（二）2', 'note', 'responsibility_letter',
  '责任书与年度任务分解不一致',
  '{year}年{what}；指标按年度任务分解计算');
create function jl.finding_letter_differs (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select r.unit_id, r.id, r.year, jsonb_build_object ('year', r.year, 'what', string_agg (
      jl.task_name (t.task) || '：责任书' || case t.task when 'share' then trim_scale (r.share) || '%' else trim_scale (l.dm2 / 1000000.0) || '万㎡' end
      || '，年度任务' || case t.task when 'share' then trim_scale (k.share) || '%' else trim_scale (k.area_dm2 / 1000000.0) || '万㎡' end, '；' order by t.task))
  from jl.finding_task_years (p_as_of) y
  join jl.responsibility_letter r on r.year = y.year and r.party = 'province' and r.signed_on <= p_as_of
  join jl.target t on t.unit_id = r.unit_id
  join jl.target_year k on k.target_id = t.id and k.year = r.year
  cross join lateral (
    select case t.task when 'existing' then r.existing_dm2 when 'nonsaving' then r.nonsaving_dm2 when 'office' then r.office_dm2
      when 'public' then r.public_dm2 end as dm2) l
  where l.dm2 <> k.area_dm2 or t.task = 'share' and r.share <> k.share
  group by r.id
$$;

select jl.finding_define ('task_overdue', 'C-ORG', '五（一）', 'warning', 'assigned_task',
  '交办事项逾期未办结',
  '应于{due_on}前办结，已逾期{due_on:late}天，承办：{office}');
create function jl.finding_task_overdue (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select t.unit_id, t.id, null::smallint, jsonb_build_object ('due_on', t.due_on, 'office', t.office)
  from jl.assigned_task t
  where t.given_on <= p_as_of and t.due_on < p_as_of and (t.done_on is null or t.done_on > p_as_of)
$$;

select jl.finding_define ('case_open_long', 'C-ORG', '五（二）2', 'warning', 'enforcement_case',
  '执法案件超期未结',
  '{opened_on}立案，{opened_on:late}天未结，期限{limit}天');
create function jl.finding_case_open_long (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.id, null::smallint, jsonb_build_object ('opened_on', c.opened_on, 'limit', l.value)
  from jl.enforcement_case c
  join jl.finding_limits ('finding.case_days', p_as_of) l on l.unit_id = c.unit_id
  where c.opened_on + l.value::int < p_as_of and (c.closed_on is null or c.closed_on > p_as_of)
$$;

-- Open past its day, or closed past it since the first open season began.
select jl.finding_define ('complaint_overdue', 'C-VOICE', '五（四）', 'warning', 'complaint',
  '投诉未按期办结',
  '{received_on}受理，应于{due_on}前办结，{what}');
create function jl.finding_complaint_overdue (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.id, null::smallint, jsonb_build_object ('received_on', c.received_on, 'due_on', c.due_on, 'what',
      case when c.closed_on <= p_as_of then c.closed_on || '办结，迟' || c.closed_on - c.due_on || '天' else '尚未办结' end)
  from jl.complaint c
  where c.received_on <= p_as_of and least (coalesce (c.closed_on, p_as_of), p_as_of) > c.due_on
    and (c.closed_on is null or c.closed_on > p_as_of or c.closed_on >= (select jl.finding_since (p_as_of)))
$$;

select jl.finding_define ('dispute_overdue', 'C-VOICE', '五（一）', 'warning', 'dispute',
  '计量纠纷未按期办结',
  '{received_on}受理，应于{due_on}前办结，{what}');
create function jl.finding_dispute_overdue (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select c.unit_id, c.id, null::smallint, jsonb_build_object ('received_on', c.received_on, 'due_on', c.due_on, 'what',
      case when c.closed_on <= p_as_of then c.closed_on || '办结，迟' || c.closed_on - c.due_on || '天' else '尚未办结' end)
  from jl.dispute c
  where c.received_on <= p_as_of and least (coalesce (c.closed_on, p_as_of), p_as_of) > c.due_on
    and (c.closed_on is null or c.closed_on > p_as_of or c.closed_on >= (select jl.finding_since (p_as_of)))
$$;

-- 舆论宣传: asked when the year is over.
select jl.finding_define ('publicity_none', 'C-VOICE', '五（四）', 'note', null,
  '未登记供热计量改革宣传活动',
  '{year}年没有登记宣传活动');
create function jl.finding_publicity_none (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select u.unit_id, null::bigint, z.year, jsonb_build_object ('year', z.year)
  from jl.finding_seasons (p_as_of) z
  cross join lateral jl.finding_units (make_date (z.year, 12, 31)) u
  where make_date (z.year, 12, 31) <= p_as_of
    and not exists (
      select from jl.publicity p
      where p.unit_id = u.unit_id and p.held_on between make_date (z.year, 1, 1) and make_date (z.year, 12, 31))
$$;

-- C-BASIS: a rule or a task in force that cites a paper which is not, or not as it was.
select jl.finding_define ('basis_of_rule', 'C-BASIS', '政策依据', 'decide', 'rule',
  '规则所依据的文件已修改或废止',
  '{kind}依据{number}，该文件{force}');
create function jl.finding_basis_of_rule (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select coalesce (r.unit_id, jl.finding_province ()), r.id, null::smallint,
    jsonb_build_object ('kind', k.label, 'number', d.number, 'force', jl.document_lapse (d.force, d.ended_on, p_as_of))
  from jl.rule r
  join jl.rule_kind k on k.code = r.kind
  join jl.policy_document d on d.id = r.document_id
  where jl.in_force (r.valid, p_as_of) and jl.document_lapse (d.force, d.ended_on, p_as_of) is not null
$$;

select jl.finding_define ('basis_of_target', 'C-BASIS', '政策依据', 'decide', 'target',
  '任务所依据的文件已修改或废止',
  '任务依据{number}，该文件{force}');
create function jl.finding_basis_of_target (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select t.unit_id, t.id, null::smallint, jsonb_build_object ('number', d.number, 'force', jl.document_lapse (d.force, d.ended_on, p_as_of))
  from jl.target t
  join jl.policy_document d on d.id = t.document_id
  where t.starts_on <= p_as_of and jl.document_lapse (d.force, d.ended_on, p_as_of) is not null
$$;

-- Returns of the years that are looked at: not sent, or sent after their day.
select jl.finding_define ('return_missing', 'C-PRAISE', '考核管理需要', 'warning', 'unit_return',
  '报表未报',
  '{form}应于{due_on}前报送，逾期{due_on:late}天[，{reminded_on}已催报]');
create function jl.finding_return_missing (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select r.unit_id, r.id, r.year, jsonb_build_object ('form', jl.form_name (r.form), 'due_on', r.due_on, 'reminded_on',
                                                      case when r.reminded_on <= p_as_of then r.reminded_on end)
  from jl.unit_return r
  join jl.finding_seasons (p_as_of) z on z.year = r.year
  where r.due_on < p_as_of and (r.filed_on is null or r.filed_on > p_as_of)
$$;

select jl.finding_define ('return_late', 'C-PRAISE', '考核管理需要', 'note', 'unit_return',
  '报表迟报',
  '{form}应于{due_on}前报送，{filed_on}报送，迟报{days}天');
create function jl.finding_return_late (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select r.unit_id, r.id, r.year,
    jsonb_build_object ('form', jl.form_name (r.form), 'due_on', r.due_on, 'filed_on', r.filed_on, 'days', r.filed_on - r.due_on)
  from jl.unit_return r
  join jl.finding_seasons (p_as_of) z on z.year = r.year
  where r.filed_on > r.due_on and r.filed_on <= p_as_of
$$;

-- 三(五): a county's return that came and has not passed its prefecture within the days of the rule.
select jl.finding_define ('return_not_reviewed', 'C-COUNTY', '三（五）', 'warning', 'unit_return',
  '报表未通过市（州）初审',
  '{form}{filed_on}报送，应于{until}前由{reviewer}初审[，{sent_back_on}退回修改]，逾期{until:late}天未通过');
create function jl.finding_return_not_reviewed (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  with r as materialized (
    select r.*, r.filed_on + l.value::int as until, jl.reviewer_of (r.unit_id, r.filed_on) as reviewer_id
    from jl.unit_return r
    join jl.finding_seasons (p_as_of) z on z.year = r.year
    join jl.finding_limits ('finding.review_days', p_as_of) l on l.unit_id = r.unit_id
    where r.filed_on + l.value::int < p_as_of and (r.reviewed_on is null or r.reviewed_on > p_as_of)
  )
  select r.unit_id, r.id, r.year,
    jsonb_build_object ('form', jl.form_name (r.form), 'filed_on', r.filed_on, 'until', r.until, 'reviewer', v.short_name,
                        'sent_back_on', case when r.sent_back_on <= p_as_of then r.sent_back_on end)
  from r
  join jl.unit_version v on v.unit_id = r.reviewer_id and v.valid @> r.filed_on
$$;

-- 没有按照供热计量强制性标准建设: a project for the prize that does not comply, or with any breach of its gates or fitting, whatever was
-- said about it since (scheme 9).
create function jl.luban_breaches (p_day date)
returns table (project_id int, title text)
language sql stable rows 20
as $$
  select f.project_id, r.title
  from (
    select g.rule, g.project_id
    from jl.finding_by_gates (p_day, true) g
    where g.rule in ('new_permit_without_review', 'new_presale_without_permit', 'new_presale_after_early_start', 'new_filing_without_acceptance',
                     'new_connection_without_acceptance', 'new_acceptance_without_company', 'new_contract_missing', 'sync_accepted_without_meters',
                     'new_gate_against_rules')
    union
    select d.rule, b.project_id
    from jl.finding_by_devices (p_day, true) d
    join jl.seen_meter_batch b on b.id = d.batch_id
    where d.rule in ('product_not_admitted', 'device_no_certificate', 'meter_no_first', 'meter_unauthorised')) f
  join jl.finding_rule r on r.code = f.rule
  union
  select g.project_id, '设计不符合供热计量强制性标准'
  from jl.finding_gates (p_day, true) g
  where not (g.project).complies and g.known_on >= (select jl.finding_from ('luban_breach'))
$$;

-- What was not reported of a project for the prize: whether it is built as it should be cannot be told.
create function jl.luban_gaps (p_day date)
returns table (project_id int, place int, gate text)
language sql stable rows 20
as $$
  select f.project_id, k.place, k.gate
  from jl.finding_gates (p_day, true) f
  cross join lateral (values (1, 'contract', f.contract), (2, 'drawing_review', f.review), (3, 'permit', f.permit), (4, 'presale', f.presale),
    (5, 'acceptance', f.acceptance), (6, 'filing', f.filing), (7, 'connection', f.connection), (8, 'title', f.title)) k (place, gate, state)
  where k.state = 'not_reported' and f.known_on >= (select jl.finding_from ('luban_not_reported'))
$$;

select jl.finding_define ('luban_breach', 'C-LUBAN', '五（二）3', 'blocks', 'new_project',
  '拟申报鲁班奖的项目存在供热计量建设问题',
  '{n}项：{titles}', '2010-07-23');
create function jl.finding_luban_breach (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint, jsonb_build_object ('n', count (*), 'titles', string_agg (b.title, '；' order by b.title))
  from jl.luban_breaches (p_as_of) b
  join jl.new_project p on p.id = b.project_id
  group by p.id
$$;

-- No breach perhaps, but no clean record either.
select jl.finding_define ('luban_not_reported', 'C-LUBAN', '五（二）3', 'decide', 'new_project',
  '拟申报鲁班奖的项目建设环节资料未报，尚不能判定',
  '未报{n}项：{gates}', '2010-07-23');
create function jl.finding_luban_not_reported (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint,
    jsonb_build_object ('n', count (*), 'gates', string_agg (jl.gate_name (g.gate), '、' order by g.place))
  from jl.luban_gaps (p_as_of) g
  join jl.new_project p on p.id = g.project_id
  group by p.id
$$;

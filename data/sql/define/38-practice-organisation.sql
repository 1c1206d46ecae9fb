-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: papers, plans, organisation, letters of responsibility, cases, leads and tasks. Names of offices only.

-- The assessed units with what the papers of a unit are numbered by: 长春市 writes 长春演练发〔2010〕1号.
create function jl.practice_papers () returns table (unit_id int, code text, name text, short_name text, grp text, profile text, word text, luck int)
language sql stable as
$$
  select f.assessed_id, f.code, v.name, v.short_name, f.grp, f.profile, v.short_name || '演练', jl.practice_draw (f.assessed_id * 7919, 6)
  from jl.practice_profiles () f join jl.unit_version v on v.unit_id = f.assessed_id and v.valid @> date '2012-06-30'
$$;

-- Every unit's rules of its own, some of them amended or repealed since; on them rest a task, and here and there a number of days of the
-- unit's own. What was there before the practice began was known at its date.
create function jl.practice_documents () returns void language sql as
$$
  update jl.policy_document set entered_at = jl.practice_known (greatest (issued_on, date '2010-07-23'));
  insert into jl.policy_document (unit_id, number, title, issuer, rank, issued_on, effective_on, ended_on, force, note, entered_at)
  select u.unit_id, u.word || '政发〔2010〕' || (10 + u.unit_id) || '号', u.short_name || '供热计量改革实施细则（演练）', u.name || '政府（演练）', 'city',
    date '2010-09-01' + u.luck % 120, date '2010-10-01' + u.luck % 120,
    case when u.unit_id % 7 = 0 then date '2012-08-31' end,
    case when u.unit_id % 7 = 0 then 'repealed' when u.unit_id % 7 = 3 then 'amended' else 'in_force' end, '演练文件，不得引用',
    jl.practice_known (date '2010-09-01' + u.luck % 120)
  from jl.practice_papers () u where u.profile <> 'weak' or u.unit_id % 2 = 0
  order by u.unit_id;
  insert into jl.policy_document (unit_id, number, title, issuer, rank, issued_on, effective_on, force, note, entered_at)
  select u.unit_id, u.word || '政发〔2012〕' || (10 + u.unit_id) || '号', u.short_name || '供热计量改革实施细则（修订）（演练）', u.name || '政府（演练）', 'city',
    date '2012-08-20', date '2012-09-01', 'in_force', '演练文件，不得引用', jl.practice_known ('2012-08-20')
  from jl.practice_papers () u where u.unit_id % 7 = 0 and (u.profile <> 'weak' or u.unit_id % 2 = 0)
  order by u.unit_id;
  update jl.policy_document o set superseded_by = n.id
  from jl.policy_document n
  where o.unit_id = n.unit_id and o.force = 'repealed' and n.force = 'in_force' and o.rank = 'city' and n.rank = 'city';

  update jl.target t set document_id = d.id
  from jl.policy_document d
  where d.unit_id = t.unit_id and d.issued_on < '2012-01-01' and t.task = 'nonsaving' and t.basis = 'letter';
  insert into jl.rule (kind, unit_id, valid, value_number, basis, document_id, entered_at)
  select 'finding.case_days', d.unit_id, daterange (d.issued_on, null), 120 + d.unit_id % 4 * 30, d.title || '第十二条', d.id,
    jl.practice_known (d.issued_on)
  from jl.policy_document d where d.unit_id % 3 = 0 and d.issued_on < '2012-01-01'
  order by d.unit_id;
$$;

-- Five-year plans from 2011 on; a weak unit in two has none, and not every plan says all. The yearly areas are parts of the stock.
create function jl.practice_plans () returns void language sql as
$$
  insert into jl.five_year_plan (unit_id, first_year, last_year, technical_route, metering_method, document, approved_on, entered_at)
  select u.unit_id, 2011, 2015,
    case when u.unit_id % 11 > 0 then (array['two_part_household', 'two_part_building', 'mixed'])[1 + u.unit_id % 3] end,
    case when u.unit_id % 9 > 0 then (array['household_meter', 'flow_temperature', 'on_off_time', 'allocator', 'household_meter'])[1 + u.unit_id % 5] end,
    u.word || '发〔2010〕' || (60 + u.unit_id) || '号', case when u.unit_id % 10 > 0 then date '2010-11-01' + u.luck % 100 end,
    jl.practice_known (date '2010-11-01' + u.luck % 100)
  from jl.practice_papers () u where u.profile <> 'weak' or u.unit_id % 2 = 0
  order by u.unit_id;

  insert into jl.five_year_plan_year (plan_id, unit_id, year, existing_dm2, nonsaving_dm2, public_dm2, entered_at)
  select p.id, p.unit_id, y, s.existing * 20 / 100 / 10000 * 10000,
    case when p.unit_id % 8 > 0 then s.nonsaving * (6 + (y - 2011)) / 100 / 10000 * 10000 end,
    s.public * (array[40, 30, 10, 10, 10])[y - 2010] / 100 / 10000 * 10000, p.entered_at
  from jl.five_year_plan p
  cross join generate_series (p.first_year::int, p.last_year) y
  join (
    select unit_id, sum (stock_dm2) filter (where task = 'existing')::bigint as existing,
      sum (stock_dm2) filter (where task = 'nonsaving')::bigint as nonsaving,
      sum (stock_dm2) filter (where task in ('office', 'public'))::bigint as public
    from jl.target group by unit_id) s on s.unit_id = p.unit_id
  order by p.unit_id, y;
$$;

-- What a unit set up or issued, each kind by most; a weak unit lacks more, and half of what was lacking came in the last year but one. Two
-- leading groups were dissolved with nothing in their place.
create function jl.practice_arrangements (p_last int) returns void language sql as
$$
  insert into jl.organisation (unit_id, kind, name, document, decided_on, ended_on, entered_at)
  select u.unit_id, k.kind, u.short_name || k.name || '（演练）',
    case when (u.unit_id + k.place) % 12 > 0 then u.word || '发〔' || extract (year from d.day) || '〕' || (k.place * 7 + u.unit_id) || '号' end, d.day,
    case when k.kind = 'leading_group' and not l.lacks and u.code in ('220422', '222426') then date '2013-03-31' end, jl.practice_known (d.day)
  from jl.practice_papers () u
  cross join (values
    (1, 'leading_group', '供热计量改革领导小组', 700), (2, 'office', '供热计量改革办公室', 1200), (3, 'implementing_rules', '供热计量改革实施细则', 900),
    (4, 'division_of_work', '供热计量改革职责分工方案', 2500), (5, 'leader_appraisal', '领导干部综合考核评价办法', 4500),
    (6, 'central_heating_plan', '发展集中供热实施方案', 1500), (7, 'verification_funding', '热量表检定费用筹集办法', 3500),
    (8, 'energy_appraisal', '供热系统能耗考评办法', 4000), (9, 'energy_supervision', '供热节能监督机构', 3000),
    (10, 'statistics_pilot', '供热系统和建筑能耗统计试点', 7000)) k (place, kind, name, lacking)
  cross join lateral (
    select u.profile <> 'perfect' and jl.practice_draw (u.unit_id * 17 + k.place * 1009, 8)
      < k.lacking * case u.profile when 'weak' then 3 when 'medium' then 1.2 else 0.5 end as lacks) l
  cross join lateral (
    select case when l.lacks then make_date (p_last - 1, 2, 20) + jl.practice_draw (u.unit_id * 31 + k.place, 7) % 240
      else date '2010-08-05' + (jl.practice_draw (u.unit_id * 31 + k.place, 7) % 150)
        + case when u.profile in ('medium', 'weak') and (u.unit_id + k.place) % 6 = 0 then 400 else 0 end end as day) d
  where not l.lacks or (u.unit_id + k.place) % 2 = 0
  order by u.unit_id, k.place
$$;

-- Letters: with the province every year, with the companies and counties, with the departments by most. The areas are those of the year's
-- tasks, as far as the letter names them. A weak unit signs late or not at all.
create function jl.practice_letters (p_first int, p_last int) returns void language sql as
$$
  insert into jl.responsibility_letter (unit_id, year, party, number, signed_on, share, existing_dm2, nonsaving_dm2, office_dm2, public_dm2,
                                        entered_at)
  select u.unit_id, y, p.party, case when (u.unit_id + y + p.place) % 10 > 0 then u.word || '责〔' || y || '〕' || (p.place * 100 + u.unit_id) || '号' end, d.day,
    case when p.party in ('province', 'counties') and (u.unit_id + y) % 3 > 0 then least (25, 10 + 5 * (y - 2010)) end,
    case when (u.unit_id + p.place) % 5 > 0 then a.existing * case when p.party = 'province' and (u.unit_id + y) % 11 = 0 then 9 else 10 end / 10 end, case when (u.unit_id + p.place) % 4 > 0 then a.nonsaving end,
    case when y <= 2012 and p.party <> 'companies' then s.office / 3 / 1000 * 1000 end,
    case when y <= 2012 and p.party <> 'companies' and (u.unit_id + y) % 3 > 0 then s.public / 3 / 1000 * 1000 end, jl.practice_known (d.day)
  from jl.practice_papers () u
  cross join generate_series (greatest (p_first, 2010), p_last) y
  join jl.assessed_unit w on w.unit_id = u.unit_id and w.valid @> make_date (y, 12, 31)
  cross join (values (1, 'province', 300), (2, 'departments', 1500), (3, 'companies', 2200), (4, 'counties', 600)) p (place, party, lacking)
  cross join lateral (
    select make_date (y, case when y = 2010 then 8 else 3 end, 10) + jl.practice_draw (u.unit_id * 41 + y * 7 + p.place, 9) % 60
      + case when u.profile = 'weak' and (u.unit_id + y) % 3 = 0 then 120 else 0 end as day) d
  left join (
    select t.unit_id, t_y.year, sum (t_y.area_dm2) filter (where t.task = 'existing')::bigint as existing,
      sum (t_y.area_dm2) filter (where t.task = 'nonsaving')::bigint as nonsaving
    from jl.target t join jl.target_year t_y on t_y.target_id = t.id group by 1, 2) a on a.unit_id = u.unit_id and a.year = y
  left join (
    select t.unit_id, max (t.stock_dm2) filter (where t.task = 'office') as office, max (t.stock_dm2) filter (where t.task = 'public') as public
    from jl.target t group by 1) s on s.unit_id = u.unit_id
  where (p.party <> 'counties' or u.grp = 'prefecture')
    and (u.profile = 'perfect' or jl.practice_draw (u.unit_id * 53 + y * 61 + p.place, 3)
         >= p.lacking * case u.profile when 'weak' then 3 when 'medium' then 1 else 0.4 end)
  order by u.unit_id, y, p.place
$$;

-- Cases against those who built or passed what they should not, every third of them; some are decided, some have been open for years. Each
-- such project shows in its gates. And some against companies and makers.
create function jl.practice_cases (p_last int) returns void language sql as
$$
  insert into jl.enforcement_case (unit_id, number, subject_kind, subject, project_id, opened_on, clause, decision, penalty_fen, decided_on, closed_on,
                                   entered_at)
  select c.unit_id, '演练罚〔' || extract (year from c.day) || '〕' || lpad (c.n::text, 4, '0') || '号', c.subject_kind, c.subject, c.project_id, c.day, '四（二）',
    case when c.n % 4 > 0 then (array['fine', 'order', 'warning', 'fine', 'order', 'no_breach', 'licence'])[1 + c.n % 7] end,
    case when c.n % 4 > 0 and c.n % 7 in (0, 3) then 1000000 + c.n % 20 * 250000 end,
    case when c.n % 4 > 0 then c.day + 60 + c.n % 50 end,
    case when c.n % 4 > 0 and c.n % 5 > 0 then c.day + 120 + c.n % 90 end, jl.practice_known (c.day)
  from (
    select p.unit_id, row_number () over (order by p.id)::int as n, p.id as project_id,
      (array['developer', 'builder', 'designer', 'reviewer', 'office'])[1 + p.id % 5] as subject_kind,
      case p.id % 5 when 0 then p.developer when 1 then '演练建筑工程公司' when 2 then '演练建筑设计院' when 3 then '演练施工图审查机构' else '演练建设管理机构' end as subject,
      coalesce (p.completed_on, p.started_on + 200) + 20 + p.id % 40 as day
    from jl.new_project p
    where p.complies is false or p.fitted_dm2 = 0 and p.completed_on is not null or 'buyer' in (p.bearer, p.installation_bearer)
      or exists (select from jl.project_gate g where g.project_id = p.id and (g.state = 'against_rules' or g.gate = 'permit' and g.done_on > p.started_on))
  ) c
  where c.day <= make_date (p_last, 12, 31) and c.n <= 200
  order by c.n;

  insert into jl.enforcement_case (unit_id, number, subject_kind, subject, opened_on, clause, decision, penalty_fen, decided_on, closed_on, entered_at)
  select l.leaf_id, '演练罚〔' || extract (year from d.day) || '〕9' || lpad (l.leaf_id::text, 3, '0') || '号', case when l.leaf_id % 2 = 0 then 'company' else 'maker' end,
    case when l.leaf_id % 2 = 0 then c.name else '演练仪表制造公司' end, d.day, case when l.leaf_id % 2 = 0 then '四（三）' else '四（四）' end,
    case when l.leaf_id % 3 > 0 then 'order' end, null, case when l.leaf_id % 3 > 0 then d.day + 45 end,
    case when l.leaf_id % 3 > 0 then d.day + 100 end, jl.practice_known (d.day)
  from jl.practice_leaves (1) l
  join jl.practice_suppliers () s using (leaf_id)
  join jl.company c on c.id = s.companies[1]
  cross join lateral (select date '2011-02-01' + l.leaf_id * 379 % 1300 as day) d
  where l.leaf_id % 3 < 2
  order by l.leaf_id;
$$;

-- Leads: counts and numbers of documents. Tasks: three meetings a year, four units each; some are done late, some not yet.
create function jl.practice_tasks (p_first int, p_last int) returns void language sql as
$$
  insert into jl.lead (unit_id, year, kind, n, document, handed_on, handed_to, answered_on, entered_at)
  select u.unit_id, y, (array['inaction', 'lax_enforcement', 'fraud', 'favouritism', 'power_for_money'])[1 + (u.unit_id * 2 + y) % 5], 1 + (u.unit_id + y) % 3,
    '演练热改移〔' || y || '〕' || u.unit_id || '号', d.day, (array['监察机关', '纪检机关', '检察机关'])[1 + u.unit_id % 3],
    case when (u.unit_id + y) % 4 > 0 then d.day + 60 + u.luck % 90 end, jl.practice_known (d.day)
  from jl.practice_papers () u
  cross join generate_series (greatest (p_first, 2010), p_last) y
  cross join lateral (select make_date (y, 9, 1) + u.luck % 90 as day) d
  where u.profile in ('weak', 'medium') and (u.unit_id * 3 + y) % 9 = 0
  order by y, u.unit_id;

  insert into jl.assigned_task (unit_id, meeting, given_on, content, office, due_on, done_on, result, entered_at)
  select u.unit_id, '全省供热计量改革第' || m.n || '次调度会（演练）', m.day, t.content, u.short_name || t.office, m.day + 60,
    case when u.profile in ('medium', 'weak') and (u.unit_id + m.n) % 5 = 0 then null
         when (u.unit_id + m.n) % 7 = 0 then m.day + 75 else m.day + 30 + u.luck % 30 end,
    case when u.profile in ('medium', 'weak') and (u.unit_id + m.n) % 5 = 0 then null when (u.unit_id + m.n) % 4 > 0 then '已按要求办结（演练）' end,
    jl.practice_known (m.day)
  from (
    select row_number () over (order by y, q)::int as n, make_date (y, q, 12) as day
    from generate_series (greatest (p_first, 2010), p_last) y cross join unnest (array[4, 8, 11]) q
    where make_date (y, q, 12) > '2010-07-23') m
  join jl.practice_papers () u on (u.unit_id * 5 + m.n * 3) % 11 = 0
  join jl.assessed_unit w on w.unit_id = u.unit_id and w.valid @> m.day
  cross join lateral (
    select (array['报送供热计量价格及收费政策落实情况', '核对应改造建筑底数并补报缺数建筑', '对已安装未计量收费的建筑逐栋说明并列出收费时限', '督促未备案新建项目补办供热计量手续'])[1 + (u.unit_id + m.n) % 4] as content,
      (array['价格部门', '住房城乡建设部门', '供热主管部门', '住房城乡建设部门'])[1 + (u.unit_id + m.n) % 4] as office) t
  order by m.n, u.unit_id;
$$;

-- What was found to belong to a stock, or not to, after it was confirmed.
create function jl.practice_stock_changes () returns void language sql as
$$
  insert into jl.stock_change (target_id, unit_id, kind, stock_dm2, stock_n, large_dm2, large_n, decided_on, document, reason, entered_at)
  select t.id, t.unit_id, case when t.unit_id % 3 = 0 then 'remove' else 'add' end, greatest (t.stock_dm2 / 200 / 10000 * 10000, 10000),
    case when t.id % 4 > 0 then 1 + t.id % 3 end, case when t.task = 'public' and t.unit_id % 3 > 0 then 0 end,
    case when t.task = 'public' and t.id % 4 > 0 and t.unit_id % 3 > 0 then 0 end, d.day, '演练热改核〔' || extract (year from d.day) || '〕' || t.id || '号',
    case when t.unit_id % 3 = 0 then '建筑已拆除（演练）' else '复核补录（演练）' end, jl.practice_known (d.day)
  from jl.target t
  cross join lateral (select date '2012-03-15' + t.id * 97 % 800 as day) d
  where t.task in ('existing', 'nonsaving', 'public') and t.stock_dm2 > 0 and t.unit_id % 4 = 1
  order by t.id
$$;

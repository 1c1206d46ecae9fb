-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- New buildings: the gates of 四(二), what the buyer is told and does not pay for; and the three synchronisations of 二(四).
-- A gate that is 不适用 is asked of nobody, one of which nothing was reported (资料未报) breaks no rule and has its own note.

-- Every project with its gates as on a day, or only those for the Luban prize. known_on: the day that a rule's start is held against,
-- the permit's, without one the first that is known. A gate without a row is not reported; one that is done later is not done.
create function jl.finding_gates (p_day date, p_luban boolean)
returns table (project_id int, unit_id int, project jl.seen_new_project, known_on date, contract text, contract_on date, review text,
               review_on date, permit text, permit_on date, presale text, presale_on date, acceptance text, acceptance_on date,
               present boolean, filing text, filing_on date, connection text, connection_on date, title text, title_on date)
language sql stable rows 1000
as $$
  with g as (
    select g.project_id, g.gate, g.done_on, g.company_present,
      case when g.state not in ('done', 'against_rules') then g.state when g.done_on > p_day then 'none' else 'done' end as state
    from jl.seen_project_gate g
    where not p_luban or g.project_id = any (array (select n.id from jl.seen_new_project n where n.luban))
  ), w as (
    select g.project_id, min (g.done_on) as first_on, bool_or (g.company_present) filter (where g.state = 'done') as present,
      max (g.state) filter (where g.gate = 'contract') as contract, max (g.done_on) filter (where g.gate = 'contract') as contract_on,
      max (g.state) filter (where g.gate = 'drawing_review') as review, max (g.done_on) filter (where g.gate = 'drawing_review') as review_on,
      max (g.state) filter (where g.gate = 'permit') as permit, max (g.done_on) filter (where g.gate = 'permit') as permit_on,
      max (g.state) filter (where g.gate = 'presale') as presale, max (g.done_on) filter (where g.gate = 'presale') as presale_on,
      max (g.state) filter (where g.gate = 'acceptance') as acceptance, max (g.done_on) filter (where g.gate = 'acceptance') as acceptance_on,
      max (g.state) filter (where g.gate = 'filing') as filing, max (g.done_on) filter (where g.gate = 'filing') as filing_on,
      max (g.state) filter (where g.gate = 'connection') as connection, max (g.done_on) filter (where g.gate = 'connection') as connection_on,
      max (g.state) filter (where g.gate = 'title') as title, max (g.done_on) filter (where g.gate = 'title') as title_on
    from g group by g.project_id
  )
  select p.id, p.unit_id, p, coalesce (w.permit_on, p.started_on, w.first_on, p.completed_on), coalesce (w.contract, 'not_reported'),
    w.contract_on, coalesce (w.review, 'not_reported'), w.review_on, coalesce (w.permit, 'not_reported'), w.permit_on,
    coalesce (w.presale, 'not_reported'), w.presale_on,
    coalesce (w.acceptance, 'not_reported'), w.acceptance_on, w.present, coalesce (w.filing, 'not_reported'), w.filing_on,
    coalesce (w.connection, 'not_reported'), w.connection_on, coalesce (w.title, 'not_reported'), w.title_on
  from jl.seen_new_project p
  left join w on w.project_id = p.id
  where p.luban or not p_luban
$$;

-- Was the one given while the other was not there, or came after it?
create function jl.finding_without (p_given text, p_given_on date, p_needed text, p_needed_on date)
returns boolean
language sql immutable
as $$
  select coalesce (p_given = 'done' and (p_needed = 'none' or p_needed = 'done' and p_needed_on > p_given_on), false)
$$;

-- '施工许可于2012-05-01办理', '施工图审查未办'.
create function jl.finding_gate_words (p_gate text, p_state text, p_on date)
returns text
language sql immutable
as $$
  select p_gate || case p_state when 'done' then coalesce ('于' || p_on, '') || '办理' else '未办' end
$$;

select jl.finding_define ('new_permit_without_review', 'C-NEW', '四（二）', 'decide', 'new_project',
  '未经施工图审查办理施工许可',
  '{given}，{needed}', '2010-07-23');

select jl.finding_define ('new_presale_without_permit', 'C-NEW', '四（二）', 'decide', 'new_project',
  '未取得施工许可批准预售',
  '{given}，{needed}', '2010-07-23');

-- 擅自开工建设的，不予批准预售: work began before the permit, and presale was approved all the same, before or after the permit came.
select jl.finding_define ('new_presale_after_early_start', 'C-NEW', '四（二）', 'decide', 'new_project',
  '擅自开工后批准预售',
  '{started_on}开工，{needed}，{given}', '2010-07-23');

select jl.finding_define ('new_filing_without_acceptance', 'C-NEW', '四（二）', 'decide', 'new_project',
  '未经竣工验收办理竣工验收备案',
  '{given}，{needed}', '2010-07-23');

select jl.finding_define ('new_connection_without_acceptance', 'C-NEW', '四（二）', 'decide', 'new_project',
  '未经竣工验收入网供热',
  '{given}，{needed}', '2010-07-23');

-- The document asks for acceptance before connection; that filing comes first is only usual.
select jl.finding_define ('new_connection_before_filing', 'C-NEW', '四（二）', 'note', 'new_project',
  '入网供热早于竣工验收备案',
  '{given}，{needed}', '2010-07-23');

-- That nobody said whether the company was there is 资料未报, not its absence.
select jl.finding_define ('new_acceptance_without_company', 'C-NEW', '四（二）', 'decide', 'new_project',
  '供热单位未参加竣工验收',
  '{given}，供热单位未参加', '2010-07-23');

select jl.finding_define ('new_contract_missing', 'C-NEW', '四（三）', 'warning', 'new_project',
  '竣工验收时未签订供热计量合同',
  '{given}，{needed}', '2010-07-23');

-- Every gate that somebody gives, the contract is none of them.
select jl.finding_define ('new_gate_noncomplying', 'C-NEW', '四（二）', 'decide', 'new_project',
  '不符合强制性标准的项目办理了手续',
  '设计不符合供热计量强制性标准，已办理{gates}', '2010-07-23');

select jl.finding_define ('new_gate_against_rules', 'C-NEW', '四（二）', 'decide', 'project_gate',
  '登记为违规办理的手续',
  '{gate}[于{done_on}]登记为违规办理[，办理机关：{office}]', '2010-07-23');

-- A note of its own: what should be known of a project that is completed (or of whatever came before a gate that is done).
select jl.finding_define ('new_not_reported', 'C-NEW', '四（二）', 'note', 'new_project',
  '新建项目资料未报',
  '资料未报：{missing}', '2010-07-23');

select jl.finding_define ('new_disclosure_missing', 'C-NEW', '四（二）', 'warning', 'new_project',
  '售房时未按规定出示、载明供热计量信息',
  '未出示或未载明：{missing}', '2010-07-23');

select jl.finding_define ('new_cost_on_buyer', 'C-NEW', '四（二）', 'warning', 'new_project',
  '装置、安装或首检费用由购房人承担',
  '由购房人承担：{costs}', '2010-07-23');

-- 二(四), first: accepted, and the meters came later or are not all there. What was not reported is a note above.
select jl.finding_define ('sync_accepted_without_meters', 'C-SYNC', '二（四）', 'warning', 'new_project',
  '未同步安装计量和温控装置即竣工验收',
  '{given}[，{fitted_on}安装][，应装{heated:area}，已装{fitted:area}]', '2010-07-23');

-- What the gates say, which are looked through once for all the rules above and, for the prize alone, for 五(二)3 (86).
create function jl.finding_by_gates (p_day date, p_luban boolean default false)
returns table (rule text, unit_id int, record_id bigint, year smallint, evidence jsonb, project_id int)
language sql stable rows 100
as $$
  with g as materialized (
    select * from jl.finding_gates (p_day, p_luban)
  ), f (rule, unit_id, record_id, evidence, project_id, known_on) as (
    select v.rule, g.unit_id, g.project_id,
      jsonb_build_object ('given', jl.finding_gate_words (v.name, v.given, v.given_on), 'needed', jl.finding_gate_words (v.needs, v.needed, v.needed_on)),
      g.project_id, g.known_on
    from g cross join lateral (values
      ('new_permit_without_review', '施工许可', g.permit, g.permit_on, '施工图审查', g.review, g.review_on),
      ('new_presale_without_permit', '预售许可', g.presale, g.presale_on, '施工许可', g.permit, g.permit_on),
      ('new_filing_without_acceptance', '竣工验收备案', g.filing, g.filing_on, '竣工验收', g.acceptance, g.acceptance_on),
      ('new_connection_without_acceptance', '入网供热', g.connection, g.connection_on, '竣工验收', g.acceptance, g.acceptance_on),
      ('new_connection_before_filing', '入网供热', g.connection, g.connection_on, '竣工验收备案', g.filing, g.filing_on))
      v (rule, name, given, given_on, needs, needed, needed_on)
    where jl.finding_without (v.given, v.given_on, v.needed, v.needed_on)
    union all
    select 'new_presale_after_early_start', g.unit_id, g.project_id,
      jsonb_build_object ('started_on', (g.project).started_on, 'needed', jl.finding_gate_words ('施工许可', g.permit, g.permit_on),
                          'given', jl.finding_gate_words ('预售许可', g.presale, g.presale_on)), g.project_id, g.known_on
    from g
    where g.presale = 'done' and (g.project).started_on <= p_day
      and (g.permit = 'none' or g.permit = 'done' and g.permit_on > (g.project).started_on)
    union all
    select 'new_acceptance_without_company', g.unit_id, g.project_id,
      jsonb_build_object ('given', jl.finding_gate_words ('竣工验收', g.acceptance, g.acceptance_on)), g.project_id, g.known_on
    from g
    where g.acceptance = 'done' and not g.present
    union all
    select 'new_contract_missing', g.unit_id, g.project_id,
      jsonb_build_object ('given', jl.finding_gate_words ('竣工验收', g.acceptance, g.acceptance_on),
                          'needed', jl.finding_gate_words ('供热计量合同', g.contract, g.contract_on)), g.project_id, g.known_on
    from g
    where jl.finding_without (g.acceptance, g.acceptance_on, g.contract, g.contract_on)
      and not exists (select from jl.seen_supply_contract c where c.project_id = g.project_id and c.signed_on <= coalesce (g.acceptance_on, p_day))
    union all
    select 'new_gate_noncomplying', g.unit_id, g.project_id, jsonb_build_object ('gates', w.gates), g.project_id, g.known_on
    from g
    cross join lateral (
      select concat_ws ('、', case when g.review = 'done' then '施工图审查' end, case when g.permit = 'done' then '施工许可' end,
        case when g.presale = 'done' then '预售许可' end, case when g.acceptance = 'done' then '竣工验收' end,
        case when g.filing = 'done' then '竣工验收备案' end, case when g.connection = 'done' then '入网供热' end,
        case when g.title = 'done' then '产权初始登记' end) as gates) w
    where not (g.project).complies and w.gates <> ''
    union all
    select 'new_gate_against_rules', s.unit_id, s.id,
      jsonb_build_object ('gate', jl.gate_name (s.gate), 'done_on', s.done_on, 'office', s.office), g.project_id, g.known_on
    from g join jl.seen_project_gate s on s.project_id = g.project_id
    where s.state = 'against_rules' and coalesce (s.done_on, p_day) <= p_day
    union all
    select 'new_not_reported', g.unit_id, g.project_id, jsonb_build_object ('missing', w.missing), g.project_id, g.known_on
    from g
    cross join lateral (
      select (g.project).completed_on <= p_day or g.acceptance = 'done' or g.filing = 'done' or g.connection = 'done' as built,
        g.presale = 'done' or (g.project).for_sale and (g.project).completed_on <= p_day as sold) s
    cross join lateral (
      select concat_ws ('、',
        case when g.contract = 'not_reported' and s.built then '供热计量合同' end,
        case when g.review = 'not_reported' and (s.built or g.permit = 'done') then '施工图审查' end,
        case when g.permit = 'not_reported' and (s.built or g.presale = 'done') then '施工许可' end,
        case when g.presale = 'not_reported' and (g.project).for_sale and s.built then '预售许可' end,
        case when g.acceptance = 'not_reported' and s.built then '竣工验收' end,
        case when g.filing = 'not_reported' and g.connection = 'done' then '竣工验收备案' end,
        case when g.acceptance = 'done' and g.present is null then '供热单位是否参加验收' end,
        case when (g.project).complies is null and g.permit = 'done' then '是否符合强制性标准' end,
        case when (g.project).fitted_dm2 is null and g.acceptance = 'done' then '装置安装面积' end,
        case when s.sold and (g.project).for_sale and num_nulls ((g.project).shown_to_buyer, (g.project).in_contract, (g.project).in_guarantee, (g.project).in_manual) > 0
          then '售房信息载明情况' end,
        case when s.built and num_nulls ((g.project).bearer, (g.project).installation_bearer, (g.project).first_bearer) > 0
          then '装置、安装和首检费用承担方' end) as missing) w
    where w.missing <> ''
    union all
    select 'new_disclosure_missing', g.unit_id, g.project_id, jsonb_build_object ('missing', w.missing), g.project_id, g.known_on
    from g
    cross join lateral (
      select concat_ws ('、', case when not (g.project).shown_to_buyer then '向购买人出示' end,
        case when not (g.project).in_contract then '商品房买卖合同' end, case when not (g.project).in_guarantee then '住宅质量保证书' end,
        case when not (g.project).in_manual then '使用说明书' end) as missing) w
    where (g.project).for_sale and w.missing <> ''
    union all
    select 'new_cost_on_buyer', g.unit_id, g.project_id,
      jsonb_build_object ('costs', concat_ws ('、', case when (g.project).bearer = 'buyer' then '装置费用' end,
                                              case when (g.project).installation_bearer = 'buyer' then '安装费用' end,
                                              case when (g.project).first_bearer = 'buyer' then '首检费用' end)), g.project_id, g.known_on
    from g
    where 'buyer' in ((g.project).bearer, (g.project).installation_bearer, (g.project).first_bearer)
    union all
    select 'sync_accepted_without_meters', g.unit_id, g.project_id,
      jsonb_build_object ('given', jl.finding_gate_words ('竣工验收', g.acceptance, g.acceptance_on), 'fitted_on', (g.project).fitted_on,
                          'heated', (g.project).heated_dm2, 'fitted', (g.project).fitted_dm2), g.project_id, g.known_on
    from g
    where g.acceptance = 'done' and ((g.project).fitted_dm2 < (g.project).heated_dm2 or (g.project).fitted_on > g.acceptance_on)
  )
  select f.rule, f.unit_id, f.record_id, null::smallint, f.evidence, f.project_id
  from f join jl.finding_rule r on r.code = f.rule and f.known_on >= coalesce (r.valid_from, '-infinity')
$$;

create function jl.finding_gate_rules ()
returns text[]
language sql immutable
as $$
  select array['new_permit_without_review', 'new_presale_without_permit', 'new_presale_after_early_start', 'new_filing_without_acceptance',
               'new_connection_without_acceptance', 'new_connection_before_filing', 'new_acceptance_without_company', 'new_contract_missing',
               'new_gate_noncomplying', 'new_gate_against_rules', 'new_not_reported', 'new_disclosure_missing', 'new_cost_on_buyer',
               'sync_accepted_without_meters']
$$;

select jl.define_told_at_once ('finding_by_gates', jl.finding_gate_rules ());

-- The ledger knows no permits, so what it says of new buildings is a note for each place and year, not a breach.
select jl.finding_define ('sync_building_without_meters', 'C-SYNC', '二（四）', 'note', null,
  '新竣工建筑尚未安装计量装置',
  '{n}栋、{dm2:area}竣工后尚未安装计量装置（台账未载施工许可日期）', '2010-07-23');
create function jl.finding_sync_building_without_meters (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select b.unit_id, null::bigint, extract (year from b.completed_on)::smallint, jsonb_build_object ('n', count (*), 'dm2', jl.sum8 (b.floor_dm2))
  from jl.building b
  where b.stock = 'new' and b.heat_source in (1, 2) and b.completed_on between (select jl.finding_from ('sync_building_without_meters')) and p_as_of
    and (b.metered_on is null or b.metered_on > p_as_of)
  group by 1, 3
$$;

-- Second: the envelope was renewed without the meters, in a project or (for a place and year) in the ledger.
select jl.finding_define ('sync_retrofit_project', 'C-SYNC', '二（四）', 'warning', 'retrofit_project',
  '节能改造项目未同步实施分户计量改造',
  '{done_on}完成节能改造，未含{missing}', '2010-07-23');
create function jl.finding_sync_retrofit_project (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint,
    jsonb_build_object ('done_on', d.day, 'missing', concat_ws ('、', case when not p.indoor then '室内计量及温控改造' end,
                                                                 case when not p.sources then '热源、换热站及管网改造' end))
  from jl.retrofit_project p
  cross join lateral (select coalesce (p.energy_done_on, p.done_on) as day) d
  where p.envelope and not p.indoor and d.day between (select jl.finding_from ('sync_retrofit_project')) and p_as_of
$$;

-- 二(四) counts the sources and networks among the metering retrofit; they may have been renewed for many buildings at another time.
select jl.finding_define ('sync_retrofit_sources', 'C-SYNC', '二（四）', 'note', 'retrofit_project',
  '节能改造项目未同步实施热源、换热站及管网改造',
  '{done_on}完成节能改造，已含室内计量及温控改造，未含热源、换热站及管网改造', '2010-07-23');
create function jl.finding_sync_retrofit_sources (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint, jsonb_build_object ('done_on', d.day)
  from jl.retrofit_project p
  cross join lateral (select coalesce (p.energy_done_on, p.done_on) as day) d
  where p.envelope and p.indoor and not p.sources and d.day between (select jl.finding_from ('sync_retrofit_sources')) and p_as_of
$$;

select jl.finding_define ('sync_retrofit_not_reported', 'C-SYNC', '二（四）', 'note', 'retrofit_project',
  '改造项目内容未报',
  '{done_on}完工，资料未报：{missing}', '2010-07-23');
create function jl.finding_sync_retrofit_not_reported (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint,
    jsonb_build_object ('done_on', p.done_on, 'missing', concat_ws ('、', case when p.envelope is null then '是否含围护结构改造' end,
                                                                   case when p.indoor is null then '是否含室内计量及温控改造' end))
  from jl.retrofit_project p
  where p.done_on between (select jl.finding_from ('sync_retrofit_not_reported')) and p_as_of and num_nulls (p.envelope, p.indoor) > 0
$$;

select jl.finding_define ('sync_retrofit_building', 'C-SYNC', '二（四）', 'warning', null,
  '节能改造建筑尚未实施分户计量改造',
  '{n}栋、{dm2:area}节能改造后尚未安装计量装置', '2010-07-23');
create function jl.finding_sync_retrofit_building (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select b.unit_id, null::bigint, extract (year from b.energy_retrofit_on)::smallint,
    jsonb_build_object ('n', count (*), 'dm2', jl.sum8 (b.floor_dm2))
  from jl.building b
  where b.energy_retrofit_on between (select jl.finding_from ('sync_retrofit_building')) and p_as_of and b.heat_source in (1, 2)
    and (b.metered_on is null or b.metered_on > p_as_of)
  group by 1, 3
$$;

-- Third: fitted, not found unfit, and not billed by heat (已安装未计量收费). Nothing is said of a place whose figures are not known.
select jl.finding_define ('sync_fitted_unbilled', 'C-SYNC', '二（四）', 'warning', null,
  '已安装未计量收费',
  '装置安装面积{fitted:area}，其中计量收费{metered:area}，未计量收费{unbilled:area}');
create function jl.finding_sync_fitted_unbilled (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select s.unit_id, null::bigint, s.year,
    jsonb_build_object ('fitted', s.fitted_heated, 'metered', s.fitted_metered, 'unbilled', s.fitted_heated - s.fitted_metered)
  from jl.finding_seasons (p_as_of) z
  join jl.season_sum s on s.year = z.year
  where s.fitted_heated > s.fitted_metered
$$;

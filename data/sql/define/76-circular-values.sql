-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Every value that a circular may quote, by the names of its templates. What no register of this version can feed comes with the
-- reason, so that its sentence falls and the draft says why.

-- Words and days of the frame: organs, scheme, season, cut-offs.
create function jl.circular_frame (a jl.assessment, p_kind text)
returns table (name text, number numeric, day date, words text, missing_reason text)
language sql stable rows 40
as $$
  select v.* from (values
    ('year', a.year::numeric, null::date, null::text, null::text),
    ('next_year', a.year + 1, null, null, null),
    ('recipients', null, null, case p_kind when 'criticise'
      then '各市（州）人民政府，长白山管委会，各县（市）人民政府，省政府各厅委办、各直属机构'
      else '各市（州）人民政府，长白山管委会，各县（市）人民政府，省城镇供热体制改革领导小组各成员单位' end, null),
    ('issuer.name', null, null, case p_kind when 'criticise' then '吉林省人民政府' else '吉林省城镇供热体制改革领导小组' end, null),
    ('issue.number', null, null, null, '文号由发文机关登记后填写'),
    ('issue.date', null, (a.confirmed_at at time zone 'Asia/Shanghai')::date, null, null),
    ('frozen.date', null, (a.confirmed_at at time zone 'Asia/Shanghai')::date, null, null),
    ('scheme.title', null, null, (select '《' || s.title || '》' from jl.scheme s where s.id = a.scheme_id), null),
    ('season.name', null, null, jl.season_name (a.year), null),
    ('denominator.name', null, null, (
      select jl.denominator_name (i.rule_value) from jl.assessment_input i
      where i.assessment_id = a.id and i.grp = 'province' and i.indicator = 'metered_share'), null),
    ('cutoff.task', null, a.task_cutoff, null, null),
    ('cutoff.billing', null, a.billing_cutoff, null, null),
    ('decision.by', null, null, '省政府', null),
    ('checker', null, null, '省城镇供热体制改革领导小组', null),
    ('report.to', null, null, '省城镇供热体制改革领导小组办公室', null),
    ('plan.deadline', null, null, null, '整改方案时限在签发时确定'),
    ('report.deadline', null, null, null, '整改情况时限在签发时确定'),
    ('copy.recipients', null, null, '省委办公厅，省人大常委会办公厅，省政协办公厅', null),
    ('print.organ', null, null, '省城镇供热体制改革领导小组办公室', null),
    ('print.date', null, (a.confirmed_at at time zone 'Asia/Shanghai')::date, null, null),
    ('month_from', null, null, null, '考核起止月份未登记'),
    ('month_to', null, null, null, '考核起止月份未登记'),
    ('n_visited', null, null, null, '没有实地抽查记录'),
    ('n_projects', null, null, null, '没有实地抽查记录'),
    ('n_firms', null, null, null, '没有实地抽查记录'),
    ('sample.new', null, null, null, '没有实地抽查记录'),
    ('sample.new_bad', null, null, null, '没有实地抽查记录'),
    ('prov.n_basic30', null, null, null, '没有热价明细台账'),
    ('prov.n_nocap', null, null, null, '没有热价明细台账'),
    ('prov.meter.first', null, null, null, '没有计量器具检定台账'),
    ('prov.account.n', null, null, null, '没有户籍热费管理系统台账'),
    ('nodocs', null, null, null, '没有组织与责任台账')
  ) v (name, number, day, words, missing_reason)
  where p_kind = 'situation'
    or v.name not like all (array['prov.%', 'month%', 'n\_%', 'sample.%', 'nodocs', 'checker', 'copy.%', 'print.%', 'issue.%'])
$$;

-- Counts over the assessed units.
create function jl.circular_counts (p_id int)
returns table (name text, number numeric)
language sql stable rows 8
as $$
  with u as (
    select x.*, j.grp, g.criticised from jl.assessment_unit x
    join jl.assessment a on a.id = x.assessment_id
    join jl.judged_units (p_id) j on j.unit_id = x.unit_id
    left join jl.scheme_grade g on g.scheme_id = a.scheme_id and g.name = x.grade
    where x.assessment_id = p_id
  ), i as (
    select x.* from jl.assessment_input x where x.assessment_id = p_id and x.grp not in ('province', 'prefecture_sum')
  )
  select 'n_assessed', (select count (*) from u where u.total > 0)
  union all select 'n_qualified', (select count (*) from u where u.grade is not null and not u.criticised)
  union all select 'prov.n_pass', (select count (*) from i where i.indicator = 'metered_share' and i.state = 'value'
                                   and i.numerator::numeric * 100 >= i.threshold * i.denominator)
  union all select 'prov.n_priced_pref', (select count (i.done_on) from i where i.indicator = 'price_policy' and i.grp = 'prefecture')
  union all select 'prov.n_priced_county', (select count (i.done_on) from i where i.indicator = 'price_policy' and i.grp = 'county')
$$;

-- Areas and shares of the province: its own input rows, and the retrofit tasks summed over the units that reported.
create function jl.circular_province (p_id int)
returns table (name text, number numeric, den numeric)
language sql stable rows 20
as $$
  with i as materialized (
    select x.* from jl.assessment_input x where x.assessment_id = p_id and x.state = 'value'
  ), p as (
    select x.* from i x where x.grp = 'province'
  ), t as (
    select case when x.indicator = 'existing_done' then 'exist' else 'public' end as task,
      jl.sum8 (x.numerator) as num, jl.sum8 (x.denominator) as den
    from i x where x.indicator in ('existing_done', 'office_done', 'public_done') and x.grp not in ('province', 'prefecture_sum')
    group by 1
  )
  select v.* from p cross join lateral (values
    ('prov.metered_res', p.numerator::numeric, null::numeric), ('prov.share', p.numerator, p.denominator),
    ('prov.share_change', jl.points_between (p.numerator, p.denominator, p.previous_num, p.previous_den), null)) v
  where p.indicator = 'metered_share'
  union all
  select 'prov.metered_pub', p.numerator, null from p where p.indicator = 'other_metered'
  union all
  select 'prov.metered', m.numerator + o.numerator, null
  from p m join p o on o.indicator = 'other_metered' where m.indicator = 'metered_share'
  union all
  select v.* from p cross join lateral (values
    ('prov.fitted', p.denominator::numeric, null::numeric), ('prov.fitted_unbilled', p.denominator - p.numerator, null),
    ('prov.fitted_unbilled_share', p.denominator - p.numerator, p.denominator)) v
  where p.indicator = 'billed_of_fitted'
  union all
  select v.* from p cross join lateral (values
    ('prov.new.total', p.denominator::numeric, null::numeric), ('prov.new.fitted', p.numerator, null),
    ('prov.new.rate', p.numerator, p.denominator)) v
  where p.indicator = 'new_fitted'
  union all
  select 'prov.nonsaving.done', p.numerator, null from p where p.indicator = 'nonsaving_area'
  union all
  select v.* from t cross join lateral (values
    ('prov.' || t.task || '.done', t.num::numeric, null::numeric), ('prov.' || t.task || '.rate', t.num, t.den)) v
$$;

-- Headings with a phrase and the signed figure behind it: areas billed, rate of new buildings, retrofit against 序时应完成.
create function jl.circular_trends (p_id int)
returns table (name text, number numeric, words text)
language sql stable rows 3
as $$
  with i as (
    select x.* from jl.assessment_input x where x.assessment_id = p_id and x.state = 'value'
  ), f as (
    select 'prov.metered_trend' as name, (x.numerator - x.previous_num)::numeric as number, '{稳步增加,基本持平,有所下降}'::text[] as phrases
    from i x where x.grp = 'province' and x.indicator = 'metered_share'
    union all
    select 'new.trend', jl.points_between (x.numerator, x.denominator, x.previous_num, x.previous_den), '{得到加强,得到加强,仍需加强}'
    from i x where x.grp = 'province' and x.indicator = 'new_fitted'
    union all
    select 'retrofit.trend', round (jl.share (jl.sum8 (x.numerator), jl.sum8 (x.denominator))
                                    - sum (x.expected * x.denominator) / nullif (jl.sum8 (x.denominator), 0), 4), '{有序推进,有序推进,进展不平衡}'
    from i x where x.indicator = 'existing_done' and x.expected is not null
  )
  select f.name, f.number, f.phrases[2 - sign (f.number)::int] from f
$$;

-- Lists of units, in 行政区划序 save the tops (there between equals). threshold and province's rate are compared exactly.
create function jl.circular_lists (p_id int)
returns table (list text, ordinal int, words text)
language sql stable rows 100
as $$
  with i as materialized (
    select x.* from jl.assessment_input x where x.assessment_id = p_id and x.grp not in ('province', 'prefecture_sum')
  ), s as (
    select i.*, i.numerator::numeric * 100 >= i.threshold * i.denominator as passes, jl.share (i.numerator, i.denominator) as share
    from i where i.indicator = 'metered_share' and i.state = 'value'
  ), n as (
    select i.*, i.numerator = i.denominator as whole, i.numerator::numeric * p.denominator < p.numerator::numeric * i.denominator as low
    from i join jl.assessment_input p on p.assessment_id = p_id and p.grp = 'province' and p.indicator = 'new_fitted'
    where i.indicator = 'new_fitted' and i.state = 'value'
  ), b as (
    select i.*, i.denominator - i.numerator as unbilled from i where i.indicator = 'billed_of_fitted' and i.state = 'value'
  ), l as (
    (select 'pass_top' as list, s.unit_name, row_number () over (order by s.share desc, s.place_order) as position
     from s where s.passes order by position limit 3)
    union all select 'below', s.unit_name, s.place_order from s where not s.passes
    union all select 'falling', s.unit_name, s.place_order from s
      where not s.passes and jl.fell (s.numerator, s.denominator, s.previous_num, s.previous_den)
    union all select 'new_full', n.unit_name, n.place_order from n where n.whole
    union all select 'new_low', n.unit_name, n.place_order from n where n.low
    union all (select 'unbilled_top', b.unit_name, row_number () over (order by b.unbilled desc, b.place_order) as position
               from b where b.unbilled > 0 order by position limit 3)
    union all select 'behind', i.unit_name, i.place_order from i where i.indicator = 'existing_done' and i.progress in ('behind', 'overdue')
    union all select distinct 'unreported', i.unit_name, i.place_order from i where i.state = 'not_reported'
  )
  select l.list, (row_number () over (partition by l.list order by l.position))::int, l.unit_name from l
$$;

create function jl_api.circular_values (p_year int, p_kind text)
returns table (name text, list text, ordinal int, number numeric, den numeric, day date, words text, missing_reason text)
language plpgsql stable rows 200
as $$
declare
  a jl.assessment := jl.frozen_assessment (p_year);
begin
  return query
    select f.name, null, null::int, f.number, null::numeric, f.day, f.words, f.missing_reason from jl.circular_frame (a, p_kind) f
    union all
    select c.name, null, null, c.number, null, null, null, null from jl.circular_counts (a.id) c;
  if p_kind = 'situation' then
    return query
      select p.name, null, null::int, p.number, p.den, null::date, null, case when p.number is null then '没有上一采暖期数据' end
      from jl.circular_province (a.id) p
      union all
      select t.name, null, null, t.number, null, null, t.words, case when t.words is null then '没有上一年度数据' end
      from jl.circular_trends (a.id) t
      union all
      select 'name', l.list, l.ordinal, null, null, null, l.words, null from jl.circular_lists (a.id) l;
    return;
  end if;
  return query
    select v.name, 'criticised', c.n, v.number, null::numeric, null::date, v.words, null
    from jl.criticised (a.id) c
    cross join lateral (values
      ('name', null::numeric, c.name), ('kind', null, c.kind),
      ('group', null, case c.grp when 'prefecture' then '地级以上城市' when 'county' then '县（市）' end),
      ('score', round (c.score, 6), null), ('grade', null, c.grade), ('rank', c.rank, case when c.tied then '并列' end)) v (name, number, words)
    where num_nonnulls (v.number, v.words) > 0
    union all
    select r.name, 'criticised', c.n, r.number, r.den, r.day, r.words, null
    from jl.unit_reasons (a.id) r join jl.criticised (a.id) c on c.unit_id = r.unit_id
    where num_nonnulls (r.number, r.day, r.words) > 0
    union all
    select 'criticised.kind_words', null, null, null, null, null, string_agg (k.kind, '、' order by k.n), null
    from (select c.kind, min (array_position (array['市', '州', '县', '委'], c.kind)) as n from jl.criticised (a.id) c group by c.kind) k
    having count (*) > 0
    union all
    select 'name', 'barred', b.n, null, null, null, b.name, null from jl.barred_units (a.id) b
    union all
    select 'barred.awards', null, null, null, null, null, jl.award_names (a.id), null;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What circulars say about units, from the stored inputs and results of a frozen year only: later changes of facts do not reach them.

create function jl.frozen_assessment (p_year int)
returns jl.assessment
language plpgsql stable
as $$
declare
  a jl.assessment;
begin
  select * into a from jl.assessment x where x.year = p_year and x.state = 'frozen' order by x.version desc limit 1;
  if a.id is null then
    raise exception 'The year is not frozen' using errcode = 'JL003', detail = p_year::text,
      hint = 'Circulars quote frozen figures only.';
  end if;
  return a;
end
$$;

-- Shares in percentage points, to four decimals.
create function jl.points_between (p_num bigint, p_den bigint, p_from_num bigint, p_from_den bigint)
returns numeric
language sql immutable
as $$
  select round (jl.share (p_num, p_den) - jl.share (p_from_num, p_from_den), 4)
$$;

-- The criticised units in the order of the text: by group, then 行政区划序.
create function jl.criticised (p_id int)
returns table (n int, unit_id int, name text, kind text, grp text, score numeric, grade text, rank int, tied boolean)
language sql stable rows 10
as $$
  select (row_number () over (order by array_position (array['prefecture', 'county', 'committee'], j.grp), j.place_order))::int,
    u.unit_id, j.name, case right (j.name, 1) when '市' then '市' when '县' then '县' when '州' then '州' else '委' end, j.grp,
    u.score, coalesce (u.grade, '不参加评定'), u.rank, u.tied
  from jl.assessment_unit u join jl.judged_units (p_id) j on j.unit_id = u.unit_id
  where u.assessment_id = p_id and u.proposal = 'criticise'
$$;

-- Reasons against a unit and the values that their sentences quote. A reason fires when its row stands here; its number is the
-- order in which reasons are told (circular-texts 2).
create function jl.unit_reasons (p_id int)
returns table (unit_id int, name text, number numeric, den numeric, day date, words text)
language sql stable rows 200
as $$
  with i as materialized (
    select x.* from jl.assessment_input x
    where x.assessment_id = p_id and x.unit_id = any (array (select c.unit_id from jl.criticised (p_id) c))
  ), a as (
    select s.year from jl.assessment s where s.id = p_id
  ), public as (
    select i.unit_id, jl.sum8 (i.numerator) as num, jl.sum8 (i.denominator) as den, max (i.due_on) as due_on
    from i where i.indicator in ('office_done', 'public_done') and i.state = 'value'
    group by i.unit_id having bool_or (i.progress = 'strive_missed')
  ), returns as (
    select x.unit_id, string_agg (x.form, '、' order by x.form) as forms, bool_or (x.reminded) as reminded
    from (select distinct i.unit_id, case i.indicator when 'metered_share' then '采暖期收费报表' else '年度任务报表' end as form,
            i.reminded_on is not null as reminded
          from i where i.indicator in ('metered_share', 'new_fitted') and i.state = 'not_reported') x
    group by x.unit_id
  )
  select i.unit_id, v.* from i cross join lateral (values
    ('metered_res', i.numerator::numeric, null::numeric, null::date, null::text), ('heated', i.denominator, null, null, null),
    ('share', i.numerator, i.denominator, null, null)) v
  where i.indicator = 'metered_share' and i.state = 'value'
  union all
  select i.unit_id, 'reason.share', 1, null, null, null from i
  where i.indicator = 'metered_share' and i.state = 'value' and i.numerator::numeric * 100 < i.threshold * i.denominator
  union all
  select i.unit_id, 'share_change', jl.points_between (i.numerator, i.denominator, i.previous_num, i.previous_den), null, null, null from i
  where i.indicator = 'metered_share' and i.state = 'value' and i.previous_den > 0
  union all
  select i.unit_id, 'reason.falling', 2, null, null, null from i
  where i.indicator = 'metered_share' and i.state = 'value' and jl.fell (i.numerator, i.denominator, i.previous_num, i.previous_den)
  union all
  select i.unit_id, v.* from i cross join lateral (values
    ('reason.price_none', 3, null::numeric, null::date, null::text), ('price.late', i.numerator, null, null, null)) v
  where i.indicator = 'price_policy' and i.progress = 'overdue'
  union all
  select i.unit_id, v.* from i cross join a cross join lateral (values
    ('reason.price_late', 4, null::numeric, null::date, null::text), ('price.late', i.numerator, null, null, null),
    ('price.issued', null, null, i.done_on, null)) v
  where i.indicator = 'price_policy' and i.numerator > 0 and date_part ('year', i.done_on) = a.year
  union all
  select i.unit_id, v.* from i cross join lateral (values
    ('reason.new', 5, null::numeric, null::date, null::text), ('new.total', i.denominator, null, null, null),
    ('new.unfitted', i.denominator - i.numerator, null, null, null), ('new.rate', i.numerator, i.denominator, null, null)) v
  where i.indicator = 'new_fitted' and i.state = 'value' and i.progress not in ('met', 'on_pace')
  union all
  select p.unit_id, v.* from public p cross join lateral (values
    ('reason.public', 7, null::numeric, null::date, null::text), ('public.rate', p.num, p.den, null, null),
    ('public.deadline', date_part ('year', p.due_on)::numeric, null, null, null)) v
  where p.num < p.den
  union all
  select i.unit_id, v.* from i cross join lateral (values
    ('reason.exist', 8, null::numeric, null::date, null::text), ('exist.done', i.numerator, null, null, null),
    ('exist.rate', i.numerator, i.denominator, null, null),
    ('exist.gap', round (i.expected - jl.share (i.numerator, i.denominator), 4), null, null, null)) v
  where i.indicator = 'existing_done' and i.progress in ('slow', 'behind', 'overdue')
  union all
  select i.unit_id, v.* from i cross join lateral (values
    ('reason.unbilled', 9, null::numeric, null::date, null::text), ('fitted', i.denominator, null, null, null),
    ('fitted_unbilled', i.denominator - i.numerator, null, null, null),
    ('fitted_unbilled_share', i.denominator - i.numerator, i.denominator, null, null)) v
  where i.indicator = 'billed_of_fitted' and i.state = 'value' and i.numerator < i.denominator
  union all
  select i.unit_id, v.* from i cross join lateral (values
    ('reason.retrofit', 10, null::numeric, null::date, null::text), ('sync.n', i.numerator, null, null, null)) v
  where i.indicator = 'retrofit_sync' and i.state = 'value' and i.numerator > 0
  union all
  select r.unit_id, v.* from returns r cross join lateral (values
    ('reason.return', 14, null::numeric, null::date, null::text), ('return.missing', null, null, null, r.forms),
    ('return.reminders', case when r.reminded then 1 end, null, null, null)) v
$$;

-- A reason in a few words, for the annex.
create function jl.reason_words (p_reason text)
returns text
language sql immutable
as $$
  select case p_reason
    when 'reason.share' then '住宅计量收费面积占比低于要求' when 'reason.falling' then '占比比上一采暖期下降'
    when 'reason.price_none' then '热价政策逾期未出台' when 'reason.price_late' then '热价政策迟于规定时限出台'
    when 'reason.new' then '新建建筑未同步安装供热计量装置' when 'reason.public' then '公共建筑改造未实现力争目标'
    when 'reason.exist' then '既有居住建筑改造落后序时进度' when 'reason.unbilled' then '已安装未计量收费'
    when 'reason.retrofit' then '节能改造未同步实施分户计量改造' when 'reason.return' then '未按规定报送报表' end
$$;

-- Units that may not apply, with the reason of each bar that fired, as short as a cell wants it; every award alike (52).
create function jl.barred_units (p_id int)
returns table (n int, unit_id int, name text, reason text)
language sql stable rows 30
as $$
  select (row_number () over (order by j.place_order))::int, w.unit_id, j.name, w.reason
  from (
    select x.unit_id, string_agg (distinct case x.bar
        when 'C-25' then format ('占比%s%%，低于%s%%', jl.share_text (i.numerator, i.denominator, i.threshold), trim_scale (i.threshold))
        else split_part (x.reason, '。', 1) end, '；') as reason
    from jl.assessment_award x
    join jl.assessment_input i on i.assessment_id = x.assessment_id and i.unit_id = x.unit_id and i.indicator = 'metered_share'
    where x.assessment_id = p_id and x.verdict = 'barred'
    group by x.unit_id) w
  join jl.judged_units (p_id) j on j.unit_id = w.unit_id
$$;

create function jl.award_names (p_id int)
returns text
language sql stable
as $$
  select string_agg (a.name, '、' order by a.place_order)
  from jl.award a where a.code in (select w.award from jl.assessment_award w where w.assessment_id = p_id)
$$;

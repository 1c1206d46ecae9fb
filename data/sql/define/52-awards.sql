-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The two bars of 五(二)3 for every award: the 25 % (C-25) and 没有按要求完成 (C-DONE). Four words, never "eligible": barred,
-- not_barred by this clause, to_decide, cannot_judge. Missing data never give not_barred.

create function jl.season_name (p_year int)
returns text
language sql immutable
as $$
  select p_year || '—' || (p_year + 1) || '年采暖期'
$$;

create function jl.strength_name (p_strength text)
returns text
language sql immutable
as $$
  select case p_strength when 'must' then '必须完成' when 'strive' then '力争完成' when 'basically' then '基本完成' else '逐步推进' end
$$;

-- C-25: exact, on the share's state. Records without facts are outside both areas; above a rule's part of all records they
-- leave a pass undecided, a share under the line stays under it (who did not send the figures cannot gain by it).
create function jl.judge_share (p_inputs jl.assessment_input[], p_year int)
returns table (unit_id int, verdict text, reason text)
language sql stable rows 50
as $$
  select i.unit_id, x.verdict,
    case
      when i.state = 'value' then
        format ('%s住宅计量收费面积占%s的%s%%，%s%s%%', jl.season_name (p_year), jl.denominator_name (i.rule_value),
                jl.share_text (i.numerator, i.denominator, i.threshold), case when x.below then '低于' else '不低于' end,
                trim_scale (i.threshold))
        || case when i.missing_n > 0 then format ('（%s栋建筑中%s栋数据缺失，未计入）', i.records_n, i.missing_n) else '' end
        || case when x.verdict = 'cannot_judge' then '，无法判定' else '' end
      else jl.season_name (p_year) || case i.state when 'not_reported' then '收费报表未报' when 'missing' then '收费数据缺失'
        when 'not_due' then '尚未开始' else '无集中供热面积' end || '，无法判定' end
  from unnest (p_inputs) i
  cross join lateral (select i.numerator::numeric * 100 < i.threshold * i.denominator as below) b
  cross join lateral (
    select b.below, case when i.state <> 'value' or b.below is null then 'cannot_judge' when b.below then 'barred'
      when i.missing_n * 100 > coalesce (i.missing_limit, 0) * i.records_n then 'cannot_judge' else 'not_barred' end as verdict) x
  where i.indicator = 'metered_share' and i.bar_applies
$$;

-- The tasks of 三 that are due (jl.task_outcome), with words.
create function jl.judge_tasks (p_inputs jl.assessment_input[], p_year int)
returns table (unit_id int, strength text, outcome text, words text)
language sql stable rows 250
as $$
  select i.unit_id, i.strength, o.outcome,
    t.name || '（' || jl.strength_name (i.strength) || case i.basis when 'reference' then '，参照时限' else '' end || '）'
    || case
      when i.indicator = 'price_policy' and o.outcome = 'unmet' then '逾期' || i.numerator || '天未出台'
      when o.outcome = 'unknown' then case i.state when 'not_reported' then '未报' else '数据缺失' end
      when i.state = 'value' and i.denominator > 0 then jl.share_text (i.numerator, i.denominator, i.goal) || '%'
      else '' end
  from unnest (p_inputs) i
  join (values ('price_policy', '热价政策'), ('new_fitted', '新建建筑同步安装'), ('office_done', '党政机关办公楼改造'),
               ('public_done', '其他公共建筑改造'), ('existing_done', '节能50%以上既有居住建筑改造')) t (indicator, name)
    on t.indicator = i.indicator
  cross join lateral (
    select jl.task_outcome (i.indicator, i.strength, i.due_on, i.state, i.progress, make_date (p_year, 12, 31)) as outcome) o
  where i.bar_applies and o.outcome is not null
$$;

-- C-DONE: an unmet 必须 bars; what is not known cannot be judged; an unmet 力争 or 基本 is put to the leading group.
create function jl.judge_done (p_inputs jl.assessment_input[], p_year int)
returns table (unit_id int, verdict text, reason text)
language sql stable rows 50
as $$
  with t as (
    select u.unit_id,
      string_agg (x.words, '；' order by x.words) filter (where x.outcome = 'unmet' and x.strength = 'must') as barred,
      string_agg (x.words, '；' order by x.words) filter (where x.outcome = 'unknown') as unknown,
      string_agg (x.words, '；' order by x.words) filter (where x.outcome = 'unmet' and x.strength <> 'must') as to_decide,
      count (x.unit_id) as due
    from (select distinct i.unit_id from unnest (p_inputs) i where i.bar_applies) u
    left join jl.judge_tasks (p_inputs, p_year) x on x.unit_id = u.unit_id
    group by u.unit_id
  )
  select t.unit_id,
    case when t.barred is not null then 'barred' when t.unknown is not null then 'cannot_judge'
      when t.to_decide is not null then 'to_decide' else 'not_barred' end,
    case when t.barred is null and t.unknown is null and t.to_decide is null
      then case when t.due = 0 then '没有到期任务' else '到期任务均按要求完成' end
      else concat_ws ('。', '到期任务未按要求完成：' || t.barred, '无法判定：' || t.unknown, '提请领导小组认定：' || t.to_decide) end
  from t
$$;

-- The awards given, both bars. 五(二)3 names the awards together, so the verdicts of one unit are the same for each.
create function jl.judge_awards (p_inputs jl.assessment_input[], p_year int, p_awards text[])
returns table (unit_id int, award text, bar text, verdict text, reason text, clause text)
language sql stable rows 300
as $$
  select j.unit_id, a.code, j.bar, j.verdict, j.reason, '五（二）3'
  from (select s.unit_id, 'C-25' as bar, s.verdict, s.reason from jl.judge_share (p_inputs, p_year) s
        union all
        select d.unit_id, 'C-DONE', d.verdict, d.reason from jl.judge_done (p_inputs, p_year) d) j
  cross join unnest (p_awards) a (code)
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Tasks and the 25 %: what the document itself bars awards for (blocks), what is put to the leading group (decide), and how far plans are
-- behind. The figures are those of every other page (jl.figure_rows), exact.

-- The newest season that has begun and has facts.
create function jl.finding_billing_year (p_day date)
returns int
language sql stable
as $$
  select max (z.year)::int from jl.finding_seasons (p_day) z where exists (select from jl.season_sum x where x.year = z.year)
$$;

-- The year in which a stock would be done if it went on as since the start: arithmetic, no promise. Null where nothing is done.
create function jl.finding_pace_year (p_start date, p_day date, p_done numeric, p_whole numeric)
returns int
language sql immutable
as $$
  select case when p_done > 0 and p_day > p_start and p_whole * (p_day - p_start) / p_done < 200 * 365
    then extract (year from p_start + (ceil (p_whole * (p_day - p_start) / p_done))::int)::int end
$$;

-- A difference as it is printed: two decimals, and as many more as it takes not to print one above the limit as the limit.
create function jl.points_text (p_num numeric, p_den numeric, p_limit numeric)
returns text
language sql immutable
as $$
  select round (x.points, n)::text 
  from (select round (p_num, 40) / p_den as points) x cross join generate_series (2, 40) n
  where n = 40 or round (x.points, n) > p_limit or p_num <= p_limit * p_den
  order by n limit 1
$$;

-- What rests on the figures, which are worked out once for all these rules, for the years whose tasks are asked about and for the newest
-- season. Each rule below takes its own rows.
create function jl.finding_by_figures (p_day date)
returns table (rule text, unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable rows 200
as $$
  with y as materialized (
    select t.year::int as year from jl.finding_task_years (p_day) t
    union
    select b.year from jl.finding_billing_year (p_day) b (year) where b.year is not null
  ), f as materialized (
    select y.year, r.*, i.task, y.year = jl.finding_task_year (p_day) as of_task_year
    from y cross join lateral jl.figure_rows (y.year, p_day) r
    join jl.indicator i on i.code = r.indicator
  ), p as materialized (
    select z.year, q.unit_id, q.bar_applies
    from jl.finding_seasons (p_day) z cross join lateral jl.policy (z.year) q where q.grp <> 'prefecture_sum'
  )
  select 'share_below_line', f.unit_id, null::bigint, f.year::smallint,
    jsonb_build_object ('denominator', jl.denominator_name (f.rule_value), 'share', jl.share_text (f.numerator, f.denominator, f.threshold),
                        'line', f.threshold, 'num', f.numerator, 'den', f.denominator)
  from f
  join jl.policy (jl.finding_billing_year (p_day)) q on q.unit_id = f.unit_id and q.bar_applies
  where f.year = jl.finding_billing_year (p_day) and f.indicator = 'metered_share' and f.state = 'value'
    and f.numerator::numeric * 100 < f.threshold * f.denominator
  union all
  select case f.strength when 'must' then 'must_task_unmet' else 'other_task_unmet' end, f.unit_id, t.id, null,
    jsonb_build_object ('task', jl.task_name (t.task), 'due_on', f.due_on, 'says',
      case when f.indicator = 'price_policy' then '未出台' else '完成' || jl.share_text (f.numerator, f.denominator, f.goal) || '%，应达' || trim_scale (f.goal) || '%' end)
      || case when f.strength <> 'must' then jsonb_build_object ('strength', jl.strength_name (f.strength)) else '{}' end
  from f
  join jl.policy (jl.finding_task_year (p_day)) q on q.unit_id = f.unit_id and q.bar_applies
  join jl.target t on t.unit_id = f.unit_id and t.task = f.task
  where f.of_task_year and f.indicator in ('price_policy', 'new_fitted', 'office_done', 'public_done', 'existing_done')
    and f.strength in ('must', 'strive', 'basically')
    and (f.progress in ('overdue', 'strive_missed') and f.due_on <= p_day
         or f.indicator = 'new_fitted' and f.progress in ('slow', 'behind', 'backward', 'not_met'))
    and (f.indicator = 'price_policy' or f.denominator > 0)
  union all
  select 'existing_behind', f.unit_id, null, null, jsonb_build_object ('task', '节能50%以上既有居住建筑', 'done', jl.share_text (f.numerator, f.denominator),
    'expected', round (f.expected, 2), 'finish',
    jl.finding_pace_year (date '2010-07-23', least (p_day, make_date (f.year, 12, 31)), f.numerator, f.denominator * f.goal / 100))
  from f
  join jl.finding_units (p_day) u on u.unit_id = f.unit_id
  where f.of_task_year and f.indicator = 'existing_done' and f.progress in ('behind', 'backward')
  union all
  select 'nonsaving_behind', f.unit_id, null, f.year::smallint,
    jsonb_build_object ('done', jl.share_text (f.numerator, f.denominator), 'expected', round (f.expected, 2))
  from f
  join jl.finding_units (p_day) u on u.unit_id = f.unit_id
  where f.year in (select t.year from jl.finding_task_years (p_day) t) and f.indicator = 'nonsaving_year'
    and f.progress in ('behind', 'backward')
  union all
  select case when s.below then 'share_settled_below' else 'share_settled_differs' end, f.unit_id, r.id, f.year::smallint,
    jsonb_build_object ('denominator', jl.denominator_name (f.rule_value), 'share', jl.share_text (s.num, s.den, f.threshold), 'num', s.num, 'den', s.den,
                        'used', jl.share_text (f.numerator, f.denominator, f.threshold), 'used_num', f.numerator, 'used_den', f.denominator)
    || case when s.below then jsonb_build_object ('line', f.threshold)
         else jsonb_build_object ('points', jl.points_text (s.apart, s.whole, l.value), 'tolerance', l.value) end
  from f
  join p q on q.year = f.year and q.unit_id = f.unit_id
  join jl.finding_limits ('finding.settled_tolerance', p_day) l on l.unit_id = f.unit_id
  join jl.unit_return r on r.unit_id = f.unit_id and r.year = f.year and r.form = 'settled' and r.filed_on <= p_day
  cross join lateral (
    select r.res_metered_dm2 as num, case f.rule_value when 'residential' then r.res_heated_dm2 else r.heated_dm2 end as den) x
  cross join lateral (
    select x.num, x.den, x.den::numeric * f.denominator as whole,
      abs (x.num::numeric * f.denominator - f.numerator::numeric * x.den) * 100 as apart,
      q.bar_applies and x.num::numeric * 100 < f.threshold * x.den and f.numerator::numeric * 100 >= f.threshold * f.denominator as below) s
  where f.indicator = 'metered_share' and f.state = 'value' and s.den > 0
    and (s.below or s.apart > l.value * s.whole)
$$;

create function jl.finding_figure_rules ()
returns text[]
language sql immutable
as $$
  select array['share_below_line', 'must_task_unmet', 'other_task_unmet', 'existing_behind', 'nonsaving_behind', 'share_settled_below',
               'share_settled_differs']
$$;

select jl.define_told_at_once ('finding_by_figures', jl.finding_figure_rules ());

-- 五(二)3, first: below the line, exactly; only where the clause binds the unit.
select jl.finding_define ('share_below_line', 'C-25', '五（二）3', 'blocks', null,
  '住宅计量收费面积占比低于规定比例',
  '占{denominator}的{share}%，低于{line}%（{num:area}÷{den:area}）');

-- The settled share of June (采暖期结算报表) against the one of the facts: below the line where that was not opens a correction; apart by more
-- than the rule allows must be explained.
select jl.finding_define ('share_settled_below', 'C-25', '五（二）3', 'blocks', 'unit_return',
  '结算后住宅计量收费面积占比低于规定比例',
  '结算占{denominator}的{share}%，低于{line}%（{num:area}÷{den:area}），原按台账为{used}%（{used_num:area}÷{used_den:area}），应核实更正');

select jl.finding_define ('share_settled_differs', 'C-25', '五（二）3', 'warning', 'unit_return',
  '结算占比与台账占比不一致',
  '结算占{denominator}的{share}%（{num:area}÷{den:area}），按台账为{used}%（{used_num:area}÷{used_den:area}），相差{points}个百分点，容许{tolerance}个百分点');

-- More records without facts than a rule allows: the share cannot clear anybody.
select jl.finding_define ('season_facts_missing', 'C-25', '五（二）3', 'note', null,
  '采暖期收费数据缺失',
  '{n}栋建筑中{missing}栋数据缺失，超过可容许的{limit}%');
create function jl.finding_season_facts_missing (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select q.unit_id, null::bigint, z.year, jsonb_build_object ('n', s.n, 'missing', s.missing_n, 'limit', q.missing_limit)
  from jl.finding_seasons (p_as_of) z
  cross join lateral jl.policy (z.year) q
  join lateral (
    select sum (x.n) as n, sum (x.missing_n) as missing_n from jl.parts (q.tasks) p join jl.season_sum x on x.unit_id = p.leaf_id and x.year = z.year
    where p.assessed_id = q.unit_id) s on s.missing_n * 100 > q.missing_limit * s.n
  where q.grp <> 'prefecture_sum'
$$;

-- Second: 没有按要求完成. A 必须 task that is due and unmet bars; 力争 and 基本 are put to the leading group. Silence is no finding here:
-- it is one of the returns.
select jl.finding_define ('must_task_unmet', 'C-DONE', '五（二）3', 'blocks', 'target',
  '必须完成的任务到期未完成',
  '{task}（必须完成[，时限{due_on}]）{says}');

select jl.finding_define ('other_task_unmet', 'C-DONE', '五（二）3', 'decide', 'target',
  '力争、基本完成的任务到期未实现',
  '{task}（{strength}[，时限{due_on}]）{says}，提请领导小组认定');

-- C-PUBLIC: what stands unmetered after the deadline of offices and of other public buildings, one row a unit and class. The ledger is read
-- from end to end once; place by place it takes three times as long.
create function jl.finding_by_ledger (p_day date)
returns table (rule text, unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable rows 50
as $$
  with left_over as materialized (
    select b.unit_id, case b.task_class when 2 then 'office' else 'public' end as task, count (*) as n, jl.sum8 (b.floor_dm2) as dm2
    from jl.building b
    where b.task_class in (2, 3, 4) and b.heat_source in (1, 2) and b.stock = 'existing' and (b.metered_on is null or b.metered_on > p_day)
    group by 1, 2
  )
  select t.task || '_unmetered', t.unit_id, t.id, null::smallint,
    jsonb_build_object ('due_on', t.due_on, 'strength', jl.strength_name (t.strength), 'n', sum (b.n), 'dm2', jl.sum8 (b.dm2))
  from jl.target t
  join jl.parts (p_day) p on p.assessed_id = t.unit_id
  join left_over b on b.unit_id = p.leaf_id and b.task = t.task
  where t.due_on < p_day
  group by t.id
$$;

create function jl.finding_ledger_rules ()
returns text[]
language sql immutable
as $$
  select array['office_unmetered', 'public_unmetered']
$$;

select jl.define_told_at_once ('finding_by_ledger', jl.finding_ledger_rules ());

select jl.finding_define ('office_unmetered', 'C-PUBLIC', '三（三）', 'decide', 'target',
  '党政机关办公楼到期未实施供热计量改造',
  '时限{due_on}（{strength}），尚有{n}栋、{dm2:area}未安装计量装置');
select jl.finding_define ('public_unmetered', 'C-PUBLIC', '三（三）', 'decide', 'target',
  '其他公共建筑到期未实施供热计量改造',
  '时限{due_on}（{strength}），尚有{n}栋、{dm2:area}未安装计量装置');

-- C-EXIST: behind the pace that the rules of pace ask for, before the deadline. What saves no energy is retrofitted year by year (逐步), without a
-- deadline: its trend is told, nothing more.
select jl.finding_define ('existing_behind', 'C-EXIST', '三（四）', 'warning', null,
  '既有居住建筑改造落后序时进度',
  '{task}完成{done}%，序时应完成{expected}%[；按目前进度测算，预计{finish}年达到目标]');

select jl.finding_define ('nonsaving_behind', 'C-EXIST', '三（四）', 'note', null,
  '非节能居住建筑年度改造落后序时进度',
  '年度任务完成{done}%，序时应完成{expected}%');

-- C-PLAN: asked for once the unit's first season has begun.
select jl.finding_define ('plan_missing', 'C-PLAN', '五（三）', 'warning', null,
  '未制定五年改造计划及实施方案',
  '应于{until}前制定，没有覆盖现年的五年计划');
create function jl.finding_plan_missing (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select q.unit_id, null::bigint, null::smallint, jsonb_build_object ('until', q.first_season - 1)
  from jl.finding_task_year (p_as_of) y (year)
  cross join lateral jl.policy (y.year) q
  where q.grp <> 'prefecture_sum' and q.first_season <= p_as_of
    and not exists (select from jl.five_year_plan p where p.unit_id = q.unit_id and y.year between p.first_year and p.last_year
                      and coalesce (p.approved_on, p_as_of) <= p_as_of)
$$;

select jl.finding_define ('plan_incomplete', 'C-PLAN', '五（三）', 'note', 'five_year_plan',
  '五年计划内容不全',
  '缺{missing}');
create function jl.finding_plan_incomplete (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint, jsonb_build_object ('missing', w.missing)
  from jl.five_year_plan p
  cross join lateral (
    select concat_ws ('、', case when p.technical_route is null then '技术路线' end, case when p.metering_method is null then '热计量方式' end,
      case when p.approved_on is null then '批准日期' end,
      case when (select count (*) from jl.five_year_plan_year y where y.plan_id = p.id and y.year between p.first_year and p.last_year)
                < p.last_year - p.first_year + 1 then '分年度改造面积' end) as missing) w
  where extract (year from p_as_of) between p.first_year and p.last_year and w.missing <> ''
$$;

-- Planned up to the day (the running year by its construction days) against what was accepted since the plan's first year.
select jl.finding_define ('plan_behind', 'C-PLAN', '五（三）', 'warning', 'five_year_plan',
  '五年计划执行落后序时进度',
  '至今计划{planned:area}，完成{done:area}[；按目前进度测算，预计{finish}年完成]');
create function jl.finding_plan_behind (p_as_of date)
returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
language sql stable
as $$
  select p.unit_id, p.id, null::smallint,
    jsonb_build_object ('planned', round (a.planned), 'done', d.done, 'finish',
                        jl.finding_pace_year (make_date (p.first_year, 1, 1), e.day, d.done, a.whole))
  from jl.finding_task_year (p_as_of) y (year)
  cross join lateral (select least (p_as_of, make_date (y.year, 12, 31)) as day) e
  cross join lateral jl.policy (y.year) q
  join jl.five_year_plan p on p.unit_id = q.unit_id and y.year between p.first_year and p.last_year
  cross join lateral (
    select sum (w.dm2) as whole,
      sum (w.dm2 * jl.expected (100, make_date (w.year, 1, 1), make_date (w.year, 12, 31), e.day, q.first_month, q.construction) / 100) as planned
    from (select x.year, coalesce (x.existing_dm2, 0) + coalesce (x.nonsaving_dm2, 0) + coalesce (x.public_dm2, 0) as dm2
          from jl.five_year_plan_year x where x.plan_id = p.id) w) a
  cross join lateral (
    select coalesce (jl.sum8 (s.accepted_dm2), 0) as done
    from jl.parts (e.day) l join jl.building_sum s on s.unit_id = l.leaf_id
    where l.assessed_id = p.unit_id and s.year between p.first_year and y.year) d
  where d.done < q.pace_slow * a.planned
$$;

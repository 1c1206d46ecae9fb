-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The annexes of circulars as lines of text cells, from a frozen year. No thousands marks on paper; — missing, 未报, 不适用.

-- What a cell says of a figure: the share in percent, or the word of its state.
create function jl.share_cell (i jl.assessment_input)
returns text
language sql immutable
as $$
  select case i.state when 'value' then jl.share_text (i.numerator, i.denominator, coalesce (i.threshold, i.goal))
    when 'not_reported' then '未报' when 'not_applicable' then '不适用' when 'not_due' then '未到期' else '—' end
$$;

create function jl.area_cell (i jl.assessment_input, p_dm2 bigint)
returns text
language sql immutable
as $$
  select case i.state when 'value' then round (p_dm2 / 1000000.0, 2)::text
    when 'not_reported' then '未报' when 'not_applicable' then '不适用' when 'not_due' then '未到期' else '—' end
$$;

-- Criticism, annex 1: the units with their share and what is held against them.
create function jl.table_criticised (p_id int)
returns table (line int, cells text[])
language sql stable rows 10
as $$
  select c.n, array[c.n::text, c.name, coalesce (round (c.score, 2)::text, '—'), jl.share_cell (i),
    (select string_agg (jl.reason_words (r.name), '；' order by r.number) from jl.unit_reasons (p_id) r
     where r.unit_id = c.unit_id and r.name like 'reason.%')]
  from jl.criticised (p_id) c
  join jl.assessment_input i on i.assessment_id = p_id and i.unit_id = c.unit_id and i.indicator = 'metered_share'
$$;

-- Criticism, annex 2: who may not apply for what, and why.
create function jl.table_barred (p_id int)
returns table (line int, cells text[])
language sql stable rows 30
as $$
  select b.n, array[b.n::text, b.name, jl.award_names (p_id), b.reason, '五（二）3'] from jl.barred_units (p_id) b
$$;

-- Situation, annexes 1 and 2: the results of a group by rank; who is not ranked comes last.
create function jl.table_results (p_id int, p_grp text)
returns table (line int, cells text[])
language sql stable rows 40
as $$
  select (row_number () over (order by u.rank nulls last, j.place_order))::int,
    array[case when u.rank is null then '—' when u.tied then '并列' || u.rank else u.rank::text end, j.name,
          coalesce (round (u.score, 2)::text, '—'), coalesce (u.grade, '—'), jl.share_cell (i)]
  from jl.assessment_unit u
  join jl.judged_units (p_id) j on j.unit_id = u.unit_id and j.grp = p_grp
  join jl.assessment_input i on i.assessment_id = p_id and i.unit_id = u.unit_id and i.indicator = 'metered_share'
  where u.assessment_id = p_id
$$;

-- Below annex 2: who stands apart, and who is not ranked for another reason.
create function jl.results_note (p_id int)
returns text
language sql stable
as $$
  select '注：' || string_agg (
    case j.grp when 'committee' then format ('%s得分%s分，单列，不参加排名', j.name, coalesce (round (u.score, 2)::text, '—'))
      else j.name || u.why_unranked || '，不参加排名' end, '；' order by j.place_order) || '。'
  from jl.assessment_unit u join jl.judged_units (p_id) j on j.unit_id = u.unit_id
  where u.assessment_id = p_id and not u.ranked and j.grp in ('county', 'committee')
$$;

-- Situation, annex 3: the main figures of every unit in 行政区划序; the province's own below the line.
create function jl.table_figures (p_id int)
returns table (line int, cells text[])
language sql stable rows 51
as $$
  with i as materialized (
    select * from jl.assessment_input x where x.assessment_id = p_id
  ), t as (
    select x.indicator, jl.share_text (jl.sum8 (x.numerator), jl.sum8 (x.denominator), 100) as words
    from i x
    where x.state = 'value' and x.indicator in ('office_done', 'public_done', 'existing_done')
      and x.grp not in ('province', 'prefecture_sum')
    group by x.indicator
  ), u as (
    select x.unit_id, x.unit_name || case x.grp when 'prefecture_sum' then '（合计）' else '' end as name,
      x.place_order + case x.grp when 'province' then 1000000 else 0 end as n, x.grp = 'province' as province
    from i x group by x.unit_id, x.unit_name, x.grp, x.place_order
  )
  select (row_number () over (order by u.n))::int,
    array[case when u.province then '' else (row_number () over (order by u.n))::text end, case when u.province then '全省' else u.name end,
      jl.area_cell (s, s.denominator), jl.area_cell (s, s.numerator), jl.share_cell (s), jl.area_cell (b, b.denominator),
      jl.area_cell (b, b.denominator - b.numerator), jl.share_cell (w),
      case when u.province then (select t.words from t where t.indicator = 'office_done') else jl.share_cell (o) end,
      case when u.province then (select t.words from t where t.indicator = 'public_done') else jl.share_cell (p) end,
      case when u.province then (select t.words from t where t.indicator = 'existing_done') else jl.share_cell (e) end]
  from u
  join i s on s.unit_id = u.unit_id and s.indicator = 'metered_share'
  join i b on b.unit_id = u.unit_id and b.indicator = 'billed_of_fitted'
  join i w on w.unit_id = u.unit_id and w.indicator = 'new_fitted'
  left join i o on o.unit_id = u.unit_id and o.indicator = 'office_done'
  left join i p on p.unit_id = u.unit_id and p.indicator = 'public_done'
  left join i e on e.unit_id = u.unit_id and e.indicator = 'existing_done'
$$;

-- Which lines an annex has.
create function jl.annex_lines (p_id int, p_kind text, p_annex int)
returns table (line int, cells text[])
language sql stable rows 50
as $$
  select * from jl.table_criticised (p_id) where p_kind = 'criticise' and p_annex = 1
  union all select * from jl.table_barred (p_id) where p_kind = 'criticise' and p_annex = 2
  union all select * from jl.table_results (p_id, 'prefecture') where p_kind = 'situation' and p_annex = 1
  union all select * from jl.table_results (p_id, 'county') where p_kind = 'situation' and p_annex = 2
  union all select * from jl.table_figures (p_id) where p_kind = 'situation' and p_annex = 3
$$;

-- One row a line; an empty annex has one row without cells. The note stands on the last.
create function jl_api.circular_table (p_year int, p_kind text, p_annex int)
returns table (title text, columns text[], widths numeric[], aligns text[], cells text[], note text)
language plpgsql stable rows 50
as $$
declare
  a jl.assessment := jl.frozen_assessment (p_year);
begin
  return query
    with h (kind, annex, title, columns, widths, aligns, note) as (values
      ('criticise', 1, p_year || '年度供热计量改革工作通报批评城市主要指标及问题',
       '{序号,考核对象,考核得分,住宅计量收费面积占比（%）,主要问题}'::text[], '{0.08,0.16,0.12,0.18,0.46}'::numeric[],
       '{center,left,right,right,left}'::text[], null),
      ('criticise', 2, '不得申报有关奖项和称号的城市名单', '{序号,考核对象,不得申报的奖项和称号,原因,依据}', '{0.08,0.15,0.27,0.38,0.12}',
       '{center,left,left,left,center}', null),
      ('situation', 1, p_year || '年度地级以上城市供热计量改革工作考核结果', '{位次,考核对象,考核得分,等次,住宅计量收费面积占比（%）}',
       '{0.12,0.30,0.18,0.15,0.25}', '{center,left,right,center,right}', null),
      ('situation', 2, p_year || '年度县（市）供热计量改革工作考核结果', '{位次,考核对象,考核得分,等次,住宅计量收费面积占比（%）}',
       '{0.12,0.30,0.18,0.15,0.25}', '{center,left,right,center,right}', jl.results_note (a.id)),
      ('situation', 3, '全省供热计量改革主要指标完成情况一览表',
       array['序号', '考核对象', '集中供热面积（万㎡）', '住宅供热计量收费面积（万㎡）', '住宅计量收费面积占比（%）', '装置安装面积（万㎡）',
             '已安装未计量收费面积（万㎡）', '新建建筑同步安装率（%）', '党政机关办公楼改造完成率（%）', '其他公共建筑改造完成率（%）',
             '既有居住建筑改造完成率（%）'],
       '{0.05,0.15,0.09,0.09,0.09,0.09,0.09,0.08,0.09,0.09,0.09}',
       '{center,left,right,right,right,right,right,right,right,right,right}',
       '注：全省数据不含未报送报表的市县；延边州为所辖市县合计，不单独计入全省。')
    )
    select h.title, h.columns, h.widths, h.aligns, l.cells,
      case when row_number () over (order by l.line) = count (*) over () then h.note end
    from h left join jl.annex_lines (a.id, p_kind, p_annex) l on true
    where h.kind = p_kind and h.annex = p_annex
    order by l.line;
end
$$;

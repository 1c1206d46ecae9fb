-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 奖励资金测算额 (五(二)1) by the formula of 财建〔2007〕957号:
--   基准 × [ Σ(单项改造内容面积 × 单项权重) × 70% + 改造面积 × 节能效果系数 × 30% ] × 进度系数
-- The award is for existing residential buildings; offices and other public buildings have none. It is an estimate of the finance
-- department's decision. Every coefficient is a dated rule; a project of which something is not known has no estimate and says what is
-- missing.

-- The rules of the estimate, read once a query: a unit's own after its group's after the province's, so that of those in force the last
-- holds.
create function jl.award_rules ()
returns jl.seen_rule[]
language sql stable
as $$
  select array_agg (r order by r.unit_id nulls first, r.grp nulls first) from jl.seen_rule r where starts_with (r.kind, 'fund.') or r.kind = 'season.first_day'
$$;

-- The unit that is assessed for a place, and its group, for whom rules may be made.
create function jl.award_ruled (p_unit int, p_day date, out unit_id int, out grp text)
language sql stable
as $$
  select a.unit_id, a.grp
  from jl.assessed_unit_part p join jl.assessed (p_day) a on a.unit_id = p.assessed_id and a.grp <> 'prefecture_sum'
  where p.leaf_id = p_unit and jl.in_force (p.valid, p_day) order by p.assessed_id limit 1
$$;

-- The estimate of one project from its row and the rules as they stood on a day. The factor of progress is that of the first day of the
-- season before which the project was done. Who is assessed for its place is asked only where a rule is not the whole province's.
create function jl.award_parts (p_rules jl.seen_rule[], p_unit int, p_day date, p_area bigint, p_envelope boolean, p_indoor boolean,
                                p_sources boolean, p_saving numeric, p_done date,
                                out base numeric, out weight numeric, out progress numeric, out content_fen bigint, out award_fen bigint,
                                out missing text[])
language plpgsql stable
as $$
declare
  r jl.seen_rule := p_rules[cardinality (p_rules)];
  told boolean := num_nulls (p_envelope, p_indoor, p_sources) = 0;
  done_year int := date_part ('year', p_done);
  ruled record;
  part numeric;
  envelope numeric;
  indoor numeric;
  sources numeric;
  this_first text;
  next_first text;
  before_on date;
begin
  select null::int as unit_id, null::text as grp into ruled;
  if r.unit_id is not null or r.grp is not null then
    select * into ruled from jl.award_ruled (p_unit, p_day);
    ruled.unit_id := coalesce (ruled.unit_id, p_unit);
  end if;
  foreach r in array p_rules loop
    continue when r.unit_id is distinct from ruled.unit_id and r.unit_id is not null or r.grp is distinct from ruled.grp and r.grp is not null;
    if r.kind = 'season.first_day' then
      this_first := case when r.valid @> make_date (done_year, 7, 1) then r.value_choice else this_first end;
      next_first := case when r.valid @> make_date (done_year + 1, 7, 1) then r.value_choice else next_first end;
    elsif r.valid @> p_day then
      case r.kind when 'fund.base_yuan_m2' then base := r.value_number;
                  when 'fund.content_part' then part := r.value_number / 100;
                  when 'fund.weight.envelope' then envelope := r.value_number;
                  when 'fund.weight.indoor' then indoor := r.value_number;
                  when 'fund.weight.sources' then sources := r.value_number;
                  else null;
      end case;
    end if;
  end loop;
  if p_done <= p_day then
    before_on := case when jl.year_day (done_year, this_first) > p_done then jl.year_day (done_year, this_first)
                      else jl.year_day (done_year + 1, next_first) end;
    foreach r in array p_rules loop
      if r.kind = 'fund.progress' and r.valid @> before_on and (r.unit_id is null or r.unit_id = ruled.unit_id) and (r.grp is null or r.grp = ruled.grp) then
        progress := r.value_number;
      end if;
    end loop;
  end if;
  weight := trim_scale ((case when p_envelope then envelope when not p_envelope then 0 end + case when p_indoor then indoor when not p_indoor then 0 end
                         + case when p_sources then sources when not p_sources then 0 end) / 100);
  content_fen := round (base * p_area * weight * part * progress)::bigint;
  award_fen := round (base * p_area * (weight * part + p_saving * (1 - part)) * progress)::bigint;
  missing := array_remove (array[
    case when p_area is null then '改造面积' end, case when not told then '改造内容' end, case when p_saving is null then '节能效果系数' end,
    case when before_on is null then '完成日期' end,
    case when base is null or part is null or told and weight is null or before_on is not null and progress is null then '测算规则' end], null);
end
$$;

create function jl_api.award_estimate (p_project int default null, p_unit int default null, p_year int default null, p_as_of date default null)
returns table (project_id int, unit_id int, year smallint, code text, name text, area_dm2 bigint, base numeric, weight numeric,
               saving_factor numeric, progress numeric, content_fen bigint, saving_fen bigint, award_fen bigint, missing text[])
language sql stable rows 100
as $$
  select r.id, r.unit_id, r.year, r.code, r.name, r.area_dm2, f.base, f.weight, r.saving_factor, f.progress, f.content_fen,
    f.award_fen - f.content_fen, f.award_fen, f.missing
  from jl.seen_retrofit_project r
  cross join lateral (select coalesce (p_as_of, make_date (r.year, 12, 31)) as day) d
  cross join lateral jl.award_parts ((select jl.award_rules ()), r.unit_id, d.day, r.area_dm2, r.envelope, r.indoor, r.sources,
                                     r.saving_factor, r.done_on) f
  where r.stock_class in ('existing', 'nonsaving') and (p_project is null or r.id = p_project) and (p_year is null or r.year = p_year)
    and (p_unit is null or r.unit_id = p_unit or exists (
      select from jl.assessed_unit_part p where p.assessed_id = p_unit and p.leaf_id = r.unit_id and jl.in_force (p.valid, d.day)))
  order by r.unit_id, r.year, r.code
$$;

-- What the projects of a year have earned in each place, as of a day of it. The same for every official, like the kept sums.
create function jl.award_sums (p_year int, p_as_of date)
returns table (unit_id int, n int, award_fen bigint, missing_n int)
language plpgsql stable security definer rows 60 set search_path = pg_catalog, jl, pg_temp
as $$
begin
  if not jl.reads_sums () then
    return;
  end if;
  return query
    select t.unit_id, count (*)::int, jl.sum8 (f.award_fen), (count (*) - count (f.award_fen))::int
    from jl.seen_retrofit_project t
    left join lateral jl.award_parts ((select jl.award_rules ()), t.unit_id, least (jl.year_end (p_year), p_as_of), t.area_dm2, t.envelope,
                                      t.indoor, t.sources, t.saving_factor, t.done_on) f
      on num_nulls (t.area_dm2, t.envelope, t.indoor, t.sources, t.saving_factor, t.done_on) = 0
    where t.year = p_year and t.stock_class in ('existing', 'nonsaving')
    group by t.unit_id;
end
$$;

-- The list of projects has it as of the end of the project's year. Of a project that lacks a fact nothing is computed but what it lacks.
do $body$
declare
  housing constant text := 't.stock_class in (''existing'', ''nonsaving'')';
  known constant text := housing || ' and num_nulls (t.area_dm2, t.envelope, t.indoor, t.sources, t.saving_factor, t.done_on) = 0';
  award constant text := '(select a.award_fen from jl.award_parts ((select jl.award_rules ()), t.unit_id, make_date (t.year, 12, 31), t.area_dm2,
                             t.envelope, t.indoor, t.sources, t.saving_factor, t.done_on) a where ' || known || ')';
begin
  perform jl.define_list ('retrofit_project', format ($f$, %1$s as award_fen,
    nullif (case when not %3$s then '不属既有居住建筑' else concat_ws ('、', case when t.area_dm2 is null then '改造面积' end, case when num_nulls (t.envelope, t.indoor, t.sources) > 0 then '改造内容' end,
      case when t.saving_factor is null then '节能效果系数' end, case when t.done_on <= make_date (t.year, 12, 31) then null else '完成日期' end,
      case when %2$s and t.done_on <= make_date (t.year, 12, 31) and %1$s is null then '测算规则' end) end, '') as award_missing $f$, award, known, housing));
end
$body$;
drop function jl.define_list (text, text);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: targets and returns; the whole fill; the practice officials.

-- The deadlines of 三(一) to 三(四). A county has its own letter, or none (三(五)): then the city's date is marked 参照. Price
-- policies are due when the unit's own season of 2010 begins: a rule, as is that 基本完成 means 90 % of the stock.
create function jl.practice_targets (p_first int, p_last int) returns void language sql as
$$
  insert into jl.target (unit_id, task, strength, due_on, starts_on, goal, stock_dm2, stock_n, large_dm2, large_n, basis, document)
  select f.assessed_id, t.task, t.strength,
    case when f.grp <> 'prefecture' and b.basis = 'letter' and t.task in ('office', 'public') then date '2012-12-31'
         else t.due_on end,
    '2010-07-23', t.goal, s.dm2, s.n, case when f.assessed_id % 5 > 0 then s.large_dm2 end, case when f.assessed_id % 5 > 0 then s.large_n end, b.basis,
    case b.basis when 'letter' then '供热计量改革目标责任书（演练）' else '吉政发〔2010〕20号' end
  from jl.practice_profiles () f
  cross join (values
    ('price', 'must', null::date, 100, null::int[]),
    ('new', 'must', null, 100, null),
    ('office', 'strive', '2011-12-31', 100, array[2]),
    ('public', 'strive', '2011-12-31', 100, array[3, 4]),
    ('existing', 'basically', '2015-12-31', 100, array[5]),
    ('nonsaving', 'gradually', null, 100, array[6])) t (task, strength, due_on, goal, classes)
  cross join lateral (
    select case when f.grp = 'prefecture' then 'document' when f.grp = 'committee' or f.assessed_id % 3 > 0 then 'letter'
                else 'reference' end as basis) b
  cross join lateral (
    select case when t.classes is not null
        then coalesce (sum (case when use in (1, 5) then residential_dm2 else floor_dm2 end), 0) end as dm2,
      case when t.classes is not null then count(*) end as n,
      case when t.task = 'public' then coalesce (sum (floor_dm2) filter (where use = 3), 0) end as large_dm2,
      case when t.task = 'public' then count(*) filter (where use = 3) end as large_n
    from jl.building b join jl.assessed_unit_part p on p.leaf_id = b.unit_id
    where p.assessed_id = f.assessed_id and p.valid @> date '2012-06-30' and b.task_class = any (t.classes)
      and b.heat_source in (1, 2) and b.completed_on < make_date (p_first, 1, 1)) s;

  -- A year's task is a part of the stock, of what the unit answers for in that year. For existing buildings of 50 % it grows a tenth of
  -- that of 2012 every year, and was half of it in 2010, from the end of July on.
  insert into jl.target_year (target_id, unit_id, year, area_dm2)
  select t.id, t.unit_id, y,
    greatest (sum (b.residential_dm2::bigint)
              * case when t.task = 'nonsaving' then f.fit_task when y = 2010 then f.exist_task / 2
                     else f.exist_task * (100 + 10 * (y - 2012)) / 100 end / 10000 / 1000 * 1000, 1000)
  from jl.target t
  join jl.practice_profiles () f on f.assessed_id = t.unit_id
  cross join generate_series (greatest (p_first, 2010), p_last) y
  join jl.assessed_unit a on a.unit_id = t.unit_id and a.valid @> make_date (y, 12, 31)
  join jl.assessed_unit_part p on p.assessed_id = t.unit_id and p.valid @> make_date (y, 12, 31)
  join jl.building b on b.unit_id = p.leaf_id and b.task_class = case t.task when 'existing' then 5 else 6 end
    and b.heat_source in (1, 2) and b.completed_on < make_date (p_first, 1, 1)
  where t.task in ('existing', 'nonsaving') and t.stock_dm2 > 0
  group by t.id, t.task, y, f.exist_task, f.fit_task;

  -- A share for every year was handed down to some counties only (B61).
  insert into jl.target (unit_id, task, strength, starts_on, goal, basis, document)
  select f.assessed_id, 'share', 'gradually', '2010-07-23', 25, 'letter', '供热计量改革目标责任书（演练）'
  from jl.practice_profiles () f where f.grp = 'county' and f.assessed_id % 4 = 1;
  insert into jl.target_year (target_id, unit_id, year, share)
  select t.id, t.unit_id, y, least (25, 10 + 5 * (y - 2010)) from jl.target t cross join generate_series (greatest (p_first, 2010), p_last) y
  where t.task = 'share';
$$;

-- Tasks are due by 31 January, billing by 10 May, the settled season by 30 June, which of the last one nobody has sent yet. Most come in
-- time, some late; 长岭县 sends nothing even after a reminder, 长白山管委会 nothing since 2012 and was not reminded, 汪清县 no billing
-- figures in 2013.
create function jl.practice_returns (p_first int, p_last int) returns void language sql as
$$
  insert into jl.unit_return (unit_id, year, form, due_on, filed_on, reminded_on)
  select u.unit_id, y, f.form, f.due_on,
    case
      when v.code = '220722' and y >= 2011 or v.code = 'CBS' and y >= 2012
        or v.code = '222424' and y = 2013 and f.form = 'billing' then null
      when f.form = 'settled' and y = p_last then null
      when f.form = 'settled' and jl.practice_draw (u.unit_id * 13 + y * 7, 7) < 1200 then f.due_on + 1 + (u.unit_id + y) % 20
      when f.form = 'tasks' and jl.practice_draw (u.unit_id * 13 + y * 7, 5) < 1200 then f.due_on + 1 + (u.unit_id + y) % 20
      when f.form = 'billing' and jl.practice_draw (u.unit_id * 13 + y * 7, 6) < 1200 then f.due_on - 9 + (u.unit_id + y) % 9
      else f.due_on - 12 - (u.unit_id * 3 + y) % 9
    end,
    case when v.code = '220722' and y >= 2011 then f.due_on + 15 end
  from generate_series (p_first, p_last) y
  join jl.assessed_unit u on u.valid @> make_date (y, 12, 31)
  join jl.unit_version v on v.unit_id = u.unit_id and v.valid @> make_date (y, 12, 31)
  cross join lateral (values ('tasks', make_date (y + 1, 1, 31)), ('billing', make_date (y + 1, 5, 10)), ('settled', make_date (y + 1, 6, 30))) f (form, due_on)
  where f.form <> 'settled' or u.grp <> 'prefecture_sum'
$$;

-- What was settled: a little less metered area than the ledger had, in some units much less; one return in twenty-three came without areas.
create function jl.practice_settled () returns void language sql as
$$
  update jl.unit_return r
  set heated_dm2 = s.heated, res_heated_dm2 = s.res_heated,
    res_metered_dm2 = s.metered * (10000 - case when x.luck < 2000 then 600 + x.luck / 2 when f.profile = 'perfect' then 0 else x.luck / 160 end) / 10000
  from jl.practice_profiles () f
  join (
    select p.assessed_id, z.year, sum (z.res_heated + z.other_heated)::bigint as heated, sum (z.res_heated)::bigint as res_heated,
      sum (z.res_metered)::bigint as metered
    from jl.season_sum z
    join jl.assessed_unit_part p on p.leaf_id = z.unit_id and p.valid @> make_date (z.year, 12, 31)
    group by p.assessed_id, z.year) s on s.assessed_id = f.assessed_id
  cross join lateral (select jl.practice_draw (f.assessed_id * 19 + s.year * 101, 8) as luck) x
  where r.unit_id = f.assessed_id and r.year = s.year and r.form = 'settled' and r.filed_on is not null and s.heated > 0
    and (f.assessed_id + s.year) % 23 > 0
$$;

-- The review of a county's returns: most pass within two weeks, some after they were sent back, some not yet. Two counties are 省直管 from
-- 2013 on and report directly.
create function jl.practice_reviews (p_last int) returns void language plpgsql as
$$
begin
  insert into jl.rule (kind, unit_id, valid, value_choice, basis)
  select 'report.line', jl.unit_of_code (c), '[2013-01-01,)', 'direct', '省直管县（市）（演练）' from unnest (array['220381', '220581']) c;
  update jl.unit_return r
  set sent_back_on = case when x.luck % 5 = 0 then least (r.filed_on + 4 + x.luck % 3, z.day) end,
    reviewed_on = case when x.luck >= 900 and r.filed_on + 10 <= z.day then least (r.filed_on + 5 + x.luck % 9 + case when x.luck % 5 = 0 then 12 else 0 end, z.day) end
  from (select make_date (p_last + 1, 4, 30) as day) z, lateral (select u.id, jl.practice_draw (u.id::bigint * 71, 5) as luck from jl.unit_return u) x
  where x.id = r.id and r.filed_on <= z.day and jl.reviewer_of (r.unit_id, r.filed_on) is not null;
end
$$;

-- When what is demanded and owed became known: rules and places from the start, targets with the document, returns as they came.
create function jl.practice_dates () returns void language sql as
$$
  update jl.unit_version set entered_at = jl.practice_known (lower (valid));
  update jl.assessed_unit set entered_at = jl.practice_known (lower (valid));
  update jl.assessed_unit_part set entered_at = jl.practice_known (lower (valid));
  update jl.rule set entered_at = jl.practice_known (lower (valid));
  update jl.target set entered_at = jl.practice_known (starts_on), document_id = case basis when 'letter' then null else 1 end;
  update jl.target_year set entered_at = jl.practice_known (greatest (make_date (year, 1, 15), date '2010-07-23'));
  update jl.unit_return set entered_at = jl.practice_known (coalesce (filed_on, least (due_on, make_date (year + 1, 5, 10))));
$$;

-- Every reference of every table, each by one join: a tenth of the time of a look-up for every row.
create function jl.practice_references () returns void language plpgsql as
$$
declare
  f record;
  broken boolean;
begin
  for f in
    select c.conname, c.conrelid::regclass as child, c.confrelid::regclass as parent,
      string_agg (format ('c.%I is not null', a.attname), ' and ') as given,
      string_agg (format ('p.%I = c.%I', b.attname, a.attname), ' and ') as same
    from pg_constraint c
    cross join lateral unnest (c.conkey, c.confkey) k (child, parent)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.child
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.parent
    where c.contype = 'f' and c.conparentid = 0 and c.connamespace = 'jl'::regnamespace
    group by c.oid
  loop
    execute format ('select exists (select from %s c where %s and not exists (select from %s p where %s))',
                    f.child, f.given, f.parent, f.same) into broken;
    if broken then
      raise exception using errcode = '23503', message = 'Practice data hold a reference to nothing', detail = f.conname;
    end if;
  end loop;
end
$$;

-- Every table that has rows and no statistics yet, so that each is looked through once.
create function jl.practice_analyze () returns void language plpgsql as
$$
declare
  t text;
begin
  for t in
    select c.oid::regclass from pg_class c
    where c.relnamespace::regnamespace::text in ('jl', 'jl_audit') and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_stats s where s.schemaname = c.relnamespace::regnamespace::text and s.tablename = c.relname)
  loop
    execute format ('analyze %s', t);
  end loop;
end
$$;

-- The catalogues, which have grown since the server was made.
create function jl.practice_analyze_catalogues () returns void language plpgsql as
$$
declare
  t text;
begin
  for t in
    select c.oid::regclass from pg_class c
    where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'r' and not c.relisshared and pg_relation_size (c.oid) > 8192
  loop
    execute format ('analyze %s', t);
  end loop;
end
$$;

-- Fills an empty practice database, best while triggers are off (session_replication_role): sums, search and the look at references are
-- done for all rows at once at the end. The last three seasons stay open.
create function jl.practice_fill (buildings int, first_year int, last_year int) returns void
language plpgsql set search_path = pg_catalog, jl, pg_temp set jit = off as
$$
begin
  if exists (select from jl.building) or coalesce ((select kind from jl.installation), 'practice') <> 'practice' then
    raise exception using errcode = 'JL003', message = 'Practice data go into an empty practice database only';
  end if;
  perform jl.practice_analyze_catalogues ();
  perform jl.practice_companies ();
  analyze jl.unit_version, jl.assessed_unit, jl.assessed_unit_part, jl.company;
  perform jl.practice_buildings (buildings, first_year, last_year);
  perform setval (pg_get_serial_sequence ('jl.building', 'id'), (select max (id) from jl.building));
  analyze jl.building;

  for y in first_year .. last_year loop
    perform jl.practice_season (y);
  end loop;
  perform jl.practice_pin ('220100', 2012, 24.996);
  perform jl.practice_pin ('220700', 2012, 25);
  perform jl.practice_pin ('220300', 2014, 24.996);
  analyze jl.building_season;
  perform jl.sums_rebuild ('{season_sum, building_sum}');
  analyze jl.season_sum, jl.building_sum;

  perform jl.practice_targets (first_year, last_year);
  perform jl.practice_returns (first_year, last_year);
  perform jl.practice_settled ();
  perform jl.practice_reviews (last_year);
  perform jl.practice_dates ();
  perform jl.practice_stock_changes ();
  perform jl.practice_documents ();
  perform jl.practice_company_targets (first_year, last_year);
  perform jl.practice_retrofits (first_year, last_year);
  perform jl.practice_new_buildings (buildings, first_year, last_year);
  perform jl.practice_contracts ();
  perform jl.practice_plans ();
  perform jl.practice_arrangements (last_year);
  perform jl.practice_letters (first_year, last_year);
  perform jl.practice_cases (last_year);
  perform jl.practice_tasks (first_year, last_year);
  perform jl.practice_building_versions (buildings);
  perform jl.practice_project_versions ();
  perform setval (pg_get_serial_sequence ('jl.retrofit_project', 'id'), (select max (id) from jl.retrofit_project));
  perform setval (pg_get_serial_sequence ('jl.new_project', 'id'), (select max (id) from jl.new_project));
  perform jl.practice_registers (buildings, first_year, last_year);
  perform jl.practice_analyze ();
  perform jl.sums_rebuild ('{register_card, register_sum}');
  perform jl.search_rebuild (array (select name from jl.register where search <> '{}' and search_by = 'words'));
  update jl.season set closed_at = make_timestamptz (year + 1, 7, 1, 9, 0, 0) where year between first_year and last_year - 3;
  perform jl.practice_findings (first_year, last_year);
  perform jl.practice_references ();
  perform jl.practice_analyze ();
end
$$;

-- One official of each duty, two of the heating-reform office: who proposes a freeze may not confirm it.
create function jl.practice_officials () returns void language plpgsql as
$$
declare
  o record;
begin
  for o in
    select * from (values
      ('housing1', '演练人员甲', 'jl_housing'), ('housing2', '演练人员乙', 'jl_housing'), ('price1', '演练人员丙', 'jl_price'),
      ('finance1', '演练人员丁', 'jl_finance'), ('reform1', '演练人员戊', 'jl_reform'), ('quality1', '演练人员己', 'jl_quality'),
      ('city1', '演练人员庚', 'jl_city'), ('reader1', '演练人员辛', 'jl_reader'), ('auditor1', '演练人员壬', 'jl_auditor'),
      ('admin1', '演练人员癸', 'jl_admin')) v (name, display, duty)
    where not exists (select from jl.official where role = 'jl_practice_' || v.name and ended_on is null)
  loop
    perform jl_api.official_add (('jl_practice_' || o.name)::name, o.display, o.duty,
                                 case o.duty when 'jl_city' then '{220100}' else '{}' end::text[]);
  end loop;
end
$$;

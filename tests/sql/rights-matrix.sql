-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Every duty × every table × reading, entering, changing, deleting × own and foreign unit. What may be comes from jl.register and from a
-- short list of the other tables; what is comes from doing it as that official. A table in neither fails the test.

begin;
select plan (6);

-- The tables that are no registers. written: duties by operation; seen: whole, scope (by unit), draft (assessments), sent (imports).
create temp table other as
select * from (values
  ('season', 'whole', '{}', '{jl_housing}', '{}'),
  ('published_figure', 'whole', '{jl_housing}', '{jl_housing}', '{}'),
  ('import_file', 'sent', '{jl_housing}', '{}', '{}')) v (tbl, seen, may_insert, may_update, may_delete)
union all
select t, 'whole', '{}', '{}', '{}'
from unnest (string_to_array (
  'installation migration definition unit unit_version unit_operation assessed_unit assessed_unit_part map_tile rule_kind indicator '
  'season_sum building_sum scheme scheme_item scheme_grade scheme_group scheme_veto award published_indicator official official_unit '
  'register finding_rule finding_refresh reading reading_word sum_known sum_known_part '
  'register_sum clause_indicator '
  'published_figure_history', ' ')) t
union all
select t, 'scope', '{}', '{}', '{}' from unnest (array['finding', 'finding_step', 'attachment', 'search_entry', 'register_card']) t
union all
select t, 'draft', '{}', '{}', '{}'
from unnest (array['assessment', 'assessment_input', 'assessment_item', 'assessment_unit', 'assessment_award']) t;

create temp table tbl as
select c.relname::text as name, c.relkind = 'p' as parts,
  exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'unit_id' and not a.attisdropped) as has_unit
from pg_class c where c.relnamespace = 'jl'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition;

select is_empty (
  $$ select name from tbl where name not in (select tbl from other)
     and regexp_replace (name, '_history$', '') not in (select r.name from jl.register r) $$,
  'every table is a register, the twin of one, or named here');

create temp table mine as
select 2 as unit_id union select leaf_id from jl.assessed_unit_part where assessed_id = 2;

-- Something in every table: what only work brings, and then a change of a row of each register and place, which its twin keeps.
set session authorization jl_practice_housing1;
do $$ begin perform jl_api.assess_compute (2012); end $$;
reset session authorization;
insert into jl.import_file (kind, name, sha256, content, rows) values ('x', 'x', '\x00', '\x00', 1);
insert into jl.published_figure (place_code, place, period, years, indicator, value, unit, source)
values ('220000', '吉林省', '2031', '[2031,2032)', 'metered_billing_area', 1, '万㎡', '演练');
update jl.published_figure set note = '演练' where period = '2031';
insert into jl.unit_operation (kind, on_day, units, document) values ('rename', '2030-01-01', '{3}', '演练');
insert into jl.sum_known (known_at, sum_table, part, content) values (now (), 'season_sum', 2012, '{}');
insert into jl.sum_known_part (known_at, sum_table, part) values (now (), 'season_sum', 2012);
insert into jl.lead (unit_id, year, kind, n, document, handed_on, handed_to)
select u, 2012, 'inaction', 1, '演练', '2013-05-01', '演练' from unnest (array[2, 13]) u;
insert into jl.nil_report (unit_id, about, year, reported_on) select u, 'company', 2012, '2013-05-01' from unnest (array[2, 13]) u;
insert into jl.stock_change (target_id, kind, stock_dm2, decided_on, document, reason)
select id, 'add', 1, '2012-05-01', '演练', '演练' from jl.target where unit_id in (2, 13) and task = 'existing';

create temp table sample (tbl text, place text, at tid, part regclass, content jsonb);
create function pg_temp.take (p_table text) returns void language plpgsql as
$$
declare
  p text;
  condition text;
  has_unit boolean := (select t.has_unit from tbl t where name = p_table);
begin
  foreach p in array case when has_unit then array['own', 'foreign', 'none'] else array['none'] end loop
    condition := case when not has_unit then 'true' when p = 'own' then 'r.unit_id in (select unit_id from mine)'
      when p = 'foreign' then 'r.unit_id not in (select unit_id from mine)' else 'r.unit_id is null' end
      || case p_table
        when 'building_season' then ' and r.year in (select year from jl.season where closed_at is null)'
        when 'search_entry' then ' and r.unit_id is not null' when 'season' then ' and r.closed_at is null' else '' end;
    execute format ('insert into sample select %L, %L, r.ctid, r.tableoid, to_jsonb (r) from jl.%I r where %s limit 1', p_table, p, p_table, condition);
  end loop;
end
$$;
select pg_temp.take (name) from jl.register;
insert into jl.attachment (register, record_id, unit_id, name, mime, content)
select 'building', (content ->> 'id')::int, (content ->> 'unit_id')::int, 'x', 'application/pdf', '%PDF-1' from sample where tbl = 'building';
do $$
declare
  s record;
begin
  for s in select * from sample loop
    execute format ('update jl.%I set version = version where ctid = $1 and tableoid = $2', s.tbl) using s.at, s.part;
  end loop;
end
$$;
truncate sample;
select pg_temp.take (name) from tbl;

select is_empty (
  $$ select t.name from tbl t where not exists (select from sample s where s.tbl = t.name)
     union all
     select g.name || ': ' || p from jl.register g join tbl t using (name) cross join unnest (array['own', 'foreign']) p
     where t.has_unit and g.unit_level is not null and not exists (select from sample s where s.tbl = g.name and s.place = p) $$,
  'there is something to try in every table, of an own and of a foreign unit');

-- What may be.
create temp table official as
select role, duty from jl.official where ended_on is null and role ~ '1$' and role like 'jl\_practice\_%';
create temp table expected as
select o.duty, s.tbl, s.place, op, case
    when g.name is not null and op = 'select' then g.read_whole or scope.provincial or scope.own
    when twin then false
    when g.name = 'rule' then op <> 'delete'
      and o.duty = (select k.owner_duty from jl.rule_kind k where k.code = s.content ->> 'kind')
    when g.name = 'unit_return' and op = 'update' and o.duty = 'jl_city' then
      coalesce (jl.reviewer_of ((s.content ->> 'unit_id')::int, (s.content ->> 'filed_on')::date) in (select unit_id from mine), false)
    when g.name in ('building', 'building_season') and op = 'delete' then o.duty = 'jl_housing'
    when g.name is not null then o.duty = any (g.owners) or g.city_keeps and scope.own
    when op = 'select' then case x.seen when 'whole' then true when 'scope' then scope.provincial or scope.own
      when 'draft' then scope.provincial and o.duty <> 'jl_reader' else o.duty in ('jl_housing', 'jl_auditor') end
    else o.duty = any ((case op when 'insert' then x.may_insert when 'update' then x.may_update else x.may_delete end)::text[]) end as may
from official o
cross join sample s
cross join unnest (array['select', 'insert', 'update', 'delete']) op
left join other x on x.tbl = s.tbl
left join jl.register g on x.tbl is null and g.name in (s.tbl, regexp_replace (s.tbl, '_history$', ''))
cross join lateral (select g.name is not null and g.name <> s.tbl as twin) t
cross join lateral (select o.duty not in ('jl_city', 'jl_admin') as provincial, o.duty = 'jl_city' and s.place = 'own' as own) scope;

-- What is: done and undone. Refused is what raises 42501 or meets no row; whatever is raised besides (a key that is there, a record that
-- others refer to) is raised after leave was given.
create temp table actual (duty text, tbl text, place text, op text, may boolean);
do $$
declare
  o record;
  s record;
  op text;
  statement text;
  columns text;
  met int;
  state text;
  may boolean;
begin
  for o in select * from official loop
    for s in select * from sample loop
      foreach op in array array['select', 'insert', 'update', 'delete'] loop
        if op in ('insert', 'update') then
          select string_agg (quote_ident (a.attname), ', ') into columns
          from (
            select a.attname, a.attnum, row_number () over (order by a.attnum) as n
            from pg_attribute a
            where a.attrelid = ('jl.' || quote_ident (s.tbl))::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and a.attidentity <> 'a'
              and (op <> 'update' or a.attname <> 'id')
              and (has_column_privilege (o.duty, a.attrelid, a.attnum, case op when 'insert' then 'insert' else 'update' end)
                   or not has_any_column_privilege (o.duty, a.attrelid, case op when 'insert' then 'insert' else 'update' end))) a
          where op = 'insert' or a.n = 1;
        end if;
        statement := case op
          when 'select' then format ('select from jl.%I where ctid = $1 and tableoid = $2', s.tbl)
          when 'insert' then format ('insert into jl.%1$I (%2$s) select %2$s from jsonb_populate_record (null::jl.%1$I, $3)', s.tbl, columns)
          when 'update' then format ('update jl.%1$I set %2$s = %2$s where ctid = $1 and tableoid = $2', s.tbl, columns)
          else format ('delete from jl.%I where ctid = $1 and tableoid = $2', s.tbl) end;
        execute format ('set session authorization %I', o.role);
        begin
          execute statement using s.at, s.part,
            s.content || case when s.content ? 'sent_by' then jsonb_build_object ('sent_by', session_user) else '{}' end;
          get diagnostics met = row_count;
          raise exception using errcode = 'UNDO0', message = 'undone';
        exception when others then
          get stacked diagnostics state = returned_sqlstate;
          may := case state when 'UNDO0' then met > 0 when '42501' then false else true end;
        end;
        reset session authorization;
        insert into actual values (o.duty, s.tbl, s.place, op, may);
      end loop;
    end loop;
  end loop;
end
$$;

select is ((select count (distinct duty)::int from actual), 9, 'every duty is tried');
select ok (count (*) > 4000, 'in thousands of ways') from actual;
select is_empty (
  $$ select a.duty, a.tbl, a.place, a.op, a.may, 'not as expected' from actual a join expected e using (duty, tbl, place, op)
     where a.may is distinct from e.may order by 2, 1, 3, 4 $$,
  'everybody may what he is meant to, and nothing else');
-- The matrix can fail: a right too much is seen.
select ok ((select count (*) from actual where may and op <> 'select') between 100 and (select count (*) / 4 from actual),
  'some may write something, most may not');

select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What follows from a row of jl.register: who reads and writes its table and its twin, and the views that lists read.

-- The register of this name; every function that takes a name asks for it here, before the name becomes part of a statement.
create function jl.the_register (p_name text) returns jl.register language plpgsql stable
set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register;
begin
  select * into g from jl.register where name = p_name;
  if not found then
    raise exception using errcode = 'JL004', message = 'There is no such register', detail = p_name;
  end if;
  return g;
end
$$;

-- The columns of a table of schema jl, in their order.
create function jl.columns_of (p_table text) returns table (name text, type oid, generated boolean, required boolean)
language sql stable as
$$
  select a.attname::text, a.atttypid, a.attgenerated <> '', a.attnotnull
  from pg_attribute a
  where a.attrelid = ('jl.' || quote_ident (p_table))::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum
$$;

-- Which columns name a record of another register (or of the same).
create function jl.references_of (p_register text) returns table (field text, register text)
language sql stable as
$$
  select a.attname::text, f.relname::text
  from pg_constraint k
  join pg_class f on f.oid = k.confrelid
  join jl.register g on g.name = f.relname
  cross join lateral unnest (k.conkey, k.confkey) u (own, other)
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.other and b.attname = 'id'
  where k.contype = 'f' and k.conrelid = ('jl.' || quote_ident (p_register))::regclass
  order by u.own
$$;

-- What stands in a list after the columns themselves: the unit's name as it is called last, and how each record is called that this
-- one refers to. Sub-selects, no joins: a page pays for its rows only, an order keeps its index. p_seen: '' for the tables, 'seen_' for
-- what was held true of them (kinds of rules have no history).
create function jl.list_extras (p_register text, p_seen text) returns text language sql stable as
$$
  select coalesce (string_agg (x.expression, '' order by x.place), '')
  from (
    select 0 as place,
      format ($f$, (select v.name from jl.%sunit_version v where v.unit_id = t.unit_id
                    order by upper_inf (v.valid) desc, lower (v.valid) desc limit 1) as unit_name$f$, p_seen) as expression
    from jl.columns_of (p_register) c where c.name = 'unit_id'
    union all
    select 1 + f.place, format (', (select %s from jl.%I r where r.id = t.%I) as %I',
                                regexp_replace (g.label, 'from jl\.(?!rule_kind)', 'from jl.' || p_seen, 'g'), p_seen || g.name, f.field,
                                regexp_replace (f.field, '_id$', '') || '_label')
    from jl.references_of (p_register) with ordinality f (field, register, place)
    join jl.register g on g.name = f.register) x
$$;

-- The lists of a register. A known list is the same as seen from jl.known_at (05-viewpoint), the names of what it refers to as well.
-- derived: further columns ", … as …" of the row t, for 36, 43 and 44 to whom checks, prices and awards are known.
create function jl.define_list (p_register text, p_derived text default '') returns void language plpgsql as
$$
declare
  x record;
begin
  for x in select * from (values ('', ''), ('known_', 'seen_')) v (known, seen) loop
    execute format ('create view jl_api.%I with (security_invoker = true) as select t.*%s%s from jl.%I t',
                    p_register || '_' || x.known || 'list', p_derived, jl.list_extras (p_register, x.seen), x.seen || p_register);
  end loop;
end
$$;

select jl.define_list (r.name) from jl.register r
where r.name not in ('building_season', 'unit_version', 'price', 'retrofit_project', 'account_check', 'checked_account') order by r.place_order;

-- A season row stands beside its building. All rows are here, central heating or not: the figures count those with central. Place, code
-- and company are the season's own; the outer join costs nothing where nothing else of the building is asked for.
do $body$
declare
  own text;
  seen text;
begin
  select string_agg ('t.' || quote_ident (c.name), ', ') into own from jl.columns_of ('building_season') c;
  foreach seen in array array['', 'seen_'] loop
    execute format ($f$
      create view jl_api.building_season_%1$slist with (security_invoker = true) as
        select %2$s, t.res_heated_dm2 + t.other_heated_dm2 as heated_dm2,
          b.name, b.energy, b.heat_source, b.task_class, b.stock, b.floor_dm2, b.residential_dm2, b.completed_on, b.metered_on,
          b.control_on, b.energy_retrofit_on, b.accepted_on, b.fit, b.fit_decided_on, b.metering_method, b.department,
          b.code || '　' || b.name as building_label,
          (select r.name from jl.%3$scompany r where r.id = t.company_id) as company_label,
          (select v.name from jl.%3$sunit_version v where v.unit_id = t.unit_id
           order by upper_inf (v.valid) desc, lower (v.valid) desc limit 1) as unit_name
        from jl.%3$sbuilding_season t left join jl.%3$sbuilding b on b.id = t.building_id
      $f$, case seen when '' then '' else 'known_' end, own, seen);
  end loop;
end
$body$;

-- Rights. These have policies of their own (31). Elsewhere the owners keep everything, a clerk his own units' records where
-- the register says so. Nobody says when a record became known, or gives it another id.
create function jl.has_own_policies (p_register text) returns boolean language sql immutable as
$$
  select p_register in ('building', 'building_season', 'rule', 'target', 'unit_return', 'unit_version')
$$;

do $$
declare
  g jl.register;
  in_scope text;
  readable text;
  kept text;
  n text;
begin
  for g in select * from jl.register where not jl.has_own_policies (name) loop
    in_scope := 'unit_id = any ((select jl.scope_ids ())::int[])';
    readable := case when g.read_whole then '(select jl.my_duty ()) is not null' else in_scope end;
    kept := format ('(select jl.my_duty ()) = any (%L::text[])', g.owners)
      || case when g.city_keeps then format (' or (select jl.my_duty ()) = ''jl_city'' and %s', in_scope) else '' end;
    foreach n in array array[g.name, g.name || '_history'] loop
      execute format ('create policy read_register on jl.%I for select using (%s)', n, readable);
    end loop;
    execute format ('create policy add_register on jl.%I for insert with check (%s)', g.name, kept);
    execute format ('create policy change_register on jl.%I for update using (%s)', g.name, kept);
    execute format ('create policy remove_register on jl.%I for delete using (%s)', g.name, kept);
  end loop;

  -- What belongs to every register: who they are is everybody's to know, findings are their units', papers whoever's the record is.
  create policy read_all on jl.register for select using ((select jl.my_duty ()) is not null);
  create policy read_all on jl.finding_rule for select using ((select jl.my_duty ()) is not null);
  create policy read_with_record on jl.attachment for select using (jl.record_visible (register, record_id));
  foreach n in array array['finding', 'finding_step'] loop
    execute format ('create policy read_scope on jl.%I for select using (unit_id = any ((select jl.scope_ids ())::int[]))', n);
  end loop;
end
$$;

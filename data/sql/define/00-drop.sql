-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Clears the ground for the definitions: everything of ours that is no table goes, the tables and their rows stay.
-- What depends on what: policies and triggers call functions, views read tables; so functions go last.

do $$
declare
  d text;
begin
  for d in
    select format ('drop policy %I on %s', p.polname, p.polrelid::regclass)
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace::regnamespace::text in ('jl', 'jl_audit')
  loop
    execute d;
  end loop;

  for d in
    select format ('drop trigger %I on %s', t.tgname, t.tgrelid::regclass)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace::regnamespace::text in ('jl', 'jl_audit') and not t.tgisinternal and t.tgparentid = 0
  loop
    execute d;
  end loop;

  -- All at once: views rest on views, aggregates on functions. A function on which an index rests is part of the tables.
  select string_agg (c.oid::regclass::text, ', ') into d
  from pg_class c
  where c.relnamespace::regnamespace::text in ('jl', 'jl_api', 'jl_audit') and c.relkind = 'v';
  if d is not null then
    execute format ('drop view %s cascade', d);
  end if;

  select string_agg (p.oid::regprocedure::text, ', ') into d
  from pg_proc p
  where p.pronamespace::regnamespace::text in ('jl', 'jl_api', 'jl_audit')
    and not exists (select from pg_depend e where e.objid = p.oid and e.classid = 'pg_proc'::regclass and e.deptype = 'e')
    and not exists (select from pg_depend e join pg_index i on i.indexrelid = e.objid
                    where e.classid = 'pg_class'::regclass and e.refclassid = 'pg_proc'::regclass and e.refobjid = p.oid);
  if d is not null then
    execute format ('drop routine %s cascade', d);
  end if;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The audit log: one line a statement with who, when, from where, how many rows, their keys when they are few, and a digest of
-- the rows as they became (as they were, for a delete). The log itself only grows. Whoever listens on jl_changed is told the table's
-- name when the transaction commits, once however many statements it has.

create function jl_audit.note () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl_audit, pg_temp as
$$
declare
  rows int;
  row_keys text[];
  row_digest bytea;
begin
  select count(*) into rows from changed;
  if rows = 0 then
    return null;
  end if;
  if rows <= 200 then
    execute format ('select array_agg (concat_ws ('':'', %1$s) order by %1$s) from changed c', tg_argv[0]) into row_keys;
  end if;
  execute format ($f$ select sha256 (string_agg (convert_to (c::text, 'UTF8'), '\x0a'::bytea order by %s)) from changed c $f$,
                  tg_argv[0]) into row_digest;
  insert into jl_audit.log (tbl, op, n, keys, digest) values (tg_table_name, lower (tg_op), rows, row_keys, row_digest);
  perform pg_notify ('jl_changed', tg_table_name);
  return null;
end
$$;

-- Every table with a primary key is watched, except sums, search entries and twins, which follow from what is watched.
do $$
declare
  t record;
begin
  for t in
    select c.relname, string_agg ('c.' || quote_ident (a.attname), ', ' order by k.place) as key
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    cross join lateral unnest (i.indkey::int2[]) with ordinality k (attnum, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where c.relnamespace = 'jl'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('season_sum', 'building_sum', 'register_sum', 'register_card', 'search_entry') and c.relname not like '%\_history'
    group by c.relname
  loop
    execute format ('create trigger audit_insert after insert on jl.%I referencing new table as changed
                       for each statement execute function jl_audit.note (%L)', t.relname, t.key);
    execute format ('create trigger audit_update after update on jl.%I referencing new table as changed
                       for each statement execute function jl_audit.note (%L)', t.relname, t.key);
    execute format ('create trigger audit_delete after delete on jl.%I referencing old table as changed
                       for each statement execute function jl_audit.note (%L)', t.relname, t.key);
  end loop;
end
$$;

create function jl_audit.refuse_change () returns trigger language plpgsql as
$$
begin
  raise exception using errcode = '42501', message = 'The audit log is never changed';
end
$$;

create trigger only_grows before update or delete on jl_audit.log
  for each statement execute function jl_audit.refuse_change ();

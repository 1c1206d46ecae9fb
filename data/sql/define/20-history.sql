-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Writes the history twins: whatever a statement changes or deletes is kept as it was, with the time in which it was held true: from
-- when it was entered, or from the end of the version before, to this moment. A record that is brought back is entered anew, so the
-- time when it was not there belongs to no version.

create function jl.keep_history () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  execute format ($f$
    insert into jl.%1$I (%2$s, known, ended_by)
    select %3$s, tstzrange (greatest (%4$s, h.until), $1), session_user
    from changed c
    left join lateral (select max (upper (t.known)) as until from jl.%1$I t where t.id = c.id) h on true
    $f$, tg_table_name || '_history', tg_argv[0], tg_argv[1], tg_argv[2])
  using clock_timestamp ();
  return null;
end
$$;

-- A table has a twin when the twin exists; a new column must be added to both (a test compares them).
do $$
declare
  t record;
begin
  for t in
    select c.relname, string_agg (quote_ident (a.attname), ', ' order by a.attnum) as names,
      string_agg ('c.' || quote_ident (a.attname), ', ' order by a.attnum) as source,
      coalesce (max ('c.entered_at') filter (where a.attname = 'entered_at'), 'null') as entered
    from pg_class c
    join pg_class h on h.relname = c.relname || '_history' and h.relnamespace = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'jl'::regnamespace
    group by c.relname
  loop
    execute format ('create trigger history_update after update on jl.%I referencing old table as changed
                       for each statement execute function jl.keep_history (%L, %L, %L)', t.relname, t.names, t.source, t.entered);
    execute format ('create trigger history_delete after delete on jl.%I referencing old table as changed
                       for each statement execute function jl.keep_history (%L, %L, %L)', t.relname, t.names, t.source, t.entered);
  end loop;
end
$$;

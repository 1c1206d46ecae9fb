-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A season with its partition. Partitions carry row security without a policy and no grants: rows are reached through the parent
-- only. Every table of ours refuses TRUNCATE, which would pass by every other trigger.

create function jl.refuse_truncate () returns trigger language plpgsql as
$$
begin
  raise exception using errcode = '42501', message = 'This table is never truncated',
    detail = tg_table_schema || '.' || tg_table_name;
end
$$;

-- The default season is that of the province: 25 October to 10 April.
create function jl.ensure_season (p_year int) returns void language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
declare
  part text := 'building_season_' || p_year;
begin
  insert into jl.season (year, starts_on, ends_on)
  values (p_year, make_date (p_year, 10, 25), make_date (p_year + 1, 4, 10))
  on conflict do nothing;
  if to_regclass ('jl.' || part) is null then
    execute format ('create table jl.%I partition of jl.building_season for values in (%s)', part, p_year);
    execute format ('alter table jl.%I enable row level security', part);
    execute format ('create trigger refuse_truncate before truncate on jl.%I
                       for each statement execute function jl.refuse_truncate ()', part);
  end if;
end
$$;

select jl.ensure_season (year) from jl.season order by year;

do $$
declare
  t regclass;
begin
  for t in
    select c.oid from pg_class c
    where c.relnamespace::regnamespace::text in ('jl', 'jl_audit') and c.relkind in ('r', 'p')
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'refuse_truncate')
  loop
    execute format ('create trigger refuse_truncate before truncate on %s
                       for each statement execute function jl.refuse_truncate ()', t);
  end loop;
end
$$;

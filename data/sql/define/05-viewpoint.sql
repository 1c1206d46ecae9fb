-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- From where a reader looks: at what was known at some time, and at the divisions of some day. Both are settings of his own session
-- that change what his reading functions show and nothing else; whatever judges or writes refuses to work while one is set.

-- Null: everything that is known. A timestamp in jl.known_at otherwise.
create function jl.known_at () returns timestamptz language sql stable parallel safe as
$$
  select nullif (current_setting ('jl.known_at', true), '')::timestamptz
$$;

-- The day whose divisions answer for a figure of p_day: as then, or as on the day in jl.places_on (as now).
create function jl.place_day (p_day date) returns date language sql stable parallel safe as
$$
  select coalesce (nullif (current_setting ('jl.places_on', true), '')::date, p_day)
$$;

create function jl.require_present () returns void language plpgsql stable as
$$
begin
  if jl.known_at () is not null or jl.place_day (null) is not null then
    raise exception using errcode = 'JL003', message = 'This is done on what is known today only',
      hint = 'Leave the view of an earlier day or of other divisions first.';
  end if;
end
$$;

-- jl.seen_<table>: the rows of a table with a history as seen from there: the present ones, or those that were held true at the time.
-- Each branch is gated by a condition that is settled once a query, so that a reader in the present pays for the first only.
create function jl.define_seen (p_table text) returns void language plpgsql as
$body$
declare
  names text;
begin
  select string_agg (format ('c.%I', a.attname), ', ' order by a.attnum) into names
  from pg_attribute a where a.attrelid = ('jl.' || p_table)::regclass and a.attnum > 0 and not a.attisdropped;
  execute format ($f$
    create view jl.%1$I with (security_invoker = true) as
      select %2$s from jl.%3$I c where jl.known_at () is null
      union all
      select %2$s from jl.%3$I c
      where jl.known_at () is not null and c.entered_at <= jl.known_at ()
        and not exists (select from jl.%4$I h where h.id = c.id and upper (h.known) > jl.known_at ())
      union all
      select %2$s from jl.%4$I c where jl.known_at () is not null and c.known @> jl.known_at ()
    $f$, 'seen_' || p_table, names, p_table, p_table || '_history');
end
$body$;

select jl.define_seen (c.relname)
from pg_class c
where c.relnamespace = 'jl'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and to_regclass ('jl.' || c.relname || '_history') is not null
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'entered_at' and not a.attisdropped);

drop function jl.define_seen (text);

-- The truths of which the sums of a table are made.
create function jl.truths_of (p_table text) returns text[] language sql stable as
$$
  select array_agg (left (p.proname, -6))
  from pg_proc p
  where p.pronamespace = 'jl'::regnamespace and p.proname like '%\_sum\_truth' and p.prorettype = ('jl.' || p_table)::regtype
$$;

-- The same of a table of sums, whose past is in jl.sum_known once jl_api.look_back has made it.
create function jl.define_seen_sum (p_table text) returns void language plpgsql as
$body$
begin
  execute format ($f$
    create view jl.%1$I with (security_invoker = true) as
      select s.* from jl.%2$I s where jl.known_at () is null
      union all
      select r.* from jl.sum_known k cross join lateral jsonb_populate_record (null::jl.%2$I, k.content) r
      where jl.known_at () is not null and k.known_at = jl.known_at () and k.sum_table = any ((select jl.truths_of (%2$L))::text[])
    $f$, 'seen_' || p_table, p_table);
end
$body$;

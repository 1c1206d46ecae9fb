-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Figures as known on a day: the sums of that time are made from the facts and their histories, once, part by part, so that progress
-- can be shown and the work be cancelled between two parts. Then every function that reads figures shows them when jl.known_at is set.

-- The end of a day in the province.
create function jl_api.end_of_day (p_day date) returns timestamptz language sql immutable as
$$
  select (p_day + 1)::timestamp at time zone 'Asia/Shanghai'
$$;

-- Sum tables have a truth function. The seasons are made one by one, everything else as a whole (part 0).
create function jl.look_back_all_parts () returns table (sum_table text, part int) language sql stable as
$$
  select left (p.proname, -6), s.part
  from pg_proc p
  cross join lateral (
    select 0 as part where p.proname <> 'season_sum_truth'
    union all
    select z.year from jl.season z where p.proname = 'season_sum_truth' and to_regclass ('jl.building_season_' || z.year) is not null) s
  where p.pronamespace = 'jl'::regnamespace and p.proname like '%\_sum\_truth'
  order by 1, 2
$$;

-- What is still to be made for a day.
create function jl_api.look_back_parts (p_day date) returns table (sum_table text, part int) language sql stable as
$$
  select a.sum_table, a.part
  from jl.look_back_all_parts () a
  where not exists (select from jl.sum_known_part k
                    where k.known_at = jl_api.end_of_day (p_day) and k.sum_table = a.sum_table and k.part = a.part)
$$;

-- Makes one part; making it again changes nothing. Only of days that are over: what was known on them stays as it is.
create function jl_api.look_back (p_day date, p_sum_table text, p_part int) returns void language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp set jit = off as
$$
declare
  known timestamptz := jl_api.end_of_day (p_day);
  before text := current_setting ('jl.known_at', true);
begin
  if not jl.reads_sums () then
    raise exception using errcode = '42501', message = 'Your duty does not allow this', detail = session_user;
  elsif known is null or known > clock_timestamp () then
    raise exception using errcode = 'JL001', message = 'Only a day that is over can be looked back at', detail = p_day::text;
  elsif not exists (select from jl.look_back_all_parts () a where a.sum_table = p_sum_table and a.part = p_part) then
    raise exception using errcode = 'JL004', message = 'There are no such sums', detail = p_sum_table || ' ' || p_part;
  end if;
  perform pg_advisory_xact_lock (hashtext ('jl.look_back'), hashtext (p_day || p_sum_table || p_part));
  insert into jl.sum_known_part values (known, p_sum_table, p_part) on conflict do nothing;
  if found then
    perform set_config ('jl.known_at', known::text, true);
    execute format ('insert into jl.sum_known select $1, $2, $3, to_jsonb (t) from jl.%I () t %s', p_sum_table || '_truth',
                    case when p_part > 0 then 'where t.year = $3' end)
    using known, p_sum_table, p_part;
    perform set_config ('jl.known_at', coalesce (before, ''), true);
  end if;
end
$$;

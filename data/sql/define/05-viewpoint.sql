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

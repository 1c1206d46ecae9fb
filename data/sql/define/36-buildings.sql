-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The ledger as lists read it: one row a building and season, what is below the figures of a place. Scattered boilers are not
-- central heating and stand in no figure, so they are not in the list.

create function jl.fit_word (fit boolean) returns text language sql immutable parallel safe as
$$
  select case fit when true then 'yes' when false then 'no' else 'undecided' end
$$;

-- Default order: unit_id, code, the order of the ledger's index. A building counted in a closed season never moves, so the unit is
-- the same on both sides; the join does not say so, as the planner would take it for a further condition and expect few rows.
create view jl_api.ledger_list with (security_invoker = true) as
  select b.id as building_id, s.year, b.unit_id,
    (select v.name from jl.unit_version v where v.unit_id = b.unit_id and v.valid @> make_date (s.year, 12, 31)) as unit_name,
    b.code, b.name, s.use, b.energy, b.heat_source, b.floor_dm2,
    s.res_heated_dm2 + s.other_heated_dm2 as heated_dm2, s.res_heated_dm2, s.res_metered_dm2 as metered_dm2, s.other_metered_dm2,
    s.billing, s.fitted, jl.fit_word (b.fit) as fit, b.metered_on, b.completed_on, b.accepted_on, s.heat_100kj, s.missing,
    b.energy_retrofit_on
  from jl.building b
  join jl.building_season s on s.building_id = b.id
  where s.central;

create function jl_api.building (p_id int)
returns table (building_id int, version int, unit_id int, unit_name text, code text, name text, use smallint, energy smallint,
               heat_source smallint, task_class smallint, floor_dm2 int, residential_dm2 int, completed_on date, metered_on date,
               control_on date, energy_retrofit_on date, accepted_on date, fit text, fit_decided_on date, import_name text)
language sql stable as
$$
  select b.id, b.version, b.unit_id,
    (select v.name from jl.unit_version v where v.unit_id = b.unit_id
     order by upper_inf (v.valid) desc, lower (v.valid) desc limit 1),
    b.code, b.name, b.use, b.energy, b.heat_source, b.task_class, b.floor_dm2, b.residential_dm2, b.completed_on, b.metered_on,
    b.control_on, b.energy_retrofit_on, b.accepted_on, jl.fit_word (b.fit), b.fit_decided_on,
    (select f.name from jl.import_file f where f.id = b.import_id)
  from jl.building b where b.id = p_id
$$;

-- Every field that a change altered, newest first; year names the season of a season row's change.
create function jl_api.building_history (p_id int)
returns table (at timestamptz, actor_name text, field text, old_value text, new_value text, year int)
language sql stable as
$$
  with versions as (
    select null::int as year, upper (h.known) as ended, h.ended_by, to_jsonb (h) as content
    from jl.building_history h where h.id = p_id
    union all
    select null, null, null, to_jsonb (b) from jl.building b where b.id = p_id
    union all
    select h.year, upper (h.known), h.ended_by, to_jsonb (h) from jl.building_season_history h where h.building_id = p_id
    union all
    select s.year, null, null, to_jsonb (s) from jl.building_season s where s.building_id = p_id),
  steps as (
    select v.*, lead (v.content) over (partition by v.year order by v.ended nulls last) as next_content from versions v)
  select s.ended, coalesce ((select o.display_name from jl.official o where o.role = s.ended_by), s.ended_by::text),
    b.key, b.value, a.value, s.year
  from steps s
  cross join lateral jsonb_each_text (s.content) b
  join lateral jsonb_each_text (s.next_content) a on a.key = b.key
  where b.value is distinct from a.value and b.key not in ('version', 'import_id', 'task_class', 'known', 'ended_by')
  order by s.ended desc, s.year nulls first, b.key
$$;

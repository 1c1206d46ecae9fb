-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The units in which the official keeps records of a register, for the form: the owners everywhere, a clerk his own; of
-- returns the prefecture's clerk has those of the counties that it reviews. parent: of a
-- county-level unit the unit that answers for it. Nothing for whoever keeps none.
create function jl_api.register_units (p_register text, p_year int)
returns table (unit_id int, code text, name text, parent text)
language sql stable rows 60
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  with d as (
    select make_date (p_year, 12, 31) as day, coalesce (r.unit_level, 'assessed') as level,
           (select jl.my_duty ()) = any (r.owners) as everywhere, r.city_keeps and (select jl.my_duty ()) = 'jl_city' as own,
           r.name = 'unit_return' and (select jl.my_duty ()) = 'jl_city' as reviewed
    from jl.register r where r.name = p_register
  ), u as (
    select a.place_order, a.unit_id, a.code, a.name, null::text as parent
    from d cross join lateral jl.assessed (d.day) a where d.level = 'assessed'
    union all
    select min (a.place_order), v.unit_id, v.code, v.name, (array_agg (a.name order by a.place_order))[1]
    from d cross join lateral jl.parts (d.day) p
    join jl.unit_version v on v.unit_id = p.leaf_id and jl.in_force (v.valid, d.day)
    cross join lateral (select x.place_order, x.name from jl.assessed (d.day) x where x.unit_id = p.assessed_id) a
    where d.level = 'leaf'
    group by v.unit_id, v.code, v.name
  )
  select u.unit_id, u.code, u.name, u.parent
  from u cross join d
  where d.everywhere or (d.own and u.unit_id = any (jl.scope_ids ()))
    or (d.reviewed and jl.reviewer_of (u.unit_id, d.day) = any (jl.scope_ids ()))
  order by u.place_order, u.code
$$;

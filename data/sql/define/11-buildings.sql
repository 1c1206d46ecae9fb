-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A building and its season rows say the same: a correction to the building goes to its open seasons in the same statement, a
-- season row that contradicts its building is refused, and a closed season refuses every change: it keeps the code it was counted under. A season that is being filled has no
-- statistics yet; its rows are found by their key, however empty it seems to be: hence no sequential scans.

create function jl.building_correct () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp set enable_seqscan = off as
$$
begin
  -- What a closed season counted stays where it was counted; the building is entered anew in its right place.
  if not jl.unit_operation_runs () and exists (select from was o join changed n using (id) join jl.building_season s on s.building_id = n.id
             join jl.season z on z.year = s.year where o.unit_id <> n.unit_id and z.closed_at is not null) then
    raise exception using errcode = 'JL003', message = 'A building counted in a closed season cannot move to another place',
      hint = 'Enter it anew in its right place; the closed seasons keep the old record.';
  end if;

  update jl.building_season s
  set unit_id = n.unit_id, code = n.code, use = n.use, central = n.heat_source in (1, 2), company_id = n.company_id,
      fitted = jl.fitted (n.metered_on, n.fit, n.fit_decided_on, z.starts_on), version = s.version + 1
  from was o join changed n using (id), jl.season z
  where s.building_id = n.id and z.year = s.year and z.closed_at is null
    and (o.unit_id, o.code, o.use, o.heat_source, o.company_id, o.metered_on, o.fit, o.fit_decided_on)
        is distinct from (n.unit_id, n.code, n.use, n.heat_source, n.company_id, n.metered_on, n.fit, n.fit_decided_on)
    and (s.unit_id, s.code, s.use, s.central, s.company_id, s.fitted)
        is distinct from (n.unit_id, n.code, n.use, n.heat_source in (1, 2), n.company_id,
                          jl.fitted (n.metered_on, n.fit, n.fit_decided_on, z.starts_on));
  return null;
end
$$;

create trigger correct_seasons after update on jl.building referencing old table as was new table as changed
  for each statement execute function jl.building_correct ();

create function jl.season_row_agrees () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp set enable_seqscan = off as
$$
declare
  bad record;
begin
  -- Whoever is correcting one of these buildings is waited for, and then waits until these rows can be seen.
  perform from jl.building b where b.id in (select c.building_id from changed c) order by b.id for share;
  select b.code, c.year into bad
  from changed c join jl.building b on b.id = c.building_id join jl.season z on z.year = c.year
  where (c.unit_id, c.use, c.central, c.fitted)
    is distinct from (b.unit_id, b.use, b.heat_source in (1, 2), jl.fitted (b.metered_on, b.fit, b.fit_decided_on, z.starts_on))
  limit 1;
  if found then
    raise exception using errcode = 'JL001', message = 'A season contradicts its building in place, use, heat source or meter',
      detail = format ('%s: %s', bad.code, bad.year);
  end if;
  -- Code and company may be left to the building.
  update jl.building_season s set code = b.code, company_id = b.company_id
  from changed c join jl.building b on b.id = c.building_id
  where s.building_id = c.building_id and s.year = c.year and (c.code, c.company_id) is distinct from (b.code, b.company_id);
  return null;
end
$$;

create trigger agrees_insert after insert on jl.building_season referencing new table as changed
  for each statement execute function jl.season_row_agrees ();

create function jl.season_must_be_open () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  closed int;
begin
  -- Whoever is closing one of these seasons is waited for, and then waits until these changes are made.
  perform from jl.season z where z.year in (select c.year from changed c) order by z.year for share;
  select min (z.year) into closed
  from (select distinct year from changed) c join jl.season z on z.year = c.year where z.closed_at is not null;
  if closed is not null and not jl.unit_operation_runs () then
    raise exception using errcode = 'JL003', message = 'The season is closed', detail = closed::text,
      hint = 'Its figures have been settled; a correction is issued instead.';
  end if;
  return null;
end
$$;

create trigger closed_insert after insert on jl.building_season referencing new table as changed
  for each statement execute function jl.season_must_be_open ();
create trigger closed_update_1 after update on jl.building_season referencing old table as changed
  for each statement execute function jl.season_must_be_open ();
create trigger closed_update_2 after update on jl.building_season referencing new table as changed
  for each statement execute function jl.season_must_be_open ();
create trigger closed_delete after delete on jl.building_season referencing old table as changed
  for each statement execute function jl.season_must_be_open ();

create function jl.season_stays_closed () returns trigger language plpgsql as
$$
begin
  raise exception using errcode = 'JL003', message = 'The season is closed', detail = old.year::text;
end
$$;

create trigger stays_closed before update or delete on jl.season
  for each row when (old.closed_at is not null) execute function jl.season_stays_closed ();

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What a record's unit may be. A child has that of its parent; any other record has one of the kind that its register keeps: a place
-- under which no other ever stood, or a unit that is or was assessed. A child that goes along with its parent has a further version.

create function jl.take_unit () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  found_unit int;
begin
  execute format ('select unit_id from jl.%I where id = ($1).%I', tg_argv[0], tg_argv[1]) into found_unit using new;
  if found_unit is null then
    raise exception using errcode = 'JL001', message = 'The record that this one belongs to is not there',
      detail = format ('field %s.%s', tg_table_name, tg_argv[1]);
  end if;
  -- Two steps: a finding's steps, which are never changed, have no version.
  if tg_op = 'UPDATE' then
    if old.unit_id <> found_unit and new.version = old.version then
      new.version := old.version + 1;
    end if;
  end if;
  new.unit_id := found_unit;
  return new;
end
$$;

-- A unit to which a price policy extends (price_policy_unit) is named by itself.
do $$
declare
  c record;
begin
  for c in
    select * from (values
      ('stock_change', 'target', 'target_id'), ('target_year', 'target', 'target_id'),
      ('retrofit_building', 'retrofit_project', 'project_id'),
      ('project_gate', 'new_project', 'project_id'), ('five_year_plan_year', 'five_year_plan', 'plan_id'),
      ('price', 'price_policy', 'policy_id'), ('verification', 'meter_batch', 'batch_id'), ('checked_account', 'account_check', 'check_id'),
      ('finding_step', 'finding', 'finding_id')) v (child, parent, field)
  loop
    execute format ('create trigger take_unit before insert%s on jl.%I for each row execute function jl.take_unit (%L, %L)',
                    case when c.child <> 'finding_step' then ' or update' end, c.child, c.parent, c.field);
  end loop;
end
$$;

create function jl.unit_fits (p_unit int, p_level text) returns boolean language sql stable
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select case p_level
    when 'leaf' then not exists (select from jl.unit_version v where v.parent_id = p_unit)
    when 'assessed' then exists (select from jl.assessed_unit a where a.unit_id = p_unit) end
$$;

-- Once a statement, whatever the number of its rows.
create function jl.unit_agrees () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  bad int;
begin
  select c.unit_id into bad
  from (select distinct unit_id from changed) c where c.unit_id is not null and not jl.unit_fits (c.unit_id, tg_argv[0]) limit 1;
  if found then
    raise exception using errcode = 'JL001',
      message = case tg_argv[0] when 'leaf' then 'Records of this register lie in a district, county or county-level city'
        else 'Records of this register belong to a unit that is assessed' end,
      detail = format ('field %s.unit_id', tg_table_name);
  end if;
  return null;
end
$$;

-- A season row says what its building says (11).
do $$
declare
  g jl.register;
  op text;
begin
  for g in select * from jl.register where unit_level is not null and name <> 'building_season' loop
    foreach op in array array['insert', 'update'] loop
      execute format ('create trigger unit_agrees_%1$s after %1$s on jl.%2$I referencing new table as changed
                         for each statement execute function jl.unit_agrees (%3$L)', op, g.name, g.unit_level);
    end loop;
  end loop;
end
$$;

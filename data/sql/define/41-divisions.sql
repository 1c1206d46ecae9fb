-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Divisions change by recorded operations only: renaming, moving, merging and splitting, each from a day, by a paper. Facts are
-- never lost: a merged place stays a leaf of who takes it over, and what is split off becomes a leaf of its own in all its years, for which
-- the old unit answered until that day. So every figure as then stays what it was, and as now follows from who answers now.

-- Starts an operation: who may, the day, the units; refused where a later change of one of them stands already.
create function jl.unit_operation_begin (p_kind text, p_on date, p_units int[], p_document text, p_detail jsonb)
returns int language plpgsql as
$$
declare
  bad text;
  operation int;
begin
  perform jl.require_duty ('jl_housing');
  perform jl.require_present ();
  perform pg_advisory_xact_lock (hashtext ('jl.unit_operation'));
  if p_on is null or coalesce (trim (p_document), '') = '' then
    raise exception using errcode = 'JL001', message = 'An operation on divisions needs its day and its paper';
  end if;
  select string_agg (coalesce (v.name, u.id::text), '、') into bad
  from unnest (p_units) u (id) left join jl.unit_version v on v.unit_id = u.id and v.valid @> p_on
  where v.unit_id is null or lower (v.valid) >= p_on or not upper_inf (v.valid);
  if bad is not null then
    raise exception using errcode = 'JL003', message = 'A unit has another change on this day or later', detail = bad,
      hint = 'Choose a later day, or look at its versions first.';
  end if;
  insert into jl.unit_operation (kind, on_day, units, document, detail) values (p_kind, p_on, p_units, trim (p_document), p_detail)
  returning id into operation;
  return operation;
end
$$;

create function jl.unit_operation_end (p_operation int) returns void language sql as
$$
  update jl.unit_operation set running = false where id = p_operation
$$;

-- Whether an operation of this very transaction is under way: only then may a closed season's place change.
create function jl.unit_operation_runs () returns boolean language sql stable
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select exists (select from jl.unit_operation where running)
$$;

-- The version in force ends; what it was comes back.
create function jl.unit_version_cut (p_unit int, p_on date) returns jl.unit_version language plpgsql as
$$
declare
  was jl.unit_version;
begin
  select * into strict was from jl.unit_version where unit_id = p_unit and valid @> p_on;
  update jl.unit_version set valid = daterange (lower (valid), p_on), version = version + 1 where unit_id = p_unit and valid = was.valid;
  return was;
end
$$;

create function jl.unit_is_county (p_type text) returns boolean language sql immutable as
$$
  select p_type in ('county_city', 'county', 'autonomous_county', 'committee')
$$;

-- Nobody is assessed as this unit, or answers for this leaf, from the day on.
create function jl.unit_answers_cut (p_unit int, p_on date) returns void language sql as
$$
  update jl.assessed_unit set valid = daterange (lower (valid), p_on) where unit_id = p_unit and valid @> p_on and lower (valid) < p_on;
  update jl.assessed_unit_part set valid = daterange (lower (valid), p_on) where leaf_id = p_unit and valid @> p_on and lower (valid) < p_on;
$$;

-- In the order of divisions a unit comes behind the last of its new parent's.
create function jl.unit_place_order (p_unit int, p_parent int, p_on date) returns int language sql stable as
$$
  select coalesce (max (a.place_order) + 1, 10 * p_unit)
  from jl.assessed_unit a join jl.unit_version v on v.unit_id = a.unit_id and v.valid @> p_on
  where a.valid @> p_on and a.unit_id <> p_unit and (v.parent_id = p_parent or v.unit_id = p_parent)
$$;

-- Who is assessed as it and who answers for it from the day on, by its type and parent: a county-level unit for itself, 延边州 adds
-- its own up, a district's city for the district. A place in the order stays unless the parent is another.
create function jl.unit_answers_begin (p_unit int, p_on date, p_type text, p_parent int, p_order int default null)
returns void language plpgsql as
$$
begin
  if jl.unit_is_county (p_type) then
    insert into jl.assessed_unit (unit_id, grp, valid, place_order)
    values (p_unit, case p_type when 'committee' then 'committee' else 'county' end, daterange (p_on, null),
            coalesce (p_order, jl.unit_place_order (p_unit, p_parent, p_on)));
  end if;
  insert into jl.assessed_unit_part (assessed_id, leaf_id, valid)
  select p_unit, p_unit, daterange (p_on, null) where jl.unit_is_county (p_type)
  union all
  select v.unit_id, p_unit, daterange (p_on, null) from jl.unit_version v
  where v.unit_id = p_parent and v.valid @> p_on
    and (v.type = 'autonomous_prefecture' or v.type = 'prefecture_city' and p_type = 'district');
end
$$;

-- 更名、改设: the same place under another name, code or kind.
create function jl_api.unit_rename (p_unit int, p_on date, p_name text, p_short_name text, p_code text, p_type text, p_document text)
returns int language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  operation int := jl.unit_operation_begin ('rename', p_on, array[p_unit], p_document,
                                            jsonb_build_object ('name', p_name, 'code', p_code, 'type', p_type));
  was jl.unit_version := jl.unit_version_cut (p_unit, p_on);
  place int := (select place_order from jl.assessed_unit where unit_id = p_unit and valid @> p_on);
begin
  insert into jl.unit_version (unit_id, valid, code, name, short_name, type, parent_id)
  values (p_unit, daterange (p_on, null), coalesce (nullif (trim (p_code), ''), was.code), coalesce (nullif (trim (p_name), ''), was.name),
          coalesce (nullif (trim (p_short_name), ''), was.short_name), coalesce (p_type, was.type), was.parent_id);
  if p_type <> was.type then
    if p_type not in ('district', 'county_city', 'county', 'autonomous_county') or was.type not in ('district', 'county_city', 'county', 'autonomous_county') then
      raise exception using errcode = 'JL001', message = 'Only county-level units change their kind';
    end if;
    if jl.unit_is_county (p_type) <> jl.unit_is_county (was.type) then
      perform jl.unit_answers_cut (p_unit, p_on);
      perform jl.unit_answers_begin (p_unit, p_on, p_type, was.parent_id, place);
    end if;
  end if;
  perform jl.unit_operation_end (operation);
  return operation;
end
$$;

-- 划归: a county-level unit comes under another prefecture.
create function jl_api.unit_move (p_unit int, p_on date, p_parent int, p_code text, p_document text)
returns int language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  operation int := jl.unit_operation_begin ('move', p_on, array[p_unit, p_parent], p_document,
                                            jsonb_build_object ('parent', p_parent, 'code', p_code));
  was jl.unit_version := jl.unit_version_cut (p_unit, p_on);
begin
  if was.type not in ('district', 'county_city', 'county', 'autonomous_county', 'committee') or was.parent_id = p_parent
      or not exists (select from jl.unit_version v where v.unit_id = p_parent and v.valid @> p_on
                     and v.type in ('prefecture_city', 'autonomous_prefecture', 'province')) then
    raise exception using errcode = 'JL001', message = 'A county-level unit moves to another prefecture', detail = was.name;
  end if;
  insert into jl.unit_version (unit_id, valid, code, name, short_name, type, parent_id)
  values (p_unit, daterange (p_on, null), coalesce (nullif (trim (p_code), ''), was.code), was.name, was.short_name, was.type, p_parent);
  perform jl.unit_answers_cut (p_unit, p_on);
  perform jl.unit_answers_begin (p_unit, p_on, was.type, p_parent);
  perform jl.unit_operation_end (operation);
  return operation;
end
$$;

-- 撤并: places go into another. Each stays a leaf, a part of who takes it over.
create function jl_api.unit_merge (p_from int[], p_into int, p_on date, p_document text)
returns int language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  operation int := jl.unit_operation_begin ('merge', p_on, p_from || p_into, p_document, jsonb_build_object ('into', p_into));
  taker jl.unit_version;
  was jl.unit_version;
  u int;
begin
  select * into strict taker from jl.unit_version where unit_id = p_into and valid @> p_on;
  if p_into = any (p_from) or coalesce (cardinality (p_from), 0) = 0
      or taker.type in ('province', 'prefecture_city', 'autonomous_prefecture', 'part') then
    raise exception using errcode = 'JL001', message = 'A county-level unit takes over others than itself', detail = taker.name;
  end if;
  foreach u in array p_from loop
    was := jl.unit_version_cut (u, p_on);
    if was.type in ('province', 'prefecture_city', 'autonomous_prefecture') then
      raise exception using errcode = 'JL001', message = 'Only county-level units are merged', detail = was.name;
    end if;
    insert into jl.unit_version (unit_id, valid, code, name, short_name, type, parent_id)
    values (u, daterange (p_on, null), was.code, was.name || '（并入' || taker.short_name || '）', was.short_name, 'part', taker.parent_id);
    perform jl.unit_answers_cut (u, p_on);
    insert into jl.assessed_unit_part (assessed_id, leaf_id, valid)
    select p.assessed_id, u, daterange (p_on, null) from jl.assessed_unit_part p where p.leaf_id = p_into and p.valid @> p_on;
  end loop;
  perform jl.unit_operation_end (operation);
  return operation;
end
$$;

-- The records that lie in these buildings go with them, whatever register they stand in.
create function jl.unit_take_buildings (p_unit int, p_buildings int[]) returns void language plpgsql as
$$
declare
  t text;
begin
  update jl.building set unit_id = p_unit, version = version + 1 where id = any (p_buildings);
  update jl.building_season set unit_id = p_unit, version = version + 1 where building_id = any (p_buildings) and unit_id <> p_unit;
  for t in
    select r.name from jl.register r
    where r.unit_level = 'leaf' and r.name not in ('building', 'building_season', 'retrofit_building')
      and exists (select from pg_attribute a where a.attrelid = ('jl.' || r.name)::regclass and a.attname = 'building_id')
  loop
    execute format ('update jl.%I set unit_id = $1, version = version + 1 where building_id = any ($2)', t) using p_unit, p_buildings;
  end loop;
  -- A retrofit project goes where all its buildings went.
  update jl.retrofit_project p set unit_id = p_unit, version = version + 1
  where exists (select from jl.retrofit_building b where b.project_id = p.id)
    and not exists (select from jl.retrofit_building b where b.project_id = p.id and b.building_id <> all (p_buildings));
end
$$;

-- 析置: a part of a unit becomes one of its own, with the buildings and new projects that are named. Until the day its leaf is the old
-- unit's, whoever answered for that.
create function jl_api.unit_split (p_unit int, p_on date, p_name text, p_short_name text, p_code text, p_type text,
                                   p_buildings int[], p_projects int[], p_document text)
returns int language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  operation int := jl.unit_operation_begin ('split', p_on, array[p_unit], p_document,
    jsonb_build_object ('name', p_name, 'code', p_code, 'type', p_type, 'buildings', cardinality (p_buildings)));
  source jl.unit_version;
  child int;
begin
  select * into strict source from jl.unit_version where unit_id = p_unit and valid @> p_on;
  if source.type in ('province', 'prefecture_city', 'autonomous_prefecture')
      or p_type is null or p_type not in ('district', 'county_city', 'county', 'autonomous_county', 'committee')
      or coalesce (trim (p_name), '') = '' or coalesce (trim (p_code), '') = '' then
    raise exception using errcode = 'JL001', message = 'A county-level unit is split, and its new part needs name, code and kind',
      detail = source.name;
  end if;
  if exists (select from jl.building b where b.id = any (p_buildings) and b.unit_id <> p_unit)
      or exists (select from jl.new_project n where n.id = any (p_projects) and n.unit_id <> p_unit) then
    raise exception using errcode = 'JL001', message = 'A record that shall go lies in another unit', detail = source.name;
  end if;
  insert into jl.unit default values returning id into child;
  insert into jl.unit_version (unit_id, valid, valid_precision, code, name, short_name, type, parent_id)
  select child, daterange (min (lower (v.valid)), p_on), 'year', trim (p_code), trim (p_name) || '（原属' || source.short_name || '）',
    coalesce (nullif (trim (p_short_name), ''), trim (p_name)), 'part', source.parent_id
  from jl.unit_version v where v.unit_id = p_unit;
  insert into jl.unit_version (unit_id, valid, code, name, short_name, type, parent_id)
  values (child, daterange (p_on, null), trim (p_code), trim (p_name), coalesce (nullif (trim (p_short_name), ''), trim (p_name)), p_type,
          source.parent_id);
  insert into jl.assessed_unit_part (assessed_id, leaf_id, valid)
  select p.assessed_id, child, p.valid * daterange (null, p_on)
  from jl.assessed_unit_part p where p.leaf_id = p_unit and not isempty (p.valid * daterange (null, p_on));
  perform jl.unit_answers_begin (child, p_on, p_type, source.parent_id);
  perform jl.unit_take_buildings (child, coalesce (p_buildings, '{}'));
  update jl.new_project set unit_id = child, version = version + 1 where id = any (p_projects);
  update jl.unit_operation set units = units || child where id = operation;
  perform jl.unit_operation_end (operation);
  return operation;
end
$$;

-- The prefecture that reviews a county's returns (三(五)); null where it reports directly, by its place or by the rule.
create function jl.reviewer_of (p_unit int, p_day date) returns int language sql stable as
$$
  select v.parent_id
  from jl.unit_version v
  join jl.unit_version p on p.unit_id = v.parent_id and p.valid @> p_day and p.type in ('prefecture_city', 'autonomous_prefecture')
  where v.unit_id = p_unit and v.valid @> p_day and v.type in ('county_city', 'county', 'autonomous_county')
    and (select r.value_choice from jl_api.rule ('report.line', p_unit, p_day) r) = 'through_prefecture'
$$;

-- The clerk of the prefecture that reviews a county's return says when it passed or was sent back; the grants (90) let him say no more of it.
create policy review_own on jl.unit_return for update to jl_city
  using ((select jl.my_duty ()) = 'jl_city' and jl.reviewer_of (unit_id, filed_on) = any ((select jl.scope_ids ())::int[]));

-- A review is entered where there is who reviews.
create function jl.return_reviewed () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  if jl.reviewer_of (new.unit_id, new.filed_on) is null then
    raise exception using errcode = 'JL001', message = 'This unit reports directly: no prefecture reviews its returns',
      detail = jl.field_detail ('unit_return', variadic array_remove (array[
        case when new.reviewed_on is not null then 'reviewed_on' end, case when new.sent_back_on is not null then 'sent_back_on' end], null)),
      hint = 'Through whom a unit reports is a rule.';
  end if;
  return new;
end
$$;

create trigger return_reviewed before insert or update on jl.unit_return for each row
  when (new.filed_on is not null and (new.reviewed_on is not null or new.sent_back_on is not null)) execute function jl.return_reviewed ();

-- What was done to divisions, newest first.
create function jl_api.unit_operations ()
returns table (id int, kind text, on_day date, unit_names text, document text, detail jsonb, actor_name text, done_at timestamptz)
language sql stable as
$$
  select o.id, o.kind, o.on_day,
    (select string_agg ((select v.short_name from jl.unit_version v where v.unit_id = u.id order by v.valid @> o.on_day desc, lower (v.valid) desc limit 1),
                        '、' order by u.n)
     from unnest (o.units) with ordinality u (id, n)),
    o.document, o.detail, coalesce ((select f.display_name from jl.official f where f.role = o.done_by), o.done_by::text), o.done_at
  from jl.unit_operation o
  order by o.id desc
$$;

-- 行政区划与考核对象: every version of every division, with who it is assessed as and who answers for it while it holds.
do $$
declare
  source text;
begin
  foreach source in array array['unit_version', 'seen_unit_version'] loop
    execute format ($f$
      create view jl_api.%I with (security_invoker = true) as
        select v.id, v.version, v.entered_at, v.note, v.unit_id, v.code, v.name, v.short_name, v.type, lower (v.valid) as valid_from,
          upper (v.valid) as valid_until, v.valid_precision, a.grp, a.place_order,
          (select p.name from jl.unit_version p where p.unit_id = v.parent_id and p.valid && v.valid
           order by lower (p.valid) desc limit 1) as parent_label,
          (select string_agg (distinct w.short_name, '、') from jl.assessed_unit_part p
           join jl.unit_version w on w.unit_id = p.assessed_id and w.valid @> lower (p.valid * v.valid)
           where p.leaf_id = v.unit_id and p.valid && v.valid) as answered_by,
          v.name as unit_name
        from jl.%I v
        left join lateral (select x.grp, x.place_order from jl.assessed_unit x where x.unit_id = v.unit_id and x.valid && v.valid
                           order by lower (x.valid) desc limit 1) a on true
      $f$, case source when 'unit_version' then 'unit_version_list' else 'unit_version_known_list' end, source);
  end loop;
end
$$;

-- The units of today that an operation may name, in the order of their codes.
create function jl_api.divisions ()
returns table (unit_id int, code text, name text, type text, parent_name text)
language sql stable as
$$
  select v.unit_id, v.code, v.name, v.type,
    (select p.name from jl.unit_version p where p.unit_id = v.parent_id and upper_inf (p.valid))
  from jl.unit_version v
  where upper_inf (v.valid) and v.type not in ('province', 'part')
  order by v.code
$$;

-- The records with these codes in a unit; the first code that finds none is missing.
create function jl_api.records_by_code (p_register text, p_codes text[], p_unit int)
returns table (ids int[], missing text)
language plpgsql stable as
$$
begin
  if not exists (select from jl.columns_of (p_register) c where c.name = 'code')
      or not exists (select from jl.register g where g.name = p_register) then
    raise exception using errcode = 'JL004', message = 'There is no such register', detail = p_register;
  end if;
  return query execute format (
    'select coalesce (array_agg (r.id order by r.id) filter (where r.id is not null), ''{}''), min (c.code) filter (where r.id is null)
     from unnest ($1) c (code) left join jl.%I r on r.code = c.code and r.unit_id = $2', p_register)
  using p_codes, p_unit;
end
$$;

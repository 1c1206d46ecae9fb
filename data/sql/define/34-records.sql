-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- One record of any register: saved with the version that was read, deleted, brought back. All acts with the caller's rights: grants and
-- row security decide. What the tables refuse comes out as a sentence whose detail names the fields ('field company.code, company.name')
-- or the records in the way ('register retrofit_building: …').

-- The fields that a person may give a value: not what identifies a record, counts its versions or is computed.
create function jl.given_fields (p_register text) returns setof text language sql stable as
$$
  select c.name from jl.columns_of (p_register) c
  where not c.generated and c.name not in ('id', 'version', 'entered_at', 'import_id')
$$;

create function jl.field_detail (p_register text, variadic p_fields text[]) returns text language sql immutable as
$$
  select coalesce ('field ' || string_agg (p_register || '.' || f, ', '), '') from unnest (p_fields) f
$$;

-- How a record is called, by its register's own expression; null when it is gone or not the reader's. Of a unit its name. One branch a
-- register, so that each keeps its plan.
do $$
declare
  branches text;
begin
  select string_agg (format (E'    when %L then return (select %s from jl.%I r where r.id = p_id);\n', g.name, g.label, g.name), ''
                     order by g.place_order) into branches from jl.register g;
  execute format ($f$
    create function jl.record_label (p_register text, p_id bigint) returns text language plpgsql stable as
    $body$
    begin
      case p_register
        when 'unit' then
          return (select v.name from jl.unit_version v where v.unit_id = p_id
                  order by upper_inf (v.valid) desc, lower (v.valid) desc limit 1);
    %s    else return null;
      end case;
    end
    $body$
    $f$, branches);
end
$$;

create function jl.official_name (p_role name) returns text language sql stable as
$$
  select coalesce ((select o.display_name from jl.official o where o.role = p_role), p_role::text)
$$;

create function jl.refuse_record (p_register text) returns void language plpgsql stable as
$$
begin
  raise exception using errcode = '42501', message = 'This record is not yours to change',
    detail = format ('%s: %s (%s)', session_user, coalesce (jl.my_duty (), '—'),
                     (select array_to_string (g.owners || case when g.city_keeps then '{jl_city}'::text[] else '{}' end, ', ')
                      from jl.register g where g.name = p_register)),
    hint = 'Ask an official with a duty that stands in brackets.';
end
$$;

-- A statement that met no row: told apart by reading again.
create function jl.explain_no_row (p_register text, p_id bigint, p_version int) returns void language plpgsql stable as
$$
declare
  present int;
begin
  execute format ('select version from jl.%I where id = $1', p_register) into present using p_id;
  if present is null then
    raise exception using errcode = 'JL004', message = 'The record is not there any more, or not yours to see',
      detail = format ('register %s: %s', p_register, p_id);
  elsif present is distinct from p_version then
    raise exception using errcode = 'JL005', message = 'Somebody else has changed the record meanwhile',
      hint = 'Load it again and compare.';
  end if;
  perform jl.refuse_record (p_register);
end
$$;

-- Who refers to the record, as far as the asker may see it: up to three by name.
create function jl.referring_detail (p_table text, p_constraint text, p_id bigint) returns text language plpgsql stable as
$$
declare
  field text;
  labels text;
begin
  select f.field into field from jl.references_of (p_table) f
  join pg_constraint k on k.conname = p_constraint and k.conrelid = ('jl.' || quote_ident (p_table))::regclass
  join pg_attribute a on a.attrelid = k.conrelid and a.attname = f.field and a.attnum = any (k.conkey);
  if field is not null then
    execute format ('select string_agg (x.label, ''、'') from (select %s as label from jl.%I r where r.%I = $1 order by r.id limit 3) x',
                    (jl.the_register (p_table)).label, p_table, field) into labels using p_id;
  end if;
  return concat_ws (': ', 'register ' || p_table, labels);
end
$$;

-- The sentence for what a constraint refuses (SQLSTATE classes 22 and 23).
create function jl.explain_violation (p_register text, p_state text, p_table text, p_column text, p_constraint text)
returns void language plpgsql stable as
$$
declare
  fields text[];
begin
  select array_agg (a.attname order by a.attnum) into fields
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
  where k.conrelid in (select p.relid from pg_partition_tree (('jl.' || quote_ident (p_register))::regclass) p
                       union select ('jl.' || quote_ident (p_register))::regclass)
    and k.conname = p_constraint and a.attname <> 'id'
    and not (k.contype = 'f' and a.attname = 'unit_id' and cardinality (k.conkey) > 1);
  fields := coalesce (fields, array_remove (array[nullif (p_column, '')], null));
  raise exception using errcode = 'JL001', detail = jl.field_detail (p_register, variadic fields),
    message = case
      when p_state = '23502' then 'A field that must be filled in is empty'
      when p_state = '23503' then 'The record that a field names is not there'
      when p_state = '23505' then 'Another record has this already'
      when p_state = '23P01' then 'It overlaps another record'
      when p_state = '23514' and p_constraint = '' then 'There is no such season'
      when p_state = '23514' and cardinality (fields) > 1 then 'These fields do not go together'
      when p_state = '23514' then 'The field does not take this value'
      else 'A value is out of its range' end;
end
$$;

-- Values as they come, texts all, as those of the row's types; blank is nothing. What cannot be read is named.
create function jl.read_values (p_register text, p_values jsonb) returns jsonb language plpgsql stable as
$$
declare
  given jsonb := coalesce (p_values, '{}');
  f text;
begin
  select k into f from jsonb_object_keys (given) k where k not in (select jl.given_fields (p_register)) limit 1;
  if found then
    raise exception using errcode = 'JL001', message = 'The register has no such field to fill in', detail = jl.field_detail (p_register, f);
  end if;
  select coalesce (jsonb_object_agg (e.key, case when trim (given ->> e.key) = '' then 'null'::jsonb else e.value end), '{}') into given
  from jsonb_each (given) e;
  for f in select jsonb_object_keys (given) loop
    begin
      execute format ('select from jsonb_populate_record (null::jl.%I, $1)', p_register) using jsonb_build_object (f, given -> f);
    exception when data_exception or integrity_constraint_violation then
      raise exception using errcode = 'JL001', message = 'The value cannot be read', detail = jl.field_detail (p_register, f);
    end;
  end loop;
  return given;
end
$$;

-- What a season row repeats of its building is the building's to say.
create function jl.season_values (p_values jsonb) returns jsonb language plpgsql stable as
$$
declare
  said jsonb;
begin
  select jsonb_build_object ('unit_id', b.unit_id, 'code', b.code, 'company_id', b.company_id, 'use', b.use, 'central', b.heat_source in (1, 2),
                             'fitted', jl.fitted (b.metered_on, b.fit, b.fit_decided_on, z.starts_on)) into said
  from jl.building b cross join jl.season z
  where b.id = (p_values ->> 'building_id')::int and z.year = (p_values ->> 'year')::smallint;
  if said is null then
    raise exception using errcode = 'JL001', message = 'The record that a field names is not there',
      detail = jl.field_detail ('building_season', 'building_id', 'year');
  end if;
  return p_values || said;
end
$$;

-- The one place where records are written. p_version null: an insert, which takes p_id and p_next when a record is brought back.
create function jl.record_write (p_register text, p_id bigint, p_version int, p_next int, p_values jsonb, out id bigint, out version int)
language plpgsql as
$$
#variable_conflict use_column
declare
  given jsonb := p_values;
  said jsonb := '{}';
  names text;
  state text;
  tbl text;
  col text;
  con text;
begin
  if p_version is null then
    if p_register = 'building_season' then
      given := jl.season_values (given);
    end if;
    if p_id is not null then
      said := jsonb_build_object ('id', p_id, 'version', p_next);
    end if;
    given := jsonb_strip_nulls (given) || said;
    select string_agg (quote_ident (k), ', ' order by k), string_agg ('v.' || quote_ident (k), ', ' order by k) into names, col
    from jsonb_object_keys (given) k;
    if names is null then
      raise exception using errcode = 'JL001', message = 'The record is empty';
    end if;
    execute format ('insert into jl.%1$I (%2$s) select %3$s from jsonb_populate_record (null::jl.%1$I, $1) v returning id, version',
                    p_register, names, col) into id, version using given;
  else
    select string_agg (format ('%1$I = v.%1$I, ', k), '' order by k) into names from jsonb_object_keys (given) k;
    execute format ('update jl.%1$I t set %2$s version = t.version + 1 from jsonb_populate_record (null::jl.%1$I, $1) v
                     where t.id = $2 and t.version = $3 returning t.id, t.version', p_register, names)
      into id, version using given, p_id, p_version;
    if id is null then
      perform jl.explain_no_row (p_register, p_id, p_version);
    end if;
  end if;
exception
  when insufficient_privilege then
    perform jl.refuse_record (p_register);
  when data_exception or integrity_constraint_violation then
    get stacked diagnostics state = returned_sqlstate, tbl = table_name, col = column_name, con = constraint_name;
    perform jl.explain_violation (p_register, state, tbl, col, con);
end
$$;

-- Only the fields given are written.
create function jl_api.record_save (p_register text, p_id bigint, p_version int, p_values jsonb)
returns table (id bigint, version int) language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register := jl.the_register (p_register);
begin
  return query
    select w.id, w.version
    from jl.record_write (g.name, p_id, case when p_id is not null then coalesce (p_version, 0) end, null, jl.read_values (g.name, p_values)) w;
end
$$;

-- Nothing is lost: the twin keeps the record, and record_restore brings it back.
create function jl_api.record_delete (p_register text, p_id bigint, p_version int)
returns void language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register := jl.the_register (p_register);
  gone bigint;
  tbl text;
  con text;
begin
  execute format ('delete from jl.%I where id = $1 and version = $2 returning id', g.name) into gone using p_id, p_version;
  if gone is null then
    perform jl.explain_no_row (g.name, p_id, p_version);
  end if;
exception
  when insufficient_privilege then
    perform jl.refuse_record (g.name);
  when foreign_key_violation then
    get stacked diagnostics tbl = table_name, con = constraint_name;
    raise exception using errcode = 'JL003', message = 'Other records refer to this one',
      detail = jl.referring_detail (tbl, con, p_id), hint = 'Change or delete those first.';
end
$$;

-- The record again as its version p_of_version was. p_version 0: it has been deleted, and comes back under its own id, one version after
-- that of the deletion.
create function jl_api.record_restore (p_register text, p_id bigint, p_of_version int, p_version int)
returns table (id bigint, version int) language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
#variable_conflict use_column
declare
  g jl.register := jl.the_register (p_register);
  gone constant boolean := coalesce (p_version, 0) = 0;
  was jsonb;
  last int;
begin
  execute format ('select to_jsonb (h) from jl.%I h where h.id = $1 and h.version = $2 order by upper (h.known) desc limit 1',
                  g.name || '_history') into was using p_id, p_of_version;
  execute format ('select max (h.version) from jl.%I h where h.id = $1', g.name || '_history') into last using p_id;
  if was is null or gone and jl.record_visible (g.name, p_id) then
    raise exception using errcode = case when was is null then 'JL004' else 'JL005' end,
      message = case when was is null then 'The record has no such version' else 'The record is there again already' end,
      detail = format ('register %s: %s', g.name, p_id);
  end if;
  select jsonb_object_agg (f.name, was -> f.name) into was
  from jl.given_fields (g.name) f (name)
  where has_column_privilege (('jl.' || quote_ident (g.name))::regclass, f.name, case when gone then 'insert' else 'update' end);
  return query
    select w.id, w.version
    from jl.record_write (g.name, p_id, case when not gone then p_version end, last + 2, coalesce (was, '{}')) w;
end
$$;

-- May this official keep records of the register for a unit? The policies say the same of each row (33).
create function jl.keeps (p_register text, p_unit int) returns boolean language sql stable
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select coalesce (bool_or (jl.my_duty () = any (g.owners)
                            or g.city_keeps and jl.my_duty () = 'jl_city' and p_unit = any (jl.scope_ids ())), false)
  from jl.register g where g.name = p_register
$$;

-- What this official may do in each register, by the grants of his duty; which rows is said when he tries. keepers: whose it is. may_fields:
-- what of a record he may change, each in commas: ',reviewed_on,sent_back_on,'.
create function jl_api.register_rights ()
returns table (name text, may_add boolean, may_change boolean, may_delete boolean, keepers text[], may_fields text)
language sql stable set search_path = pg_catalog, jl, pg_temp as
$$
  select g.name,
    coalesce (has_any_column_privilege (d.duty, t.oid, 'insert'), false), coalesce (has_any_column_privilege (d.duty, t.oid, 'update'), false),
    coalesce (has_table_privilege (d.duty, t.oid, 'delete'), false),
    g.owners || case when g.city_keeps then '{jl_city}' else '{}'::text[] end,
    (select ',' || string_agg (f.name, ',') || ',' from jl.given_fields (g.name) f (name) where has_column_privilege (d.duty, t.oid, f.name, 'update'))
  from jl.register g
  cross join lateral (select ('jl.' || quote_ident (g.name))::regclass::oid as oid) t
  cross join (select jl.my_duty ()::name as duty) d
  order by g.place_order
$$;

-- Records for a picker. p_unit: those of the unit, of the places it answers for and of the unit that answers for it. hint: the place.
create function jl_api.record_pick (p_register text, p_query text, p_unit int, p_limit int)
returns table (id bigint, label text, hint text) language plpgsql stable set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register := jl.the_register (p_register);
  has_unit constant boolean := exists (select from jl.columns_of (p_register) c where c.name = 'unit_id');
  asked constant text := trim (coalesce (p_query, ''));
begin
  return query execute format ($f$
    select x.id, x.label, %5$s
    from (select r.id::bigint, %1$s as label%4$s from jl.%2$I r where %3$s) x
    order by %6$s x.id limit $3
    $f$, g.label, g.name,
    concat_ws (' and ', 'true', case when asked <> '' then 'r.id in (select jl_api.register_search ($4, $1))' end,
      case when p_unit is not null and has_unit then
        '(r.unit_id is null or r.unit_id = $2
          or r.unit_id in (select p.leaf_id from jl.assessed_unit_part p where p.assessed_id = $2)
          or r.unit_id in (select p.assessed_id from jl.assessed_unit_part p where p.leaf_id = $2))' end),
    case when has_unit then ', r.unit_id' end,
    case when has_unit then 'jl.record_label (''unit'', x.unit_id)' else 'null::text' end,
    case when asked <> '' then
      'position (jl.search_form ($1) in jl.search_form (x.label)) not in (1), length (x.label), x.label,' end)
    using asked, p_unit, p_limit, g.name;
end
$$;

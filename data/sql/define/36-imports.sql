-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Records of a register from a file: all of them or none, with the rights of whoever sends it. The program has read each cell by its
-- field; here units and references are found by what people call them, and each row is an ordinary record. One transaction:
-- import_keys for each reference, import_begin once, import_rows for some thousand rows at a time.

-- What keys name: in 'unit' a code or a name in force, else a column that is unique by itself, or how the record is called. A key that
-- names several records comes as often.
create function jl_api.import_keys (p_register text, p_keys text[])
returns table (key text, id bigint, unit_id int) language plpgsql stable set search_path = pg_catalog, jl, pg_temp as
$$
#variable_conflict use_column
declare
  g jl.register;
  wanted text[] := p_keys;
  place text;
  c text;
begin
  if p_register = 'unit' then
    return query
      select distinct k.key, v.unit_id::bigint, v.unit_id
      from unnest (p_keys) k (key)
      join jl.unit_version v on v.code = k.key or upper_inf (v.valid) and k.key in (v.name, v.short_name)
      where v.unit_id = jl.unit_of_code (v.code);
    return;
  end if;
  g := jl.the_register (p_register);
  place := case when exists (select from jl.columns_of (g.name) x where x.name = 'unit_id') then 'r.unit_id' else 'null::int' end;
  for c in
    select a.attname from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and i.indkey::text = a.attnum::text and a.atttypid = 'text'::regtype
    where i.indrelid = ('jl.' || quote_ident (g.name))::regclass and i.indisunique
    order by a.attnum
  loop
    return query execute format ('select r.%1$I, r.id::bigint, %2$s from jl.%3$I r where r.%1$I = any ($1)', c, place, g.name) using wanted;
    execute format ('select array (select unnest ($1) except select r.%1$I from jl.%2$I r where r.%1$I = any ($1))', c, g.name)
      into wanted using wanted;
  end loop;
  if cardinality (wanted) > 0 then
    return query execute format ('select k.key, r.id::bigint, %s from jl.%I r join unnest ($1) k (key) on k.key = %s',
                                 place, g.name, g.label) using wanted;
  end if;
end
$$;

-- Keeps the file and gives its number; null: the same file came before, so that there is nothing to do.
create function jl_api.import_begin (p_register text, p_name text, p_content bytea, p_rows int)
returns int language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register := jl.the_register (p_register);
  file int;
begin
  insert into jl.import_file (kind, name, sha256, content, rows)
  values (g.name, p_name, sha256 (p_content), p_content, p_rows)
  on conflict (kind, sha256) do nothing
  returning id into file;
  return file;
exception when insufficient_privilege then
  perform jl.refuse_record (g.name);
end
$$;

-- Rows of one call as records; the query of an insert. What a season row repeats of its building is the building's to say.
create function jl.import_query (p_register text, p_fields text[]) returns text language sql stable as
$$
  select case p_register
    when 'building_season' then format ($f$
      insert into jl.building_season (%1$s, unit_id, code, company_id, use, central, fitted, import_id)
      select %2$s, b.unit_id, b.code, b.company_id, b.use, b.heat_source in (1, 2), jl.fitted (b.metered_on, b.fit, b.fit_decided_on, z.starts_on), $2
      from jsonb_populate_recordset (null::jl.building_season, $1) v
      join jl.building b on b.id = v.building_id join jl.season z on z.year = v.year$f$, names, sources)
    else format ('insert into jl.%1$I (%2$s%4$s) select %3$s%5$s from jsonb_populate_recordset (null::jl.%1$I, $1) v', p_register,
                 names, sources, case when keeps_file then ', import_id' end, case when keeps_file then ', $2' end) end
  from (
    select string_agg (quote_ident (f), ', ') as names, string_agg ('v.' || quote_ident (f), ', ') as sources,
      exists (select from jl.columns_of (p_register) c where c.name = 'import_id') as keeps_file
    from unnest (p_fields) f) x
$$;

-- Stops at a row: the sentence for what refused it, the line and the field in the detail.
create function jl.refuse_line (p_register text, p_line text, p_state text, p_words text, p_detail text, p_table text, p_column text,
                                p_constraint text)
returns void language plpgsql stable as
$$
declare
  words text := p_words;
  detail text := p_detail;
begin
  if p_state not like 'JL%' then
    begin
      perform jl.explain_violation (p_register, p_state, p_table, p_column, p_constraint);
    exception when sqlstate 'JL001' then
      get stacked diagnostics words = message_text, detail = pg_exception_detail;
    end;
  end if;
  raise exception using errcode = 'JL001', message = words, detail = concat_ws (': ', 'line ' || p_line, nullif (detail, ''));
end
$$;

-- p_rows: an array of {"line": 12, field: value, …}. When the rows cannot be taken together they are halved until the one is found that
-- cannot be taken, and the error names its line; the whole call fails then, so that nothing of it stays.
create function jl_api.import_rows (p_register text, p_file int, p_fields text[], p_rows jsonb)
returns int language plpgsql set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register := jl.the_register (p_register);
  query constant text := jl.import_query (p_register, p_fields);
  first int := 0;
  last int := jsonb_array_length (p_rows);
  part int := last;
  done int;
  state text;
  words text;
  detail text;
  tbl text;
  col text;
  con text;
begin
  while first < last loop
    begin
      execute query using case when part = jsonb_array_length (p_rows) then p_rows else
        (select jsonb_agg (r.value order by r.i) from jsonb_array_elements (p_rows) with ordinality r (value, i)
         where r.i > first and r.i <= first + part) end, p_file;
      get diagnostics done = row_count;
      if done <> part then
        raise foreign_key_violation;
      end if;
      first := first + part;
      part := least (part, last - first);
    exception
      when insufficient_privilege then
        perform jl.refuse_record (g.name);
      when data_exception or integrity_constraint_violation or sqlstate 'JL001' or sqlstate 'JL002' or sqlstate 'JL003' then
        if part = 1 then
          get stacked diagnostics state = returned_sqlstate, words = message_text, detail = pg_exception_detail, tbl = table_name,
            col = column_name, con = constraint_name;
          perform jl.refuse_line (g.name, p_rows -> first ->> 'line', state, words, detail, tbl, col, con);
        end if;
        last := first + part;
        part := part / 2;
    end;
  end loop;
  if last < jsonb_array_length (p_rows) then
    raise exception using errcode = 'JL003', message = 'Somebody else is changing what the file adds to', hint = 'Try it again.';
  end if;
  return last;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Search in registers: by characters, by 拼音 and by its initials. An entry a record stands in jl.search_entry, kept by statement-level
-- triggers; the question is asked with the owner's rights and the asker's scope, as row security would keep LIKE and @> from the indexes.

-- One writing of what is stored and what is asked: wide letters as narrow ones, small, without blanks and marks.
create function jl.search_form (p_text text) returns text language sql immutable parallel safe as
$$
  select regexp_replace (lower (normalize (p_text, NFKC)), E'[ \t\n\\-_/\\\\.,;:!?%()[\\]{}<>〔〕【】《》“”‘’、。·—–…''"#*&+=~|`$^]', '', 'g')
$$;

-- What stands side by side in a word, but for two plain letters or digits: of those that follow each other only the first and the last
-- have other neighbours. Entries and indexes rest on it, as on the two above and below: none may answer otherwise without a reindex.
create or replace function jl.pairs (p_form text) returns text[] language plpgsql immutable parallel safe as
$$
declare
  form text := regexp_replace (p_form, '([a-z0-9])[a-z0-9]*([a-z0-9])', '\1 \2', 'g');
  pairs text[] := '{}';
  pair text;
begin
  for i in 1 .. length (form) - 1 loop
    pair := substr (form, i, 2);
    if strpos (pair, ' ') = 0 and (octet_length (pair) > 2 or pair !~ '^[a-z0-9]*$') then
      pairs := pairs || pair;
    end if;
  end loop;
  return pairs;
end
$$;

-- A number is written as search_form writes words; the index of numbers needs a function of its own that outlives these definitions.
create or replace function jl.search_number (p_number text) returns text language sql immutable parallel safe as
$$
  select regexp_replace (lower (normalize (p_number, NFKC)), E'[ \t\n\\-_/\\\\.,;:!?%()[\\]{}<>〔〕【】《》“”‘’、。·—–…''"#*&+=~|`$^]', '', 'g')
$$;

-- How often a pair occurs is not worth looking at every entry for: the question has an index or two, and no other way.
create function jl.search_words_uncounted (p_part text) returns void language plpgsql as
$$
begin
  execute format ('alter index jl.search_%s_words alter column 1 set statistics 0', p_part);
end
$$;
select jl.search_words_uncounted (part) from unnest (array['building', 'other']) part;

-- Initials and full reading of each form, each after a blank; plain letters and digits stand for themselves. What stands between them is
-- read once, however many forms hold it.
create function jl.sounds (p_forms text[]) returns table (form text, sound text)
language sql stable set search_path = pg_catalog, jl, pg_temp as
$$
  with forms as materialized (
    select distinct f.form from unnest (p_forms) f (form)
  ), parts as materialized (
    select f.form, p.i, p.found[1] as part
    from forms f cross join lateral regexp_matches (f.form, '[a-z0-9]+|[^a-z0-9]+', 'g') with ordinality p (found, i)
    where f.form !~ '^[a-z0-9]*$'
  ), syllables as (
    select r.part, c.i, coalesce (w.first_syllable, v.second_syllable, g.syllable, c.ch) as syllable
    from (select distinct p.part from parts p where p.part !~ '^[a-z0-9]') r
    cross join lateral string_to_table (r.part, null) with ordinality c (ch, i)
    left join jl.reading g on g.ch = c.ch
    left join jl.reading_word w on w.word = substr (r.part, c.i::int, 2)
    left join jl.reading_word v on c.i > 1 and v.word = substr (r.part, c.i::int - 1, 2)
  ), readings as (
    select s.part, string_agg (left (s.syllable, 1), '' order by s.i) as initials, string_agg (s.syllable, '' order by s.i) as whole
    from syllables s group by s.part
  )
  select f.form, ' ' || f.form from forms f where f.form ~ '^[a-z0-9]*$'
  union all
  select p.form, ' ' || string_agg (coalesce (r.initials, p.part), '' order by p.i) || ' ' || string_agg (coalesce (r.whole, p.part), '' order by p.i)
  from parts p left join readings r on r.part = p.part group by p.form
$$;

-- The words of the rows of a source (a table, or those a statement changed), as a query. unit_id only where the reader's units matter.
create function jl.search_given (p_register text, p_source text) returns text language sql stable as
$$
  select format ($f$
      select %4$L::text as register, c.id::bigint, %1$s as unit_id, f.place, jl.search_form (coalesce (f.word, '')) as form
      from %2$s c cross join lateral unnest (array[%3$s]) with ordinality f (word, place)
      $f$,
      case when g.read_whole then 'null::int' else 'c.unit_id' end, p_source,
      (select string_agg (format ('c.%I', x.word), ', ' order by x.place) from unnest (g.search) with ordinality x (word, place)),
      g.name)
  from jl.register g where g.name = p_register
$$;

-- What entries say of given words.
create function jl.search_rows (p_given text) returns text language sql immutable as
$$
  select format ($f$
      with given as materialized (%s)
      select g.register, g.id, g.unit_id, string_agg (g.form, ' ' order by g.place), string_agg (s.sound, '' order by g.place)
      from given g join jl.sounds (array (select form from given)) s on s.form = g.form
      group by g.register, g.id, g.unit_id
      $f$, p_given)
$$;

-- After a change only what is searched by counts; the row of an entry is written anew when it says something else.
create function jl.search_keep () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, public, pg_temp as
$$
begin
  if tg_op = 'DELETE' then
    delete from jl.search_entry e using was w where e.register = tg_table_name and e.record_id = w.id;
    return null;
  end if;
  execute format ($f$
    insert into jl.search_entry as e (register, record_id, unit_id, form, sound) %s
    on conflict (register, record_id) do update
    set unit_id = excluded.unit_id, form = excluded.form, sound = excluded.sound
    where (e.unit_id, e.form) is distinct from (excluded.unit_id, excluded.form)
    $f$, jl.search_rows (jl.search_given (tg_table_name, tg_argv[0])));
  return null;
end
$$;

do $$
declare
  g jl.register;
  compared text;
begin
  for g in select * from jl.register where search <> '{}' and search_by = 'words' order by place_order loop
    select string_agg (format ('c.%1$I is distinct from w.%1$I', x), ' or ') into compared
    from unnest (g.search || case when g.read_whole then '{}'::text[] else '{unit_id}' end) x;
    execute format ('create trigger search_insert after insert on jl.%I referencing new table as changed
                       for each statement execute function jl.search_keep (''changed'')', g.name);
    execute format ('create trigger search_update after update on jl.%I referencing old table as was new table as changed
                       for each statement execute function jl.search_keep (%L)', g.name,
                    format ('(select c.* from changed c join was w on w.id = c.id where %s)', compared));
    execute format ('create trigger search_delete after delete on jl.%I referencing old table as was
                       for each statement execute function jl.search_keep ()', g.name);
  end loop;
end
$$;

-- Entries of some registers anew, after a load with triggers disabled: readings of all words at once. The indexes are made at once
-- afterwards: a quarter of the time.
create function jl.search_rebuild (p_registers text[]) returns void language plpgsql
set search_path = pg_catalog, jl, public, pg_temp as
$$
declare
  part text;
  among text[];
begin
  foreach part in array array['building', 'other'] loop
    among := array (select r from unnest (p_registers) r where (r = 'building') = (part = 'building'));
    continue when among = '{}';
    execute format ('drop index jl.search_%1$s_words, jl.search_%1$s_sound', part);
    delete from jl.search_entry where register = any (among);
    execute 'insert into jl.search_entry (register, record_id, unit_id, form, sound) '
      || jl.search_rows ((select string_agg (jl.search_given (r, 'jl.' || quote_ident (r)), ' union all ') from unnest (among) r));
    execute format ('create index search_%1$s_words on jl.search_entry_%1$s using gin (jl.pairs (form))', part);
    perform jl.search_words_uncounted (part);
    execute format ('create index search_%1$s_sound on jl.search_entry_%1$s using gin (sound gin_trgm_ops)', part);
  end loop;
end
$$;

-- One word of a question as a condition on an entry x. Pairs find what holds characters, and the form says that they stand together;
-- what is letters and digits is sounded: three of them in any place, fewer in a million buildings at the beginning of a word only. Forms
-- hold no marks, so nothing in a pattern needs to be escaped.
create function jl.search_condition (p_form text, p_large boolean) returns text language sql immutable as
$$
  select case
    when p_form !~ '^[a-z0-9]+$' then
      format ('%s x.form like %L', case when length (p_form) > 1 then format ('jl.pairs (x.form) @> %L::text[] and', jl.pairs (p_form)) end,
              '%' || p_form || '%')
    when p_form ~ '^[a-z]*[ln]v[a-z]*$' then
      format ('(x.sound like %L or x.sound like %L)', '%' || p_form || '%', '%' || regexp_replace (p_form, '([ln])v', '\1u', 'g') || '%')
    when length (p_form) > 2 or not p_large then format ('x.sound like %L', '%' || p_form || '%')
    else format ('x.sound like %L', '% ' || p_form || '%') end
$$;

-- The same where numbers are searched from their first character on: an index a column.
create function jl.search_start (p_columns text[], p_form text) returns text language sql immutable as
$$
  select '(' || string_agg (format ('jl.search_number (x.%I) like %L', c, p_form || '%'), ' or ') || ')' from unnest (p_columns) c
$$;

-- The findings whose rule, unit or record holds every word: there are few rules and units, and records have their entries. A set of ids as
-- far as p_units go; null: all.
create function jl.finding_search (p_forms text[], p_units int[]) returns setof bigint language plpgsql stable
set search_path = pg_catalog, jl, public, pg_temp as
$$
declare
  conditions text;
begin
  select string_agg (format ($f$
    (f.rule in (select x.code from rules x where %1$s) or f.unit_id in (select x.unit_id from units x where %1$s)
      or exists (select from jl.search_entry x where x.register = f.register and x.record_id = f.record_id and %1$s))
    $f$, jl.search_condition (p, false)), ' and ') into conditions
  from unnest (p_forms) p;
  return query execute format ($f$
    with forms as materialized (
      select r.code, null::int as unit_id, jl.search_form (r.title) as form from jl.finding_rule r
      union all
      select distinct null, v.unit_id, jl.search_form (n.name) from jl.unit_version v cross join lateral (values (v.name), (v.short_name)) n (name)
    ), said as materialized (
      select f.code, f.unit_id, f.form, s.sound from forms f join jl.sounds (array (select form from forms)) s on s.form = f.form
    ), rules as materialized (
      select * from said where code is not null
    ), units as materialized (
      select * from said where unit_id is not null
    )
    select f.id from jl.finding f where ($1 is null or f.unit_id = any ($1)) and %s
    $f$, conditions) using p_units;
end
$$;

-- The ids of a register's records that hold every word of the question, in themselves or (search_through) in the record they name, as far
-- as the asker may see them. No word, no answer. Seen from an earlier day they are read one by one: the entries are those of today.
create function jl_api.register_search (p_register text, p_query text, p_limit int default null)
returns setof bigint language plpgsql stable
security definer set search_path = pg_catalog, jl, public, pg_temp set max_parallel_workers_per_gather = 0 as
$$
declare
  g jl.register;
  forms text[];
  seen text := case when jl.known_at () is null then '' else 'seen_' end;
  readable text;
  found text;
begin
  select array_agg (f.form) into forms
  from regexp_split_to_table (trim (p_query), '\s+') w cross join lateral (select jl.search_form (w) as form) f where f.form <> '';
  if forms is null or jl.my_duty () is null then
    return;
  elsif p_register = 'finding' then
    return query select jl.finding_search (forms, case when not jl.sees_all () then jl.scope_ids () end) limit p_limit;
    return;
  end if;
  g := jl.the_register (p_register);
  readable := case when g.read_whole or jl.sees_all () then 'true' else 'x.unit_id = any ($1)' end;
  found := case
    when g.search = '{}' then null
    when g.search_by = 'start' then
      format ('select x.id::bigint from jl.%I x where %s and %s', seen || g.name, readable,
              (select string_agg (jl.search_start (g.search, f), ' and ') from unnest (forms) f))
    else
      format ('select x.record_id from %s x (register, record_id, unit_id, form, sound) where x.register = %L and %s and %s',
              case seen when '' then 'jl.search_entry'
                else format ('(%s)', jl.search_rows (jl.search_given (g.name, 'jl.' || quote_ident (seen || g.name)))) end, g.name, readable,
              (select string_agg (jl.search_condition (f, g.name = 'building'), ' and ') from unnest (forms) f)) end;
  if g.search_through is not null then
    found := concat_ws (' union ', found,
      format ('select x.id::bigint from jl.%I x where %s and x.%I in (select jl_api.register_search (%L, $2))', seen || g.name, readable,
              g.search_through,
              (select r.register from jl.references_of (g.name) r where r.field = g.search_through)));
  end if;
  return query execute found || ' limit $3' using jl.scope_ids (), p_query, p_limit;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The life of one record: its versions, when each was held true and by whom, and what each changed.

-- Who entered a record about a moment, from the log, which is the auditor's to read, or from the file it came with.
create function jl.entered_by (p_register text, p_content jsonb, p_since timestamptz) returns name language sql stable
security definer set search_path = pg_catalog, jl, jl_audit, pg_temp as
$$
  select coalesce (
    (select l.actor from jl_audit.log l
     where l.op = 'insert' and l.tbl = p_register and l.at >= coalesce (p_since, '-infinity')
       and l.keys @> array[case when p_register = 'building_season' then concat (p_content ->> 'building_id', ':', p_content ->> 'year')
                                else p_content ->> 'id' end]
     order by l.id limit 1),
    (select i.sent_by from jl.import_file i where i.id = (p_content ->> 'import_id')::int))
$$;

-- Newest first. A deletion is a step of its own: it has the number after the version it ended, no content, and lasts until the record was
-- brought back. since is null where nothing tells when a version began, author where nothing tells who made it.
create function jl_api.record_versions (p_register text, p_id bigint)
returns table (version int, since timestamptz, until timestamptz, author text, deleted boolean, content jsonb)
language plpgsql stable set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register := jl.the_register (p_register);
begin
  return query execute format ($f$
    with kept as (
      select h.version, lower (h.known) as since, upper (h.known) as until, h.ended_by, to_jsonb (h) - '{known,ended_by}'::text[] as content
      from jl.%2$I h where h.id = $1
      union all
      select t.version, greatest (t.entered_at, (select max (upper (h.known)) from jl.%2$I h where h.id = $1)), null, null, to_jsonb (t)
      from jl.%1$I t where t.id = $1
    ), steps as (
      select k.*, lag (k.version) over life as before, lag (k.ended_by) over life as changed_by, lead (k.version) over life as after,
        lead (k.since) over life as next_since
      from kept k window life as (order by k.until nulls last, k.version)
    )
    select s.version, s.since, s.until,
      jl.official_name (case when s.version - s.before <= 1 then s.changed_by else jl.entered_by (%1$L, s.content, s.since) end),
      false, s.content
    from steps s
    union all
    select s.version + 1, s.until, s.next_since, jl.official_name (s.ended_by), true, null
    from steps s where s.until is not null and (s.after is null or s.after - s.version > 1)
    order by 1 desc, 2 desc
    $f$, g.name, g.name || '_history') using p_id;
end
$$;

-- What a value says: of a unit or another record how it is called.
create function jl.value_words (p_register text, p_field text, p_value text) returns text language sql stable as
$$
  select coalesce (
    (select jl.record_label (f.register, p_value::bigint)
     from (select 'unit' as register where p_field = 'unit_id' and p_value is not null
           union all
           select r.register from jl.references_of (p_register) r where r.field = p_field and p_value is not null) f), p_value)
$$;

-- Every field that a change altered, newest first. A step that is no change of fields has no field, and its new_value says what it is:
-- entered, deleted or restored.
create function jl_api.record_history (p_register text, p_id bigint)
returns table (at timestamptz, actor_name text, field text, old_value text, new_value text, version int)
language sql stable set search_path = pg_catalog, jl, pg_temp as
$$
  with steps as (
    select v.*, lag (v.deleted) over life as was_deleted, lag (v.content) over life as was
    from jl_api.record_versions (p_register, p_id) v window life as (order by v.version, v.since)
  )
  select s.since, s.author, e.field, e.old_value, e.new_value, s.version
  from steps s
  cross join lateral (
    select null as field, null as old_value,
      case when s.deleted then 'deleted' when s.was_deleted then 'restored' else 'entered' end as new_value
    where s.deleted or s.was is null
    union all
    select a.key, jl.value_words (p_register, a.key, b.value), jl.value_words (p_register, a.key, a.value)
    from jsonb_each_text (s.content) a join jsonb_each_text (s.was) b on b.key = a.key
    where a.value is distinct from b.value and a.key in (select jl.given_fields (p_register))) e
  order by s.version desc, s.since desc, e.field
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Step three: a year is computed, proposed by one official of the heating-reform office and confirmed by another. From then on
-- nothing of it changes, for nobody: the hash binds the year, the people, the scheme, the inputs and the results.

-- Canonical form (design): header with table and columns, one row a line, tab-separated, NULL as \N, COPY escapes, numbers without
-- trailing zeros, rows in the order of their bytes (keys stand first). p_rows: json_agg (row_to_json (…)).
create function jl.canonical (p_table text, p_rows json)
returns text
language sql immutable
as $$
  select p_table || coalesce (E'\t' || (
      select string_agg (k.key, E'\t' order by k.n) from json_object_keys (p_rows -> 0) with ordinality k (key, n)), '')
    || E'\n' || coalesce (string_agg (l.line, E'\n' order by l.line collate "C") || E'\n', '')
  from (
    select string_agg (
        case json_typeof (f.value) when 'null' then '\N' when 'number' then trim_scale ((f.value #>> '{}')::numeric)::text
          else replace (replace (replace (replace (f.value #>> '{}', '\', '\\'), E'\t', '\t'), E'\n', '\n'), E'\r', '\r') end,
        E'\t' order by f.n) as line
    from json_array_elements (coalesce (p_rows, '[]')) with ordinality r (row, i)
    cross join lateral json_each (r.row) with ordinality f (key, value, n)
    group by r.i) l
$$;

-- The scheme of an assessment as text, so that a frozen year also proves what it was judged by.
create function jl.scheme_text (p_scheme int)
returns text
language sql stable
as $$
  select jl.canonical ('scheme', (select json_agg (row_to_json (s)) from jl.scheme s where s.id = p_scheme))
    || jl.canonical ('scheme_item', (select json_agg (row_to_json (s)) from jl.scheme_item s where s.scheme_id = p_scheme))
    || jl.canonical ('scheme_grade', (select json_agg (row_to_json (s)) from jl.scheme_grade s where s.scheme_id = p_scheme))
    || jl.canonical ('scheme_group', (select json_agg (row_to_json (s)) from jl.scheme_group s where s.scheme_id = p_scheme))
    || jl.canonical ('scheme_veto', (select json_agg (row_to_json (s)) from jl.scheme_veto s where s.scheme_id = p_scheme))
$$;

create function jl.inputs_text (p_id int)
returns text
language sql stable
as $$
  select jl.canonical ('assessment_input', (select json_agg (row_to_json (i)) from jl.assessment_input i where i.assessment_id = p_id))
$$;

-- The results as they are stored.
create function jl.results_text (p_id int)
returns text
language sql stable
as $$
  select jl.canonical ('assessment_item', (select json_agg (row_to_json (x)) from jl.assessment_item x where x.assessment_id = p_id))
    || jl.canonical ('assessment_unit', (select json_agg (row_to_json (x)) from jl.assessment_unit x where x.assessment_id = p_id))
    || jl.canonical ('assessment_award', (select json_agg (row_to_json (x)) from jl.assessment_award x where x.assessment_id = p_id))
$$;

-- The results as judging the stored inputs again gives them; the column order is that of the tables.
create function jl.judged_text (p_id int)
returns text
language sql stable
as $$
  with a as materialized (
    select s.id, s.scheme_id, s.year, (select array_agg (i) from jl.assessment_input i where i.assessment_id = s.id) as inputs,
      (select array_agg (distinct w.award) from jl.assessment_award w where w.assessment_id = s.id) as awards
    from jl.assessment s where s.id = p_id
  )
  select jl.canonical ('assessment_item', (select json_agg (row_to_json (x)) from (
        select a.id as assessment_id, j.unit_id, j.item, j.points, j.full_points, j.state, j.formula
        from a, jl.judge_items (a.inputs, a.scheme_id) j) x))
    || jl.canonical ('assessment_unit', (select json_agg (row_to_json (x)) from (
        select a.id as assessment_id, j.unit_id, j.sum_points, j.applicable, j.total, j.score, j.ranked, j.why_unranked, j.rank, j.tied,
          j.grade, j.vetoes, j.proposal, j.ground
        from a, jl.judge_units (a.inputs, a.scheme_id, a.year) j) x))
    || jl.canonical ('assessment_award', (select json_agg (row_to_json (x)) from (
        select a.id as assessment_id, j.unit_id, j.award, j.bar, j.verdict, j.reason, j.clause
        from a, jl.judge_awards (a.inputs, a.year, a.awards) j) x))
$$;

-- Who, when, under which cut-offs. Times in UTC whatever the session's zone.
create function jl.head_text (p_id int)
returns text
language sql stable set timezone = 'UTC'
as $$
  select jl.canonical ('assessment', (select json_agg (row_to_json (x)) from (
    select a.id, a.year, a.version, a.scheme_id, a.task_cutoff, a.billing_cutoff, a.computed_by, a.computed_at, a.proposed_by,
      a.proposed_at, a.confirmed_by, a.confirmed_at
    from jl.assessment a where a.id = p_id) x))
$$;

create function jl.assessment_hash (p_id int, p_results text)
returns bytea
language sql stable
as $$
  select sha256 (convert_to (jl.head_text (a.id) || jl.scheme_text (a.scheme_id) || jl.inputs_text (a.id) || p_results, 'UTF8'))
  from jl.assessment a where a.id = p_id
$$;

-- The steps belong to the heating-reform office alone, as officials: not even the owner takes them.
create function jl.require_housing ()
returns void
language plpgsql stable security definer set search_path = pg_catalog, jl, pg_temp
as $$
begin
  if jl.my_duty () is distinct from 'jl_housing' then
    raise exception 'Only officials of the heating-reform office take this step' using errcode = '42501';
  end if;
end
$$;

-- The assessment of a year, locked for the step; no row before the first computing.
create function jl.assessment_for_step (p_year int)
returns jl.assessment
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  a jl.assessment;
begin
  perform jl.require_present ();
  perform jl.require_housing ();
  perform pg_advisory_xact_lock (hashtext ('jl.assessment'), p_year);
  select * into a from jl.assessment where year = p_year order by version desc limit 1;
  if a.state = 'frozen' then
    raise exception 'The year is frozen already' using errcode = 'JL002', detail = p_year::text,
      hint = 'A frozen year is never changed; what was wrong is said in a correction.';
  end if;
  return a;
end
$$;

create function jl.assessment_fill (p_id int)
returns void
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  a jl.assessment;
  rows jl.assessment_input[];
begin
  select * into a from jl.assessment where id = p_id;
  delete from jl.assessment_input where assessment_id = p_id;
  delete from jl.assessment_item where assessment_id = p_id;
  delete from jl.assessment_unit where assessment_id = p_id;
  delete from jl.assessment_award where assessment_id = p_id;
  insert into jl.assessment_input select * from jl.inputs (a.year, p_id);
  select array_agg (i) into rows from jl.assessment_input i where i.assessment_id = p_id;
  insert into jl.assessment_item select p_id, j.* from jl.judge_items (rows, a.scheme_id) j;
  insert into jl.assessment_unit select p_id, j.* from jl.judge_units (rows, a.scheme_id, a.year) j;
  insert into jl.assessment_award
    select p_id, j.* from jl.judge_awards (rows, a.year, (select array_agg (w.code) from jl.award w)) j;
  update jl.assessment set input_hash = sha256 (convert_to (jl.inputs_text (p_id), 'UTF8')) where id = p_id;
end
$$;

-- The findings are reconciled first: on the day the year's billing is cut off, today before that, or the later day they stand on.
create function jl_api.assess_compute (p_year int)
returns int
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  a jl.assessment := jl.assessment_for_step (p_year);
  s int := (select id from jl.scheme where years @> p_year);
  found_on date;
begin
  if a.state = 'proposed' then
    raise exception 'The year is proposed for freezing' using errcode = 'JL003', hint = 'Withdraw the proposal before computing again.';
  elsif s is null then
    raise exception 'No scoring scheme covers the year' using errcode = 'JL004', detail = p_year::text;
  elsif not exists (select from jl.season where year = p_year) then
    raise exception 'The year has no heating season' using errcode = 'JL004', detail = p_year::text;
  end if;
  found_on := greatest (jl.finding_day (), (select least (c.billing, current_date) from jl_api.cutoffs (p_year) c));
  perform jl.findings_reconcile (found_on);
  if a.id is null then
    insert into jl.assessment (year, scheme_id, task_cutoff, billing_cutoff, findings_on, proposed_at, confirmed_at)
    select p_year, s, c.tasks, c.billing, found_on, null, null from jl_api.cutoffs (p_year) c
    returning * into a;
  else
    update jl.assessment x
    set scheme_id = s, task_cutoff = c.tasks, billing_cutoff = c.billing, findings_on = found_on, computed_by = default, computed_at = default
    from jl_api.cutoffs (p_year) c where x.id = a.id;
  end if;
  perform jl.assessment_fill (a.id);
  return a.id;
end
$$;

create function jl_api.assess_propose (p_year int)
returns void
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  a jl.assessment := jl.assessment_for_step (p_year);
begin
  if a.state is distinct from 'computed' then
    raise exception using errcode = 'JL003', detail = p_year::text,
      message = case when a.id is null then 'The year has not been computed' else 'The year is proposed for freezing already' end;
  end if;
  update jl.assessment set state = 'proposed', proposed_by = session_user, proposed_at = default where id = a.id;
end
$$;

create function jl_api.assess_withdraw (p_year int)
returns void
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  a jl.assessment := jl.assessment_for_step (p_year);
begin
  if a.state is distinct from 'proposed' then
    raise exception 'The year is not proposed for freezing' using errcode = 'JL003', detail = p_year::text;
  end if;
  update jl.assessment set state = 'computed', proposed_by = null, proposed_at = null where id = a.id;
end
$$;

-- The confirming official goes into the hash, so he is written first.
create function jl_api.assess_confirm (p_year int)
returns void
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  a jl.assessment := jl.assessment_for_step (p_year);
begin
  if a.state is distinct from 'proposed' then
    raise exception 'The year is not proposed for freezing' using errcode = 'JL003', detail = p_year::text;
  elsif a.proposed_by = session_user then
    raise exception 'Proposing and confirming take two different officials' using errcode = 'JL003',
      hint = 'Let another official of the heating-reform office confirm.';
  end if;
  update jl.assessment set confirmed_by = session_user, confirmed_at = default where id = a.id;
  update jl.assessment set state = 'frozen', hash = jl.assessment_hash (a.id, jl.results_text (a.id)) where id = a.id;
end
$$;

-- Judges the stored inputs again. ok only when that gives the stored hash and the stored results do as well.
create function jl_api.assess_verify (p_year int)
returns table (stored_hash bytea, computed_hash bytea, ok boolean)
language plpgsql stable
as $$
declare
  a jl.assessment;
begin
  select * into a from jl.assessment x where x.year = p_year and x.state = 'frozen' order by x.version desc limit 1;
  if a.id is null then
    raise exception 'The year is not frozen' using errcode = 'JL003', detail = p_year::text;
  end if;
  return query
    select a.hash, h.judged, h.judged = a.hash and h.stored = a.hash
    from (select jl.assessment_hash (a.id, jl.judged_text (a.id)) as judged, jl.assessment_hash (a.id, jl.results_text (a.id)) as stored) h;
end
$$;

-- The guards. A frozen year and the scheme that it was judged by refuse every change, the owner's too.
create function jl.refuse_frozen ()
returns void
language plpgsql
as $$
begin
  raise exception 'The year is frozen' using errcode = 'JL002',
    hint = 'A frozen year is never changed; what was wrong is said in a correction.';
end
$$;

create function jl.guard_assessment ()
returns trigger
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
begin
  if (tg_op <> 'INSERT' and old.state = 'frozen')
    or (tg_op = 'INSERT' and exists (select from jl.assessment a where a.year = new.year and a.state = 'frozen')) then
    perform jl.refuse_frozen ();
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create function jl.guard_assessment_rows ()
returns trigger
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
begin
  if exists (select from jl.assessment a where a.state = 'frozen'
      and (tg_op <> 'INSERT' and a.id = old.assessment_id or tg_op <> 'DELETE' and a.id = new.assessment_id)) then
    perform jl.refuse_frozen ();
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create function jl.guard_scheme ()
returns trigger
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  old_id int := case when tg_op <> 'INSERT' then (to_jsonb (old) ->> tg_argv[0])::int end;
  new_id int := case when tg_op <> 'DELETE' then (to_jsonb (new) ->> tg_argv[0])::int end;
begin
  if exists (select from jl.assessment a where a.state = 'frozen' and a.scheme_id in (old_id, new_id)) then
    perform jl.refuse_frozen ();
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

-- The names of awards stand in circulars of frozen years.
create function jl.guard_award ()
returns trigger
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
begin
  if exists (select from jl.assessment_award w join jl.assessment a on a.id = w.assessment_id where a.state = 'frozen' and w.award = old.code) then
    perform jl.refuse_frozen ();
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create function jl.guard_truncate ()
returns trigger
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
begin
  if exists (select from jl.assessment a where a.state = 'frozen') then
    perform jl.refuse_frozen ();
  end if;
  return null;
end
$$;

do $$
declare
  t text;
begin
  create trigger guard_frozen before insert or update or delete on jl.assessment for each row execute function jl.guard_assessment ();
  create trigger guard_frozen before update or delete on jl.award for each row execute function jl.guard_award ();
  foreach t in array array['assessment_input', 'assessment_item', 'assessment_unit', 'assessment_award'] loop
    execute format ('create trigger guard_frozen before insert or update or delete on jl.%I
                       for each row execute function jl.guard_assessment_rows ()', t);
  end loop;
  foreach t in array array['scheme', 'scheme_item', 'scheme_grade', 'scheme_group', 'scheme_veto'] loop
    execute format ('create trigger guard_frozen before insert or update or delete on jl.%I
                       for each row execute function jl.guard_scheme (%L)', t, case t when 'scheme' then 'id' else 'scheme_id' end);
  end loop;
  foreach t in array array['assessment', 'assessment_input', 'assessment_item', 'assessment_unit', 'assessment_award',
                           'scheme', 'scheme_item', 'scheme_grade', 'scheme_group', 'scheme_veto'] loop
    execute format ('create trigger guard_truncate before truncate on jl.%I for each statement execute function jl.guard_truncate ()', t);
  end loop;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The reconciliation: what the rules give on a day against what jl.finding holds. Nothing is closed by hand while its rule fires; what
-- fires no longer is closed by the data, what fires again is opened again, each with a step that says so.

-- The duties that keep the records of a rule; the heating-reform office keeps all.
create function jl.finding_owners (p_rule text)
returns text[]
language sql stable
as $$
  select array_agg (distinct o.duty)
  from (
    select 'jl_housing' as duty
    union all
    select unnest (g.owners) from jl.finding_rule r
    join jl.register g on g.name = r.register or (r.register is null and g.clause = r.clause_id)
    where r.code = p_rule) o
$$;

-- Where rules are told at once.
create function jl.finding_sources ()
returns table (source text, rules text[])
language sql immutable rows 4
as $$
  values ('finding_by_gates', jl.finding_gate_rules ()), ('finding_by_devices', jl.finding_device_rules ()),
    ('finding_by_figures', jl.finding_figure_rules ()), ('finding_by_ledger', jl.finding_ledger_rules ())
$$;

-- What some rules give on a day ($1), in one query.
create function jl.finding_query (p_rules text[])
returns text
language sql stable
as $$
  select coalesce (
    string_agg (format ('select %s as rule, s.unit_id, s.record_id, s.year, jsonb_strip_nulls (s.evidence) as evidence from jl.%I ($1) s%s',
                        q.rule, q.source, q.only), ' union all ' order by q.place),
    'select null::text as rule, null::int as unit_id, null::bigint as record_id, null::smallint as year, null::jsonb as evidence where false')
  from (
    select case when h.source is null then quote_literal (min (x.rule)) else 's.rule' end as rule, coalesce (h.source, 'finding_' || x.rule) as source,
      case when h.source is null then '' else format (' where s.rule = any (%L)', array_agg (x.rule)) end as only, min (x.place) as place
    from unnest (p_rules) with ordinality x (rule, place)
    left join jl.finding_sources () h on x.rule = any (h.rules)
    group by h.source, coalesce (h.source, 'finding_' || x.rule)) q
$$;

-- The rules in force.
create function jl.finding_rules ()
returns text[]
language sql stable
as $$
  select array (select r.code from jl.finding_rule r where r.place_order > 0 order by r.place_order)
$$;

-- What all of them give, planned once a session, which takes as long as a small ledger is looked through.
do $$
begin
  execute format ($f$
    create function jl.finding_seen (p_day date)
    returns table (rule text, unit_id int, record_id bigint, year smallint, evidence jsonb)
    language plpgsql stable rows 2000 set plan_cache_mode = force_generic_plan
    as $body$
    #variable_conflict use_column
    begin
      return query %s;
    end
    $body$;
    create function jl.finding_seen_rules () returns text[] language sql immutable as $body$ select %L::text[] $body$
    $f$, replace (jl.finding_query (jl.finding_rules ()), '$1', 'p_day'), jl.finding_rules ());
end
$$;

-- Only what changes is written: while a finding fires, it was last seen when its rule was last looked at. Its version changes with what
-- it says or where it stands.
create function jl.finding_reconcile (p_rules text[], p_day date, out opened int, out closed int, out reopened int, out still int)
language plpgsql
as $body$
begin
  execute format ($f$
    with seen as materialized (
      %s
    ), held as materialized (
      select f.id, f.state, f.fires as fired, f.evidence as old_evidence, s.unit_id is not null as fires,
        coalesce (s.evidence, f.evidence) as evidence,
        case when s.unit_id is null then 'closed' when f.state = 'closed' then 'open' else f.state end as to_state
      from jl.finding f
      left join seen s on s.rule = f.rule and s.unit_id = f.unit_id and coalesce (s.record_id, 0) = coalesce (f.record_id, 0)
        and coalesce (s.year, 0) = coalesce (f.year, 0)
      where f.rule = any ($2)
    ), changed as (
      update jl.finding f
      set state = h.to_state, fires = h.fires, evidence = h.evidence, version = f.version + 1,
          planned_on = case when h.to_state = 'planned' then f.planned_on end,
          last_seen = case when h.fires then $1 else (select r.looked_on from jl.finding_rule r where r.code = f.rule) end
      from held h
      where h.id = f.id and (h.to_state, h.fires, h.evidence) is distinct from (h.state, h.fired, h.old_evidence)
      returning f.id, f.unit_id, h.state as from_state, f.state as to_state
    ), added as (
      insert into jl.finding (rule, unit_id, register, record_id, year, evidence, first_seen, last_seen)
      select s.rule, s.unit_id, case when s.record_id is not null then r.register end, s.record_id, s.year, s.evidence, $1, $1
      from seen s
      join jl.finding_rule r on r.code = s.rule
      left join jl.finding f on f.rule = s.rule and f.unit_id = s.unit_id and coalesce (f.record_id, 0) = coalesce (s.record_id, 0)
        and coalesce (f.year, 0) = coalesce (s.year, 0)
      where f.id is null
      order by r.place_order, s.unit_id, s.record_id, s.year
      returning id, unit_id
    ), steps as (
      insert into jl.finding_step (finding_id, unit_id, from_state, to_state, words)
      select c.id, c.unit_id, c.from_state, c.to_state,
        case c.to_state when 'closed' then '经数据核对，不再符合本条规则' else '经数据核对，再次符合本条规则' end
      from changed c where c.from_state <> c.to_state
      union all
      select a.id, a.unit_id, null, 'open', null from added a
    )
    select (select count (*) from added), count (*) filter (where h.to_state = 'closed' and h.state <> 'closed'),
      count (*) filter (where h.to_state <> 'closed' and h.state = 'closed'), count (*) filter (where h.to_state <> 'closed' and h.state <> 'closed')
    from held h
    $f$, case when p_rules = jl.finding_seen_rules () then 'select * from jl.finding_seen ($1)' else jl.finding_query (p_rules) end)
  into opened, closed, reopened, still
  using p_day, p_rules;
end
$body$;

-- All rules in force, or those of p_duty's own records; whole: all of them. One at a time, on a day that never goes back, so that a
-- finding is not closed by looking at the past.
create function jl.findings_reconcile (p_day date, p_duty text default 'jl_housing')
returns jl.finding_refresh
language plpgsql set search_path = pg_catalog, jl, pg_temp set jit = off
as $$
declare
  done jl.finding_refresh;
  last date;
  rules text[];
begin
  perform jl.require_present ();
  perform pg_advisory_xact_lock (hashtext ('jl.finding'));
  done.seen := pg_current_snapshot ();
  select max (r.as_of) into last from jl.finding_refresh r;
  if p_day < last then
    raise exception 'The findings stand on a later day already' using errcode = 'JL003', detail = last::text,
      hint = 'Choose that day or a later one.';
  elsif p_day is null or p_day not between (select min (s.starts_on) from jl.season s) and (select max (s.ends_on) + 366 from jl.season s) then
    raise exception 'The day lies outside the seasons of this database' using errcode = 'JL001', detail = coalesce (p_day::text, '—');
  end if;
  rules := array (select r.code from unnest (jl.finding_rules ()) with ordinality r (code, place)
                  where p_duty = any (jl.finding_owners (r.code)) order by r.place);
  select c.opened, c.closed, c.reopened, c.still into done.opened, done.closed, done.reopened, done.still
  from jl.finding_reconcile (rules, p_day) c;
  update jl.finding_rule r set looked_on = p_day where r.code = any (rules);
  insert into jl.finding_refresh (as_of, whole, opened, closed, reopened, still, seen)
  values (p_day, p_duty = 'jl_housing', done.opened, done.closed, done.reopened, done.still, done.seen)
  returning * into done;
  return done;
end
$$;

-- Has anything been written since the findings were last reconciled as a whole, by whoever, that they may speak of?
create function jl.findings_are_due ()
returns boolean
language sql stable
as $$
  select coalesce ((
    select exists (
      select from jl_audit.log l
      where l.xid >= pg_snapshot_xmin (r.seen) and not pg_visible_in_snapshot (l.xid, r.seen)
        and l.tbl not like 'finding%' and l.tbl not like 'assessment%' and l.tbl not in ('official', 'official_unit', 'attachment', 'import_file', 'published_figure'))
    from jl.finding_refresh r where r.whole order by r.id desc limit 1), true)
$$;

create function jl_api.findings_refresh (p_as_of date)
returns table (opened int, closed int, reopened int, still int)
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
begin
  perform jl.require_duty ('jl_housing', 'jl_price', 'jl_finance', 'jl_reform', 'jl_quality');
  return query
    select r.opened, r.closed, r.reopened, r.still from jl.findings_reconcile (p_as_of, coalesce (jl.my_duty (), 'jl_housing')) r;
end
$$;

-- After edits and imports, by whoever made them: again on the day on which the findings stand, unless nothing has been written since.
-- In batch: whoever waits for another's reconciliation to end finds his own edits looked at, and has nothing left to do.
create function jl_api.findings_catch_up ()
returns table (opened int, closed int, reopened int, still int)
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
begin
  perform jl.require_duty ('jl_housing', 'jl_price', 'jl_finance', 'jl_reform', 'jl_quality', 'jl_city');
  perform pg_advisory_xact_lock (hashtext ('jl.finding'));
  if jl.finding_day () is not null and jl.findings_are_due () then
    return query select r.opened, r.closed, r.reopened, r.still from jl.findings_reconcile (jl.finding_day ()) r;
  end if;
end
$$;

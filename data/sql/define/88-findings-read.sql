-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 问题清单 as it is read: one row a finding with its rule, its record and its evidence in words; its steps; counts.

-- Waiting for somebody longer than a rule allows, or put off to a day that has passed.
create function jl.finding_is_overdue (p_state text, p_first date, p_planned date, p_day date, p_days numeric)
returns boolean
language sql immutable
as $$
  select p_state in ('open', 'rejected') and p_day - p_first > p_days or p_state = 'planned' and p_planned < p_day
$$;

-- The day on which the findings stand: that of the last reconciliation.
create function jl.finding_day ()
returns date
language sql stable
as $$
  select max (r.as_of) from jl.finding_refresh r
$$;

-- days: how long it has stood. verdict: how strongly it may be put before it is verified (glossary 11).
create view jl_api.finding_list with (security_invoker = true) as
  select f.id, f.version, f.rule, r.title, r.clause_id, r.clause, p.number as document, r.severity, f.unit_id,
    (select v.name from jl.unit_version v where v.unit_id = f.unit_id
     order by v.valid @> s.last_seen desc, lower (v.valid) desc limit 1) as unit_name,
    f.register, f.record_id, jl.record_label (f.register, f.record_id) as record_label, f.year, f.state, f.fires, f.first_seen, s.last_seen,
    f.planned_on, s.last_seen - f.first_seen as days,
    jl.finding_is_overdue (f.state, f.first_seen, f.planned_on, r.looked_on, l.value_number) as overdue,
    jl.finding_sentence (r.sentence, f.evidence, s.last_seen) as evidence,
    case when r.severity = 'note' then '提示，请核实' when r.clause ~ '^[一二三四五]（'
      then '涉嫌不符合' || p.number || r.clause || '的规定，待核实' else '待核实' end as verdict
  from jl.finding f
  join jl.finding_rule r on r.code = f.rule
  join jl.policy_document p on p.id = r.document_id
  cross join lateral (select case when f.fires then r.looked_on else f.last_seen end as last_seen) s
  left join jl.rule l on l.kind = 'finding.overdue_days' and num_nonnulls (l.unit_id, l.grp) = 0 and jl.in_force (l.valid, r.looked_on);

-- The catalogue, with how many stand.
create view jl_api.finding_rule_list with (security_invoker = true) as
  select r.code, r.clause_id, r.clause, r.title, r.severity, r.register, r.valid_from, r.place_order, p.number as document,
    (select count (*) from jl.finding f where f.rule = r.code and f.state not in ('closed', 'accepted'))::int as n
  from jl.finding_rule r join jl.policy_document p on p.id = r.document_id
  where r.place_order > 0;

-- What the data did was nobody's decision, whoever asked for the reconciliation.
create function jl_api.finding_steps (p_id bigint)
returns table (at timestamptz, actor_name text, from_state text, to_state text, words text, document text, due_on date, attachment_id int,
               attachment_name text)
language sql stable
as $$
  select s.at,
    case when s.from_state is null or 'closed' in (s.from_state, s.to_state) then '系统核对' else coalesce (o.display_name, s.actor::text) end,
    s.from_state, s.to_state, s.words, s.document, s.due_on, s.attachment_id, a.name
  from jl.finding_step s
  left join jl.official o on o.role = s.actor
  left join jl.attachment a on a.id = s.attachment_id
  where s.finding_id = p_id
  order by s.id
$$;

-- The official whose explanation a finding stands at.
create function jl.finding_explained_by (p_id bigint)
returns name
language sql stable
as $$
  select s.actor from jl.finding_step s where s.finding_id = p_id and s.to_state = 'explained' order by s.id desc limit 1
$$;

-- Whose duty each step of a finding is, and whether it is this official's. own: it would be, had he not explained the finding himself.
create function jl_api.finding_rights (p_id bigint)
returns table (step text, duties text[], may boolean, own boolean)
language sql stable rows 3
as $$
  select s.step, s.duties, o.duty and not o.own, o.duty and o.own
  from jl.finding f
  cross join lateral jl.finding_owners (f.rule) owners
  cross join lateral (values ('explain', '{jl_city}'::text[] || owners), ('decide', owners), ('plan', '{jl_housing}'::text[]))
    s (step, duties)
  cross join lateral (
    select coalesce (jl.my_duty () = any (s.duties), false) as duty,
      s.step = 'decide' and f.state = 'explained' and coalesce (jl.finding_explained_by (f.id) = session_user, false) as own) o
  where f.id = p_id
$$;

-- What stands (not closed, not accepted) for every assessed unit with all its parts, by severity; unit null: the whole province.
-- p_year: with the divisions at its end, and only what is of that year or of none.
create function jl_api.finding_counts (p_year int default null)
returns table (unit_id int, severity text, n int, overdue_n int)
language sql stable rows 150
as $$
  with d as materialized (
    select f.unit_id, f.severity, f.overdue from jl_api.finding_list f
    where f.state not in ('closed', 'accepted') and (p_year is null or f.year is null or f.year = p_year)
  ), u as (
    select p.assessed_id, p.leaf_id from coalesce ((select c.tasks from jl_api.cutoffs (p_year) c), jl.finding_day ()) day
    cross join lateral jl.parts (day) p
    union
    select a.unit_id, a.unit_id from coalesce ((select c.tasks from jl_api.cutoffs (p_year) c), jl.finding_day ()) day
    cross join lateral jl.assessed (day) a
  )
  select u.assessed_id, d.severity, count (*)::int, (count (*) filter (where d.overdue))::int
  from u join d on d.unit_id = u.leaf_id group by 1, 2
  union all
  select null, d.severity, count (*)::int, (count (*) filter (where d.overdue))::int from d group by 2
$$;

-- The same for one unit as the list counts it: with the parts that it has in the newest year.
create function jl_api.finding_sums (p_unit int)
returns table (n int, overdue_n int, blocks_n int, decide_n int, warning_n int, note_n int)
language sql stable rows 1
as $$
  select count (*)::int, (count (*) filter (where f.overdue))::int, (count (*) filter (where f.severity = 'blocks'))::int,
    (count (*) filter (where f.severity = 'decide'))::int, (count (*) filter (where f.severity = 'warning'))::int,
    (count (*) filter (where f.severity = 'note'))::int
  from jl_api.finding_list f
  where f.state not in ('closed', 'accepted') and f.unit_id = any (array (
    select p.unit_id from jl_api.leaves (p_unit, (select max (y.year) from jl_api.years () y)::int) p union select p_unit))
$$;

-- What the leading group should look at: the gravest and oldest first, so many of them as are asked for; of_n: of how many; as_of: the day on
-- which the findings stand, which need not be that of the figures beside them.
create function jl_api.finding_attention (p_limit int default null)
returns table (id bigint, severity text, title text, clause text, unit_id int, unit_name text, days int, overdue boolean, of_n int,
               as_of date)
language sql stable rows 30
as $$
  with a as materialized (
    select f.id, r.severity, f.first_seen, (count (*) over ())::int as of_n
    from jl.finding f join jl.finding_rule r on r.code = f.rule
    where f.state not in ('closed', 'accepted')
      and f.rule = any (array (select g.code from jl.finding_rule g where g.severity in ('blocks', 'decide')))
    order by r.severity, f.first_seen, f.id
    limit p_limit
  )
  select f.id, f.severity, f.title, f.clause, f.unit_id, f.unit_name, f.days, f.overdue, a.of_n,
    jl.finding_day ()
  from a join jl_api.finding_list f on f.id = a.id
  order by a.severity, a.first_seen, a.id
$$;

-- On which day they stand, who asked for it, and whether something has been written since.
create function jl_api.findings_state ()
returns table (as_of date, at timestamptz, actor_name text, opened int, closed int, reopened int, still int, due boolean)
language sql stable security definer set search_path = pg_catalog, jl, pg_temp rows 1
as $$
  select r.as_of, r.at, coalesce (o.display_name, r.actor::text), r.opened, r.closed, r.reopened, r.still, jl.findings_are_due ()
  from jl.finding_refresh r left join jl.official o on o.role = r.actor
  where jl.my_duty () is not null or pg_has_role (session_user, 'jl_owner', 'member')
  order by r.id desc limit 1
$$;

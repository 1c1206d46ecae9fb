-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What officials do with a finding: explain it (who keeps the records), accept or reject the explanation (who owns the register),
-- put it into the plan of rectification (the heating-reform office). Nobody closes one; each step is kept.

-- The finding, locked, if the official may see it and it is still the version he looked at.
create function jl.finding_for_step (p_id bigint, p_version int, p_duties text[], p_states text[])
returns jl.finding
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  f jl.finding;
begin
  perform jl.require_present ();
  select * into f from jl.finding where id = p_id for update;
  if f.id is null or not (f.unit_id = any (jl.scope_ids ()) or pg_has_role (session_user, 'jl_owner', 'member')) then
    raise exception 'There is no such finding' using errcode = 'JL004', detail = p_id::text;
  end if;
  perform jl.require_duty (variadic p_duties || jl.finding_owners (f.rule));
  if f.version <> p_version then
    raise exception 'The finding has changed since it was shown' using errcode = '40001', detail = p_id::text,
      hint = 'Look at it again before you decide.';
  elsif f.state <> all (p_states) then
    raise exception 'The finding does not stand where this step begins' using errcode = 'JL003', detail = f.state;
  end if;
  return f;
end
$$;

create function jl.finding_take_step (p_finding jl.finding, p_state text, p_words text, p_document text, p_due date, p_attachment int)
returns int
language sql security definer set search_path = pg_catalog, jl, pg_temp
as $$
  insert into jl.finding_step (finding_id, unit_id, from_state, to_state, words, document, due_on, attachment_id)
  values (p_finding.id, p_finding.unit_id, p_finding.state, p_state, nullif (trim (p_words), ''), nullif (trim (p_document), ''), p_due,
          p_attachment);
  update jl.finding set state = p_state, planned_on = p_due, version = version + 1 where id = p_finding.id returning version
$$;

-- 说明: with words and a paper, its number or the paper itself. Said again as long as nobody has decided.
create function jl_api.finding_explain (p_id bigint, p_version int, p_words text, p_document text, p_attachment int default null)
returns int
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  f jl.finding := jl.finding_for_step (p_id, p_version, '{jl_city}', '{open,explained,rejected}');
begin
  if coalesce (trim (p_words), '') = '' then
    raise exception 'An explanation needs words' using errcode = 'JL001';
  elsif coalesce (trim (p_document), '') = '' and p_attachment is null then
    raise exception 'An explanation needs a document' using errcode = 'JL001', hint = 'Give its number or attach it.';
  elsif p_attachment is not null and not exists (
      select from jl.attachment a where a.id = p_attachment and a.removed_at is null and a.unit_id = f.unit_id) then
    raise exception 'The attachment is no paper of this unit' using errcode = 'JL004', detail = p_attachment::text;
  end if;
  return jl.finding_take_step (f, 'explained', p_words, p_document, null, p_attachment);
end
$$;

-- 说明成立、说明不成立. A refusal says why. Nobody decides on his own explanation.
create function jl_api.finding_decide (p_id bigint, p_version int, p_accepted boolean, p_words text default null, p_document text default null)
returns int
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  f jl.finding := jl.finding_for_step (p_id, p_version, '{}', '{explained}');
begin
  if p_accepted is null then
    raise exception 'A decision accepts or rejects' using errcode = 'JL001';
  elsif not p_accepted and coalesce (trim (p_words), '') = '' then
    raise exception 'A rejection needs words' using errcode = 'JL001';
  elsif jl.finding_explained_by (f.id) = session_user then
    raise exception 'Another official decides on an explanation than the one who gave it' using errcode = '42501', detail = session_user::text;
  end if;
  return jl.finding_take_step (f, case when p_accepted then 'accepted' else 'rejected' end, p_words, p_document, null, null);
end
$$;

-- 列入整改计划: by the heating-reform office, by a paper, to a day to come. A plan can be put off by another paper.
create function jl_api.finding_plan (p_id bigint, p_version int, p_due date, p_words text, p_document text)
returns int
language plpgsql security definer set search_path = pg_catalog, jl, pg_temp
as $$
declare
  f jl.finding;
begin
  perform jl.require_duty ('jl_housing');
  f := jl.finding_for_step (p_id, p_version, '{}', '{open,explained,rejected,planned}');
  if coalesce (trim (p_document), '') = '' then
    raise exception 'A plan needs the number of its paper' using errcode = 'JL001';
  elsif p_due is null or p_due <= jl.finding_day () then
    raise exception 'A plan names a day to come' using errcode = 'JL001', detail = coalesce (p_due::text, '—');
  end if;
  return jl.finding_take_step (f, 'planned', p_words, p_document, p_due, null);
end
$$;

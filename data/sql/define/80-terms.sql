-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Terms that no paper names are those of a dated rule: of a repair, a complaint, a dispute, a verification. The rule in force on the day
-- the term runs from sets it, when the record is entered or that day is corrected, so that figures, findings and the record itself speak
-- of the same day.

-- A limit of jl.rule for one place on a day, as jl.finding_limits has it. The rules of the province need no look at who answers for it.
create function jl.limit_of (p_kind text, p_unit int, p_day date)
returns numeric
language sql stable security definer set search_path = pg_catalog, jl, pg_temp
as $$
  select r.value_number
  from jl.rule r
  where r.kind = p_kind and jl.in_force (r.valid, p_day)
    and (r.unit_id is null or r.unit_id = p_unit
         or r.unit_id in (select h.assessed_id from jl.finding_homes (p_day) h where h.unit_id = p_unit))
    and (r.grp is null or r.grp in (select h.grp from jl.finding_homes (p_day) h where h.unit_id = p_unit))
  order by r.unit_id = p_unit desc nulls last, r.unit_id nulls last, r.grp nulls last
  limit 1
$$;

-- After take_unit, by name: a verification lies where its batch does. Always: practice data are filled without other triggers. A term
-- that was the rule's follows its first day; one that a paper names does not. What was entered before there were such triggers gets its
-- term here, as a correction that the history keeps.
do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('outage', 'began_on', 'due_on', 'finding.repair_days', 'days'), ('complaint', 'received_on', 'due_on', 'finding.complaint_days', 'days'),
      ('dispute', 'received_on', 'due_on', 'finding.dispute_days', 'days'),
      ('verification', 'verified_on', 'valid_until', 'finding.verification_months', 'months')) v (tbl, since, term, kind, span)
  loop
    execute format ($f$
      create function jl.%1$I (p_unit int, p_since date) returns date language sql stable as
      $body$ select (p_since + make_interval (%3$s => jl.limit_of (%2$L, p_unit, p_since)::int))::date $body$
      $f$, t.tbl || '_term', t.kind, t.span);
    execute format ($f$
      create function jl.%1$I () returns trigger language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
      $body$
      begin
        if new.%3$I is null or old.%3$I = jl.%4$I (old.unit_id, old.%2$I) then
          new.%3$I := jl.%4$I (new.unit_id, new.%2$I);
        end if;
        return new;
      end
      $body$
      $f$, t.tbl || '_take_term', t.since, t.term, t.tbl || '_term');
    execute format ('create trigger term_of_rule before insert on jl.%1$I for each row when (new.%2$I is null) execute function jl.%3$I ()',
                    t.tbl, t.term, t.tbl || '_take_term');
    execute format ('create trigger term_of_rule_follows before update on jl.%1$I for each row
                       when (new.%2$I is null or (new.%2$I = old.%2$I and new.%3$I <> old.%3$I)) execute function jl.%4$I ()',
                    t.tbl, t.term, t.since, t.tbl || '_take_term');
    execute format ('alter table jl.%I enable always trigger term_of_rule', t.tbl);
    execute format ('alter table jl.%I enable always trigger term_of_rule_follows', t.tbl);
    execute format ('update jl.%1$I set %2$I = jl.%4$I (unit_id, %3$I), version = version + 1
                     where %2$I is null and jl.%4$I (unit_id, %3$I) is not null', t.tbl, t.term, t.since, t.tbl || '_term');
  end loop;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Who is asking, and what may he see? Answered from the login role (session_user, which no setting can change) and this database's
-- officials: no row, no access. Policies call these as (select …), so that each runs once a statement.

-- The duties, in the order in which officials are listed.
create function jl.duties () returns text[] language sql immutable parallel safe as
$$
  select array['jl_housing', 'jl_price', 'jl_finance', 'jl_reform', 'jl_quality', 'jl_city', 'jl_reader', 'jl_auditor', 'jl_admin']
$$;

-- The duty of the official who is logged in; null for everybody else. Every policy of every table asks it, so it keeps its plan:
-- an SQL function would be planned anew each time.
create function jl.my_duty () returns text language plpgsql stable parallel safe
security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  return (select o.duty from jl.official o where o.role = session_user and o.ended_on is null);
end
$$;

-- Provincial duties see the records of every unit.
create function jl.sees_all () returns boolean language sql stable parallel safe
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select coalesce (jl.my_duty () <> all (array['jl_city', 'jl_admin']), false)
$$;

-- The units whose records he sees: provincial duties all; a city or county clerk his own with their districts, a prefecture
-- reviewer also the counties that are named to him; the account administrator none.
create function jl.scope_ids () returns int[] language sql stable parallel safe
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select coalesce (array_agg (distinct x.id), '{}')
  from (
    select u.id from jl.unit u where (select jl.sees_all ())
    union all
    select o.unit_id from jl.official_unit o
    where o.role = session_user and (select jl.my_duty ()) = 'jl_city'
    union all
    select p.leaf_id from jl.official_unit o join jl.assessed_unit_part p on p.assessed_id = o.unit_id
    where o.role = session_user and (select jl.my_duty ()) = 'jl_city') x
$$;

-- Whether he reads what is summed over all units, the same for every official.
create function jl.reads_sums () returns boolean language sql stable as
$$
  select jl.my_duty () is not null or pg_has_role (session_user, 'jl_owner', 'member')
$$;

-- The kinds of rules that are his to set.
create function jl.own_rule_kinds () returns text[] language sql stable parallel safe
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select coalesce (array_agg (code), '{}') from jl.rule_kind where owner_duty = (select jl.my_duty ())
$$;

-- Drafts of an assessment are the province's; frozen ones everybody's.
create function jl.visible_assessments () returns int[] language sql stable parallel safe
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select coalesce (array_agg (id), '{}') from jl.assessment
  where (select jl.my_duty ()) is not null
    and (state = 'frozen' or (select jl.my_duty ()) <> all (array['jl_city', 'jl_reader', 'jl_admin']))
$$;

-- For functions that act with the owner's rights: stops whoever is neither an official of one of these duties nor the owner.
create function jl.require_duty (variadic duties text[]) returns void language plpgsql stable
security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  if coalesce (jl.my_duty () = any (duties), false) or pg_has_role (session_user, 'jl_owner', 'member') then
    return;
  end if;
  raise exception using errcode = '42501', message = 'Your duty does not allow this',
    detail = format ('%s: %s (%s)', session_user, coalesce (jl.my_duty (), '—'), array_to_string (duties, ', ')),
    hint = 'Ask an official with a duty that stands in brackets.';
end
$$;

-- A code that was ever valid finds its unit; null when it never was.
create function jl.unit_of_code (p_code text) returns int language sql stable
security definer set search_path = pg_catalog, jl, pg_temp as
$$
  select unit_id from jl.unit_version where code = p_code order by upper_inf (valid) desc, lower (valid) desc limit 1
$$;

-- Does this official see the record? Asks the register's own row security, so it acts with his rights.
create function jl.record_visible (p_register text, p_id bigint) returns boolean language plpgsql stable
set search_path = pg_catalog, jl, pg_temp as
$$
declare
  visible boolean;
begin
  execute format ('select exists (select from jl.%I where id = $1)', p_register) into visible using p_id;
  return visible;
end
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Officials: login roles of the cluster with a row in this database. The three functions that make, change and end them belong
-- to jl_accounts, which may make roles; they touch roles of ours only and never see a password, only its SCRAM verifier.

create function jl_api.me () returns table (role name, display_name text, duty text, unit_ids int[])
language sql stable as
$$
  select o.role, o.display_name, o.duty,
    array (select u.unit_id from jl.official_unit u where u.role = o.role order by u.unit_id)
  from jl.official o where o.role = session_user and o.ended_on is null
$$;

create function jl_api.officials () returns table (role name, display_name text, duty text, unit_names text)
language sql stable as
$$
  select o.role, o.display_name, o.duty,
    (select string_agg (v.short_name, '、' order by u.unit_id)
     from jl.official_unit u
     join lateral (
       select short_name from jl.unit_version where unit_id = u.unit_id order by upper_inf (valid) desc limit 1) v on true
     where u.role = o.role)
  from jl.official o
  where o.ended_on is null
  order by array_position (jl.duties (), o.duty), o.role
$$;

create function jl_api.installation () returns table (kind text, database text, schema_version int)
language sql stable as
$$
  select i.kind, current_database ()::text, (select max (m.version) from jl.migration m) from jl.installation i
$$;

create function jl.installation_set (p_kind text) returns void language sql as
$$
  insert into jl.installation (kind) values (p_kind)
$$;

-- The units of a clerk by any code they ever had. Others have the whole province and are given none.
create function jl.official_set_units (p_role name, p_duty text, p_units text[]) returns void language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  unknown text;
begin
  select u into unknown from unnest (p_units) u where jl.unit_of_code (u) is null limit 1;
  if unknown is not null then
    raise exception using errcode = 'JL004', message = 'No place has or had this code', detail = unknown;
  end if;
  if (p_duty = 'jl_city') <> (coalesce (cardinality (p_units), 0) > 0) then
    raise exception using errcode = 'JL001', message = case when p_duty = 'jl_city' then 'A clerk needs at least one unit'
      else 'Units are for clerks only; the other duties have the whole province' end;
  end if;
  delete from jl.official_unit where role = p_role;
  insert into jl.official_unit (role, unit_id) select distinct p_role, jl.unit_of_code (u) from unnest (p_units) u;
end
$$;

-- Is this a role that official_add may have made: one that logs in, has no special right and is a member of our duties alone?
create function jl.is_official_role (p_role name) returns boolean language sql stable set search_path = pg_catalog, pg_temp as
$$
  select coalesce (bool_and (
    r.rolcanlogin and not (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)
    and exists (select from pg_auth_members m where m.member = r.oid)
    and not exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid
                    where m.member = r.oid and g.rolname <> all (jl.duties ()))), false)
  from pg_roles r where r.rolname = p_role
$$;

create function jl.check_duty (p_duty text) returns void language plpgsql as
$$
begin
  if p_duty is null or p_duty <> all (jl.duties ()) then
    raise exception using errcode = 'JL001', message = 'There is no such duty',
      detail = format ('%s (%s)', coalesce (p_duty, '—'), array_to_string (jl.duties (), ', ')),
      hint = 'Choose a duty that stands in brackets.';
  end if;
end
$$;

create function jl.role_home () returns text language sql stable as
$$
  select 'Jiliang: ' || current_database ()
$$;

-- A role that exists already (made for another database of this server) is taken over only when it is one of ours.
create function jl_api.official_add (p_role name, p_display text, p_duty text, p_units text[],
                                     p_password_verifier text default null)
returns void language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  perform jl.require_duty ('jl_admin');
  perform jl.check_duty (p_duty);
  if p_password_verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' then
    raise exception using errcode = 'JL001', message = 'The password must come as a SCRAM-SHA-256 verifier';
  end if;
  if exists (select from jl.official where role = p_role and ended_on is null) then
    raise exception using errcode = 'JL001', message = 'There is an official of this name already', detail = p_role;
  end if;

  if not exists (select from pg_roles where rolname = p_role) then
    execute format ('create role %I login', p_role);
    execute format ('comment on role %I is %L', p_role, jl.role_home ());
  elsif not jl.is_official_role (p_role) then
    raise exception using errcode = '42501', message = 'The role of this name is not of this program', detail = p_role,
      hint = 'Choose another name for the official.';
  end if;
  -- A password is set where the role was made: an administrator of one database takes no account of another's.
  if p_password_verifier is not null then
    if (select shobj_description (r.oid, 'pg_authid') from pg_roles r where r.rolname = p_role) <> jl.role_home () then
      raise exception using errcode = '42501', message = 'The password belongs to another database of this server', detail = p_role,
        hint = 'Its administrator changes it.';
    end if;
    execute format ('alter role %I password %L', p_role, p_password_verifier);
  end if;
  if not pg_has_role (p_role, p_duty, 'member') then
    execute format ('grant %I to %I', p_duty, p_role);
  end if;
  insert into jl.official (role, display_name, duty) values (p_role, p_display, p_duty)
  on conflict (role) do update set display_name = excluded.display_name, duty = excluded.duty, ended_on = null;
  perform jl.official_set_units (p_role, p_duty, p_units);
end
$$;

-- The role keeps a former duty's membership, which other databases of the server may rest on: without the row here it opens
-- nothing.
create function jl_api.official_change (p_role name, p_display text, p_duty text, p_units text[],
                                        p_password_verifier text default null)
returns void language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  perform jl.require_duty ('jl_admin');
  if not exists (select from jl.official where role = p_role and ended_on is null) then
    raise exception using errcode = 'JL001', message = 'There is no official of this name', detail = p_role;
  end if;
  perform jl_api.official_end (p_role);
  perform jl_api.official_add (p_role, p_display, p_duty, p_units, p_password_verifier);
end
$$;

-- The row stays, so that the audit can name him.
create function jl_api.official_end (p_role name)
returns void language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  perform jl.require_duty ('jl_admin');
  update jl.official set ended_on = current_date where role = p_role and ended_on is null;
  if not found then
    raise exception using errcode = 'JL001', message = 'There is no official of this name', detail = p_role;
  end if;
end
$$;

-- To hand a function over, the new owner must be able to create in its schema at that moment.
grant usage, create on schema jl_api to jl_accounts;
alter function jl_api.official_add (name, text, text, text[], text) owner to jl_accounts;
alter function jl_api.official_change (name, text, text, text[], text) owner to jl_accounts;
alter function jl_api.official_end (name) owner to jl_accounts;
revoke create on schema jl_api from jl_accounts;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Papers of records. Who sees the record sees them (policy read_with_record); who keeps the record adds and removes them, through these
-- functions only. A removed paper stays with its content and says who removed it.

-- The unit of a record, for what acts with the owner's rights; stops where there is no such record.
create function jl.unit_of_record (p_register text, p_id bigint) returns int language plpgsql stable
set search_path = pg_catalog, jl, pg_temp as
$$
declare
  g jl.register := jl.the_register (p_register);
  there boolean;
  unit int;
begin
  execute format ('select true, %s from jl.%I r where r.id = $1',
                  case when exists (select from jl.columns_of (g.name) c where c.name = 'unit_id') then 'r.unit_id' else 'null::int' end,
                  g.name) into there, unit using p_id;
  if there is null then
    raise exception using errcode = 'JL004', message = 'The record is not there any more, or not yours to see',
      detail = format ('register %s: %s', g.name, p_id);
  end if;
  return unit;
end
$$;

create function jl_api.attachment_add (p_register text, p_record_id bigint, p_name text, p_mime text, p_content bytea)
returns int language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  unit int := jl.unit_of_record (p_register, p_record_id);
  added int;
begin
  if not jl.keeps (p_register, unit) then
    perform jl.refuse_record (p_register);
  end if;
  if length (trim (coalesce (p_name, ''))) not between 1 and 200 then
    raise exception using errcode = 'JL001', message = 'The name of the paper has 1 to 200 characters';
  elsif length (coalesce (p_content, '')) not between 1 and 20971520 then
    raise exception using errcode = 'JL001', message = 'A paper has at most 20 MB and is not empty', detail = p_name;
  end if;
  insert into jl.attachment (register, record_id, unit_id, name, mime, content)
  values (p_register, p_record_id, unit, trim (p_name), p_mime, p_content)
  returning id into added;
  return added;
exception
  when check_violation or not_null_violation then
    raise exception using errcode = 'JL001', message = 'The paper is no PDF, PNG or JPEG, or not the one it says', detail = p_name;
end
$$;

create function jl_api.attachment_remove (p_id int)
returns void language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  paper record;
begin
  select a.register, a.record_id, a.unit_id into paper from jl.attachment a where a.id = p_id and a.removed_by is null;
  if not found then
    raise exception using errcode = 'JL004', message = 'The paper is not there any more, or not yours to see', detail = p_id::text;
  elsif not jl.keeps (paper.register, jl.unit_of_record (paper.register, paper.record_id)) then
    perform jl.refuse_record (paper.register);
  end if;
  update jl.attachment set removed_by = session_user, removed_at = clock_timestamp () where id = p_id;
end
$$;

-- Newest first; those removed are not among them.
create function jl_api.attachments (p_register text, p_record_id bigint)
returns table (id int, name text, mime text, bytes int, sha256 text, sent_by_name text, sent_at timestamptz, may_remove boolean)
language sql stable set search_path = pg_catalog, jl, pg_temp as
$$
  select a.id, a.name, a.mime, length (a.content), encode (a.sha256, 'hex'), jl.official_name (a.sent_by), a.sent_at,
    jl.keeps (a.register, a.unit_id)
  from jl.attachment a
  where a.register = p_register and a.record_id = p_record_id and a.removed_by is null
  order by a.sent_at desc, a.id desc
$$;

create function jl_api.attachment_content (p_id int) returns bytea language sql stable as
$$
  select a.content from jl.attachment a where a.id = p_id and a.removed_by is null
$$;

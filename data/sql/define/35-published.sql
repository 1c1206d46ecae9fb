-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Published figures (公布数据): taken over as printed, all or nothing, and shown with their source. No indicator reads them.

-- "2012" or "2006-2010"; null for anything else.
create function jl.period_years (p_period text) returns int4range language sql immutable as
$$
  select case
    when p_period ~ '^(19|20)[0-9]{2}$' then int4range (p_period::int, p_period::int, '[]')
    when p_period ~ '^(19|20)[0-9]{2}-(19|20)[0-9]{2}$' and left (p_period, 4) <= right (p_period, 4)
      then int4range (left (p_period, 4)::int, right (p_period, 4)::int, '[]')
  end
$$;

-- Why a row cannot be taken, and what of it; null when it can. Codes of other provinces are taken as they are; ours must be known
-- and agree with the name.
create function jl.published_fault (r jsonb) returns text[] language sql stable as
$$
  select case
    when coalesce (r ->> 'place_code', '') !~ '^[0-9]{6}$|^CBS$' then array['This is no place code', r ->> 'place_code']
    when coalesce (r ->> 'place', '') = '' then array['The place is missing']
    when (r ->> 'place_code' like '22%' or r ->> 'place_code' = 'CBS') and jl.unit_of_code (r ->> 'place_code') is null
      then array['No place has or had this code', r ->> 'place_code']
    when jl.unit_of_code (r ->> 'place_code') is not null
        and not exists (select from jl.unit_version v where v.unit_id = jl.unit_of_code (r ->> 'place_code')
                        and r ->> 'place' in (v.name, v.short_name))
      then array['The code is that of another place', concat_ws (' ', r ->> 'place_code', r ->> 'place')]
    when jl.period_years (coalesce (r ->> 'period', '')) is null
      then array['This is no year or run of years', r ->> 'period']
    when not exists (select from jl.published_indicator i where i.code = r ->> 'indicator')
      then array['This is no published indicator', r ->> 'indicator']
    when coalesce (r ->> 'value', '') !~ '^-?[0-9]{1,15}(\.[0-9]{1,6})?$' then array['This is no number', r ->> 'value']
    -- what no page shows as it is: control characters and marks that turn the direction of writing; and what is no cell but a page
    when concat (r ->> 'place', r ->> 'unit', r ->> 'source', r ->> 'note') ~ '[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]'
      then array['A cell holds characters that cannot be shown']
    when greatest (length (r ->> 'place'), length (r ->> 'unit'), length (r ->> 'source'), length (r ->> 'note')) > 400
      then array['A cell is longer than 400 characters']
    when coalesce (r ->> 'unit', '') = '' then array['The unit is missing']
    when coalesce (r ->> 'source', '') = '' then array['The source is missing']
  end
$$;

-- p_rows: an array of {line, place_code, place, period, indicator, value, unit, source, note}. Nothing is kept of a file with a
-- bad row; the same file again changes nothing.
create function jl_api.import_published (p_name text, p_content bytea, p_rows jsonb)
returns table (inserted int, unchanged int, updated int) language plpgsql as
$$
declare
  bad record;
  file int;
begin
  perform jl.require_duty ('jl_housing');
  select f.fault[1] as message, concat_ws (': ', 'line ' || (r ->> 'line'), nullif (f.fault[2], '')) as detail into bad
  from jsonb_array_elements (p_rows) r cross join lateral (select jl.published_fault (r) as fault) f
  where f.fault is not null
  order by (r ->> 'line')::int limit 1;
  if not found then
    select 'Two lines give the same figure' as message, format ('lines %s and %s', min (x.line), max (x.line)) as detail into bad
    from jsonb_to_recordset (p_rows) x (line int, place_code text, period text, indicator text, source text)
    group by x.place_code, x.period, x.indicator, x.source
    having count(*) > 1 order by min (x.line) limit 1;
  end if;
  if bad.message is not null then
    raise exception using errcode = 'JL001', message = bad.message, detail = bad.detail;
  end if;

  insert into jl.import_file (kind, name, sha256, content, rows)
  values ('published', p_name, sha256 (p_content), p_content, jsonb_array_length (p_rows))
  on conflict (kind, sha256) do nothing;
  select id into file from jl.import_file where kind = 'published' and sha256 = sha256 (p_content);

  with given as (
    select x.*, nullif (x.note, '') as remark, jl.period_years (x.period) as span
    from jsonb_to_recordset (p_rows) x (place_code text, place text, period text, indicator text, value numeric, unit text,
                                        source text, note text)),
  changes as (
    update jl.published_figure p
    set place = g.place, value = g.value, unit = g.unit, note = g.remark, import_id = file, version = p.version + 1
    from given g
    where (p.place_code, p.period, p.indicator, p.source) = (g.place_code, g.period, g.indicator, g.source)
      and (p.place, p.value, p.unit, p.note) is distinct from (g.place, g.value, g.unit, g.remark)
    returning 1),
  additions as (
    insert into jl.published_figure (place_code, place, period, years, indicator, value, unit, source, note, import_id)
    select place_code, place, period, span, indicator, value, unit, source, remark, file from given
    on conflict (place_code, period, indicator, source) do nothing
    returning 1)
  select (select count(*) from additions)::int, (select count(*) from changes)::int into inserted, updated;
  unchanged := jsonb_array_length (p_rows) - inserted - updated;
  return next;
end
$$;

-- Of one unit under any code it ever had; without a unit those of the province and of the northern heating regions (000000).
create function jl_api.published (p_unit int)
returns table (period text, indicator text, label text, value numeric, unit text, source text, note text, place text)
language sql stable as
$$
  select f.period, f.indicator, i.label, f.value, replace (f.unit, 'm²', '㎡'), f.source, f.note, f.place
  from jl.published_figure f join jl.published_indicator i on i.code = f.indicator
  where case when p_unit is null then f.place_code in ('220000', '000000')
             else f.place_code in (select v.code from jl.unit_version v where v.unit_id = p_unit) end
  order by f.place_code desc, upper (f.years) desc, lower (f.years), f.id
$$;

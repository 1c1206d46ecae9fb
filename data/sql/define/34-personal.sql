-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 四(五) asks for accounts without names: no register keeps who somebody is, whether it is typed, comes from a file or from elsewhere. The
-- test is that of data/exchange/jl-personal.c.

-- Is there such a day, and can somebody have been born on it?
create function jl.is_birthday (p_year int, p_month int, p_day int) returns boolean language sql immutable parallel safe as
$$
  select case when p_year between 1880 and 2100 and p_month between 1 and 12
    then p_day between 1 and extract (day from make_date (p_year, p_month, 1) + interval '1 month' - interval '1 day') else false end
$$;

-- GB 11643: place, day of birth, serial number, and a check character modulo 11; the older form has fifteen digits and no check.
create function jl.is_identity (p_number text) returns boolean language sql immutable parallel safe as
$$
  select case length (p_number)
    when 18 then jl.is_birthday (substr (p_number, 7, 4)::int, substr (p_number, 11, 2)::int, substr (p_number, 13, 2)::int)
      and right (p_number, 1) = substr ('10X98765432', 1 + (
        select sum (w.weight * substr (p_number, w.i::int, 1)::int)::int % 11
        from unnest (array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) with ordinality w (weight, i)), 1)
    when 15 then left (p_number, 2)::int between 11 and 65
      and jl.is_birthday (1900 + substr (p_number, 7, 2)::int, substr (p_number, 9, 2)::int, substr (p_number, 11, 2)::int)
    else false end
$$;

-- 'identity', 'mobile' or nothing.
create function jl.personal_number (p_text text) returns text language sql immutable parallel safe as
$$
  select case when bool_or (jl.is_identity (upper (r.run[1]))) then 'identity'
    when bool_or (r.run[1] ~ '^1[3-9][0-9]{9}$') then 'mobile' end
  from regexp_matches (normalize (p_text, NFKC), '[0-9]{17}X|[0-9]+', 'gi') r (run)
  where length (r.run[1]) >= 11
$$;

-- One look at a statement's texts for eleven digits in a row; only what has them is read further, and what stood there before is left.
create function jl.define_impersonal (p_register text) returns void language plpgsql as
$body$
declare
  texts text;
  op text[];
begin
  select string_agg (format ('(%1$L, c.%1$I, o.%1$I)', c.name), ', ') into texts
  from jl.columns_of (p_register) c where c.type = 'text'::regtype and not c.generated;
  foreach op slice 1 in array array[
    ['insert', 'new table as changed', format ('left join jl.%I o on false', p_register)],
    ['update', 'old table as was new table as changed', 'left join was o on o.id = c.id']]
  loop
    execute format ($f$
      create function jl.%1$I () returns trigger language plpgsql security definer set search_path = pg_catalog, jl, pg_temp as
      $$
      declare
        bad record;
      begin
        select v.field, p.kind into bad
        from changed c %2$s
        cross join lateral (values %3$s) v (field, value, was)
        cross join lateral (select jl.personal_number (v.value) as kind) p
        where v.value ~ '[0-9０-９]{11}' and v.value is distinct from v.was and p.kind is not null
        limit 1;
        if found then
          raise exception using errcode = 'JL001',
            message = case bad.kind when 'identity' then 'This looks like an identity number' else 'This looks like a mobile number' end,
            detail = jl.field_detail (%4$L, bad.field), hint = 'No register keeps who somebody is.';
        end if;
        return null;
      end
      $$;
      create trigger %5$I after %6$s on jl.%7$I referencing %8$s for each statement execute function jl.%1$I ()
      $f$, p_register || '_impersonal_' || op[1], op[3], texts, p_register, 'impersonal_' || op[1], op[1], p_register, op[2]);
  end loop;
end
$body$;

-- A season row has no texts of its own.
select jl.define_impersonal (g.name) from jl.register g where g.name <> 'building_season';
drop function jl.define_impersonal (text);

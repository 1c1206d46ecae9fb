-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: heating companies and which of them heats what. Every name with 演练 in it is invented.

-- When a record of a day became known: the same moment on every machine.
create function jl.practice_known (p_day date) returns timestamptz language sql immutable parallel safe as
$$
  select (p_day + time '17:00') at time zone 'Asia/Shanghai'
$$;

-- A prefecture-level city has three companies, 长春 five, 吉林 four, every other unit one or two. One of the licences in nine was not
-- reported. Three cities had one more, which was taken over in 2012 and heats nothing since.
create function jl.practice_companies () returns void language sql as
$$
  insert into jl.company (unit_id, code, name, kind, licence_no, started_on, ended_on, note, entered_at)
  select u.assessed_id, u.code || '-R' || lpad (k::text, 2, '0'),
    u.place || '演练热力' || case when u.n = 1 then '' else (array['一', '二', '三', '四', '五'])[k] end || '公司',
    (array['chp', 'district_boiler', 'mixed', 'network_only'])[1 + (u.assessed_id * 3 + k * 2) % 4],
    case when (u.assessed_id * 5 + k) % 9 > 0 then '演练供热许〔2009〕' || (u.assessed_id * 10 + k) || '号' end,
    date '1996-10-01' + (u.assessed_id * 389 + k * 977) % 4600, null, null, jl.practice_known ('2010-08-20')
  from (
    select f.assessed_id, f.code, case f.grp when 'prefecture' then rtrim (v.short_name, '市') else v.short_name end as place,
      case when f.code = '220100' then 5 when f.code = '220200' then 4 when f.grp = 'prefecture' then 3 else 1 + f.assessed_id % 2 end as n
    from jl.practice_profiles () f
    join jl.unit_version v on v.unit_id = f.assessed_id and v.valid @> date '2012-06-30') u
  cross join generate_series (1, u.n) k
  order by 2;

  insert into jl.company (unit_id, code, name, kind, licence_no, started_on, ended_on, note, entered_at)
  select v.unit_id, v.code || '-R09', rtrim (v.short_name, '市') || '演练供热有限公司', 'district_boiler', null, '1993-10-01', '2012-06-30',
    '由同城其他供热单位接管（演练）', jl.practice_known ('2010-08-20')
  from jl.unit_version v where v.code in ('220300', '220400', '220600') and v.valid @> date '2012-06-30'
  order by 2;
$$;

-- The companies of every leaf, as many entries as its unit has companies: building b is heated by entry 1 + b % n. So districts are
-- spread over the companies of their city, and a county's buildings over its own.
create function jl.practice_suppliers () returns table (leaf_id int, companies int[]) language plpgsql stable rows 70 as
$$
#variable_conflict use_column
begin
  return query
  with firms as (
    select unit_id, array_agg (id order by code) as ids, count (*)::int as n from jl.company where ended_on is null group by unit_id),
  leaves as (
    select l.leaf_id, l.assessed_id, row_number () over w::int - 1 as place, count (*) over (partition by l.assessed_id)::int as n
    from jl.practice_leaves (1) l window w as (partition by l.assessed_id order by l.leaf_id))
  select l.leaf_id, array_agg (f.ids[1 + (l.place * f.n + r) / l.n] order by r)
  from leaves l join firms f on f.unit_id = l.assessed_id cross join generate_series (0, f.n - 1) r
  group by l.leaf_id;
end
$$;

-- What a company was told to bill by meter: more or less than it did, so that some reach it and some do not.
create function jl.practice_company_targets (p_first int, p_last int) returns void language sql as
$$
  insert into jl.company_target (unit_id, company_id, year, target_dm2, document, entered_at)
  select c.unit_id, c.id, d.year, greatest (d.metered * (80 + (c.id * 7 + d.year * 3) % 36) / 100 / 100000, 1) * 100000,
    case when (c.id + d.year) % 8 > 0 then '演练热改〔' || d.year || '〕' || (20 + c.id) || '号' end,
    jl.practice_known (make_date (d.year, 9, 10))
  from (
    select s.year, p.company_id, sum (s.res_metered / array_length (f.companies, 1))::bigint as metered
    from jl.practice_suppliers () f
    cross join lateral unnest (f.companies) p (company_id)
    join jl.season_sum s on s.unit_id = f.leaf_id and s.year between p_first and p_last
    group by 1, 2) d
  join jl.company c on c.id = d.company_id
  -- some were told nothing in some years
  where (c.id * 11 + d.year) % 13 > 0
  order by d.year, c.id
$$;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 问题: what every rule stands on. A rule is a row and a function of a day, which gives one row for each breach: unit, record, year,
-- evidence. The evidence holds facts only, never a day that moves, so that it changes only when a fact has. The files 81 to 86
-- hold the rules by theme; 87 reconciles them with jl.finding; 88 is what officials read, 89 what they do with a finding.

-- A rule that is not named below any more stays below zero: its findings are still told, none is looked for.
update jl.finding_rule r set place_order = x.place
from (select code, least (min (place_order) over (), 0) - row_number () over () as place from jl.finding_rule) x
where x.code = r.code and r.place_order > 0;

-- p_from: the day the rule applies from, held against the permit's day or that of the fact itself by the rule's function.
create function jl.finding_define (p_code text, p_clause_id text, p_clause text, p_severity text, p_register text, p_title text,
                                   p_sentence text, p_from date default null)
returns void
language sql
as $$
  insert into jl.finding_rule (code, clause_id, clause, title, severity, register, valid_from, sentence, document_id, place_order)
  select p_code, p_clause_id, p_clause, p_title, p_severity, p_register, p_from, p_sentence, d.id,
    (select coalesce (max (r.place_order), 0) + 1 from jl.finding_rule r where r.place_order > 0)
  from jl.policy_document d where d.number = '吉政发〔2010〕20号'
  on conflict (code) do update
    set clause_id = excluded.clause_id, clause = excluded.clause, title = excluded.title, severity = excluded.severity,
        register = excluded.register, valid_from = excluded.valid_from, sentence = excluded.sentence,
        place_order = excluded.place_order
$$;

-- Rules that one function tells at once, which has their code beside what every rule gives: each as a function of its own too.
create function jl.define_told_at_once (p_source text, p_rules text[])
returns void
language plpgsql
as $$
declare
  code text;
begin
  foreach code in array p_rules loop
    execute format ($f$
      create function jl.%I (p_as_of date)
      returns table (unit_id int, record_id bigint, year smallint, evidence jsonb)
      language sql stable rows 50
      as $body$ select f.unit_id, f.record_id, f.year, f.evidence from jl.%I (p_as_of) f where f.rule = %L $body$
      $f$, 'finding_' || code, p_source, code);
  end loop;
end
$$;

create function jl.finding_from (p_code text)
returns date
language sql stable
as $$
  select coalesce (r.valid_from, '-infinity') from jl.finding_rule r where r.code = p_code
$$;

-- The sentence of a finding. What is not known is said to be so, or its part of the sentence falls away.
create function jl.finding_sentence (p_sentence text, p_evidence jsonb, p_day date)
returns text
language plpgsql immutable
as $$
declare
  part text[];
  slot text[];
  told text := '';
  words text;
  value text;
  whole boolean;
  -- A share printed with more than two decimals is near its limit: its areas are then printed so that they bear it out.
  exact constant boolean := concat_ws (' ', p_evidence ->> 'share', p_evidence ->> 'used') ~ '\.\d{3}';
begin
  for part in select m from regexp_matches (p_sentence, '\[([^][]*)\]|([^][]+)', 'g') m loop
    words := coalesce (part[1], part[2]);
    whole := true;
    for slot in select m from regexp_matches (words, '\{(\w+)(?::(\w+))?\}', 'g') m loop
      value := p_evidence ->> slot[1];
      whole := whole and value is not null;
      words := replace (words, '{' || concat_ws (':', slot[1], slot[2]) || '}', coalesce (case slot[2]
        when 'area' then case when exact then trim_scale (value::numeric / 100) || '㎡'
          else to_char (value::numeric / 1000000, 'FM999999990.00') || '万㎡' end
        when 'money' then to_char (value::numeric / 1000000, 'FM999999990.00') || '万元'
        when 'yuan' then to_char (value::numeric / 100, 'FM999999990.00') || '元'
        when 'late' then (p_day - value::date)::text
        else value end, '（未填报）'));
    end loop;
    told := told || case when part[1] is null or whole then words else '' end;
  end loop;
  return told;
end
$$;

-- Every unit with the one that answers for it: itself where it is assessed, else the assessed unit it is a part of. A sum line
-- (州合计) answers for nothing but itself.
create function jl.finding_homes (p_day date)
returns table (unit_id int, assessed_id int, grp text)
language sql stable rows 120
as $$
  select a.unit_id, a.unit_id, a.grp from jl.assessed (p_day) a
  union
  select p.leaf_id, a.unit_id, a.grp
  from jl.parts (p_day) p join jl.assessed (p_day) a on a.unit_id = p.assessed_id
  where a.grp <> 'prefecture_sum'
$$;

-- Who is asked for what a unit owes as a whole.
create function jl.finding_units (p_day date)
returns table (unit_id int, grp text)
language sql stable rows 50
as $$
  select a.unit_id, a.grp from jl.assessed (p_day) a where a.grp <> 'prefecture_sum'
$$;

-- What no unit answers for is the province's.
create function jl.finding_province ()
returns int
language sql stable
as $$
  select v.unit_id from jl.unit_version v where v.type = 'province' order by upper_inf (v.valid) desc limit 1
$$;

-- A limit or choice of jl.rule for every unit: its own, else that of the unit that answers for it, else its group's, else the province's.
create function jl.finding_limits (p_kind text, p_day date)
returns table (unit_id int, value numeric, choice text)
language sql stable rows 150
as $$
  select distinct on (u.id) u.id, trim_scale (r.value_number), r.value_choice
  from jl.unit u
  left join jl.finding_homes (p_day) h on h.unit_id = u.id
  join jl.rule r on r.kind = p_kind and jl.in_force (r.valid, p_day)
    and (r.unit_id is null or r.unit_id in (u.id, h.assessed_id)) and (r.grp is null or r.grp = h.grp)
  order by u.id, r.unit_id = u.id desc nulls last, r.unit_id nulls last, r.grp nulls last
$$;

-- The seasons that are looked at on a day: begun after the document came, and not closed.
create function jl.finding_seasons (p_day date)
returns table (year smallint, starts_on date, ends_on date)
language sql stable rows 3
as $$
  select s.year, s.starts_on, s.ends_on from jl.season s
  where s.starts_on <= p_day and (s.closed_at is null or s.closed_at::date > p_day)
    and s.starts_on >= (select d.issued_on from jl.policy_document d where d.number = '吉政发〔2010〕20号')
$$;

-- Since when what happened once (a late repair, a late return) is still asked about: the first season that is open.
create function jl.finding_since (p_day date)
returns date
language sql stable
as $$
  select coalesce (min (s.starts_on), p_day) from jl.finding_seasons (p_day) s
$$;

-- The year whose tasks a day is in; of a day after the last year that one, at its end. With the seasons that are open: the years whose
-- own tasks (a year's retrofits, its letters) are still asked about.
create function jl.finding_task_year (p_day date)
returns int
language sql stable
as $$
  select max (s.year)::int from jl.season s where s.year <= extract (year from p_day)
$$;

create function jl.finding_task_years (p_day date)
returns table (year smallint)
language sql stable rows 3
as $$
  select s.year from jl.finding_seasons (p_day) s
  union
  select jl.finding_task_year (p_day)::smallint
$$;

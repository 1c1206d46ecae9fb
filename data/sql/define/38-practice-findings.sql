-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: the findings as they would have come in, year by year, some of them explained, decided and planned.

-- One step of a share of the open findings of a year, in the order of their ids, by a practice official.
create function jl.practice_finding_steps (p_from text, p_to text, p_of int, p_rest int, p_actor name, p_words text, p_document text, p_due date)
returns void language plpgsql as
$$
begin
  with taken as (
    select jl.finding_take_step (f, p_to, p_words, p_document, p_due, null) as version, f.id
    from jl.finding f where f.state = p_from and f.id % p_of = p_rest)
  update jl.finding_step s set actor = p_actor
  where s.id in (select max (x.id) from jl.finding_step x where x.finding_id in (select t.id from taken t) group by x.finding_id);
end
$$;

-- At the end of each of the two years before the last, and when the last season is cut off. The share that is taken is the same in every database.
create function jl.practice_findings (p_first int, p_last int) returns void
language plpgsql as
$$
begin
  for y in greatest (p_first, p_last - 2, 2010) .. p_last - 1 loop
    perform jl.findings_reconcile (make_date (y, 12, 31));
    perform jl.practice_finding_steps ('open', 'explained', 9, 1, 'jl_practice_city1', '情况属实，已安排整改（演练）', '演练说明〔' || y || '〕1号', null);
    perform jl.practice_finding_steps ('explained', 'accepted', 18, 10, 'jl_practice_housing1', '说明成立（演练）', null, null);
    perform jl.practice_finding_steps ('explained', 'rejected', 36, 19, 'jl_practice_housing1', '佐证材料不足，请补充（演练）', null, null);
    perform jl.practice_finding_steps ('open', 'planned', 23, 2, 'jl_practice_housing2', '列入年度整改计划（演练）', '演练整改〔' || y || '〕1号', make_date (y + 1, 9, 30));
  end loop;
  perform jl.findings_reconcile ((select c.billing from jl_api.cutoffs (p_last) c));
  analyze jl.finding, jl.finding_step;
end
$$;

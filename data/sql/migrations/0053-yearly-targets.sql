-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 年度任务分解: the part of a target for one year is a record of its own, that of the target's unit. 三(五): how many of the returns that
-- owed a review passed it. 五(二)3: the figure of the settled season names the denominator that it was reckoned by.

alter table jl.target_year add column unit_id int, add column note text;
alter table jl.target_year_history add column unit_id int, add column note text;
update jl.target_year y set unit_id = t.unit_id from jl.target t where t.id = y.target_id;
update jl.target_year_history y
set unit_id = coalesce ((select t.unit_id from jl.target t where t.id = y.target_id),
                        (select max (h.unit_id) from jl.target_history h where h.id = y.target_id));
alter table jl.target_year
  alter column unit_id set not null,
  drop constraint target_year_target_id_fkey,
  drop constraint target_year_pkey,
  drop constraint target_year_id_key,
  add primary key (id),
  add unique (target_id, year),
  add foreign key (target_id, unit_id) references jl.target (id, unit_id) on update cascade,
  add constraint target_year_of_plan check (year between 2000 and 2100);

insert into jl.register (place_order, name, clause, owners, city_keeps, unit_level, read_whole, label, search_through) values
  (45, 'target_year', 'C-DONE', '{jl_housing}', false, 'assessed', true, 'r.year::text', 'target_id');

insert into jl.clause_indicator (place_order, code, clause_id, clause, label, kind, unit, register, form, span, counts, demand, basis) values
  (1045, 'returns_reviewed', 'C-COUNTY', '三（五）', '县（市）报表初审通过率', 'share', '%', 'unit_return', null, 'year', null, null,
   '已通过初审的报表÷已报送、须经市（州）初审的报表；采暖期结算报表计入其报送期限所在年度');
update jl.clause_indicator
set basis = '采暖期结算报表的住宅供热计量收费面积÷{denominator}；6月30日前未到期'
where code = 'settled_share';

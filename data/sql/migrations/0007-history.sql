-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- History twins: the columns of a register, when that version was held true, and who ended it. A twin holds superseded versions
-- only, the table itself the present one, so that a load of new rows costs nothing. Before the first change nothing bounds
-- "known" below: the row was entered with its import or with its first line in the audit.

do $$
declare
  t text;
begin
  foreach t in array array['building', 'building_season', 'rule', 'target', 'unit_return', 'task_completion', 'published_figure']
  loop
    execute format ('create table jl.%I (like jl.%I)', t || '_history', t);
    execute format ('alter table jl.%I add known tstzrange not null check (not isempty (known)), add ended_by name not null',
                    t || '_history');
    execute format ('create index on jl.%I (id)', t || '_history');
  end loop;
end
$$;

create index on jl.building_season_history (building_id);

-- What a published figure is called on screen (公布数据); an import with another indicator is refused.
create table jl.published_indicator (
  code  text primary key check (code ~ '^[a-z][a-z0-9_]*$'),
  label text not null
);

insert into jl.published_indicator (code, label) values
  ('metered_billing_area', '计量收费面积'),
  ('metered_billing_area_residential', '计量收费面积（住宅）'),
  ('metered_billing_area_public', '计量收费面积（公共建筑）'),
  ('metered_area_installed', '装置安装面积'),
  ('installed_not_billed_area', '已安装未计量收费面积'),
  ('new_area_completed', '新竣工建筑面积'),
  ('new_area_metered', '新竣工建筑中安装装置的面积'),
  ('new_area_not_metered', '新竣工建筑中未安装装置的面积'),
  ('cities_with_metered_price', '出台计量热价的城市'),
  ('cities_basic_share_30', '基本热价比例为30%的城市'),
  ('cities_without_cap', '取消按面积封顶的城市'),
  ('retrofit_area_done_and_started', '已完成和已开工改造面积'),
  ('retrofit_area_residential', '既有居住建筑改造面积'),
  ('retrofit_area_residential_plan', '既有居住建筑改造面积（计划）'),
  ('retrofit_quota_residential', '既有居住建筑改造任务'),
  ('retrofit_buildings', '改造栋数'),
  ('retrofit_households', '改造户数'),
  ('heating_capacity_added_area', '新增供热能力'),
  ('heating_network_renewed', '更新改造供热管网'),
  ('boiler_houses_merged', '撤并小锅炉房'),
  ('boiler_houses_merged_plan', '撤并小锅炉房（计划）'),
  ('centrally_heated_area', '集中供热面积');

alter table jl.published_figure add foreign key (indicator) references jl.published_indicator;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Facts that the document names: whose a public building is (三(三)), who carries the installation (四(二)), when sources, exchange stations
-- and networks were done (二(四)); and the figures that rest on them or on what was there already.

alter table jl.building add department text;
alter table jl.building_history add department text;

-- bearer: who carries the devices, installation_bearer: their installation. One field stood for both.
alter table jl.new_project
  add installation_bearer text check (installation_bearer in ('developer', 'company', 'buyer', 'government'));
alter table jl.new_project_history add installation_bearer text;
update jl.new_project set installation_bearer = bearer;
update jl.new_project_history set installation_bearer = bearer;

alter table jl.retrofit_project
  add sources_done_on date,
  add constraint retrofit_project_sources_done check (coalesce (sources, false) or sources_done_on is null);
alter table jl.retrofit_project_history add sources_done_on date;

-- How many buildings have residential area billed by heat.
alter table jl.season_sum add res_billed_n int not null default 0;

insert into jl.clause_indicator (place_order, code, clause_id, clause, label, kind, unit, register, form, span, counts, demand, basis) values
  (7, 'lapsed_area', 'C-25', '五（二）3', '住宅计量收费面积（其中：热量表检定失效）', 'area', '万㎡', 'building_season', 'billing', 'year', null, null,
   '已含在住宅计量收费面积内，不扣减：至截止日热量表无有效检定的建筑；无登记、结果未报的计为缺失'),
  (322, 'exist_area_50', 'C-EXIST', '三（四）', '节能50%既有居住建筑累计改造面积', 'area', '万㎡', 'building', 'tasks', 'whole', 'exist_area_50', null,
   '台账中节能50%的集中供热既有居住建筑，至截止日累计验收的住宅面积'),
  (324, 'exist_area_65', 'C-EXIST', '三（四）', '节能65%既有居住建筑累计改造面积', 'area', '万㎡', 'building', 'tasks', 'whole', 'exist_area_65', null,
   '台账中节能65%的集中供热既有居住建筑，至截止日累计验收的住宅面积');

update jl.clause_indicator set label = '既有居住建筑' || label, basis = replace (basis, '改造项目中', '既有居住建筑改造项目中') where code = 'exist_projects';
update jl.clause_indicator set basis = replace (basis, '当年验收项目面积', '当年验收的既有居住建筑改造项目面积')
where code in ('exist_envelope', 'exist_indoor', 'exist_sources');

-- 五(四): what is open and what is overdue, by kind.
insert into jl.clause_indicator (place_order, code, clause_id, clause, label, kind, unit, register, form, span, counts, demand, basis)
select i.place_order + v.place, i.code || '_' || v.kind, i.clause_id, i.clause, i.label || '：' || v.word, i.kind, i.unit, i.register, i.form, i.span,
  i.counts || '_' || v.kind, i.demand, i.basis
from jl.clause_indicator i
join (values ('complaint', 1, 'temperature', '室温'), ('complaint', 2, 'billing', '热费'), ('complaint', 3, 'meter', '计量器具'),
  ('complaint', 4, 'verification_fee', '检定收费'), ('complaint', 5, 'service', '服务'), ('complaint', 6, 'other', '其他'),
  ('dispute', 1, 'meter_error', '计量误差'), ('dispute', 2, 'sharing', '热量分摊'), ('dispute', 3, 'billing', '热费'),
  ('dispute', 4, 'other', '其他')) v (register, place, kind, word) on v.register = i.register
where i.code in ('voice_open', 'voice_overdue', 'voice_dispute_open', 'voice_dispute_overdue');

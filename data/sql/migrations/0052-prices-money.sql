-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 三(一)、四(一): flats at the end of a house or under its roof lose more heat and have factors of their own, as declared. A price by the day
-- or month carries its days or months, of which there are more than one; a season is one. Where 1 was entered for want of an answer the
-- number is not known: it is made empty and said so in the note, the record as it was is kept in the history.

alter table jl.price
  add end_factor numeric constraint price_end_factor check (end_factor > 0 and end_factor <= 2),
  add top_factor numeric constraint price_top_factor check (top_factor > 0 and top_factor <= 2),
  alter periods drop not null;
alter table jl.price_history
  add end_factor numeric,
  add top_factor numeric,
  alter periods drop not null;

insert into jl.price_history (id, version, policy_id, unit_id, class, area_price, period, periods, basic_share, mean_heat, metered_price,
                              basic_price, note, entered_at, import_id, known, ended_by)
select r.id, r.version, r.policy_id, r.unit_id, r.class, r.area_price, r.period, r.periods, r.basic_share, r.mean_heat, r.metered_price,
  r.basic_price, r.note, r.entered_at, r.import_id,
  tstzrange (greatest (r.entered_at, (select max (upper (h.known)) from jl.price_history h where h.id = r.id)), clock_timestamp ()), session_user
from jl.price r where r.period <> 'season' and r.periods <= 1;
update jl.price set version = version + 1, periods = null,
  note = concat_ws ('；', note, '原填采暖期月数或天数' || trim_scale (periods) || '，与按月、按日计价不符，待补')
where period <> 'season' and periods <= 1;
alter table jl.price drop constraint price_check;
alter table jl.price add constraint price_season check (period <> 'season' or periods is not distinct from 1);
alter table jl.price add constraint price_periods check (period = 'season' or periods > 1);

insert into jl.reference_tariff_history (id, version, city, year, class, area_price, period, periods, basic_share, basic_price, metered_price,
                                         metered_unit, settlement, source, note, entered_at, import_id, known, ended_by)
select r.id, r.version, r.city, r.year, r.class, r.area_price, r.period, r.periods, r.basic_share, r.basic_price, r.metered_price, r.metered_unit,
  r.settlement, r.source, r.note, r.entered_at, r.import_id,
  tstzrange (greatest (r.entered_at, (select max (upper (h.known)) from jl.reference_tariff_history h where h.id = r.id)), clock_timestamp ()),
  session_user
from jl.reference_tariff r where case r.period when 'season' then r.periods <> 1 when 'month' then r.periods <= 1 when 'day' then r.periods <= 1 end;
update jl.reference_tariff set version = version + 1, periods = case period when 'season' then 1 end,
  note = concat_ws ('；', note, '原填采暖期月数或天数' || trim_scale (periods) || '，与计价时段不符' || case period when 'season' then '，已改为1' else '，待补' end)
where case period when 'season' then periods <> 1 when 'month' then periods <= 1 when 'day' then periods <= 1 end;
alter table jl.reference_tariff
  add constraint reference_tariff_periods check (case period when 'season' then periods = 1 when 'month' then periods > 1 when 'day' then periods > 1 end);

insert into jl.clause_indicator (place_order, code, clause_id, clause, label, kind, unit, register, form, span, counts, demand, basis) values
  (61, 'price_charging', 'C-PRICE', '四（一）', '收费机制', 'yes_no', '', 'price_policy', null, 'whole', null, 'all', '采暖期首日执行的热价政策载明已建立'),
  (62, 'price_supervision', 'C-PRICE', '四（一）', '监督机制', 'yes_no', '', 'price_policy', null, 'whole', null, 'all', '采暖期首日执行的热价政策载明已建立'),
  (63, 'price_maintenance', 'C-PRICE', '四（二）', '装置维护及更换费用纳入价格成本', 'yes_no', '', 'price_policy', null, 'whole', null, 'all',
   '采暖期首日执行的热价政策载明已纳入'),
  (64, 'revenue_by_heat', 'C-PRICE', '四（一）', '供热单位计量收费面积热费（按计量测算）', 'money', '万元', 'building_season', 'billing', 'year', null, null,
   '基本热价×面积＋计量热价×用热量，按采暖期首日执行的热价；缺用热量或热价的不计'),
  (65, 'revenue_by_area', 'C-PRICE', '四（一）', '供热单位计量收费面积热费（按面积测算）', 'money', '万元', 'building_season', 'billing', 'year', null, null,
   '同一面积按面积热价测算；居住、非居住部分分别计，缺用热量或热价的不计'),
  (872, 'fund_use_central_heating', 'C-FUND', '五（二）1', '用于集中供热的资金到位率', 'share', '%', 'fund', 'tasks', 'year', 'fund_use_central_heating', null,
   '到位资金÷计划资金'),
  (874, 'fund_use_network', 'C-FUND', '五（二）1', '用于供热管网的资金到位率', 'share', '%', 'fund', 'tasks', 'year', 'fund_use_network', null, '到位资金÷计划资金'),
  (876, 'fund_use_building_energy', 'C-FUND', '五（二）1', '用于建筑节能的资金到位率', 'share', '%', 'fund', 'tasks', 'year', 'fund_use_building_energy', null,
   '到位资金÷计划资金'),
  (878, 'fund_use_metering', 'C-FUND', '五（二）1', '用于计量及温控的资金到位率', 'share', '%', 'fund', 'tasks', 'year', 'fund_use_metering', null, '到位资金÷计划资金'),
  (905, 'fund_award', 'C-FUND', '五（二）1', '奖励资金测算额', 'money', '万元', 'retrofit_project', 'tasks', 'year', null, null,
   '按财建〔2007〕957号公式和规则载明的系数，当年列入的既有居住建筑改造项目；缺数据或规则的不计');

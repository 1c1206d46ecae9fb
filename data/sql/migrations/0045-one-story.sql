-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Figures and findings tell one story: each figure says what it counts, and where the findings of the same matter count otherwise.

update jl.clause_indicator i set label = coalesce (n.label, i.label), basis = n.basis
from (values
  ('firm_by_area', '已安装未计量收费面积', '装置安装面积－其中已计量收费面积；经核定不具备条件的建筑不计，尚未核定的计入。问题清单只列已核定具备条件的建筑'),
  ('firm_by_area_n', '有已安装未计量收费面积的供热单位', '有装置已安装而未计量收费面积的供热单位数；经核定不具备条件的建筑不计，尚未核定的计入。问题清单只列已核定具备条件的建筑'),
  ('sync_new', null, '竣工时已安装装置的项目数÷当年竣工的供热项目数；问题清单以竣工验收之日为准'),
  ('sync_retrofit', null, '同时完成室内计量及热源、换热站、管网改造的项目数÷当年完成节能改造的项目数；问题清单分别列出未含室内计量改造和未含热源、管网改造的项目'),
  ('new_contract', null, '竣工前已签合同的项目数÷当年竣工项目数；以合同台账或项目环节登记的签订日期为准'),
  ('firm_contract_area', null, '竣工前已签合同的项目供热面积÷当年竣工项目供热面积；以合同台账或项目环节登记的签订日期为准'),
  ('firm_duties', null, '选型、购置、管理、计量收费、日常维护均由供热单位负责的合同数÷当年签订的合同数'),
  ('meter_first', null, '投用前首检合格的结算点热量表÷当年投用的结算点热量表；未报合格数的按送检数计。问题清单列出至核对之日仍未首检合格的批次'),
  ('meter_verified', null, '至截止日首检或周期检定在有效期内的结算点热量表÷在用结算点热量表；未载明有效期的按规则规定的检定周期。问题清单按各批次最近一次检定的有效期列出'),
  ('meter_certified', null, '合格证和型式检验证书齐全的器具÷在用非结算点器具；2010年7月23日前投用的器具计入，但不列为问题'),
  ('meter_admitted', null, '至截止日准入有效的产品÷在用器具；问题清单以安装之日的准入为准'),
  ('meter_fee', null, '当年由居民用户负担费用的检定次数；金额为零的不计'),
  ('acct_coverage', null, '建档户数÷供热户数；问题清单按供热单位逐一列出'),
  ('network_done', null, '当年列入的改造中，至12月31日已验收的项数÷项数；问题清单列出超过计划日期仍未完工的'),
  ('energy_heat', null, '供热单位用热量÷供热面积，与限额和同组平均比较；问题清单按供热单位逐一列出'),
  ('energy_coal', null, '供热单位耗煤（标准煤）÷供热面积，与限额和同组平均比较；问题清单按供热单位逐一列出'),
  ('quality_pass', null, '合格点数÷抽测点数；问题清单按次列出尚未整改的抽测'),
  ('outage_late', null, '逾期修复或仍未修复÷已到修复时限的停供事件；未规定时限的按规则规定的天数'),
  ('org_cases', null, '当年作出决定的案件÷当年立案；问题清单列出超过规则规定天数未结的案件'),
  ('fund_received', null, '到位资金÷计划资金；问题清单按资金逐笔列出'),
  ('fund_early', null, '项目验收前支出的资金÷当年项目支出；未填支出日期的不计，但项目尚未验收的仍列为问题'),
  ('plan_existing', null, '计划首年以来累计验收面积÷计划至本年累计面积；问题清单按三类面积合计与序时计划比较'),
  ('plan_nonsaving', null, '计划首年以来累计验收面积÷计划至本年累计面积；问题清单按三类面积合计与序时计划比较'),
  ('plan_public', null, '计划首年以来累计验收面积÷计划至本年累计面积；问题清单按三类面积合计与序时计划比较'),
  ('voice_complaints', null, '按期办结÷当年到期的投诉；未规定期限的按规则规定的天数'),
  ('voice_overdue', null, '至截止日逾期未办结；未规定期限的按规则规定的天数。问题清单另列未关闭采暖期内逾期办结的'),
  ('voice_disputes', null, '按期办结÷当年到期的计量纠纷；未规定期限的按规则规定的天数'),
  ('voice_dispute_overdue', null, '至截止日逾期未办结；未规定期限的按规则规定的天数。问题清单另列未关闭采暖期内逾期办结的')) n (code, label, basis)
where i.code = n.code;

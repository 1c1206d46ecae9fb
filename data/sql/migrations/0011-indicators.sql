-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What is measured of every assessed unit and year: label, clause, and the task whose target it is held against.

insert into jl.indicator (code, label, clause, measure, basis, task, place_order) values
  ('metered_share', '住宅计量收费面积占比', '五（二）3', 'share', 'billing', 'share', 1),
  ('billed_of_fitted', '计量收费面积占装置安装面积的比例', '二（四）', 'share', 'billing', null, 2),
  ('price_policy', '供热计量价格及收费政策', '三（一）', 'date', 'tasks', 'price', 3),
  ('new_fitted', '新竣工集中供热建筑装置同步安装率', '三（二）', 'share', 'tasks', 'new', 4),
  ('office_done', '党政机关办公楼改造完成率', '三（三）', 'share', 'tasks', 'office', 5),
  ('public_done', '其他公共建筑改造完成率', '三（三）', 'share', 'tasks', 'public', 6),
  ('public_billed', '已改造公共建筑计量收费率', '二（四）', 'share', 'billing', null, 7),
  ('existing_year', '节能50%以上既有居住建筑年度改造任务完成率', '三（四）', 'share', 'tasks', 'existing', 8),
  ('existing_done', '节能50%以上既有居住建筑累计改造完成率', '三（四）', 'share', 'tasks', 'existing', 9),
  ('nonsaving_year', '非节能居住建筑年度改造任务完成率', '三（四）', 'share', 'tasks', 'nonsaving', 10),
  ('retrofit_sync', '未同步实施分户计量改造的节能改造项目', '二（四）', 'count', 'tasks', null, 11);

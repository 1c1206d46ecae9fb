-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 供热计量改革工作年度考核评分表（建议稿）: the items whose indicators exist, rescaled to 100. hi null: the unit's own target
-- (a letter's share, the stock to be done, or before the deadline what should be done by now).

insert into jl.award (code, name, place_order) values
  ('habitat', '人居环境范例奖', 1),
  ('garden', '国家（省）园林城市', 2),
  ('renewable', '可再生能源建筑应用示范城市', 3);

insert into jl.scheme (id, title, years, na_limit)
values (1, '供热计量改革工作年度考核评分表（建议稿）', '[2010,)', 20);
alter table jl.scheme alter column id restart with 2;

insert into jl.scheme_item (scheme_id, tbl, code, block, title, points, clause, method, kind, indicator, lo, hi, step, tiers, place_order)
select 1, t.tbl, t.tbl || i.code, i.block, i.title, case t.tbl when 'A' then i.a else i.b end, i.clause, i.method, i.kind, i.indicator,
  i.lo, case when t.tbl = 'A' then i.hi_a else i.hi_b end, i.step,
  case when i.kind = 'on_time' then
    jsonb_build_array (
      jsonb_build_object ('upto', 0, 'points', case t.tbl when 'A' then 6 else 7 end, 'text', '采暖期开始前印发'),
      jsonb_build_object ('upto', null, 'points', 4, 'text', '采暖期内印发')) end,
  i.n
from (values ('A'), ('B')) t (tbl)
cross join (values
  (1, '21', '二、价格和收费政策', '本采暖期开始前有现行有效的供热计量价格及收费政策', 6, 7, '三（一）', '查阅文件',
   'on_time', 'price_policy', null, null, null, null),
  (2, '31', '三、新建建筑', '新竣工集中供热建筑装置同步安装率', 6, 9, '二（四），三（二）', '报表与台账核对',
   'ratio', 'new_fitted', 80, 100, 100, null),
  (3, '41', '四、党政机关办公楼和公共建筑', '党政机关办公楼改造完成率（按面积）', 4, 4, '三（三）', '台账与抽查',
   'ratio', 'office_done', 0, null, null, null),
  (4, '42', '四、党政机关办公楼和公共建筑', '其他公共建筑改造完成率（按面积）', 4, 3, '三（三），二（三）', '台账与抽查',
   'ratio', 'public_done', 0, null, null, null),
  (5, '43', '四、党政机关办公楼和公共建筑', '已改造公共建筑计量收费率', 4, 3, '二（四），四（三）', '报表与抽查',
   'ratio', 'public_billed', 0, 100, 100, null),
  (6, '51', '五、既有居住建筑', '节能50%以上既有居住建筑年度改造任务完成率', 6, 5, '三（四），五（三）', '台账与验收资料',
   'ratio', 'existing_year', 0, null, null, null),
  (7, '52', '五、既有居住建筑', '累计完成与序时应完成之比', 3, 2, '三（四）', '系统核算',
   'ratio', 'existing_done', 0, null, null, null),
  (8, '53', '五、既有居住建筑', '非节能居住建筑年度改造任务完成率', 2, 2, '三（四）', '台账与验收资料',
   'ratio', 'nonsaving_year', 0, null, null, null),
  (9, '54', '五、既有居住建筑', '分户计量改造（含热源、换热站、管网）与节能改造同步', 3, 3, '二（四）', '台账与抽查',
   'deduct', 'retrofit_sync', null, null, null, 1),
  (10, '61', '六、计量收费', '住宅供热计量收费面积占集中供热总面积的比例', 10, 6, '五（二）3', '报表、台账、抽查三方核对',
   'ratio', 'metered_share', 0, 25, null, null),
  (11, '62', '六、计量收费', '计量收费面积占装置安装面积的比例', 5, 4, '二（四），四（三）', '报表与台账核对',
   'ratio', 'billed_of_fitted', 0, 100, 100, null)
) i (n, code, block, title, a, b, clause, method, kind, indicator, lo, hi_a, hi_b, step);

insert into jl.scheme_grade (scheme_id, name, min_score, praised, criticised) values
  (1, '优秀', 90, true, false),
  (1, '良好', 80, false, false),
  (1, '合格', 60, false, false),
  (1, '不合格', 0, false, true);

-- 延边州 (prefecture_sum) has no row: it is not scored. 长白山管委会 is scored with table B and stands apart (单列).
insert into jl.scheme_group (scheme_id, grp, tbl, ranked, praise_first) values
  (1, 'prefecture', 'A', true, 3),
  (1, 'county', 'B', true, 8),
  (1, 'committee', 'B', false, 0);

insert into jl.scheme_veto (scheme_id, code, title, clause, from_year, no_praise, no_excellent, criticise) values
  (1, 'V2', '应出台热价政策，逾期满一个采暖期仍未出台', '三（一）', 2010, true, true, true),
  (1, 'V3', '住宅计量收费面积占比低于25%', '五（二）3', 2011, true, false, false),
  (1, 'V5', '拒报，或催报后仍未报年度报表', '考核管理需要', 2010, true, false, true);

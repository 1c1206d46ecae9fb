-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The divisions of Jilin Province in the order of their codes: ids are fixed by that order, 2010 and present names, codes and
-- parents are versions. The list is of 2010 and is taken as true back to 2000; changes are known by year only (1 January).
-- Who is assessed for what (三(五): counties with their own schedule), the tile map, the heating seasons.

insert into jl.unit (id, note) values
  (1, null),
  (2, null),
  (3, null),
  (4, null),
  (5, null),
  (6, null),
  (7, null),
  (8, null),
  (9, null),
  (10, '2014年撤市设区'),
  (11, null),
  (12, null),
  (13, null),
  (14, null),
  (15, null),
  (16, null),
  (17, null),
  (18, null),
  (19, null),
  (20, null),
  (21, null),
  (22, null),
  (23, null),
  (24, null),
  (25, null),
  (26, null),
  (27, null),
  (28, '2020年由四平市划归长春市代管'),
  (29, null),
  (30, null),
  (31, null),
  (32, null),
  (33, null),
  (34, null),
  (35, null),
  (36, null),
  (37, null),
  (38, null),
  (39, null),
  (40, null),
  (41, null),
  (42, null),
  (43, null),
  (44, '2010年由八道江区更名'),
  (45, null),
  (46, null),
  (47, null),
  (48, null),
  (49, null),
  (50, null),
  (51, null),
  (52, null),
  (53, null),
  (54, null),
  (55, '2013年撤县设市'),
  (56, null),
  (57, null),
  (58, null),
  (59, null),
  (60, null),
  (61, null),
  (62, null),
  (63, null),
  (64, null),
  (65, null),
  (66, null),
  (67, null),
  (68, null),
  (69, null),
  (70, null),
  (71, '辖池北区（安图县境）、池西区、池南区（抚松县境）；无行政区划代码');
alter table jl.unit alter column id restart with 72;

insert into jl.unit_version (unit_id, valid, valid_precision, code, name, short_name, type, parent_id) values
  (1, '[2000-01-01,)', 'year', '220000', '吉林省', '吉林省', 'province', null),
  (2, '[2000-01-01,)', 'year', '220100', '长春市', '长春市', 'prefecture_city', 1),
  (3, '[2000-01-01,)', 'year', '220102', '南关区', '南关区', 'district', 2),
  (4, '[2000-01-01,)', 'year', '220103', '宽城区', '宽城区', 'district', 2),
  (5, '[2000-01-01,)', 'year', '220104', '朝阳区', '朝阳区', 'district', 2),
  (6, '[2000-01-01,)', 'year', '220105', '二道区', '二道区', 'district', 2),
  (7, '[2000-01-01,)', 'year', '220106', '绿园区', '绿园区', 'district', 2),
  (8, '[2000-01-01,)', 'year', '220112', '双阳区', '双阳区', 'district', 2),
  (9, '[2000-01-01,)', 'year', '220122', '农安县', '农安县', 'county', 2),
  (10, '[2000-01-01,2014-01-01)', 'year', '220181', '九台市', '九台市', 'county_city', 2),
  (10, '[2014-01-01,)', 'year', '220113', '九台区', '九台区', 'district', 2),
  (11, '[2000-01-01,)', 'year', '220182', '榆树市', '榆树市', 'county_city', 2),
  (12, '[2000-01-01,)', 'year', '220183', '德惠市', '德惠市', 'county_city', 2),
  (13, '[2000-01-01,)', 'year', '220200', '吉林市', '吉林市', 'prefecture_city', 1),
  (14, '[2000-01-01,)', 'year', '220202', '昌邑区', '昌邑区', 'district', 13),
  (15, '[2000-01-01,)', 'year', '220203', '龙潭区', '龙潭区', 'district', 13),
  (16, '[2000-01-01,)', 'year', '220204', '船营区', '船营区', 'district', 13),
  (17, '[2000-01-01,)', 'year', '220211', '丰满区', '丰满区', 'district', 13),
  (18, '[2000-01-01,)', 'year', '220221', '永吉县', '永吉县', 'county', 13),
  (19, '[2000-01-01,)', 'year', '220281', '蛟河市', '蛟河市', 'county_city', 13),
  (20, '[2000-01-01,)', 'year', '220282', '桦甸市', '桦甸市', 'county_city', 13),
  (21, '[2000-01-01,)', 'year', '220283', '舒兰市', '舒兰市', 'county_city', 13),
  (22, '[2000-01-01,)', 'year', '220284', '磐石市', '磐石市', 'county_city', 13),
  (23, '[2000-01-01,)', 'year', '220300', '四平市', '四平市', 'prefecture_city', 1),
  (24, '[2000-01-01,)', 'year', '220302', '铁西区', '铁西区', 'district', 23),
  (25, '[2000-01-01,)', 'year', '220303', '铁东区', '铁东区', 'district', 23),
  (26, '[2000-01-01,)', 'year', '220322', '梨树县', '梨树县', 'county', 23),
  (27, '[2000-01-01,)', 'year', '220323', '伊通满族自治县', '伊通县', 'autonomous_county', 23),
  (28, '[2000-01-01,2020-01-01)', 'year', '220381', '公主岭市', '公主岭市', 'county_city', 23),
  (28, '[2020-01-01,)', 'year', '220184', '公主岭市', '公主岭市', 'county_city', 2),
  (29, '[2000-01-01,)', 'year', '220382', '双辽市', '双辽市', 'county_city', 23),
  (30, '[2000-01-01,)', 'year', '220400', '辽源市', '辽源市', 'prefecture_city', 1),
  (31, '[2000-01-01,)', 'year', '220402', '龙山区', '龙山区', 'district', 30),
  (32, '[2000-01-01,)', 'year', '220403', '西安区', '西安区', 'district', 30),
  (33, '[2000-01-01,)', 'year', '220421', '东丰县', '东丰县', 'county', 30),
  (34, '[2000-01-01,)', 'year', '220422', '东辽县', '东辽县', 'county', 30),
  (35, '[2000-01-01,)', 'year', '220500', '通化市', '通化市', 'prefecture_city', 1),
  (36, '[2000-01-01,)', 'year', '220502', '东昌区', '东昌区', 'district', 35),
  (37, '[2000-01-01,)', 'year', '220503', '二道江区', '二道江区', 'district', 35),
  (38, '[2000-01-01,)', 'year', '220521', '通化县', '通化县', 'county', 35),
  (39, '[2000-01-01,)', 'year', '220523', '辉南县', '辉南县', 'county', 35),
  (40, '[2000-01-01,)', 'year', '220524', '柳河县', '柳河县', 'county', 35),
  (41, '[2000-01-01,)', 'year', '220581', '梅河口市', '梅河口市', 'county_city', 35),
  (42, '[2000-01-01,)', 'year', '220582', '集安市', '集安市', 'county_city', 35),
  (43, '[2000-01-01,)', 'year', '220600', '白山市', '白山市', 'prefecture_city', 1),
  (44, '[2000-01-01,2010-01-01)', 'year', '220602', '八道江区', '八道江区', 'district', 43),
  (44, '[2010-01-01,)', 'year', '220602', '浑江区', '浑江区', 'district', 43),
  (45, '[2000-01-01,)', 'year', '220605', '江源区', '江源区', 'district', 43),
  (46, '[2000-01-01,)', 'year', '220621', '抚松县', '抚松县', 'county', 43),
  (47, '[2000-01-01,)', 'year', '220622', '靖宇县', '靖宇县', 'county', 43),
  (48, '[2000-01-01,)', 'year', '220623', '长白朝鲜族自治县', '长白县', 'autonomous_county', 43),
  (49, '[2000-01-01,)', 'year', '220681', '临江市', '临江市', 'county_city', 43),
  (50, '[2000-01-01,)', 'year', '220700', '松原市', '松原市', 'prefecture_city', 1),
  (51, '[2000-01-01,)', 'year', '220702', '宁江区', '宁江区', 'district', 50),
  (52, '[2000-01-01,)', 'year', '220721', '前郭尔罗斯蒙古族自治县', '前郭县', 'autonomous_county', 50),
  (53, '[2000-01-01,)', 'year', '220722', '长岭县', '长岭县', 'county', 50),
  (54, '[2000-01-01,)', 'year', '220723', '乾安县', '乾安县', 'county', 50),
  (55, '[2000-01-01,2013-01-01)', 'year', '220724', '扶余县', '扶余县', 'county', 50),
  (55, '[2013-01-01,)', 'year', '220781', '扶余市', '扶余市', 'county_city', 50),
  (56, '[2000-01-01,)', 'year', '220800', '白城市', '白城市', 'prefecture_city', 1),
  (57, '[2000-01-01,)', 'year', '220802', '洮北区', '洮北区', 'district', 56),
  (58, '[2000-01-01,)', 'year', '220821', '镇赉县', '镇赉县', 'county', 56),
  (59, '[2000-01-01,)', 'year', '220822', '通榆县', '通榆县', 'county', 56),
  (60, '[2000-01-01,)', 'year', '220881', '洮南市', '洮南市', 'county_city', 56),
  (61, '[2000-01-01,)', 'year', '220882', '大安市', '大安市', 'county_city', 56),
  (62, '[2000-01-01,)', 'year', '222400', '延边朝鲜族自治州', '延边州', 'autonomous_prefecture', 1),
  (63, '[2000-01-01,)', 'year', '222401', '延吉市', '延吉市', 'county_city', 62),
  (64, '[2000-01-01,)', 'year', '222402', '图们市', '图们市', 'county_city', 62),
  (65, '[2000-01-01,)', 'year', '222403', '敦化市', '敦化市', 'county_city', 62),
  (66, '[2000-01-01,)', 'year', '222404', '珲春市', '珲春市', 'county_city', 62),
  (67, '[2000-01-01,)', 'year', '222405', '龙井市', '龙井市', 'county_city', 62),
  (68, '[2000-01-01,)', 'year', '222406', '和龙市', '和龙市', 'county_city', 62),
  (69, '[2000-01-01,)', 'year', '222424', '汪清县', '汪清县', 'county', 62),
  (70, '[2000-01-01,)', 'year', '222426', '安图县', '安图县', 'county', 62),
  (71, '[2000-01-01,)', 'year', 'CBS', '长白山保护开发区管委会', '长白山管委会', 'committee', 1);

-- 考核对象: 8 prefecture-level cities, 40 county-level units, 延边州 as a sum line, 长白山管委会 apart. place_order is 行政区划序;
-- a county-level unit that changes its prefecture changes its place in the order (公主岭 after 德惠 from 2020).
insert into jl.assessed_unit (unit_id, grp, valid, place_order)
select v.unit_id,
  case when v.type = 'prefecture_city' then 'prefecture' when v.type = 'autonomous_prefecture' then 'prefecture_sum'
    when v.type = 'committee' then 'committee' else 'county' end,
  v.valid,
  case when v.code = '220184' then 10 * (select d.unit_id from jl.unit_version d where d.code = '220183') + 5 else 10 * v.unit_id end
from jl.unit_version v
where v.type not in ('province', 'district');

-- A prefecture-level city answers for its urban districts only; a county-level unit and the committee for themselves; 延边州 sums
-- its county-level units, which are assessed themselves. 九台 joins 长春市 as a district in 2014.
insert into jl.assessed_unit_part (assessed_id, leaf_id, valid)
select v.parent_id, v.unit_id, v.valid
from jl.unit_version v join jl.unit_version p on p.unit_id = v.parent_id
where (v.type = 'district' and p.type = 'prefecture_city') or p.type = 'autonomous_prefecture'
union all
select v.unit_id, v.unit_id, range_merge (range_agg (v.valid))
from jl.unit_version v
where v.type in ('county_city', 'county', 'autonomous_county', 'committee')
group by v.unit_id;

-- Twelve tiles for the rough position of twelve units (示意图); the other units stand as small squares under their prefecture.
insert into jl.map_tile ("row", col, unit_id)
select t."row", t.col, v.unit_id
from (values
  (0, 0, '220800'), (0, 1, '220700'),
  (1, 1, '220381'), (1, 2, '220100'), (1, 3, '220200'), (1, 4, '222400'),
  (2, 1, '220300'), (2, 2, '220400'), (2, 3, '220581'), (2, 4, 'CBS'),
  (3, 2, '220500'), (3, 3, '220600')) t ("row", col, code)
join jl.unit_version v on v.code = t.code;

-- The province's season; a unit's own first day is a dated rule. Partitions follow from jl.ensure_season.
insert into jl.season (year, starts_on, ends_on)
select y, make_date (y, 10, 25), make_date (y + 1, 4, 10)
from generate_series (2005, 2024) y;

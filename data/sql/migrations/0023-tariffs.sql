-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 外地热价参考: the rows of seed/tariffs.csv, each with its source. Empty is what the source does not say; 洛阳 charges by the day and
-- publishes no number of days, so its basic price of a day stands in the note.

insert into jl.reference_tariff (city, year, class, area_price, period, periods, basic_share, basic_price, metered_price, metered_unit,
                                 settlement, source, note) values
  ('兰州市', 2021, '居民', 5.00, 'month', 5, 30, 7.5, 47.43, 'GJ', null, '兰州市两部制热价公布', null),
  ('兰州市', 2021, '办公教学医院', 7.0, 'month', 5, 30, null, 66.41, 'GJ', null, '兰州市两部制热价公布（面积热价为反推）', null),
  ('兰州市', 2021, '宾馆', 8.2, 'month', 5, 30, null, 77.79, 'GJ', null, '兰州市两部制热价公布（面积热价为反推）', null),
  ('兰州市', 2021, '商业厂房礼堂', 9.2, 'month', 5, 30, null, 87.28, 'GJ', null, '兰州市两部制热价公布（面积热价为反推）', null),
  ('北京市', 2010, '居民', 24, 'season', 1, 50, 12, 0.16, 'kWh', null, '京政容发〔2010〕98号', null),
  ('北京市', 2010, '居民(面积热价30元)', 30, 'season', 1, 60, 18, 0.16, 'kWh', null, '京政容发〔2010〕98号', null),
  ('哈尔滨市', 2011, '节能住宅', null, null, null, null, 16.54, 44.41, 'GJ', '封顶（多退少不补）', '哈尔滨市2011–2012采暖期（使用面积）', null),
  ('哈尔滨市', 2011, '普通住宅', null, null, null, null, 19.37, 39.14, 'GJ', '封顶（多退少不补）', '哈尔滨市2011–2012采暖期（使用面积）', null),
  ('大同市', 2014, '居民', null, null, null, 30, null, 0.15, 'kWh', '差额冲抵下一采暖期', '大同市2014–2015采暖期', null),
  ('洛阳市', 2013, '居民', 0.18, 'day', null, 30, null, 0.142, 'kWh', '多退少补', '洛发改价管〔2013〕12号',
   '基本热价0.054元/日·㎡，按供热天数计'),
  ('廊坊市', 2010, '居民', null, null, null, 50, null, null, null, '封顶（多退少不补）', '廊坊市2010–2011采暖期', null);

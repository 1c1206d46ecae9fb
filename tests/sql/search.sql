-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Search: by characters, 拼音, initials; only in one's scope; entries follow the records.

begin;
select plan (32);

select is_empty (
  $$ select g.name, c from jl.register g cross join unnest (g.search || g.search_through) c
     where c is not null and not exists (select from pg_attribute a where a.attrelid = ('jl.' || g.name)::regclass and a.attname = c and not a.attisdropped) $$,
  'what is searched by is a column');
select is_empty ($$ select g.name from jl.register g where g.search = '{}' and g.search_through is null
                    and g.name not in ('unit_return', 'nil_report') $$, 'every register can be searched, save what has no words');
select ok (count (*) >= 6763, 'every character of GB 2312 has a reading') from jl.reading;
select is_empty (
  $$ select distinct c from jl.unit_version v cross join lateral string_to_table (v.name, null) c where c not in (select ch from jl.reading)
     union select distinct c from jl.building b cross join lateral string_to_table (b.name, null) c
     where c ~ '[一-龥]' and c not in (select ch from jl.reading) $$, 'so has every one of our names');
select is_empty ($$ select register, record_id from jl.search_entry e where register = 'building'
                    except select 'building', id from jl.building $$, 'no entry without a record');
select is ((select count (*) from jl.search_entry where register = 'building'), (select count (*) from jl.building), 'nor a record without');

-- Readings of place names.
create function pg_temp.sounds (text) returns text language sql as $$ select trim (sound) from jl.sounds (array[jl.search_form ($1)]) $$;
select is (pg_temp.sounds ('长春市'), 'ccs changchunshi', '长春市');
select is (pg_temp.sounds ('长白山'), 'cbs changbaishan', '长白山');
select is (pg_temp.sounds ('朝阳区重庆路'), 'cyqcql chaoyangquchongqinglu', '朝阳区重庆路');
select is (pg_temp.sounds ('珲春市'), 'hcs hunchunshi', '珲春市');
select is (pg_temp.sounds ('绿园区1号楼'), 'lyq1hl luyuanqu1haolou', '绿园区1号楼');
select is (pg_temp.sounds ('吉政发〔2010〕20号'), 'jzf201020h jizhengfa201020hao', 'brackets are no sound');

-- Units.
set session authorization jl_practice_reader1;
create function pg_temp.picked (p_sound text) returns text[] language sql as
$$ select array_agg (u.name order by u.place_order) from jl_api.units (2012) u where u.sound like '% ' || p_sound || '%' $$;
select is (pg_temp.picked ('ccs'), '{长春市}', 'ccs finds 长春市');
select is (pg_temp.picked ('changchun'), '{长春市}', 'so does changchun');
select is (pg_temp.picked ('qgx'), '{前郭尔罗斯蒙古族自治县}', 'a short name finds 前郭');
select is (pg_temp.picked ('220381'), '{公主岭市}', 'a code it once had finds a unit');
select is (pg_temp.picked ('jtq'), '{九台市}', 'a name that it has later finds it');

-- Buildings.
reset session authorization;
insert into jl.building (unit_id, code, name, use, floor_dm2, residential_dm2, energy, heat_source, completed_on) values
  (3, 'SS-0001', '长春市绿地世纪城A座', 1, 100, 100, 50, 1, '2010-01-01'), (14, 'SS-0002', '吉林市绿地世纪城Ｂ座', 1, 100, 100, 50, 1, '2010-01-01');
create function pg_temp.found (text) returns text[] language sql as
$$ select array_agg (b.code order by b.code) from jl.building b where b.id in (select jl_api.register_search ('building', $1)) and b.code like 'SS-%' $$;
set session authorization jl_practice_housing1;
select is (pg_temp.found ('世纪'), '{SS-0001,SS-0002}', 'two characters');
select is (pg_temp.found ('世纪城b'), '{SS-0002}', 'wide letters are letters');
select is (pg_temp.found ('ldsjc'), '{SS-0001,SS-0002}', 'initials in the middle');
select is (pg_temp.found ('lvdishiji'), '{SS-0001,SS-0002}', 'lv as it is typed');
select is (pg_temp.found ('世纪 ccs'), '{SS-0001}', 'every word must be found');
select is (pg_temp.found ('SS-0002'), '{SS-0002}', 'a code with its mark');
select ok (pg_temp.found ('%') is null and pg_temp.found (' ') is null, 'marks alone find nothing');
select is (pg_temp.found ('城世'), null, 'characters in another order do not');
set session authorization jl_practice_city1;
select is (pg_temp.found ('世纪'), '{SS-0001}', 'a clerk finds in his own places');
select is ((select count (*)::int from jl_api.register_search ('building', 'ss0002')), 0, 'and is told nothing of others');
set session authorization jl_practice_admin1;
select is ((select count (*)::int from jl_api.register_search ('building', '世纪')), 0, 'who sees no building finds none');

-- Entries follow.
reset session authorization;
update jl.building set name = '改名大厦' where code = 'SS-0001';
delete from jl.building where code = 'SS-0002';
set session authorization jl_practice_housing1;
select ok (pg_temp.found ('世纪') is null and pg_temp.found ('gmds') = '{SS-0001}', 'a changed name is found, the former is not');
select results_eq (
  $$ select count (*) from jl_api.register_search ('building_season', '长春') $$,
  $$ select count (*) from jl.building_season s where s.building_id in (select jl_api.register_search ('building', '长春')) $$,
  'season rows are found by their building');
select results_eq ($$ select id::int from jl_api.register_search ('policy_document', '吉政发〔2010〕20') id $$, 'values (1)', 'papers by their number');

reset session authorization;
-- Numbers are written as words are, by a function of their own.
select is (jl.search_number (w), jl.search_form (w), 'a number is written as a word')
from (values (E' Ａb-12_3/4\\5.,;:!?%()[]{}<>〔〕【】《》“”‘’、。·—–…''"#*&+=~|`$^号\t')) v (w);

select * from finish ();
rollback;

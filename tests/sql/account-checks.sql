-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 四(五): a check draws accounts that nobody chose, keeps what was sent of them, and takes no result that contradicts what was found. How many were
-- looked up and agree are figures, counted by hand here.

begin;
select plan (35);

-- A company of 长春 with five accounts of the season 2012, one of them without a fee.
insert into jl.company (id, code, name, kind, unit_id) values (9001, 'YH-1', '演练热力', 'mixed', 2), (9002, 'YH-2', '演练热力二', 'mixed', 2);
insert into jl.household_account (unit_id, company_id, year, number, area_dm2, heat_100kj, fee_fen, subsidy_fen, paid_fen)
select p.leaf_id, 9001, 2012, 'YZ-' || n, 8000 + n, 200000, case when n < 5 then 150000 end, 0, 150000
from (select min (x.leaf_id) as leaf_id from jl.parts ('2012-12-31') x where x.assessed_id = 2) p cross join generate_series (1, 5) n;

create function pg_temp.says (p_register text, p_id int, p_values jsonb) returns text language plpgsql as
$$
declare
  words text;
  told text;
begin
  perform jl_api.record_save (p_register, p_id, case p_register when 'account_check' then (select c.version from jl.account_check c where c.id = p_id)
                              else (select c.version from jl.checked_account c where c.id = p_id) end, p_values);
  return 'done';
exception when others then
  get stacked diagnostics words = message_text, told = pg_exception_detail;
  return concat_ws (' ', sqlstate, words, told);
end
$$;
create function pg_temp.of_check (p_check int, p_number text default null) returns int language sql as
$$
  select id from jl.checked_account where check_id = p_check and (number = p_number or p_number is null) order by number limit 1
$$;

set session authorization jl_practice_city1;
select lives_ok ($$ select jl_api.record_save ('account_check', null, null,
  '{"company_id": "9001", "unit_id": "2", "year": "2012", "drawn_on": "2013-05-06", "size": "3", "due_on": "2013-06-30"}') $$, 'a clerk draws three of five');
create temp table k as select id from jl.account_check where company_id = 9001;
grant all on k to public;
select results_eq ('select l.drawn_n, l.checked_n, l.agreed_n from jl_api.account_check_list l join k using (id)', 'values (3, 0, 0)', 'three are drawn');
select results_eq ('select number from jl.checked_account c join k on k.id = c.check_id order by number',
  $$ select n from (select 'YZ-' || x as n from generate_series (1, 5) x order by md5 ('9001|2012|2013-05-06|YZ-' || x) collate "C" limit 3) s order by 1 $$,
  'those that follow from company, season and day');
select is_empty ('select from jl.checked_account c join k on k.id = c.check_id where c.unit_id <> 2 or not c.sent or c.sent_area_dm2 <> 8000 + right (c.number, 1)::int',
  'with what was sent of each');
select matches (pg_temp.says ('account_check', null, '{"company_id": "9001", "unit_id": "2", "year": "2012", "drawn_on": "2013-05-06", "size": "2"}'),
  '^JL001 ', 'nobody draws again on the same day');
select matches (pg_temp.says ('account_check', null, '{"company_id": "9001", "unit_id": "2", "year": "2012", "drawn_on": "2013-05-07", "size": "0"}'), '^JL001 ',
  'none is too few');
select is (pg_temp.says ('account_check', (select id from k), '{"size": "5"}'),
  'JL003 What a check has drawn stays as it was drawn field account_check.company_id, account_check.year, account_check.drawn_on, account_check.size', 'what was drawn stays');
select is (pg_temp.says ('account_check', (select id from k), '{"due_on": "2013-07-15", "note": "延长"}'), 'done', 'its term does not');
select matches (pg_temp.says ('account_check', (select id from k), '{"due_on": "2013-05-05"}'), '^JL001 ', 'but is not over before it was drawn');

-- The account as it was sent does not follow what is sent later, nor a value that somebody gives.
set session authorization jl_practice_housing1;
update jl.household_account set area_dm2 = 1 where company_id = 9001;
set session authorization jl_practice_city1;
select is (pg_temp.says ('checked_account', pg_temp.of_check ((select id from k)), '{"sent_area_dm2": "5", "sent": "false"}'), 'done', 'what was sent is not given');
select is_empty ('select from jl.checked_account c join k on k.id = c.check_id where not c.sent or c.sent_area_dm2 < 8000', 'it stays as on the day of the draw');

create temp table c as select row_number () over (order by c.number) as n, c.id, c.number, c.sent_area_dm2 from jl.checked_account c join k on k.id = c.check_id;
grant all on c to public;
select matches (pg_temp.says ('checked_account', (select id from c where n = 1), '{"result": "agrees"}'), '^JL001 ', 'a result has its day');
select matches (pg_temp.says ('checked_account', (select id from c where n = 1), '{"checked_on": "2013-05-20"}'), '^JL001 ', 'a day its result');
select is (pg_temp.says ('checked_account', (select id from c where n = 1), '{"result": "agrees", "checked_on": "2013-05-05"}'),
  'JL001 An account is looked up after it was drawn, not before field checked_account.checked_on', 'nothing is looked up before it was drawn');
select is (pg_temp.says ('checked_account', (select id from c where n = 1), jsonb_build_object ('result', 'agrees', 'checked_on', '2013-05-20', 'area_dm2', '1')),
  'JL001 What was found is not what was sent: the account does not agree field checked_account.result', 'what differs does not agree');
select is (pg_temp.says ('checked_account', c.id, jsonb_build_object ('result', 'agrees', 'checked_on', '2013-05-06', 'area_dm2', c.sent_area_dm2)), 'done', 'the same agrees')
from c where n = 1;
select is (pg_temp.says ('checked_account', (select id from c where n = 2),
  '{"result": "differs", "checked_on": "2013-05-21", "area_dm2": "8100", "fee_fen": "151000", "heat_100kj": "200000"}'), 'done', 'one differs');
select is ((select l.differs_in from jl_api.checked_account_list l join c using (id) where c.n = 2), '面积、热费', 'in what');
select is (pg_temp.says ('checked_account', (select id from c where n = 3), '{"result": "absent", "checked_on": "2014-01-04"}'), 'done', 'one is not there');
select matches (pg_temp.says ('checked_account', (select id from c where n = 1), '{"corrected_on": "2013-06-01"}'), '^JL001 ', 'what agrees is not put right');
select matches (pg_temp.says ('checked_account', (select id from c where n = 2), '{"corrected_on": "2013-05-20"}'), '^JL001 ', 'nothing is put right before it was found');
select is (pg_temp.says ('checked_account', (select id from c where n = 2), '{"corrected_on": "2013-05-21"}'), 'done', 'on the same day it may');
select results_eq ('select l.drawn_n, l.checked_n, l.agreed_n from jl_api.account_check_list l join k using (id)', 'values (3, 3, 1)', 'the check knows how far it is');
select throws_ok ($$ select jl_api.record_delete ('account_check', k.id, l.version) from k join jl.account_check l using (id) $$, 'JL003', null,
  'a check with results is not deleted');

-- A company that sent no accounts: numbers are entered by hand.
select is (pg_temp.says ('account_check', null, '{"company_id": "9002", "unit_id": "2", "year": "2012", "drawn_on": "2013-05-06", "size": "3"}'), 'done', 'nothing to draw from');
create temp table h as select id from jl.account_check where company_id = 9002;
grant all on h to public;
select is (pg_temp.says ('checked_account', null, jsonb_build_object ('check_id', h.id, 'number', 'SZ-1', 'checked_on', '2013-05-08', 'result', 'agrees', 'area_dm2', 7000)), 'done',
  'one by hand, of which nothing was sent') from h;
select results_eq ('select c.sent, c.sent_area_dm2, c.unit_id from jl.checked_account c join h on h.id = c.check_id', 'values (false, null::int, 2)', 'it says so');
select is (pg_temp.says ('checked_account', null, jsonb_build_object ('check_id', h.id, 'number', '张三')), 'JL001 The field does not take this value field checked_account.number',
  'a name is no number') from h;

-- A check that was entered by mistake is taken back with what it drew, and brought back with it.
select is (pg_temp.says ('account_check', null, '{"company_id": "9001", "unit_id": "2", "year": "2012", "drawn_on": "2013-05-08", "size": "5"}'), 'done', 'a mistake');
create temp table m as select id, version from jl.account_check where company_id = 9001 and drawn_on = '2013-05-08';
select lives_ok ('select jl_api.record_delete (''account_check'', id, version) from m', 'is taken back');
select is_empty ('select from jl.checked_account c join m on m.id = c.check_id', 'with its accounts');
select lives_ok ('select jl_api.record_restore (''account_check'', id, version, 0) from m', 'and brought back');
select is ((select count (*)::int from jl.checked_account c join m on m.id = c.check_id), 5, 'with them');

-- Of four looked up by hand above three are of 2013, one of 2014; beside them stand those of the practice data (九台 is a district of 长春 by the end of 2014).
reset session authorization;
create temp table f as select indicator, numerator, denominator, state from jl_api.clause_figures (2013) where unit_id = 2 and indicator in ('acct_checked', 'acct_agreed')
union all select indicator || ' 2014', numerator, denominator, state from jl_api.clause_figures (2014) where unit_id = 2 and indicator in ('acct_checked', 'acct_agreed');
create temp table base as
select count (*) filter (where checked_on < '2014-01-01') as n13, count (*) filter (where checked_on < '2014-01-01' and result = 'agrees') as a13,
  count (*) filter (where checked_on >= '2014-01-01') as n14, count (*) filter (where checked_on >= '2014-01-01' and result = 'agrees') as a14
from jl.checked_account
where unit_id in (select a.source_id from jl.answers ('2014-12-31') a where a.unit_id = 2) and result is not null and check_id not in (select id from k union select id from h);
select results_eq ('select indicator, numerator, denominator, state from f order by 1',
  $$ select v.* from base, lateral (values ('acct_agreed', a13 + 2, n13 + 3, 'value'), ('acct_agreed 2014', a14, n14 + 1, 'value'),
       ('acct_checked', n13 + 3, null, 'value'), ('acct_checked 2014', n14 + 1, null, 'value')) v (i, a, b, s) order by 1 $$, 'the figures');

select is_empty ($$ select from jl_api.clause_figures (2012) where indicator in ('acct_checked', 'acct_agreed') and state <> 'missing' $$,
  'accounts that were only drawn are no check of an earlier year: nothing is known of it');

select * from finish ();
rollback;

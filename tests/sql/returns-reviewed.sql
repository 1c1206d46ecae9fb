-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 三(五): the clerk of a prefecture says of his counties' returns when they passed or were sent back, nothing else of them, and nothing of
-- any other; how many passed is a figure, counted by hand here.

begin;
select plan (31);

create temp table t as
select r.id, r.version, v.code, r.form
from jl.unit_return r join jl.unit_version v on v.unit_id = r.unit_id and v.valid @> date '2012-12-31'
where r.year = 2012 and r.form = 'tasks' and v.code in ('220182', '220183', '220281', '220100');
update jl.unit_return r set filed_on = '2013-01-20', reviewed_on = null, sent_back_on = null from t where t.id = r.id;
create function pg_temp.id (p_code text) returns int language sql as $$ select id from t where code = p_code $$;
create function pg_temp.row_of (p_code text) returns text language sql as
$$
  select concat_ws (' ', r.filed_on, coalesce (r.reviewed_on::text, '—'), coalesce (r.sent_back_on::text, '—')) from jl.unit_return r where r.id = pg_temp.id (p_code)
$$;
-- The answer to a change of a return by a clerk: his, or in the words of the refusal.
create function pg_temp.says (p_code text, p_values jsonb) returns text language plpgsql as
$$
declare
  words text;
begin
  perform jl_api.record_save ('unit_return', pg_temp.id (p_code), (select r.version from jl.unit_return r where r.id = pg_temp.id (p_code)), p_values);
  return 'done';
exception when others then
  get stacked diagnostics words = message_text;
  return sqlstate || ' ' || words;
end
$$;
grant all on t to public;

set session authorization jl_practice_city1;
select is (pg_temp.says ('220182', '{"reviewed_on": "2013-01-25"}'), 'done', 'it passed');
select is (pg_temp.row_of ('220182'), '2013-01-20 2013-01-25 —', 'and stands so');
select is (pg_temp.says ('220182', '{"sent_back_on": "2013-01-22"}'), 'done', 'it had been sent back');
select is (pg_temp.says ('220182', '{"reviewed_on": null}'), 'done', 'an error is taken back');
select is (pg_temp.row_of ('220182'), '2013-01-20 — 2013-01-22', 'and stands so');
select is (pg_temp.says ('220182', '{"reviewed_on": "2013-01-19"}'), 'JL001 These fields do not go together', 'before it came it did not pass');
select is (pg_temp.says ('220182', '{"filed_on": "2013-01-10"}'), '42501 This record is not yours to change', 'when it came is not his to say');
select is (pg_temp.says ('220182', '{"reviewed_on": "2013-01-25", "due_on": "2013-03-31"}'), '42501 This record is not yours to change', 'nor along with the review');
select is (pg_temp.says ('220182', '{"heated_dm2": "1", "res_heated_dm2": "1", "res_metered_dm2": "1"}'), '42501 This record is not yours to change', 'nor what it says');
select is (pg_temp.says ('220281', '{"reviewed_on": "2013-01-25"}'), '42501 This record is not yours to change', 'another prefecture reviews that one');
select is (pg_temp.says ('220100', '{"reviewed_on": "2013-01-25"}'), '42501 This record is not yours to change', 'his own returns nobody reviews');
select throws_ok ($$ delete from jl.unit_return where id = pg_temp.id ('220182') $$, '42501', null, 'none is deleted');
select throws_ok ($$ insert into jl.unit_return (unit_id, year, form, due_on) values (3, 2012, 'tasks', '2013-01-31') $$, '42501', null, 'and none entered');
select throws_ok ($$ update jl.unit_return set unit_id = 3 where id = pg_temp.id ('220182') $$, '42501', null, 'or moved');
select is ((may_add, may_change, may_delete, may_fields)::text, '(f,t,f,",reviewed_on,sent_back_on,")', 'the form knows') from jl_api.register_rights () where name = 'unit_return';
select is (array_agg (u.code order by u.code) filter (where u.code in ('220182', '220183', '220281', '220100')), '{220182,220183}', 'of which units')
from jl_api.register_units ('unit_return', 2012) u;
reset session authorization;

select is ((select may_fields from jl_api.register_rights () where name = 'unit_return'), null::text, 'who has no duty has none');
set session authorization jl_practice_price1;
select is (pg_temp.says ('220182', '{"reviewed_on": "2013-01-25"}'), '42501 This record is not yours to change', 'another duty says nothing of it');
reset session authorization;
set session authorization jl_practice_housing1;
select is (pg_temp.says ('220281', '{"reviewed_on": "2013-01-25"}'), 'done', 'the department may');
select ok (may_fields ~ ',filed_on,' and may_add and may_delete, 'and everything else') from jl_api.register_rights () where name = 'unit_return';
reset session authorization;

-- What has not come, and what reports directly.
update jl.unit_return set filed_on = null where id = pg_temp.id ('220183');
insert into jl.rule (kind, unit_id, valid, value_choice, basis) values ('report.line', jl.unit_of_code ('220182'), '[2013-01-01,)', 'direct', '演练');
set session authorization jl_practice_city1;
select is (pg_temp.says ('220183', '{"sent_back_on": "2013-01-25"}'), '42501 This record is not yours to change', 'what has not come is not reviewed');
select is (pg_temp.says ('220182', '{"sent_back_on": "2013-01-25"}'), '42501 This record is not yours to change', 'nor what goes to the province directly');
reset session authorization;
delete from jl.rule where unit_id = jl.unit_of_code ('220182') and kind = 'report.line';

-- The figure of 2016, which no practice return reaches: 榆树 owes three and has sent two of the year, of which one passed; its settled
-- return of 2015 is of this year as well and passed on its day; 德惠's was sent and has not passed; 蛟河 is 吉林's; 长春's own counts for nothing.
do $$ begin perform jl.ensure_season (2015), jl.ensure_season (2016); end $$;
insert into jl.unit_return (unit_id, year, form, due_on, filed_on, reviewed_on)
select jl.unit_of_code (v.code), v.y, v.form, v.due, v.filed, v.reviewed from (values
  ('220182', 2016, 'tasks', date '2017-01-31', date '2017-01-20', date '2017-01-31'), ('220182', 2016, 'billing', '2017-05-10', '2017-05-01', null),
  ('220182', 2016, 'settled', '2017-06-30', '2017-06-01', '2017-06-02'), ('220182', 2015, 'settled', '2016-06-30', '2016-06-01', '2016-06-20'),
  ('220183', 2016, 'tasks', '2017-01-31', '2017-01-20', null), ('220183', 2016, 'billing', '2017-05-10', null, null),
  ('220281', 2016, 'tasks', '2017-01-31', '2017-01-20', '2017-01-25'), ('220100', 2016, 'tasks', '2017-01-31', '2017-01-20', null)) v (code, y, form, due, filed, reviewed);
create function pg_temp.f (p_code text, p_as_of date default null) returns text language sql as
$$
  select concat_ws (' ', f.numerator, f.denominator, f.state) from jl_api.clause_figures (2016, p_as_of) f
  where f.unit_id = jl.unit_of_code (p_code) and f.indicator = 'returns_reviewed'
$$;
select is (pg_temp.f ('220182'), '2 3 value', 'of what a county sent');
select is (pg_temp.f ('220183'), '0 1 value', 'none of one');
select is (pg_temp.f ('220100'), '2 4 value', 'of what a prefecture reviews');
select is (pg_temp.f ('220000'), '3 5 value', 'the province has each once');
select is (pg_temp.f ('222401'), 'not_applicable', 'nothing was sent');
select is (pg_temp.f ('220182', '2017-01-30'), '1 2 value', 'before it passed, and before the next came');
select is (pg_temp.f ('220182', '2017-01-31'), '2 2 value', 'on the day on which it passed');
select is ((select count (*) from jl_api.clause_records ('returns_reviewed', 2016, jl.unit_of_code ('220100'))), 4::bigint, 'the records behind it');
select is ((w.numerator_kind, w.counted, w.clause_id)::text, '(count,份,C-COUNTY)', 'whence it comes') from jl_api.clause_why (jl.unit_of_code ('220100'), 'returns_reviewed', 2016) w;

select * from finish ();
rollback;

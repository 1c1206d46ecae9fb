-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Half-filled records, two writers at once, values that would stop a page, equal places: no figure may go wrong by them.

create extension dblink;
create temp table raced as
select b.id, s.fitted from jl.building b join jl.building_season s on s.building_id = b.id and s.year = 2014
where b.heat_source = 1 order by b.id limit 1;
delete from jl.building_season where year = 2014 and building_id = (select id from raced);

begin;
select plan (32);

create function pg_temp.unit (code text) returns int language sql as $$ select jl.unit_of_code (code) $$;
create function pg_temp.figure (code text, indicator text) returns setof jl.assessment_input language sql as $$
  select jsonb_populate_record (null::jl.assessment_input, to_jsonb (f)) from jl_api.figures (2013) f
  where f.unit_id = jl.unit_of_code (code) and f.indicator = figure.indicator
$$;

-- A record with half of its facts stands outside both areas, as the verdict says (未计入).
update jl.building_season set res_heated_dm2 = 1000, res_metered_dm2 = 100, other_heated_dm2 = 0, other_metered_dm2 = 0, billing = 2
where unit_id = pg_temp.unit ('220183') and year = 2013;
create temp table whole as select n, (select count (*)::int from jl.building_season s where s.unit_id = pg_temp.unit ('220183')
                                      and s.year = 2013 and s.central and s.fitted) as fitted
from jl.season_sum where unit_id = pg_temp.unit ('220183') and year = 2013;
create temp table half as
select building_id from jl.building_season where unit_id = pg_temp.unit ('220183') and year = 2013 and central order by building_id limit 2;
update jl.building_season set res_heated_dm2 = null where year = 2013 and building_id = (select min (building_id) from half);
update jl.building_season set res_metered_dm2 = null where year = 2013 and building_id = (select max (building_id) from half);
select is (f.numerator, (n - 2) * 100::bigint, 'metered area without its heated area is not counted') from pg_temp.figure ('220183', 'metered_share') f, whole;
select is (f.denominator, (n - 2) * 1000::bigint, 'nor heated area whose metered part is not known') from pg_temp.figure ('220183', 'metered_share') f, whole;
select is (f.missing_n, 2, 'both are said to be missing') from pg_temp.figure ('220183', 'metered_share') f;
select is_empty ('select * from jl.sums_difference ()', 'the sums are kept so');
select isnt (fitted, 0, 'some of its buildings are fitted') from whole;
update jl.building_season set billing = null where unit_id = pg_temp.unit ('220183') and year = 2013 and fitted;
select is (f.state, 'missing', 'of the fitted buildings nothing is known: that is missing, not inapplicable') from pg_temp.figure ('220183', 'billed_of_fitted') f;
select is (f.state, 'value', 'while the share of the others stands') from pg_temp.figure ('220183', 'metered_share') f;

-- Only what is billed by heat used is metered area; a record that does not know its billing is not whole.
select throws_ok (format ('update jl.building_season set billing = %s, res_heated_dm2 = 9, res_metered_dm2 = 9 where year = 2014 and building_id = %s', m, min (building_id)),
  '23514', null, m || ' is no billing by heat') from half, unnest (array[1, 3, 4]) m group by m order by m;

-- Two writers: who enters a season row holds its building as it is, who changes facts holds their season open.
do $$ begin
  perform dblink_connect ('other', format ('host=%s dbname=%s user=%s', split_part (current_setting ('unix_socket_directories'), ',', 1),
                                           current_database (), session_user));
end $$;
insert into jl.building_season (building_id, unit_id, year, use, central, fitted)
select b.id, b.unit_id, 2014, b.use, true, raced.fitted from jl.building b join raced on raced.id = b.id;
do $$ begin
  perform dblink_send_query ('other', format ('update jl.building set heat_source = 3 where id = %s', (select id from raced)));
  perform pg_sleep (0.4);
end $$;
select is (dblink_is_busy ('other'), 1, 'a correction waits for the season row that is being entered');
select is (dblink_cancel_query ('other'), 'OK', 'stopped');
select is ((select count (*) from dblink_get_result ('other', false) r (x text)), 0::bigint, 'without a change');
select is ((select count (*) from dblink_get_result ('other', false) r (x text)), 0::bigint, 'done');
do $$ begin
  perform dblink_send_query ('other', 'update jl.season set closed_at = now() where year = 2014');
  perform pg_sleep (0.4);
end $$;
select is (dblink_is_busy ('other'), 1, 'a season is not closed while its facts are being changed');
select is (dblink_cancel_query ('other'), 'OK', 'stopped');
do $$ begin perform dblink_disconnect ('other'); end $$;

-- Rules that would stop every page are refused.
select throws_ok (format ($$ insert into jl.rule (kind, unit_id, valid, value_choice, basis) values ('season.first_day', 2, '[2001-01-01,)', %L, 'test') $$, d),
  'JL001', null, d || ' is no day of every year') from unnest (array['02-30', '02-29', '11-31']) d;
select throws_ok (format ($$ insert into jl.rule (kind, unit_id, valid, value_number, basis) values (%L, 2, '[2001-01-01,)', %L, 'test') $$, k, v),
  'JL001', null, k || ' is not ' || v) from (values ('pace.last_month', '100'), ('pace.first_month', '0.5'), ('pace.on', 'NaN')) x (k, v);

-- A share of zero handed down is met, not divided by.
select is (jl.item_points (t, jsonb_populate_record (null::jl.assessment_input, '{"state": "value", "numerator": 0, "denominator": 5, "expected": 0}')), 6::numeric,
  'a target of zero is met by any value')
from jl.scheme_item t where t.code = 'B61';
select is (jl.item_formula (t, jsonb_populate_record (null::jl.assessment_input, '{"state": "value", "numerator": 0, "denominator": 5, "expected": 0}')),
  '6（0.00% ≥ 0%，满分）', 'and says so')
from jl.scheme_item t where t.code = 'B61';

-- The price policy is due before the season (采暖期前): on its first day it is late.
create temp table priced as select unit_id from jl.price_policy order by unit_id limit 1;
grant select on priced to public;
update jl.target set due_on = null where task = 'price' and unit_id = (select unit_id from priced);
create function pg_temp.priced (day date) returns text language plpgsql as $$
begin
  update jl.price_policy set issued_on = day where unit_id = (select unit_id from priced);
  return (select format ('%s days late, %s points', i.numerator, jl.item_points (t, i))
          from jl.inputs (2010) i join jl.scheme_item t on t.indicator = i.indicator and t.tbl = case i.grp when 'prefecture' then 'A' else 'B' end
          where i.unit_id = (select unit_id from priced) and i.indicator = 'price_policy');
end
$$;
select is (pg_temp.priced ('2010-10-24'), '0 days late, 6 points', 'issued on the last day before the season');
select is (pg_temp.priced ('2010-10-25'), '1 days late, 4 points', 'issued on its first day');

-- 九台 is a district of 长春市 from 2014: with its retrofits come its confirmed stock.
create temp table stock as
select t.task, sum (t.stock_dm2) filter (where t.unit_id = pg_temp.unit ('220100')) as city, sum (t.stock_dm2) as both
from jl.target t where t.unit_id in (pg_temp.unit ('220100'), pg_temp.unit ('220181')) group by t.task;
select is (x.stock_dm2, s.both::bigint, 'from 2014 the stock of both: ' || x.task)
from jl.unit_targets ('2014-12-31') x join stock s using (task) where x.unit_id = pg_temp.unit ('220100') and x.task in ('existing', 'public') order by x.task;
select is (x.stock_dm2, s.city::bigint, 'before its own: ' || x.task)
from jl.unit_targets ('2013-12-31') x join stock s using (task) where x.unit_id = pg_temp.unit ('220100') and x.task in ('existing', 'public') order by x.task;

-- What no page can show is not taken.
select is ((jl.published_fault (jsonb_build_object ('place_code', '000000', 'place', 'x', 'period', '2012', 'indicator', 'centrally_heated_area', 'value', '1', 'unit', 'm²',
                                                    'source', s)))[1], m, m)
from (values (E'a\u202eb', 'A cell holds characters that cannot be shown'), (repeat ('长', 401), 'A cell is longer than 400 characters')) x (s, m);

select * from finish ();
rollback;

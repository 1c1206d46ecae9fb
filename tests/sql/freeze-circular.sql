-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Circulars quote the frozen year and nothing else; every reason fires exactly when its figure says so.

begin;
select plan (27);

set local session authorization jl_practice_housing1;
select isnt (jl_api.assess_compute (2012), null, 'computed');
select lives_ok ('select jl_api.assess_propose (2012)', 'proposed');
set local session authorization jl_practice_housing2;
select lives_ok ('select jl_api.assess_confirm (2012)', 'frozen');
reset session authorization;

create temp table criticise as select * from jl_api.circular_values (2012, 'criticise');
create temp table situation as select * from jl_api.circular_values (2012, 'situation');
create temp table annexes as
select k.kind, n.annex, t.* from (values ('criticise', 2), ('situation', 3)) k (kind, most), generate_series (1, k.most) n (annex),
  jl_api.circular_table (2012, k.kind, n.annex) t;
create temp table units as select * from jl_api.assessment_units (2012);

-- One row a value.
select is_empty ('select list, ordinal, name from criticise group by 1, 2, 3 having count (*) > 1', 'criticism: one row a value');
select is_empty ('select list, ordinal, name from situation group by 1, 2, 3 having count (*) > 1', 'situation: one row a value');
select is_empty ('select * from situation where num_nonnulls (number, day, words, missing_reason) = 0', 'a value or the reason why there is none');
select ok (bool_and (number is not null or day is not null or words is not null), 'what both circulars cannot do without is there')
from situation where name in ('year', 'recipients', 'issuer.name', 'frozen.date', 'scheme.title', 'season.name', 'denominator.name', 'cutoff.task',
                              'cutoff.billing', 'n_assessed', 'checker') and list is null;

-- The criticised: those proposed, each with score, grade and at least one reason.
select is (array_agg (words order by ordinal), (select array_agg (name order by array_position (array['prefecture', 'county', 'committee'], grp), place_order)
                                                from units where proposal = 'criticise'), 'the criticised in the order of the text')
from criticise where list = 'criticised' and name = 'name';
select is_empty ($$ select c.ordinal from criticise c where c.list = 'criticised' group by 1
                    having count (*) filter (where name in ('score', 'grade', 'kind')) <> 3 or count (*) filter (where name like 'reason.%') = 0 $$,
  'each with score, grade and a reason');
select set_eq ($$ select ordinal from criticise where name = 'reason.share' $$,
  $$ select c.ordinal from criticise c where c.name = 'share' and c.number * 100 < 25 * c.den $$, 'the share is held against those under 25 %');
select set_eq ($$ select ordinal from criticise where name = 'reason.falling' $$,
  $$ select ordinal from criticise where name = 'share_change' and number < 0 $$, 'a fall against those that fell');
select set_eq ($$ select c.words from criticise r join criticise c on c.ordinal = r.ordinal and c.list = r.list and c.name = 'name' where r.name = 'reason.price_none' $$,
  $$ select v.name from jl_api.figures (2012) f join jl_api.units (2012) v on v.unit_id = f.unit_id join units u on u.unit_id = f.unit_id
     where f.indicator = 'price_policy' and f.progress = 'overdue' and u.proposal = 'criticise' $$, 'a missing price policy against whom it is due');
select set_eq ($$ select c.words from criticise r join criticise c on c.ordinal = r.ordinal and c.list = r.list and c.name = 'name' where r.name = 'reason.return' $$,
  $$ select v.name from jl_api.figures (2012) f join jl_api.units (2012) v on v.unit_id = f.unit_id join units u on u.unit_id = f.unit_id
     where f.state = 'not_reported' and u.proposal = 'criticise' $$, 'silence against the silent');
select set_eq ($$ select words from criticise where list = 'barred' $$,
  $$ select u.name from units u where exists (select from jl_api.assessment_awards (2012, u.unit_id) w where w.verdict = 'barred') $$, 'the barred');

-- The province.
select is ((select number || '/' || den from situation where name = 'prov.share'), f.numerator || '/' || f.denominator, 'the province''s share')
from jl_api.province_figures (2012) f where f.figure = 'metered_share';
select is ((select number from situation where name = 'prov.fitted_unbilled'), f.numerator::numeric, 'fitted but not billed')
from jl_api.province_figures (2012) f where f.figure = 'fitted_unbilled';
select is ((select number from situation where name = 'prov.n_pass'), f.numerator::numeric, 'units that pass')
from jl_api.province_figures (2012) f where f.figure = 'units_passing';
select ok (bool_and (case when words in ('稳步增加', '得到加强', '有序推进') then number >= 0 else number < 0 or words = '基本持平' end),
  'a heading agrees with its figure') from situation where name like '%trend';
select is ((select count (*)::numeric from situation where list = 'below') + (select number from situation where name = 'prov.n_pass'),
  (select count (*)::numeric from jl_api.figures (2012) where indicator = 'metered_share' and state = 'value' and threshold is not null),
  'every unit with a share is under the line or not');

-- Annexes: cells fit their columns; the lines are those of the groups.
select is_empty ('select * from annexes where cardinality (columns) <> cardinality (widths) or cardinality (columns) <> cardinality (aligns)
                  or cardinality (cells) <> cardinality (columns) or array_position (cells, null) is not null', 'cells fit columns, none is empty of words');
select results_eq ($$ select kind || annex, count (*)::int from annexes where kind = 'situation' group by 1 order by 1 $$,
  $$ values ('situation1', 8), ('situation2', 40), ('situation3', 51) $$, 'eight cities, forty counties, all and the province');
select is (sum (w)::numeric, 1.00, 'widths share the line: ' || kind || annex)
from (select distinct on (kind, annex) kind, annex, widths from annexes order by kind, annex) a, unnest (a.widths) w
where kind = 'criticise' group by kind, annex;
select matches ((select note from annexes where kind = 'situation' and annex = 2 and note is not null), '长白山.*单列，不参加排名', '长白山管委会 stands below the table');

-- The facts may move, the frozen words do not.
update jl.building_season set res_metered_dm2 = 0 where year = 2012;
update jl.unit_return set filed_on = null, reviewed_on = null, sent_back_on = null, heated_dm2 = null, res_heated_dm2 = null, res_metered_dm2 = null where year = 2012;
select set_eq ($$ select * from jl_api.circular_values (2012, 'criticise') $$, 'select * from criticise', 'later facts do not reach the criticism');
select set_eq ($$ select * from jl_api.circular_values (2012, 'situation') $$, 'select * from situation', 'nor the situation');
select throws_ok ($$ select * from jl_api.circular_table (2013, 'situation', 1) $$, 'JL003', null, 'an unfrozen year has no annex');

select * from finish ();
rollback;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Where an official keeps records: the owners everywhere, a clerk in his own units, the others nowhere; county-level units where a
-- record lies in one.

begin;
select plan (9);

create function pg_temp.kept (p_role name, p_register text) returns setof text language plpgsql as
$$
begin
  execute format ('set session authorization %I', p_role);
  return query select u.code from jl_api.register_units (p_register, 2012) u;
  reset session authorization;
end
$$;

select is (count(*)::int, 50, 'an owner keeps assessed units: all fifty of the year')
from pg_temp.kept ('jl_practice_housing1', 'company');
select ok (count(*) = count (distinct kept) and count(*) > 50, 'and of leaves each once')
from pg_temp.kept ('jl_practice_housing1', 'building');
select is_empty ($$ select * from pg_temp.kept ('jl_practice_price1', 'building') $$, 'another duty keeps no buildings');
select isnt_empty ($$ select * from pg_temp.kept ('jl_practice_price1', 'price_policy') $$, 'but price policies');
select ok ('220100' = any (array_agg (kept)) and bool_and (kept like '2201%'), 'the clerk of 长春 keeps its companies')
from pg_temp.kept ('jl_practice_city1', 'company');
select ok (bool_and (kept like '2201%') and count(*) > 1, 'and the buildings of its districts')
from pg_temp.kept ('jl_practice_city1', 'building');
select is_empty ($$ select * from pg_temp.kept ('jl_practice_city1', 'target') $$, 'but no targets: those are the province''s');
select is_empty ($$ select * from pg_temp.kept ('jl_practice_reader1', 'company') $$, 'a reader keeps none');
select is_empty ($$ select * from pg_temp.kept ('jl_practice_housing1', 'nothing') $$, 'nor is anything kept in no register');

select * from finish ();
rollback;

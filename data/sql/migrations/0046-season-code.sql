-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A season row repeats its building's code, as it repeats the place and the company: the order of the list (place, then code) comes
-- from an index, and neither the order nor the sums of a million rows need the ledger. What else the ids need is in the index.
alter table jl.building_season add column code text collate "C";
alter table jl.building_season_history add column code text collate "C";
update jl.building_season s set code = b.code from jl.building b where b.id = s.building_id;
update jl.building_season_history h
set code = coalesce ((select x.code from jl.building_history x where x.id = h.building_id and x.known && h.known order by upper (x.known) desc limit 1),
                     (select b.code from jl.building b where b.id = h.building_id));
create index building_season_order on jl.building_season (unit_id, code, id) include (building_id, year);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The ids of the ledger in its order (place, then code) come from the index alone.
drop index jl.building_order;
create index building_order on jl.building (unit_id, code, id);

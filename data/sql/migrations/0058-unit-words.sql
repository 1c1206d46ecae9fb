-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A unit is found by its short name too (前郭县), and has a code as GB/T 2260 gives them, or the capitals by which a committee without one is kept.

update jl.register set search = '{code,name,short_name}' where name = 'unit_version';
delete from jl.search_entry where register = 'unit_version';
alter table jl.unit_version add constraint unit_version_code check (code ~ '^([0-9]{6}|[A-Z]{2,})$');

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The order in which indicators read what grows by the year: the returns of one year, and the few sums that say what was accepted.

create index unit_return_year on jl.unit_return (year, form);
create index building_sum_accepted on jl.building_sum (task_class, year) where accepted_n > 0;

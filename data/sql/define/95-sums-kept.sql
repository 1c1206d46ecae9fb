-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What counts may have been defined anew (10): the kept sums follow before anybody reads them. A database that is only being made has none.

select jl.sums_rebuild () where exists (select from jl.installation) and exists (select from jl.sums_difference ());

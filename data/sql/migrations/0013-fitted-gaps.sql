-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- How many fitted buildings lack a fact of the season: where all do, what is billed of them is missing, not inapplicable.

alter table jl.season_sum
  add fitted_missing_n int not null default 0,
  add pub_fitted_missing_n int not null default 0;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Metered area is area whose bill is computed from the heat used (五(二)3): a building that is billed otherwise has none.
-- Rows that stand already are not looked at, so that no database is kept from this schema; a change to one must set it right.

alter table jl.building_season
  add constraint metered_is_billed check (billing = 2 or (res_metered_dm2 = 0 or res_metered_dm2 is null)
                                                         and (other_metered_dm2 = 0 or other_metered_dm2 is null)) not valid;

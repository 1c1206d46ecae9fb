-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- The order of a place's seasons by area rests on no index: of several units an index brings one after another, so all are sorted anyway,
-- and their rows were read in the order of the index, from all over the table.
drop index jl.building_season_area;

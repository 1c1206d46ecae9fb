-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Every row of every list says how its unit is called last.
create index unit_version_last on jl.unit_version (unit_id, upper_inf (valid) desc, lower (valid) desc);

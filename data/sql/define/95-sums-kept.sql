-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What counts may have been defined anew (10): the kept sums follow before anybody reads them, and those of past days are made again when
-- somebody looks there. A database that is only being made has none.

do $$
begin
  if exists (select from jl.installation) and exists (select from jl.sums_difference ()) then
    perform jl.sums_rebuild ();
    delete from jl.sum_known;
    delete from jl.sum_known_part;
  end if;
end
$$;

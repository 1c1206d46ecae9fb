-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A register may be searched for the first time: its entries follow.

do $$
declare
  g jl.register;
  kept bigint;
  truth bigint;
  anew text[] := '{}';
begin
  for g in select * from jl.register where search <> '{}' and search_by = 'words' loop
    select count (*) into kept from jl.search_entry where register = g.name;
    execute format ('select count (*) from jl.%I', g.name) into truth;
    if kept <> truth then
      anew := anew || g.name;
    end if;
  end loop;
  if anew <> '{}' then
    perform jl.search_rebuild (anew);
  end if;
end
$$;

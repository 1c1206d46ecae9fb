-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- A record of any register leads to the file that it came with.

do $$
declare
  t text;
begin
  for t in
    select g.name from jl.register g
    where not exists (select from pg_attribute a where a.attrelid = ('jl.' || quote_ident (g.name))::regclass and a.attname = 'import_id')
    order by g.place_order
  loop
    execute format ('alter table jl.%I add import_id int references jl.import_file', t);
    execute format ('alter table jl.%I add import_id int', t || '_history');
  end loop;
end
$$;

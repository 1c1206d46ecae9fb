-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Operations on divisions are recorded: what was done to which units, from which day, by which paper. A territory that is no
-- division of its own at some time (merged into another, or not yet split off) is a part: a leaf all the same, so that
-- every record stays where it was counted.

create table jl.unit_operation (
  id       int generated always as identity primary key,
  kind     text not null check (kind in ('rename', 'move', 'merge', 'split')),
  on_day   date not null,
  units    int[] not null,
  document text not null check (length (trim (document)) > 0),
  detail   jsonb not null default '{}',
  running  boolean not null default true,
  done_by  name not null default session_user,
  done_at  timestamptz not null default now()
);

alter table jl.unit_version
  drop constraint unit_version_type_check,
  add constraint unit_version_type_check check (type in ('province', 'prefecture_city', 'autonomous_prefecture', 'district',
                                                         'county_city', 'county', 'autonomous_county', 'committee', 'part'));

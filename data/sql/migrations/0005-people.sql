-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- People and their traces: officials of this database and the audit log (history twins are made by define/history.sql).

create table jl.official (
  role         name primary key,
  display_name text not null,
  duty         text not null check (duty in ('jl_housing', 'jl_price', 'jl_finance', 'jl_reform', 'jl_quality',
                                             'jl_city', 'jl_reader', 'jl_auditor', 'jl_admin')),
  ended_on     date
);

create table jl.official_unit (
  role    name not null references jl.official on delete cascade,
  unit_id int not null references jl.unit,
  primary key (role, unit_id)
);

create table jl_audit.log (
  id      bigint generated always as identity primary key,
  xid     xid8 not null default pg_current_xact_id(),
  at      timestamptz not null default clock_timestamp(),
  actor   name not null default session_user,
  client  text not null default coalesce (host (inet_client_addr()), 'local'),
  tbl     text not null,
  op      text not null check (op in ('insert', 'update', 'delete')),
  n       int not null,
  keys    text[],
  digest  bytea not null
);

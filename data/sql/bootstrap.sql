-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What must be there before the first migration: the schemas and the memory of what has been applied.

set local client_min_messages = warning;

create extension if not exists btree_gist;

create schema if not exists jl;
create schema if not exists jl_api;
create schema if not exists jl_audit;

create table jl.migration (
  version int primary key,
  name    text not null,
  sha256  bytea not null,
  at      timestamptz not null default now(),
  by      name not null default session_user
);

-- The definitions are replaced as a whole; the newest row names those that stand.
create table jl.definition (
  id     int generated always as identity primary key,
  sha256 bytea not null,
  at     timestamptz not null default now(),
  by     name not null default session_user
);

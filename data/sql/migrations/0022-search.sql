-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Search: what each register is searched by, the readings of characters (拼音), and one entry a record kept beside the registers. Then
-- the indexes and constraints that records want.

create extension if not exists pg_trgm;

-- search: columns whose words find a record. search_by: 'words' in any place (an entry a record), 'start' only from the first character
-- on (millions of numbers, an index of their own). search_through: the record named there is searched as well.
alter table jl.register
  add search         text[] not null default '{}',
  add search_by      text not null default 'words' check (search_by in ('words', 'start')),
  add search_through text;

update jl.register g set search = v.columns::text[]
from (values
  ('company', '{code,name,licence_no}'),
  ('building', '{code,name}'),
  ('target', '{document}'),
  ('stock_change', '{document,reason}'),
  ('retrofit_project', '{code,name,document}'),
  ('new_project', '{code,name,developer}'),
  ('project_gate', '{number,office}'),
  ('price_policy', '{number,title,issuer}'),
  ('price_check', '{finding}'),
  ('reference_tariff', '{city,class,source}'),
  ('product', '{maker,model,admission_no,type_approval_no}'),
  ('verification_body', '{name,authorisation_no,scope}'),
  ('maker_check', '{maker,finding,document}'),
  ('meter_batch', '{number,certificate_no,type_test_no}'),
  ('verification', '{certificate_no}'),
  ('supply_contract', '{number,builder}'),
  ('company_target', '{document}'),
  ('household_account', '{number}'),
  ('boiler_house', '{code,name}'),
  ('network_work', '{name}'),
  ('energy_quota', '{document}'),
  ('organisation', '{name,document}'),
  ('responsibility_letter', '{number}'),
  ('enforcement_case', '{number,subject}'),
  ('lead', '{document,handed_to}'),
  ('assigned_task', '{meeting,content,office}'),
  ('fund', '{document}'),
  ('fund_application', '{name,document}'),
  ('five_year_plan', '{document}'),
  ('publicity', '{title}'),
  ('complaint', '{number}'),
  ('dispute', '{number}'),
  ('policy_document', '{number,title,issuer}'),
  ('rule', '{basis}')) v (name, columns)
where g.name = v.name;

update jl.register set search_by = 'start' where name = 'household_account';

update jl.register g set search_through = v.field
from (values
  ('building_season', 'building_id'), ('retrofit_building', 'building_id'), ('stock_change', 'target_id'),
  ('project_gate', 'project_id'), ('price_policy_unit', 'policy_id'), ('price', 'policy_id'), ('verification', 'batch_id'),
  ('company_target', 'company_id'), ('account_coverage', 'company_id'), ('energy_use', 'company_id'), ('quality_check', 'company_id'),
  ('outage', 'company_id'), ('five_year_plan_year', 'plan_id')) v (name, field)
where g.name = v.name;

-- One reading a character, without tone and with u for ü (0029); a word of two characters that reads otherwise.
create table jl.reading (
  ch       text primary key check (length (ch) = 1),
  syllable text not null check (syllable ~ '^[a-z]+$')
);

create table jl.reading_word (
  word            text primary key check (length (word) = 2),
  first_syllable  text not null check (first_syllable ~ '^[a-z]+$'),
  second_syllable text not null check (second_syllable ~ '^[a-z]+$')
);

-- form: the columns in one writing, without marks. sound: for each column initials and full reading, each after a blank. unit_id is null
-- where every official may read the record.
create table jl.search_entry (
  register  text not null,
  record_id bigint not null,
  unit_id   int,
  form      text not null,
  sound     text not null,
  primary key (register, record_id)
) partition by list (register);

create table jl.search_entry_building partition of jl.search_entry for values in ('building');
create table jl.search_entry_other partition of jl.search_entry default;

-- Pairs of neighbouring characters of which one at least is no plain letter or digit: those alone are found by their sound. Indexes rest
-- on this function, so it stands here and not with the definitions.
create function jl.pairs (p_form text) returns text[] language plpgsql immutable parallel safe as
$$
declare
  pairs text[] := '{}';
  pair text;
begin
  for i in 1 .. length (p_form) - 1 loop
    pair := substr (p_form, i, 2);
    if pair !~ '^[a-z0-9]*$| ' then
      pairs := pairs || pair;
    end if;
  end loop;
  return pairs;
end
$$;

-- Each by itself, so that a filling of the ledger can take its own away and make them again at once.
create index search_building_words on jl.search_entry_building using gin (jl.pairs (form));
create index search_building_sound on jl.search_entry_building using gin (sound gin_trgm_ops);
create index search_other_words on jl.search_entry_other using gin (jl.pairs (form));
create index search_other_sound on jl.search_entry_other using gin (sound gin_trgm_ops);

-- Season rows are reached by their id as well: pages of a list, one record.
create index building_season_id_key on jl.building_season (id);
create index building_season_history_id on jl.building_season_history (building_id, year);
create index household_account_number on jl.household_account (number text_pattern_ops);

-- Who entered a record is looked up in the log.
create index log_keys on jl_audit.log using gin (keys) where op = 'insert';

-- A change of a target's unit takes its additions and removals along.
alter table jl.target add unique (id, unit_id);
alter table jl.stock_change drop constraint stock_change_target_id_fkey,
  add foreign key (target_id, unit_id) references jl.target (id, unit_id) on update cascade;

-- A paper is what its first bytes say.
alter table jl.attachment add constraint attachment_is_what_it_says check (
  case mime
    when 'application/pdf' then substring (content from 1 for 5) = '%PDF-'::bytea
    when 'image/png' then substring (content from 1 for 8) = '\x89504e470d0a1a0a'::bytea
    else substring (content from 1 for 3) = '\xffd8ff'::bytea end);

-- How records are called that had been called by a number of another.
update jl.register set label = v.label
from (values
  ('building_season', '(select b.code || ''　'' || b.name from jl.building b where b.id = r.building_id) || ''　'' || r.year'),
  ('retrofit_building', '(select b.code || ''　'' || b.name from jl.building b where b.id = r.building_id)'),
  ('price_policy_unit', '(select p.number from jl.price_policy p where p.id = r.policy_id)')) v (name, label)
where register.name = v.name;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Numbers of devices and their certificates run into the millions: they are found from their first character on, like those of accounts,
-- however a number is written: small or wide letters, with or without hyphens. And what hangs on a project is found by it.

-- One writing of a number. Indexes rest on this function, so it stands here and not with the definitions.
create function jl.search_number (p_number text) returns text language sql immutable parallel safe as
$$
  select translate (lower (normalize (p_number, NFKC)), E' \t\n-_/\\.,;:!?%()[]{}<>〔〕【】《》“”‘’、。·—–…''"#*&+=~|`$^', '')
$$;

update jl.register set search_by = 'start' where name in ('meter_batch', 'verification');
delete from jl.search_entry where register in ('meter_batch', 'verification');

drop index jl.household_account_number;
create index household_account_number on jl.household_account (jl.search_number (number) text_pattern_ops);
create index meter_batch_number on jl.meter_batch (jl.search_number (number) text_pattern_ops);
create index meter_batch_certificate on jl.meter_batch (jl.search_number (certificate_no) text_pattern_ops);
create index meter_batch_type_test on jl.meter_batch (jl.search_number (type_test_no) text_pattern_ops);
create index verification_certificate on jl.verification (jl.search_number (certificate_no) text_pattern_ops);

create index fund_project on jl.fund (project_id);
create index supply_contract_project on jl.supply_contract (project_id);

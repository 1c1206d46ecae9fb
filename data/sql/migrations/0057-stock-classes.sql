-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 三(三) names offices, large public buildings and other public buildings. The confirmed stock of public buildings tells how much of it is large, as
-- does each change of it; the rest is other. Where nobody has said, the ledger's buildings are the stock of the two classes.
-- 其他公共建筑 of the assessment are both of them together, so the one class has a name of its own.

alter table jl.target add column large_dm2 bigint, add column large_n int;
alter table jl.target_history add column large_dm2 bigint, add column large_n int;
alter table jl.target
  add constraint target_large_in_stock check (large_dm2 between 0 and stock_dm2 and large_n between 0 and stock_n),
  add constraint target_large_of_public check (task = 'public' or num_nonnulls (large_dm2, large_n) = 0);

alter table jl.stock_change add column large_dm2 bigint, add column large_n int;
alter table jl.stock_change_history add column large_dm2 bigint, add column large_n int;
alter table jl.stock_change
  add constraint stock_change_large_in_change check (large_dm2 between 0 and stock_dm2 and large_n between 0 and stock_n);

update jl.clause_indicator
set label = replace (replace (label, '改造率（台账口径，按', '改造完成率（按'), '其他公共建筑', '其他公共建筑（除大型）'),
  basis = replace (basis, '÷台账中', '÷应改造底数（含核增、核减）；底数未分大型和其他核定的，为台账中')
where code in ('public_large_n', 'public_large_area', 'public_other_n', 'public_other_area');

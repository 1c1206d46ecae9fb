-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Figures of one matter that are measured against different things bear different names: the assessment's figure of public buildings is
-- measured against the confirmed stock, these against the ledger; the assessment counts buildings, this one projects.
update jl.clause_indicator set label = replace (label, '改造完成率（按', '改造率（台账口径，按')
where code in ('public_large_n', 'public_large_area', 'public_other_n', 'public_other_area');
update jl.clause_indicator set label = '节能改造与计量改造同步率（按项目）' where code = 'sync_retrofit';
update jl.clause_indicator set label = '建设与安装同步率（按项目）' where code = 'sync_new';
update jl.clause_indicator set basis = replace (basis, '，负数为提前', '') where code = 'price_days';

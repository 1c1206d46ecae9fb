-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What officials read for a code, where the server itself writes the sentence: how a record is called, the evidence of a finding.

create function jl.gate_name (p_gate text) returns text language sql immutable parallel safe as
$$
  select case p_gate when 'contract' then '供热计量合同' when 'drawing_review' then '施工图审查' when 'permit' then '施工许可'
    when 'presale' then '预售许可' when 'acceptance' then '竣工验收' when 'filing' then '竣工验收备案' when 'connection' then '入网供热'
    when 'title' then '产权初始登记' end
$$;

create function jl.task_name (p_task text) returns text language sql immutable parallel safe as
$$
  select case p_task when 'price' then '热价政策' when 'new' then '新建建筑同步安装' when 'office' then '党政机关办公楼改造'
    when 'public' then '其他公共建筑改造' when 'existing' then '节能50%以上既有居住建筑改造' when 'nonsaving' then '非节能居住建筑改造'
    when 'share' then '住宅计量收费面积占比' end
$$;

create function jl.form_name (p_form text) returns text language sql immutable parallel safe as
$$
  select case p_form when 'billing' then '采暖期收费报表' when 'tasks' then '年度任务报表' when 'settled' then '采暖期结算报表' end
$$;

create function jl.price_class_name (p_class text) returns text language sql immutable parallel safe as
$$
  select case p_class when 'residential' then '居民' when 'nonresidential' then '非居民' when 'office' then '办公' when 'hotel' then '宾馆'
    when 'commercial' then '商业' end
$$;

create function jl.fund_source_name (p_source text) returns text language sql immutable parallel safe as
$$
  select case p_source when 'government' then '政府奖励' when 'company' then '企业筹集' when 'bank' then '银行承贷'
    when 'energy_company' then '能源公司垫付' when 'residents' then '居民负担' end
$$;

create function jl.denominator_name (p_choice text) returns text language sql immutable parallel safe as
$$
  select case p_choice when 'residential' then '住宅集中供热面积' else '集中供热总面积' end
$$;

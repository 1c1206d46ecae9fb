-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Practice data: retrofit projects over buildings of the ledger, new-building projects with their gates and contracts. Their
-- number is bounded: a ledger of a million buildings has more projects than one of twenty thousand, not fifty times as many.

-- Retrofits of one place, year, class and kind (with meters or without) are one project, of twenty buildings at most. Its dates are
-- those of its buildings; it is accepted when all of them are, and one without meters a month after it was done.
create function jl.practice_retrofits (p_first int, p_last int) returns void language sql as
$$
  with linked as materialized (
    select dense_rank () over (order by q.unit_id, q.year, q.class, q.metered desc)::int as project_id, q.*
    from (
      select b.id as building_id, b.unit_id, y.year, c.class, b.metered_on is not null as metered, b.metered_on, b.energy_retrofit_on,
        b.accepted_on, b.company_id, case when b.task_class in (2, 3, 4) then b.floor_dm2 else b.residential_dm2 end as area,
        row_number () over (partition by b.unit_id, y.year, c.class, b.metered_on is not null order by b.id) as k
      from jl.building b
      cross join lateral (select extract (year from least (b.metered_on, b.energy_retrofit_on))::int as year offset 0) y
      cross join lateral (
        select case b.task_class when 5 then 'existing' when 6 then 'nonsaving' when 2 then 'office' else 'public' end as class) c
      where b.completed_on < make_date (p_first, 1, 1) and b.heat_source < 3 and y.year between p_first and p_last) q
    where q.k <= 20),
  projects as (
    insert into jl.retrofit_project (id, unit_id, code, name, year, stock_class, company_id, envelope, indoor, sources, sources_done_on, area_dm2, households,
                                     planned_on, started_on, done_on, accepted_on, energy_done_on, saving_factor, document, entered_at)
    select d.project_id, d.unit_id, v.code || '-G' || d.year || '-' || lpad (d.project_id::text, 4, '0'),
      v.short_name || d.year || '年' || case d.class when 'existing' then '既有居住建筑供热计量改造' when 'nonsaving' then '既有非节能居住建筑节能改造'
        when 'office' then '党政机关办公楼供热计量改造' else '公共建筑供热计量改造' end || '项目' || case when d.metered then '' else '（二）' end,
      d.year, d.class, d.company_id, d.class = 'nonsaving', case when d.metered and d.project_id % 29 = 0 then null else d.metered end,
      case when d.project_id % 3 > 0 then d.project_id % 3 = 1 end,
      case when d.project_id % 3 = 1 and d.project_id % 13 > 0 then d.done_on - d.project_id % 20 end, d.area,
      case when d.class in ('existing', 'nonsaving') and d.project_id % 17 > 0 then greatest (d.area / 8200, 1) end,
      make_date (d.year, 10, 15), d.first_on - 45, d.done_on, a.accepted_on, d.energy_on,
      case when a.accepted_on is not null and d.project_id % 4 > 0 then 0.80 + d.project_id % 8 * 0.05 end,
      case when d.project_id % 19 > 0 then '演练改〔' || d.year || '〕' || d.project_id || '号' end, jl.practice_known (d.first_on - 45)
    from (
      select project_id, unit_id, year, class, metered, min (company_id) as company_id, sum (area)::bigint as area,
        min (least (metered_on, energy_retrofit_on)) as first_on, max (greatest (metered_on, energy_retrofit_on)) as done_on,
        max (energy_retrofit_on) as energy_on, max (accepted_on) as accepted_on, count (*) = count (accepted_on) as all_accepted
      from linked group by project_id, unit_id, year, class, metered) d
    cross join lateral (
      select case when d.metered and d.all_accepted and d.project_id % 23 > 0 then d.accepted_on
                  when not d.metered and d.project_id % 2 = 0 then d.done_on + 30 end as accepted_on) a
    join jl.unit_version v on v.unit_id = d.unit_id and v.valid @> date '2012-06-30'
    order by d.project_id
    returning id, entered_at)
  insert into jl.retrofit_building (project_id, unit_id, building_id, entered_at)
  select r.project_id, r.unit_id, r.building_id, p.entered_at
  from linked r join projects p on p.id = r.project_id
  order by r.project_id, r.building_id;

  -- Planned for the last year and not begun, or begun and not done.
  insert into jl.retrofit_project (id, unit_id, code, name, year, stock_class, company_id, envelope, indoor, sources, area_dm2, households,
                                   planned_on, started_on, document, entered_at)
  select 100000 + l.leaf_id, l.leaf_id, l.code || '-G' || p_last || '-9001', l.short_name || p_last || '年既有居住建筑供热计量改造项目（续建）', p_last,
    'existing', s.companies[1], false, true, null, 1000000 + l.leaf_id * 10000, 120 + l.leaf_id, make_date (p_last, 10, 15),
    case when l.leaf_id % 3 > 0 then make_date (p_last, 8, 1) + l.leaf_id end, '演练改〔' || p_last || '〕9' || lpad (l.leaf_id::text, 2, '0') || '号',
    jl.practice_known (make_date (p_last, 4, 20))
  from jl.practice_leaves (1) l join jl.practice_suppliers () s using (leaf_id)
  where l.leaf_id % 4 = 1
  order by l.leaf_id;
$$;

-- New-building projects, three to forty in a place, begun from March of the first year on. The regular course first: contract and review
-- before the permit, presale after it, acceptance when it stands, filing, connection before the season, title. Then what goes wrong,
-- in one unit or another that is not a model one, with a project that is far enough along and whose permit falls under the document.
-- wrong: 1 no review  2 presale without a permit  3 filing without acceptance  4 connection without acceptance  5 the company was not
-- at the acceptance  6 no design to the standard and gates given  7 no contract  8 connected before filing  9 begun without a permit
-- 10 title to one that does not comply  11 nothing disclosed  12 cost borne by the buyer  13 accepted without meters  14 papers not
-- reported  15 first verification paid by the buyer  16 contract after acceptance
create function jl.practice_new_projects (p_buildings int, p_first int, p_last int)
returns table (id int, unit_id int, code text, short_name text, company_id int, k int, use text, floor bigint, for_sale boolean,
               begun date, complete date, today date, wrong int)
language sql stable as
$$
  select q.id, q.leaf_id, q.code, q.short_name, q.companies[1 + q.id % array_length (q.companies, 1)], q.k, q.use, q.floor, q.for_sale, q.begun,
    q.begun + 430 + q.id % 90, q.today,
    case when q.able and not q.model then
      case when row_number () over (partition by q.able and not q.model order by q.place, q.id) % 30 < 17
           then row_number () over (partition by q.able and not q.model order by q.place, q.id)::int % 30 else 0 end
      else 0 end
  from (
    select p.*, (array['residential', 'residential', 'residential', 'mixed', 'public', 'residential', 'office'])[1 + p.id % 7] as use,
      p.id % 7 not in (4, 6) as for_sale, 100 * (8000 + p.size * 4)::bigint as floor,
      p.begun between date '2010-08-25' and make_date (p_last - 2, 6, 30) and p.id % 7 not in (4, 6) as able, p.id * 7 % 101 as place
    from (
      select row_number () over (order by l.leaf_id, k)::int as id, l.leaf_id, l.code, l.short_name, f.profile in ('perfect', 'excellent') as model,
        s.companies, k, jl.practice_draw (l.leaf_id * 101 + k, 4) as size, make_date (p_last, 12, 31) as today,
        make_date (p_first, 3, 1) + (k - 1) * (365 * (p_last - p_first + 1) - 220) / n.n + jl.practice_draw (l.leaf_id * 103 + k, 5) % 150 as begun
      from jl.practice_leaves (p_buildings) l
      join jl.practice_profiles () f using (assessed_id)
      join jl.practice_suppliers () s using (leaf_id)
      cross join lateral (select greatest (4, least (40, l.n / 33)) as n) n
      cross join generate_series (1, n.n) k) p) q
$$;

create function jl.practice_new_buildings (p_buildings int, p_first int, p_last int) returns void language sql as
$$
  insert into jl.new_project (id, unit_id, code, name, developer, company_id, use, floor_dm2, heated_dm2, fitted_dm2, complies, for_sale, luban,
                              started_on, completed_on, fitted_on, shown_to_buyer, in_contract, in_guarantee, in_manual, bearer,
                              installation_bearer, first_bearer, entered_at)
  select p.id, p.unit_id, p.code || '-X' || lpad (p.k::text, 4, '0'),
    case when p.use in ('residential', 'mixed') then replace (jl.practice_name (1, p.short_name, p.id * 8), '1号楼', '') || case when p.id % 2 = 0 then '二期' else '' end
         else jl.practice_name (case p.use when 'office' then 2 else 4 end, p.short_name, p.id) end || '（演练）',
    p.short_name || '演练' || (array['置业', '房地产开发', '建设开发', '城建投资'])[1 + p.id % 4] || '公司', p.company_id, p.use, p.floor,
    case when p.id % 31 > 0 then p.floor * 96 / 100 end,
    case when p.id % 31 = 0 then null when p.complete > p.today or p.wrong = 13 then 0 else p.floor * 96 / 100 end,
    case when p.wrong in (6, 10) then false when p.id % 27 > 0 then true end, p.for_sale, p.id % 37 = 0 or p.wrong in (6, 14) and p.id % 2 = 0,
    p.begun, case when p.complete <= p.today then p.complete end,
    case when p.complete <= p.today and p.wrong <> 13 then p.complete - 20 + case when p.id % 41 = 0 then 90 else 0 end end,
    m.shown, m.shown, m.shown, case when p.id % 5 = 0 then null else m.shown end,
    case when p.wrong = 12 then 'buyer' when p.id % 33 > 0 then 'developer' end,
    case when p.wrong = 12 then 'buyer' when p.id % 33 > 0 then 'developer' end,
    case when p.wrong = 15 then 'buyer' when p.id % 29 > 0 then case when p.id % 6 = 0 then 'company' else 'developer' end end,
    jl.practice_known (p.begun - 60)
  from jl.practice_new_projects (p_buildings, p_first, p_last) p
  cross join lateral (
    select case when not p.for_sale or p.complete - 200 > p.today or p.id % 23 = 0 then null else p.wrong <> 11 end as shown) m
  order by p.id;

  insert into jl.project_gate (project_id, unit_id, gate, state, done_on, number, office, company_present, entered_at)
  select p.id, p.unit_id, g.gate, s.state, d.day,
    case when d.day is not null and p.id % 43 > 0 then '演练' || g.short || '〔' || extract (year from d.day) || '〕' || lpad (p.id::text, 4, '0') || '号' end,
    case when d.day is not null and g.office is not null then p.short_name || g.office end,
    case when g.gate = 'acceptance' and d.day is not null and p.id % 47 > 0 then p.wrong <> 5 end,
    jl.practice_known (coalesce (d.day, p.begun - 60))
  from jl.practice_new_projects (p_buildings, p_first, p_last) p
  -- the season's first connections are made by the middle of October
  cross join lateral (select p.complete + 20 as accepted, p.complete + 35 as filed) c
  cross join lateral (
    select greatest (c.filed + 6, make_date (extract (year from c.filed)::int + case when to_char (c.filed, 'MMDD') > '1009' then 1 else 0 end,
                                             10, 9)) as connected) n
  cross join lateral (values
    (1, 'contract', '供字', null, case p.wrong when 16 then c.accepted + 40 else p.begun - 50 end, p.wrong = 7),
    (2, 'drawing_review', '审字', '施工图审查机构（演练）', p.begun - 40, p.wrong = 1),
    (3, 'permit', '施字', '住房城乡建设部门（演练）', case p.wrong when 9 then p.begun + 70 else p.begun - 12 end, p.wrong = 2),
    (4, 'presale', '预字', '房产管理部门（演练）', p.begun + 130, false),
    (5, 'acceptance', '验字', null, c.accepted, p.wrong in (3, 4)),
    (6, 'filing', '备字', '住房城乡建设部门（演练）', c.filed, p.wrong = 4),
    (7, 'connection', '网字', null, case p.wrong when 8 then c.filed - 5 else n.connected end, false),
    (8, 'title', '产字', '房产管理部门（演练）', n.connected + 60, p.wrong = 6 and p.id % 2 = 0)) g (place, gate, short, office, day, omitted)
  cross join lateral (
    select case
      when g.gate in ('presale', 'title') and not p.for_sale or g.gate = 'drawing_review' and p.id % 53 = 0 and p.wrong <> 1 then 'not_applicable'
      when g.omitted or g.day > p.today then 'none'
      when p.wrong = 14 and g.gate in ('contract', 'drawing_review', 'acceptance') or p.id % 61 = 0 and g.gate = 'title' then 'not_reported'
      when p.wrong in (6, 10) and g.gate in ('permit', 'presale', 'filing') and p.id % 3 = 0 then 'against_rules'
      else 'done' end as state) s
  cross join lateral (select case when s.state in ('done', 'against_rules') then g.day end as day) d
  order by p.id, g.place;
$$;

-- One contract a project that has one; who does what is not always said, and not always left to the company. Some older contracts
-- belong to no project.
create function jl.practice_contracts () returns void language sql as
$$
  insert into jl.supply_contract (unit_id, number, company_id, builder, project_id, signed_on, area_dm2, selects, buys, manages, bills, maintains,
                                  entered_at)
  select p.unit_id, '演练供合〔' || extract (year from g.done_on) || '〕' || lpad (p.id::text, 4, '0') || '号', p.company_id, p.developer, p.id, g.done_on,
    p.heated_dm2, p.id % 9 > 0, p.id % 11 > 0, case when p.id % 13 > 0 then p.id % 17 > 0 end, case when p.id % 13 > 0 then p.id % 19 > 0 end,
    case when p.id % 7 > 0 then true end, g.entered_at
  from jl.new_project p join jl.project_gate g on g.project_id = p.id and g.gate = 'contract' and g.state = 'done'
  where p.company_id is not null
  order by p.id;

  insert into jl.supply_contract (unit_id, number, company_id, builder, signed_on, area_dm2, selects, buys, manages, bills, maintains, entered_at)
  select l.leaf_id, '演练供合〔2009〕' || lpad (l.leaf_id::text, 4, '0') || '号', s.companies[1], l.short_name || '演练房屋管理所', date '2009-09-01' + l.leaf_id,
    case when l.leaf_id % 4 > 0 then 2000000 + l.leaf_id * 13700 end, false, false, true, true, null, jl.practice_known ('2010-09-01')
  from jl.practice_leaves (1) l join jl.practice_suppliers () s using (leaf_id)
  where l.leaf_id % 3 = 0
  order by l.leaf_id;
$$;

-- A project is entered when it begins, and added to when it stands.
create function jl.practice_project_versions () returns void language sql as
$$
  select jl.practice_version ('retrofit_project', 'c.done_on is not null', 'c.done_on + 10',
                              '{done_on,accepted_on,energy_done_on,saving_factor,indoor,sources,sources_done_on}');
  select jl.practice_version ('retrofit_project', 'c.accepted_on > c.done_on', 'c.accepted_on + 20', '{accepted_on,saving_factor}');
  select jl.practice_version ('new_project', 'c.completed_on is not null', 'c.completed_on + 15',
                              '{heated_dm2,fitted_dm2,completed_on,fitted_on,shown_to_buyer,in_contract,in_guarantee,in_manual,bearer,installation_bearer,first_bearer}');
  select jl.practice_version ('enforcement_case', 'c.decided_on is not null', 'c.decided_on + 5', '{decision,penalty_fen,decided_on,closed_on}');
  select jl.practice_version ('enforcement_case', 'c.closed_on is not null', 'c.closed_on + 5', '{closed_on}');
  select jl.practice_version ('assigned_task', 'c.done_on is not null', 'c.done_on + 3', '{done_on,result}');
$$;

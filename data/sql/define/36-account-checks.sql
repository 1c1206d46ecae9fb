-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- 四(五): which accounts a check draws, and what may be said of one that was looked up. Nobody chooses whom the lot meets: it follows from company, season
-- and day, so that anyone can draw again and see the same numbers.

create function jl.account_sample (p_company int, p_year int, p_drawn_on date, p_size int)
returns setof jl.household_account
language sql stable
as $$
  select a.*
  from jl.household_account a
  where a.company_id = p_company and a.year = p_year
  order by md5 (concat_ws ('|', p_company, p_year, to_char (p_drawn_on, 'YYYY-MM-DD'), a.number)) collate "C", a.number collate "C"
  limit p_size
$$;

-- A check that is entered draws its accounts, known since then. Without accounts that were sent it draws none: their numbers are entered by hand.
create function jl.account_check_draw () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  insert into jl.checked_account (check_id, unit_id, number, entered_at)
  select new.id, new.unit_id, a.number, new.entered_at
  from jl.account_sample (new.company_id, new.year, new.drawn_on, new.size) a
  on conflict (check_id, number) do nothing;
  return null;
end
$$;

create trigger account_check_draw after insert on jl.account_check for each row execute function jl.account_check_draw ();

-- What was drawn stays as it was drawn: of a check only its term, office and note change. One of whose accounts none was looked up is taken back as
-- a whole.
create function jl.account_check_keep () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
begin
  if tg_op = 'DELETE' then
    if not exists (select from jl.checked_account c where c.check_id = old.id and c.result is not null) then
      delete from jl.checked_account c where c.check_id = old.id;
    end if;
    return old;
  end if;
  if (new.company_id, new.year, new.drawn_on, new.size) is distinct from (old.company_id, old.year, old.drawn_on, old.size) then
    raise exception using errcode = 'JL003', message = 'What a check has drawn stays as it was drawn',
      detail = jl.field_detail ('account_check', 'company_id', 'year', 'drawn_on', 'size'),
      hint = 'Delete the check while no account has been looked up, and enter another.';
  end if;
  return new;
end
$$;

create trigger account_check_keep before update or delete on jl.account_check for each row execute function jl.account_check_keep ();

-- Beside each account stands what was sent of it on the day of the draw.
create function jl.account_as_sent () returns trigger language plpgsql
security definer set search_path = pg_catalog, jl, pg_temp as
$$
declare
  found_on date;
begin
  if tg_op = 'UPDATE' and (new.check_id, new.number) = (old.check_id, old.number) then
    select old.sent, old.sent_area_dm2, old.sent_heat_100kj, old.sent_fee_fen, old.sent_subsidy_fen, old.sent_paid_fen
    into new.sent, new.sent_area_dm2, new.sent_heat_100kj, new.sent_fee_fen, new.sent_subsidy_fen, new.sent_paid_fen;
  else
    select a.id is not null, a.area_dm2, a.heat_100kj, a.fee_fen, a.subsidy_fen, a.paid_fen
    into new.sent, new.sent_area_dm2, new.sent_heat_100kj, new.sent_fee_fen, new.sent_subsidy_fen, new.sent_paid_fen
    from jl.account_check k
    left join jl.household_account a on (a.company_id, a.year, a.number) = (k.company_id, k.year, new.number)
    where k.id = new.check_id;
  end if;
  new.sent := coalesce (new.sent, false);
  select k.drawn_on into found_on from jl.account_check k where k.id = new.check_id;
  if new.checked_on < found_on then
    raise exception using errcode = 'JL001', message = 'An account is looked up after it was drawn, not before',
      detail = jl.field_detail ('checked_account', 'checked_on');
  end if;
  if new.result = 'agrees' and new.sent
     and jl.account_differs (new.sent_area_dm2, new.sent_heat_100kj, new.sent_fee_fen, new.sent_subsidy_fen, new.sent_paid_fen,
                             new.area_dm2, new.heat_100kj, new.fee_fen, new.subsidy_fen, new.paid_fen) is not null then
    raise exception using errcode = 'JL001', message = 'What was found is not what was sent: the account does not agree',
      detail = jl.field_detail ('checked_account', 'result');
  end if;
  return new;
end
$$;

create trigger account_as_sent before insert or update on jl.checked_account for each row execute function jl.account_as_sent ();

-- In what an account differs, of what was looked up; null: in nothing. Found where nothing was sent is a difference too.
create function jl.account_differs (p_sent_area int, p_sent_heat int, p_sent_fee bigint, p_sent_subsidy bigint, p_sent_paid bigint,
                                    p_area int, p_heat int, p_fee bigint, p_subsidy bigint, p_paid bigint)
returns text
language sql stable
as $$
  select nullif (concat_ws ('、', case when p_area is distinct from p_sent_area and p_area is not null then '面积' end,
    case when p_heat is distinct from p_sent_heat and p_heat is not null then '用热量' end,
    case when p_fee is distinct from p_sent_fee and p_fee is not null then '热费' end,
    case when p_subsidy is distinct from p_sent_subsidy and p_subsidy is not null then '补贴' end,
    case when p_paid is distinct from p_sent_paid and p_paid is not null then '已缴' end), '')
$$;

-- How far a check has come stands beside it.
do $$
declare
  part constant text := '(select count (*)%s from jl.seen_checked_account c where c.check_id = t.id)::int as %I';
begin
  perform jl.define_list ('account_check', ', ' || format (part, '', 'drawn_n') || ', ' || format (part, ' filter (where c.result is not null)', 'checked_n')
                          || ', ' || format (part, ' filter (where c.result = ''agrees'')', 'agreed_n'));
  perform jl.define_list ('checked_account', ', case when t.sent and t.result = ''differs'' then jl.account_differs (t.sent_area_dm2, t.sent_heat_100kj,
    t.sent_fee_fen, t.sent_subsidy_fen, t.sent_paid_fen, t.area_dm2, t.heat_100kj, t.fee_fen, t.subsidy_fen, t.paid_fen) end as differs_in');
end
$$;

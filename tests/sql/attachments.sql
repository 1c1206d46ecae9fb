-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- Papers: what they are, whose they are, what is left of one that was removed.

begin;
select plan (21);

create temp table own as select min (id) as id from jl.building where unit_id = 3;
create temp table foreign_one as select min (id) as id from jl.building where unit_id = 14;
create temp table paper (id int);
grant all on own, foreign_one, paper to public;

set session authorization jl_practice_city1;
insert into paper select jl_api.attachment_add ('building', (select id from own), ' 证明.pdf ', 'application/pdf', '%PDF-1.4 演练'::bytea);
select results_eq ($$ select name, mime, bytes, sha256, sent_by_name, may_remove from jl_api.attachments ('building', (select id from own)) $$,
  $$ select '证明.pdf', 'application/pdf', 15, encode (sha256 ('%PDF-1.4 演练'::bytea), 'hex'), '演练人员庚', true $$, 'a paper is kept with its hash');
select is (jl_api.attachment_content (id), '%PDF-1.4 演练'::bytea, 'and its content') from paper;
select lives_ok ($$ select jl_api.attachment_add ('building', id, 'a.png', 'image/png', '\x89504e470d0a1a0a00') from own $$, 'a picture');
select lives_ok ($$ select jl_api.attachment_add ('building', id, 'a.jpg', 'image/jpeg', '\xffd8ffe0') from own $$, 'and one of the other kind');

-- What is none.
select throws_ok ($$ select jl_api.attachment_add ('building', id, 'a.png', 'image/png', '%PDF-1.4') from own $$, 'JL001',
  'The paper is no PDF, PNG or JPEG, or not the one it says', 'a paper that says it is another');
select throws_ok ($$ select jl_api.attachment_add ('building', id, 'a.exe', 'application/x-dosexec', 'MZ') from own $$, 'JL001', null, 'no paper');
select throws_ok ($$ select jl_api.attachment_add ('building', id, 'a.pdf', 'application/pdf', null) from own $$, 'JL001', null, 'nothing');
select throws_ok ($$ select jl_api.attachment_add ('building', id, 'a.pdf', 'application/pdf', '%PDF-'::bytea || convert_to (repeat ('x', 20971516), 'UTF8')) from own $$,
  'JL001', 'A paper has at most 20 MB and is not empty', 'one byte more than 20 MB');
select throws_ok ($$ select jl_api.attachment_add ('building', id, ' ', 'application/pdf', '%PDF-') from own $$, 'JL001', null, 'no name');
select throws_ok ($$ select jl_api.attachment_add ('building', -1, 'a.pdf', 'application/pdf', '%PDF-') $$, 'JL004', null, 'no record');

-- Whose.
select throws_ok ($$ select jl_api.attachment_add ('building', id, 'a.pdf', 'application/pdf', '%PDF-') from foreign_one $$, '42501', null,
  'not for another city''s record');
select throws_ok ($$ insert into jl.attachment (register, record_id, name, mime, content) values ('building', 1, 'x', 'application/pdf', '%PDF-') $$,
  '42501', null, 'nor by hand');
reset session authorization;
update jl.official_unit set unit_id = 13 where role = 'jl_practice_city1';
set session authorization jl_practice_city1;
select is_empty ($$ select * from jl_api.attachments ('building', (select id from own)) $$, 'who does not see the record does not see its papers');
select is (jl_api.attachment_content (id), null, 'nor what is in them') from paper;
select throws_ok ('select jl_api.attachment_remove (id) from paper', '42501', null, 'nor removes one');
set session authorization jl_practice_price1;
select results_eq ($$ select count (*)::int, bool_or (may_remove) from jl_api.attachments ('building', (select id from own)) $$, 'values (3, false)',
  'who sees the record and does not keep it only reads');

-- Removing.
set session authorization jl_practice_housing1;
select lives_ok ('select jl_api.attachment_remove (id) from paper', 'who keeps the record removes it');
select is (count (*)::int, 2, 'it is not among the papers') from jl_api.attachments ('building', (select id from own));
select throws_ok ('select jl_api.attachment_remove (id) from paper', 'JL004', null, 'once');
reset session authorization;
select results_eq ($$ select removed_by = 'jl_practice_housing1', content from jl.attachment a join paper using (id) $$,
  $$ select true, '%PDF-1.4 演练'::bytea $$, 'it stays, and says who removed it');
select ok (count (*) >= 4, 'the log has every step') from jl_audit.log where tbl = 'attachment';

select * from finish ();
rollback;

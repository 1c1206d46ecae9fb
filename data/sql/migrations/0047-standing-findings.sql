-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Jiliang authors

-- What stands is read on every overview: the gravest rules first, without the notes and warnings that are most of the list.
create index finding_standing on jl.finding (rule, first_seen, id) where state not in ('closed', 'accepted');

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A practice database on a private server of the test program's own, from its first line to its last. */

#pragma once

#include "jl-practice.h"
#include "jl-session.h"

G_BEGIN_DECLS

/* Call it first in main. The practice data begin in 2010. */
void jl_test_practice_enter (int *argc, char ***argv, int buildings, int last_year);
/* Call it last: takes everything away. */
void jl_test_practice_leave (void);
/* (transfer full): a session of the role in the practice database */
JlSession *jl_test_practice_open (const char *role);

G_END_DECLS

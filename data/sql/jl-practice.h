/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Practice databases on the private server: made when they are asked for, never mistaken for anybody's own data. */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

#define JL_PRACTICE_DATABASE "jl_practice"
#define JL_PRACTICE_ROLE "jl_practice_housing1"

/**
 * JlPractice: what a practice database holds.
 */
typedef struct
{
  int buildings;
  int first_year;
  int last_year;
} JlPractice;

/* 20 000 buildings, 2010–2014. */
extern const JlPractice jl_practice_default;

/* jl_practice or jl_bench_N: only databases of these names are ever dropped. */
gboolean jl_practice_is_name (const char *database);

/* Makes the database if needed on the running private server, migrates it and fills it with practice data; an existing
 * complete one is left alone unless recreate. */
gboolean jl_practice_ensure (const char *database, int buildings, int first_year, int last_year, gboolean recreate, GError **error);

/* What a complete practice database holds; NOT_FOUND if there is none of that name. */
gboolean jl_practice_find (const char *database, JlPractice *practice, GError **error);

G_END_DECLS

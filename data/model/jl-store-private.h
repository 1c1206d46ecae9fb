/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Shared by the files that load pages: one pipeline in one read-only transaction. */

#pragma once

#include "jl-session.h"

/* REPEATABLE READ READ ONLY around a pipeline, so that a page never mixes two states of the database. */
gboolean jl_store_read (JlSession *session, const JlStep *steps, guint n, JlResult **results, GError **error);

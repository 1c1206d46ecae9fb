/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A file of a test, in a folder of its own; both go with the path. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path, as text. */
typedef char JlTestFile;

/* (transfer full): where nothing is yet */
JlTestFile *jl_test_file_new (const char *name);
/* Removes what has been written there. */
void jl_test_file_free (JlTestFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlTestFile, jl_test_file_free)

G_END_DECLS

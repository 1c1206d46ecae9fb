/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Text as people type it and as other programs take it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Full-width letters, digits and marks as their plain fellows, without blanks around it. (transfer full) */
char *jl_plain_text (const char *typed);

/* Appends text as a JSON string, or null for NULL. The text is UTF-8. */
void jl_append_json_text (GString *json, const char *text);

G_END_DECLS

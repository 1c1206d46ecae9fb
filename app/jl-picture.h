/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Writes pages of a window as PNG, one after the other, each after it has loaded and been painted.
 */

#pragma once

#include "jl-window.h"

G_BEGIN_DECLS

/* pictures: "PAGE=FILE.png", NULL-terminated; unit_id 0: none. The result is a boolean. */
void     jl_picture_write_async (JlWindow           *window,
                                 const char *const  *pictures,
                                 int                 unit_id,
                                 int                 year,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
gboolean jl_picture_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS

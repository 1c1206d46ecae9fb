/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The only file that may call what newer GTK or libadwaita deprecate; shaped like the successors.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question with named answers; the callback reads the chosen response id by
 * jl_compat_ask_finish(). */
void     jl_compat_ask_async (GtkWindow          *parent,
                              const char         *heading,
                              const char         *body,
                              const char         *cancel_label,
                              const char         *accept_label,
                              gboolean            destructive,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
gboolean jl_compat_ask_finish (GAsyncResult *result); /* TRUE: accepted */

/**
 * JlUnsaved: what is to become of something typed and not saved
 */
typedef enum
{
  JL_UNSAVED_STAY,
  JL_UNSAVED_DISCARD,
  JL_UNSAVED_SAVE,
} JlUnsaved;

void      jl_compat_ask_unsaved_async (GtkWindow          *parent,
                                       const char         *heading,
                                       const char         *body,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
JlUnsaved jl_compat_ask_unsaved_finish (GAsyncResult *result);

/* A file of one of the kinds (mime types, NULL at the end), which together are called kinds_name. NULL file without error: the person
 * closed the dialog. */
void   jl_compat_file_open_async (GtkWindow          *parent,
                                  const char         *title,
                                  const char         *kinds_name,
                                  const char *const  *mimes,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
GFile *jl_compat_file_open_finish (GAsyncResult *result);

/* NULL file without error: the person closed the dialog. */
void   jl_compat_file_save_async (GtkWindow          *parent,
                                  const char         *title,
                                  const char         *initial_name,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
GFile *jl_compat_file_save_finish (GAsyncResult *result);
/* For what is written by its path, with suffix at its end whether typed or not. NULL without error: the person closed the dialog; with
 * error: the place is not on this computer. */
char *jl_compat_file_save_finish_path (GAsyncResult *result, const char *suffix, GError **error);

void jl_compat_show_about (GtkWindow *parent);

/* Up to GTK 4.10 the pages of a stack that are not on top look shown to assistive technology; here they say that they are hidden. */
void jl_compat_stack_tell_hidden (GtkStack *stack);

G_END_DECLS

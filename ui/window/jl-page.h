/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The base of every page: it knows the link, the year and the unit, loads in a worker with cancel,
 * and shows the loading, error and content states (look.md 7). Areas that F6 goes through carry the
 * CSS class jl-area. Pages reach others only through window actions: win.open-page s · win.open-unit i ·
 * win.open-register (siis) = register, unit (0: the whole province), year (0: as it is), filter ("" |
 * "missing" | the code of a figure whose records are wanted | "id:123" | "parent:123" | tests of fields such as
 * "severity:blocks;state:open,planned") */

#pragma once

#include <adwaita.h>

#include "jl-link.h"

G_BEGIN_DECLS

#define JL_TYPE_PAGE (jl_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (JlPage, jl_page, JL, PAGE, AdwBin)

/**
 * JlPageClass:
 * @reload: the link, the year or the unit changed while the page is shown (or it is shown for the
 * first time): call jl_page_load()
 * @without_link: it has work to do before a database is open; others wait for their link
 * @show: the product of the last jl_page_load() has arrived; the page takes ownership
 * @concerns: (nullable): whether what stands on the page may have become another once somebody has changed a table of the
 * database; the person is then told by a bar and reloads when it suits. The reload leaves what is chosen and scrolled as it is
 * @save_place: (nullable): where on the page the person is, to come back to; floating
 * @restore_place: with @save_place: goes back there
 * @has_unsaved: (nullable): whether leaving would lose what a person has typed
 * @leave_async: with @has_unsaved: asks whether to save, to discard or to stay, and does it
 * @leave_finish: with @has_unsaved: TRUE when nothing would be lost any more
 * @findings_changed: (nullable): findings have followed what was written while the page is on show: shows them anew
 */
struct _JlPageClass
{
  AdwBinClass parent_class;

  void (*reload) (JlPage *self);
  void (*show) (JlPage *self, gpointer product);
  gboolean (*concerns) (JlPage *self, const char *table);
  GVariant *(*save_place) (JlPage *self);
  void (*restore_place) (JlPage *self, GVariant *place);
  gboolean (*has_unsaved) (JlPage *self);
  void (*leave_async) (JlPage             *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data);
  gboolean (*leave_finish) (JlPage *self, GAsyncResult *result);
  void (*findings_changed) (JlPage *self);

  gboolean without_link;
};

/* The widget with the page's content; shown when a product is there. A subclass's template may
 * simply nest it. Until the first product (class jl-blank) and 200 ms into a load (jl-loading) the
 * texts of .jl-figure and .jl-value are hidden, then grey blocks: give them a placeholder text of
 * the final size. */
void jl_page_set_content (JlPage *self, GtkWidget *content);

/* Runs work in a worker thread; an earlier load is cancelled. Grey blocks after 200 ms, a spinner
 * and 取消 after 2 s; on error the bar with 重试 and 详情, old content stays. */
void jl_page_load (JlPage        *self,
                   JlWorkKind     kind,
                   JlWorkFunc     work,
                   gpointer       data,
                   GDestroyNotify free_data,
                   GDestroyNotify free_product);
void jl_page_reload (JlPage *self);
/* It is about to be shown: it loads while the window is still being put on the screen. */
void jl_page_load_ahead (JlPage *self);
/* Findings have changed: a page on show shows them anew. */
void     jl_page_findings_changed (JlPage *self);
void     jl_page_cancel (JlPage *self);
gboolean jl_page_is_busy (JlPage *self);     /* for more than 2 s; property "busy" notifies */
gboolean jl_page_is_waiting (JlPage *self);  /* a load is under way */
gboolean jl_page_is_loaded (JlPage *self);   /* a product is on show and no load is under way */
gboolean jl_page_is_outdated (JlPage *self); /* the bar says that the data have been changed elsewhere */
/* Shows an error of work done beside load (a step of the assessment, an export). Cancelled is
 * ignored. Does not take error. */
void jl_page_show_error (JlPage *self, const char *what, const GError *error);
/* Calls then(owner, data) once nothing typed would be lost: at once, or after the person has saved or discarded it; never when he
 * stays. A NULL page has nothing to lose. Keeps owner alive meanwhile. */
typedef void (*JlPageLeft) (gpointer owner, gpointer data);
void jl_page_leave_then (JlPage *self, JlPageLeft then, gpointer owner, gpointer data, GDestroyNotify free_data);
/* A toast at the window. */
void jl_page_toast (JlPage *self, const char *text);
/* An empty state instead of the content; NULL action: no button. Called from show. */
void jl_page_show_empty (JlPage     *self,
                         const char *title,
                         const char *why,
                         const char *button,
                         const char *action_name);

/* The page's own words in the header in place of those of the table of pages (notifies "title"), and a widget that shows them; NULL:
 * as in the table. Set once, the widget is kept by the page. */
void        jl_page_set_title (JlPage *self, const char *title);
const char *jl_page_get_title (JlPage *self);
void        jl_page_set_title_widget (JlPage *self, GtkWidget *widget);
GtkWidget  *jl_page_get_title_widget (JlPage *self);
/* Where on the page the person is; NULL for a page that is one place. (transfer full) */
GVariant *jl_page_save_place (JlPage *self);
void      jl_page_restore_place (JlPage *self, GVariant *place);

/* The foot: 数据截止 and 统计口径 texts. */
void jl_page_set_foot (JlPage *self, const char *cutoff, const char *basis);

JlLink *jl_page_get_link (JlPage *self);
void    jl_page_set_link (JlPage *self, JlLink *link);
int     jl_page_get_year (JlPage *self);
void    jl_page_set_year (JlPage *self, int year); /* reloads when shown; notifies "year" */
int     jl_page_get_unit (JlPage *self);
void    jl_page_set_unit (JlPage *self, int unit_id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A circular is read from the frozen year and laid out in a worker; what is shown is never painted by two threads. Exporting
 * reads and lays out once more, so that the file says what the frozen year says and nothing else. */

#include "jl-circular-page.h"

#include "jl-bound-text.h"
#include "jl-circular.h"
#include "jl-compat.h"
#include "jl-error.h"
#include "jl-paper-view.h"
#include "jl-year-picker.h"

#include <glib/gi18n.h>

struct _JlCircularPage
{
  JlPage parent_instance;

  JlCircular *circular; /* (nullable) */

  JlYearPicker *years;
  GtkDropDown  *kinds;
  GtkWidget *export;
  GtkLabel    *title;
  JlBoundText *text;
  JlPaperView *paper;
  GtkWidget   *drops_card;
  GtkLabel    *drops;
};

G_DEFINE_FINAL_TYPE (JlCircularPage, jl_circular_page, JL_TYPE_PAGE)

/* What a worker is asked for: one kind of circular of one year; path: (nullable) the PDF to write. */
typedef struct
{
  int            year;
  JlCircularKind kind;
  char          *path;
} Job;

/* What it brings back: the circular, or why there is none yet. */
typedef struct
{
  JlCircular *circular;
  char       *why_not;
} Product;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job);
}

static void
product_free (Product *product)
{
  g_clear_pointer (&product->circular, jl_circular_free);
  g_free (product->why_not);
  g_free (product);
}

/* In the order of the drop-down. */
static const JlCircularKind kinds[] = { JL_CIRCULAR_SITUATION, JL_CIRCULAR_CRITICISE };

static Job *
job_new (JlCircularPage *self, char *path)
{
  Job *job = g_new0 (Job, 1);

  job->year = jl_page_get_year (JL_PAGE (self));
  job->kind = kinds[MIN (gtk_drop_down_get_selected (self->kinds), G_N_ELEMENTS (kinds) - 1)];
  job->path = path;
  return job;
}

static JlCircular *
make_circular (JlSession *session, const Job *job, GError **error)
{
  JlCircularSource *source = jl_circular_source_load (session, job->year, jl_circular_kind_code (job->kind), error);
  JlCircular       *circular = NULL;

  if (source != NULL)
    circular = jl_circular_new (job->kind, job->year, source->values, source->annexes, source->n_annexes, source->practice, error);
  jl_circular_source_free (source);
  return circular;
}

static gpointer
load_work (JlSession *session, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;
  Product    *product;
  JlCircular *circular = make_circular (session, data, &local);

  if (circular == NULL && !g_error_matches (local, JL_ERROR, JL_ERROR_STATE))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  product = g_new0 (Product, 1);
  product->circular = circular;
  product->why_not = local != NULL ? g_strdup (local->message) : NULL;
  return product;
}

static gpointer
export_work (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (JlCircular) circular = make_circular (session, job, error);

  if (circular == NULL || !jl_circular_write_pdf (circular, job->path, error))
    return NULL;
  return g_strdup (job->path);
}

static void
jl_circular_page_reload (JlPage *page)
{
  jl_page_load (page, JL_WORK_READ, load_work, job_new (JL_CIRCULAR_PAGE (page), NULL), (GDestroyNotify) job_free,
                (GDestroyNotify) product_free);
}

static void
show_drops (JlCircularPage *self)
{
  const char *const *drops = self->circular != NULL ? jl_circular_get_drops (self->circular) : NULL;
  g_autofree char   *text = drops != NULL ? g_strjoinv ("\n", (char **) drops) : NULL;

  gtk_label_set_text (self->drops, text != NULL ? text : "");
  gtk_widget_set_visible (self->drops_card, text != NULL && *text != '\0');
}

static void
take_circular (JlCircularPage *self, JlCircular *circular)
{
  jl_paper_view_set_circular (self->paper, circular);
  jl_bound_text_set_circular (self->text, circular);
  g_clear_pointer (&self->circular, jl_circular_free);
  self->circular = circular;
  show_drops (self);
  gtk_widget_set_sensitive (self->export, circular != NULL);
  gtk_label_set_text (self->title, circular != NULL ? jl_circular_get_title (circular) : "");
}

static void
jl_circular_page_show (JlPage *page, gpointer data)
{
  JlCircularPage *self = JL_CIRCULAR_PAGE (page);
  Product        *product = data;

  take_circular (self, g_steal_pointer (&product->circular));
  if (self->circular == NULL)
    jl_page_show_empty (page, _ ("Not frozen yet"), product->why_not, _ ("Open the assessment"), "win.open-page::assessment");
  product_free (product);
}

static void
kind_picked_cb (JlCircularPage *self)
{
  if (jl_page_get_link (JL_PAGE (self)) != NULL)
    jl_page_reload (JL_PAGE (self));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlCircularPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jl_pool_run_finish (JL_POOL (source), result, &error);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("Exported %s"), name) : NULL;

  if (text != NULL)
    jl_page_toast (JL_PAGE (self), text);
  else
    jl_page_show_error (JL_PAGE (self), _ ("The circular could not be exported."), error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlCircularPage) self = user_data;
  g_autoptr (GFile) file = jl_compat_file_save_finish (result);
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  if (file == NULL || link == NULL)
    return;
  jl_pool_run_async (jl_link_get_pool (link), JL_WORK_READ, export_work, job_new (self, g_file_get_path (file)),
                     (GDestroyNotify) job_free, g_free, NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (JlCircularPage *self)
{
  g_autofree char *name = jl_circular_file_name (self->circular);

  jl_compat_file_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Export PDF"), name, file_chosen_cb,
                                                                                      g_object_ref (self));
}

static void
jl_circular_page_dispose (GObject *object)
{
  JlCircularPage *self = JL_CIRCULAR_PAGE (object);

  if (self->paper != NULL)
    take_circular (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_CIRCULAR_PAGE);
  G_OBJECT_CLASS (jl_circular_page_parent_class)->dispose (object);
}

static void
jl_circular_page_class_init (JlCircularPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_circular_page_dispose;
  JL_PAGE_CLASS (klass)->reload = jl_circular_page_reload;
  JL_PAGE_CLASS (klass)->show = jl_circular_page_show;

  g_type_ensure (JL_TYPE_BOUND_TEXT);
  g_type_ensure (JL_TYPE_PAPER_VIEW);
  g_type_ensure (JL_TYPE_YEAR_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/circular/jl-circular-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, years);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, export);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, title);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, text);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, paper);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, drops_card);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, drops);
  gtk_widget_class_bind_template_callback (widget_class, kind_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
jl_circular_page_init (JlCircularPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_year_picker_bind_page (self->years, JL_PAGE (self));
}

GtkWidget *
jl_circular_page_new (void)
{
  return g_object_new (JL_TYPE_CIRCULAR_PAGE, NULL);
}

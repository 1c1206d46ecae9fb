/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Text and pages are of one circular, which lives until both have let it go. */

#include "jl-circular-page.h"

#include <glib/gi18n.h>

#include "jl-bound-text.h"
#include "jl-circular-work.h"
#include "jl-compat.h"
#include "jl-paper-view.h"
#include "jl-side-layout.h"
#include "jl-year-picker.h"

struct _JlCircularPage
{
  JlPage parent_instance;

  JlCircularProduct *product; /* (nullable) */

  JlYearPicker *years;
  GtkDropDown  *kinds;
  GtkLabel     *organ;
  GtkLabel     *frozen;
  GtkSpinner   *exporting;
  GtkWidget *export;
  GtkWidget     *draft;
  JlBoundText   *text;
  JlPaperView   *paper;
  GtkWidget     *drops_card;
  GtkLabel      *n_drops;
  GtkBox        *drops;
  AdwStatusPage *nothing;
  GtkWidget     *assessment;
};

G_DEFINE_FINAL_TYPE (JlCircularPage, jl_circular_page, JL_TYPE_PAGE)

/* In the order of the drop-down. */
static const JlCircularKind kinds[] = { JL_CIRCULAR_SITUATION, JL_CIRCULAR_CRITICISE };

static JlCircularKind
selected_kind (JlCircularPage *self)
{
  return kinds[MIN (gtk_drop_down_get_selected (self->kinds), G_N_ELEMENTS (kinds) - 1)];
}

static JlCircularJob *
make_job (JlCircularPage *self, char *path)
{
  return jl_circular_job_new (jl_page_get_year (JL_PAGE (self)), selected_kind (self), path);
}

static const JlCircular *
shown_circular (JlCircularPage *self)
{
  return self->product ? self->product->circular : NULL;
}

/* ---- showing */

static void
show_drops (JlCircularPage *self)
{
  const JlCircular  *circular = shown_circular (self);
  const char *const *drops = circular ? jl_circular_get_drops (circular) : NULL;
  guint              n = drops ? g_strv_length ((char **) drops) : 0;
  g_autofree char   *count = g_strdup_printf ("%u", n);
  GtkWidget         *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->drops))) != NULL)
    gtk_box_remove (self->drops, child);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label = gtk_label_new (drops[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "jl-rule");
      gtk_box_append (self->drops, label);
    }
  gtk_label_set_text (self->n_drops, count);
  gtk_widget_set_visible (self->drops_card, n > 0);
}

/* The draft for the provincial government goes out under that government's name, not under ours. */
static void
show_organ (JlCircularPage *self)
{
  const char      *organ = self->product ? self->product->organ : NULL;
  gboolean         for_another = selected_kind (self) == JL_CIRCULAR_CRITICISE;
  g_autofree char *text = NULL;

  if (organ && for_another)
    /* Translators: the organ that will issue what is drafted for it */
    text = g_strdup_printf (_ ("Issued by: %s (draft prepared for it)"), organ);
  else if (organ)
    /* Translators: the organ that issues the circular */
    text = g_strdup_printf (_ ("Issued by: %s"), organ);
  gtk_label_set_text (self->organ, text ? text : "");
}

static void
show_frozen (JlCircularPage *self)
{
  const char      *day = self->product ? self->product->frozen_on : NULL;
  g_autofree char *text = day ? g_strdup_printf (_ ("Frozen figures: %s"), day) : NULL;

  gtk_label_set_text (self->frozen, text ? text : "");
}

static void
show_foot (JlCircularPage *self)
{
  const JlCircularProduct *product = self->product;
  g_autofree char         *cutoff = NULL;
  g_autofree char         *basis = NULL;

  if (product && product->frozen_on)
    cutoff =
        g_strdup_printf (_ ("frozen figures of the year %d"), jl_page_get_year (JL_PAGE (self)));
  if (product && product->denominator)
    /* Translators: what the share of metered billing is of */
    basis = g_strdup_printf (_ ("metered-billing area, residential ÷ %s"), product->denominator);
  jl_page_set_foot (JL_PAGE (self), cutoff, basis);
}

static void
show_nothing (JlCircularPage *self)
{
  const JlCircularProduct *product = self->product;

  if (product == NULL || product->circular)
    return;
  adw_status_page_set_title (self->nothing, product->frozen ? _ ("The circular cannot be drafted")
                                                            : _ ("Not frozen yet"));
  adw_status_page_set_description (self->nothing, product->frozen
                                                      ? product->why_not
                                                      : _ ("Circulars quote frozen figures only."));
  gtk_widget_set_visible (self->assessment, !product->frozen);
}

static void
take_product (JlCircularPage *self, JlCircularProduct *product)
{
  const JlCircular *circular = product ? product->circular : NULL;

  jl_paper_view_set_circular (self->paper, circular);
  jl_bound_text_set_circular (self->text, circular);
  g_clear_pointer (&self->product, jl_circular_product_free);
  self->product = product;
  show_drops (self);
}

static void
jl_circular_page_show (JlPage *page, gpointer data)
{
  JlCircularPage *self = JL_CIRCULAR_PAGE (page);

  take_product (self, data);
  show_organ (self);
  show_frozen (self);
  show_foot (self);
  show_nothing (self);
  gtk_widget_set_visible (self->draft, shown_circular (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), shown_circular (self) == NULL);
  gtk_widget_set_visible (self->export, shown_circular (self) != NULL);
  gtk_widget_set_sensitive (self->export, !gtk_spinner_get_spinning (self->exporting));
}

/* What is shown is not what will be asked for any more: it is not exported meanwhile. */
static void
jl_circular_page_reload (JlPage *page)
{
  JlCircularPage *self = JL_CIRCULAR_PAGE (page);

  gtk_widget_set_sensitive (self->export, FALSE);
  jl_page_load (page, JL_WORK_READ, jl_circular_load_work, make_job (self, NULL),
                (GDestroyNotify) jl_circular_job_free, (GDestroyNotify) jl_circular_product_free);
}

static void
kind_picked_cb (JlCircularPage *self)
{
  if (jl_page_get_link (JL_PAGE (self)) != NULL)
    jl_page_reload (JL_PAGE (self));
}

/* ---- exporting */

static void
set_exporting (JlCircularPage *self, gboolean exporting)
{
  gtk_spinner_set_spinning (self->exporting, exporting);
  gtk_widget_set_visible (GTK_WIDGET (self->exporting), exporting);
  gtk_widget_set_sensitive (self->export, !exporting && jl_page_is_loaded (JL_PAGE (self)));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlCircularPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jl_pool_run_finish (JL_POOL (source), result, &error);
  g_autofree char *name = path ? g_path_get_basename (path) : NULL;
  g_autofree char *text = name ? g_strdup_printf (_ ("Exported %s"), name) : NULL;

  if (self->exporting == NULL)
    return;
  set_exporting (self, FALSE);
  if (text)
    jl_page_toast (JL_PAGE (self), text);
  else
    jl_page_show_error (JL_PAGE (self), _ ("The circular could not be exported."), error);
}

/* Takes path. */
static void
export_to (JlCircularPage *self, JlLink *link, char *path)
{
  set_exporting (self, TRUE);
  jl_pool_run_async (jl_link_get_pool (link), JL_WORK_READ, jl_circular_export_work,
                     make_job (self, path), (GDestroyNotify) jl_circular_job_free, g_free, NULL,
                     exported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlCircularPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jl_compat_file_save_finish_path (result, ".pdf", &error);
  JlLink          *link = jl_page_get_link (JL_PAGE (self));

  if (self->exporting == NULL || link == NULL)
    return;
  if (path)
    export_to (self, link, g_steal_pointer (&path));
  else if (error)
    jl_page_show_error (JL_PAGE (self), _ ("The circular could not be exported."), error);
}

static void
export_cb (JlCircularPage *self)
{
  g_autofree char *name = jl_circular_file_name (shown_circular (self));

  jl_compat_file_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Export PDF"),
                             name, file_chosen_cb, g_object_ref (self));
}

/* ---- making */

static void
jl_circular_page_dispose (GObject *object)
{
  JlCircularPage *self = JL_CIRCULAR_PAGE (object);

  if (self->paper)
    take_product (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_CIRCULAR_PAGE);
  G_OBJECT_CLASS (jl_circular_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, years);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, organ);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, frozen);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, exporting);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, export);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, draft);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, text);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, paper);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, drops_card);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, n_drops);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, drops);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, JlCircularPage, assessment);
  gtk_widget_class_bind_template_callback (widget_class, kind_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
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
  g_type_ensure (JL_TYPE_SIDE_LAYOUT);
  g_type_ensure (JL_TYPE_YEAR_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/circular/jl-circular-page.ui");
  bind_children (widget_class);
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

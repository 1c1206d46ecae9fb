/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The base of every page: what it looks at, one load at a time, and the states around its content.
 *
 * A page loads only while it is mapped, or just before. Leaving it cancels the load and marks it stale, so that
 * coming back starts anew; a change of link, viewpoint, year or unit does the same to a hidden page and
 * reloads a shown one at once. */

#include "jl-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jl-advice.h"
#include "jl-banner.h"
#include "jl-side-layout.h"
#include "jl-compat.h"
#include "jl-error.h"
#include "jl-register.h"
#include "jl-run.h"

#define BLOCKS_AFTER_MS 200
#define SLOW_AFTER_MS 2000

typedef struct
{
  JlLink *link; /* (nullable) */
  int     year;
  int     unit_id;

  char      *title;        /* (nullable) */
  GtkWidget *title_widget; /* (nullable), owned */

  GCancellable *cancellable; /* of the load under way, else NULL */
  gboolean      stale;
  gboolean      overtaken; /* somebody changed the data while they were being read */
  gboolean      busy;
  GDateTime    *loaded_at; /* of the product on show, else NULL */
  guint         blocks_timeout;
  guint         slow_timeout;

  JlBanner      *banner;
  GtkWidget     *outdated;
  GtkStack      *stack;
  AdwBin        *content;
  AdwStatusPage *empty;
  GtkButton     *empty_button;
  GtkWidget     *cutoff_head;
  GtkLabel      *cutoff;
  GtkWidget     *basis_head;
  GtkLabel      *basis;
} JlPagePrivate;

static void jl_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (JlPage,
                                  jl_page,
                                  ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (JlPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             jl_page_buildable_init))

enum
{
  PROP_0,
  PROP_LINK,
  PROP_YEAR,
  PROP_UNIT,
  PROP_BUSY,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec        *props[N_PROPS];
static GtkBuildableIface *parent_buildable;

static JlPagePrivate *
private_of (JlPage *self)
{
  return jl_page_get_instance_private (self);
}

static void
set_busy (JlPage *self, gboolean busy)
{
  JlPagePrivate *priv = private_of (self);

  if (priv->busy == busy)
    return;
  priv->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static gboolean
blocks_timeout_cb (gpointer user_data)
{
  JlPagePrivate *priv = private_of (user_data);

  priv->blocks_timeout = 0;
  gtk_widget_add_css_class (GTK_WIDGET (priv->content), "jl-loading");
  return G_SOURCE_REMOVE;
}

static gboolean
slow_timeout_cb (gpointer user_data)
{
  private_of (user_data)->slow_timeout = 0;
  set_busy (user_data, TRUE);
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (JlPage *self)
{
  JlPagePrivate *priv = private_of (self);

  g_clear_handle_id (&priv->blocks_timeout, g_source_remove);
  g_clear_handle_id (&priv->slow_timeout, g_source_remove);
  g_clear_object (&priv->cancellable);
  gtk_widget_remove_css_class (GTK_WIDGET (priv->content), "jl-loading");
  set_busy (self, FALSE);
}

static void
start_waiting (JlPage *self)
{
  JlPagePrivate *priv = private_of (self);

  priv->blocks_timeout = g_timeout_add (BLOCKS_AFTER_MS, blocks_timeout_cb, self);
  priv->slow_timeout = g_timeout_add (SLOW_AFTER_MS, slow_timeout_cb, self);
}

static void
cancel_load (JlPage *self)
{
  JlPagePrivate *priv = private_of (self);
  g_autoptr (GCancellable) running = g_steal_pointer (&priv->cancellable);

  stop_waiting (self);
  if (running)
    g_cancellable_cancel (running);
}

static void
reload_now (JlPage *self)
{
  JlPagePrivate *priv = private_of (self);

  if (priv->link == NULL && !JL_PAGE_GET_CLASS (self)->without_link)
    return;
  priv->stale = FALSE;
  gtk_widget_set_visible (priv->outdated, FALSE);
  if (JL_PAGE_GET_CLASS (self)->reload)
    JL_PAGE_GET_CLASS (self)->reload (self);
}

static void
reload_if_shown (JlPage *self)
{
  private_of (self)->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload_now (self);
}

/* The past that somebody looks back at does not change. A page out of sight is read anew when it comes back. */
static void
data_changed_cb (JlPage *self, const char *table, gboolean own)
{
  JlPagePrivate *priv = private_of (self);
  JlPageClass   *klass = JL_PAGE_GET_CLASS (self);

  if (klass->concerns == NULL || (priv->loaded_at == NULL && priv->cancellable == NULL) || jl_link_get_known_on (priv->link) ||
      (*table != '\0' && !klass->concerns (self, table)))
    return;
  if (priv->cancellable && !own)
    priv->overtaken = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->stale = TRUE;
  else if (!own && priv->loaded_at)
    gtk_widget_set_visible (priv->outdated, TRUE);
}

/* What the database says about the state of things is plainer than any general advice. */
static char *
advice_of (const GError *error)
{
  if (g_error_matches (error, JL_ERROR, JL_ERROR_STATE))
    /* Translators: a sentence of the database; the second one follows it */
    return g_strdup_printf (_ ("%.*s. See the details."), (int) strcspn (error->message, "\n"), error->message);
  return g_strdup (jl_advice_for (error));
}

static char *
error_sentence (JlPage *self, const char *what, const GError *error)
{
  JlPagePrivate   *priv = private_of (self);
  g_autofree char *advice = advice_of (error);
  g_autofree char *time = priv->loaded_at ? g_date_time_format (priv->loaded_at, "%H:%M") : NULL;

  if (time == NULL)
    /* Translators: two sentences after each other */
    return g_strdup_printf (C_ ("sentences", "%s %s"), what, advice);
  /* Translators: what failed, what to do about it, time at which the figures still on the page were
   * read */
  return g_strdup_printf (_ ("%s  %s  The figures shown are as of %s."), what, advice, time);
}

static void
show_product (JlPage *self, gpointer product)
{
  JlPagePrivate *priv = private_of (self);

  g_clear_pointer (&priv->loaded_at, g_date_time_unref);
  priv->loaded_at = g_date_time_new_now_local ();
  gtk_widget_set_visible (priv->outdated, priv->overtaken);
  jl_banner_hide (priv->banner);
  gtk_widget_remove_css_class (GTK_WIDGET (priv->content), "jl-blank");
  gtk_stack_set_visible_child_name (priv->stack, "content");
  JL_PAGE_GET_CLASS (self)->show (self, product);
}

static void
load_failed (JlPage *self, const GError *error)
{
  JlPagePrivate *priv = private_of (self);

  if (priv->loaded_at == NULL)
    gtk_stack_set_visible_child_name (priv->stack, "nothing");
  jl_page_show_error (self, _ ("This page could not be loaded."), error);
}

static void
load_done (gpointer owner, gpointer product, const GError *error)
{
  JlPage *self = owner;

  stop_waiting (self);
  if (error)
    load_failed (self, error);
  else
    show_product (self, product);
}

static void
jl_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  JlPage *self = JL_PAGE (buildable);

  if (private_of (self)->content && GTK_IS_WIDGET (child))
    jl_page_set_content (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
jl_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = jl_page_add_child;
}

static void
jl_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jl_page_parent_class)->map (widget);
  if (private_of (JL_PAGE (widget))->stale)
    reload_if_shown (JL_PAGE (widget));
}

static void
jl_page_unmap (GtkWidget *widget)
{
  JlPage *self = JL_PAGE (widget);

  if (private_of (self)->cancellable || jl_page_is_outdated (self))
    private_of (self)->stale = TRUE;
  cancel_load (self);
  GTK_WIDGET_CLASS (jl_page_parent_class)->unmap (widget);
}

static void
jl_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JlPagePrivate *priv = private_of (JL_PAGE (object));

  switch (id)
    {
    case PROP_LINK:
      g_value_set_object (value, priv->link);
      break;
    case PROP_YEAR:
      g_value_set_int (value, priv->year);
      break;
    case PROP_UNIT:
      g_value_set_int (value, priv->unit_id);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, priv->busy);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* No gtk_widget_dispose_template() here: in GTK 4.8 it looks for the template of the instance's own
 * class, which is the subclass's. AdwBin drops the only child, and what the template bound goes
 * with the page. */
static void
jl_page_dispose (GObject *object)
{
  cancel_load (JL_PAGE (object));
  g_clear_object (&private_of (JL_PAGE (object))->link);
  g_clear_object (&private_of (JL_PAGE (object))->title_widget);
  G_OBJECT_CLASS (jl_page_parent_class)->dispose (object);
}

static void
jl_page_finalize (GObject *object)
{
  g_clear_pointer (&private_of (JL_PAGE (object))->loaded_at, g_date_time_unref);
  g_free (private_of (JL_PAGE (object))->title);
  G_OBJECT_CLASS (jl_page_parent_class)->finalize (object);
}

static void
jl_page_class_init (JlPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jl_page_get_property;
  object_class->dispose = jl_page_dispose;
  object_class->finalize = jl_page_finalize;
  widget_class->map = jl_page_map;
  widget_class->unmap = jl_page_unmap;

  props[PROP_LINK] = g_param_spec_object ("link", NULL, NULL, JL_TYPE_LINK,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, G_MAXINT, 0,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_UNIT] = g_param_spec_int ("unit", NULL, NULL, 0, G_MAXINT, 0,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (JL_TYPE_BANNER);
  g_type_ensure (JL_TYPE_SIDE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jiliang/Jiliang/window/jl-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, banner);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, outdated);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, empty_button);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, cutoff_head);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, cutoff);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, basis_head);
  gtk_widget_class_bind_template_child_private (widget_class, JlPage, basis);
  gtk_widget_class_bind_template_callback (widget_class, jl_page_reload);
}

static void
jl_page_init (JlPage *self)
{
  private_of (self)->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (private_of (self)->stack);
}

void
jl_page_set_content (JlPage *self, GtkWidget *content)
{
  adw_bin_set_child (private_of (self)->content, content);
}

/**
 * jl_page_load:
 * @work: runs in a worker thread with a session of the page's link; with a NULL session on a page
 * without link
 * @data: (nullable): what @work needs, freed with @free_data after it has run
 */
void
jl_page_load (JlPage        *self,
              JlWorkKind     kind,
              JlWorkFunc     work,
              gpointer       data,
              GDestroyNotify free_data,
              GDestroyNotify free_product)
{
  JlPagePrivate *priv = private_of (self);
  JlPool        *pool = priv->link ? jl_link_get_pool (priv->link) : NULL;

  cancel_load (self);
  start_waiting (self);
  priv->overtaken = FALSE;
  priv->cancellable =
      jl_run_start (self, pool, kind, work, data, free_data, free_product, load_done);
}

void
jl_page_findings_changed (JlPage *self)
{
  JlPageClass *klass = JL_PAGE_GET_CLASS (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && klass->findings_changed)
    klass->findings_changed (self);
}

void
jl_page_reload (JlPage *self)
{
  reload_if_shown (self);
}

void
jl_page_load_ahead (JlPage *self)
{
  if (private_of (self)->stale)
    reload_now (self);
}

/* Ends a load that takes too long; what was shown stays. */
void
jl_page_cancel (JlPage *self)
{
  JlPagePrivate *priv = private_of (self);

  if (priv->cancellable == NULL)
    return;
  cancel_load (self);
  if (priv->loaded_at == NULL)
    jl_page_show_empty (self, _ ("Nothing loaded"), _ ("Loading was cancelled."), NULL, NULL);
}

gboolean
jl_page_is_busy (JlPage *self)
{
  return private_of (self)->busy;
}

gboolean
jl_page_is_waiting (JlPage *self)
{
  return private_of (self)->cancellable != NULL;
}

gboolean
jl_page_is_loaded (JlPage *self)
{
  JlPagePrivate *priv = private_of (self);

  return priv->cancellable == NULL && priv->loaded_at != NULL;
}

gboolean
jl_page_is_outdated (JlPage *self)
{
  return gtk_widget_get_visible (private_of (self)->outdated);
}

void
jl_page_show_error (JlPage *self, const char *what, const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *details = jl_register_say (error->message);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_debug ("%s: %s", what, error->message);
  sentence = error_sentence (self, what, error);
  jl_banner_show (private_of (self)->banner, sentence, details, TRUE);
}

/* What happens once the page may be left. */
typedef struct
{
  JlPageLeft     then;
  GObject       *owner;
  gpointer       data;
  GDestroyNotify free_data;
} Departure;

static void
departure_free (Departure *departure)
{
  if (departure->free_data)
    departure->free_data (departure->data);
  g_object_unref (departure->owner);
  g_free (departure);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Departure, departure_free)

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Departure) departure = user_data;

  if (JL_PAGE_GET_CLASS (source)->leave_finish (JL_PAGE (source), result))
    departure->then (departure->owner, departure->data);
}

/**
 * jl_page_leave_then:
 * @self: (nullable): the page on show
 * @then: called with @owner and @data once nothing would be lost
 * @owner: (type GObject): kept alive until the person has answered
 * @data: (nullable): freed with @free_data in every case
 */
void
jl_page_leave_then (JlPage *self, JlPageLeft then, gpointer owner, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (Departure) departure = g_new0 (Departure, 1);
  JlPageClass *klass = self ? JL_PAGE_GET_CLASS (self) : NULL;

  *departure = (Departure){ then, g_object_ref (owner), data, free_data };
  if (klass && klass->has_unsaved && klass->has_unsaved (self))
    klass->leave_async (self, NULL, left_cb, g_steal_pointer (&departure));
  else
    then (owner, data);
}

void
jl_page_toast (JlPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/* The target goes first: GTK looks at both as soon as it has the name. */
static void
set_action (GtkActionable *actionable, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed_name, &name, &target, NULL))
    g_return_if_reached ();
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

void
jl_page_show_empty (JlPage     *self,
                    const char *title,
                    const char *why,
                    const char *button,
                    const char *action_name)
{
  JlPagePrivate *priv = private_of (self);

  adw_status_page_set_title (priv->empty, title);
  adw_status_page_set_description (priv->empty, why);
  gtk_widget_set_visible (GTK_WIDGET (priv->empty_button), action_name != NULL);
  if (action_name)
    {
      gtk_button_set_label (priv->empty_button, button);
      set_action (GTK_ACTIONABLE (priv->empty_button), action_name);
    }
  gtk_stack_set_visible_child_name (priv->stack, "empty");
}

void
jl_page_set_title (JlPage *self, const char *title)
{
  JlPagePrivate *priv = private_of (self);

  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
jl_page_get_title (JlPage *self)
{
  return private_of (self)->title;
}

void
jl_page_set_title_widget (JlPage *self, GtkWidget *widget)
{
  g_return_if_fail (private_of (self)->title_widget == NULL);

  private_of (self)->title_widget = g_object_ref_sink (widget);
}

GtkWidget *
jl_page_get_title_widget (JlPage *self)
{
  return private_of (self)->title_widget;
}

GVariant *
jl_page_save_place (JlPage *self)
{
  JlPageClass *klass = JL_PAGE_GET_CLASS (self);

  return klass->save_place ? g_variant_ref_sink (klass->save_place (self)) : NULL;
}

void
jl_page_restore_place (JlPage *self, GVariant *place)
{
  JL_PAGE_GET_CLASS (self)->restore_place (self, place);
}

void
jl_page_set_foot (JlPage *self, const char *cutoff, const char *basis)
{
  JlPagePrivate *priv = private_of (self);

  gtk_label_set_text (priv->cutoff, cutoff ? cutoff : "");
  gtk_label_set_text (priv->basis, basis ? basis : "");
  gtk_widget_set_visible (priv->cutoff_head, cutoff != NULL);
  gtk_widget_set_visible (priv->basis_head, basis != NULL);
}

JlLink *
jl_page_get_link (JlPage *self)
{
  return private_of (self)->link;
}

void
jl_page_set_link (JlPage *self, JlLink *link)
{
  JlPagePrivate *priv = private_of (self);

  if (priv->link == link)
    return;
  if (priv->link)
    {
      g_signal_handlers_disconnect_by_func (priv->link, reload_if_shown, self);
      g_signal_handlers_disconnect_by_func (jl_link_get_pool (priv->link), data_changed_cb, self);
    }
  g_set_object (&priv->link, link);
  if (link)
    {
      g_signal_connect_object (link, "viewpoint-changed", G_CALLBACK (reload_if_shown), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (jl_link_get_pool (link), "changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINK]);
  reload_if_shown (self);
}

int
jl_page_get_year (JlPage *self)
{
  return private_of (self)->year;
}

void
jl_page_set_year (JlPage *self, int year)
{
  JlPagePrivate *priv = private_of (self);

  if (priv->year == year)
    return;
  priv->year = year;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YEAR]);
  reload_if_shown (self);
}

int
jl_page_get_unit (JlPage *self)
{
  return private_of (self)->unit_id;
}

void
jl_page_set_unit (JlPage *self, int unit_id)
{
  JlPagePrivate *priv = private_of (self);

  if (priv->unit_id == unit_id)
    return;
  priv->unit_id = unit_id;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT]);
  reload_if_shown (self);
}

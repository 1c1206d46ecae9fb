/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the files of the pane share: loading (jl-finding-pane.c), what is read, the form of a step, papers, leaving. */

#pragma once

#include "jl-columns-layout.h"
#include "jl-finding-pane.h"
#include "jl-finding-work.h"
#include "jl-pair-list.h"
#include "jl-record-form.h"
#include "jl-run.h"
#include "jl-severity.h"

G_BEGIN_DECLS

struct _JlFindingPane
{
  GtkBox parent_instance;

  JlLink              *link;         /* (nullable) */
  gint64               id;           /* asked for last; 0: none */
  JlFindingDetails    *details;      /* (nullable): on show */
  const JlFindingStep *step;         /* (nullable): whose form is open */
  GCancellable        *loading;      /* (nullable) */
  GCancellable        *saving;       /* (nullable) */
  GCancellable        *paper_run;    /* (nullable): a paper on its way in or out */
  GTask               *departure;    /* (nullable): waits for the person's answer or the end of the step */
  gint64               attaching_to; /* the finding that a paper on its way in is for */
  gboolean             forestalled;

  JlStateMark  *severity;
  GtkLabel     *state;
  GtkLabel     *title;
  GtkLabel     *clause;
  GtkLabel     *notice;
  GtkStack     *stack;
  GtkLabel     *evidence;
  GtkLabel     *verdict;
  JlPairList   *facts;
  GtkBox       *trail;
  GtkBox       *buttons;
  GtkLabel     *why_not_closed;
  GtkLabel     *hint;
  JlRecordForm *form;
  GtkWidget    *papers;
  GtkDropDown  *paper;
  GtkLabel     *problem;
  GtkButton    *save;
};

/* Of the finding on show; NULL, 0: none. */
const char       *jl_finding_pane_cell (JlFindingPane *self, const char *column);
gint64            jl_finding_pane_number (JlFindingPane *self, const char *column);
const JlRegister *jl_finding_pane_register (JlFindingPane *self); /* (nullable): of its record */

/* NULL hides the label. */
void jl_finding_pane_set_sentence (GtkLabel *label, const char *sentence);

/* Runs work on the finding; takes job. What runs in the slot is cancelled. */
void          jl_finding_pane_start (JlFindingPane *self,
                                     GCancellable **slot,
                                     JlWorkKind     kind,
                                     JlWorkFunc     work,
                                     JlFindingJob  *job,
                                     GDestroyNotify free_product,
                                     JlRunDone      done);
JlFindingJob *jl_finding_pane_job_new (JlFindingPane *self);
void          jl_finding_pane_load (JlFindingPane *self);

void jl_finding_pane_show_reading (JlFindingPane *self);

void jl_finding_pane_end_form (JlFindingPane *self);
void jl_finding_pane_stop_loading (JlFindingPane *self);
void jl_finding_pane_save (JlFindingPane *self);
void jl_finding_pane_step_action (GtkWidget *widget, const char *name, GVariant *parameter);
void jl_finding_pane_save_action (GtkWidget *widget, const char *name, GVariant *parameter);

void jl_finding_pane_fill_papers (JlFindingPane *self, gboolean select_newest);
int  jl_finding_pane_chosen_paper (JlFindingPane *self); /* 0: none */
void jl_finding_pane_attach_action (GtkWidget *widget, const char *name, GVariant *parameter);
void jl_finding_pane_open_paper_action (GtkWidget *widget, const char *name, GVariant *parameter);

void jl_finding_pane_answer_departure (JlFindingPane *self, gboolean may_leave);
void jl_finding_pane_cancel_action (GtkWidget *widget, const char *name, GVariant *parameter);
void jl_finding_pane_close_action (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS

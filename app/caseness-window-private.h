/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-import-dialog.h"
#include "caseness-page.h"
#include "caseness-period-button.h"
#include "caseness-window.h"
#include "caseness-work-view.h"

G_BEGIN_DECLS

/* The window in two files: caseness-window.c is what it shows, caseness-window-actions.c is what it does. */
struct _CasenessWindow
{
  AdwApplicationWindow parent_instance;
  CasenessSession *session;              /* owned */
  CasenessSettings *settings;            /* owned, from caseness_window_new () on */
  GCancellable *working;                 /* owned, nullable: what `win.cancel-work` calls off */
  GtkNativeDialog *chooser;              /* owned, nullable: the file chooser on show */
  CasenessImportDialog *import_dialog;   /* weak, nullable: the one on show */

  AdwToastOverlay *toasts;
  GtkStack *title_stack;
  CasenessPeriodButton *period;
  GtkWidget *sidebar_button;
  GtkWidget *service_button;
  GtkLabel *service_label;
  GMenu *recent_menu;
  GtkWidget *print_button;
  GtkWidget *meeting_button;
  GtkWidget *meeting_label;
  GtkRevealer *work_revealer;
  GtkLabel *work_label;
  GtkProgressBar *work_progress;
  CasenessWorkView *work;
  GtkStack *content_stack;
  AdwFlap *flap;
  GtkBox *page_list;
  GtkStack *page_stack;
};

/** caseness_window_install_actions: installs every `win.` action that is no property. */
void caseness_window_install_actions (GtkWidgetClass *widget_class);

/** caseness_window_get_page: Returns: (transfer none) (nullable): the page on show. */
CasenessPage *caseness_window_get_page (CasenessWindow *self);

/** caseness_window_show_import: shows the import dialog with @files to import, maybe none. */
void caseness_window_show_import (CasenessWindow *self, GFile *const *files, guint n_files);

/** caseness_window_update_work: shows or hides the bar of long work. */
void caseness_window_update_work (CasenessWindow *self);

G_END_DECLS

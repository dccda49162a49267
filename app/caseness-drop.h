/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessDropKind: what can be done with a file that was dropped or named on the command line. */
typedef enum
{
  CASENESS_DROP_SERVICE, /* opened */
  CASENESS_DROP_IMPORT,  /* imported: a folder, a CSV list or an archive */
  CASENESS_DROP_OTHER,   /* nothing we know */
} CasenessDropKind;

/** caseness_drop_judge: tells by the ending of the name, and by whether it is a folder. */
CasenessDropKind caseness_drop_judge (GFile *file);

/**
 * caseness_drop_judge_all:
 * @files: (array length=n_files): what was dropped together
 * @n_files: how many
 *
 * Returns: what can be done with all of them at once: open one service file, or import one or many.
 */
CasenessDropKind caseness_drop_judge_all (GFile *const *files, guint n_files);

/**
 * caseness_drop_describe_strangers:
 * @files: (array length=n_files): what was dropped together and can neither be opened nor imported
 * @n_files: how many
 *
 * Returns: (transfer full): what is said of it: of one file what it is and what to do with it
 */
char *caseness_drop_describe_strangers (GFile *const *files, guint n_files);

/** CasenessDropFunc: takes what was let go over @widget. */
typedef void (*CasenessDropFunc) (GtkWidget *widget, GFile *const *files, guint n_files);

/** caseness_drop_accept: from now on files can be dropped on @widget, which are handed to @take. */
void caseness_drop_accept (GtkWidget *widget, CasenessDropFunc take);

G_END_DECLS

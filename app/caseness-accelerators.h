/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CasenessAccelerator: one key and what it does. */
typedef struct
{
  const char *action; /* detailed action name */
  const char *keys;   /* as gtk_accelerator_parse() reads them */
  const char *title;  /* what the shortcuts window says, marked for gettext */
} CasenessAccelerator;

/** caseness_accelerators_get: Returns: (transfer none) (array length=n): every key of the program, the only such list. */
const CasenessAccelerator *caseness_accelerators_get (guint *n);

/** caseness_accelerators_install: makes the keys work in @application. */
void caseness_accelerators_install (GtkApplication *application);

G_END_DECLS

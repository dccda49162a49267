/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CASENESS_PAGE_KEYS: the keys of the pages, as the shortcuts window writes a range; one key a page. */
#define CASENESS_PAGE_KEYS "<Control>1...9 <Control>0"

/** CASENESS_N_PAGE_KEYS: how many pages have a key. */
#define CASENESS_N_PAGE_KEYS 10

/** CasenessAccelerator: one key and what it does. */
typedef struct
{
  const char *action; /* detailed action name */
  const char *keys;   /* as gtk_accelerator_parse() reads them, or CASENESS_PAGE_KEYS */
  const char *title;  /* what the shortcuts window says, marked for gettext */
} CasenessAccelerator;

/** caseness_accelerators_get: Returns: (transfer none) (array length=n): every key of the program, the only such list. */
const CasenessAccelerator *caseness_accelerators_get (guint *n);

/** caseness_accelerators_install: makes the keys work in @application. */
void caseness_accelerators_install (GtkApplication *application);

G_END_DECLS

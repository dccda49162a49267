/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessPrivateFolder:
 *
 * A folder for what is taken out of an archive or a database: nobody else can open it, since NHS numbers are in it. It
 * is gone when it is cleared; what a killed process left of such folders goes when the next one is made.
 */
typedef struct
{
  char *root;   /* the folder to fill */
  char *folder; /* around @root */
  int claim;    /* open file that says the folder is in use */
} CasenessPrivateFolder;

/**
 * caseness_private_folder_make:
 * @folder: (out caller-allocates): zero-filled; to be cleared whatever the outcome
 * @name: what @root is to be called
 *
 * Returns: 0, or the errno that says why it could not be made.
 */
int caseness_private_folder_make (CasenessPrivateFolder *folder, const char *name);

/** caseness_private_folder_clear: removes the folder with all that is in it; zero-filled ones are fine. */
void caseness_private_folder_clear (CasenessPrivateFolder *folder);

G_END_DECLS

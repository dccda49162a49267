/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessDraft:
 *
 * A hidden service file beside the one that is wanted, which gets its name when it is whole. What a killed process left
 * goes when the next draft of the same name is made.
 */
typedef struct
{
  char *path; /* NULL when there is none */
  int file;   /* claims it for as long as it is open */
} CasenessDraft;

#define CASENESS_DRAFT_INIT { NULL, -1 }

/**
 * caseness_draft_make:
 * @draft: an initialised draft
 * @path: the file that is wanted
 * @error: return location: the folder cannot be written, or is full
 *
 * Returns: whether there is an empty file, readable by its owner only.
 */
gboolean caseness_draft_make (CasenessDraft *draft, const char *path, GError **error);

/**
 * caseness_draft_publish:
 * @draft: a draft that nobody has open
 * @path: the name it gets
 * @may_replace: whether a file of that name goes; otherwise it is not touched
 * @error: return location
 *
 * Writes the draft out to the disk, and its name after it.
 *
 * Returns: whether it has its name.
 */
gboolean caseness_draft_publish (CasenessDraft *draft, const char *path, gboolean may_replace, GError **error);

/** caseness_draft_clear: removes what was not published; after SQLite has closed it, whose locks end here. */
void caseness_draft_clear (CasenessDraft *draft);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasenessDraft, caseness_draft_clear)

G_END_DECLS

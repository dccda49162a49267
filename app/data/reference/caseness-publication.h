/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-data-error.h"
#include "caseness-published.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CASENESS_PUBLICATION_TABLE: what a receipt calls the table of a published file. */
#define CASENESS_PUBLICATION_TABLE "Publication"

/** CasenessPublicationLayout: which of the files that NHS England publishes one is (publication-format.md). */
typedef enum
{
  CASENESS_PUBLICATION_MONTHLY, /* a row a figure, with organisations of every level */
  CASENESS_PUBLICATION_ANNUAL,  /* a row an organisation and group, a column a figure */
  CASENESS_PUBLICATION_THERAPY, /* a row a therapy or problem descriptor, a column a figure */
  CASENESS_PUBLICATION_TIDY,    /* a row a figure of one kind of organisation, as some copies have it */
} CasenessPublicationLayout;

/** CasenessPublication: one published file, read. */
typedef struct
{
  CasenessPublicationLayout layout;
  char *file;                  /* base name */
  guint64 bytes;
  char *sha256;                /* hex */
  guint n_rows;                /* below the header */
  guint n_kept;                /* of which at least one figure was kept */
  CasenessPeriod period;       /* first to last day of its figures; CASENESS_DATE_NONE twice without any */
  CasenessPublishedList *list;
} CasenessPublication;

/** CasenessPublicationOptions: how much of a file is wanted. Zero-filled: the figures of all organisations. */
typedef struct
{
  GHashTable *providers;       /* (nullable) (element-type utf8): codes of the providers held */
  gboolean is_of_providers;    /* their own rows only; otherwise also the totals of others, and England's groups */
  const CasenessPeriod *period; /* (nullable): what the figures are of where the file does not say */
} CasenessPublicationOptions;

/**
 * caseness_publication_is_one:
 * @headers: (array zero-terminated=1): column headings of a CSV file
 *
 * Returns: whether they are those of a published file, by the columns alone.
 */
gboolean caseness_publication_is_one (const char *const *headers);

/**
 * caseness_publication_read:
 * @path: a CSV file
 * @options: how much is wanted
 * @cancellable: (nullable)
 * @error: return location: refused, naming file and line, and what to do
 *
 * Reads a published file of any layout; columns are known by their headings, never by their place. The year of an
 * annual file is in its name.
 *
 * Returns: (transfer full) (nullable): the figures, or NULL with @error set.
 */
CasenessPublication *caseness_publication_read (const char *path, const CasenessPublicationOptions *options,
                                                GCancellable *cancellable, GError **error);

/** caseness_publication_free: frees the publication and its figures. */
void caseness_publication_free (CasenessPublication *publication);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPublication, caseness_publication_free)

/** caseness_publication_layout_get_word: Returns: (transfer none): the word the store keeps a layout under. */
const char *caseness_publication_layout_get_word (CasenessPublicationLayout layout);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccessFixtureTable:
 *
 * A table of a Microsoft Access database as rows of CSV text without quotes. A heading may carry a type: "Sent:date"
 * (cells as YYYY-MM-DD or HH:MM:SS), "Count:long", "IsOpen:bool"; all else is text. A cell "\n" holds a line end.
 */
typedef struct
{
  const char *name;
  const char *rows;   /* heading first; (nullable): the table lies in another file */
  guint n_more_rows;  /* rows it says it has beyond those that are there */
} AccessFixtureTable;

/**
 * access_fixture_make:
 * @tables: (array length=n_tables): its tables
 *
 * Makes the least that is a database of the format of Access 2000 to 2003 (Jet 4), since nothing that writes one comes
 * with the platform: a header, the list of contents (MSysObjects) and the tables, without indexes, long texts or free
 * space. mdbtools and an independent reader agree on what is in it; Access itself has not seen it, and wants more of the
 * list of contents. Databases made of Access's own empty ones, of 2000, 2003, 2007, 2010 and 2019, were read by hand and
 * gave the same figures as the CSV files that filled them.
 *
 * Returns: (transfer full): the bytes of the file.
 */
GByteArray *access_fixture_make (const AccessFixtureTable *tables, guint n_tables);

G_END_DECLS

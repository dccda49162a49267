/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-packed.h"

G_BEGIN_DECLS

/** CasenessField: one member of a struct that is kept as a column. */
typedef struct _CasenessField
{
  guint16 offset;
  guint8 size;      /* 1 or 4 bytes */
  gboolean is_text; /* a number of the dictionary */
  const char *name; /* of the member */
  const struct _CasenessField *above; /* (nullable): an earlier field of the form; kept is by how much this one is above it */
} CasenessField;

/** CasenessForm: the members of a struct; any not named are 0 when read back. */
typedef struct
{
  gsize size;
  guint n_fields;
  const CasenessField *fields;
} CasenessForm;

#define CASENESS_FIELD(Type, member)                                                                                   \
  { G_STRUCT_OFFSET (Type, member), sizeof (((Type *) NULL)->member), FALSE, #member, NULL }
#define CASENESS_FIELD_TEXT(Type, member)                                                                              \
  { G_STRUCT_OFFSET (Type, member), sizeof (((Type *) NULL)->member), TRUE, #member, NULL }
#define CASENESS_FIELD_ABOVE(Type, member, field)                                                                      \
  { G_STRUCT_OFFSET (Type, member), sizeof (((Type *) NULL)->member), FALSE, #member, field }
#define CASENESS_FORM(Type, fields)                                                                                    \
  { sizeof (Type), G_N_ELEMENTS (fields), fields }

/** CasenessRows: many structs of one form, packed member by member. Never changes. */
typedef struct
{
  const CasenessForm *form;
  guint n;
  CasenessPacked **columns; /* by field */
} CasenessRows;

/** caseness_rows_new: Returns: (transfer full): the @rows, each a struct of @form. */
CasenessRows *caseness_rows_new (const CasenessForm *form, const GArray *rows);

/** caseness_rows_free: frees the rows. */
void caseness_rows_free (CasenessRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessRows, caseness_rows_free)

/** caseness_rows_get: fills the struct at @row with row @i. */
void caseness_rows_get (const CasenessRows *rows, guint i, gpointer row);

/** caseness_rows_peek: Returns: (transfer none): the column of the member at @offset, which is kept as it is. */
const CasenessPacked *caseness_rows_peek (const CasenessRows *rows, gsize offset);

/** caseness_rows_dup: Returns: (transfer full): all rows as structs. */
GArray *caseness_rows_dup (const CasenessRows *rows);

/** caseness_rows_get_size: how many bytes of memory they take. */
gsize caseness_rows_get_size (const CasenessRows *rows);

/** caseness_rows_write: adds the rows to @bytes. */
void caseness_rows_write (const CasenessRows *rows, GByteArray *bytes);

/**
 * caseness_rows_take:
 * @form: what was written
 * @n_texts: how many numbers the dictionary has given
 * @bytes: (inout): where they lie; moved past them
 * @n_bytes: (inout): how much there is
 *
 * Returns: (transfer full) (nullable): the rows, for which the bytes must stay; NULL when they are not of that form.
 */
CasenessRows *caseness_rows_take (const CasenessForm *form, guint n_texts, const guint8 **bytes, gsize *n_bytes);

G_END_DECLS

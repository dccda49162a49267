/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-filter.h"

#include "caseness-bitmap.h"
#include "caseness-name.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CasenessFilter
{
  gatomicrefcount refs;
  char **values[CASENESS_N_DIMENSIONS]; /* sorted, NULL-terminated, never NULL */
};

static const char *const dimension_names[CASENESS_N_DIMENSIONS] = {
  [CASENESS_DIMENSION_PROVIDER] = N_("Provider"),
  [CASENESS_DIMENSION_COMMISSIONER] = N_("Commissioner"),
  [CASENESS_DIMENSION_LOCALITY] = N_("Locality"),
  [CASENESS_DIMENSION_TEAM] = N_("Team"),
  [CASENESS_DIMENSION_THERAPY] = N_("Therapy"),
  [CASENESS_DIMENSION_STEP] = N_("Step"),
  [CASENESS_DIMENSION_CLINICIAN] = N_("Clinician"),
  [CASENESS_DIMENSION_PRIORITY] = N_("Priority"),
};

const char *
caseness_dimension_get_name (CasenessDimension dimension)
{
  g_return_val_if_fail (dimension < CASENESS_N_DIMENSIONS, "");
  return dimension_names[dimension];
}

gboolean
caseness_dimension_parse (const char *text, CasenessDimension *dimension)
{
  guint i;

  g_return_val_if_fail (dimension != NULL, FALSE);
  for (i = 0; text != NULL && i < CASENESS_N_DIMENSIONS; i++)
    if (caseness_name_is_same (text, dimension_names[i]))
      {
        *dimension = i;
        return TRUE;
      }
  return FALSE;
}

CasenessFilter *
caseness_filter_new (void)
{
  CasenessFilter *filter = g_new0 (CasenessFilter, 1);
  guint i;

  g_atomic_ref_count_init (&filter->refs);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    filter->values[i] = g_new0 (char *, 1);
  return filter;
}

CasenessFilter *
caseness_filter_ref (CasenessFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);
  g_atomic_ref_count_inc (&filter->refs);
  return filter;
}

void
caseness_filter_unref (CasenessFilter *filter)
{
  guint i;

  if (filter == NULL || !g_atomic_ref_count_dec (&filter->refs))
    return;
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    g_strfreev (filter->values[i]);
  g_free (filter);
}

static CasenessFilter *
copy_filter (const CasenessFilter *filter)
{
  CasenessFilter *copy = g_new0 (CasenessFilter, 1);
  guint i;

  g_atomic_ref_count_init (&copy->refs);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    copy->values[i] = g_strdupv (filter->values[i]);
  return copy;
}

CasenessFilter *
caseness_filter_with (const CasenessFilter *filter, CasenessDimension dimension, const char *value)
{
  CasenessFilter *copy;
  g_autoptr(GPtrArray) values = NULL;
  char **p;
  guint i;

  g_return_val_if_fail (filter != NULL && dimension < CASENESS_N_DIMENSIONS && value != NULL, NULL);
  copy = copy_filter (filter);
  if (g_strv_contains ((const char *const *) copy->values[dimension], value))
    return copy;
  values = g_ptr_array_new ();
  for (p = copy->values[dimension]; *p != NULL; p++)
    g_ptr_array_add (values, *p);
  for (i = 0; i < values->len && strcmp (g_ptr_array_index (values, i), value) < 0; i++)
    ;
  g_ptr_array_insert (values, i, g_strdup (value));
  g_ptr_array_add (values, NULL);
  g_free (copy->values[dimension]);
  copy->values[dimension] = (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE);
  return copy;
}

CasenessFilter *
caseness_filter_without (const CasenessFilter *filter, CasenessDimension dimension, const char *value)
{
  CasenessFilter *copy;
  char **from, **to;

  g_return_val_if_fail (filter != NULL && dimension < CASENESS_N_DIMENSIONS, NULL);
  copy = copy_filter (filter);
  for (from = to = copy->values[dimension]; *from != NULL; from++)
    if (value == NULL || strcmp (*from, value) == 0)
      g_free (*from);
    else
      *to++ = *from;
  *to = NULL;
  return copy;
}

gboolean
caseness_filter_is_empty (const CasenessFilter *filter)
{
  guint i;

  g_return_val_if_fail (filter != NULL, TRUE);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    if (filter->values[i][0] != NULL)
      return FALSE;
  return TRUE;
}

gboolean
caseness_filter_equal (const CasenessFilter *a, const CasenessFilter *b)
{
  guint i;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    if (!g_strv_equal ((const char *const *) a->values[i], (const char *const *) b->values[i]))
      return FALSE;
  return TRUE;
}

const char *const *
caseness_filter_get_values (const CasenessFilter *filter, CasenessDimension dimension)
{
  g_return_val_if_fail (filter != NULL && dimension < CASENESS_N_DIMENSIONS, NULL);
  return (const char *const *) filter->values[dimension];
}

gboolean
caseness_filter_wants (const CasenessFilter *filter, CasenessDimension dimension, const char *value)
{
  char **p;

  g_return_val_if_fail (filter != NULL && dimension < CASENESS_N_DIMENSIONS && value != NULL, FALSE);
  if (filter->values[dimension][0] == NULL)
    return TRUE;
  for (p = filter->values[dimension]; *p != NULL; p++)
    if (caseness_name_is_same (*p, value))
      return TRUE;
  return FALSE;
}

/* What of a pathway each dimension filters by; a pathway's therapy and step are those it was mostly given (rulings 79). */
static const CasenessPathwayText dimension_texts[CASENESS_N_DIMENSIONS] = {
  [CASENESS_DIMENSION_PROVIDER] = CASENESS_PATHWAY_PROVIDER,
  [CASENESS_DIMENSION_COMMISSIONER] = CASENESS_PATHWAY_COMMISSIONER,
  [CASENESS_DIMENSION_LOCALITY] = CASENESS_PATHWAY_LOCALITY,
  [CASENESS_DIMENSION_TEAM] = CASENESS_PATHWAY_TEAM,
  [CASENESS_DIMENSION_THERAPY] = CASENESS_PATHWAY_MODALITY,
  [CASENESS_DIMENSION_STEP] = CASENESS_PATHWAY_STEP,
  [CASENESS_DIMENSION_CLINICIAN] = CASENESS_PATHWAY_CLINICIAN,
  [CASENESS_DIMENSION_PRIORITY] = CASENESS_PATHWAY_PRIORITY,
};

const char *
caseness_dimension_get_label (CasenessDimension dimension, const CasenessSnapshot *snapshot, guint index)
{
  const char *text;

  g_return_val_if_fail (dimension < CASENESS_N_DIMENSIONS && snapshot != NULL, NULL);
  text = caseness_snapshot_get_text (snapshot, index, dimension_texts[dimension]);
  if (*text != '\0')
    return text;
  return dimension == CASENESS_DIMENSION_PRIORITY ? "None" : "Not recorded";
}

/* The waiting list says which step somebody waits for, a pathway which intensities it has had (ruling 79). One filter
 * holds on every page, so on a pathway Step 2 means that low intensity was given, and Step 3 that high was. */
static const struct
{
  const char *step;
  const char *had;
} steps_had[] = {
  { "Step 2", "Low only" }, { "Step 2", "Both" }, { "Step 3", "High only" }, { "Step 3", "Both" },
};

gboolean
caseness_filter_wants_label (const CasenessFilter *filter, CasenessDimension dimension, const char *label)
{
  gsize i;

  g_return_val_if_fail (filter != NULL && label != NULL, FALSE);
  if (caseness_filter_wants (filter, dimension, label))
    return TRUE;
  for (i = 0; dimension == CASENESS_DIMENSION_STEP && i < G_N_ELEMENTS (steps_had); i++)
    if (strcmp (steps_had[i].had, label) == 0 && caseness_filter_wants (filter, dimension, steps_had[i].step))
      return TRUE;
  return FALSE;
}

gboolean
caseness_filter_wants_pathway (const CasenessFilter *filter, const CasenessSnapshot *snapshot, guint index)
{
  guint i;

  g_return_val_if_fail (filter != NULL && snapshot != NULL, FALSE);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    if (filter->values[i][0] != NULL
        && !caseness_filter_wants_label (filter, i, caseness_dimension_get_label (i, snapshot, index)))
      return FALSE;
  return TRUE;
}

/* Takes those out whose value in the dimension is not wanted; each value that occurs is compared once. */
static void
narrow (const CasenessFilter *filter, CasenessDimension dimension, const CasenessSnapshot *snapshot, guint64 *bitmap)
{
  const guint32 *numbers = caseness_snapshot_peek_texts (snapshot, dimension_texts[dimension]);
  guint n = caseness_snapshot_get_n_pathways (snapshot), i;
  g_autofree guint8 *tried
    = g_new0 (guint8, caseness_dictionary_get_size (caseness_snapshot_get_dictionary (snapshot)));

  for (i = 0; i < n; i++)
    {
      guint8 *known = &tried[numbers[i]];

      if (*known == 0)
        *known = caseness_filter_wants_label (filter, dimension, caseness_dimension_get_label (dimension, snapshot, i))
                   ? 2
                   : 1;
      if (*known == 1)
        bitmap[i / 64] &= ~(G_GUINT64_CONSTANT (1) << (i % 64));
    }
}

guint64 *
caseness_filter_select (const CasenessFilter *filter, const CasenessSnapshot *snapshot)
{
  guint64 *bitmap;
  guint i;

  g_return_val_if_fail (filter != NULL && snapshot != NULL, NULL);
  bitmap = caseness_bitmap_new_full (caseness_snapshot_get_n_pathways (snapshot));
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    if (filter->values[i][0] != NULL)
      narrow (filter, i, snapshot, bitmap);
  return bitmap;
}

char *
caseness_filter_describe (const CasenessFilter *filter)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  g_return_val_if_fail (filter != NULL, NULL);
  for (i = 0; i < CASENESS_N_DIMENSIONS; i++)
    {
      g_autofree char *values = NULL;

      if (filter->values[i][0] == NULL)
        continue;
      /* Translators: goes between the values of one filter, as in "Team: North, South". */
      values = g_strjoinv (_(", "), filter->values[i]);
      if (text->len > 0)
        g_string_append (text, _("; "));
      /* Translators: what is filtered by, and the wanted values, as in "Team: North, South". */
      g_string_append_printf (text, _("%s: %s"), _(dimension_names[i]), values);
    }
  if (text->len == 0)
    return g_strdup (C_("filter", "None"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

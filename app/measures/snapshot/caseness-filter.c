/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-filter.h"

#include "caseness-bitmap.h"
#include "caseness-group-words.h"
#include "caseness-name.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CasenessFilter
{
  gatomicrefcount refs;
  char ***values;       /* by dimension: sorted, NULL-terminated, never NULL */
  CasenessFilter *also; /* owned, nullable: must let through as well */
};

/* What the waiting list knows of itself; the variable by which figures are broken down the same way. */
static const struct
{
  const char *name;
  const char *variable;
} named[CASENESS_N_DIMENSIONS] = {
  [CASENESS_DIMENSION_PROVIDER] = { N_("Provider"), "Provider" },
  [CASENESS_DIMENSION_COMMISSIONER] = { N_("Commissioner"), "Commissioner" },
  [CASENESS_DIMENSION_LOCALITY] = { N_("Locality"), "Locality" },
  [CASENESS_DIMENSION_TEAM] = { N_("Team"), "Team" },
  [CASENESS_DIMENSION_THERAPY] = { N_("Therapy"), "Modality" },
  [CASENESS_DIMENSION_STEP] = { N_("Step"), "Step" },
  [CASENESS_DIMENSION_CLINICIAN] = { N_("Clinician"), "Clinician" },
  [CASENESS_DIMENSION_PRIORITY] = { N_("Priority"), "Priority" },
};

static gboolean
is_named (const CasenessVariable *variable)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (named); i++)
    if (strcmp (named[i].variable, caseness_variable_get_name (variable)) == 0)
      return TRUE;
  return FALSE;
}

/* The variable of each dimension: those with a name of their own, then the others as they are listed. */
static GPtrArray *
list_variables (void)
{
  const GPtrArray *all = caseness_variable_get_all ();
  GPtrArray *variables = g_ptr_array_new ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (named); i++)
    g_ptr_array_add (variables, (gpointer) caseness_variable_find (named[i].variable));
  for (i = 0; i < all->len; i++)
    if (!is_named (g_ptr_array_index (all, i)))
      g_ptr_array_add (variables, g_ptr_array_index (all, i));
  return variables;
}

static const GPtrArray *
get_variables (void)
{
  static gsize once = 0; /* made once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) list_variables ());
  return (const GPtrArray *) once;
}

guint
caseness_dimension_count (void)
{
  return get_variables ()->len;
}

const CasenessVariable *
caseness_dimension_get_variable (CasenessDimension dimension)
{
  g_return_val_if_fail (dimension < caseness_dimension_count (), NULL);
  return g_ptr_array_index (get_variables (), dimension);
}

const char *
caseness_dimension_get_name (CasenessDimension dimension)
{
  g_return_val_if_fail (dimension < caseness_dimension_count (), "");
  return dimension < CASENESS_N_DIMENSIONS ? named[dimension].name
                                           : caseness_variable_get_name (caseness_dimension_get_variable (dimension));
}

gboolean
caseness_dimension_names_staff (CasenessDimension dimension)
{
  return caseness_variable_names_staff (caseness_dimension_get_variable (dimension));
}

gboolean
caseness_dimension_parse (const char *text, CasenessDimension *dimension)
{
  const CasenessVariable *variable;
  guint i;

  g_return_val_if_fail (dimension != NULL, FALSE);
  if (text == NULL)
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (named); i++)
    if (caseness_name_is_same (text, named[i].name))
      {
        *dimension = i;
        return TRUE;
      }
  variable = caseness_variable_find (text);
  if (variable == NULL)
    return FALSE;
  g_ptr_array_find ((GPtrArray *) get_variables (), variable, &i);
  *dimension = i;
  return TRUE;
}

static CasenessFilter *
allocate_filter (void)
{
  CasenessFilter *filter = g_new0 (CasenessFilter, 1);

  g_atomic_ref_count_init (&filter->refs);
  filter->values = g_new0 (char **, caseness_dimension_count ());
  return filter;
}

CasenessFilter *
caseness_filter_new (void)
{
  CasenessFilter *filter = allocate_filter ();
  guint i;

  for (i = 0; i < caseness_dimension_count (); i++)
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
  for (i = 0; i < caseness_dimension_count (); i++)
    g_strfreev (filter->values[i]);
  g_free (filter->values);
  caseness_filter_unref (filter->also);
  g_free (filter);
}

static CasenessFilter *
copy_filter (const CasenessFilter *filter)
{
  CasenessFilter *copy = allocate_filter ();
  guint i;

  for (i = 0; i < caseness_dimension_count (); i++)
    copy->values[i] = g_strdupv (filter->values[i]);
  copy->also = filter->also != NULL ? caseness_filter_ref (filter->also) : NULL;
  return copy;
}

CasenessFilter *
caseness_filter_with (const CasenessFilter *filter, CasenessDimension dimension, const char *value)
{
  CasenessFilter *copy;
  g_autoptr(GPtrArray) values = NULL;
  char **p;
  guint i;

  g_return_val_if_fail (filter != NULL && dimension < caseness_dimension_count () && value != NULL, NULL);
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

  g_return_val_if_fail (filter != NULL && dimension < caseness_dimension_count (), NULL);
  copy = copy_filter (filter);
  for (from = to = copy->values[dimension]; *from != NULL; from++)
    if (value == NULL || strcmp (*from, value) == 0)
      g_free (*from);
    else
      *to++ = *from;
  *to = NULL;
  return copy;
}

CasenessFilter *
caseness_filter_and (CasenessFilter *filter, CasenessFilter *other)
{
  CasenessFilter *both;

  g_return_val_if_fail (filter != NULL && other != NULL, NULL);
  both = copy_filter (filter);
  if (both->also == NULL)
    both->also = caseness_filter_ref (other);
  else
    {
      caseness_filter_unref (both->also);
      both->also = caseness_filter_and (filter->also, other);
    }
  return both;
}

gboolean
caseness_filter_is_empty (const CasenessFilter *filter)
{
  guint i;

  g_return_val_if_fail (filter != NULL, TRUE);
  if (filter->also != NULL && !caseness_filter_is_empty (filter->also))
    return FALSE;
  for (i = 0; i < caseness_dimension_count (); i++)
    if (filter->values[i][0] != NULL)
      return FALSE;
  return TRUE;
}

gboolean
caseness_filter_equal (const CasenessFilter *a, const CasenessFilter *b)
{
  guint i;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if ((a->also == NULL) != (b->also == NULL) || (a->also != NULL && !caseness_filter_equal (a->also, b->also)))
    return FALSE;
  for (i = 0; i < caseness_dimension_count (); i++)
    if (!g_strv_equal ((const char *const *) a->values[i], (const char *const *) b->values[i]))
      return FALSE;
  return TRUE;
}

const char *const *
caseness_filter_get_values (const CasenessFilter *filter, CasenessDimension dimension)
{
  g_return_val_if_fail (filter != NULL && dimension < caseness_dimension_count (), NULL);
  return (const char *const *) filter->values[dimension];
}

static gboolean
has_value (char **values, const char *value)
{
  for (; *values != NULL; values++)
    if (caseness_name_is_same (*values, value))
      return TRUE;
  return FALSE;
}

gboolean
caseness_filter_wants (const CasenessFilter *filter, CasenessDimension dimension, const char *value)
{
  g_return_val_if_fail (filter != NULL && dimension < caseness_dimension_count () && value != NULL, FALSE);
  if (filter->also != NULL && !caseness_filter_wants (filter->also, dimension, value))
    return FALSE;
  return filter->values[dimension][0] == NULL || has_value (filter->values[dimension], value);
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

/* The wanted values of a dimension as its variable calls them. */
static GStrv
list_wanted (const CasenessFilter *filter, guint dimension)
{
  g_autoptr(GStrvBuilder) wanted = g_strv_builder_new ();
  gsize i;

  g_strv_builder_addv (wanted, (const char **) filter->values[dimension]);
  for (i = 0; dimension == CASENESS_DIMENSION_STEP && i < G_N_ELEMENTS (steps_had); i++)
    if (has_value (filter->values[dimension], steps_had[i].step))
      g_strv_builder_add (wanted, steps_had[i].had);
  return g_strv_builder_end (wanted);
}

static gboolean
select_from (const CasenessFilter *filter, CasenessFrame *frame, guint first, guint64 **people, GError **error)
{
  guint n = caseness_snapshot_get_n_pathways (caseness_frame_get_snapshot (frame)), i;

  for (i = first; i < caseness_dimension_count (); i++)
    {
      g_auto(GStrv) wanted = NULL;
      g_autofree guint64 *passing = NULL;

      if (filter->values[i][0] == NULL)
        continue;
      wanted = list_wanted (filter, i);
      passing = caseness_variable_select (caseness_dimension_get_variable (i), (const char *const *) wanted, frame,
                                          error);
      if (passing == NULL)
        return FALSE;
      if (*people == NULL)
        *people = g_steal_pointer (&passing);
      else
        caseness_bitmap_and (*people, passing, n);
    }
  return filter->also == NULL || select_from (filter->also, frame, first, people, error);
}

static gboolean
select_people (const CasenessFilter *filter, CasenessFrame *frame, guint first, guint64 **people, GError **error)
{
  g_return_val_if_fail (frame != NULL && people != NULL, FALSE);
  *people = NULL;
  if (filter == NULL || select_from (filter, frame, first, people, error))
    return TRUE;
  g_clear_pointer (people, g_free);
  return FALSE;
}

gboolean
caseness_filter_select (const CasenessFilter *filter, CasenessFrame *frame, guint64 **people, GError **error)
{
  return select_people (filter, frame, 0, people, error);
}

gboolean
caseness_filter_select_unlisted (const CasenessFilter *filter, CasenessFrame *frame, guint64 **people, GError **error)
{
  return select_people (filter, frame, CASENESS_N_DIMENSIONS, people, error);
}

gboolean
caseness_filter_is_by_period (const CasenessFilter *filter)
{
  guint i;

  g_return_val_if_fail (filter != NULL, FALSE);
  for (i = 0; i < caseness_dimension_count (); i++)
    if (filter->values[i][0] != NULL && caseness_variable_is_by_period (caseness_dimension_get_variable (i)))
      return TRUE;
  return filter->also != NULL && caseness_filter_is_by_period (filter->also);
}

/* "North, South", as people say it. */
static char *
dup_values (const CasenessFilter *filter, guint dimension)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  guint i;

  for (i = 0; filter->values[dimension][i] != NULL; i++)
    {
      g_autofree char *name = caseness_group_words (caseness_dimension_get_variable (dimension), filter->values[dimension][i]);

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  /* Translators: goes between the values of one filter, as in "Team: North, South". */
  return g_strjoinv (_(", "), list);
}

/* "Team: North, South; Step: Step 3" */
static void
describe (GString *text, const CasenessFilter *filter)
{
  guint i;

  for (i = 0; i < caseness_dimension_count (); i++)
    {
      g_autofree char *values = NULL;

      if (filter->values[i][0] == NULL)
        continue;
      values = dup_values (filter, i);
      if (text->len > 0)
        g_string_append (text, _("; "));
      /* Translators: what is filtered by, and the wanted values, as in "Team: North, South". */
      g_string_append_printf (text, _("%s: %s"), _(caseness_dimension_get_name (i)), values);
    }
  if (filter->also != NULL)
    describe (text, filter->also);
}

char *
caseness_filter_describe (const CasenessFilter *filter)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (filter != NULL, NULL);
  describe (text, filter);
  if (text->len == 0)
    return g_strdup (C_("filter", "None"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
caseness_filter_write (const CasenessFilter *filter)
{
  GString *text = g_string_new (NULL);
  guint i, k;

  g_return_val_if_fail (filter != NULL, NULL);
  for (i = 0; i < caseness_dimension_count (); i++)
    for (k = 0; filter->values[i][k] != NULL; k++)
      g_string_append_printf (text, "%s=%s\n", caseness_dimension_get_name (i), filter->values[i][k]);
  return g_string_free (text, FALSE);
}

CasenessFilter *
caseness_filter_read (const char *text)
{
  CasenessFilter *filter = caseness_filter_new ();
  g_auto(GStrv) lines = NULL;
  guint i;

  g_return_val_if_fail (text != NULL, filter);
  lines = g_strsplit (text, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');
      CasenessDimension dimension;
      CasenessFilter *wider;

      if (equals == NULL || equals[1] == '\0')
        continue;
      *equals = '\0';
      if (!caseness_dimension_parse (lines[i], &dimension))
        continue;
      wider = caseness_filter_with (filter, dimension, equals + 1);
      caseness_filter_unref (filter);
      filter = wider;
    }
  return filter;
}

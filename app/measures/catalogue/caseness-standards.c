/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-standards.h"

#include "caseness-journal-body.h"
#include "caseness-reference.h"

#include <string.h>

/* Keys of a body. */
#define REMOVED "removed"
#define AT_MOST "at-most"
#define VALUE "value"
#define FROM "from"
#define TO "to"
#define KIND "kind"
#define CERTAINTY "certainty"
#define SOURCE "source"
#define STATED "stated"

struct _CasenessStandards
{
  gatomicrefcount refs;
  GArray *rows;    /* CasenessStandard, texts interned */
  GArray *origins; /* CasenessStandardOrigin, one each */
};

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return g_intern_string (caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column)));
}

static CasenessStandard
read_row (const CasenessReference *table, guint row)
{
  CasenessStandard standard = {
    .measure_id = get_cell (table, row, "measure"),
    .is_at_most = strcmp (get_cell (table, row, "comparator"), "<=") == 0,
    .value = g_ascii_strtod (get_cell (table, row, "value"), NULL),
    .in_force = { caseness_date_parse (get_cell (table, row, "from")),
                  caseness_date_parse (get_cell (table, row, "to")) },
    .kind = get_cell (table, row, "kind"),
    .certainty = get_cell (table, row, "certainty"),
    .source = get_cell (table, row, "source"),
  };

  if (!caseness_standard_is_known (standard.measure_id))
    g_error ("standards.csv: there is no measure %s", standard.measure_id);
  return standard;
}

char *
caseness_standard_dup_subject (const CasenessStandard *standard)
{
  char day[11] = "";

  if (standard->in_force.start != CASENESS_DATE_NONE)
    caseness_date_write_iso (standard->in_force.start, day);
  return g_strdup_printf ("%s/%s", standard->measure_id, day);
}

char *
caseness_standard_dup_body (const CasenessStandard *standard)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  caseness_journal_body_set_int (body, AT_MOST, standard->is_at_most);
  caseness_journal_body_set_text (body, VALUE, g_ascii_dtostr (number, sizeof number, standard->value));
  caseness_journal_body_set_int (body, FROM, standard->in_force.start);
  caseness_journal_body_set_int (body, TO, standard->in_force.end);
  caseness_journal_body_set_text (body, KIND, standard->kind);
  caseness_journal_body_set_text (body, CERTAINTY, standard->certainty);
  caseness_journal_body_set_text (body, SOURCE, standard->source);
  return caseness_journal_body_to_text (body);
}

char *
caseness_standard_dup_removal (CasenessStandardOrigin origin)
{
  g_autoptr(CasenessJournalBody) body = NULL;

  if (origin == CASENESS_STANDARD_ADDED)
    return NULL;
  body = caseness_journal_body_new ();
  caseness_journal_body_set_int (body, REMOVED, TRUE);
  return caseness_journal_body_to_text (body);
}

static const char *
get_text (CasenessJournalBody *body, const char *key, const char *otherwise)
{
  const char *text = caseness_journal_body_get_text (body, key);

  return g_intern_string (text != NULL ? text : otherwise);
}

/* Returns: whether what @entry says is a standard of a measure that this program knows. */
static gboolean
read_entry (const CasenessJournalEntry *entry, CasenessStandard *standard)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry->body);
  g_autofree char *id = g_strndup (entry->subject, strcspn (entry->subject, "/"));

  if (!caseness_standard_is_known (id) || caseness_journal_body_get_int (body, REMOVED, FALSE)
      || caseness_journal_body_get_text (body, VALUE) == NULL)
    return FALSE;
  *standard = (CasenessStandard){
    .measure_id = g_intern_string (id),
    .is_at_most = caseness_journal_body_get_int (body, AT_MOST, FALSE) != 0,
    .value = g_ascii_strtod (caseness_journal_body_get_text (body, VALUE), NULL),
    .in_force = { caseness_journal_body_get_int (body, FROM, CASENESS_DATE_NONE),
                  caseness_journal_body_get_int (body, TO, CASENESS_DATE_NONE) },
    .kind = get_text (body, KIND, "local"),
    .certainty = get_text (body, CERTAINTY, STATED),
    .source = get_text (body, SOURCE, ""),
  };
  return TRUE;
}

static void
add (CasenessStandards *standards, CasenessStandard standard, CasenessStandardOrigin origin)
{
  g_array_append_val (standards->rows, standard);
  g_array_append_val (standards->origins, origin);
}

/* The reference, each row as it is or as people changed it, without those they took out. */
static void
add_built_in (CasenessStandards *standards, CasenessJournal *journal, GHashTable *subjects)
{
  const CasenessReference *table = caseness_reference_get ("standards");
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessStandard standard = read_row (table, i), changed;
      char *subject = caseness_standard_dup_subject (&standard);
      const CasenessJournalEntry *entry
        = journal != NULL ? caseness_journal_get (journal, CASENESS_RECORD_STANDARD, subject) : NULL;

      g_hash_table_add (subjects, subject);
      if (entry == NULL)
        add (standards, standard, CASENESS_STANDARD_BUILT_IN);
      else if (read_entry (entry, &changed))
        add (standards, changed, CASENESS_STANDARD_CHANGED);
    }
}

static void
add_recorded (CasenessStandards *standards, CasenessJournal *journal, GHashTable *subjects)
{
  g_autoptr(GPtrArray) entries = caseness_journal_list (journal, CASENESS_RECORD_STANDARD);
  CasenessStandard standard;
  guint i;

  for (i = 0; i < entries->len; i++)
    {
      const CasenessJournalEntry *entry = g_ptr_array_index (entries, i);

      if (!g_hash_table_contains (subjects, entry->subject) && read_entry (entry, &standard))
        add (standards, standard, CASENESS_STANDARD_ADDED);
    }
}

CasenessStandards *
caseness_standards_new (CasenessJournal *journal)
{
  g_autoptr(GHashTable) subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CasenessStandards *standards = g_new (CasenessStandards, 1);

  g_atomic_ref_count_init (&standards->refs);
  standards->rows = g_array_new (FALSE, FALSE, sizeof (CasenessStandard));
  standards->origins = g_array_new (FALSE, FALSE, sizeof (CasenessStandardOrigin));
  add_built_in (standards, journal, subjects);
  if (journal != NULL)
    add_recorded (standards, journal, subjects);
  return standards;
}

CasenessStandards *
caseness_standards_ref (CasenessStandards *standards)
{
  g_return_val_if_fail (standards != NULL, NULL);
  g_atomic_ref_count_inc (&standards->refs);
  return standards;
}

void
caseness_standards_unref (CasenessStandards *standards)
{
  if (standards == NULL || !g_atomic_ref_count_dec (&standards->refs))
    return;
  g_array_unref (standards->rows);
  g_array_unref (standards->origins);
  g_free (standards);
}

static gboolean
is_same (const CasenessStandard *a, const CasenessStandard *b)
{
  return a->measure_id == b->measure_id && a->is_at_most == b->is_at_most && a->value == b->value
         && caseness_period_equal (&a->in_force, &b->in_force) && a->kind == b->kind && a->certainty == b->certainty
         && a->source == b->source;
}

gboolean
caseness_standards_equal (const CasenessStandards *a, const CasenessStandards *b)
{
  guint i;

  if (caseness_standards_get_n (a) != caseness_standards_get_n (b))
    return FALSE;
  for (i = 0; i < caseness_standards_get_n (a); i++)
    if (!is_same (caseness_standards_get (a, i), caseness_standards_get (b, i)))
      return FALSE;
  return TRUE;
}

guint
caseness_standards_get_n (const CasenessStandards *standards)
{
  g_return_val_if_fail (standards != NULL, 0);
  return standards->rows->len;
}

const CasenessStandard *
caseness_standards_get (const CasenessStandards *standards, guint i)
{
  g_return_val_if_fail (standards != NULL && i < standards->rows->len, NULL);
  return &g_array_index (standards->rows, CasenessStandard, i);
}

CasenessStandardOrigin
caseness_standards_get_origin (const CasenessStandards *standards, guint i)
{
  g_return_val_if_fail (standards != NULL && i < standards->origins->len, CASENESS_STANDARD_BUILT_IN);
  return g_array_index (standards->origins, CasenessStandardOrigin, i);
}

const CasenessStandard *
caseness_standards_find (const CasenessStandards *standards, const char *subject, CasenessDate date)
{
  const CasenessStandard *found = NULL;
  guint i;

  g_return_val_if_fail (standards != NULL && subject != NULL && date != CASENESS_DATE_NONE, NULL);
  for (i = 0; i < standards->rows->len; i++)
    {
      const CasenessStandard *standard = &g_array_index (standards->rows, CasenessStandard, i);

      if (g_ascii_strcasecmp (standard->measure_id, subject) == 0 && caseness_standard_is_in_force (standard, date)
          && (found == NULL || standard->in_force.start >= found->in_force.start))
        found = standard;
    }
  return found;
}

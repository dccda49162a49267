/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-stored.h"

#include "caseness-snapshot-private.h"

#include "caseness-derived.h"

/* Read on a machine of the other byte order it is another number. */
#define MAGIC G_GUINT64_CONSTANT (0x43534e5301020304)

typedef struct
{
  guint64 magic;
  guint32 n;
  CasenessDate earliest_period_start;
  CasenessDate latest_period_end;
  guint32 unused;
} Header;

static const CasenessField qualification_fields[] = {
  CASENESS_FIELD (CasenessQualificationRow, provider), CASENESS_FIELD_TEXT (CasenessQualificationRow, staff),
  CASENESS_FIELD (CasenessQualificationRow, level),    CASENESS_FIELD (CasenessQualificationRow, period_end),
  CASENESS_FIELD (CasenessQualificationRow, awarded),  CASENESS_FIELD (CasenessQualificationRow, planned),
};

static const CasenessField number_fields[] = { { 0, sizeof (guint32), TRUE, "number" } };

static const CasenessField staff_fields[] = {
  CASENESS_FIELD_TEXT (CasenessStaffRow, key.provider), CASENESS_FIELD_TEXT (CasenessStaffRow, key.id),
  CASENESS_FIELD_TEXT (CasenessStaffRow, name),         CASENESS_FIELD_TEXT (CasenessStaffRow, role),
  CASENESS_FIELD_TEXT (CasenessStaffRow, team),         CASENESS_FIELD_TEXT (CasenessStaffRow, supervisor),
  CASENESS_FIELD (CasenessStaffRow, wte),               CASENESS_FIELD (CasenessStaffRow, started),
  CASENESS_FIELD (CasenessStaffRow, ended),
};

/* The two halves of a number with a fraction go by themselves. */
#define HALVES(member)                                                                                                 \
  { G_STRUCT_OFFSET (CasenessPopulationRow, member), 4, FALSE, #member },                                              \
  { G_STRUCT_OFFSET (CasenessPopulationRow, member) + 4, 4, FALSE, #member }

static const CasenessField population_fields[] = {
  CASENESS_FIELD_TEXT (CasenessPopulationRow, area),
  CASENESS_FIELD_TEXT (CasenessPopulationRow, type),
  CASENESS_FIELD_TEXT (CasenessPopulationRow, group),
  HALVES (population),
  HALVES (prevalence),
  CASENESS_FIELD_TEXT (CasenessPopulationRow, population_source),
  CASENESS_FIELD_TEXT (CasenessPopulationRow, prevalence_source),
};

static const CasenessField submission_fields[] = {
  CASENESS_FIELD_TEXT (CasenessSubmissionRow, provider),
  CASENESS_FIELD (CasenessSubmissionRow, period_start),
  CASENESS_FIELD (CasenessSubmissionRow, period_end),
};

static const CasenessField finding_fields[] = {
  CASENESS_FIELD (CasenessFindingRow, level),         CASENESS_FIELD_TEXT (CasenessFindingRow, rule),
  CASENESS_FIELD_TEXT (CasenessFindingRow, table),    CASENESS_FIELD_TEXT (CasenessFindingRow, file),
  CASENESS_FIELD (CasenessFindingRow, line),          CASENESS_FIELD_TEXT (CasenessFindingRow, field),
  CASENESS_FIELD_TEXT (CasenessFindingRow, value),    CASENESS_FIELD_TEXT (CasenessFindingRow, message),
  CASENESS_FIELD_TEXT (CasenessFindingRow, provider), CASENESS_FIELD (CasenessFindingRow, period_end),
  CASENESS_FIELD_TEXT (CasenessFindingRow, referral), CASENESS_FIELD_TEXT (CasenessFindingRow, patient),
  CASENESS_FIELD (CasenessFindingRow, pathway),
};

/* Rows that memory holds as structs, because there are few of them or others point at them. */
enum
{
  ROWS_QUALIFICATIONS,
  ROWS_PROVIDER_CODES,
  ROWS_STAFF,
  ROWS_POPULATION,
  ROWS_SUBMISSIONS,
  ROWS_FINDINGS,
  N_ROWS
};

static const CasenessForm forms[N_ROWS] = {
  [ROWS_QUALIFICATIONS] = CASENESS_FORM (CasenessQualificationRow, qualification_fields),
  [ROWS_PROVIDER_CODES] = CASENESS_FORM (guint32, number_fields),
  [ROWS_STAFF] = CASENESS_FORM (CasenessStaffRow, staff_fields),
  [ROWS_POPULATION] = CASENESS_FORM (CasenessPopulationRow, population_fields),
  [ROWS_SUBMISSIONS] = CASENESS_FORM (CasenessSubmissionRow, submission_fields),
  [ROWS_FINDINGS] = CASENESS_FORM (CasenessFindingRow, finding_fields),
};

static GArray **
get_array (const CasenessSnapshot *snapshot, guint which)
{
  GArray **const arrays[N_ROWS] = {
    [ROWS_QUALIFICATIONS] = &snapshot->events->qualifications,
    [ROWS_PROVIDER_CODES] = &snapshot->events->provider_codes,
    [ROWS_STAFF] = &snapshot->local->staff,
    [ROWS_POPULATION] = &snapshot->local->population,
    [ROWS_SUBMISSIONS] = &snapshot->findings->submissions,
    [ROWS_FINDINGS] = &snapshot->findings->rows,
  };

  return arrays[which];
}

/* Columns that are not rows of a form. */
#define N_OTHERS 7

static void
list_others (CasenessSnapshot *snapshot, CasenessPacked **others[N_OTHERS])
{
  others[0] = &snapshot->events->staff;
  others[1] = &snapshot->events->people;
  others[2] = &snapshot->events->employment_pathways;
  others[3] = &snapshot->waiting.first;
  others[4] = &snapshot->waiting.places;
  others[5] = &snapshot->appointments.first;
  others[6] = &snapshot->appointments.places;
}

/* Told whenever something was added to the bytes, of which it may take some from the front, a multiple of eight. */
typedef gboolean (*Added) (GByteArray *bytes, gpointer data, GError **error);

static gboolean
write_events (const CasenessSnapshot *snapshot, GByteArray *bytes, Added added, gpointer data, GError **error)
{
  guint i;

  for (i = 0; i < CASENESS_N_EVENTS; i++)
    {
      caseness_packed_write (snapshot->events->spans[i].first, bytes);
      caseness_rows_write (snapshot->events->spans[i].rows, bytes);
      if (!added (bytes, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_arrays (const CasenessSnapshot *snapshot, GByteArray *bytes, Added added, gpointer data, GError **error)
{
  guint i;

  for (i = 0; i < N_ROWS; i++)
    {
      g_autoptr(CasenessRows) rows = caseness_rows_new (&forms[i], *get_array (snapshot, i));

      caseness_rows_write (rows, bytes);
      if (!added (bytes, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (const CasenessSnapshot *snapshot, GByteArray *bytes, Added added, gpointer data, GError **error)
{
  CasenessPacked **others[N_OTHERS];
  Header header = { MAGIC, snapshot->n, snapshot->earliest_period_start, snapshot->latest_period_end, 0 };
  guint i;

  list_others ((CasenessSnapshot *) snapshot, others);
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  caseness_dictionary_write (snapshot->dictionary, bytes);
  if (!added (bytes, data, error))
    return FALSE;
  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    {
      caseness_packed_write (snapshot->columns[i], bytes);
      if (!added (bytes, data, error))
        return FALSE;
    }
  if (!write_events (snapshot, bytes, added, data, error))
    return FALSE;
  for (i = 0; i < N_OTHERS; i++)
    caseness_packed_write (*others[i], bytes);
  caseness_rows_write (snapshot->waiting.list, bytes);
  caseness_rows_write (snapshot->appointments.list, bytes);
  return write_arrays (snapshot, bytes, added, data, error);
}

static gboolean
leave (GByteArray *bytes, gpointer data, GError **error)
{
  return TRUE;
}

GByteArray *
caseness_snapshot_write (const CasenessSnapshot *snapshot)
{
  GByteArray *bytes = g_byte_array_new ();

  write_all (snapshot, bytes, leave, NULL, NULL);
  return bytes;
}

static gboolean
take (GByteArray *bytes, gpointer data, GError **error)
{
  return caseness_derived_writer_take (data, bytes, error);
}

gboolean
caseness_snapshot_keep (const CasenessSnapshot *snapshot, CasenessStore *store, const char *basis, GError **error)
{
  g_autoptr(GByteArray) bytes = NULL;
  CasenessDerivedWriter *writer;

  g_return_val_if_fail (snapshot != NULL && store != NULL && basis != NULL, FALSE);
  writer = caseness_derived_writer_new (store, basis, error);
  if (writer == NULL)
    return FALSE;
  bytes = g_byte_array_new ();
  if (write_all (snapshot, bytes, take, writer, error))
    return caseness_derived_writer_finish (writer, bytes, error);
  caseness_derived_writer_finish (writer, NULL, NULL);
  return FALSE;
}

/* What is left to be read. */
typedef struct
{
  CasenessSnapshot *snapshot;
  const guint8 *position;
  gsize n_left;
  guint n_texts;
} Reading;

static gboolean
take_column (Reading *reading, CasenessPacked **column)
{
  gsize n_taken;

  *column = caseness_packed_take (reading->position, reading->n_left, &n_taken);
  if (*column == NULL)
    return FALSE;
  reading->position += n_taken;
  reading->n_left -= n_taken;
  return TRUE;
}

/* Whether every cell is unknown or lies within bounds; most columns say so by their code book. */
static gboolean
is_known_within (const CasenessPacked *column, gint32 min, gint32 max)
{
  g_autofree gint32 *cells = NULL;
  const gint32 *looked_at = column->codes;
  guint n = column->n_codes, i;

  if (n == 0)
    {
      if (caseness_packed_is_within (column, min, max))
        return TRUE;
      looked_at = cells = caseness_packed_dup (column);
      n = column->n;
    }
  for (i = 0; i < n && (looked_at[i] == CASENESS_DATE_NONE || (looked_at[i] >= min && looked_at[i] <= max)); i++)
    ;
  return i == n;
}

/* A day that a submission may name (rulings 16), so that counting on from it leads nowhere strange. */
static gboolean
are_days (const CasenessPacked *column)
{
  return is_known_within (column, caseness_date_new (CASENESS_DATE_MIN_YEAR, 1, 1),
                          caseness_date_new (CASENESS_DATE_MAX_YEAR, 12, 31));
}

/* Small enough that a dozen of them can be added up. */
#define LARGEST_NUMBER 100000000

static gboolean
are_numbers (const CasenessPacked *column)
{
  return is_known_within (column, -LARGEST_NUMBER, LARGEST_NUMBER);
}

static gboolean
is_day (CasenessDate date)
{
  g_autoptr(CasenessPacked) column = caseness_packed_new (&date, 1);

  return are_days (column);
}

static gboolean
take_columns (Reading *reading)
{
  guint n_tools, i;

  caseness_tool_get_all (&n_tools);
  for (i = 0; i < CASENESS_N_SNAPSHOT_COLUMNS; i++)
    {
      const CasenessPacked *column;

      if (!take_column (reading, &reading->snapshot->columns[i]))
        return FALSE;
      column = reading->snapshot->columns[i];
      if (column->n != reading->snapshot->n
          || !(i < CASENESS_SNAPSHOT_TEXTS ? are_days (column) : are_numbers (column)))
        return FALSE;
      if (i >= CASENESS_SNAPSHOT_TEXTS && i < CASENESS_SNAPSHOT_COUNTS
          && !caseness_packed_is_within (column, 0, (gint32) reading->n_texts - 1))
        return FALSE;
      if ((i == CASENESS_SNAPSHOT_ANXIETY_TOOL || i == CASENESS_SNAPSHOT_ANXIETY_FIRST_TOOL)
          && !caseness_packed_is_within (column, 0, (gint32) n_tools - 1))
        return FALSE;
    }
  return TRUE;
}

/* Begins at 0, never falls and ends at the number of rows. */
static gboolean
is_first_sound (const CasenessPacked *first, guint n_owners, guint n_rows)
{
  g_autofree gint32 *cells = NULL;
  guint i;

  if (first->n != n_owners + 1)
    return FALSE;
  cells = caseness_packed_dup (first);
  for (i = 0; i < n_owners && cells[i] <= cells[i + 1]; i++)
    ;
  return i == n_owners && cells[0] == 0 && (guint32) cells[n_owners] == n_rows;
}

/* Bits may be any number; the other members are small ones. */
static gboolean
are_rows_sound (const CasenessRows *rows, CasenessEventKind kind)
{
  guint k;

  for (k = 0; k < rows->form->n_fields; k++)
    if ((kind != CASENESS_EVENT_CONTACTS || rows->form->fields[k].offset != G_STRUCT_OFFSET (CasenessContact, therapies))
        && !are_numbers (rows->columns[k]))
      return FALSE;
  return TRUE;
}

static gboolean
take_spans (Reading *reading, CasenessEventKind kind)
{
  CasenessSpans *spans = &reading->snapshot->events->spans[kind];

  if (!take_column (reading, &spans->first))
    return FALSE;
  spans->rows
    = caseness_rows_take (caseness_events_get_form (kind), reading->n_texts, &reading->position, &reading->n_left);
  return spans->rows != NULL && spans->first->n > 0 && are_rows_sound (spans->rows, kind)
         && is_first_sound (spans->first, caseness_events_has_pathways (kind) ? reading->snapshot->n : spans->first->n - 1,
                            spans->rows->n);
}

static gboolean
is_owner_known (const Reading *reading, CasenessEventKind kind, gsize offset)
{
  return caseness_packed_is_within (caseness_rows_peek (reading->snapshot->events->spans[kind].rows, offset), 0,
                                    (gint32) reading->snapshot->n - 1);
}

/* Every sheet must be there, and name tools that are. */
static gboolean
are_sittings_sound (const Reading *reading)
{
  const CasenessSpans *spans = reading->snapshot->events->spans;
  const CasenessSpans *sheets = &spans[CASENESS_EVENT_SHEETS];

  return caseness_packed_is_within (
           caseness_rows_peek (spans[CASENESS_EVENT_SITTINGS].rows, G_STRUCT_OFFSET (CasenessSitting, sheet)), 0,
           (gint32) sheets->first->n - 2)
         && caseness_packed_is_within (caseness_rows_peek (sheets->rows, G_STRUCT_OFFSET (CasenessSheetLine, tool)), 0,
                                       CASENESS_MAX_TOOLS - 1);
}

/* Every member of staff at a contact must be there. */
static gboolean
are_contacts_sound (const Reading *reading)
{
  const CasenessEvents *events = reading->snapshot->events;
  const CasenessRows *rows = events->spans[CASENESS_EVENT_CONTACTS].rows;
  const CasenessPacked *first = caseness_rows_peek (rows, G_STRUCT_OFFSET (CasenessContact, first_staff));
  const CasenessPacked *n = caseness_rows_peek (rows, G_STRUCT_OFFSET (CasenessContact, n_staff));
  guint i;

  if (!caseness_packed_is_within (events->staff, 0, (gint32) reading->n_texts - 1)
      || !caseness_packed_is_within (first, 0, (gint32) events->staff->n) || !caseness_packed_is_within (n, 0, 255))
    return FALSE;
  for (i = 0; i < rows->n; i++)
    if ((guint) caseness_packed_get (first, i) + (guint) caseness_packed_get (n, i) > events->staff->n)
      return FALSE;
  return TRUE;
}

static gboolean
are_events_sound (const Reading *reading)
{
  const CasenessEvents *events = reading->snapshot->events;
  const CasenessSpans *employment = &events->spans[CASENESS_EVENT_EMPLOYMENT];

  return is_owner_known (reading, CASENESS_EVENT_CONTACTS, G_STRUCT_OFFSET (CasenessContact, pathway))
         && is_owner_known (reading, CASENESS_EVENT_LOGS, G_STRUCT_OFFSET (CasenessLog, pathway))
         && is_owner_known (reading, CASENESS_EVENT_ANSWERS, G_STRUCT_OFFSET (CasenessAnswerEvent, pathway))
         && events->people->n == reading->snapshot->n
         && caseness_packed_is_within (events->people, (gint32) CASENESS_NO_ROW, (gint32) employment->first->n - 2)
         && events->employment_pathways->n == employment->rows->n
         && caseness_packed_is_within (events->employment_pathways, (gint32) CASENESS_NO_ROW,
                                       (gint32) reading->snapshot->n - 1)
         && are_sittings_sound (reading) && are_contacts_sound (reading);
}

/* The list that the places were taken before. */
static gboolean
take_list (Reading *reading, CasenessAttached *attached, const CasenessForm *form)
{
  attached->list = caseness_rows_take (form, reading->n_texts, &reading->position, &reading->n_left);
  return attached->list != NULL && is_first_sound (attached->first, reading->snapshot->n, attached->places->n)
         && caseness_packed_is_within (attached->places, 0, (gint32) attached->list->n - 1);
}

static gboolean
are_findings_sound (const Reading *reading)
{
  const GArray *findings = reading->snapshot->findings->rows;
  guint i;

  for (i = 0; i < findings->len; i++)
    {
      guint32 pathway = g_array_index (findings, CasenessFindingRow, i).pathway;

      if (pathway != CASENESS_NO_ROW && pathway >= reading->snapshot->n)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_events (Reading *reading)
{
  CasenessPacked **others[N_OTHERS];
  guint i;

  reading->snapshot->events = g_new0 (CasenessEvents, 1);
  for (i = 0; i < CASENESS_N_EVENTS; i++)
    if (!take_spans (reading, i))
      return FALSE;
  list_others (reading->snapshot, others);
  for (i = 0; i < N_OTHERS; i++)
    if (!take_column (reading, others[i]))
      return FALSE;
  return are_events_sound (reading);
}

static gboolean
take_arrays (Reading *reading)
{
  guint i;

  if (!take_list (reading, &reading->snapshot->waiting, caseness_waiting_get_form ())
      || !take_list (reading, &reading->snapshot->appointments, caseness_appointment_get_form ()))
    return FALSE;
  reading->snapshot->local = caseness_local_new ();
  for (i = 0; i < N_ROWS; i++)
    {
      g_autoptr(CasenessRows) rows
        = caseness_rows_take (&forms[i], reading->n_texts, &reading->position, &reading->n_left);

      if (rows == NULL)
        return FALSE;
      g_clear_pointer (get_array (reading->snapshot, i), g_array_unref);
      *get_array (reading->snapshot, i) = caseness_rows_dup (rows);
    }
  return are_findings_sound (reading);
}

CasenessSnapshot *
caseness_snapshot_take (guint8 *bytes, gsize n_bytes)
{
  g_autoptr(CasenessSnapshot) snapshot = caseness_snapshot_allocate ();
  Reading reading = { snapshot, bytes, n_bytes, 0 };
  Header header;

  g_return_val_if_fail (bytes != NULL, NULL);
  snapshot->stored = bytes;
  if (n_bytes < sizeof header)
    return NULL;
  memcpy (&header, bytes, sizeof header);
  if (header.magic != MAGIC || header.n > G_MAXINT32 || !is_day (header.earliest_period_start)
      || !is_day (header.latest_period_end))
    return NULL;
  snapshot->n = header.n;
  snapshot->earliest_period_start = header.earliest_period_start;
  snapshot->latest_period_end = header.latest_period_end;
  reading.position += sizeof header;
  reading.n_left -= sizeof header;
  snapshot->dictionary = caseness_dictionary_take (&reading.position, &reading.n_left);
  if (snapshot->dictionary == NULL)
    return NULL;
  reading.n_texts = caseness_dictionary_get_size (snapshot->dictionary);
  if (!take_columns (&reading) || !take_events (&reading) || !take_arrays (&reading) || reading.n_left > 0)
    return NULL;
  caseness_snapshot_index_staff (snapshot);
  return g_steal_pointer (&snapshot);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-meeting-words.h"
#include "caseness-ptl-report-private.h"
#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>

/* Who stands in which list of a queue. */
typedef enum
{
  SECTION_PAST,
  SECTION_DUE,
  SECTION_REST,
  SECTION_EVERYBODY, /* where there is no standard */
} Section;

/* How much room a list gives to each person. */
typedef enum
{
  FORM_SHEET,   /* those a meeting comes to: a line of the page, to write on */
  FORM_FURTHER, /* those after them: side by side, with a little room to write */
  FORM_LIST,    /* those who can wait: side by side */
} Form;

/* More people than this a meeting does not come to. */
#define MOST_ON_SHEET 30

typedef enum
{
  FIELD_REFERRAL,
  FIELD_THERAPY,
  FIELD_LOCALITY,
  FIELD_CLOCK_START,
  FIELD_BREACH,
  FIELD_DAYS_PAST,
  FIELD_DAYS_LEFT,
  FIELD_WAITED,
  FIELD_BOOKED,
  FIELD_ACTION,
  FIELD_OWNER,
  FIELD_DUE,
} Field;

#define IN(section) (1 << (section))
#define TALKED_ABOUT (IN (SECTION_PAST) | IN (SECTION_DUE))
#define WITH_STANDARD (TALKED_ABOUT | IN (SECTION_REST))
#define ALL_SECTIONS (WITH_STANDARD | IN (SECTION_EVERYBODY))
#define AS(form) (1 << (form))
#define ALL_FORMS (AS (FORM_SHEET) | AS (FORM_FURTHER) | AS (FORM_LIST))

static const struct
{
  Field field;
  const char *heading;
  CasenessReportAlign align;
  double stretch;
  guint sections;
  guint forms;
} columns[] = {
  { FIELD_REFERRAL, N_("Referral"), CASENESS_REPORT_START, 0, ALL_SECTIONS, ALL_FORMS },
  { FIELD_THERAPY, N_("Therapy"), CASENESS_REPORT_START, 0, ALL_SECTIONS, ALL_FORMS },
  { FIELD_LOCALITY, N_("Locality"), CASENESS_REPORT_START, 0, ALL_SECTIONS, AS (FORM_SHEET) },
  { FIELD_CLOCK_START, N_("Clock start"), CASENESS_REPORT_END, 0, ALL_SECTIONS, AS (FORM_SHEET) | AS (FORM_LIST) },
  { FIELD_BREACH, N_("Breach"), CASENESS_REPORT_END, 0, WITH_STANDARD, ALL_FORMS },
  { FIELD_DAYS_PAST, N_("Days past"), CASENESS_REPORT_END, 0, IN (SECTION_PAST), AS (FORM_SHEET) | AS (FORM_FURTHER) },
  { FIELD_DAYS_LEFT, N_("Days left"), CASENESS_REPORT_END, 0, IN (SECTION_DUE), AS (FORM_SHEET) | AS (FORM_FURTHER) },
  { FIELD_WAITED, N_("Waited"), CASENESS_REPORT_END, 0, ALL_SECTIONS, AS (FORM_SHEET) | AS (FORM_LIST) },
  { FIELD_BOOKED, N_("Booked"), CASENESS_REPORT_END, 0, ALL_SECTIONS, ALL_FORMS },
  { FIELD_ACTION, N_("Action agreed"), CASENESS_REPORT_START, 3, TALKED_ABOUT, AS (FORM_SHEET) | AS (FORM_FURTHER) },
  { FIELD_OWNER, N_("Owner"), CASENESS_REPORT_START, 1.5, TALKED_ABOUT, AS (FORM_SHEET) },
  { FIELD_DUE, N_("Due"), CASENESS_REPORT_START, 1, TALKED_ABOUT, AS (FORM_SHEET) },
};

static gboolean
has_column (gsize column, Section section, Form form)
{
  return (columns[column].sections & IN (section)) != 0 && (columns[column].forms & AS (form)) != 0;
}

static gboolean
stands_in (Section section, const CasenessPtl *ptl, const CasenessPtlPerson *person)
{
  switch (section)
    {
    case SECTION_PAST:
      return person->is_past;
    case SECTION_DUE:
      return caseness_ptl_report_is_due (ptl, person);
    case SECTION_REST:
      return !person->is_past && !caseness_ptl_report_is_due (ptl, person);
    case SECTION_EVERYBODY:
    default:
      return TRUE;
    }
}

/* Days past the standard, or (negative) days short of it. */
static int
get_days_past (const CasenessPtlPerson *person)
{
  return person->wait_days - person->standard_days;
}

/* Longest past breach first; the array was in waiting order, and ties keep to it. */
static int
compare_past (gconstpointer a, gconstpointer b)
{
  const CasenessPtlPerson *first = *(const CasenessPtlPerson *const *) a;
  const CasenessPtlPerson *second = *(const CasenessPtlPerson *const *) b;

  if (get_days_past (first) != get_days_past (second))
    return get_days_past (second) - get_days_past (first);
  return first < second ? -1 : first > second;
}

static int
compare_breach (gconstpointer a, gconstpointer b)
{
  const CasenessPtlPerson *first = *(const CasenessPtlPerson *const *) a;
  const CasenessPtlPerson *second = *(const CasenessPtlPerson *const *) b;

  if (first->breach_date != second->breach_date)
    return first->breach_date < second->breach_date ? -1 : 1;
  return first < second ? -1 : first > second;
}

static GPtrArray *
list_section (Section section, const CasenessPtl *ptl)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n_people, i;
  const CasenessPtlPerson *people = caseness_ptl_get_people (ptl, &n_people);

  for (i = 0; i < n_people; i++)
    if (stands_in (section, ptl, &people[i]))
      g_ptr_array_add (list, (gpointer) &people[i]);
  if (section == SECTION_PAST)
    g_ptr_array_sort (list, compare_past);
  if (section == SECTION_DUE)
    g_ptr_array_sort (list, compare_breach);
  return list;
}

static void
add_number (CasenessReportTable *table, CasenessReportCell kind, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  caseness_report_table_add_cell (table, kind, text);
}

static void
add_day (CasenessReportTable *table, CasenessDate day, CasenessDate as_at)
{
  g_autofree char *text = day == CASENESS_DATE_NONE ? g_strdup ("") : caseness_ptl_report_dup_short_day (day, as_at);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
}

/* Everything the rows of a list are made from. */
typedef struct
{
  const CasenessPtlReportQueue *queue;
  CasenessDate as_at;
  Section section;
} List;

char *
caseness_ptl_report_dup_person (const CasenessPtlReportQueue *queue, const CasenessPtlPerson *person)
{
  return queue->identifies ? g_strdup (person->service_request_id)
                           : g_strdup_printf ("%u", caseness_ptl_since_get_number (queue->since, person));
}

static void
add_person (CasenessReportTable *table, const CasenessPtlPerson *person, const List *list)
{
  g_autofree char *name = caseness_ptl_report_dup_person (list->queue, person);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, name);
}

/* What is agreed, or room to write what will be. Close rows have one column for it all. */
static void
add_action (CasenessReportTable *table, Field field, const CasenessPtlPerson *person, const List *list, Form form)
{
  const CasenessPtlAction *action = caseness_ptl_actions_find (list->queue->actions, person);
  g_auto(CasenessPtlActionText) text = { NULL };
  g_autofree char *owner = NULL;
  g_autofree char *words = NULL;

  if (action == NULL)
    {
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_WRITE, NULL);
      return;
    }
  caseness_ptl_action_text_init (&text, list->queue->since, person, action, !list->queue->identifies);
  if (field != FIELD_ACTION)
    words = g_strdup (field == FIELD_OWNER ? text.owner : text.when);
  else
    {
      owner = form == FORM_SHEET ? g_strdup ("") : caseness_ptl_action_text_dup_owner (&text);
      words = *owner != '\0' ? g_strdup_printf ("%s (%s)", text.what, owner) : g_strdup (text.what);
    }
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, words);
}

static void
add_waited (CasenessReportTable *table, const CasenessPtlPerson *person, Form form)
{
  g_autofree char *text = person->booked_date == CASENESS_DATE_NONE && form == FORM_SHEET
                              /* Translators: days waited by somebody without an appointment; the wait goes on. */
                              ? g_strdup_printf (_("%d so far"), person->wait_days)
                              : g_strdup_printf ("%d", person->wait_days);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
}

static void
add_field (CasenessReportTable *table, Field field, const CasenessPtlPerson *person, const List *list, Form form)
{
  switch (field)
    {
    case FIELD_REFERRAL:
      add_person (table, person, list);
      break;
    case FIELD_THERAPY:
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                      caseness_ptl_report_get_label (person->group[CASENESS_PTL_SPLIT_THERAPY]));
      break;
    case FIELD_LOCALITY:
      caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                      caseness_ptl_report_get_label (person->group[CASENESS_PTL_SPLIT_LOCALITY]));
      break;
    case FIELD_CLOCK_START:
      add_day (table, person->clock_start, list->as_at);
      break;
    case FIELD_BREACH:
      add_day (table, person->breach_date, list->as_at);
      break;
    case FIELD_DAYS_PAST:
      add_number (table, CASENESS_REPORT_CELL_BOLD, get_days_past (person));
      break;
    case FIELD_DAYS_LEFT:
      add_number (table, CASENESS_REPORT_CELL_BOLD, person->breach_date - list->as_at);
      break;
    case FIELD_WAITED:
      add_waited (table, person, form);
      break;
    case FIELD_BOOKED:
      /* A box around each would make close rows run into each other. */
      if (person->booked_date == CASENESS_DATE_NONE)
        caseness_report_table_add_cell (table, form == FORM_SHEET ? CASENESS_REPORT_CELL_BOXED : CASENESS_REPORT_CELL_BOLD,
                                        _("no date"));
      else
        add_day (table, person->booked_date, list->as_at);
      break;
    case FIELD_ACTION:
    case FIELD_OWNER:
    case FIELD_DUE:
    default:
      add_action (table, field, person, list, form);
      break;
    }
}

static CasenessReportTable *
create_table (const List *list, Form form)
{
  CasenessReportTable *table = caseness_report_table_new ();
  gsize column;

  for (column = 0; column < G_N_ELEMENTS (columns); column++)
    if (has_column (column, list->section, form))
      caseness_report_table_add_column (table,
                                        columns[column].field == FIELD_REFERRAL && !list->queue->identifies
                                            ? C_("running number", "No.")
                                            : _(columns[column].heading),
                                        columns[column].align,
                                        form == FORM_LIST ? 1 : columns[column].stretch);
  if (form != FORM_SHEET)
    caseness_report_table_set_compact (table);
  return table;
}

static CasenessReportTable *
create_people_table (List *list, Form form, GPtrArray *people, guint from, guint to)
{
  CasenessReportTable *table = create_table (list, form);
  gsize column;
  guint i;

  for (i = from; i < to; i++)
    for (column = 0; column < G_N_ELEMENTS (columns); column++)
      if (has_column (column, list->section, form))
        add_field (table, columns[column].field, g_ptr_array_index (people, i), list, form);
  return table;
}

/* Those on the sheet, then the others; a few others still go onto it. */
static void
add_tables (CasenessReportBuilder *builder, List *list, GPtrArray *people)
{
  gboolean is_talked_about = (IN (list->section) & TALKED_ABOUT) != 0;
  guint n_on_sheet = !is_talked_about                       ? 0
                     : people->len <= MOST_ON_SHEET * 4 / 3 ? people->len
                                                            : MOST_ON_SHEET;

  if (n_on_sheet > 0)
    caseness_report_builder_add_table (builder, create_people_table (list, FORM_SHEET, people, 0, n_on_sheet));
  if (n_on_sheet == people->len)
    return;
  if (n_on_sheet > 0)
    caseness_report_builder_add_space (builder, 10);
  caseness_report_builder_add_table (builder,
                                     create_people_table (list, is_talked_about ? FORM_FURTHER : FORM_LIST, people,
                                                          n_on_sheet, people->len));
}

static char *
dup_section_title (Section section, guint n_people, guint n_undated)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);
  g_autofree char *count = NULL;

  if (n_undated == 0)
    /* Translators: how many people; all of them have an appointment. */
    count = g_strdup_printf (_("%s, all with a date"), people);
  else
    /* Translators: how many people, how many of them have no appointment. */
    count = g_strdup_printf (ngettext ("%s, %u with no date", "%s, %u with no date", n_undated), people, n_undated);
  switch (section)
    {
    case SECTION_PAST:
      return g_strdup_printf (_("Past breach: %s"), count);
    case SECTION_DUE:
      return g_strdup_printf (_("Breach date within two weeks: %s"), count);
    case SECTION_REST:
      return g_strdup_printf (_("Breach date later: %s"), count);
    case SECTION_EVERYBODY:
    default:
      return g_strdup_printf (_("Everybody waiting: %s"), count);
    }
}

static const char *
get_section_order (Section section)
{
  switch (section)
    {
    case SECTION_PAST:
      return _("Longest past breach first. Days past are counted at the agreed appointment, or at the as-at day where "
               "there is none.");
    case SECTION_DUE:
      return _("Inside the standard as things stand; earliest breach date first.");
    case SECTION_REST:
    case SECTION_EVERYBODY:
    default:
      return _("In waiting order, earliest clock start first.");
    }
}

static const char *
get_section_bookmark (Section section)
{
  switch (section)
    {
    case SECTION_PAST:
      return _("People past breach");
    case SECTION_DUE:
      return _("People with a breach date within two weeks");
    case SECTION_REST:
      return _("People with a later breach date");
    case SECTION_EVERYBODY:
    default:
      return _("Everybody waiting");
    }
}

static void
add_section (CasenessReportBuilder *builder, List *list, const CasenessPtl *ptl)
{
  g_autoptr(GPtrArray) people = list_section (list->section, ptl);
  g_autofree char *title = NULL;
  guint n_undated = 0;
  guint i;

  if (people->len == 0)
    return;
  for (i = 0; i < people->len; i++)
    n_undated += ((const CasenessPtlPerson *) g_ptr_array_index (people, i))->booked_date == CASENESS_DATE_NONE;
  title = dup_section_title (list->section, people->len, n_undated);
  caseness_report_builder_add_heading (builder, 2, title, get_section_bookmark (list->section), NULL);
  caseness_report_builder_add_note (builder, get_section_order (list->section));
  add_tables (builder, list, people);
}

void
caseness_ptl_report_add_people (CasenessReportBuilder *builder, const CasenessPtlReportQueue *queue)
{
  const CasenessPtl *ptl = queue->ptl;
  List list = { .queue = queue, .as_at = caseness_ptl_get_as_at (ptl) };

  if (caseness_ptl_get_standard (ptl) < 0)
    {
      list.section = SECTION_EVERYBODY;
      add_section (builder, &list, ptl);
      return;
    }
  for (list.section = SECTION_PAST; list.section <= SECTION_REST; list.section++)
    add_section (builder, &list, ptl);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-snapshot-private.h"

/* Where the columns of pathways that are told of together begin. */
static const struct
{
  guint first;
  const char *name;
} columns[] = {
  { CASENESS_SNAPSHOT_DATES, "days" },
  { CASENESS_SNAPSHOT_TEXTS, "texts and codes" },
  { CASENESS_SNAPSHOT_COUNTS, "numbers" },
  { CASENESS_SNAPSHOT_FIRST_SCORES, "scores" },
  { CASENESS_SNAPSHOT_FLAGS, "flags and what a course is judged by" },
  { CASENESS_N_SNAPSHOT_COLUMNS, NULL },
};

static const char *const event_names[CASENESS_N_EVENTS] = {
  [CASENESS_EVENT_CONTACTS] = "contacts",
  [CASENESS_EVENT_LOGS] = "logs",
  [CASENESS_EVENT_ANSWERS] = "answers",
  [CASENESS_EVENT_EMPLOYMENT] = "employment",
  [CASENESS_EVENT_TREATMENTS] = "treatments",
  [CASENESS_EVENT_SITTINGS] = "sittings",
  [CASENESS_EVENT_SHEETS] = "sheets of sittings",
  [CASENESS_EVENT_SCORES] = "scores between first and last",
  [CASENESS_EVENT_LISTS + CASENESS_PATHWAY_DISABILITIES] = "disabilities",
  [CASENESS_EVENT_LISTS + CASENESS_PATHWAY_CIRCUMSTANCES] = "circumstances",
  [CASENESS_EVENT_LISTS + CASENESS_PATHWAY_LONG_TERM_CONDITIONS] = "long-term conditions",
  [CASENESS_EVENT_LISTS + CASENESS_PATHWAY_PROGRAMMES] = "programmes",
};

static void
add (GArray *parts, CasenessRoomKind kind, const char *name, const char *member, gsize n_bytes)
{
  CasenessRoomPart part = { kind, name, member, n_bytes };

  g_array_append_val (parts, part);
}

static gsize
get_array_size (const GArray *array)
{
  return (gsize) array->len * g_array_get_element_size ((GArray *) array);
}

static void
add_columns (GArray *parts, const CasenessSnapshot *snapshot)
{
  guint i, k;

  for (i = 0; columns[i].name != NULL; i++)
    {
      gsize n_bytes = 0;

      for (k = columns[i].first; k < columns[i + 1].first; k++)
        n_bytes += caseness_packed_get_size (snapshot->columns[k]);
      add (parts, CASENESS_ROOM_COLUMNS, columns[i].name, NULL, n_bytes);
    }
}

static void
add_events (GArray *parts, const CasenessEvents *events)
{
  guint i, k;

  for (i = 0; i < CASENESS_N_EVENTS; i++)
    {
      const CasenessSpans *spans = &events->spans[i];

      add (parts, CASENESS_ROOM_EVENTS, event_names[i], "whose", caseness_packed_get_size (spans->first));
      for (k = 0; k < spans->rows->form->n_fields; k++)
        add (parts, CASENESS_ROOM_EVENTS, event_names[i], spans->rows->form->fields[k].name,
             caseness_packed_get_size (spans->rows->columns[k]));
    }
  add (parts, CASENESS_ROOM_EVENTS, "staff of contacts", NULL, caseness_packed_get_size (events->staff));
  add (parts, CASENESS_ROOM_EVENTS, "people", NULL, caseness_packed_get_size (events->people));
  add (parts, CASENESS_ROOM_EVENTS, "employment", "pathway", caseness_packed_get_size (events->employment_pathways));
  add (parts, CASENESS_ROOM_EVENTS, "qualifications", NULL, get_array_size (events->qualifications));
}

static void
add_attached (GArray *parts, const char *name, const CasenessAttached *attached)
{
  add (parts, CASENESS_ROOM_LISTS, name, "whose",
       caseness_packed_get_size (attached->first) + caseness_packed_get_size (attached->places));
  add (parts, CASENESS_ROOM_LISTS, name, "rows", caseness_rows_get_size (attached->list));
}

GArray *
caseness_snapshot_list_room (const CasenessSnapshot *snapshot)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CasenessRoomPart));

  g_return_val_if_fail (snapshot != NULL, parts);
  add_columns (parts, snapshot);
  add (parts, CASENESS_ROOM_TEXTS, "dictionary", NULL, caseness_dictionary_get_memory (snapshot->dictionary));
  add_events (parts, snapshot->events);
  add_attached (parts, "waiting list", &snapshot->waiting);
  add_attached (parts, "appointments", &snapshot->appointments);
  add (parts, CASENESS_ROOM_LISTS, "staff and population", NULL,
       get_array_size (snapshot->local->staff) + get_array_size (snapshot->local->population));
  add (parts, CASENESS_ROOM_LISTS, "findings", NULL, get_array_size (snapshot->findings->rows));
  return parts;
}

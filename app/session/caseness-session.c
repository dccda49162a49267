/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-session-private.h"

#include "caseness-own-icb.h"
#include "caseness-standards.h"

#include <string.h>

/* GObject boxed types of plain values defined further down the tree, where nobody needs GObject. */
#define CASENESS_TYPE_PERIOD (caseness_session_period_get_type ())
#define CASENESS_TYPE_SNAPSHOT (caseness_session_snapshot_get_type ())
#define CASENESS_TYPE_JOURNAL (caseness_session_journal_get_type ())
#define CASENESS_TYPE_FILTER (caseness_session_filter_get_type ())

enum
{
  PROP_FILE = 1,
  PROP_SNAPSHOT,
  PROP_JOURNAL,
  PROP_SERVICE_NAME,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_STATUS,
  PROP_PERIOD,
  PROP_FILTER,
  PROP_AS_AT,
  PROP_MEETING_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static CasenessPeriod *
copy_period (CasenessPeriod *period)
{
  return g_memdup2 (period, sizeof *period);
}

static GType caseness_session_period_get_type (void);
static GType caseness_session_snapshot_get_type (void);
static GType caseness_session_journal_get_type (void);
static GType caseness_session_filter_get_type (void);
G_DEFINE_BOXED_TYPE (CasenessPeriod, caseness_session_period, copy_period, g_free)
G_DEFINE_BOXED_TYPE (CasenessSnapshot, caseness_session_snapshot, caseness_snapshot_ref, caseness_snapshot_unref)
G_DEFINE_BOXED_TYPE (CasenessJournal, caseness_session_journal, caseness_journal_ref, caseness_journal_unref)
G_DEFINE_BOXED_TYPE (CasenessFilter, caseness_session_filter, caseness_filter_ref, caseness_filter_unref)

G_DEFINE_FINAL_TYPE (CasenessSession, caseness_session, G_TYPE_OBJECT)

static void
notify (CasenessSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static CasenessDate
today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return caseness_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

/* A file of local lists alone has no month; its lists are looked at as they stand today. */
static CasenessDate
find_latest_day (CasenessSnapshot *snapshot)
{
  CasenessDate latest = CASENESS_DATE_NONE;

  if (snapshot != NULL)
    latest = caseness_snapshot_get_latest_period_end (snapshot);
  return latest != CASENESS_DATE_NONE ? latest : today ();
}

static void
look_at_latest (CasenessSession *self)
{
  CasenessDate latest = find_latest_day (self->snapshot);
  CasenessPeriod period = caseness_period_around (CASENESS_PERIOD_QUARTER, latest);

  caseness_session_set_as_at (self, latest);
  caseness_session_set_period (self, &period);
}

static gboolean
is_same_file (GFile *a, GFile *b)
{
  return a != NULL && b != NULL && g_file_equal (a, b);
}

static void
caseness_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CasenessSession *self = CASENESS_SESSION (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_SNAPSHOT:
      g_value_set_boxed (value, self->snapshot);
      break;
    case PROP_JOURNAL:
      g_value_set_boxed (value, self->journal);
      break;
    case PROP_SERVICE_NAME:
      g_value_set_string (value, caseness_session_get_service_name (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->in_flight != NULL);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_PERIOD:
      g_value_set_boxed (value, &self->period);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_AS_AT:
      g_value_set_int (value, self->as_at);
      break;
    case PROP_MEETING_MODE:
      g_value_set_boolean (value, self->meeting_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CasenessSession *self = CASENESS_SESSION (object);

  switch (id)
    {
    case PROP_PERIOD:
      caseness_session_set_period (self, g_value_get_boxed (value));
      break;
    case PROP_FILTER:
      caseness_session_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_AS_AT:
      caseness_session_set_as_at (self, g_value_get_int (value));
      break;
    case PROP_MEETING_MODE:
      caseness_session_set_meeting_mode (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
caseness_session_dispose (GObject *object)
{
  CasenessSession *self = CASENESS_SESSION (object);

  g_cancellable_cancel (self->in_flight);
  caseness_session_drop_in_flight (self);
  g_clear_pointer (&self->worker, caseness_worker_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->snapshot, caseness_snapshot_unref);
  g_clear_pointer (&self->journal, caseness_journal_unref);
  g_clear_pointer (&self->turned, g_hash_table_unref);
  g_clear_pointer (&self->turning, caseness_turning_unref);
  g_clear_pointer (&self->filter, caseness_filter_unref);
  G_OBJECT_CLASS (caseness_session_parent_class)->dispose (object);
}

static void
caseness_session_finalize (GObject *object)
{
  CasenessSession *self = CASENESS_SESSION (object);

  g_free (self->status);
  G_OBJECT_CLASS (caseness_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);
  properties[PROP_SNAPSHOT] = g_param_spec_boxed ("snapshot", NULL, NULL, CASENESS_TYPE_SNAPSHOT, readable);
  properties[PROP_JOURNAL] = g_param_spec_boxed ("journal", NULL, NULL, CASENESS_TYPE_JOURNAL, readable);
  properties[PROP_SERVICE_NAME] = g_param_spec_string ("service-name", NULL, NULL, "", readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", readable);
  properties[PROP_PERIOD] = g_param_spec_boxed ("period", NULL, NULL, CASENESS_TYPE_PERIOD, writable);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, CASENESS_TYPE_FILTER, writable);
  properties[PROP_AS_AT] = g_param_spec_int ("as-at", NULL, NULL, G_MININT32, G_MAXINT32, 0, writable);
  properties[PROP_MEETING_MODE] = g_param_spec_boolean ("meeting-mode", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (class, N_PROPS, properties);
}

static void
caseness_session_class_init (CasenessSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = caseness_session_get_property;
  object_class->set_property = caseness_session_set_property;
  object_class->dispose = caseness_session_dispose;
  object_class->finalize = caseness_session_finalize;
  install_properties (object_class);
}

static void
caseness_session_init (CasenessSession *self)
{
  self->worker = caseness_worker_new ();
  self->journal = caseness_journal_new ();
  self->filter = caseness_filter_new ();
  self->turned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) caseness_snapshot_unref);
  self->status = g_strdup ("");
  self->as_at = today ();
  self->period = caseness_period_around (CASENESS_PERIOD_QUARTER, self->as_at);
}

CasenessSession *
caseness_session_new (void)
{
  return g_object_new (CASENESS_TYPE_SESSION, NULL);
}

GFile *
caseness_session_get_file (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return self->file;
}

CasenessSnapshot *
caseness_session_get_snapshot (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return self->snapshot;
}

CasenessJournal *
caseness_session_get_journal (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return self->journal;
}

const char *
caseness_session_get_service_name (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), "");

  return self->snapshot != NULL ? caseness_snapshot_get_service_name (self->snapshot) : "";
}

gboolean
caseness_session_get_busy (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), FALSE);

  return self->in_flight != NULL;
}

const CasenessPeriod *
caseness_session_get_period (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return &self->period;
}

void
caseness_session_set_period (CasenessSession *self, const CasenessPeriod *period)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (period != NULL && period->start <= period->end);

  if (caseness_period_equal (&self->period, period))
    return;
  self->period = *period;
  notify (self, PROP_PERIOD);
}

CasenessFilter *
caseness_session_get_filter (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), NULL);

  return self->filter;
}

void
caseness_session_set_filter (CasenessSession *self, CasenessFilter *filter)
{
  CasenessFilter *old;

  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (caseness_filter_equal (self->filter, filter))
    return;
  old = self->filter;
  self->filter = caseness_filter_ref (filter);
  caseness_filter_unref (old);
  notify (self, PROP_FILTER);
}

CasenessDate
caseness_session_get_as_at (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), CASENESS_DATE_NONE);

  return self->as_at;
}

void
caseness_session_set_as_at (CasenessSession *self, CasenessDate as_at)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));
  g_return_if_fail (as_at != CASENESS_DATE_NONE);

  if (self->as_at == as_at)
    return;
  self->as_at = as_at;
  notify (self, PROP_AS_AT);
}

gboolean
caseness_session_get_meeting_mode (CasenessSession *self)
{
  g_return_val_if_fail (CASENESS_IS_SESSION (self), TRUE);

  return self->meeting_mode;
}

void
caseness_session_set_meeting_mode (CasenessSession *self, gboolean meeting_mode)
{
  g_return_if_fail (CASENESS_IS_SESSION (self));

  meeting_mode = !!meeting_mode;
  if (self->meeting_mode == meeting_mode)
    return;
  self->meeting_mode = meeting_mode;
  notify (self, PROP_MEETING_MODE);
}

void
caseness_session_close (CasenessSession *self)
{
  gboolean was_busy;

  g_return_if_fail (CASENESS_IS_SESSION (self));

  was_busy = self->in_flight != NULL;
  g_cancellable_cancel (self->in_flight);
  caseness_session_drop_in_flight (self);
  caseness_session_show (self, NULL, NULL, NULL);
  if (was_busy)
    notify (self, PROP_BUSY);
}

/* The new file, snapshot and what is looked at change together: nobody sees a new snapshot under an old day. */
void
caseness_session_show (CasenessSession *self, GFile *file, CasenessSnapshot *snapshot, CasenessJournal *journal)
{
  gboolean is_same = is_same_file (self->file, file);
  gboolean has_moved = !is_same || find_latest_day (self->snapshot) != find_latest_day (snapshot);
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();

  g_object_freeze_notify (G_OBJECT (self));
  if (!is_same && g_set_object (&self->file, file))
    notify (self, PROP_FILE);
  g_clear_pointer (&self->snapshot, caseness_snapshot_unref);
  g_hash_table_remove_all (self->turned);
  g_clear_pointer (&self->turning, caseness_turning_unref);
  self->snapshot = snapshot != NULL ? caseness_snapshot_ref (snapshot) : NULL;
  caseness_session_show_journal (self, journal);
  notify (self, PROP_SNAPSHOT);
  notify (self, PROP_SERVICE_NAME);
  if (has_moved)
    look_at_latest (self);
  if (!is_same)
    caseness_session_set_filter (self, everybody);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Standards that people set hold on every page at once: what is looked at is another snapshot to them. */
static void
hold_to_standards (CasenessSession *self)
{
  g_autoptr(CasenessStandards) standards = NULL;
  CasenessSnapshot *old = self->snapshot;

  if (old == NULL)
    return;
  standards = caseness_standards_new (self->journal);
  if (caseness_standards_equal (standards, caseness_snapshot_get_standards (old)))
    return;
  self->snapshot = caseness_snapshot_with_standards (old, standards);
  caseness_snapshot_unref (old);
  notify (self, PROP_SNAPSHOT);
}

/* Published figures are read with the file: those of another ICB than in the journal before are read anew. */
static void
hold_to_icb (CasenessSession *self, CasenessJournal *before)
{
  g_autofree char *icb = caseness_own_icb_dup (self->journal);
  g_autofree char *icb_before = caseness_own_icb_dup (before);

  if (self->snapshot != NULL && self->file != NULL && strcmp (icb, icb_before) != 0
      && strcmp (icb, caseness_snapshot_get_published (self->snapshot)->chosen_icb) != 0)
    caseness_session_open_async (self, self->file, NULL, NULL, NULL);
}

void
caseness_session_show_journal (CasenessSession *self, CasenessJournal *journal)
{
  g_autoptr(CasenessJournal) before = self->journal;

  self->journal = journal != NULL ? caseness_journal_ref (journal) : caseness_journal_new ();
  g_object_freeze_notify (G_OBJECT (self));
  hold_to_standards (self);
  notify (self, PROP_JOURNAL);
  g_object_thaw_notify (G_OBJECT (self));
  hold_to_icb (self, before);
}

void
caseness_session_show_work (CasenessSession *self, double fraction, const char *what)
{
  if (self->progress != fraction)
    {
      self->progress = fraction;
      notify (self, PROP_PROGRESS);
    }
  if (g_strcmp0 (self->status, what) != 0)
    {
      g_free (self->status);
      self->status = g_strdup (what);
      notify (self, PROP_STATUS);
    }
}

void
caseness_session_notify_busy (CasenessSession *self)
{
  notify (self, PROP_BUSY);
}

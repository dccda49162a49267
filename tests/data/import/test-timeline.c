/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-timeline.h"
#include "data-fixture.h"

#include <string.h>

/* Imports one after the other, then what the timeline tells of them: provider, month, kind, how many are held, and the
 * rows of IDS101Referral now and before, with "!" where they shrank. */
static const struct
{
  const char *name;
  FixtureMonth imports[4];
  gint64 undone;
  const char *told;
  const char *note; /* (nullable): of the last import */
} cases[] = {
  { "one", { { .month = 1 } }, 0, "XA1 1 Primary 1 2/0", NULL },
  { "gap", { { .month = 1 }, { .month = 4 } }, 0,
    "XA1 1 Primary 1 2/0, XA1 2 Missing 0 -, XA1 3 Missing 0 -, XA1 4 Primary 1 2/0", "XA1 March 2025: no submission" },
  { "gap-filled", { { .month = 1 }, { .month = 3 }, { .month = 2 } }, 0,
    "XA1 1 Primary 1 2/0, XA1 2 Primary 1 2/0, XA1 3 Primary 1 2/0", NULL },
  { "providers", { { .month = 3 }, { .provider = "XA2", .month = 1 } }, 0, "XA1 3 Primary 1 2/0, XA2 1 Primary 1 2/0",
    NULL },
  { "halved", { { .patients = 10 }, { .patients = 5, .created = "2025-03-21 09:00:00" } }, 0, "XA1 1 Refresh 2 5/10!",
    "IDS101Referral has 5 rows now and had 10" },
  { "less", { { .patients = 10 }, { .patients = 6, .created = "2025-03-21 09:00:00" } }, 0, "XA1 1 Refresh 2 6/10",
    "IDS101Referral 6, before 10" },
  { "as-many", { { .patients = 3 }, { .patients = 3, .created = "2025-03-21 09:00:00" } }, 0, "XA1 1 Refresh 2 3/3",
    "as many in each table" },
  { "few", { { .patients = 9 }, { .patients = 4, .created = "2025-03-21 09:00:00" } }, 0, "XA1 1 Refresh 2 4/9", NULL },
  { "resubmitted",
    { { .patients = 1 },
      { .patients = 2, .created = "2025-03-21 09:00:00" },
      { .patients = 3, .created = "2025-04-21 09:00:00" } },
    0, "XA1 1 Resubmission 3 3/2", NULL },
  { "undone", { { .patients = 1 }, { .patients = 2, .created = "2025-03-21 09:00:00" } }, 2, "XA1 1 Primary 1 1/0",
    NULL },
  { "all-undone", { { .patients = 1 } }, 1, "", NULL },
};

static char *
describe (GPtrArray *timeline)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < timeline->len; i++)
    {
      const CasenessTimelineMonth *month = timeline->pdata[i];
      const CasenessTimelineTable *referrals = month->tables->len > 0 ? month->tables->pdata[3] : NULL;
      int number;

      caseness_date_split (month->start, NULL, &number, NULL);
      g_assert_cmpint (month->end, ==, caseness_date_month_end (month->start));
      g_string_append_printf (words, "%s%s %d %s %u ", i > 0 ? ", " : "", month->provider, number,
                              caseness_timeline_kind_get_label (month->kind), month->n_submissions);
      if (referrals != NULL)
        g_string_append_printf (words, "%d/%d%s", (int) referrals->rows, (int) referrals->rows_before,
                                referrals->has_shrunk ? "!" : "");
      else
        g_string_append_c (words, '-');
    }
  return g_string_free (words, FALSE);
}

static void
assert_note (const CasenessReceipt *receipt, const char *words)
{
  gboolean is_said = FALSE;

  for (guint i = 0; i < receipt->notes->len; i++)
    {
      const char *note = receipt->notes->pdata[i];

      is_said = is_said || (words != NULL && strstr (note, words) != NULL);
      g_assert_true (words != NULL || (strstr (note, "no submission") == NULL && strstr (note, "rows now") == NULL));
    }
  g_assert_true (words == NULL || is_said);
}

static void
undo (DataFixture *fixture, gint64 import)
{
  g_autoptr(CasenessStore) store = caseness_store_open (fixture->store_path, CASENESS_STORE_WRITE, NULL);
  g_autoptr(GDateTime) now = data_fixture_make_now ();

  g_assert_true (caseness_import_undo (store, import, now, NULL));
}

static void
test_case (DataFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(CasenessReceipt) receipt = NULL;
  g_autoptr(CasenessStore) store = NULL;
  g_autoptr(GPtrArray) timeline = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;

  for (guint n = 0; n < G_N_ELEMENTS (cases[i].imports); n++)
    {
      g_autofree char *folder = g_strdup_printf ("%u", n);
      FixtureMonth month = cases[i].imports[n];

      if (n > 0 && month.month == 0 && month.created == NULL)
        break;
      month.folder = folder;
      data_fixture_write_month (fixture, &month);
      g_clear_pointer (&receipt, caseness_receipt_free);
      receipt = data_fixture_import (fixture, &error, folder, NULL);
      g_assert_no_error (error);
    }
  assert_note (receipt, cases[i].note);
  if (cases[i].undone != 0)
    undo (fixture, cases[i].undone);
  store = caseness_store_open (fixture->store_path, CASENESS_STORE_READ, &error);
  g_assert_no_error (error);
  timeline = caseness_timeline_list (store, &error);
  g_assert_no_error (error);
  told = describe (timeline);
  g_assert_cmpstr (told, ==, cases[i].told);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/timeline/", cases[i].name, NULL);

      DATA_FIXTURE_ADD (path, test_case, GUINT_TO_POINTER (i));
    }
  return g_test_run ();
}

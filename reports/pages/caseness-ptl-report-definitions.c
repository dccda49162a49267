/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-report-private.h"
#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *term;
  const char *text;
} definitions[] = {
  { N_("Waiting"),
    N_("An open referral: received on or before the as-at day and not discharged on or before it. Contacts after that "
       "day are ignored. Somebody who waits for two things stands in both queues, once in each.") },
  { N_("First appointment"),
    N_("No contact attended yet. The clock starts on the day the referral was received; pauses do not stop it.") },
  { N_("First treatment"),
    N_("Seen at least once, not treated yet. The clock starts on the day the referral was received.") },
  { N_("Second treatment"),
    N_("Treated exactly once. The clock starts at the first treatment.") },
  { N_("Step-up"),
    N_("On the waiting list for step-up, or last treated at low intensity with a high-intensity appointment booked "
       "or listed. The clock starts on the day of listing or of the last low-intensity session, whichever is later.") },
  { N_("Follow-up"),
    N_("On the waiting list for follow-up. The clock starts on the day of listing; there is no standard.") },
  { N_("A wait ends"),
    N_("At the earliest agreed appointment of the stage on or after the as-at day, otherwise it is counted to the "
       "as-at day: “so far”, or “no date” beside it.") },
  { N_("Breach date"),
    N_("Clock start plus the standard. A wait of exactly the standard is inside it: with 42 days, day 42 is inside and "
       "day 43 is past breach. People in a perinatal priority group have 14 days to a first appointment and 28 to "
       "treatment, unless one standard was chosen for everybody.") },
  { N_("Columns"),
    N_("Whole weeks between the end of the wait and the breach date, “6 to 5” furthest before it. Past the breach "
       "date there is one column for every week up to the longest wait, never fewer than four, and after 26 weeks one for "
       "everybody beyond. Longer times before breach stand in the first column.") },
  { N_("Colours"),
    N_("White to blue as the breach date comes nearer; amber to dark red, hatched and bold, past it. The double rule "
       "is the breach date. An empty cell is nobody.") },
  { N_("Therapy"),
    N_("What the waiting list says, otherwise the booked appointment’s, otherwise that of the last treatment.") },
  { N_("Locality, team, step"),
    N_("From the waiting list and the referral list; team also from the member of staff, step also from the "
       "therapy.") },
  { N_("Counts"),
    N_("Exact, neither rounded nor suppressed.") },
};

static char *
dup_standards (GPtrArray *ptls)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < ptls->len; i++)
    {
      const CasenessPtl *ptl = g_ptr_array_index (ptls, i);
      g_autofree char *stage = caseness_ptl_report_dup_stage_title (caseness_ptl_get_stage (ptl));
      g_autofree char *standard = caseness_ptl_report_dup_standard (caseness_ptl_get_standard (ptl));

      if (i > 0)
        g_string_append (text, "; ");
      /* Translators: a stage and its standard: "First treatment: 6 weeks (42 days)". */
      g_string_append_printf (text, _("%s: %s"), stage, standard);
    }
  g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
caseness_ptl_report_add_definitions (CasenessReportBuilder *builder, GPtrArray *ptls, const char *filter,
                                     const char *sources, gboolean identifies)
{
  g_autofree char *standards = dup_standards (ptls);
  gsize i;

  caseness_report_builder_start_part (builder);
  caseness_report_builder_add_heading (builder, 1, _("Definitions"), _("Definitions"),
                                       CASENESS_PTL_REPORT_DEFINITIONS);
  for (i = 0; i < G_N_ELEMENTS (definitions); i++)
    caseness_report_builder_add_definition (builder, _(definitions[i].term), _(definitions[i].text));
  caseness_report_builder_add_definition (builder, _("Standards used"), standards);
  caseness_report_builder_add_definition (builder, _("Who is shown"),
                                          identifies ? _("This pack identifies people by their referral.")
                                                     : _("This pack does not identify people: a running number stands "
                                                         "for each, as in meeting mode on the screen, and staff are left "
                                                         "out."));
  caseness_report_builder_add_definition (builder, _("Filter"), filter);
  caseness_report_builder_add_definition (builder, _("Sources"), sources);
}

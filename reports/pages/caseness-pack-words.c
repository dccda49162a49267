/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-pack-words.h"

#include "caseness-file-name.h"

#include <glib/gi18n.h>

/* The filter without its dimensions of staff; the same one where it has none. */
static CasenessFilter *
dup_nameless (const CasenessFilter *filter)
{
  CasenessFilter *nameless = caseness_filter_ref ((CasenessFilter *) filter); /* counted, never changed */
  guint i;

  for (i = 0; i < caseness_dimension_count (); i++)
    if (caseness_dimension_names_staff (i) && caseness_filter_get_values (nameless, i)[0] != NULL)
      {
        CasenessFilter *wider = caseness_filter_without (nameless, i, NULL);

        caseness_filter_unref (nameless);
        nameless = wider;
      }
  return nameless;
}

char *
caseness_pack_dup_filter (const CasenessFilter *filter, gboolean identifies)
{
  g_autoptr(CasenessFilter) nameless = NULL;
  g_autofree char *words = NULL;

  if (filter == NULL)
    return g_strdup (C_("filter", "None"));
  nameless = dup_nameless (filter);
  if (identifies || caseness_filter_equal (nameless, filter))
    return caseness_filter_describe (filter);
  if (caseness_filter_is_empty (nameless))
    return g_strdup (_("chosen clinicians, not named here"));
  words = caseness_filter_describe (nameless);
  return g_strdup_printf (_("%s; chosen clinicians, not named here"), words);
}

char *
caseness_pack_dup_file_name (const char *kind, const char *service, CasenessDate as_at)
{
  GString *name = g_string_new (kind);
  char day[11];

  caseness_file_name_append (name, service, G_MAXSIZE);
  g_string_append_printf (name, "-%s", caseness_date_write_iso (as_at, day));
  return g_string_free (name, FALSE);
}

const char *
caseness_pack_get_confidentiality (gboolean tells_exactly)
{
  return tells_exactly ? _("Exact counts: keep it within the service") : _("Does not identify people");
}

char *
caseness_pack_dup_sentence (const char *text)
{
  return g_str_has_suffix (text, ".") || *text == '\0' ? g_strdup (text) : g_strdup_printf ("%s.", text);
}

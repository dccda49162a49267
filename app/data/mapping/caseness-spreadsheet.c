/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-spreadsheet.h"

#include "caseness-cell.h"
#include "caseness-identifiers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A spreadsheet holds numbers with so many digits. */
#define EXACT_DIGITS 15
/* 65,000 days after 1899 is the year 2077. */
#define MOST_DAY_DIGITS 5

static const char *
skip_digits (const char *text)
{
  return text + strspn (text, "0123456789");
}

/* 1.02613E+15 and 7E+08, but no plain number and no word. */
static gboolean
is_exponent (const char *text)
{
  const char *rest = skip_digits (text);

  if (rest != text + 1)
    return FALSE;
  if (*rest == '.' || *rest == ',')
    rest = skip_digits (rest + 1);
  return (*rest == 'E' || *rest == 'e') && rest[1] == '+' && caseness_cell_is_digits (rest + 2, 1, 3);
}

static gboolean
is_long_number (const char *text)
{
  return text[0] >= '1' && text[0] <= '9' && caseness_cell_is_digits (text, EXACT_DIGITS + 1, EXACT_DIGITS + 5);
}

static gboolean
is_day_fraction (const char *text)
{
  return text[0] == '0' && (text[1] == '.' || text[1] == ',') && caseness_cell_is_digits (text + 2, 1, 17);
}

/* OnsetDate is the only field that is a year and a month; nothing else of the data set looks like this. */
static gboolean
is_month_name (const char *text)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                                        "dec" };

  if (strlen (text) != 6 || text[3] != '-' || !caseness_cell_is_digits (text + 4, 2, 2))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (text, months[i], 3) == 0)
      return TRUE;
  return FALSE;
}

static CasenessSpreadsheetDamage
find_damage_of_text (const CasenessFieldSpec *field, const char *text)
{
  if (g_ascii_isalpha (*text))
    return g_str_equal (field->name, "OnsetDate") && is_month_name (text) ? CASENESS_SPREADSHEET_MONTH_NAME
                                                                           : CASENESS_SPREADSHEET_SOUND;
  if (is_exponent (text))
    return CASENESS_SPREADSHEET_EXPONENT;
  if (is_long_number (text) && text[EXACT_DIGITS + strspn (text + EXACT_DIGITS, "0")] == '\0'
      && !caseness_snomed_is_concept (text))
    return CASENESS_SPREADSHEET_ROUNDED;
  return CASENESS_SPREADSHEET_SOUND;
}

CasenessSpreadsheetDamage
caseness_spreadsheet_find_damage (const CasenessFieldSpec *field, const char *text)
{
  switch (field->type)
    {
    case CASENESS_FIELD_DATE:
    case CASENESS_FIELD_DATE_TIME:
      {
        const char *rest = skip_digits (text);

        if (rest == text || rest > text + MOST_DAY_DIGITS || (*rest != '\0' && *rest != '.'))
          return CASENESS_SPREADSHEET_SOUND;
        return *skip_digits (*rest == '.' ? rest + 1 : rest) == '\0' ? CASENESS_SPREADSHEET_DAY_NUMBER
                                                                     : CASENESS_SPREADSHEET_SOUND;
      }
    case CASENESS_FIELD_TIME:
      return is_day_fraction (text) ? CASENESS_SPREADSHEET_DAY_FRACTION : CASENESS_SPREADSHEET_SOUND;
    case CASENESS_FIELD_TEXT:
      return find_damage_of_text (field, text);
    case CASENESS_FIELD_INTEGER:
    default:
      return is_exponent (text) ? CASENESS_SPREADSHEET_EXPONENT : CASENESS_SPREADSHEET_SOUND;
    }
}

static char *
describe_damage (CasenessSpreadsheetDamage damage, const char *field)
{
  switch (damage)
    {
    case CASENESS_SPREADSHEET_EXPONENT:
      return g_strdup_printf (_("%s is written as a power of ten, so its last digits are lost: a spreadsheet did "
                                "that."),
                              field);
    case CASENESS_SPREADSHEET_ROUNDED:
      return g_strdup_printf (_("All digits of %s after the fifteenth are zeros: a spreadsheet rounds long codes."),
                              field);
    case CASENESS_SPREADSHEET_DAY_NUMBER:
      return g_strdup_printf (_("%s is a day number, as spreadsheets count days, and not a date."), field);
    case CASENESS_SPREADSHEET_DAY_FRACTION:
      return g_strdup_printf (_("%s is a part of a day, as spreadsheets hold times, and not a clock time."), field);
    case CASENESS_SPREADSHEET_MONTH_NAME:
      return g_strdup_printf (_("%s is the name of a month and two digits: a spreadsheet took it for a date."), field);
    case CASENESS_SPREADSHEET_SOUND:
    case CASENESS_SPREADSHEET_N_DAMAGES:
    default:
      g_assert_not_reached ();
    }
}

char *
caseness_spreadsheet_describe (CasenessSpreadsheetDamage damage, const char *field, guint n_cells)
{
  g_autofree char *what = describe_damage (damage, field);
  g_autofree char *others = NULL;

  if (n_cells > 1)
    others = g_strdup_printf (ngettext ("So it is in %u other row.", "So it is in %u other rows.", n_cells - 1),
                              n_cells - 1);
  return g_strjoin (" ", what,
                    _("Export the file straight from the clinical system and do not save it in a spreadsheet; to look "
                      "at it there, import every column as text."),
                    others, NULL);
}

void
caseness_spreadsheet_tally_add (CasenessSpreadsheetTally *tally, const CasenessFieldSpec *field, const char *text,
                                guint line)
{
  CasenessSpreadsheetDamage damage = caseness_spreadsheet_find_damage (field, text);

  if (damage == CASENESS_SPREADSHEET_SOUND)
    {
      if (is_long_number (text))
        tally->n_long++;
      return;
    }
  tally->is_damaged = TRUE;
  if (tally->n_cells[damage]++ > 0)
    return;
  tally->lines[damage] = line;
  tally->values[damage] = g_strdup (text);
}

gboolean
caseness_spreadsheet_tally_is_damaged (const CasenessSpreadsheetTally *tally, CasenessSpreadsheetDamage damage)
{
  return tally->n_cells[damage] > 0 && (damage != CASENESS_SPREADSHEET_ROUNDED || tally->n_long == 0);
}

void
caseness_spreadsheet_tally_clear (CasenessSpreadsheetTally *tally)
{
  for (guint i = 0; i < CASENESS_SPREADSHEET_N_DAMAGES; i++)
    g_clear_pointer (&tally->values[i], g_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-digest.h"

#include <nettle/sha2.h>

/* Nettle and not GChecksum: it uses the processor's own instructions and takes a sixth of the time, which was a tenth of
 * an import's. */
char *
caseness_digest_bytes (GBytes *bytes)
{
  GString *hex = g_string_sized_new (2 * SHA256_DIGEST_SIZE + 1);
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  sha256_init (&context);
  sha256_update (&context, size, data);
  sha256_digest (&context, sizeof digest, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

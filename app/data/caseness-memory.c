/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-memory.h"

#include <malloc.h>

/* A year of an ordinary service frees less; giving it back and getting it again took a thirtieth of the import. */
#define WORTH_IT (64 * 1024 * 1024)

void
caseness_memory_give_back (void)
{
#ifdef __GLIBC__
  if (mallinfo2 ().fordblks > WORTH_IT)
    malloc_trim (0);
#endif
}

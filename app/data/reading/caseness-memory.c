/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-memory.h"

#include <malloc.h>

/* Giving back what an ordinary month frees, and getting it again, takes longer than it is worth. */
#define WORTH_IT (96 * 1024 * 1024)

void
caseness_memory_give_back (void)
{
#ifdef __GLIBC__
  if (mallinfo2 ().fordblks > WORTH_IT)
    malloc_trim (0);
#endif
}

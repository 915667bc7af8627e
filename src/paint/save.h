/*
 * save.h - a file appears whole or not at all
 *
 * The bytes go to a temporary file beside the target (mode 0600: a report
 * holds one person's story), reach the disk, and take the target's name.
 * A target that is not a regular file (a terminal, a pipe, /dev/full) is
 * written as it stands.
 */
#ifndef PAINT_SAVE_H
#define PAINT_SAVE_H

#include "base/diag.h"

/* False: said in the diag, and what stood under that name is as it was. */
bool save_file(const char *to, struct text bytes, struct diag *d);

#endif

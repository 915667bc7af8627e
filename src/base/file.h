/*
 * file.h - files in, with limits; and paths
 *
 * Codes: FILE-01 cannot be read; FILE-02 too large; FILE-03 not UTF-8 text.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"

enum { FILE_LIMIT = 16 * 1024 * 1024 }; /* bytes of one file */

/* Read a file of UTF-8 text.  `name` is what people see.  NULL after saying
 * why, at `asked`.  A byte order mark is left out of the body. */
struct source *file_read(struct arena *a, struct text path, struct text name,
    struct pos asked, struct diag *d);

/* The same for what comes in on standard input. */
struct source *file_stdin(struct arena *a, struct diag *d);

bool file_exists(struct arena *a, struct text path);

/* "a/b" and "c" give "a/b/c"; an absolute `name` stays as it is. */
struct text path_join(struct arena *a, struct text folder, struct text name);

/* The folder of a path: "a/b.yaml" gives "a", "b.yaml" gives ".". */
struct text path_folder(struct text path);

/* "a/b.c.yaml" gives "b.c". */
struct text path_stem(struct text path);

/* Symlinks followed, "..", "." and "//" gone; "" when it does not exist. */
struct text path_real(struct arena *a, struct text path);

/* Whether both exist and `path`, symlinks followed, lies in `folder`. */
bool path_inside(struct arena *a, struct text path, struct text folder);

/* Whether a relative path could leave the folder it is joined to: it is
 * absolute or has a part "..". */
bool path_climbs(struct text path);

/* `path` as shown to people: relative to `root` when it lies below it. */
struct text path_show(struct text path, struct text root);

#endif

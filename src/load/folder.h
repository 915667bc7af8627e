/*
 * folder.h - within load/: what a folder holds, and whether it may be read
 */
#ifndef LOAD_FOLDER_H
#define LOAD_FOLDER_H

#include "base/near.h"
#include "load/read.h"

struct names {
	ARRAY(struct text) at;
};

/* The entries of a folder, sorted; nothing when there is none. */
struct names folder_list(struct arena *a, struct text path);

/* Offer the files of a folder, by name without ending, each after `prefix`. */
void folder_offer(struct arena *a, struct text path, struct text prefix,
    struct near *near);

/* A path below the root.  "" after saying that links or dots lead out. */
struct text folder_below(struct arena *a, struct text root, struct text shown,
    struct pos asked, struct diag *d);

/* "there is no such KIND: NAME", with the nearest file of the folder. */
void folder_lacks(struct arena *a, struct text folder, const char *kind,
    const char *code, struct text name, struct pos asked, struct diag *d);

#endif

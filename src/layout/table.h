/*
 * table.h - within layout/: how wide the columns of a table are
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/flow.h"

enum { TABLE_COLS = 64 }; /* more are an error */

/* One column: what it wants, and what it gets. */
struct column {
	mpt least;      /* its widest word */
	mpt most;       /* its widest cell on one line */
	unsigned share; /* relative width asked for; 0: as its content needs */
	mpt x, width;
};

/* Share `room` among the columns, `gap` between two; false: words stick out. */
bool columns_share(struct column *c, size_t n, mpt room, mpt gap);

#endif

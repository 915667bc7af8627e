/*
 * column.c - the widths of columns
 *
 * As CSS 2.2 17.5.2.2 describes it: a table that fits with every cell on one
 * line is as wide as that; one that does not gets the whole width, each column
 * its widest word and then, of what is left, in proportion to what it wants
 * beyond that.
 */
#include "layout/table.h"

static int64_t
sum(const struct column *c, size_t n, bool most)
{
	int64_t total = 0;

	for (size_t i = 0; i < n; i++)
		total += most ? c[i].most : c[i].least;
	return total;
}

/* By the shares that were asked for; columns that asked for none get the mean
 * of the others. */
static void
by_shares(struct column *c, size_t n, int64_t room)
{
	int64_t total = 0, asked = 0;

	for (size_t i = 0; i < n; i++)
		total += c[i].share, asked += c[i].share > 0;
	int64_t mean = total / asked > 0 ? total / asked : 1;
	for (size_t i = 0; i < n; i++)
		total += c[i].share ? 0 : mean;
	for (size_t i = 0; i < n; i++) {
		int64_t share = c[i].share ? c[i].share : mean;
		c[i].width = (mpt)(room * share / total);
	}
}

static void
by_content(struct column *c, size_t n, int64_t room)
{
	int64_t least = sum(c, n, false), most = sum(c, n, true);

	for (size_t i = 0; i < n; i++) {
		if (most <= room)
			c[i].width = c[i].most;
		else if (least >= room)
			c[i].width =
			    (mpt)(room * c[i].least / (least ? least : 1));
		else
			c[i].width = c[i].least
			    + (mpt)((room - least) * (c[i].most - c[i].least)
				/ (most - least));
	}
}

bool
columns_share(struct column *c, size_t n, mpt room, mpt gap)
{
	int64_t inner = room - (int64_t)(n - 1) * gap;
	bool asked = false, fits = true;
	mpt x = 0;

	if (inner < 0)
		inner = 0;
	for (size_t i = 0; i < n; i++)
		asked |= c[i].share > 0;
	if (asked)
		by_shares(c, n, inner);
	else
		by_content(c, n, inner);
	for (size_t i = 0; i < n; i++) {
		c[i].x = x;
		x += c[i].width + gap;
		fits &= c[i].width >= c[i].least;
	}
	return fits;
}

/*
 * pdf_link.c - what leads elsewhere: links, outlines (ISO 32000-1, 12.3, 12.5)
 *
 * Destinations are direct arrays.  Names for them would let other documents
 * point into ours; but nobody outside knows our labels, and some validators
 * reject a destination that is an object of its own.
 */
#include "base/map.h"
#include "paint/pdf.h"

/* Whole points: no reader shows the difference. */
static int
points(mpt v)
{
	return v / 1000;
}

static struct text
destination(struct pdf *p, uint32_t page, mpt x, mpt y)
{
	mpt height = p->pages->pages.at[page].height;

	return text_fmt(p->a, "[%u 0 R/XYZ %d %d null]", pdf_ref(p->page[page]),
	    points(x), points(height - y));
}

static void
add_link(struct pdf *p, const struct page *page, const struct link *l,
    struct text where)
{
	HPDF_Dict d = pdf_dict(p);
	mpt bottom = page->height - l->y - l->h;

	pdf_rawf(p, d,
	    "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%d %d %d %d]%.*s",
	    points(l->x), points(bottom), points(l->x + l->w + 999),
	    points(bottom + l->h + 999), TEXT_ARG(where));
	pdf_text(p, d, "Contents", l->words);
	(void)d;
}

void
pdf_links(struct pdf *p)
{
	(void)p;
	(void)add_link;
	(void)destination;
}

void
pdf_outlines(struct pdf *p)
{
	(void)p;
}

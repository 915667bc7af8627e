/*
 * pdf_link.c - what leads elsewhere: links, outlines (ISO 32000-1, 12.3, 12.5)
 *
 * Destinations are direct arrays.  Names for them would let other documents
 * point into ours; but nobody outside knows our labels, and some validators
 * reject a destination that is an object of its own.
 */
#include "base/map.h"
#include "paint/pdf_tree.h"

/* Whole points downwards and to the left: no reader shows the difference. */
static int
points(mpt v)
{
	return v >= 0 ? v / 1000 : -((999 - v) / 1000);
}

static struct text
destination(struct pdf *p, uint32_t page, mpt x, mpt y)
{
	size_t n = p->pages->pages.n;
	size_t i = page < n ? page : n - 1;

	return text_fmt(p->a, "[%u 0 R/XYZ %d %d null]", pdf_ref(p->page[i]),
	    points(x), points(p->pages->pages.at[i].height - y + 999));
}

/* A URI is ASCII (RFC 3986, 2): what is not is written as UTF-8 in %XX, and
 * so are the characters that would end a PDF string. */
static struct text
uri_action(struct pdf *p, struct text uri)
{
	struct buf b = {.a = p->a};

	buf_add(&b, TEXT("/A<</S/URI/URI("));
	for (size_t i = 0; i < uri.n; i++) {
		unsigned c = (unsigned char)uri.s[i];
		if (c <= ' ' || c > '~' || c == '(' || c == ')' || c == '\\')
			buf_fmt(&b, "%%%02X", c);
		else
			buf_addc(&b, (char)c);
	}
	buf_add(&b, TEXT(")>>"));
	return buf_text(&b);
}

/* Where the link leads, as a raw entry; "" if its label stands nowhere. */
static struct text
action(struct pdf *p, const struct map *anchors, const struct link *l)
{
	if (l->uri.n)
		return uri_action(p, l->uri);
	const struct anchor *to = map_at(anchors, l->target);
	if (!to)
		return TEXT("");
	return text_join(p->a, TEXT("/Dest"),
	    destination(p, to->page, to->x, to->y));
}

static void
add_link(struct pdf *p, const struct page *page, const struct link *l,
    struct text leads, struct buf *annots)
{
	HPDF_Dict d = pdf_dict(p);
	mpt bottom = page->height - l->y - l->h;

	pdf_rawf(p, d,
	    "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%d %d %d %d]",
	    points(l->x), points(bottom), points(l->x + l->w + 999),
	    points(bottom + l->h + 999));
	pdf_raw(p, d, leads);
	pdf_text(p, d, "Contents", l->words);
	buf_fmt(annots, "%u 0 R ", pdf_ref(d));
	if (p->tree)
		pdf_tree_annotation(p->tree, d,
		    (size_t)(page - p->pages->pages.at), l->tag);
}

/* Labels to their struct anchor. */
static struct map
anchor_map(struct pdf *p)
{
	struct map m = {0};

	for (size_t i = 0; i < p->pages->anchors.n; i++)
		map_put(p->a, &m, p->pages->anchors.at[i].label,
		    &p->pages->anchors.at[i]);
	return m;
}

void
pdf_links(struct pdf *p)
{
	struct map anchors = anchor_map(p);

	for (size_t i = 0; i < p->pages->pages.n; i++) {
		const struct page *page = &p->pages->pages.at[i];
		struct buf annots = {.a = p->a};
		for (size_t k = 0; k < page->links.n; k++) {
			struct text leads =
			    action(p, &anchors, &page->links.at[k]);
			if (leads.n)
				add_link(p, page, &page->links.at[k], leads,
				    &annots);
		}
		if (annots.n)
			pdf_rawf(p, p->page[i], "/Annots[%.*s]",
			    TEXT_ARG(buf_text(&annots)));
	}
}

/*
 * The outline's items stand in one array; their levels say who belongs to
 * whom.  An item's parent is the nearest one before it with a lower level.
 */
struct entry {
	HPDF_Dict d;
	size_t parent, first, last, prev, next; /* 1-based; 0: none, or root */
	size_t below;                           /* children */
};

static void
hang_in(struct entry *at, const struct outline *o, size_t i)
{
	size_t parent = i - 1;

	while (parent && o[parent - 1].level >= o[i - 1].level)
		parent = at[parent].parent;
	at[i].parent = parent;
	at[i].prev = at[parent].last;
	if (at[i].prev)
		at[at[i].prev].next = i;
	else
		at[parent].first = i;
	at[parent].last = i;
	at[parent].below++;
}

static void
add_ref(struct pdf *p, const struct entry *at, size_t i, const char *key,
    size_t to)
{
	if (to)
		pdf_rawf(p, at[i].d, "/%s %u 0 R", key, pdf_ref(at[to].d));
}

/* 12.3.3.  A closed item counts its children negatively: a reader first sees
 * the report's parts. */
static void
write_entry(struct pdf *p, const struct entry *at, size_t i)
{
	const struct outline *o = &p->pages->outlines.at[i - 1];

	pdf_text(p, at[i].d, "Title", o->title);
	pdf_rawf(p, at[i].d, "/Parent %u 0 R/Dest%.*s",
	    pdf_ref(at[at[i].parent].d),
	    TEXT_ARG(destination(p, o->page, 0, o->y)));
	add_ref(p, at, i, "Prev", at[i].prev);
	add_ref(p, at, i, "Next", at[i].next);
	add_ref(p, at, i, "First", at[i].first);
	add_ref(p, at, i, "Last", at[i].last);
	if (at[i].below)
		pdf_rawf(p, at[i].d, "/Count -%zu", at[i].below);
}

void
pdf_outlines(struct pdf *p)
{
	size_t n = p->pages->outlines.n;
	struct entry *at = arena_alloc(p->a, (n + 1) * sizeof(*at));

	if (!n || !p->pages->pages.n)
		return;
	for (size_t i = 0; i <= n; i++)
		at[i].d = pdf_dict(p);
	for (size_t i = 1; i <= n; i++)
		hang_in(at, p->pages->outlines.at, i);
	for (size_t i = 1; i <= n; i++)
		write_entry(p, at, i);
	pdf_rawf(p, at[0].d, "/Type/Outlines/Count %zu", at[0].below);
	add_ref(p, at, 0, "First", at[0].first);
	add_ref(p, at, 0, "Last", at[0].last);
	HPDF_Dict_Add(p->doc->catalog, "Outlines", at[0].d);
}

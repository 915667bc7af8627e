#include <hpdf_pages.h>

#include "paint/pdf.h"

static struct pdf_shown
scan_run(struct pdf *p, const struct run *run)
{
	struct pdf_shown s = {.face = pdf_face_at(p, run->face)};

	if (s.face)
		s.spelt = pdf_face_use(p, s.face, run);
	else
		diag(p->d, LEVEL_ERROR, "OUT-04", (struct pos){0},
		    "the font cannot be opened: %.*s",
		    TEXT_ARG(run->face->path));
	return s;
}

void
pdf_scan(struct pdf *p)
{
	for (size_t i = 0; i < p->pages->pages.n; i++) {
		const struct page *page = &p->pages->pages.at[i];
		for (size_t k = 0; k < page->items.n; k++)
			if (page->items.at[k].kind == ITEM_RUN)
				array_push(p->a, &p->shown,
				    scan_run(p, page->items.at[k].run));
	}
}

/* 14.9.4: ActualText for a word that its glyphs do not spell. */
static void
show_replaced(struct pdf *p, struct ops *o, const struct item *it,
    const struct pdf_face *face, const size_t range[2])
{
	const struct glyph *g = it->run->glyphs;
	uint32_t from = UINT32_MAX, to = 0;

	for (size_t i = range[0]; i < range[1]; i++) {
		if (!g[i].len)
			continue;
		if (g[i].text < from)
			from = g[i].text;
		if (g[i].text + g[i].len > to)
			to = g[i].text + g[i].len;
	}
	buf_add(&o->out, TEXT("/Span<</ActualText<FEFF"));
	pdf_utf16(&o->out, text_sub(it->run->text, from, to));
	buf_add(&o->out, TEXT(">>>BDC\n"));
	ops_glyphs(o, it->run, face, *it, range[0], range[1]);
	ops_unmark(o);
	(void)p;
}

static void
draw_run(struct pdf *p, struct ops *o, const struct item *it,
    struct pdf_shown shown)
{
	if (!shown.face)
		return;
	ops_glyphs(o, it->run, shown.face, *it, 0, it->run->n);
	(void)p;
	(void)show_replaced;
}

static struct text
content(struct pdf *p, const struct page *page, size_t *run)
{
	struct ops o = {.out = {.a = p->a}, .height = page->height};

	for (size_t k = 0; k < page->items.n; k++) {
		const struct item *it = &page->items.at[k];
		switch (it->kind) {
		case ITEM_RUN:
			draw_run(p, &o, it, p->shown.at[(*run)++]);
			break;
		case ITEM_RULE:
			ops_rule(&o, it);
			break;
		case ITEM_IMAGE:
			diag(p->d, LEVEL_ERROR, "OUT-05", it->pos,
			    "the PDF device cannot paint pictures: %.*s",
			    TEXT_ARG(it->image));
			break;
		}
	}
	ops_end_text(&o);
	return buf_text(&o.out);
}

/* A page is a dictionary of our own, so that its box keeps our decimals.  It
 * takes the class of libharu's pages once the tree has it: the tree counts
 * its leaves by that. */
static HPDF_Dict
add_page(struct pdf *p, const struct page *page)
{
	HPDF_Dict d = pdf_dict(p);
	struct buf box = {.a = p->a};

	if (!d)
		return NULL;
	HPDF_Dict_AddName(d, "Type", "Page");
	HPDF_Pages_AddKids(p->doc->root_pages, d);
	d->header.obj_class |= HPDF_OSUBCLASS_PAGE;
	buf_add(&box, TEXT("/MediaBox[0 0 "));
	ops_number(&box, page->width);
	buf_addc(&box, ' ');
	ops_number(&box, page->height);
	buf_addc(&box, ']');
	pdf_raw(p, d, buf_text(&box));
	HPDF_Dict_Add(d, "Resources", p->resources);
	return d;
}

static void
add_resources(struct pdf *p)
{
	HPDF_Dict fonts = HPDF_Dict_New(p->doc->mmgr);

	p->resources = pdf_dict(p);
	HPDF_Dict_Add(p->resources, "Font", fonts);
	for (size_t i = 0; i < p->faces.n; i++)
		pdf_rawf(p, fonts, "/F%u %u 0 R", p->faces.at[i]->name,
		    pdf_ref(p->faces.at[i]->object));
}

void
pdf_contents(struct pdf *p)
{
	size_t n = p->pages->pages.n, run = 0;

	add_resources(p);
	p->page = arena_alloc(p->a, n * sizeof(*p->page));
	for (size_t i = 0; i < n; i++) {
		const struct page *page = &p->pages->pages.at[i];
		p->page[i] = add_page(p, page);
		HPDF_Dict_Add(p->page[i], "Contents",
		    pdf_stream(p, content(p, page, &run), true));
	}
}

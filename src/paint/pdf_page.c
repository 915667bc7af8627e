#include <hpdf_pages.h>

#include "paint/pdf_tree.h"

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

/* A page's content while it is written. */
struct writer {
	struct pdf *p;
	size_t page;
	struct ops ops;
	bool marked; /* inside a mark, that of `tag` */
	uint32_t tag;
};

static void
unmark(struct writer *s)
{
	if (s->marked)
		ops_unmark(&s->ops);
	s->marked = false;
}

/* Neighbours of one tag share a mark.  What has no tag is not part of the
 * report: running heads, rules (14.8.2.2). */
static void
mark(struct writer *s, uint32_t tag)
{
	if (!s->p->tree || (s->marked && s->tag == tag))
		return;
	unmark(s);
	ops_mark(&s->ops,
	    tag ? pdf_tree_mark(s->p->tree, s->page, tag)
		: TEXT("/Artifact BMC"));
	s->marked = true;
	s->tag = tag;
}

/* The text of the glyphs from..to, in logical order. */
static struct text
words_of(const struct run *run, size_t from, size_t to)
{
	uint32_t first = UINT32_MAX, last = 0;

	for (size_t i = from; i < to; i++) {
		const struct glyph *g = &run->glyphs[i];
		if (g->len && g->text < first)
			first = g->text;
		if (g->len && g->text + g->len > last)
			last = g->text + g->len;
	}
	return text_sub(run->text, first, last);
}

/*
 * 14.9.4: a word that its glyphs do not spell says its text beside them.  In
 * a tagged file it is an element of its own: readers lose what follows a mark
 * nested in another.  Words, because readers put a blank between clusters.
 */
static void
show_replaced(struct writer *s, const struct item *it,
    const struct pdf_face *face, const size_t range[2])
{
	struct text words = words_of(it->run, range[0], range[1]);
	struct buf how = {.a = s->p->a};
	struct pdf_tree *tree = it->tag ? s->p->tree : NULL;

	if (s->p->tree)
		unmark(s);
	if (tree) {
		uint32_t span = pdf_tree_span(tree, it->tag, words);
		buf_add(&how, pdf_tree_mark(tree, s->page, span));
		how.n -= 5; /* ">>BDC" */
	} else {
		buf_add(&how, TEXT("/Span<<"));
	}
	buf_add(&how, TEXT("/ActualText<FEFF"));
	pdf_utf16(&how, words);
	buf_add(&how, TEXT(">>>BDC"));
	ops_mark(&s->ops, buf_text(&how));
	ops_glyphs(&s->ops, it->run, face, *it, range[0], range[1]);
	ops_unmark(&s->ops);
}

static bool
is_blank(const struct run *run, size_t i)
{
	const struct glyph *g = &run->glyphs[i];

	return g->len == 1 && run->text.s[g->text] == ' ';
}

/* The end of the word that begins at `from`, with the blanks behind it. */
static size_t
word_end(const struct run *run, size_t from)
{
	size_t i = from;

	while (i < run->n && !is_blank(run, i))
		i++;
	while (i < run->n && (is_blank(run, i) || !run->glyphs[i].len))
		i++;
	return i;
}

static void
show_plain(struct writer *s, const struct item *it, const struct pdf_face *face,
    const size_t range[2])
{
	if (range[0] >= range[1])
		return;
	mark(s, it->tag);
	ops_glyphs(&s->ops, it->run, face, *it, range[0], range[1]);
}

static void
show_words(struct writer *s, const struct item *it, const struct pdf_face *face)
{
	size_t plain = 0;

	for (size_t i = 0, end; i < it->run->n; i = end) {
		end = word_end(it->run, i);
		if (pdf_face_spells(face, it->run, i, end))
			continue;
		show_plain(s, it, face, (size_t[2]){plain, i});
		show_replaced(s, it, face, (size_t[2]){i, end});
		plain = end;
	}
	show_plain(s, it, face, (size_t[2]){plain, it->run->n});
}

/* Glyphs from right to left stand in content as they do on paper, which most
 * readers turn round by themselves; an ActualText beside them would be turned
 * round as well.  So the words go into the structure tree alone. */
static void
show_rtl(struct writer *s, const struct item *it, const struct pdf_face *face)
{
	struct pdf_tree *tree = it->tag ? s->p->tree : NULL;
	uint32_t tag = it->tag;

	if (tree)
		tag = pdf_tree_span(tree, it->tag, it->run->text);
	mark(s, tag);
	ops_glyphs(&s->ops, it->run, face, *it, 0, it->run->n);
}

static void
draw_run(struct writer *s, const struct item *it, struct pdf_shown shown)
{
	if (!shown.face || !it->run->n)
		return;
	if (it->run->rtl) {
		show_rtl(s, it, shown.face);
	} else if (!shown.spelt) {
		show_words(s, it, shown.face);
	} else {
		show_plain(s, it, shown.face, (size_t[2]){0, it->run->n});
	}
}

static void
draw_item(struct writer *s, const struct item *it, size_t *run)
{
	switch (it->kind) {
	case ITEM_RUN:
		draw_run(s, it, s->p->shown.at[(*run)++]);
		break;
	case ITEM_RULE:
		mark(s, it->tag);
		ops_rule(&s->ops, it);
		break;
	}
}

static void
draw_draft(struct writer *s, const struct page *page)
{
	buf_fmt(&s->ops.out,
	    "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n"
	    "/D%zu Do\nEMC\n",
	    pdf_draft(s->p, page));
}

static struct text
content(struct pdf *p, size_t i, size_t *run)
{
	const struct page *page = &p->pages->pages.at[i];
	struct writer s = {.p = p,
	    .page = i,
	    .ops = {.out = {.a = p->a}, .height = page->height}};

	if (p->verdict->draft)
		draw_draft(&s, page);
	for (size_t k = 0; k < page->items.n; k++)
		draw_item(&s, &page->items.at[k], run);
	unmark(&s);
	ops_end_text(&s.ops);
	return buf_text(&s.ops.out);
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

/* One dictionary for all pages: every face and every form of the document. */
static void
fill_resources(struct pdf *p)
{
	struct buf b = {.a = p->a};

	buf_add(&b, TEXT("/Font<<"));
	for (size_t i = 0; i < p->faces.n; i++)
		buf_fmt(&b, "/F%u %u 0 R", p->faces.at[i]->name,
		    pdf_ref(p->faces.at[i]->object));
	buf_add(&b, TEXT(">>/XObject<<"));
	for (size_t i = 0; i < p->drafts.n; i++)
		buf_fmt(&b, "/D%zu %u 0 R", i + 1,
		    pdf_ref(p->drafts.at[i].form));
	buf_add(&b, TEXT(">>"));
	pdf_raw(p, p->resources, buf_text(&b));
}

void
pdf_contents(struct pdf *p)
{
	size_t n = p->pages->pages.n, run = 0;

	p->resources = pdf_dict(p);
	p->tree = pdf_tree_new(p);
	p->page = arena_alloc(p->a, n * sizeof(*p->page));
	for (size_t i = 0; i < n; i++) {
		p->page[i] = add_page(p, &p->pages->pages.at[i]);
		HPDF_Dict_Add(p->page[i], "Contents",
		    pdf_stream(p, content(p, i, &run), true));
	}
	fill_resources(p);
}

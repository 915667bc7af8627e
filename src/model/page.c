#include "model/page.h"

bool
pages_find(const struct pages *p, struct text label, uint32_t *page)
{
	for (size_t i = 0; i < p->anchors.n; i++) {
		if (text_eq(p->anchors.at[i].label, label)) {
			*page = p->anchors.at[i].page;
			return true;
		}
	}
	return false;
}

static void
dump_item(const struct pages *p, const struct item *it,
    struct line_cursor *cursor, FILE *f)
{
	unsigned line, col;
	struct pos at = pos_file(it->pos);

	if (it->kind == ITEM_RUN)
		fprintf(f, "  run %d %d w=%d %.*s %d \"%.*s\"", it->x, it->y,
		    it->run->width, TEXT_ARG(it->run->face->name),
		    it->run->size, TEXT_ARG(it->run->text));
	else
		fprintf(f, "  rule %d %d %d %d", it->x, it->y, it->w, it->h);
	if (it->tag)
		fprintf(f, " <%s>", p->tags.at[it->tag].role);
	if (at.src) {
		cursor_linecol(cursor, at, &line, &col);
		fprintf(f, " @%.*s:%u", TEXT_ARG(at.src->name), line);
	}
	fputc('\n', f);
}

void
pages_dump(const struct pages *p, FILE *f)
{
	struct line_cursor cursor = {0};

	if (!p)
		return;
	for (size_t i = 0; i < p->pages.n; i++) {
		const struct page *pg = &p->pages.at[i];
		fprintf(f, "page %zu %dx%d\n", i + 1, pg->width, pg->height);
		for (size_t k = 0; k < pg->items.n; k++)
			dump_item(p, &pg->items.at[k], &cursor, f);
		for (size_t k = 0; k < pg->links.n; k++)
			fprintf(f, "  link %d %d %d %d %.*s%.*s\n",
			    pg->links.at[k].x, pg->links.at[k].y,
			    pg->links.at[k].w, pg->links.at[k].h,
			    TEXT_ARG(pg->links.at[k].uri),
			    TEXT_ARG(pg->links.at[k].target));
	}
	for (size_t i = 0; i < p->anchors.n; i++)
		fprintf(f, "anchor %.*s page %u y %d\n",
		    TEXT_ARG(p->anchors.at[i].label), p->anchors.at[i].page + 1,
		    p->anchors.at[i].y);
	for (size_t i = 0; i < p->outlines.n; i++)
		fprintf(f, "outline %u \"%.*s\" page %u\n",
		    p->outlines.at[i].level, TEXT_ARG(p->outlines.at[i].title),
		    p->outlines.at[i].page + 1);
}

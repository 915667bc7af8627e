/*
 * diag_github.c - findings as commands of GitHub's workflows
 *
 *   ::error file=a.md,line=1,col=2,endLine=1,endColumn=5,title=FACT-02::words
 *
 * Columns are of one line: a fault of several has lines alone.
 */
#include "base/diag_format.h"

/* What would end the words, or in `property` the value. */
static void
escape(struct buf *b, struct text t, bool property)
{
	for (size_t i = 0; i < t.n; i++) {
		unsigned char c = (unsigned char)t.s[i];
		if (c == '%' || c < 0x20
		    || (property && (c == ':' || c == ',')))
			buf_fmt(b, "%%%02X", c);
		else
			buf_addc(b, t.s[i]);
	}
}

static void
place(struct buf *b, const struct place *p)
{
	const struct region *g = &p->r;

	buf_add(b, TEXT("file="));
	escape(b, p->at.src->name, true);
	buf_fmt(b, ",line=%u,endLine=%u", g->line, g->end_line);
	if (g->line == g->end_line)
		buf_fmt(b, ",col=%u,endColumn=%u", g->col, g->end_col);
	buf_addc(b, ',');
}

static void
words(const struct report *r, struct buf *b, const struct place *p)
{
	struct buf t = {.a = r->a};

	buf_add(&t, p->f->text);
	if (p->f->hint.n)
		buf_fmt(&t, " (%.*s)", TEXT_ARG(p->f->hint));
	for (const struct remark *k = p->f->remarks; k; k = k->next) {
		struct text at = cursor_show(r->cursor, r->a, k->at);
		buf_fmt(&t, "\n%s: %.*s%s%.*s", k->label, TEXT_ARG(at),
		    at.n && k->text.n ? " " : "", TEXT_ARG(k->text));
	}
	if (p->f->cases.n > 1)
		buf_fmt(&t, "\nfound in %zu cases", p->f->cases.n);
	escape(b, buf_text(&t), false);
}

void
diag_github(const struct report *r)
{
	static const char *const levels[LEVEL_COUNT] = {"notice", "warning",
	    "error", "error"};

	for (size_t i = 0; i < r->n; i++) {
		const struct place *p = &r->at[i];
		struct buf b = {.a = r->a};
		buf_fmt(&b, "::%s ", levels[p->f->level]);
		if (p->at.src)
			place(&b, p);
		buf_fmt(&b, "title=%s::", p->f->code);
		words(r, &b, p);
		buf_addc(&b, '\n');
		fwrite(b.at, 1, b.n, r->out);
	}
}

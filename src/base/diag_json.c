/*
 * diag_json.c - findings as JSON: one document, or a record a line
 *
 *   {"schema":1,"type":"finding","level":"error","code":"FACT-02",
 *    "message":...,"help":...,"file":...,"line":14,"column":23,"byte":23,
 *    "end_line":14,"end_column":41,"end_byte":41,
 *    "related":[{"label":"case","message":...,"file":...,"line":7,...}],
 *    "included_from":[{"file":...,"line":31,...}],"cases":[...]}
 *
 * Lines, columns and bytes begin at 1; a column is a code point, `byte` counts
 * those of the line, and an end is the first that is not meant.  What there is
 * nothing to say of is left out.  The summary counts all findings; `hidden` are
 * those that --max-errors left out.
 */
#include "base/diag_format.h"
#include "base/quote.h"

static void
member(struct buf *b, const char *key, struct text t)
{
	buf_fmt(b, ",\"%s\":", key);
	quote_json(b, t);
}

/* Each member with a comma before it. */
static void
where(struct buf *b, const struct source *src, const struct region *g)
{
	member(b, "file", src->name);
	buf_fmt(b,
	    ",\"line\":%u,\"column\":%u,\"byte\":%u,\"end_line\":%u,"
	    "\"end_column\":%u,\"end_byte\":%u",
	    g->line, g->col, g->byte, g->end_line, g->end_col, g->end_byte);
}

static void
related(const struct report *r, struct buf *b, const struct finding *f)
{
	buf_add(b, f->remarks ? TEXT(",\"related\":[") : TEXT(""));
	for (const struct remark *k = f->remarks; k; k = k->next) {
		struct pos at = pos_file(k->at);
		buf_add(b, TEXT("{\"label\":"));
		quote_json(b, text_of(k->label));
		member(b, "message", k->text);
		if (at.src) {
			struct region g = region_of(r->cursor, at);
			where(b, at.src, &g);
		}
		buf_add(b, k->next ? TEXT("},") : TEXT("}]"));
	}
}

static void
chain(const struct report *r, struct buf *b, struct pos at)
{
	unsigned n = 0;

	for (; n < PLACE_DEPTH && place_up(&at); n++) {
		struct region g = region_of(r->cursor, at);
		struct buf one = {.a = r->a};
		where(&one, at.src, &g);
		buf_add(b, n ? TEXT(",{") : TEXT(",\"included_from\":[{"));
		buf_add(b, text_sub(buf_text(&one), 1, one.n));
		buf_addc(b, '}');
	}
	buf_add(b, n ? TEXT("]") : TEXT(""));
}

static void
cases(struct buf *b, const struct finding *f)
{
	for (size_t i = 0; i < f->cases.n; i++) {
		buf_add(b, i ? TEXT(",") : TEXT(",\"cases\":["));
		quote_json(b, f->cases.at[i]);
	}
	buf_add(b, f->cases.n ? TEXT("]") : TEXT(""));
}

static void
finding(const struct report *r, struct buf *b, const struct place *p)
{
	const struct finding *f = p->f;

	buf_fmt(b, "\"level\":\"%s\",\"code\":\"%s\"", level_name(f->level),
	    f->code);
	member(b, "message", f->text);
	if (f->hint.n)
		member(b, "help", f->hint);
	if (p->at.src)
		where(b, p->at.src, &p->r);
	related(r, b, f);
	chain(r, b, p->at);
	cases(b, f);
	buf_addc(b, '}');
}

static void
summary(const struct report *r, struct buf *b)
{
	unsigned all = 0, hidden = 0;

	for (unsigned i = 0; i < LEVEL_COUNT; i++) {
		all += r->count[i];
		hidden += r->hidden[i];
	}
	buf_fmt(b, "\"findings\":%u,\"hidden\":%u", all, hidden);
	for (int i = LEVEL_COUNT - 1; i >= 0; i--)
		buf_fmt(b, ",\"%s\":%u", level_name((enum level)i),
		    r->count[i]);
	buf_addc(b, '}');
}

void
diag_json(const struct report *r)
{
	struct buf b = {.a = r->a};

	buf_add(&b, TEXT("{\"schema\":1,\"findings\":["));
	for (size_t i = 0; i < r->n; i++) {
		buf_add(&b, i ? TEXT(",\n{") : TEXT("\n{"));
		finding(r, &b, &r->at[i]);
	}
	buf_add(&b, TEXT("],\n\"summary\":{"));
	summary(r, &b);
	buf_add(&b, TEXT("}\n"));
	fwrite(b.at, 1, b.n, r->out);
}

void
diag_jsonl(const struct report *r)
{
	struct buf b = {.a = r->a};

	for (size_t i = 0; i < r->n; i++) {
		buf_add(&b, TEXT("{\"schema\":1,\"type\":\"finding\","));
		finding(r, &b, &r->at[i]);
		buf_addc(&b, '\n');
	}
	buf_add(&b, TEXT("{\"schema\":1,\"type\":\"summary\","));
	summary(r, &b);
	buf_addc(&b, '\n');
	fwrite(b.at, 1, b.n, r->out);
}

#include "cli/record.h"

#include "base/quote.h"

/* The members of a case, the first without a comma before it. */
static void
add_case(struct buf *b, struct text name, const struct verdict *v,
    const struct diag *d)
{
	buf_fmt(b, "\"case\":");
	quote_json(b, name);
	buf_fmt(b, ",\"checked\":%s,\"final\":%s", v ? "true" : "false",
	    v && !v->draft ? "true" : "false");
	for (int i = LEVEL_COUNT - 1; i >= 0; i--)
		buf_fmt(b, ",\"%s\":%u", level_name((enum level)i),
		    d->count[i]);
	buf_fmt(b, ",\"skipped\":[");
	for (size_t i = 0; v && i < v->skipped.n; i++)
		buf_fmt(b, "%s\"%s\"", i ? "," : "", v->skipped.at[i]);
	buf_fmt(b, "]");
}

void
record_open(FILE *out)
{
	fputs("{\"schema\":1,\"cases\":[\n", out);
}

void
record_close(FILE *out)
{
	fputs("]}\n", out);
}

void
record_report(FILE *out, const struct diag_look *look, struct text name,
    const struct verdict *v, struct diag *d)
{
	struct buf b = {.a = d->a};

	add_case(&b, name, v, d);
	fprintf(out, "{%.*s,\"report\":", TEXT_ARG(buf_text(&b)));
	diag_show(d, out, look);
	fputs("}", out);
}

void
record_line(FILE *out, struct text name, const struct verdict *v,
    const struct diag *d)
{
	struct buf b = {.a = d->a};

	add_case(&b, name, v, d);
	fprintf(out, "{\"schema\":1,\"type\":\"case\",%.*s}\n",
	    TEXT_ARG(buf_text(&b)));
}

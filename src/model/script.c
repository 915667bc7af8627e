#include "model/script.h"

/* Those for the words, or for the conditions, on a line of their own. */
static void
dump_reads(struct arena *a, const struct readings *r, bool words,
    const struct paths *paths, FILE *f)
{
	const char *before = words ? "  <- " : "  if ";

	for (size_t i = 0; i < r->at.n; i++) {
		const struct reading *one = &r->at.at[i];
		struct text path = paths_reading(a, paths, one);
		if (one->words != words)
			continue;
		fprintf(f, "%s%.*s", before, TEXT_ARG(path));
		if (one->kind == READ_SHAPE)
			fputs("[]", f);
		else if (one->kind == READ_ABSENT)
			fputs("?", f);
		before = ", ";
	}
	if (*before == ',')
		putc('\n', f);
}

static void
dump_text(struct text t, FILE *f)
{
	putc('"', f);
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '\n')
			fputs("\\n", f);
		else if (t.s[i] == '"' || t.s[i] == '\\')
			fprintf(f, "\\%c", t.s[i]);
		else
			putc(t.s[i], f);
	}
	putc('"', f);
}

void
script_dump(const struct script *s, const struct paths *paths, FILE *f)
{
	static const char *const kinds[] = {"words", "value", "prose",
	    "missing"};
	struct arena *a = arena_new();
	struct line_cursor at = {0}, fact = {0};

	for (size_t i = 0; s && i < s->passages.n; i++) {
		const struct passage *g = &s->passages.at[i];
		struct text place = cursor_show(&at, a, g->pos);
		fprintf(f, "%.*s %s ", TEXT_ARG(place), kinds[g->kind]);
		dump_text(g->text, f);
		if (g->fact.src) {
			place = cursor_show(&fact, a, g->fact);
			fprintf(f, " %.*s", TEXT_ARG(place));
		}
		putc('\n', f);
		struct readings r = reads_list(a, g->words, g->control);
		dump_reads(a, &r, true, paths, f);
		dump_reads(a, &r, false, paths, f);
	}
	arena_free(a);
}

struct text
script_text(struct arena *a, const struct script *s)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *p = &s->passages.at[i];
		if (p->kind == PASSAGE_MISSING)
			buf_fmt(&b, "[MISSING %.*s]", TEXT_ARG(p->text));
		else
			buf_add(&b, p->text);
	}
	return buf_text(&b);
}

/*
 * stages - time the stages up to check over cases in one process
 *
 *   bench-stages CASE...    one line a case: microseconds of load, library,
 *                           expand, number, cite and check; then of cmark
 *                           alone on the sections of the case as they stand,
 *                           which is the floor of expand
 */
/* Its short names are those of our own nodes. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <time.h>

#include "base/file.h"
#include "model/stage.h"

enum { STAGES = 7 };

static double
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
parse(struct text t)
{
	cmark_parser *p = cmark_parser_new(CMARK_OPT_DEFAULT);

	cmark_gfm_core_extensions_ensure_registered();
	cmark_parser_attach_syntax_extension(p,
	    cmark_find_syntax_extension("table"));
	cmark_parser_feed(p, t.s, t.n);
	cmark_node *root = cmark_parser_finish(p);
	cmark_parser_free(p);
	cmark_node_free(root);
}

static void
parse_sections(const struct library *lib, const struct kase *k)
{
	for (size_t i = 0; i < k->sections.n; i++) {
		const struct template *t =
		    map_at(&lib->templates, k->sections.at[i].id);
		if (t)
			parse(text_sub(t->src->body, t->body, t->src->body.n));
	}
}

static void
one(struct arena *a, struct stock *s, const char *path, double us[STAGES + 1])
{
	struct diag d = {.a = a};
	struct expand_options o = {0};

	us[0] = now_us();
	const struct kase *k = case_load(a, text_of(path), TEXT(""), &d);
	us[1] = now_us();
	const struct library *lib = library_of(a, s, k, &d);
	us[2] = now_us();
	const struct doc *doc = expand(a, lib, k, &o, &d);
	us[3] = now_us();
	const struct profile *p = map_at(&lib->profiles, k->profile);
	doc = number(a, doc, p, &d);
	us[4] = now_us();
	doc = cite(a, doc, lib, k, &d);
	us[5] = now_us();
	check(a, doc, NULL, lib, k, &d);
	us[6] = now_us();
	parse_sections(lib, k);
	us[7] = now_us();
}

int
main(int argc, char **argv)
{
	struct places where = {.csl =
				   TEXT("/usr/share/citation-style-language"),
	    .pageless = true};
	struct arena *all = arena_new(), *a = arena_new();
	struct stock *s = stock_new(all, &where);

	for (int i = 1; i < argc; i++) {
		double us[STAGES + 1];
		one(a, s, argv[i], us);
		for (int k = 0; k < STAGES; k++)
			printf("%s%.0f", k ? " " : "", us[k + 1] - us[k]);
		putchar('\n');
		arena_reset(a);
	}
	stock_close(s);
	arena_free(a);
	arena_free(all);
	return 0;
}

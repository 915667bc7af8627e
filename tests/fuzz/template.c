/*
 * Any bytes as a template: no crash, no hang; every fault has a code and a
 * place within the file; and what is printed of a sound template without tags
 * is the template, with its line ends as LF.
 */
#include <stdint.h>
#include <stdlib.h>

#include "expand/eval.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
facts(struct arena *a, struct kase *kase, const struct source *file)
{
	static const char *const keys[] = {"a", "b", "n", "report_date"};
	struct pos pos = {file, 0, 0};
	struct value *root =
	    value_add(a, NULL, TEXT(""), VALUE_MAP, TEXT(""), pos);

	for (size_t i = 0; i < 4; i++) {
		struct value *v = value_add(a, root, text_of(keys[i]),
		    VALUE_TEXT, i < 2 ? TEXT("x y") : TEXT("2020"), pos);
		v->plain = true;
	}
	struct value *list =
	    value_add(a, root, TEXT("xs"), VALUE_LIST, TEXT(""), pos);
	for (size_t i = 0; i < 3; i++) {
		struct value *m =
		    value_add(a, list, TEXT(""), VALUE_MAP, TEXT(""), pos);
		value_add(a, m, TEXT("k"), VALUE_TEXT, TEXT("v"), pos);
	}
	struct value *who =
	    value_add(a, root, TEXT("who"), VALUE_MAP, TEXT(""), pos);
	value_add(a, who, TEXT("pronouns"), VALUE_TEXT, TEXT("she"), pos);
	value_add(a, root, TEXT("u"), VALUE_UNKNOWN, TEXT("why"), pos);
	value_add(a, root, TEXT("z"), VALUE_NULL, TEXT(""), pos);
	kase->facts = root;
}

/* The words with one LF for each line end, as a template gives them. */
static struct text
with_line_ends(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '\r' && i + 1 < t.n && t.s[i + 1] == '\n')
			continue;
		buf_addc(&b, t.s[i] == '\r' ? '\n' : t.s[i]);
	}
	return buf_text(&b);
}

static void
check(const struct diag *d, const struct pieces *out, const struct source *src)
{
	struct text b = src->body;
	struct buf all = {.a = d->a};

	for (size_t i = 0; i < d->found.n; i++) {
		const struct finding *f = d->found.at[i];
		if (!f->code || !f->text.n)
			abort();
		if (f->at.src == src && (size_t)f->at.off + f->at.len > b.n)
			abort();
	}
	if (d->found.n || text_find(b, 0, TEXT("{")) < b.n)
		return;
	for (size_t i = 0; i < out->p.n; i++)
		buf_add(&all, out->p.at[i].text);
	if (!text_eq(buf_text(&all), with_line_ends(d->a, b)))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct library lib = {.version = TEXT("0")};
	struct kase kase = {0};
	struct source file = {.name = TEXT("case.yaml")};
	struct source src = {.name = TEXT("t.md"),
	    .body = {(const char *)data, size}};
	struct frame frame = {.id = TEXT("t.md"), .view = &src, .depth = 1};
	struct pieces out = {{0}};
	struct eval ev = {.a = a,
	    .d = &d,
	    .lib = &lib,
	    .kase = &kase,
	    .frame = &frame,
	    .out = &out};

	facts(a, &kase, &file);
	src.body = text_dup(a, src.body);
	ev.globals = context_globals(&ev);
	ev.scope = scope_new(&ev, NULL);
	exec_body(&ev, ast_parse(a, &src, 0, &d)->body);
	check(&d, &out, &src);
	arena_free(a);
	return 0;
}

#include "expand/branches.h"

#include "expand/ast.h"
#include "expand/citegroup.h"

struct gatherer {
	struct arena *a;
	const struct source *src;
	struct pieces out;
};

/* The key of a cite('key') that is spelled out; "" for anything else. */
static struct text
cited(const struct stmt *s)
{
	const struct expr *e = s->kind == STMT_PRINT ? s->expr : NULL;

	if (!e || e->kind != EXPR_CALL || e->a->kind != EXPR_NAME
	    || !text_is(e->a->name, "cite") || !e->args)
		return TEXT("");
	const struct expr *key = e->args->value;
	return key->kind == EXPR_CONST && key->value.kind == DATUM_TEXT
	    ? key->value.text
	    : TEXT("");
}

/* What is printed may stand beside a word; a dash is no part of a key, so
 * that `@{{ x }}` is none. */
static void
gather_words(struct gatherer *g, const struct stmt *s)
{
	struct pos at = {g->src, s->span.off, s->span.len};
	struct piece p = {.kind = PIECE_VALUE, .text = TEXT("–"), .pos = at};

	if (s->kind == STMT_TEXT) {
		p.kind = PIECE_SOURCE;
		p.text = s->name.n ? s->name
				   : text_sub(g->src->body, s->span.off,
				       (size_t)s->span.off + s->span.len);
	}
	struct text key = cited(s);
	if (citegroup_key(key) == key.n && key.n) {
		p.kind = PIECE_SOURCE;
		p.made = true;
		p.text = text_fmt(g->a, "[@%.*s]", TEXT_ARG(key));
	}
	array_push(g->a, &g->out.p, p);
}

static void
gather(struct gatherer *g, const struct stmt *s, unsigned depth)
{
	for (; s && depth < AST_DEPTH; s = s->next) {
		if (s->kind == STMT_TEXT || s->kind == STMT_PRINT)
			gather_words(g, s);
		gather(g, s->body, depth + 1);
		if (s->kind == STMT_FOR) {
			gather(g, s->other, depth + 1);
			continue;
		}
		for (const struct stmt *o = s->other; o; o = o->other)
			gather(g, o->body, depth + 1);
	}
}

/* What Markdown says of branches that never stand together is not said: each
 * report that is made of them says what holds of it. */
struct node *
branches_of(struct arena *a, const struct template *t, struct diag *d)
{
	struct gatherer g = {.a = a, .src = t->src};
	struct diag unsaid = {.a = a};

	gather(&g, ast_parse(a, t->src, t->body, d)->body, 0);
	return mark(a, &g.out, &(struct mark_options){0}, &unsaid);
}

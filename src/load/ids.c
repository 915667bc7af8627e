#include "load/ids.h"

#include "base/catalogue.h"
#include "base/map.h"
#include "base/near.h"
#include "base/uni.h"

enum {
	SHOWN = 12,  /* ids that a remark lists */
	GUESSES = 20 /* ids that are unknown and looked for among all */
};

struct checker {
	struct arena *a;
	const struct kase *k;
	struct diag *d;
	enum level level; /* of what a draft may still have */
	unsigned guessed;
};

/* Each entry of `list` may name, at `key`, an entry of `of` by its id. */
struct reference_row {
	const char *list, *key, *of, *noun;
	bool expert; /* `of` is of the expert's file */
};

static const struct reference_row rows[] = {
    {"facts", "source", "documents", "document", false},
    {"opinions", "question", "instructions.questions", "question", false},
    {"opinions", "expertise", "expertise", "field of expertise", true},
    {"instructions.questions", "expertise", "expertise", "field of expertise",
	true},
};

static const struct value *
children(const struct value *list)
{
	return list && list->kind == VALUE_LIST ? list->child : NULL;
}

/* The texts at `key` of the entries of a list, each -> its value. */
static struct map
texts_at(struct checker *c, const struct value *list, const char *key)
{
	struct map m = {0};

	for (const struct value *v = children(list); v; v = v->next) {
		const struct value *id = value_at(v, key);
		if (!id || id->kind != VALUE_TEXT || !id->text.n)
			continue;
		struct value *copy = arena_make(c->a, struct value);
		*copy = *id;
		map_put(c->a, &m, id->text, copy);
	}
	return m;
}

/* "ws1, ws2, ir1"; the rest as a number. */
static void
list_ids(struct checker *c, struct finding *f, const struct value *list)
{
	struct buf b = {.a = c->a};
	unsigned n = 0;

	for (const struct value *v = list->child; v; v = v->next) {
		struct text id = value_text(v, "id");
		if (id.n && n++ < SHOWN)
			buf_fmt(&b, "%s%.*s", b.n ? ", " : "", TEXT_ARG(id));
	}
	if (n > SHOWN)
		buf_fmt(&b, " and %u more", n - SHOWN);
	finding_remark(c->d, f, "ids", list->keypos, "%.*s",
	    TEXT_ARG(buf_text(&b)));
}

static void
defined_nowhere(struct checker *c, const struct reference_row *row,
    const struct value *asked, const struct value *list)
{
	struct near near = near_to(asked->text);
	struct finding *f = diag(c->d, c->level, "CASE-09", asked->pos,
	    "no %s has this id: %.*s", row->noun, TEXT_ARG(asked->text));

	if (c->guessed++ >= GUESSES)
		return;
	for (const struct value *v = children(list); v; v = v->next)
		near_offer(&near, value_text(v, "id"));
	if (near.best.n)
		finding_hint(c->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
	else
		finding_hint(c->d, f, "add it to %s:%s", row->of,
		    row->expert ? " in the expert's file" : "");
	if (children(list))
		list_ids(c, f, list);
}

static void
check_row(struct checker *c, const struct reference_row *row)
{
	const struct value *root = row->expert ? c->k->expert : c->k->facts;
	const struct value *list = value_at(root, row->of);
	struct map ids = texts_at(c, list, "id");

	if (!root)
		return; /* the expert's file could not be read */
	for (const struct value *v = children(value_at(c->k->facts, row->list));
	     v; v = v->next) {
		const struct value *asked = value_at(v, row->key);
		if (asked && asked->kind == VALUE_TEXT && asked->text.n
		    && !map_at(&ids, asked->text))
			defined_nowhere(c, row, asked, list);
	}
}

/* --- codes of rules --- */

/* Says so when `word` is no code. */
static void
check_code(struct arena *a, struct diag *d, enum level level, const char *code,
    struct pos at, struct text word)
{
	const struct explanation *e = catalogue_at(word);

	if (e && text_is(word, e->code))
		return;
	struct text best =
	    e ? text_of(e->code) : catalogue_near(uni_upper(a, word));
	struct finding *f = diag(d, level, code, at,
	    "there is no rule or finding of this code: %.*s", TEXT_ARG(word));
	if (best.n)
		finding_hint(d, f, "did you mean %.*s?", TEXT_ARG(best));
	else
		finding_hint(d, f, "peritus explain lists them all");
}

static void
check_waivers(struct checker *c)
{
	for (size_t i = 0; i < c->k->waivers.n; i++) {
		const struct waiver *w = &c->k->waivers.at[i];
		if (w->rule.n)
			check_code(c->a, c->d, c->level, "CASE-09", w->pos,
			    w->rule);
	}
}

void
ids_rules(struct arena *a, const struct value *rules, struct diag *d)
{
	for (const struct value *v = rules ? rules->child : NULL; v;
	     v = v->next)
		check_code(a, d, LEVEL_WARNING, "PROF-02", v->keypos, v->key);
}

/* --- what nothing refers to --- */

/* Nothing is said before there are opinions. */
static void
check_questions(struct checker *c)
{
	const struct value *opinions = value_at(c->k->facts, "opinions");
	const struct value *questions =
	    value_at(c->k->facts, "instructions.questions");
	struct map answered = texts_at(c, opinions, "question");

	if (!children(opinions))
		return;
	for (const struct value *v = children(questions); v; v = v->next) {
		const struct value *id = value_at(v, "id");
		if (!id || id->kind != VALUE_TEXT
		    || map_at(&answered, id->text))
			continue;
		struct finding *f = diag(c->d, LEVEL_WARNING, "CASE-10",
		    id->pos, "no opinion answers this question: %.*s",
		    TEXT_ARG(id->text));
		finding_hint(c->d, f,
		    "an opinion with question: %.*s, were it only to say why "
		    "not",
		    TEXT_ARG(id->text));
	}
}

/* Documents may be read and bear on nothing; that is one line, not many. */
static void
check_documents(struct checker *c)
{
	const struct value *facts = value_at(c->k->facts, "facts");
	const struct value *documents = value_at(c->k->facts, "documents");
	struct map sources = texts_at(c, facts, "source");
	struct buf b = {.a = c->a};
	unsigned n = 0;

	if (!sources.n)
		return;
	for (const struct value *v = children(documents); v; v = v->next) {
		struct text id = value_text(v, "id");
		if (!id.n || map_at(&sources, id))
			continue;
		buf_fmt(&b, "%s%.*s", n++ ? ", " : "", TEXT_ARG(id));
	}
	if (n)
		diag(c->d, LEVEL_INFO, "CASE-10", documents->keypos,
		    "no fact has %s as its source: %.*s",
		    n > 1 ? "these documents" : "this document",
		    TEXT_ARG(buf_text(&b)));
}

void
ids_check(struct arena *a, const struct kase *k, struct diag *d)
{
	struct checker c = {a, k, d, k->final ? LEVEL_ERROR : LEVEL_WARNING, 0};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_row(&c, &rows[i]);
	check_waivers(&c);
	check_questions(&c);
	check_documents(&c);
}

#include "load/misfit.h"

#include "base/near.h"
#include "load/day.h"

/* `usual` is the code when the schema has none of its own. */
#define FAULT(c, usual, at, ...)                                    \
	diag((c)->d, (c)->root->mild ? LEVEL_WARNING : LEVEL_ERROR, \
	    (c)->root->code ? (c)->root->code : (usual), (at), __VA_ARGS__)

enum { MANY = 12 }; /* words, more than which are listed only in need */

/* --- names --- */

/* "subject.name"; with `whole` across lists, else within an entry. */
static struct text
name_of(struct checker *c, const struct spot *s, bool whole)
{
	if (!s)
		return TEXT("");
	if (s->entry)
		return whole ? name_of(c, s->up, true) : TEXT("");
	struct text up = name_of(c, s->up, whole);
	if (!up.n)
		return s->v->key;
	return text_fmt(c->a, "%.*s.%.*s", TEXT_ARG(up), TEXT_ARG(s->v->key));
}

static struct text
map_name(struct checker *c, const struct spot *s)
{
	if (s->entry)
		return text_fmt(c->a, "this entry of %.*s",
		    TEXT_ARG(name_of(c, s->up, true)));
	return name_of(c, s, false);
}

/* --- kinds --- */

static const char *
wanted(const struct spot *s, enum field_type type)
{
	switch (type) {
	case FIELD_DATE:
	case FIELD_PARTIAL:
		return "a date";
	case FIELD_NUMBER:
		return "a whole number";
	case FIELD_LIMIT:
		return "a number above zero, or none";
	case FIELD_BOOL:
		return "true or false";
	case FIELD_SWITCH:
		return "true, false or words";
	case FIELD_MAP:
	case FIELD_MAPS:
		return type == FIELD_MAP || s->entry ? "a map of keys"
						     : "a list";
	case FIELD_USES:
		return s->entry ? "an id or a map of keys" : "a list";
	case FIELD_TEXTS:
	case FIELD_WORDS:
		return s->entry ? "text" : "a list";
	case FIELD_CHOICE:
		return "a word or a map of keys";
	case FIELD_PROSES:
		return s->entry ? "text" : "text or a list of texts";
	case FIELD_ENUM:
		return "one of the words allowed";
	case FIELD_TEXT:
	case FIELD_ID:
	case FIELD_PROSE:
	case FIELD_LENGTH:
	case FIELD_COLOUR:
	case FIELD_PAPER:
	case FIELD_RICH:
	case FIELD_NAMES:
	case FIELD_WHEN:
	case FIELD_KEYS:
	case FIELD_ANY:
		break;
	}
	return "text";
}

/* What people write for true and false; YAML 1.2 takes it for a word. */
static const char *
truth_of(struct text t)
{
	static const char *const words[][2] = {{"yes", "true"}, {"y", "true"},
	    {"on", "true"}, {"1", "true"}, {"Yes", "true"}, {"YES", "true"},
	    {"True", "true"}, {"TRUE", "true"}, {"no", "false"}, {"n", "false"},
	    {"off", "false"}, {"0", "false"}, {"No", "false"}, {"NO", "false"},
	    {"False", "false"}, {"FALSE", "false"}};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (text_is(t, words[i][0]))
			return words[i][1];
	return NULL;
}

static void
hint_truth(struct checker *c, struct finding *f, const struct value *v)
{
	if (truth_of(v->text))
		finding_hint(c->d, f, "write %s", truth_of(v->text));
	else if (text_is(v->text, "true") || text_is(v->text, "false"))
		finding_hint(c->d, f, "write it without quotes");
}

/* "1,000" and "30 pages" begin with a number. */
static void
hint_number(struct checker *c, struct finding *f, const struct value *v)
{
	struct buf b = {.a = c->a};
	int n;

	for (size_t i = 0; i < v->text.n; i++)
		if (v->text.s[i] >= '0' && v->text.s[i] <= '9')
			buf_addc(&b, v->text.s[i]);
		else if (v->text.s[i] == '.' || v->text.s[i] == ':')
			break;
		else if (v->text.s[i] != ',' && v->text.s[i] != '\'' && b.n)
			break;
	if (b.n && text_int(buf_text(&b), &n))
		finding_hint(c->d, f, "digits only: %d", n);
	else
		finding_hint(c->d, f, "digits only");
}

/* "full:Vera": the key before the colon, if the map has it. */
static bool
run_together(const struct schema *map, struct text t, struct text *key)
{
	size_t colon = text_findc(t, 0, ':');

	*key = text_sub(t, 0, colon);
	return map && colon < t.n && schema_find(map, *key);
}

static void
hint_colon(struct checker *c, struct finding *f, struct text t, struct text key)
{
	struct text rest = text_trim(text_sub(t, key.n + 1, t.n));

	finding_hint(c->d, f, "a blank must follow the colon: %.*s: %.*s",
	    TEXT_ARG(key), TEXT_ARG(rest));
}

static void
hint_map(struct checker *c, struct finding *f, const struct value *v,
    const struct schema *map)
{
	struct text key;

	if (v->kind == VALUE_TEXT && run_together(map, v->text, &key))
		hint_colon(c, f, v->text, key);
	else if (v->kind == VALUE_LIST)
		finding_hint(c->d, f,
		    "write its keys below one another, without dashes");
	else if (map && map->n && !text_is(map->at[0].key, "*"))
		finding_hint(c->d, f,
		    "write its keys below, further in: %.*s: ...",
		    TEXT_ARG(map->at[0].key));
}

static void
hint_text(struct checker *c, struct finding *f, const struct value *v)
{
	if (v->kind == VALUE_BOOL)
		finding_hint(c->d, f, "put quotes around it: \"%.*s\"",
		    TEXT_ARG(v->text));
	else if (v->kind == VALUE_MAP)
		finding_hint(c->d, f,
		    "put quotes around words that have a colon in them");
	else if (v->kind == VALUE_LIST)
		finding_hint(c->d, f,
		    "write one text, in quotes if it begins with a bracket");
}

static void
hint_list(struct checker *c, struct finding *f, const struct value *v,
    enum field_type type)
{
	if (type != FIELD_MAPS && v->kind < VALUE_LIST)
		finding_hint(c->d, f,
		    "put brackets around it, or each entry on a line of its "
		    "own, after a dash");
	else if (v->kind == VALUE_MAP)
		finding_hint(c->d, f, "put a dash before each entry");
	else
		finding_hint(c->d, f,
		    "each entry on a line of its own, after a dash");
}

static void
hint_kind(struct checker *c, struct finding *found, const struct spot *s,
    const struct schema_field *f)
{
	const char *want = wanted(s, f->type);

	if (f->type == FIELD_BOOL)
		hint_truth(c, found, s->v);
	else if (f->type == FIELD_NUMBER)
		hint_number(c, found, s->v);
	else if (strstr(want, "a map of keys"))
		hint_map(c, found, s->v, f->map);
	else if (strcmp(want, "a list") == 0)
		hint_list(c, found, s->v, f->type);
	else if (strstr(want, "text"))
		hint_text(c, found, s->v);
}

void
misfit_kind(struct checker *c, const struct spot *s,
    const struct schema_field *f)
{
	const struct value *v = s->v;
	const char *want = wanted(s, f->type);
	struct finding *found;
	struct text name = map_name(c, s);

	if (s->entry && f->type != FIELD_MAPS && f->type != FIELD_USES)
		name = text_fmt(c->a, "an entry of %.*s",
		    TEXT_ARG(name_of(c, s->up, true)));
	if (v->kind < VALUE_LIST && v->text.n)
		found = FAULT(c, "CASE-03", v->pos,
		    "%.*s must be %s, not: "
		    "%.*s",
		    TEXT_ARG(name), want, TEXT_ARG(v->text));
	else
		found = FAULT(c, "CASE-03",
		    v->kind < VALUE_LIST
			? v->pos
			: ((struct pos){v->pos.src, v->pos.off, 1}),
		    "%.*s must be %s, not %s", TEXT_ARG(name), want,
		    v->kind == VALUE_LIST      ? "a list"
			: v->kind == VALUE_MAP ? "a map"
					       : value_kind_name(v->kind));
	hint_kind(c, found, s, f);
}

void
misfit_id(struct checker *c, const struct value *v)
{
	struct finding *f = FAULT(c, "CASE-03", v->pos,
	    "an id is one word, without brackets or quotes: %.*s",
	    TEXT_ARG(v->text));

	finding_hint(c->d, f, "letters, digits, - and _");
}

/* --- keys --- */

/* The maps below `s` that have this key, one after another. */
struct places {
	struct buf names;
	unsigned n;
};

static void
places_of(struct places *p, const struct schema *s, struct text key,
    struct text path)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct schema_field *f = &s->at[i];
		if (!f->map || text_is(f->key, "*"))
			continue;
		struct text at = f->key;
		if (path.n)
			at = text_fmt(p->names.a, "%.*s.%.*s", TEXT_ARG(path),
			    TEXT_ARG(f->key));
		bool list = f->type == FIELD_MAPS || f->type == FIELD_USES;
		if (schema_find(f->map, key))
			buf_fmt(&p->names, "%s%s%.*s", p->n++ ? " or " : "",
			    list ? "an entry of " : "", TEXT_ARG(at));
		places_of(p, f->map, key, at);
	}
}

/* A key that is right in another place: its line is indented wrongly.  One
 * that has many such places says nothing. */
static void
hint_place(struct checker *c, struct finding *f, const struct schema *here,
    struct text key)
{
	struct places p = {.names.a = c->a};
	bool top = schema_find(c->root, key) != NULL;

	places_of(&p, c->root, key, TEXT(""));
	if (top && p.n == 0)
		finding_hint(c->d, f,
		    "it belongs to the whole file: write it at the left edge");
	else if (!top && p.n > 0 && p.n <= 2)
		finding_hint(c->d, f, "it belongs in %.*s",
		    TEXT_ARG(buf_text(&p.names)));
	else if (here == c->root && schema_find(here, TEXT("extra")))
		finding_hint(c->d, f, "keys of your own go under extra:");
	else if (schema_find(here, TEXT("extra")))
		finding_hint(c->d, f,
		    "keys of your own go under extra: in this map");
}

static void
own_key(struct checker *c, const struct spot *map, const struct value *v,
    struct text best)
{
	if (!best.n || value_key(map->v, best))
		return;
	struct finding *f =
	    diag(c->d, c->root->mild ? LEVEL_INFO : LEVEL_WARNING,
		c->root->code ? c->root->code : "CASE-01", v->keypos,
		"a key of your own that reads like another: %.*s",
		TEXT_ARG(v->key));
	finding_hint(c->d, f, "did you mean %.*s?", TEXT_ARG(best));
}

void
misfit_key(struct checker *c, const struct spot *map,
    const struct schema *schema, const struct value *v)
{
	struct text best = schema_near(schema, v->key), key;

	if (schema_rest(schema)) {
		own_key(c, map, v, best);
		return;
	}
	struct finding *f = FAULT(c, "CASE-01", v->keypos, "unknown key: %.*s",
	    TEXT_ARG(v->key));
	if (run_together(schema, v->key, &key))
		hint_colon(c, f, v->key, key);
	else if (best.n)
		finding_hint(c->d, f, "did you mean %.*s?", TEXT_ARG(best));
	else
		hint_place(c, f, schema, v->key);
}

/* There, or there under a name so near that the misspelling is said. */
static bool
given(const struct schema *schema, const struct value *map, struct text key)
{
	struct text before;

	if (value_key(map, key))
		return true;
	for (const struct value *v = map->child; v; v = v->next)
		if (!schema_find(schema, v->key)
		    && (text_eq(schema_near(schema, v->key), key)
			|| (run_together(schema, v->key, &before)
			    && text_eq(before, key))))
			return true;
	return false;
}

void
misfit_missing(struct checker *c, const struct spot *map,
    const struct schema *schema)
{
	struct buf keys = {.a = c->d->a}, lines = {.a = c->d->a};
	const struct value *v = map->v;
	unsigned n = 0;

	for (size_t i = 0; i < schema->n && !c->root->lax; i++) {
		const struct schema_field *f = &schema->at[i];
		if (!f->needed || given(schema, v, f->key))
			continue;
		buf_fmt(&keys, "%s%.*s", n++ ? ", " : "", TEXT_ARG(f->key));
		buf_fmt(&lines, "%s%.*s: ...", lines.n ? ", " : "",
		    TEXT_ARG(f->key));
	}
	if (n == 0)
		return;
	struct pos at =
	    v->key.n ? v->keypos : (struct pos){v->pos.src, v->pos.off, 1};
	struct text name = map_name(c, map);
	struct finding *f = FAULT(c, "CASE-02", at, "missing key%s%s%.*s: %.*s",
	    n > 1 ? "s" : "", name.n ? " in " : "", TEXT_ARG(name),
	    TEXT_ARG(buf_text(&keys)));
	finding_hint(c->d, f, "add %.*s", TEXT_ARG(buf_text(&lines)));
}

void
misfit_empty(struct checker *c, const struct value *v)
{
	if (v->kind == VALUE_UNKNOWN)
		FAULT(c, "CASE-03", v->keypos, "this must be known: %.*s",
		    TEXT_ARG(v->key));
	else
		FAULT(c, "CASE-02", v->keypos,
		    "nothing is written after this key: %.*s",
		    TEXT_ARG(v->key));
}

/* --- words --- */

void
misfit_word(struct checker *c, const struct value *v,
    const struct schema_field *f)
{
	struct text rest = text_of(f->words), word;
	struct near near = near_to(v->text);
	struct buf all = {.a = c->a};
	unsigned n = 0;

	while (schema_next_word(&rest, &word)) {
		n++;
		near_offer(&near, word);
		buf_fmt(&all, "%s%.*s", all.n ? ", " : "", TEXT_ARG(word));
	}
	struct text best = f->near ? f->near(v->text) : near.best;
	struct finding *found = FAULT(c, "CASE-05", v->pos,
	    "not one of the words allowed: %.*s", TEXT_ARG(v->text));
	if (best.n)
		finding_hint(c->d, found, "did you mean %.*s?", TEXT_ARG(best));
	if (best.n && n > MANY)
		return;
	if (f->type == FIELD_CHOICE)
		buf_fmt(&all, ", or a map of keys");
	finding_remark(c->d, found, "allowed", (struct pos){0}, "%.*s",
	    TEXT_ARG(buf_text(&all)));
}

void
misfit_twice(struct checker *c, const struct value *id, struct pos first)
{
	struct finding *f = FAULT(c, "CASE-06", id->pos,
	    "this id is there twice: %.*s", TEXT_ARG(id->text));

	finding_remark(c->d, f, "first", first, "%s", "");
}

/* --- dates --- */

/* Why a date that was understood does not exist. */
static void
hint_month(struct checker *c, struct finding *f, struct day d)
{
	if (d.year >= 1 && d.month >= 1 && d.month <= 12)
		finding_hint(c->d, f, "%s %d has %d days",
		    day_month_name(d.month), d.year,
		    day_month_length(d.year, d.month));
	else
		finding_hint(c->d, f,
		    "year, month and day: the months are 01 to 12");
}

static void
hint_guess(struct checker *c, struct finding *f, const struct day_guess *g)
{
	struct text day = day_show(c->a, g->day);

	if (g->other.year)
		finding_hint(c->d, f, "write %.*s or %.*s, whichever is meant",
		    TEXT_ARG(day), TEXT_ARG(day_show(c->a, g->other)));
	else
		finding_hint(c->d, f, "write it as %.*s", TEXT_ARG(day));
}

void
misfit_date(struct checker *c, const struct value *v, bool partial)
{
	struct text t = v->text;
	struct day d;
	struct day_guess g;
	bool shape = partial ? day_parse_partial(t, &d) : day_parse(t, &d);
	bool guessed = !shape && day_guess(t, &g);
	bool lost = shape || (guessed && g.day.day && !day_exists(g.day));
	struct finding *f = FAULT(c, "CASE-04", v->pos,
	    lost ? "there is no such day: %.*s" : "not a date: %.*s",
	    TEXT_ARG(t));

	if (lost)
		hint_month(c, f, shape ? d : g.day);
	else if (guessed && g.day.day)
		hint_guess(c, f, &g);
	else if (guessed && partial)
		finding_hint(c->d, f, "write it as %.*s",
		    TEXT_ARG(day_show(c->a, g.day)));
	else if (partial)
		finding_hint(c->d, f,
		    "write it as 2026-11-20, 2026-11 or 2026, or in words");
	else if (guessed || (t.n == 4 && day_parse_partial(t, &d)))
		finding_hint(c->d, f,
		    "the day is needed too; write it as 2026-11-20");
	else
		finding_hint(c->d, f, "write it as 2026-11-20");
}

#include "load/misfit.h"

struct finding *
misfit(struct checker *c, const char *usual, struct pos at, const char *fmt,
    ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct text words = text_vfmt(c->a, fmt, ap);
	va_end(ap);
	return diag(c->d, c->root->mild ? LEVEL_WARNING : LEVEL_ERROR,
	    c->root->code ? c->root->code : usual, at, "%.*s", TEXT_ARG(words));
}

/* --- what word processors leave --- */

static bool
pasted(uint32_t cp)
{
	return cp == ' ' || cp == 0xa0 || cp == 0xab || cp == 0xbb
	    || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x2018 && cp <= 0x201f)
	    || cp == 0x202f || cp == 0x2060 || cp == 0xfeff;
}

struct text
misfit_plain(struct text t)
{
	size_t from = t.n, to = 0;

	for (size_t i = 0, next = 0; i < t.n; i = next) {
		if (pasted(text_next(t, &next)))
			continue;
		from = i < from ? i : from;
		to = next;
	}
	return to ? text_sub(t, from, to) : TEXT("");
}

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

struct text
misfit_map_name(struct checker *c, const struct spot *s)
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
		return s->entry ? "words" : "a list";
	case FIELD_CHOICE:
		return "a word or a map of keys";
	case FIELD_PROSES:
		return s->entry ? "words" : "words or a list of them";
	case FIELD_ENUM:
		return "one of the words allowed";
	case FIELD_LENGTH:
		return "a length";
	case FIELD_COLOUR:
		return "a colour";
	case FIELD_TEXT:
	case FIELD_ID:
	case FIELD_PROSE:
	case FIELD_PAPER:
	case FIELD_RICH:
	case FIELD_NAMES:
	case FIELD_WHEN:
	case FIELD_KEYS:
	case FIELD_ANY:
		break;
	}
	return "words";
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
	struct text t = misfit_plain(v->text);

	if (truth_of(t))
		finding_hint(c->d, f, "write %s", truth_of(t));
	else if (text_is(t, "true") || text_is(t, "false"))
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
bool
misfit_run_together(const struct schema *map, struct text t, struct text *key)
{
	size_t colon = text_findc(t, 0, ':');

	*key = text_sub(t, 0, colon);
	return map && colon < t.n && schema_find(map, *key);
}

void
misfit_colon(struct checker *c, struct finding *f, struct text t,
    struct text key)
{
	struct text rest = text_trim(text_sub(t, key.n + 1, t.n));

	finding_hint(c->d, f, "a blank must follow the colon: %.*s: %.*s",
	    TEXT_ARG(key), TEXT_ARG(rest));
}

static struct text
first_word(struct text t)
{
	return text_sub(t, 0, text_findc(t, 0, ' '));
}

static void
hint_map(struct checker *c, struct finding *f, const struct value *v,
    const struct schema *map)
{
	struct text key;

	if (v->kind == VALUE_TEXT && misfit_run_together(map, v->text, &key))
		misfit_colon(c, f, v->text, key);
	else if (v->kind == VALUE_TEXT && map
	    && schema_find(map, first_word(v->text)))
		finding_hint(c->d, f,
		    "a colon and a blank must follow the key: %.*s: ...",
		    TEXT_ARG(first_word(v->text)));
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
	else if (strcmp(want, "a date") == 0)
		finding_hint(c->d, found, "write it as 2026-11-20");
	else if (strncmp(want, "words", 5) == 0)
		hint_text(c, found, s->v);
}

void
misfit_kind(struct checker *c, const struct spot *s,
    const struct schema_field *f)
{
	const struct value *v = s->v;
	const char *want = wanted(s, f->type);
	struct finding *found;
	struct text name = misfit_map_name(c, s);

	if (s->entry && f->type != FIELD_MAPS && f->type != FIELD_USES)
		name = text_fmt(c->a, "an entry of %.*s",
		    TEXT_ARG(name_of(c, s->up, true)));
	if (v->kind < VALUE_LIST && v->text.n)
		found = misfit(c, "CASE-03", v->pos,
		    "%.*s must be %s, not: "
		    "%.*s",
		    TEXT_ARG(name), want, TEXT_ARG(v->text));
	else
		found = misfit(c, "CASE-03",
		    v->kind < VALUE_LIST
			? v->pos
			: ((struct pos){v->pos.src, v->pos.off, 1}),
		    "%.*s must be %s, not %s", TEXT_ARG(name), want,
		    v->kind == VALUE_LIST      ? "a list"
			: v->kind == VALUE_MAP ? "a map"
					       : value_kind_name(v->kind));
	hint_kind(c, found, s, f);
}

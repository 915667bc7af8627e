#include "expand/eval.h"
#include "expand/pronoun.h"

enum { HINTED = 500 }; /* faults; those that come later have no hint */

static enum level
level(const struct eval *ev)
{
	return ev->draft ? LEVEL_WARNING : LEVEL_ERROR;
}

struct datum
fault_datum(struct text path)
{
	return (struct datum){.kind = DATUM_FAULT, .text = path};
}

/* "name, pronouns, born": the keys at the level where one was not found. */
static struct text
keys_of(struct eval *ev, struct datum map)
{
	struct buf b = {.a = ev->d->a};
	struct seq keys = datum_elements(ev->a, map);

	for (size_t i = 0; i < keys.n; i++) {
		if (i == 12) {
			buf_add(&b, TEXT(" ..."));
			break;
		}
		buf_add(&b, i ? TEXT(", ") : TEXT(""));
		buf_add(&b, keys.at[i].text);
	}
	return buf_text(&b);
}

/* Where a map begins: at its key, which is what people look for. */
static struct pos
place_of(struct datum i)
{
	if (!i.value)
		return (struct pos){0};
	return i.value->keypos.src ? i.value->keypos : i.value->pos;
}

static bool
from_case(const struct eval *ev, struct datum i)
{
	return i.value && i.value->pos.src == ev->kase->facts->pos.src;
}

/* What the file is called in which it was written. */
static const char *
label_of(const struct eval *ev, struct datum i)
{
	if (!i.value)
		return "note";
	return from_case(ev, i) ? "case" : "file";
}

/* The forms that someone with pronouns can be asked for. */
static void
offer_pronouns(struct near *near, const struct missing *m)
{
	static const char *const forms[] = {"they", "them", "their", "theirs",
	    "themself", "They", "Them", "Their", "Theirs", "Themself"};
	bool plural;

	if (m->parent.kind != DATUM_MAP || !pronoun_plural(m->parent, &plural))
		return;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		near_offer(near, text_of(forms[i]));
}

/* The keys of a map; the elements of a list are no names. */
static void
offer_keys(struct eval *ev, struct near *near, struct datum map)
{
	if (map.kind != DATUM_MAP)
		return;
	struct seq keys = datum_elements(ev->a, map);
	for (size_t i = 0; i < keys.n; i++)
		near_offer(near, keys.at[i].text);
}

/* A name alone beside a sign of comparison is often a word without quotes. */
static bool
compared(struct pos at)
{
	struct text before = text_trim(text_sub(at.src->body, 0, at.off));
	char c = before.n ? before.s[before.n - 1] : '\0';

	return c == '=' || c == '<' || c == '>';
}

static void
suggest(struct eval *ev, struct finding *f, const struct missing *m)
{
	struct near near = near_to(m->key);

	if (ev->d->found.n > HINTED)
		return;
	offer_keys(ev, &near, m->parent);
	offer_pronouns(&near, m);
	if (m->parent_path.n == 0) {
		offer_keys(ev, &near, ev->globals);
		for (const struct scope *s = ev->scope; s; s = s->up)
			for (size_t i = 0; i < s->vars.n; i++)
				near_offer(&near, s->vars.at[i].name);
	}
	if (pronoun_is(m->key) && m->parent.kind == DATUM_MAP)
		finding_hint(ev->d, f,
		    "give %.*s pronouns: he, she, they, or "
		    "all five forms",
		    TEXT_ARG(m->parent_path));
	else if (near.best.n)
		finding_hint(ev->d, f, "did you mean %.*s%s%.*s?",
		    TEXT_ARG(m->parent_path), m->parent_path.n ? "." : "",
		    TEXT_ARG(near.best));
	else if (m->parent_path.n == 0 && m->pos.src && compared(m->pos))
		finding_hint(ev->d, f,
		    "if it is a word and no fact, put quotes around it");
	else if (m->parent.kind == DATUM_MAP)
		finding_hint(ev->d, f,
		    from_case(ev, m->parent) || m->parent_path.n == 0
			? "add it to the case, or ask first: %.*s is defined"
			: "ask first: %.*s is defined",
		    TEXT_ARG(m->path));
}

/* "= case: FILE:7 defines subject with: name, born" */
static void
say_parent(struct eval *ev, struct finding *f, const struct missing *m)
{
	struct pos at = place_of(m->parent);
	const char *label = label_of(ev, m->parent);
	struct text path = m->parent_path;

	if (m->parent.kind == DATUM_MAP && path.n && !datum_length(m->parent))
		finding_remark(ev->d, f, label, at, "%.*s is empty",
		    TEXT_ARG(path));
	else if (m->parent.kind == DATUM_MAP && !datum_length(m->parent))
		finding_remark(ev->d, f, label, at, "defines nothing");
	else if (m->parent.kind == DATUM_MAP && path.n == 0)
		finding_remark(ev->d, f, label, at, "defines: %.*s",
		    TEXT_ARG(keys_of(ev, m->parent)));
	else if (m->parent.kind == DATUM_MAP)
		finding_remark(ev->d, f, label, at, "defines %.*s with: %.*s",
		    TEXT_ARG(path), TEXT_ARG(keys_of(ev, m->parent)));
	else if (m->parent.kind == DATUM_UNDEFINED)
		return;
	else if (m->parent.kind == DATUM_LIST)
		finding_remark(ev->d, f, label, at, "%.*s is a list of %zu",
		    TEXT_ARG(path), datum_length(m->parent));
	else
		finding_remark(ev->d, f, label, at, "%.*s is a %s",
		    TEXT_ARG(path), datum_kind_name(m->parent));
}

/* FACT-05 has said it of this fact, or of one within it. */
static bool
is_said(const struct eval *ev, struct text path)
{
	for (size_t i = 0; i < ev->lacks.n; i++) {
		struct text need = ev->lacks.at[i].path;
		if (path.n && text_starts(need, path)
		    && (need.n == path.n || need.s[path.n] == '.'))
			return true;
	}
	return false;
}

static struct datum
empty(struct eval *ev, struct datum i, struct text path, struct pos at)
{
	struct finding *f;
	struct pos where = place_of(i);

	if (i.kind == DATUM_UNKNOWN) {
		f = diag(ev->d, level(ev), "FACT-07", at,
		    "a fact that is not known: %.*s", TEXT_ARG(path));
		finding_hint(ev->d, f, "ask first: %.*s is known",
		    TEXT_ARG(path));
		finding_remark(ev->d, f, label_of(ev, i), where,
		    i.text.n ? "says: %.*s" : "gives no reason%.*s",
		    TEXT_ARG(i.text));
		return fault_datum(path);
	}
	if (is_said(ev, path))
		return fault_datum(path);
	f = diag(ev->d, level(ev), "FACT-03", at, "a fact that is empty: %.*s",
	    TEXT_ARG(path));
	finding_hint(ev->d, f,
	    i.kind == DATUM_TEXT ? "fill it in, or ask first: if %.*s|trim"
				 : "fill it in, or ask first: %.*s is none",
	    TEXT_ARG(path));
	if (i.value)
		finding_remark(ev->d, f, label_of(ev, i), where,
		    "leaves it empty");
	return fault_datum(path);
}

static bool
is_fact(const struct eval *ev, struct text name)
{
	struct datum i;

	return ev->kase && ev->kase->facts
	    && datum_key(datum_of(ev->kase->facts), name, &i);
}

struct datum
fault_missing(struct eval *ev, struct datum undefined)
{
	const struct missing *m = undefined.missing;

	if (m->why) {
		fault_type(ev, m->pos, "%s: %.*s", m->why, TEXT_ARG(m->path));
		return fault_datum(m->path);
	}
	if (m->parent.kind == DATUM_NULL || m->parent.kind == DATUM_UNKNOWN)
		return empty(ev, m->parent, m->parent_path, m->pos);
	if (is_said(ev, m->path))
		return fault_datum(m->path);
	struct finding *f = diag(ev->d, level(ev), "FACT-02", m->pos,
	    "unknown fact: %.*s", TEXT_ARG(m->path));
	if (m->parent.kind == DATUM_UNDEFINED && is_fact(ev, m->key)) {
		finding_hint(ev->d, f,
		    "give it as an argument, or import the file with context");
		return fault_datum(m->path);
	}
	suggest(ev, f, m);
	say_parent(ev, f, m);
	return fault_datum(m->path);
}

struct datum
fault_empty(struct eval *ev, struct datum i, struct span where)
{
	if (i.kind == DATUM_UNDEFINED)
		return fault_missing(ev, i);
	if (i.kind == DATUM_NULL || i.kind == DATUM_UNKNOWN)
		return empty(ev, i, eval_text(ev, where), eval_pos(ev, where));
	return i;
}

struct datum
fault_blank(struct eval *ev, struct datum i, struct span where)
{
	return empty(ev, i, eval_text(ev, where), eval_pos(ev, where));
}

void
fault_print(struct eval *ev, struct datum i, struct span where)
{
	struct text path = eval_text(ev, where);
	struct finding *f = diag(ev->d, LEVEL_ERROR, "FACT-04",
	    eval_pos(ev, where), "a %s cannot be printed: %.*s",
	    datum_kind_name(i), TEXT_ARG(path));

	if (i.kind == DATUM_BOOL)
		finding_hint(ev->d, f,
		    "say it in words: {{ 'yes' if %.*s else 'no' }}",
		    TEXT_ARG(path));
	else if (i.kind == DATUM_LIST)
		finding_hint(ev->d, f, "use %.*s|and_list, or a loop",
		    TEXT_ARG(path));
	else if (i.kind == DATUM_MAP)
		finding_hint(ev->d, f,
		    "add the one of these that is meant, after a dot: %.*s",
		    TEXT_ARG(keys_of(ev, i)));
	if (i.value)
		finding_remark(ev->d, f, label_of(ev, i), place_of(i),
		    "is where it was written");
}

struct datum
fault_unknown(struct eval *ev, const char *what, struct span at,
    struct text name, struct near *near)
{
	struct finding *f = diag(ev->d, LEVEL_ERROR, "TPL-03", eval_pos(ev, at),
	    "unknown %s: %.*s", what, TEXT_ARG(name));

	if (near->best.n)
		finding_hint(ev->d, f, "did you mean %.*s?",
		    TEXT_ARG(near->best));
	return fault_datum(name);
}

struct finding *
fault_type(struct eval *ev, struct pos at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct text t = text_vfmt(ev->d->a, fmt, ap);
	va_end(ap);
	return diag(ev->d, LEVEL_ERROR, "TPL-08", at, "%.*s", TEXT_ARG(t));
}

#include "expand/call.h"
#include "expand/citegroup.h"

/*
 * ref() and cite() make what people would type: @par-arrest, [@key, para 12].
 * The words around a key are values, so that none of them is markup; and an
 * empty value stands before and behind, so that neither end touches a letter
 * of the sentence.
 */

static void
add(struct call *c, struct pieces *p, enum piece_kind kind, struct text t)
{
	struct piece one = {.kind = kind,
	    .text = t,
	    .pos = c->pos,
	    .made = kind == PIECE_SOURCE};

	array_push(c->ev->a, &p->p, one);
}

/* An argument: it keeps the place in the case that it came from. */
static void
add_words(struct call *c, struct pieces *p, size_t n)
{
	add(c, p, PIECE_VALUE, call_text(c, n, TEXT("")));
	if (c->arg[n].value)
		p->p.at[p->p.n - 1].fact = c->arg[n].value->pos;
}

static struct datum
made(struct call *c, struct pieces *p)
{
	struct pieces *kept = arena_make(c->ev->a, struct pieces);

	add(c, p, PIECE_VALUE, TEXT(""));
	*kept = *p;
	return (struct datum){.kind = DATUM_PIECES, .pieces = kept};
}

/* "para:arrest", "par-arrest", "@par-arrest" as a label; "" if it is none. */
static struct text
label_of(struct arena *a, struct text t)
{
	static const char *const kinds[][2] = {{"par", "par"}, {"para", "par"},
	    {"paragraph", "par"}, {"sec", "sec"}, {"section", "sec"},
	    {"tbl", "tbl"}, {"table", "tbl"}, {"fig", "fig"}, {"figure", "fig"},
	    {"app", "app"}, {"appendix", "app"}, {"fn", "fn"}, {"note", "fn"}};
	size_t from = text_starts(t, TEXT("@")), colon = text_findc(t, 0, ':');
	struct text kind = text_sub(t, from, colon);
	struct buf b = {.a = a};

	for (size_t i = 0; colon < t.n && i < sizeof(kinds) / sizeof(*kinds);
	     i++) {
		struct text k = text_of(kinds[i][0]);
		bool capital = kind.n && kind.s[0] == (k.s[0] & ~0x20);
		if (kind.n != k.n || (!capital && kind.s[0] != k.s[0])
		    || memcmp(kind.s + 1, k.s + 1, k.n - 1) != 0)
			continue;
		buf_addc(&b, kind.s[0]);
		buf_add(&b, text_of(kinds[i][1] + 1));
		buf_addc(&b, '-');
		from = colon + 1;
		break;
	}
	buf_add(&b, text_sub(t, from, t.n));
	struct text label = buf_text(&b);
	return citegroup_xref(label) && citegroup_key(label) == label.n
	    ? label
	    : TEXT("");
}

/* ref('par:arrest'), ref('par:arrest', bare=true) */
struct datum
function_ref(struct call *c)
{
	struct text to = call_text(c, 0, TEXT(""));
	struct text label = label_of(c->ev->a, to);
	struct pieces p = {{0}};

	if (label.n == 0) {
		struct finding *f = fault_type(c->ev, c->pos,
		    "not what a reference can name: %.*s", TEXT_ARG(to));
		finding_hint(c->ev->d, f,
		    "par:, sec:, tbl:, fig:, app: or fn:, and the label");
		return fault_datum(to);
	}
	add(c, &p, PIECE_VALUE, TEXT(""));
	add(c, &p, PIECE_SOURCE,
	    text_fmt(c->ev->a, call_true(c, 1, false) ? "-@%.*s" : "@%.*s",
		TEXT_ARG(label)));
	return made(c, &p);
}

static bool
check_key(struct call *c, struct text key)
{
	struct finding *f;

	if (key.n && citegroup_key(key) == key.n && !citegroup_xref(key))
		return true;
	f = fault_type(c->ev, c->pos,
	    key.n ? "not the key of a source: %.*s"
		  : "cite needs the key of a source%.*s",
	    TEXT_ARG(key));
	if (citegroup_xref(key))
		finding_hint(c->ev->d, f, "within the report: ref('%.*s')",
		    TEXT_ARG(key));
	return false;
}

/* "@one" or "-@one; @two"; false if there is a key that is none. */
static bool
add_keys(struct call *c, struct pieces *p, const char *before)
{
	struct seq keys = {.at = &c->arg[0], .n = 1};
	struct buf b = {.a = c->ev->a};

	if (c->arg[0].kind == DATUM_LIST)
		keys = datum_elements(c->ev->a, c->arg[0]);
	if (keys.n == 0)
		return check_key(c, TEXT(""));
	for (size_t i = 0; i < keys.n && eval_step(c->ev, c->pos); i++) {
		struct text key = datum_words(c->ev->a, keys.at[i]);
		if (!check_key(c, key))
			return false;
		buf_fmt(&b, "%s%s@%.*s", i ? "; " : "", before, TEXT_ARG(key));
	}
	add(c, p, PIECE_SOURCE, buf_text(&b));
	return true;
}

/* [prefix @key, locator suffix], or @key [locator suffix] */
struct datum
function_cite(struct call *c)
{
	enum { KEY, LOCATOR, PREFIX, SUFFIX, NO_AUTHOR, NARRATIVE };
	bool behind = c->given[LOCATOR] || c->given[SUFFIX];
	bool narrative = call_true(c, NARRATIVE, false);
	struct pieces p = {{0}};

	add(c, &p, PIECE_VALUE, TEXT(""));
	if (!narrative)
		add(c, &p, PIECE_SOURCE, TEXT("["));
	if (c->given[PREFIX] && !narrative) {
		add_words(c, &p, PREFIX);
		add(c, &p, PIECE_SOURCE, TEXT(" "));
	}
	if (!add_keys(c, &p, call_true(c, NO_AUTHOR, false) ? "-" : ""))
		return fault_datum(TEXT(""));
	if (behind)
		add(c, &p, PIECE_SOURCE, narrative ? TEXT(" [") : TEXT(", "));
	if (c->given[LOCATOR])
		add_words(c, &p, LOCATOR);
	if (c->given[SUFFIX]) {
		if (c->given[LOCATOR])
			add(c, &p, PIECE_SOURCE, TEXT(" "));
		add_words(c, &p, SUFFIX);
	}
	if (behind || !narrative)
		add(c, &p, PIECE_SOURCE, TEXT("]"));
	return made(c, &p);
}

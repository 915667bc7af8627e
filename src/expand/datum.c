#include "expand/datum.h"

#include "base/uni.h"
#include "expand/num.h"

enum { DEEPEST = 100 }; /* nesting that equality looks into */

struct datum
datum_of(const struct value *v)
{
	static const enum datum_kind kinds[] = {
	    [VALUE_NULL] = DATUM_NULL,
	    [VALUE_BOOL] = DATUM_BOOL,
	    [VALUE_TEXT] = DATUM_TEXT,
	    [VALUE_UNKNOWN] = DATUM_UNKNOWN,
	    [VALUE_LIST] = DATUM_LIST,
	    [VALUE_MAP] = DATUM_MAP,
	};
	struct datum i = {.kind = DATUM_NULL, .value = v};

	if (!v)
		return i;
	i.kind = kinds[v->kind];
	i.plain = v->plain;
	i.prose = v->prose;
	if (v->kind == VALUE_BOOL)
		i.yes = text_is(v->text, "true");
	else if (v->kind == VALUE_TEXT || v->kind == VALUE_UNKNOWN)
		i.text = v->text;
	return i;
}

struct datum
datum_text(struct text t)
{
	return (struct datum){.kind = DATUM_TEXT, .text = t};
}

struct datum
datum_int(int64_t n)
{
	return (struct datum){.kind = DATUM_INT, .num = n};
}

struct datum
datum_real(double v)
{
	return (struct datum){.kind = DATUM_REAL, .real = v};
}

struct datum
datum_bool(bool yes)
{
	return (struct datum){.kind = DATUM_BOOL, .yes = yes};
}

struct datum
datum_seq(struct arena *a, const struct seq *s)
{
	struct seq *copy = arena_make(a, struct seq);

	*copy = *s;
	return (struct datum){.kind = DATUM_LIST, .seq = copy};
}

struct datum
datum_dict(struct arena *a)
{
	return (struct datum){.kind = DATUM_MAP,
	    .dict = arena_make(a, struct dict)};
}

struct datum
datum_made(struct text t, struct datum from)
{
	return (
	    struct datum){.kind = DATUM_TEXT, .value = from.value, .text = t};
}

static struct text
key_of(const void *dict, size_t i)
{
	return ((const struct dict *)dict)->at[i].key;
}

/* Where the key stands; the number of keys, if it is none of them. */
static size_t
place(const struct dict *d, struct text key)
{
	size_t i = 0;

	if (d->n >= MAP_MANY)
		return map_indexed(&d->index, key, d->n);
	while (i < d->n && !text_eq(d->at[i].key, key))
		i++;
	return i;
}

void
dict_put(struct arena *a, struct dict *d, struct text key, struct datum i)
{
	size_t at = place(d, key);

	if (at < d->n) {
		d->at[at].item = i;
		return;
	}
	array_push(a, d, ((struct pair){key, i}));
	if (d->n >= MAP_MANY)
		map_index(a, &d->index, d->n, key_of, d);
}

static struct seq
children(struct arena *a, const struct value *v, bool keys)
{
	struct seq s = {0};

	for (const struct value *c = v ? v->child : NULL; c; c = c->next) {
		struct datum i = datum_of(c);
		if (keys)
			i = (struct datum){.kind = DATUM_TEXT, .text = c->key};
		array_push(a, &s, i);
	}
	return s;
}

struct seq
datum_elements(struct arena *a, struct datum i)
{
	struct seq s = {0};

	if (i.kind == DATUM_LIST)
		return i.seq ? *i.seq : children(a, i.value, false);
	if (i.kind != DATUM_MAP)
		return s;
	if (!i.dict)
		return children(a, i.value, true);
	for (size_t k = 0; k < i.dict->n; k++)
		array_push(a, &s, datum_text(i.dict->at[k].key));
	return s;
}

bool
datum_key(struct datum map, struct text key, struct datum *out)
{
	if (map.kind != DATUM_MAP)
		return false;
	if (map.dict) {
		size_t at = place(map.dict, key);
		if (at == map.dict->n)
			return false;
		*out = map.dict->at[at].item;
		return true;
	}
	const struct value *v = value_key(map.value, key);
	if (v)
		*out = datum_of(v);
	return v != NULL;
}

struct datum
datum_nth(struct datum list, size_t n)
{
	if (list.seq)
		return list.seq->at[n];
	const struct value *c = list.value->child;
	while (n--)
		c = c->next;
	return datum_of(c);
}

/* The words of pieces, end to end; an included file gives its text. */
static struct text
pieces_words(struct arena *a, const struct pieces *p)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < p->p.n; i++) {
		const struct piece *one = &p->p.at[i];
		buf_add(&b,
		    one->kind == PIECE_BLOCKS ? node_words(a, one->tree)
					      : one->text);
	}
	return buf_text(&b);
}

static bool
pieces_any(const struct pieces *p)
{
	for (size_t i = 0; i < p->p.n; i++)
		if (p->p.at[i].text.n || p->p.at[i].kind == PIECE_BLOCKS)
			return true;
	return false;
}

size_t
datum_length(struct datum i)
{
	if (i.kind == DATUM_LIST)
		return i.seq ? i.seq->n : i.value->n;
	if (i.kind == DATUM_MAP)
		return i.dict ? i.dict->n : i.value->n;
	return i.kind == DATUM_TEXT ? uni_length(i.text) : 0;
}

bool
datum_true(struct datum i)
{
	struct number n;

	switch (i.kind) {
	case DATUM_BOOL:
		return i.yes;
	case DATUM_INT:
		return i.num != 0;
	case DATUM_REAL:
		return i.real < 0 || i.real > 0;
	case DATUM_TEXT: /* a plain 0 in a case is a number */
		if (datum_number(i, &n))
			return n.value < 0 || n.value > 0;
		return i.text.n > 0;
	case DATUM_PIECES:
		return pieces_any(i.pieces);
	case DATUM_LIST:
	case DATUM_MAP:
		return datum_length(i) > 0;
	case DATUM_LOOP:
	case DATUM_MACRO:
	case DATUM_TOOL:
		return true;
	case DATUM_UNDEFINED:
	case DATUM_FAULT:
	case DATUM_NULL:
	case DATUM_UNKNOWN:
	case DATUM_KINDS:
		break;
	}
	return false;
}

bool
datum_number(struct datum i, struct number *out)
{
	if (i.kind == DATUM_INT)
		*out = (struct number){false, i.num, (double)i.num};
	else if (i.kind == DATUM_REAL)
		*out = (struct number){true, 0, i.real};
	else
		return i.kind == DATUM_TEXT && i.plain && num_read(i.text, out);
	return true;
}

struct text
datum_words(struct arena *a, struct datum i)
{
	if (i.kind == DATUM_TEXT || i.kind == DATUM_UNKNOWN)
		return i.text;
	if (i.kind == DATUM_INT)
		return text_fmt(a, "%lld", (long long)i.num);
	if (i.kind == DATUM_REAL)
		return num_show(a, i.real);
	if (i.kind == DATUM_PIECES)
		return pieces_words(a, i.pieces);
	return TEXT("");
}

struct datum
datum_flat(struct arena *a, struct datum i)
{
	return i.kind == DATUM_PIECES ? datum_text(datum_words(a, i)) : i;
}

bool
datum_is_words(struct datum i)
{
	return i.kind == DATUM_TEXT || i.kind == DATUM_INT
	    || i.kind == DATUM_REAL || i.kind == DATUM_PIECES;
}

/* Lists go by their first elements that differ, then by length. */
static bool
order_of(struct datum x, struct datum y, int *out, int depth)
{
	size_t n = 0;

	if (x.kind != DATUM_LIST || y.kind != DATUM_LIST)
		return datum_order(x, y, out);
	size_t nx = datum_length(x), ny = datum_length(y);
	if (depth > DEEPEST)
		return false;
	for (; n < nx && n < ny; n++) {
		if (!order_of(datum_nth(x, n), datum_nth(y, n), out, depth + 1))
			return false;
		if (*out)
			return true;
	}
	*out = (nx > ny) - (nx < ny);
	return true;
}

bool
datum_order(struct datum x, struct datum y, int *out)
{
	struct number p, q;

	if (datum_number(x, &p) && datum_number(y, &q)) {
		if (p.real || q.real)
			*out = (p.value > q.value) - (p.value < q.value);
		else
			*out = (p.num > q.num) - (p.num < q.num);
		return true;
	}
	if (x.kind == DATUM_TEXT && y.kind == DATUM_TEXT) {
		*out = text_cmp(x.text, y.text);
		return true;
	}
	return x.kind == DATUM_LIST && y.kind == DATUM_LIST
	    && order_of(x, y, out, 0);
}

/* Two being compared. */
struct likeness {
	bool comparable;
	size_t left; /* of DATUM_COMPARED */
};

static bool equal(struct datum x, struct datum y, struct likeness *l,
    int depth);

/* Elements in turn; those of a case are chained. */
struct walk {
	struct datum list;
	size_t i;
	const struct value *next;
};

static struct datum
walk_next(struct walk *w)
{
	const struct value *now = w->next;

	if (w->list.seq)
		return w->list.seq->at[w->i++];
	w->next = now->next;
	return datum_of(now);
}

static struct walk
walk_of(struct datum list)
{
	return (struct walk){.list = list,
	    .next = list.seq ? NULL : list.value->child};
}

static bool
lists_equal(struct datum x, struct datum y, struct likeness *l, int depth)
{
	struct walk p = walk_of(x), q = walk_of(y);
	size_t n = datum_length(x);

	if (n != datum_length(y))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!equal(walk_next(&p), walk_next(&q), l, depth))
			return false;
	return true;
}

static bool
maps_equal(struct datum x, struct datum y, struct likeness *l, int depth)
{
	struct arena *scratch = arena_new();
	struct seq keys = datum_elements(scratch, x);
	bool same = keys.n == datum_length(y);

	for (size_t i = 0; same && i < keys.n; i++) {
		struct datum p = {0}, q = {0};
		same = datum_key(x, keys.at[i].text, &p)
		    && datum_key(y, keys.at[i].text, &q)
		    && equal(p, q, l, depth);
	}
	arena_free(scratch);
	return same;
}

static size_t
size_of(struct datum i, size_t most, int depth)
{
	size_t n = 1, count;

	if ((i.kind != DATUM_LIST && i.kind != DATUM_MAP) || depth > DEEPEST)
		return 1;
	count = datum_length(i);
	if (count >= most)
		return most;
	bool list = i.kind == DATUM_LIST;
	struct walk w = list ? walk_of(i) : (struct walk){.list = i};
	if (!list && !i.dict)
		w.next = i.value->child;
	for (size_t k = 0; k < count && n < most; k++) {
		struct datum one;
		if (list)
			one = walk_next(&w);
		else if (i.dict)
			one = i.dict->at[k].item;
		else
			one = datum_of(w.next), w.next = w.next->next;
		n += size_of(one, most - n, depth + 1);
	}
	return n;
}

size_t
datum_size(struct datum i, size_t most)
{
	return size_of(i, most, 0);
}

/* A truth value counts as 1 or 0, as in Jinja. */
static struct datum
counted(struct datum i)
{
	return i.kind == DATUM_BOOL ? datum_int(i.yes) : i;
}

static bool
equal(struct datum x, struct datum y, struct likeness *l, int depth)
{
	int order;

	if (depth > DEEPEST || l->left == 0)
		return false;
	l->left--;
	if (x.kind == DATUM_NULL || y.kind == DATUM_NULL)
		return x.kind == y.kind;
	if (x.kind == DATUM_LIST && y.kind == DATUM_LIST)
		return lists_equal(x, y, l, depth + 1);
	if (x.kind == DATUM_MAP && y.kind == DATUM_MAP)
		return maps_equal(x, y, l, depth + 1);
	/* Two texts are the same if they are spelled alike: 007 is not 7. */
	if (x.kind == DATUM_TEXT && y.kind == DATUM_TEXT)
		return text_eq(x.text, y.text);
	if (datum_order(counted(x), counted(y), &order))
		return order == 0;
	l->comparable = false;
	return false;
}

bool
datum_equal(struct datum x, struct datum y, bool *comparable)
{
	struct likeness l = {true, DATUM_COMPARED};
	bool same = equal(x, y, &l, 0);

	*comparable = l.comparable;
	return same;
}

const char *
datum_kind_name(struct datum i)
{
	static const char *const names[DATUM_KINDS] = {
	    [DATUM_UNDEFINED] = "nothing",
	    [DATUM_FAULT] = "nothing",
	    [DATUM_NULL] = "null",
	    [DATUM_BOOL] = "truth value",
	    [DATUM_INT] = "number",
	    [DATUM_REAL] = "number",
	    [DATUM_TEXT] = "text",
	    [DATUM_UNKNOWN] = "!unknown",
	    [DATUM_PIECES] = "text",
	    [DATUM_LIST] = "list",
	    [DATUM_MAP] = "map",
	    [DATUM_LOOP] = "loop",
	    [DATUM_MACRO] = "macro",
	    [DATUM_TOOL] = "function",
	};

	if (i.kind == DATUM_MAP && i.dict && i.dict->module)
		return "module";
	return names[i.kind];
}

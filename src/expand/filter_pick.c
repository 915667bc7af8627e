#include "base/uni.h"
#include "expand/num.h"
#include "expand/pick.h"

/* Filters that look at each element of a list. */

static struct datum
bad(void)
{
	return fault_datum(TEXT(""));
}

struct datum
pick(struct call *c, struct datum element, struct text key, size_t n)
{
	if (key.n == 0)
		return element;
	struct datum found = eval_path(c->ev, element, key, c->pos);
	if (found.kind != DATUM_UNDEFINED)
		return found;
	unsigned before =
	    c->ev->d->count[LEVEL_ERROR] + c->ev->d->count[LEVEL_WARNING];
	struct datum fault = fault_missing(c->ev, found);
	const struct diag *d = c->ev->d;
	if (d->count[LEVEL_ERROR] + d->count[LEVEL_WARNING] > before)
		finding_remark(c->ev->d, d->found.at[d->found.n - 1], "note",
		    (struct pos){0}, "in element %zu of %.*s", n + 1,
		    TEXT_ARG(eval_text(c->ev, c->span)));
	return fault;
}

/* The key of each element; false if one has none. */
static bool
keys_of(struct call *c, struct seq s, struct text key, struct seq *keys)
{
	bool fine = true;

	for (size_t i = 0; i < s.n; i++) {
		struct datum k = pick(c, s.at[i], key, i);
		fine &= k.kind != DATUM_FAULT;
		array_push(c->ev->a, keys, datum_flat(c->ev->a, k));
	}
	return fine;
}

/* The same by several keys, "country,name": a list of each. */
static bool
all_keys_of(struct call *c, struct seq s, struct text key, struct seq *keys)
{
	bool fine = true;

	if (text_findc(key, 0, ',') == key.n)
		return keys_of(c, s, key, keys);
	for (size_t i = 0; i < s.n; i++) {
		struct text rest = key, one;
		struct seq of = {0};
		while (text_split(&rest, ',', &one)) {
			struct datum k = pick(c, s.at[i], text_trim(one), i);
			fine &= k.kind != DATUM_FAULT;
			array_push(c->ev->a, &of, datum_flat(c->ev->a, k));
		}
		array_push(c->ev->a, keys, datum_seq(c->ev->a, &of));
	}
	return fine;
}

/* What a key counts as: case is of no matter unless it is said to be. */
static struct datum
folded(struct call *c, struct datum key, bool sensitive)
{
	struct seq s = {0};

	if (sensitive)
		return key;
	if (key.kind == DATUM_TEXT)
		key.text = uni_lower(c->ev->a, key.text);
	if (key.kind != DATUM_LIST || !key.seq)
		return key;
	for (size_t i = 0; i < key.seq->n; i++) {
		struct datum one = key.seq->at[i];
		if (one.kind == DATUM_TEXT)
			one.text = uni_lower(c->ev->a, one.text);
		array_push(c->ev->a, &s, one);
	}
	return datum_seq(c->ev->a, &s);
}

struct row {
	struct datum key, item;
};

static bool
before(struct call *c, const struct row *x, const struct row *y,
    struct order order, bool *fine)
{
	int n = 0;

	if (!datum_order(x->key, y->key, &n)) {
		if (*fine)
			fault_type(c->ev, c->pos,
			    "a %s and a %s cannot be put in order",
			    datum_kind_name(x->key), datum_kind_name(y->key));
		*fine = false;
	}
	return order.reverse ? n < 0 : n > 0;
}

/* Merge sort, from runs of one upwards: stable. */
static bool
sorted(struct call *c, struct row *rows, size_t n, struct order order)
{
	struct row *other = arena_alloc(c->ev->a, (n + 1) * sizeof(*other));
	struct row *from = rows, *to = other;
	bool fine = true;

	for (size_t run = 1; run < n; run *= 2) {
		for (size_t at = 0; at < n; at += 2 * run) {
			size_t mid = at + run < n ? at + run : n;
			size_t end = at + 2 * run < n ? at + 2 * run : n;
			size_t i = at, j = mid;
			for (size_t k = at; k < end; k++) {
				bool right = i == mid
				    || (j < end
					&& before(c, &from[i], &from[j], order,
					    &fine));
				to[k] = from[right ? j++ : i++];
			}
		}
		struct row *swap = from;
		from = to;
		to = swap;
	}
	for (size_t i = 0; from != rows && i < n; i++)
		rows[i] = from[i];
	return fine;
}

struct datum
pick_sort(struct call *c, struct seq s, struct seq keys, struct order order)
{
	struct row *rows = arena_alloc(c->ev->a, (s.n + 1) * sizeof(*rows));
	struct seq out = {0};

	for (size_t i = 0; i < s.n; i++) {
		struct datum key = folded(c, keys.at[i], order.sensitive);
		rows[i] = (struct row){key, s.at[i]};
	}
	if (!sorted(c, rows, s.n, order))
		return bad();
	for (size_t i = 0; i < s.n; i++)
		array_push(c->ev->a, &out, rows[i].item);
	return datum_seq(c->ev->a, &out);
}

static struct datum
filter_sort(struct call *c)
{
	struct order order = {call_true(c, 1, false), call_true(c, 0, false)};
	struct seq s, keys = {0};

	if (!call_in_list(c, &s)
	    || !all_keys_of(c, s, call_text(c, 2, TEXT("")), &keys))
		return bad();
	return pick_sort(c, s, keys, order);
}

/* Keys of different worlds are not the same. */
static bool
same(struct call *c, struct datum x, struct datum y, bool sensitive)
{
	bool like;
	size_t n = datum_size(x, DATUM_COMPARED);

	if (!eval_work(c->ev, 8 * n, c->pos))
		return false;
	return datum_equal(folded(c, x, sensitive), folded(c, y, sensitive),
	    &like);
}

static struct datum
filter_unique(struct call *c)
{
	bool sensitive = call_true(c, 0, false);
	struct seq s, keys = {0}, kept = {0}, out = {0};

	if (!call_in_list(c, &s)
	    || !keys_of(c, s, call_text(c, 1, TEXT("")), &keys))
		return bad();
	for (size_t i = 0; i < s.n; i++) {
		bool seen = false;
		for (size_t k = 0; k < kept.n && !seen && !c->ev->spent; k++)
			seen = same(c, kept.at[k], keys.at[i], sensitive);
		if (seen || !eval_step(c->ev, c->pos))
			continue;
		c->ev->steps += kept.n;
		array_push(c->ev->a, &kept, keys.at[i]);
		array_push(c->ev->a, &out, s.at[i]);
	}
	return datum_seq(c->ev->a, &out);
}

/* The least or the greatest by key. */
static struct datum
extreme(struct call *c, int sign)
{
	struct seq s, keys = {0};
	struct datum best = {0};
	size_t at = 0;
	int n;

	if (!call_in_list(c, &s)
	    || !keys_of(c, s, call_text(c, 1, TEXT("")), &keys))
		return bad();
	if (s.n == 0)
		return call_none(c,
		    sign < 0 ? "an empty list has no least"
			     : "an empty list has no greatest");
	for (size_t i = 0; i < s.n; i++) {
		struct datum k = folded(c, keys.at[i], call_true(c, 0, false));
		if (i && !datum_order(k, best, &n)) {
			c->in = keys.at[i];
			return call_fault(c, "elements of one kind");
		}
		if (i && n * sign <= 0)
			continue;
		best = k;
		at = i;
	}
	return s.at[at];
}

static struct datum
filter_min(struct call *c)
{
	return extreme(c, -1);
}

static struct datum
filter_max(struct call *c)
{
	return extreme(c, 1);
}

static struct datum
filter_sum(struct call *c)
{
	struct seq s, keys = {0};
	struct number n, all = {0};

	if (!call_in_list(c, &s)
	    || !keys_of(c, s, call_text(c, 0, TEXT("")), &keys))
		return bad();
	if (c->given[1] && !datum_number(c->arg[1], &all)) {
		fault_type(c->ev, c->pos, "sum starts from a number");
		return bad();
	}
	for (size_t i = 0; i < s.n; i++) {
		if (!datum_number(keys.at[i], &n)) {
			c->in = keys.at[i];
			return call_fault(c, "numbers in its list");
		}
		all.real |= n.real;
		all.value += n.value;
		if ((!all.real
			&& __builtin_add_overflow(all.num, n.num, &all.num))
		    || (all.real && !num_fits(all.value))) {
			fault_type(c->ev, c->pos, "a sum out of range");
			return bad();
		}
	}
	return all.real ? datum_real(all.value) : datum_int(all.num);
}

/* map takes a filter's name and what belongs to the filter, or attribute and
 * default alone. */
static bool
map_by(struct call *c, struct text name, struct text *key)
{
	struct datum by = {.kind = DATUM_NULL};

	if (name.n)
		return true;
	for (size_t i = 0; i < c->rest.n; i++) {
		struct text word = c->rest.at[i].name;
		if (text_is(word, "attribute") || text_is(word, "default"))
			continue;
		fault_type(c->ev, c->pos, "map has no argument named: %.*s",
		    TEXT_ARG(word));
		return false;
	}
	if (call_rest_named(c, "attribute", &by) && datum_is_words(by))
		*key = datum_words(c->ev->a, by);
	if (key->n == 0)
		fault_type(c->ev, c->pos,
		    "map needs a filter's name or attribute='...'");
	return key->n > 0;
}

/* list|map('upper', ...) or list|map(attribute='name', default='x') */
static struct datum
filter_map(struct call *c)
{
	struct datum otherwise;
	bool hole = call_rest_named(c, "default", &otherwise);
	struct text name = call_rest_text(c, 0), key = {0};
	struct seq s, out = {0};

	if (!map_by(c, name, &key))
		return bad();
	if (!call_in_list(c, &s))
		return bad();
	for (size_t i = 0; i < s.n; i++) {
		struct datum one = s.at[i];
		if (name.n) {
			one = call_filter_named(c, name, one, 1);
		} else if (hole) {
			one = eval_path(c->ev, one, key, c->pos);
			if (one.kind == DATUM_UNDEFINED)
				one = otherwise;
		} else {
			one = pick(c, one, key, i);
		}
		if (one.kind == DATUM_UNDEFINED)
			one = fault_missing(c->ev, one);
		if (one.kind == DATUM_FAULT)
			return one;
		array_push(c->ev->a, &out, one);
	}
	return datum_seq(c->ev->a, &out);
}

/* Does the test hold?  Its name comes first of the rest, its own arguments
 * follow; with no name, whether the item counts as true. */
static bool
holds(struct call *c, struct datum i, bool *fine)
{
	struct text name = call_rest_text(c, 0);

	if (c->rest.n)
		return call_test_named(c, name, i, 1, fine);
	if (i.kind == DATUM_UNDEFINED || i.kind == DATUM_UNKNOWN)
		i = fault_empty(c->ev, i, c->span);
	*fine = i.kind != DATUM_FAULT;
	return datum_true(i);
}

static struct datum
filtered(struct call *c, bool by_key, bool wanted)
{
	struct text key = by_key ? call_text(c, 0, TEXT("")) : TEXT("");
	struct seq s, out = {0};

	if (!call_in_list(c, &s))
		return bad();
	for (size_t i = 0; i < s.n; i++) {
		struct datum one = s.at[i];
		bool fine;
		if (by_key)
			one = eval_path(c->ev, one, key, c->pos);
		bool yes = holds(c, one, &fine);
		if (!fine)
			return bad();
		if (yes == wanted)
			array_push(c->ev->a, &out, s.at[i]);
	}
	return datum_seq(c->ev->a, &out);
}

static struct datum
filter_select(struct call *c)
{
	return filtered(c, false, true);
}

static struct datum
filter_reject(struct call *c)
{
	return filtered(c, false, false);
}

static struct datum
filter_selectattr(struct call *c)
{
	return filtered(c, true, true);
}

static struct datum
filter_rejectattr(struct call *c)
{
	return filtered(c, true, false);
}

static struct datum
group(struct call *c, struct datum key, const struct seq *members)
{
	struct datum g = datum_dict(c->ev->a);

	dict_put(c->ev->a, g.dict, TEXT("grouper"), key);
	dict_put(c->ev->a, g.dict, TEXT("list"), datum_seq(c->ev->a, members));
	return g;
}

/* The key of each element, or what stands for one that is not there. */
static bool
group_keys(struct call *c, struct seq s, struct seq *keys)
{
	struct text key = call_text(c, 0, TEXT(""));

	if (!c->given[1])
		return keys_of(c, s, key, keys);
	for (size_t i = 0; i < s.n; i++) {
		struct datum k = eval_path(c->ev, s.at[i], key, c->pos);
		if (k.kind == DATUM_UNDEFINED)
			k = c->arg[1];
		array_push(c->ev->a, keys, datum_flat(c->ev->a, k));
	}
	return true;
}

/* list|groupby('country') : sorted by the key; each has .grouper and .list, and
 * may be taken apart by `for key, members in` */
static struct datum
filter_groupby(struct call *c)
{
	bool sensitive = call_true(c, 2, false);
	struct seq s, keys = {0}, out = {0}, members = {0}, pairs = {0};
	struct datum now = {0};

	if (!call_in_list(c, &s) || !group_keys(c, s, &keys))
		return bad();
	for (size_t i = 0; i < s.n; i++) {
		struct seq pair = {0};
		array_push(c->ev->a, &pair, keys.at[i]);
		array_push(c->ev->a, &pair, s.at[i]);
		array_push(c->ev->a, &pairs, datum_seq(c->ev->a, &pair));
	}
	struct datum all =
	    pick_sort(c, pairs, keys, (struct order){sensitive, false});
	if (all.kind == DATUM_FAULT)
		return all;
	for (size_t i = 0; i < all.seq->n; i++) {
		struct datum k = datum_nth(all.seq->at[i], 0);
		if (members.n && !same(c, now, k, sensitive)) {
			array_push(c->ev->a, &out, group(c, now, &members));
			members = (struct seq){0};
		}
		now = members.n ? now : k;
		array_push(c->ev->a, &members, datum_nth(all.seq->at[i], 1));
	}
	if (members.n)
		array_push(c->ev->a, &out, group(c, now, &members));
	return datum_seq(c->ev->a, &out);
}

const struct filter filters_pick[] = {
    {"sort", filter_sort, "reverse case_sensitive attribute", false},
    {"unique", filter_unique, "case_sensitive attribute", false},
    {"min", filter_min, "case_sensitive attribute", false},
    {"max", filter_max, "case_sensitive attribute", false},
    {"sum", filter_sum, "attribute start", false},
    {"map", filter_map, "*", false},
    {"select", filter_select, "*", false},
    {"reject", filter_reject, "*", false},
    {"selectattr", filter_selectattr, "!attribute *", false},
    {"rejectattr", filter_rejectattr, "!attribute *", false},
    {"groupby", filter_groupby, "!attribute default case_sensitive", false},
    {NULL, NULL, NULL, false},
};

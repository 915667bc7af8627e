#include "cite/particle.h"

#include "base/uni.h"

static bool
opens_lower(struct text t)
{
	size_t i = 0;

	return t.n && uni_is_lower(text_next(t, &i));
}

static bool
opens_upper(struct text t)
{
	size_t i = 0;

	return t.n && !uni_is_lower(text_next(t, &i));
}

/* Behind "d'", "l\u2019", "al-" at the start of a word, or 0. */
static size_t
joined_end(struct text word)
{
	static const char *const joints[] = {"'", "\u2019", "-"};

	for (size_t k = 0; k < 3; k++) {
		struct text joint = text_of(joints[k]);
		size_t at = text_find(word, 0, joint);
		if (at && at < 4 && at + joint.n < word.n
		    && opens_upper(text_sub(word, at + joint.n, word.n)))
			return at + joint.n;
	}
	return 0;
}

/* The particle at the start of a family name: words in small letters, and the
 * small beginning of the word behind them.  All in small letters is a name. */
static size_t
leading_end(struct text family)
{
	size_t i = 0;

	while (i < family.n) {
		struct text rest = text_sub(family, i, family.n);
		size_t blank = text_findc(rest, 0, ' ');
		if (!opens_lower(rest))
			return i;
		size_t joined = joined_end(text_sub(rest, 0, blank));
		if (joined)
			return i + joined;
		if (blank == rest.n)
			return 0;
		i += blank + 1;
	}
	return 0;
}

/* Where the words in small letters at the end of a given name begin. */
static size_t
trailing_start(struct text given)
{
	size_t start = given.n;

	for (size_t i = given.n; i-- > 1;) {
		if (given.s[i - 1] != ' ')
			continue;
		if (!opens_lower(text_sub(given, i, given.n)))
			break;
		start = i;
	}
	return start;
}

static bool
quoted(struct text *t)
{
	if (t->n < 3 || t->s[0] != '"' || t->s[t->n - 1] != '"')
		return false;
	*t = text_sub(*t, 1, t->n - 1);
	return true;
}

static bool
known_suffix(struct text t)
{
	static const char *const words[] = {"Jr.", "Jr", "Sr.", "Sr", "II",
	    "III", "IV", "V"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_is(t, words[i]))
			return true;
	return false;
}

/* Behind a comma: a suffix, or a particle in small letters. */
static void
split_given(struct name *n)
{
	size_t comma = text_findc(n->given, 0, ',');
	bool strong = comma + 1 < n->given.n && n->given.s[comma + 1] == '!';
	struct text tail =
	    text_trim(text_sub(n->given, comma + 1 + strong, n->given.n));

	if (comma == n->given.n || !tail.n)
		return;
	if (opens_lower(tail) && !n->dropping.n) {
		n->dropping = tail;
		comma++; /* "Fran\u00e7ois H\u00e9delin, abb\u00e9 d'" */
	} else if (!n->suffix.n) {
		n->suffix = tail;
		n->comma_suffix |= strong;
	} else {
		return;
	}
	n->given = text_sub(n->given, 0, comma);
}

static void
split_family(struct name *n)
{
	size_t comma = text_findc(n->family, 0, ',');
	struct text tail = comma < n->family.n
	    ? text_trim(text_sub(n->family, comma + 1, n->family.n))
	    : TEXT("");

	if (n->suffix.n || !known_suffix(tail))
		return;
	n->suffix = tail;
	n->family = text_sub(n->family, 0, comma);
}

/* "de' Medici" keeps the blank that "d'Este" has not. */
static struct text
particle_of(struct text t)
{
	struct text bare = text_trim(t);

	return text_ends(bare, TEXT("'")) || text_ends(bare, TEXT("\u2019"))
	    ? t
	    : bare;
}

struct name
particle_split(const struct name *from)
{
	struct name n = *from;

	if (n.literal.n || !n.family.n)
		return n;
	bool unit = quoted(&n.family);
	if (!unit)
		split_family(&n);
	if (!unit && !n.nondropping.n) {
		size_t end = leading_end(n.family);
		n.nondropping = particle_of(text_sub(n.family, 0, end));
		n.family = text_sub(n.family, end, n.family.n);
	}
	if (quoted(&n.given))
		return n;
	split_given(&n);
	if (!n.dropping.n) {
		size_t start = trailing_start(n.given);
		n.dropping = text_sub(n.given, start, n.given.n);
		n.given = text_trim(text_sub(n.given, 0, start));
	}
	return n;
}

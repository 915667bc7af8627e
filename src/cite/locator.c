#include "cite/locator.h"

#include "base/uni.h"

struct reader {
	struct arena *a;
	const struct labels *l;
	struct text s;
};

static uint32_t
char_at(struct text s, size_t i)
{
	return i < s.n ? text_next(s, &i) : 0;
}

static bool
digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* The word at s[i], and that it is no part of a longer one. */
static bool
word_is(struct text s, size_t i, const char *word)
{
	struct text want = text_of(word);

	return text_starts(text_sub(s, i, s.n), want)
	    && !uni_is_word(char_at(s, i + want.n));
}

/* How many of a numeral's signs stand at t[*i], `most` at a time. */
static size_t
signs(struct text t, size_t *i, char sign, size_t most)
{
	size_t n = 0;

	while (n < most && *i < t.n && (t.s[*i] | 32) == sign) {
		(*i)++;
		n++;
	}
	return n;
}

/* "xlii" or "XLII": the numerals that one would write, not "civil". */
static bool
roman(struct text t)
{
	static const char tens[][3] = {{'c', 'd', 'm'}, {'x', 'l', 'c'},
	    {'i', 'v', 'x'}};
	size_t i = 0;

	for (size_t k = 1; k < t.n; k++)
		if ((t.s[k] & 32) != (t.s[0] & 32))
			return false;
	signs(t, &i, 'm', 4);
	for (size_t k = 0; k < 3; k++) {
		size_t five = signs(t, &i, tens[k][1], 1);
		size_t ones = signs(t, &i, tens[k][0], 3);
		if (ones == 1 && !five && !signs(t, &i, tens[k][2], 1))
			signs(t, &i, tens[k][1], 1);
	}
	return t.n > 0 && i == t.n;
}

/* "(a)(ii)": short things in round brackets, and nothing else. */
static bool
bracketed(struct text t)
{
	return t.n >= 3 && t.n <= 24 && t.s[0] == '(' && t.s[t.n - 1] == ')';
}

/* The characters that one number is made of, up to a blank or a mark outside
 * of its brackets; a bracket that never closes is not of it. */
static size_t
token_end(struct text s, size_t i)
{
	size_t k = i, end = i;
	int depth = 0;

	while (k < s.n) {
		uint32_t cp = text_next(s, &k);
		bool open = cp == '(' || cp == '[';
		bool close = cp == ')' || cp == ']';
		bool mark = cp == '.' || cp == ':' || cp == '/';
		depth += open;
		depth -= close;
		if (depth < 0 || (!open && !close && !mark && !uni_is_word(cp)))
			break;
		if (depth == 0 && !mark)
			end = k;
	}
	return end;
}

/* How much a reader knows of the number to come. */
enum hint {
	BARE,    /* nothing stands before it: digits first */
	LABELLED /* letters count too */
};

static size_t
number_end(struct text s, size_t i, enum hint hint)
{
	size_t end = token_end(s, i);
	struct text word = text_sub(s, i, end);
	bool digits = false;

	for (size_t k = 0; k < word.n; k++)
		digits |= digit((unsigned char)word.s[k]);
	if (hint == BARE)
		return digits && (digit(char_at(word, 0)) || word.s[0] == '[')
		    ? end
		    : i;
	bool letter = word.n == 1 && word.s[0] >= 'A' && word.s[0] <= 'Z';
	return digits || letter || roman(word) || bracketed(word) ? end : i;
}

/* "ff", "et seq." and the like behind a number. */
static size_t
tail_end(struct text s, size_t end)
{
	static const char *const tails[] = {"ff", "f", "et seq", "et sqq",
	    "passim"};
	size_t i = uni_blanks(s, end);

	for (size_t k = 0; k < sizeof(tails) / sizeof(*tails); k++)
		if (word_is(s, i, tails[k])) {
			end = i + text_of(tails[k]).n;
			return char_at(s, end) == '.' ? end + 1 : end;
		}
	return end;
}

/* A dash at s[i], and whether it may have blanks around it. */
static size_t
dash_end(struct text s, size_t i, bool *tight)
{
	size_t end = i;
	uint32_t cp = end < s.n ? text_next(s, &end) : 0;

	*tight = cp == 0x2014 || cp == 0x2015;
	return cp == '-' || cp == 0x2212 || (cp >= 0x2010 && cp <= 0x2015) ? end
									   : i;
}

/* What joins two numbers or pinpoints at s[i]: its end, and in *joint how it
 * is printed, "" if there is nothing at all. */
static size_t
joint_end(struct text s, size_t i, struct text *joint)
{
	static const char *const words[] = {"and", "&", "or", "to"};
	static const char *const shown[] = {", and ", ", & ", ", or ", ", to "};
	size_t k = uni_blanks(s, i), at;
	bool comma = char_at(s, k) == ',', tight;

	if ((at = dash_end(s, k, &tight)) > k
	    && (!tight || (k == i && uni_blanks(s, at) == at))) {
		*joint = TEXT("-");
		return uni_blanks(s, at);
	}
	*joint = comma ? TEXT(", ") : k > i ? TEXT(" ") : TEXT("");
	if (comma)
		k = uni_blanks(s, k + 1);
	for (size_t w = 0; w < 4; w++)
		if (word_is(s, k, words[w])) {
			*joint = text_of(shown[w] + !comma);
			return uni_blanks(s, k + text_of(words[w]).n);
		}
	return k;
}

static bool
is_dash(struct text joint)
{
	return text_is(joint, "-");
}

/* "3, 5 witnesses": a number that counts the word behind it is of no list. */
static bool
counts_a_word(const struct reader *r, size_t end)
{
	struct text s = r->s, joint;
	size_t i = uni_blanks(s, end), ignored;

	return i > end && uni_class(char_at(s, i)) == UNI_LETTER
	    && tail_end(s, end) == end && !label_at(r->l, s, i, &ignored)
	    && joint_end(s, end, &joint) == i;
}

static void
add_number(struct buf *b, struct text number, bool paragraph)
{
	for (size_t i = 0; i < number.n; i++)
		if (!paragraph || (number.s[i] != '[' && number.s[i] != ']'))
			buf_addc(b, number.s[i]);
}

/* Numbers of one label, from s[i] on; `paragraph`: in or without square
 * brackets, which are left out.  Returns their end, or i. */
static size_t
value_end(const struct reader *r, size_t i, enum hint hint, bool paragraph,
    struct buf *b)
{
	struct text s = r->s, joint;
	size_t end = number_end(s, i, hint);
	bool square = char_at(s, i) == '[';

	if (end == i)
		return i;
	add_number(b, text_sub(s, i, end), paragraph);
	for (;;) {
		size_t tail = tail_end(s, end);
		buf_add(b, text_sub(s, end, tail));
		end = tail;
		size_t next = joint_end(s, end, &joint);
		bool other = (char_at(s, next) == '[') != square;
		enum hint h =
		    is_dash(joint) || char_at(s, next) == '(' ? LABELLED : BARE;
		size_t more = number_end(s, next, h);
		if (more == next || !joint.n || text_is(joint, " ")
		    || (other && (hint == BARE || !paragraph))
		    || (!is_dash(joint) && counts_a_word(r, more)))
			return end;
		buf_add(b, joint);
		add_number(b, text_sub(s, next, more), paragraph);
		end = more;
	}
}

/* "[2015] UKSC 11" behind a key is a citation, no paragraph. */
static bool
year_of_report(struct text s, size_t i, size_t end)
{
	int year;
	size_t next = uni_blanks(s, end);

	return end - i == 6 && text_int(text_sub(s, i + 1, end - 1), &year)
	    && year >= 1800 && next > end && uni_is_upper(char_at(s, next));
}

/* A roman numeral that stands alone, or begins a range or a list. */
static size_t
lone_roman_end(const struct reader *r, size_t i, struct buf *b)
{
	size_t end = token_end(r->s, i), next = uni_blanks(r->s, end);
	uint32_t cp = char_at(r->s, next);
	bool tight;

	if (!roman(text_sub(r->s, i, end))
	    || (cp && cp != ',' && dash_end(r->s, next, &tight) == next))
		return i;
	return value_end(r, i, LABELLED, false, b);
}

/* What an entry of a dictionary is called: up to a comma. */
static size_t
words_end(struct text s, size_t i, struct buf *b)
{
	struct text words = text_trim(text_sub(s, i, text_findc(s, i, ',')));

	buf_add(b, words);
	return i + words.n;
}

/* One pinpoint at s[i], its joint aside; returns its end, or i.  Without a
 * label, a number that is not in square brackets must be the first. */
static size_t
pinpoint_end(const struct reader *r, size_t i, bool first, struct pinpoint *p)
{
	struct buf b = {.a = r->a};
	size_t from = i, end;
	const char *label = label_at(r->l, r->s, i, &from);

	if (label) {
		bool paragraph = text_is(text_of(label), "paragraph");
		from = uni_blanks(r->s, from);
		end = value_end(r, from, LABELLED, paragraph, &b);
		if (end == from && text_is(text_of(label), "sub-verbo"))
			end = words_end(r->s, from, &b);
		p->label = text_of(label);
		p->value = buf_text(&b);
		if (end > from)
			return end;
	}
	if (char_at(r->s, i) == '[') {
		p->label = TEXT("paragraph");
		end = value_end(r, i, BARE, true, &b);
		end = year_of_report(r->s, i, end) ? i : end;
	} else {
		p->label = TEXT("page");
		end = first ? value_end(r, i, BARE, false, &b) : i;
		end = end == i && first ? lone_roman_end(r, i, &b) : end;
	}
	p->value = buf_text(&b);
	return end;
}

/* A list of pinpoints from s[i] on; its end is put into `l`. */
static void
read_all(const struct reader *r, size_t i, struct locator *l)
{
	struct pinpoint p = {0}, *last;
	struct text joint = TEXT("");

	for (size_t end; (end = pinpoint_end(r, i, !l->at.n, &p)) > i;) {
		last = l->at.n ? &l->at.at[l->at.n - 1] : NULL;
		if (last && is_dash(joint) && text_eq(last->label, p.label)) {
			last->value = text_fmt(r->a, "%.*s-%.*s",
			    TEXT_ARG(last->value), TEXT_ARG(p.value));
		} else {
			p.joint = joint;
			array_push(r->a, &l->at, p);
		}
		l->end = end;
		i = joint_end(r->s, end, &joint);
		if (!joint.n)
			return;
	}
}

/* Words before a number that nobody takes for a misspelt label. */
static bool
innocent(struct text word)
{
	static const char *const words[] = {"a", "about", "after", "and",
	    "around", "as", "at", "before", "between", "by", "c", "ca", "circa",
	    "dated", "during", "for", "from", "in", "nearly", "of", "on",
	    "only", "or", "over", "per", "since", "some", "than", "till", "to",
	    "under", "until", "with", "within", "january", "february", "march",
	    "april", "may", "june", "july", "august", "september", "october",
	    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul",
	    "aug", "sept", "sep", "oct", "nov", "dec"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_is(word, words[i]))
			return true;
	return false;
}

/* The word at s[i] if a number follows it. */
static struct text
unknown_at(const struct reader *r, size_t i)
{
	size_t k = i, end = i;

	while (k < r->s.n) {
		uint32_t cp = text_next(r->s, &k);
		if (uni_class(cp) != UNI_LETTER && uni_class(cp) != UNI_MARK)
			break;
		end = k;
	}
	struct text word = text_sub(r->s, i, end);
	end += char_at(r->s, end) == '.';
	size_t next = uni_blanks(r->s, end);
	bool number = next > end && digit(char_at(r->s, next));
	return number && word.n && !innocent(uni_lower(r->a, word)) ? word
								    : TEXT("");
}

/* "{" ... "}" at s[i]: all of it, whatever it holds. */
static bool
braced(const struct reader *r, size_t i, struct locator *l)
{
	struct text s = r->s;
	size_t end = i, from = 0;
	int depth = 0;

	for (; end < s.n; end++) {
		depth += (s.s[end] == '{') - (s.s[end] == '}');
		if (depth == 0)
			break;
	}
	if (char_at(s, i) != '{' || end == s.n)
		return false;
	struct text inside = text_trim(text_sub(s, i + 1, end));
	l->end = end + 1;
	if (!inside.n)
		return true;
	const char *label = label_at(r->l, inside, 0, &from);
	struct text value = text_trim(text_sub(inside, from, inside.n));
	struct pinpoint p = {.label = TEXT("page"), .value = inside};
	struct reader within = {r->a, r->l, inside};
	if (label && value.n) {
		p.label = text_of(label);
		p.value = value;
	} else if (inside.s[0] == '['
	    && pinpoint_end(&within, 0, true, &p) != inside.n) {
		p = (struct pinpoint){.label = TEXT("page"), .value = inside};
	}
	array_push(r->a, &l->at, p);
	return true;
}

struct locator
locator_of(struct arena *a, const struct labels *labels, struct text s)
{
	struct locator l = {0};
	const struct reader r = {a, labels, s};
	struct text joint;
	size_t i = uni_blanks(s, 0);

	if (char_at(s, i) == ',')
		i = uni_blanks(s, i + 1);
	l.from = i;
	if (braced(&r, i, &l))
		return l;
	read_all(&r, i, &l);
	if (!l.at.n && word_is(s, i, "at")) {
		l.from = uni_blanks(s, i + 2);
		read_all(&r, l.from, &l);
	}
	i = l.at.n ? joint_end(s, l.end, &joint) : i;
	l.unknown = unknown_at(&r, i);
	if (l.at.n && (l.unknown.n < 4 || !label_near(labels, l.unknown).n))
		l.unknown = TEXT("");
	return l;
}

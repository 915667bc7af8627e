/*
 * "see n @fn-visit" is "see n 12", not "see n n 12": where the word for the
 * thing stands before a reference already, the number is enough; and so it is
 * for the others of a list ("notes @fn-a, @fn-b and @fn-c").
 */
#include "base/uni.h"
#include "number/count.h"

static bool
names_it(struct text kind, struct text word)
{
	static const char *const words[][9] = {{"fn", "n", "nn", "fn", "note",
						   "notes", "footnote",
						   "footnotes"},
	    {"par", "para", "paras", "paragraph", "paragraphs", "\u00b6",
		"\u00b6\u00b6", "\u00a7"},
	    {"sec", "section", "sections"}, {"tbl", "table", "tables"},
	    {"fig", "fig", "figs", "figure", "figures"},
	    {"app", "appendix", "appendices"}};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		for (size_t k = 1; text_is(kind, words[i][0]) && k < 9; k++)
			if (words[i][k] && text_is(word, words[i][k]))
				return true;
	return false;
}

static struct text
no_blanks(struct text t)
{
	for (;;) {
		struct text less = text_trim(t);
		if (text_ends(less, TEXT("\u00a0")))
			less.n -= 2;
		if (less.n == t.n)
			return t;
		t = less;
	}
}

/* The word at the end of a text, in small letters, its dot left out. */
static struct text
last_word(struct arena *a, struct text t)
{
	t = no_blanks(t);
	if (text_ends(t, TEXT(".")))
		t.n--;
	size_t i = t.n;
	while (i && t.s[i - 1] != ' ' && t.s[i - 1] != '('
	    && (unsigned char)t.s[i - 1] != 0xa0)
		i--;
	return uni_lower(a, text_sub(t, i, t.n));
}

static struct text
kind_of(const struct node *x)
{
	return text_sub(x->text, 0, text_findc(x->text, 0, '-'));
}

static bool
joins(struct text t)
{
	static const char *const words[] = {"and", ",", "&", "to", "or", "-",
	    "\u2013", ", and"};

	t = no_blanks(t);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_is(t, words[i]))
			return true;
	return false;
}

bool
said_before(struct arena *a, const struct node *parent, const struct node *x)
{
	const struct node *last = NULL, *before = NULL;

	for (const struct node *n = parent->child; n; n = n->next)
		if (n->kind != NODE_SPACE) {
			before = last;
			last = n;
		}
	if (!last || last->kind != NODE_TEXT || last->fact.src)
		return false;
	bool blank = parent->last->kind == NODE_SPACE
	    || no_blanks(last->text).n < last->text.n;
	if (before && before->kind == NODE_XREF && joins(last->text))
		return (before->flags & NODE_BARE)
		    && text_eq(kind_of(before), kind_of(x));
	return blank && names_it(kind_of(x), last_word(a, last->text));
}

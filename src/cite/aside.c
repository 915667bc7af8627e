#include "cite/aside.h"

#include "base/uni.h"

enum { ASIDE_DEPTH = 400 };

static bool
among(struct text word, const char *const *words)
{
	for (; *words; words++) {
		size_t i = 0;
		while (i < word.n && (*words)[i]
		    && (word.s[i] | 32) == (*words)[i])
			i++;
		if (i == word.n && !(*words)[i])
			return true;
	}
	return false;
}

/* The next run of letters and digits of *rest; false: there is none left. */
static bool
next_word(struct text *rest, struct text *word)
{
	size_t i = 0, from, end;

	do {
		from = i;
		if (i == rest->n)
			return false;
	} while (!uni_is_word(text_next(*rest, &i)));
	for (end = i; i < rest->n; end = i)
		if (!uni_is_word(text_next(*rest, &i)))
			break;
	*word = text_sub(*rest, from, end);
	*rest = text_sub(*rest, end, rest->n);
	return true;
}

static bool
only_signals(struct text t)
{
	static const char *const signals[] = {"see", "also", "cf", "e", "g",
	    "eg", "but", "and", "again", "compare", "contra", "accord",
	    "generally", "further", "cited", "in", "at", "above", "per", NULL};
	struct text word;

	while (next_word(&t, &word))
		if (!among(word, signals))
			return false;
	return true;
}

static bool
quotes(struct text t)
{
	static const char *const verbs[] = {"citing", "cited", "quoting",
	    "quoted", "see", "cf", "compare", "following", "applying",
	    "approving", "discussing", "reprinted", "referring", NULL};
	struct text word;

	while (next_word(&t, &word))
		if (among(word, verbs))
			return true;
	return false;
}

static bool
says_more(const struct node *n, unsigned depth)
{
	if (n->kind == NODE_CITE)
		return false;
	if (n->kind == NODE_TEXT || n->kind == NODE_CODE_SPAN
	    || n->kind == NODE_CODE)
		return !only_signals(n->text);
	if (n->kind == NODE_XREF || n->kind == NODE_LINK
	    || n->kind == NODE_MISSING || depth > ASIDE_DEPTH)
		return true;
	for (const struct node *c = n->child; c; c = c->next)
		if (says_more(c, depth + 1))
			return true;
	return false;
}

bool
aside_in_note(const struct node *note)
{
	return says_more(note, 0);
}

bool
aside_in_spans(const struct node *spans)
{
	for (; spans; spans = spans->next)
		if (spans->kind == NODE_TEXT
			? quotes(spans->text)
			: spans->kind != NODE_SPACE && says_more(spans, 0))
			return true;
	return false;
}

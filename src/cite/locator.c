#include "cite/locator.h"

#include "base/uni.h"

/* English words for every locator, whatever the style's language, and what
 * law reports and statutes write.  No CSL term: the word is printed as it
 * stands, which labels of page do. */
static const struct {
	const char *word, *label;
} words[] = {{"p", "page"}, {"pp", "page"}, {"page", "page"}, {"pages", "page"},
    {"para", "paragraph"}, {"paras", "paragraph"}, {"par", "paragraph"},
    {"paragraph", "paragraph"}, {"paragraphs", "paragraph"},
    {"\u00b6", "paragraph"}, {"\u00b6\u00b6", "paragraph"}, {"s", "section"},
    {"ss", "section"}, {"sec", "section"}, {"secs", "section"},
    {"section", "section"}, {"sections", "section"}, {"\u00a7", "section"},
    {"\u00a7\u00a7", "section"}, {"art", "article-locator"},
    {"arts", "article-locator"}, {"article", "article-locator"},
    {"articles", "article-locator"}, {"r", "rule"}, {"rr", "rule"},
    {"rule", "rule"}, {"rules", "rule"}, {"ch", "chapter"}, {"chs", "chapter"},
    {"chap", "chapter"}, {"chapter", "chapter"}, {"pt", "part"},
    {"part", "part"}, {"parts", "part"}, {"vol", "volume"}, {"vols", "volume"},
    {"volume", "volume"}, {"n", "note"}, {"nn", "note"}, {"note", "note"},
    {"notes", "note"}, {"fig", "figure"}, {"figure", "figure"},
    {"tbl", "table"}, {"table", "table"}, {"app", "appendix"},
    {"appendix", "appendix"}, {"line", "line"}, {"lines", "line"},
    {"col", "column"}, {"cols", "column"}, {"column", "column"}, {"bk", "book"},
    {"book", "book"}, {"v", "verse"}, {"verse", "verse"}, {"fol", "folio"},
    {"no", "issue"}, {"sv", "sub-verbo"}, {"reg", ""}, {"regs", ""},
    {"sch", ""}, {"schs", ""}, {"schedule", ""}, {"cl", ""}, {"cls", ""},
    {"clause", ""}, {"annex", ""}, {"ann", ""}};

static const char *const labels[] = {"page", "paragraph", "section",
    "article-locator", "chapter", "part", "volume", "note", "figure", "table",
    "appendix", "line", "column", "book", "verse", "folio", "issue", "rule",
    "opus", "sub-verbo", "supplement", "canon", "act", "scene", "equation",
    "elocation", "timestamp", "title-locator", "version"};

static struct text
undotted(struct text t)
{
	return t.n && t.s[t.n - 1] == '.' ? text_sub(t, 0, t.n - 1) : t;
}

static bool
is_term(const struct terms *t, struct text word, const char *label)
{
	for (unsigned k = 0; k < 6; k++) {
		enum term_form form = k / 2 == 0 ? FORM_LONG
		    : k / 2 == 1                 ? FORM_SHORT
						 : FORM_SYMBOL;
		struct text own;
		if (term_find(t, text_of(label), form, k & 1, &own)
		    && text_eq(undotted(own), word))
			return true;
	}
	return false;
}

static const char *
label_of(const struct terms *t, struct text word)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_is(word, words[i].word))
			return words[i].label;
	for (size_t i = 0; word.n && i < sizeof(labels) / sizeof(*labels); i++)
		if (is_term(t, word, labels[i]))
			return labels[i];
	return NULL;
}

static size_t
blanks(struct text s, size_t i)
{
	for (;;) {
		if (i < s.n && s.s[i] == ' ')
			i++;
		else if (text_starts(text_sub(s, i, s.n), TEXT("\u00a0")))
			i += 2;
		else
			return i;
	}
}

static bool
roman(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (text_findc(TEXT("ivxlcdmIVXLCDM"), 0, t.s[i]) == 14)
			return false;
	return t.n > 0;
}

/* "6(1)(a)", "[12]", "A1", "xii": something that counts, up to a blank or a
 * mark outside of brackets.  Its end, or i. */
static size_t
number_end(struct text s, size_t i, bool labelled)
{
	size_t k = i;
	int depth = 0;
	bool digit = false;

	for (; k < s.n; k++) {
		char c = s.s[k];
		depth += c == '(' || c == '[';
		depth -= c == ')' || c == ']';
		digit |= c >= '0' && c <= '9';
		if (depth < 0 || c == ' ' || c == ',' || c == ';' || c == '&'
		    || (c == '-' && depth <= 0)
		    || text_starts(text_sub(s, k, s.n), TEXT("\u2013"))
		    || text_starts(text_sub(s, k, s.n), TEXT("\u00a0")))
			break;
	}
	while (k > i && (s.s[k - 1] == '.' || s.s[k - 1] == ':'))
		k--;
	if (depth > 0)
		return i;
	struct text word = text_sub(s, i, k);
	bool letter = word.n == 1 && word.s[0] >= 'A' && word.s[0] <= 'Z';
	return digit || (labelled && (letter || roman(word))) ? k : i;
}

/* What joins two numbers of one locator, with the blanks around it. */
static size_t
joint_end(struct text s, size_t i)
{
	static const char *const joints[] = {"and ", "&", ",", "-", "\u2013"};
	size_t k = blanks(s, i);

	for (size_t j = 0; j < 5; j++)
		if (text_starts(text_sub(s, k, s.n), text_of(joints[j])))
			return blanks(s, k + text_of(joints[j]).n);
	return i;
}

static struct text
without_brackets(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] != '[' && t.s[i] != ']')
			buf_addc(&b, t.s[i]);
	return buf_text(&b);
}

/* The word at i, its dot left out; its end in *end. */
static struct text
label_word(struct text s, size_t i, size_t *end)
{
	size_t k = i, at;

	while (k < s.n) {
		at = k;
		uint32_t cp = text_next(s, &k);
		if (uni_class(cp) != UNI_LETTER && cp != 0xa7 && cp != 0xb6) {
			k = at;
			break;
		}
	}
	struct text word = text_sub(s, i, k);
	if (k < s.n && s.s[k] == '.')
		k++;
	*end = k;
	return word;
}

struct locator
locator_of(struct arena *a, const struct terms *t, struct text s)
{
	struct locator l = {0};
	size_t i = blanks(s, 0), word_end;

	if (i < s.n && s.s[i] == ',')
		i = blanks(s, i + 1);
	size_t start = i;
	struct text word = label_word(s, i, &word_end);
	const char *label = label_of(t, word);
	if (word.n && (label || word_end < s.n))
		i = label ? blanks(s, word_end) : i;
	size_t from = i, end = number_end(s, i, label != NULL);
	if (end == i) {
		size_t after = blanks(s, word_end);
		if (word.n && !label && after > word_end && after < s.n
		    && s.s[after] >= '0' && s.s[after] <= '9')
			l.unknown = word;
		return l;
	}
	for (size_t next = joint_end(s, end); next > end;) {
		size_t more = number_end(s, next, false);
		if (more == next)
			break;
		end = more;
		next = joint_end(s, end);
	}
	bool bracket = s.s[from] == '[';
	bool own_word = label && !*label;
	l.value = bracket ? without_brackets(a, text_sub(s, from, end))
			  : text_sub(s, own_word ? start : from, end);
	l.label = bracket && !label ? TEXT("paragraph")
	    : label && *label       ? text_of(label)
				    : TEXT("page");
	l.end = end;
	return l;
}

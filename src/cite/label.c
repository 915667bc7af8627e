#include "cite/label.h"

#include "base/near.h"
#include "base/uni.h"

enum {
	LABEL_WORDS = 3, /* at most in one label: "s. v." has two */
	LABEL_BYTES = 64
};

struct known {
	const char *label;
};

struct labels {
	struct arena *a;
	struct map words;         /* "paras" -> struct known */
	ARRAY(struct text) shown; /* the words, as they may be suggested */
};

/* All labels of CSL 1.0.2; where a language has one word for two of them
 * ("S." is both page and section to Germans), the first one has it. */
static const char *const labels[] = {"page", "paragraph", "section",
    "article-locator", "rule", "chapter", "part", "note", "volume", "issue",
    "line", "column", "figure", "table", "appendix", "book", "folio", "verse",
    "sub-verbo", "supplement", "opus", "canon", "act", "scene", "equation",
    "elocation", "timestamp", "title-locator", "version"};

static const char *const ours[] = {"annex", "clause", "exhibit", "recital",
    "regulation", "schedule", "subparagraph", "subsection"};

/* English words for them, whatever the style's language. */
static const struct {
	const char *word, *label;
} english[] = {{"p", "page"}, {"pp", "page"}, {"pg", "page"}, {"page", "page"},
    {"pages", "page"}, {"para", "paragraph"}, {"paras", "paragraph"},
    {"par", "paragraph"}, {"pars", "paragraph"}, {"paragraph", "paragraph"},
    {"paragraphs", "paragraph"}, {"\u00b6", "paragraph"},
    {"\u00b6\u00b6", "paragraph"}, {"s", "section"}, {"ss", "section"},
    {"sec", "section"}, {"secs", "section"}, {"sect", "section"},
    {"section", "section"}, {"sections", "section"}, {"\u00a7", "section"},
    {"\u00a7\u00a7", "section"}, {"art", "article-locator"},
    {"arts", "article-locator"}, {"article", "article-locator"},
    {"articles", "article-locator"}, {"r", "rule"}, {"rr", "rule"},
    {"rule", "rule"}, {"rules", "rule"}, {"ch", "chapter"}, {"chs", "chapter"},
    {"chap", "chapter"}, {"chaps", "chapter"}, {"chapter", "chapter"},
    {"chapters", "chapter"}, {"pt", "part"}, {"pts", "part"}, {"part", "part"},
    {"parts", "part"}, {"vol", "volume"}, {"vols", "volume"},
    {"volume", "volume"}, {"volumes", "volume"}, {"n", "note"}, {"nn", "note"},
    {"fn", "note"}, {"fns", "note"}, {"note", "note"}, {"notes", "note"},
    {"footnote", "note"}, {"footnotes", "note"}, {"fig", "figure"},
    {"figs", "figure"}, {"figure", "figure"}, {"figures", "figure"},
    {"tbl", "table"}, {"tbls", "table"}, {"table", "table"},
    {"tables", "table"}, {"app", "appendix"}, {"apps", "appendix"},
    {"appendix", "appendix"}, {"appendices", "appendix"}, {"line", "line"},
    {"lines", "line"}, {"l", "line"}, {"ll", "line"}, {"col", "column"},
    {"cols", "column"}, {"column", "column"}, {"columns", "column"},
    {"bk", "book"}, {"bks", "book"}, {"book", "book"}, {"books", "book"},
    {"v", "verse"}, {"vv", "verse"}, {"verse", "verse"}, {"verses", "verse"},
    {"fol", "folio"}, {"fols", "folio"}, {"folio", "folio"},
    {"folios", "folio"}, {"no", "issue"}, {"nos", "issue"}, {"issue", "issue"},
    {"issues", "issue"}, {"op", "opus"}, {"opus", "opus"}, {"act", "act"},
    {"acts", "act"}, {"sc", "scene"}, {"scene", "scene"}, {"scenes", "scene"},
    {"eq", "equation"}, {"eqs", "equation"}, {"equation", "equation"},
    {"equations", "equation"}, {"canon", "canon"}, {"canons", "canon"},
    {"loc", "elocation"}, {"locs", "elocation"}, {"location", "elocation"},
    {"locations", "elocation"}, {"supp", "supplement"}, {"supps", "supplement"},
    {"supplement", "supplement"}, {"supplements", "supplement"},
    {"sv", "sub-verbo"}, {"svv", "sub-verbo"}, {"subverbo", "sub-verbo"},
    {"subverbis", "sub-verbo"}, {"tit", "title-locator"},
    {"title", "title-locator"}, {"titles", "title-locator"},
    {"time", "timestamp"}, {"timestamp", "timestamp"}, {"version", "version"},
    {"annex", "annex"}, {"annexes", "annex"}, {"annexe", "annex"},
    {"ann", "annex"}, {"cl", "clause"}, {"cls", "clause"}, {"clause", "clause"},
    {"clauses", "clause"}, {"ex", "exhibit"}, {"exs", "exhibit"},
    {"exh", "exhibit"}, {"exhs", "exhibit"}, {"exhibit", "exhibit"},
    {"exhibits", "exhibit"}, {"rec", "recital"}, {"recs", "recital"},
    {"recital", "recital"}, {"recitals", "recital"}, {"reg", "regulation"},
    {"regs", "regulation"}, {"regulation", "regulation"},
    {"regulations", "regulation"}, {"sch", "schedule"}, {"schs", "schedule"},
    {"sched", "schedule"}, {"scheds", "schedule"}, {"schedule", "schedule"},
    {"schedules", "schedule"}, {"subpara", "subparagraph"},
    {"subparas", "subparagraph"}, {"subparagraph", "subparagraph"},
    {"subparagraphs", "subparagraph"}, {"subs", "subsection"},
    {"subss", "subsection"}, {"subsec", "subsection"},
    {"subsecs", "subsection"}, {"subsection", "subsection"},
    {"subsections", "subsection"}};

static bool
symbol(uint32_t cp)
{
	return cp == 0xa7 || cp == 0xb6; /* section, pilcrow */
}

/* What may stand within a label without being of it: dots, hyphens, blanks. */
static bool
filler(uint32_t cp)
{
	return cp == '.' || cp == '-' || cp == 0xad || cp == 0x2010
	    || cp == 0x2011 || cp == 0x202f || uni_class(cp) == UNI_SPACE;
}

/* The letters and symbols of a word, small; "" if it has anything else. */
static struct text
bare(struct text t, char out[LABEL_BYTES])
{
	struct text b = {out, 0};

	for (size_t i = 0; i < t.n && b.n + 4 <= LABEL_BYTES;) {
		uint32_t cp = text_next(t, &i);
		enum uni_class class = uni_class(cp);
		if (class == UNI_LETTER || class == UNI_MARK || symbol(cp))
			b.n += text_encode(uni_to_lower(cp), out + b.n);
		else if (!filler(cp))
			return TEXT("");
		if (i == t.n)
			return b;
	}
	return TEXT(""); /* empty, or too long for a label */
}

static void
add(struct labels *l, struct text shown, const char *label)
{
	char word[LABEL_BYTES];
	struct text known = bare(shown, word);

	if (!known.n || map_at(&l->words, known))
		return;
	struct known *k = arena_make(l->a, struct known);
	k->label = label;
	map_put(l->a, &l->words, text_dup(l->a, known), k);
	array_push(l->a, &l->shown, shown);
}

static void
add_terms(struct labels *l, const struct terms *t, const char *label)
{
	static const enum term_form forms[] = {FORM_LONG, FORM_SHORT,
	    FORM_SYMBOL};
	struct text own;

	for (size_t f = 0; f < sizeof(forms) / sizeof(*forms); f++)
		for (int plural = 0; plural < 2; plural++)
			if (label_term(l->a, t, text_of(label), forms[f],
				plural, &own))
				add(l, own, label);
}

struct labels *
labels_new(struct arena *a, const struct terms *t)
{
	struct labels *l = arena_make(a, struct labels);

	l->a = a;
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		add_terms(l, t, labels[i]);
	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		add_terms(l, t, ours[i]);
	for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
		add(l, text_of(english[i].word), english[i].label);
	return l;
}

static size_t
signs_end(struct text s, size_t i)
{
	size_t end = i;

	while (i < s.n && symbol(text_next(s, &i)))
		end = i;
	return end;
}

/* word <- sign+ / (letter | "." | hyphen)+, without a hyphen at its end */
static size_t
word_end(struct text s, size_t i)
{
	size_t end = signs_end(s, i);

	if (end > i)
		return end;
	while (i < s.n) {
		uint32_t cp = text_next(s, &i);
		enum uni_class class = uni_class(cp);
		if (class == UNI_LETTER || class == UNI_MARK || cp == '.')
			end = i;
		else if (class == UNI_SPACE || !filler(cp))
			break;
	}
	return end;
}

const char *
label_at(const struct labels *l, struct text s, size_t i, size_t *end)
{
	const char *found = NULL;
	char word[LABEL_BYTES];
	size_t at = i;

	for (unsigned n = 0; n < LABEL_WORDS; n++) {
		size_t stop = word_end(s, at);
		if (stop == at)
			break;
		const struct known *k =
		    map_at(&l->words, bare(text_sub(s, i, stop), word));
		if (k) {
			found = k->label;
			*end = stop;
		}
		at = uni_blanks(s, stop);
	}
	return found;
}

struct text
label_near(const struct labels *l, struct text word)
{
	struct near near = near_to(word);

	for (size_t i = 0; i < l->shown.n; i++)
		if (l->shown.at[i].n > 1)
			near_offer(&near, l->shown.at[i]);
	return near.best;
}

bool
label_is_ours(struct text label)
{
	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		if (text_is(label, ours[i]))
			return true;
	return false;
}

static struct text
plain(struct text label)
{
	static const struct text end = TEXT_INIT("-locator");

	if (text_is(label, "sub verbo"))
		return TEXT("sub-verbo");
	return text_ends(label, end) ? text_sub(label, 0, label.n - end.n)
				     : label;
}

bool
label_eq(struct text x, struct text y)
{
	return text_eq(plain(x), plain(y));
}

bool
label_term(struct arena *a, const struct terms *t, struct text label,
    enum term_form form, bool plural, struct text *out)
{
	struct text long_name =
	    text_fmt(a, "%.*s-locator", TEXT_ARG(plain(label)));

	return term_find(t, long_name, form, plural, out)
	    || term_find(t, label, form, plural, out)
	    || term_find(t, plain(label), form, plural, out);
}

#include "cli/section_list.h"

#include "base/quote.h"
#include "expand/asks.h"

/* What is shown of one section. */
struct listed {
	const struct template *t;
	size_t paragraphs;
	ARRAY(struct text) facts;
};

static const char *const keys[] = {"title", "code", "country", "kind",
    "reviewed", "cutoff"};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

/* Blocks of words, headings and fences aside: what stands between blank lines
 * and is no tag alone. */
static size_t
paragraphs(const struct template *t)
{
	struct text rest = text_sub(t->src->body, t->body, t->src->body.n);
	struct text line;
	size_t n = 0;
	bool inside = false;

	while (text_split(&rest, '\n', &line)) {
		line = text_trim(line);
		bool tag = text_starts(line, TEXT("{%"))
		    || text_starts(line, TEXT("{#"));
		if (!line.n || tag) {
			inside = false;
			continue;
		}
		bool words = !text_starts(line, TEXT("#"))
		    && !text_starts(line, TEXT(":::"))
		    && !text_starts(line, TEXT("[^"));
		n += words && !inside;
		inside = true;
	}
	return n;
}

/* The facts of the case and the expert; of the section's use its options. */
static bool
is_fact(struct text path)
{
	static const char *const ours[] = {"constants", "peritus", "sections",
	    "loop"};

	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++)
		if (text_is(path, ours[i]) || text_is(path, "sections[].id"))
			return false;
	return true;
}

static void
add_once(struct arena *a, struct listed *row, struct text fact)
{
	for (size_t i = 0; i < row->facts.n; i++)
		if (text_eq(row->facts.at[i], fact))
			return;
	array_push(a, &row->facts, fact);
}

static struct listed
row_of(struct arena *a, const struct trial_shelf *s, const struct template *t)
{
	struct listed row = {.t = t, .paragraphs = paragraphs(t)};
	struct diag unheard = {.a = a};
	const struct asks *r = trial_asks(a, &s->library, t, &unheard);

	for (size_t i = 0; i < r->at.n; i++)
		if (is_fact(r->at.at[i].path))
			add_once(a, &row, r->at.at[i].path);
	return row;
}

/* "belarus, detention; reviewed 2026-11-24, cutoff 2026-06-30": what there is
 * of it. */
static void
print_front(const struct listed *r, FILE *f)
{
	static const struct {
		const char *key, *before;
	} parts[] = {{"country", ""}, {"code", ", "},
	    {"reviewed", "; reviewed "}, {"cutoff", ", cutoff "}};

	fputs("  ", f);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct text t = value_text(r->t->front, parts[i].key);
		if (t.n)
			fprintf(f, "%s%.*s", parts[i].before, TEXT_ARG(t));
	}
	fprintf(f, "; %zu paragraph%s\n", r->paragraphs,
	    r->paragraphs == 1 ? "" : "s");
}

static void
print_row(const struct listed *r, FILE *f)
{
	fprintf(f, "%.*s: %.*s\n", TEXT_ARG(r->t->id),
	    TEXT_ARG(value_text(r->t->front, "title")));
	print_front(r, f);
	fputs("  reads", f);
	for (size_t i = 0; i < r->facts.n; i++)
		fprintf(f, "%s %.*s", i ? "," : "", TEXT_ARG(r->facts.at[i]));
	fputs(r->facts.n ? "\n" : " no facts\n", f);
}

static void
json_row(struct buf *b, const struct listed *r)
{
	buf_add(b, TEXT("{\"id\":"));
	quote_json(b, r->t->id);
	for (size_t i = 0; i < KEYS; i++) {
		buf_fmt(b, ",\"%s\":", keys[i]);
		quote_json(b, value_text(r->t->front, keys[i]));
	}
	buf_fmt(b, ",\"paragraphs\":%zu,\"reads\":[", r->paragraphs);
	for (size_t i = 0; i < r->facts.n; i++) {
		buf_add(b, i ? TEXT(",") : TEXT(""));
		quote_json(b, r->facts.at[i]);
	}
	buf_add(b, TEXT("]}"));
}

void
sections_list(struct arena *a, const struct trial_shelf *s, bool json, FILE *f)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < s->sections.n; i++) {
		struct listed r = row_of(a, s, s->sections.at[i]);
		if (!json) {
			print_row(&r, f);
			continue;
		}
		buf_add(&b, i ? TEXT(",\n") : TEXT("\n"));
		json_row(&b, &r);
	}
	if (json)
		fprintf(f, "{\"schema\":1,\"sections\":[%.*s\n]}\n",
		    TEXT_ARG(buf_text(&b)));
}

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/catalogue.h"
#include "base/near.h"
#include "base/quote.h"
#include "cli/cli.h"
#include "cli/colour.h"
#include "cli/option.h"
#include "cli/usage.h"

enum { FORMAT, COLOR, HELP, OPTIONS };

static const struct option table[OPTIONS] = {
    {"format", 0, OPTION_VALUE, "FORMAT", "human or json"},
    {"color", 0, OPTION_VALUE, "WHEN", "auto always never"},
    {"help", 'h', OPTION_FLAG, NULL, "this text"},
};

static const char *const formats[] = {"human", "json"};
static const char *const whens[] = {"auto", "always", "never"};

/* How the words stand on a terminal. */
struct look {
	int width;
	const char *bold, *end; /* SGR of ECMA-48, or "" */
	bool colour;
};

static int
help(void)
{
	puts(
	    "usage: peritus explain [CODE ...] [OPTIONS]\n\n"
	    "CODE stands in the brackets of a message, FACT-02; or it is the\n"
	    "first word of several, FACT.  Without it all codes are listed.\n");
	options_help(table, OPTIONS);
	return EXIT_DONE;
}

/* --- for people --- */

enum { NARROW = 40, USUAL = 80, WIDE = 100 };

/* Of the lines: the terminal's, within what reads well. */
static int
line_width(void)
{
	struct winsize size;
	int n = 0;
	const char *columns = getenv("COLUMNS");

	if (!columns || !text_int(text_of(columns), &n)) {
		bool terminal = isatty(STDOUT_FILENO)
		    && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
		n = terminal ? size.ws_col : 0;
	}
	if (n == 0)
		return USUAL;
	return n < NARROW ? NARROW : n > WIDE ? WIDE : n;
}

static int
letters(struct text t)
{
	int n = 0;

	for (size_t i = 0; i < t.n; n++)
		text_next(t, &i);
	return n;
}

/* Words in lines of `width` letters, each behind `indent` blanks. */
static void
wrap(struct text words, int indent, int width)
{
	struct text word;
	int col = 0;

	while (text_split(&words, ' ', &word)) {
		int n = letters(word);
		if (col && col + 1 + n > width) {
			putchar('\n');
			col = 0;
		}
		printf("%*s%.*s", col ? 1 : indent, col ? " " : "",
		    TEXT_ARG(word));
		col = col ? col + 1 + n : indent + n;
	}
	putchar('\n');
}

static void
paragraphs(const char *words, int width)
{
	struct text rest = text_of(words), para;

	while (text_split(&rest, '\n', &para))
		wrap(para, 2, width);
}

/* As it is typed: its lines are not broken. */
static void
example(const struct look *look, const char *heading, const char *lines)
{
	struct text rest = text_of(lines), line;

	if (!lines)
		return;
	printf("\n%s%s%s\n", look->bold, heading, look->end);
	while (text_split(&rest, '\n', &line))
		printf("    %.*s\n", TEXT_ARG(line));
}

static void
part(const struct look *look, const char *heading, const char *words)
{
	if (!words)
		return;
	printf("\n%s%s%s\n", look->bold, heading, look->end);
	paragraphs(words, look->width);
}

static void
authority(const struct look *look, const struct explanation *e)
{
	part(look, "Authority", e->authority);
	if (e->authority && !e->verified)
		wrap(TEXT("verified: false - no lawyer has compared this with "
			  "the instrument yet."),
		    2, look->width);
}

static void
explain(const struct look *look, const struct explanation *e)
{
	printf("%s%s[%s]%s%s: %s%s\n", look->colour ? level_tint(e->level) : "",
	    level_name(e->level), e->code, look->end, look->bold, e->title,
	    look->end);
	part(look, "What it means", e->means);
	part(look, "Why it matters", e->why);
	authority(look, e);
	part(look, "What to do", e->fix);
	example(look, "Wrong", e->wrong);
	example(look, "Right", e->right);
}

/* A line a code. */
static void
list(const struct look *look, const struct area *area)
{
	printf("%s%s%s: %s\n", look->bold, area->name, look->end, area->title);
	for (size_t i = 0; i < area->n; i++)
		printf("  %-8s  %-7s  %s\n", area->at[i].code,
		    level_name(area->at[i].level), area->at[i].title);
}

/* --- for tools --- */

static void
json_member(struct buf *b, const char *key, const char *words)
{
	if (!words)
		return;
	buf_fmt(b, ",\n  \"%s\": ", key);
	quote_json(b, text_of(words));
}

static void
json_entry(struct arena *a, const struct explanation *e, bool first)
{
	struct buf b = {.a = a};

	buf_fmt(&b, "%s {\"code\": \"%s\",\n  \"level\": \"%s\"",
	    first ? "" : ",\n", e->code, level_name(e->level));
	json_member(&b, "title", e->title);
	json_member(&b, "means", e->means);
	json_member(&b, "why", e->why);
	json_member(&b, "authority", e->authority);
	if (e->authority)
		buf_fmt(&b, ",\n  \"verified\": %s",
		    e->verified ? "true" : "false");
	json_member(&b, "fix", e->fix);
	json_member(&b, "wrong", e->wrong);
	json_member(&b, "right", e->right);
	printf("%.*s}", TEXT_ARG(buf_text(&b)));
}

/* --- which --- */

/* What one word asked for: an entry, or a whole area. */
struct choice {
	const struct area *area;
	const struct explanation *entry;
};

struct choices {
	struct choice *at;
	size_t n, cap;
};

/* In capitals; of "error[FACT-02]:", as it was copied, what is in brackets. */
static struct text
code_of(struct arena *a, struct text word)
{
	size_t open = text_findc(word, 0, '['),
	       close = text_findc(word, 0, ']');
	struct buf b = {.a = a};

	if (open < close && close < word.n)
		word = text_sub(word, open + 1, close);
	for (size_t i = 0; i < word.n; i++) {
		char c = word.s[i];
		buf_addc(&b, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
	}
	return buf_text(&b);
}

static bool
unknown(const char *word, struct text code)
{
	struct near near = near_to(code);

	near_offer(&near, catalogue_near(code));
	for (size_t i = 0; i < ncatalogue; i++)
		near_offer(&near, text_of(catalogue[i]->name));
	fprintf(stderr, "peritus explain: no such code: %s", word);
	if (near.best.n)
		fprintf(stderr, " (did you mean %.*s?)", TEXT_ARG(near.best));
	fputs("\nperitus explain: without a code, all are listed\n", stderr);
	return false;
}

static bool
choose(const char *word, struct arena *a, struct choice *out)
{
	struct text code = code_of(a, text_of(word));

	*out = (struct choice){.entry = catalogue_at(code)};
	for (size_t i = 0; i < ncatalogue; i++)
		if (text_is(code, catalogue[i]->name))
			out->area = catalogue[i];
	return out->entry || out->area || unknown(word, code);
}

static void
print(const struct choice *c, size_t n, bool colour)
{
	struct look look = {line_width(), colour ? "\x1b[1m" : "",
	    colour ? "\x1b[0m" : "", colour};

	for (size_t i = 0; i < n; i++) {
		if (i)
			putchar('\n');
		if (c[i].entry)
			explain(&look, c[i].entry);
		else
			list(&look, c[i].area);
	}
}

static void
print_json(struct arena *a, const struct choice *c, size_t n)
{
	bool first = true;

	putchar('[');
	for (size_t i = 0; i < n; i++) {
		const struct area *area = c[i].area;
		if (c[i].entry) {
			json_entry(a, c[i].entry, first);
			first = false;
		}
		for (size_t k = 0; area && k < area->n; k++) {
			json_entry(a, &area->at[k], first);
			first = false;
		}
	}
	puts("]");
}

/* Every word of the command line, or everything; false if one is no code. */
static bool
choose_all(struct arena *a, int n, char **words, struct choices *out)
{
	bool fine = true;

	for (int i = 0; i < n; i++) {
		struct choice c;
		if (choose(words[i], a, &c))
			array_push(a, out, c);
		else
			fine = false;
	}
	for (size_t i = 0; n == 0 && i < ncatalogue; i++) {
		struct choice c = {.area = catalogue[i]};
		array_push(a, out, c);
	}
	return fine;
}

int
cli_explain(struct arena *a, int argc, char **argv)
{
	struct given g = {0};
	struct choices chosen = {0};
	int n = options_read(table, OPTIONS, &g, argc, argv);

	if (n < 0)
		return EXIT_USAGE;
	if (g.at[HELP])
		return help();
	int format = option_choice(g.at[FORMAT], formats, 2);
	int when = option_choice(g.at[COLOR], whens, 3);
	if (format < 0)
		return usage_wrong("explain", "no such format", g.at[FORMAT]);
	if (when < 0)
		return usage_wrong("explain", "color is auto, always or never",
		    g.at[COLOR]);
	bool fine = choose_all(a, n, argv, &chosen);
	if (format)
		print_json(a, chosen.at, chosen.n);
	else
		print(chosen.at, chosen.n,
		    colour_wanted((enum colour_when)when, stdout));
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fputs("peritus explain: it could not be printed\n", stderr);
		return EXIT_IO;
	}
	return fine ? EXIT_DONE : EXIT_USAGE;
}

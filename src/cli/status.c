#include "cli/status.h"

#include <unistd.h>

#include "cli/colour.h"
#include "cli/option.h"
#include "cli/usage.h"

/* In the order of enum diag_format. */
static const char *const formats[DIAG_FORMATS] = {"human", "short", "json",
    "jsonl", "sarif", "github"};
static const char *const whens[] = {"auto", "always", "never"};

enum { MOST = 100 }; /* findings that people are shown */

static bool
wrong(const char *command, const char *what, const char *word)
{
	usage_wrong(command, what, word);
	return false;
}

/* People look at the worst; programs are given all. */
static unsigned
most(enum diag_format format)
{
	return format == DIAG_HUMAN || format == DIAG_SHORT ? MOST : 0;
}

static bool
read_most(struct diag_look *look, const char *word)
{
	int n;

	look->most = most(look->format);
	if (!word)
		return true;
	if (!text_int(text_of(word), &n))
		return false;
	look->most = (unsigned)n;
	return true;
}

bool
status_read(struct status *s, const char *command,
    const char *const given[STATUS_OPTIONS])
{
	const char *level = given[STATUS_FAIL_LEVEL];
	int format = option_choice(given[STATUS_FORMAT], formats, DIAG_FORMATS);
	int when = option_choice(given[STATUS_COLOR], whens, 3);

	if (format < 0)
		return wrong(command, "no such format", given[STATUS_FORMAT]);
	if (when < 0)
		return wrong(command, "color is auto, always or never",
		    given[STATUS_COLOR]);
	if (level && !level_of(text_of(level), &s->fail_level))
		return wrong(command, "no such level", level);
	s->fails = level != NULL;
	s->look.format = (enum diag_format)format;
	s->look.colour = colour_wanted((enum colour_when)when, s->out);
	s->look.learn = s->look.colour || isatty(fileno(s->out)) == 1;
	s->look.version = PERITUS_VERSION;
	if (!read_most(&s->look, given[STATUS_MAX_ERRORS]))
		return wrong(command, "not a number of messages",
		    given[STATUS_MAX_ERRORS]);
	return true;
}

/* A file that could not be read or written has a status of its own. */
static bool
io_failed(const struct diag *d)
{
	for (size_t i = 0; i < d->found.n; i++) {
		struct text code = text_of(d->found.at[i]->code);
		if (d->found.at[i]->level >= LEVEL_ERROR
		    && (text_starts(code, TEXT("OUT-"))
			|| text_starts(code, TEXT("FILE-"))))
			return true;
	}
	return false;
}

int
status_of(const struct status *s, const struct diag *d, bool done)
{
	if (io_failed(d))
		return EXIT_IO;
	if (!done || (s->fails && diag_count(d, s->fail_level)))
		return EXIT_FINDINGS;
	return EXIT_DONE;
}

void
status_show(const struct status *s, struct diag *d)
{
	fflush(stdout);
	diag_show(d, s->out, &s->look);
}

int
status_end(const struct status *s, struct diag *d)
{
	status_show(s, d);
	fflush(stdout);
	if (ferror(stdout))
		return EXIT_IO;
	return status_of(s, d, diag_count(d, LEVEL_ERROR) == 0);
}

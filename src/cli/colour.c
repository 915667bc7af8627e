#include "cli/colour.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* no-color.org and bixense.com/clicolors: a variable that is empty counts as
 * one that is not there. */
static bool
set(const char *name)
{
	const char *v = getenv(name);

	return v && *v;
}

static bool
is(const char *name, const char *word)
{
	const char *v = getenv(name);

	return v && strcmp(v, word) == 0;
}

bool
colour_wanted(enum colour_when when, FILE *out)
{
	if (when != COLOUR_AUTO)
		return when == COLOUR_ALWAYS;
	if (set("NO_COLOR"))
		return false;
	if (set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0"))
		return true;
	if (is("CLICOLOR", "0") || !set("TERM") || is("TERM", "dumb"))
		return false;
	return isatty(fileno(out)) == 1;
}

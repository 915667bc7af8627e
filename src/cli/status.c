#include "cli/status.h"

#include "cli/option.h"

const char *const status_formats[STATUS_FORMATS] = {"human", "short", "jsonl"};

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
status_of(const struct diag *d, bool done, const char *fail_level)
{
	enum level level;

	if (io_failed(d))
		return EXIT_IO;
	if (!done)
		return EXIT_FINDINGS;
	if (fail_level && level_of(text_of(fail_level), &level)
	    && diag_count(d, level))
		return EXIT_FINDINGS;
	return EXIT_DONE;
}

int
status_end(struct diag *d, const char *format, const char *fail_level)
{
	fflush(stdout);
	diag_print(d, stderr,
	    (enum diag_format)option_choice(format, status_formats,
		STATUS_FORMATS));
	if (ferror(stdout))
		return EXIT_IO;
	return status_of(d, diag_count(d, LEVEL_ERROR) == 0, fail_level);
}

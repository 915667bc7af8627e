#include "cli/usage.h"

#include <stdio.h>

#include "base/near.h"
#include "cli/cli.h"

int
usage_wrong(const char *command, const char *what, const char *word)
{
	fprintf(stderr, "peritus %s: %s: %s\n", command, what, word);
	return EXIT_USAGE;
}

int
usage_no_verb(const char *command, const char *const *verbs, int n,
    const char *word)
{
	struct near near = near_to(text_of(word));

	for (int i = 0; i < n; i++)
		near_offer(&near, text_of(verbs[i]));
	fprintf(stderr, "peritus %s: no such command: %s", command, word);
	if (near.best.n)
		fprintf(stderr, " (did you mean %.*s?)", TEXT_ARG(near.best));
	fprintf(stderr, "\nperitus %s --help lists them\n", command);
	return EXIT_USAGE;
}

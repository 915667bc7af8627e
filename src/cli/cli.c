#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "base/near.h"

static const struct {
	const char *name;
	int (*run)(struct arena *a, int argc, char **argv);
	const char *help;
} commands[] = {
    {"build", cli_build, "turn a case file into a report"},
    {"check", cli_check, "say what is wrong with cases, without a report"},
    {"cite", cli_cite, "format references and citations by a style"},
    {"explain", cli_explain, "tell what a code of a message means"},
    {"render", cli_render, "print the Markdown that a template becomes"},
    {"schema", cli_schema, "print the JSON Schema of a kind of file"},
    {"sections", cli_sections,
	"list the sections, and try them with other people's facts"},
    {"sources", cli_sources,
	"check and list the sources, and where each is cited"},
    {"why", cli_why, "tell where a paragraph comes from"},
};

enum { COMMANDS = sizeof(commands) / sizeof(commands[0]) };

static const char *
env(const char *name, const char *otherwise)
{
	const char *v = getenv(name);

	return v && *v ? v : otherwise;
}

struct places
places_find(void)
{
	return (struct places){
	    .share = text_of(env("PERITUS_SHARE", PERITUS_SHARE)),
	    .csl = text_of(
		env("PERITUS_CSL", "/usr/share/citation-style-language")),
	    .fonts = text_of(env("PERITUS_FONTS", "")),
	    .version = TEXT(PERITUS_VERSION),
	};
}

static int
help(void)
{
	puts("peritus turns a case file into a court-ready expert report.\n\n"
	     "usage: peritus COMMAND [OPTIONS] ...\n");
	for (int i = 0; i < COMMANDS; i++)
		printf("  %-10s %s\n", commands[i].name, commands[i].help);
	puts("\n  peritus COMMAND --help tells a command's options.\n"
	     "  peritus --version      prints the version.");
	return EXIT_DONE;
}

static int
unknown(const char *word)
{
	struct near near = near_to(text_of(word));

	for (int i = 0; i < COMMANDS; i++)
		near_offer(&near, text_of(commands[i].name));
	fprintf(stderr, "peritus: no such command: %s", word);
	if (near.best.n)
		fprintf(stderr, " (did you mean %.*s?)", TEXT_ARG(near.best));
	fputs("\nperitus: peritus --help lists the commands\n", stderr);
	return EXIT_USAGE;
}

int
cli_main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: peritus COMMAND [OPTIONS] ...\n"
		      "peritus --help lists the commands\n",
		    stderr);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0
	    || strcmp(argv[1], "help") == 0)
		return help();
	if (strcmp(argv[1], "--version") == 0) {
		puts("peritus " PERITUS_VERSION);
		return EXIT_DONE;
	}
	for (int i = 0; i < COMMANDS; i++) {
		if (strcmp(argv[1], commands[i].name) != 0)
			continue;
		struct arena *a = arena_new();
		int status = commands[i].run(a, argc - 2, argv + 2);
		arena_free(a);
		return status;
	}
	return unknown(argv[1]);
}

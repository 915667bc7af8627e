/*
 * cli.h - the command line: the only folder that reads the clock, the
 * environment and the locale
 *
 * Exit status: 0 done; 1 findings that stop the work, or at --fail-level;
 * 2 wrong usage; 3 a file could not be read or written; 4 this is so of some
 * cases, the others were done; 70 a fault of ours; 71 out of memory.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "run.h"

enum {
	EXIT_DONE = 0,
	EXIT_FINDINGS = 1,
	EXIT_USAGE = 2,
	EXIT_IO = 3,
	EXIT_SOME = 4,
	EXIT_OURS = 70
};

int cli_main(int argc, char **argv);

/* One command, its arguments in argv[0..argc), the command's name left out. */
int cli_build(struct arena *a, int argc, char **argv);
int cli_check(struct arena *a, int argc, char **argv);
int cli_cite(struct arena *a, int argc, char **argv);
int cli_explain(struct arena *a, int argc, char **argv);
int cli_render(struct arena *a, int argc, char **argv);
int cli_schema(struct arena *a, int argc, char **argv);
int cli_sections(struct arena *a, int argc, char **argv);
int cli_sources(struct arena *a, int argc, char **argv);
int cli_why(struct arena *a, int argc, char **argv);

/* Where the system keeps what we need: environment first, then the folders
 * that were compiled in. */
struct places places_find(void);

#endif

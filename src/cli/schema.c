#include <string.h>

#include "cli/cli.h"
#include "load/schema.h"

int
cli_schema(struct arena *a, int argc, char **argv)
{
	(void)a;
	if (argc == 1 && strcmp(argv[0], "case") == 0) {
		schema_print(case_fields, ncase_fields, "A case", stdout);
		return EXIT_DONE;
	}
	if (argc == 1 && strcmp(argv[0], "expert") == 0) {
		schema_print(expert_fields, nexpert_fields, "An expert",
		    stdout);
		return EXIT_DONE;
	}
	fputs("usage: peritus schema case|expert\n", stderr);
	return EXIT_USAGE;
}

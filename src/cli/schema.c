#include <string.h>

#include "cli/cli.h"
#include "load/schema.h"

static const struct {
	const char *name;
	const struct schema *schema;
} kinds[] = {
    {"case", &case_schema},
    {"expert", &expert_schema},
    {"profile", &profile_schema},
    {"section", &section_schema},
    {"sheet", &sheet_schema},
    {"sources", &source_schema},
};

int
cli_schema(struct arena *a, int argc, char **argv)
{
	(void)a;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (argc == 1 && strcmp(argv[0], kinds[i].name) == 0) {
			schema_print(kinds[i].schema, stdout);
			return EXIT_DONE;
		}
	fputs("usage: peritus schema "
	      "case|expert|profile|section|sheet|sources\n",
	    stderr);
	return EXIT_USAGE;
}

#include <stdio.h>

#include "cli/cli.h"

int
main(int argc, char **argv)
{
	/* A message is a line to the system, not a letter. */
	setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
	return cli_main(argc, argv);
}

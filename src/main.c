#include "run.h"

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct job job = {.device = "pdf", .out = "report.pdf"};

	if (argc < 2)
		return 2;
	job.kase = text_of(argv[argc - 1]);
	struct outcome out = run(&job, stdout, &d);
	diag_print(&d, stderr, DIAG_HUMAN);
	arena_free(a);
	return out.written ? 0 : 1;
}

#include "model/library.h"

void
library_close(const struct library *lib)
{
	if (!lib)
		return;
	if (lib->fonts)
		fonts_close(lib->fonts);
	hyphens_close(lib->hyphens);
}

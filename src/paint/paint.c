#include <string.h>

#include "model/stage.h"
#include "paint/device.h"
#include "paint/save.h"

/* To add a device: a function here, a row below. */
static const struct device {
	const char *name;
	struct text (*bytes)(struct arena *a, const struct pages *pages,
	    const struct doc *doc, const struct verdict *v, struct diag *d);
} devices[] = {{"pdf", device_pdf}, {"plain", device_plain}};

static const struct device *
device_at(const char *name)
{
	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
		if (strcmp(devices[i].name, name) == 0)
			return &devices[i];
	return NULL;
}

bool
paint(const struct pages *pages, const struct doc *doc, const struct verdict *v,
    const char *device, const char *to, struct diag *d)
{
	const struct device *dev = device_at(device);

	if (!dev || !doc || !v)
		return false;
	struct arena *a = arena_new();
	struct text bytes = dev->bytes(a, pages, doc, v, d);
	bool ok = bytes.s && save_file(to, bytes, d);
	arena_free(a);
	return ok;
}

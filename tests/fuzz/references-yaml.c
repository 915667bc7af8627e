/*
 * CSL-YAML: lists of references, which are read and then cited.  The properties
 * stand in works.h.
 */
#include "works.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	works_list(data, size, false);
	return 0;
}

#include "expand/call.h"

/* x|redact('name'): x; in an anonymised copy what it was stays out of it, and
 * so does the place where it was written. */
static struct datum
redact(struct call *c)
{
	struct text kind = call_text(c, 0, TEXT(""));

	if (!datum_is_words(c->in))
		return call_fault(c, "a text");
	if (!c->ev->anonymised)
		return c->in;
	return datum_text(kind.n
		? text_fmt(c->ev->a, "[%.*s redacted]", TEXT_ARG(kind))
		: TEXT("[redacted]"));
}

const struct filter filters_redact[] = {
    {"redact", redact, "kind", false},
    {NULL, NULL, NULL, false},
};

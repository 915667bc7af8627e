#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "cite/particle.h"

/* Parts of a name: family, given, non-dropping, dropping, suffix. */
static void
splits(const char *family, const char *given, const char *const want[5])
{
	struct name from = {.family = text_of(family), .given = text_of(given)};
	struct name n = particle_split(&from);
	struct text got[5] = {n.family, n.given, n.nondropping, n.dropping,
	    n.suffix};

	for (size_t i = 0; i < 5; i++) {
		if (!text_is(got[i], want[i]))
			print_error("part %zu: \"%.*s\", not \"%s\"\n", i,
			    TEXT_ARG(got[i]), want[i]);
		assert_true(text_is(got[i], want[i]));
	}
}
#define SPLITS(family, given, ...) \
	splits(family, given, (const char *const[5]){__VA_ARGS__})

static void
particles_of_the_family(void **state)
{
	(void)state;
	SPLITS("van der Vlist", "Eric", "Vlist", "Eric", "van der", "", "");
	SPLITS("d'Aubignac", "Anne", "Aubignac", "Anne", "d'", "", "");
	SPLITS("al-Bashir", "Omar", "Bashir", "Omar", "al-", "", "");
	SPLITS("de la Tour d'Auvergne", "Ann", "Tour d'Auvergne", "Ann",
	    "de la", "", "");
	SPLITS("Van Dyke", "Dick", "Van Dyke", "Dick", "", "", "");
	SPLITS("hooks", "bell", "hooks", "bell", "", "", "");
	SPLITS("o'neil", "pat", "o'neil", "pat", "", "", "");
}

static void
particles_of_the_given_name(void **state)
{
	(void)state;
	SPLITS("Humboldt", "Alexander von", "Humboldt", "Alexander", "", "von",
	    "");
	SPLITS("La Fontaine", "Jean de", "La Fontaine", "Jean", "", "de", "");
	SPLITS("Aubignac", "Anne, abb\u00e9 d'", "Aubignac", "Anne,", "",
	    "abb\u00e9 d'", "");
	SPLITS("Chen", "Guo-ping", "Chen", "Guo-ping", "", "", "");
}

static void
suffixes(void **state)
{
	(void)state;
	SPLITS("King", "Martin Luther, Jr.", "King", "Martin Luther", "", "",
	    "Jr.");
	SPLITS("King, Jr.", "Martin", "King", "Martin", "", "", "Jr.");
	SPLITS("Doe", "John,! III", "Doe", "John", "", "", "III");
	SPLITS("Smith, Son and Daughter", "", "Smith, Son and Daughter", "", "",
	    "", "");
}

static void
quotation_marks_keep_a_unit(void **state)
{
	(void)state;
	SPLITS("\"van Dyke\"", "Dick", "van Dyke", "Dick", "", "", "");
	SPLITS("Roe", "\"Ann de\"", "Roe", "Ann de", "", "", "");
}

static void
parts_given_are_kept(void **state)
{
	struct name from = {.family = TEXT("der Meer"),
	    .given = TEXT("Gerard, Jr."),
	    .nondropping = TEXT("van"),
	    .suffix = TEXT("Sr.")};
	struct name n = particle_split(&from);
	struct name institution = {.literal = TEXT("van Dyke, Jr.")};

	(void)state;
	assert_true(text_is(n.family, "der Meer"));
	assert_true(text_is(n.nondropping, "van"));
	assert_true(text_is(n.given, "Gerard, Jr."));
	assert_true(text_is(n.suffix, "Sr."));
	assert_true(
	    text_is(particle_split(&institution).literal, "van Dyke, Jr."));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(particles_of_the_family),
	    cmocka_unit_test(particles_of_the_given_name),
	    cmocka_unit_test(suffixes),
	    cmocka_unit_test(quotation_marks_keep_a_unit),
	    cmocka_unit_test(parts_given_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

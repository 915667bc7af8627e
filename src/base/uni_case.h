/*
 * uni_case.h - capitals and small letters by the rules of a language
 *
 * SpecialCasing.txt of the Unicode Character Database, and for Greek capitals
 * the rule of CLDR (el-Upper): Turkish and Azeri have a dotted and a dotless i;
 * Lithuanian keeps the dot of i below an accent; Greek capitals have no accent,
 * and in every language a small sigma ends its word in another shape.
 */
#ifndef BASE_UNI_CASE_H
#define BASE_UNI_CASE_H

#include "base/text.h"

enum uni_lang {
	UNI_ROOT, /* no rule of its own */
	UNI_ENGLISH,
	UNI_TURKIC,
	UNI_GREEK,
	UNI_LITHUANIAN
};

/* By the language of a tag: "tr-TR", "AZ", "en_GB". */
enum uni_lang uni_lang_of(struct text tag);

struct text uni_lower_in(struct arena *a, struct text t, enum uni_lang lang);
struct text uni_upper_in(struct arena *a, struct text t, enum uni_lang lang);

/* For the first letter of a word whose others stay. */
uint32_t uni_capital_in(uint32_t cp, enum uni_lang lang);

#endif

/*
 * article.h - "a" or "an": by the sound that a word begins with
 *
 * English as it is spoken in courts: a European, a university, a one-off; an
 * hour, an honest man, an MP, an 18-year-old.  "a historian" and "an historian"
 * are both written, and capitals may be read as a word (a NATO base, a SIM
 * card) or letter by letter (an NGO): there either will do.
 */
#ifndef BASE_ARTICLE_H
#define BASE_ARTICLE_H

#include "base/text.h"

enum article { ARTICLE_EITHER, ARTICLE_A, ARTICLE_AN };

/* By the first word of t. */
enum article article_of(struct text t);

#endif

#include "base/catalogue.h"

#include "base/catalogue_area.h"
#include "base/near.h"

const struct area *const catalogue[] = {
    &area_file,
    &area_path,
    &area_yaml,
    &area_json,
    &area_case,
    &area_sect,
    &area_prof,
    &area_sheet,
    &area_font,
    &area_tpl,
    &area_fact,
    &area_mark,
    &area_note,
    &area_label,
    &area_ref,
    &area_src,
    &area_csl,
    &area_bib,
    &area_stmt,
    &area_cite,
    &area_verif,
    &area_ft,
    &area_waiv,
    &area_gram,
    &area_line,
    &area_lay,
    &area_hyph,
    &area_out,
};

const size_t ncatalogue = sizeof(catalogue) / sizeof(catalogue[0]);

/* Codes are ASCII. */
static bool
alike(struct text code, const char *known)
{
	if (code.n != strlen(known))
		return false;
	for (size_t i = 0; i < code.n; i++) {
		char c = code.s[i];
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c != known[i])
			return false;
	}
	return true;
}

const struct explanation *
catalogue_at(struct text code)
{
	for (size_t i = 0; i < ncatalogue; i++)
		for (size_t k = 0; k < catalogue[i]->n; k++)
			if (alike(code, catalogue[i]->at[k].code))
				return &catalogue[i]->at[k];
	return NULL;
}

struct text
catalogue_near(struct text code)
{
	struct near near = near_to(code);

	for (size_t i = 0; i < ncatalogue; i++)
		for (size_t k = 0; k < catalogue[i]->n; k++)
			near_offer(&near, text_of(catalogue[i]->at[k].code));
	return near.best;
}

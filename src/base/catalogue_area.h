/*
 * catalogue_area.h - within the catalogue: its tables
 */
#ifndef BASE_CATALOGUE_AREA_H
#define BASE_CATALOGUE_AREA_H

#include "base/catalogue.h"

#define AREA(name, title, table)                                             \
	{                                                                    \
		(name), (title), (table), sizeof(table) / sizeof((table)[0]) \
	}

extern const struct area area_file, area_path, area_yaml, area_json;
extern const struct area area_case, area_sect, area_prof, area_sheet, area_font;
extern const struct area area_tpl, area_fact, area_mark, area_note, area_label;
extern const struct area area_ref, area_src, area_csl, area_bib;
extern const struct area area_stmt, area_cite, area_verif, area_ft, area_waiv;
extern const struct area area_line, area_lay, area_hyph, area_out;
extern const struct area area_gram;

#endif

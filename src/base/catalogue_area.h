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
extern const struct area area_fact;

#endif

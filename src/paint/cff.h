/*
 * cff.h - CID-keyed CFF fonts (Adobe Technical Note 5176)
 *
 * In such a font (all of Noto CJK) content shows CIDs, not glyph numbers, and
 * the font's charset maps the one to the other.
 */
#ifndef PAINT_CFF_H
#define PAINT_CFF_H

#include "model/font.h"

struct cids;

/* NULL: the face is not keyed by CID. */
struct cids *cids_open(const struct face *face);
uint16_t cids_at(const struct cids *c, uint16_t gid);
void cids_close(struct cids *c); /* NULL is allowed */

#endif

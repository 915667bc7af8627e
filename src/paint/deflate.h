/*
 * deflate.h - zlib streams (RFC 1950), as PDF's FlateDecode wants them
 */
#ifndef PAINT_DEFLATE_H
#define PAINT_DEFLATE_H

#include "base/text.h"

struct deflate;

/* Its memory is libdeflate's; close it. */
struct deflate *deflate_open(struct arena *a);
void deflate_close(struct deflate *z);

/* The bytes, compressed; of the arena. */
struct text deflate_text(struct deflate *z, struct text t);

#endif

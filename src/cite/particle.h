/*
 * particle.h - what a name has in front and behind, when it is written inside
 *
 * CSL 1.0.2, "Names", has particles and suffixes as parts of their own; people
 * and programs write them into the family or given name.
 */
#ifndef CITE_PARTICLE_H
#define CITE_PARTICLE_H

#include "model/reference.h"

/*
 * Parts that are given are kept.  Otherwise
 *   "van der Vlist" (family)   non-dropping particle "van der"
 *   "d'Aubignac", "al-One"     "d'", "al-", without a blank
 *   "Alexander von" (given)    dropping particle "von"
 *   "Martin Luther, Jr."       suffix "Jr."; ",!" asks for the comma
 *   "\"Van Dyke\""             in quotation marks: as it is, without them
 */
struct name particle_split(const struct name *n);

#endif

/*
 * record.h - how a case was checked, for machines
 *
 *   json   {"schema":1,"cases":[CASE,...]}, where each CASE ends with
 *          "report": what was found in it, as every command writes it
 *   jsonl  a CASE a line, with "schema" and "type":"case", before the findings
 *          of all cases
 *
 *   CASE   {"case":PATH,"checked":...,"final":...,"block":0,"error":1,
 *          "warning":0,"info":0,"skipped":["FT-02"],...}
 *
 * Not checked: it did not come to a verdict, and the findings say why.
 */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include "model/verdict.h"

/* Around the cases in json; between two of them goes a comma. */
void record_open(FILE *out);
void record_close(FILE *out);

/* v is NULL when it did not come to a verdict. */
void record_report(FILE *out, const struct diag_look *look, struct text name,
    const struct verdict *v, struct diag *d);
void record_line(FILE *out, struct text name, const struct verdict *v,
    const struct diag *d);

#endif

/*
 * fields_sheet.c - every key of a sheet: the look of a report
 */
#include "load/schema.h"

static const struct schema_field margins[] = {
    {KEY("top"), FIELD_LENGTH, false, "Above the text.", .sample = "26mm"},
    {KEY("bottom"), FIELD_LENGTH, false, "Below it.", .sample = "25mm"},
    {KEY("left"), FIELD_LENGTH, false, "Left of it.", .sample = "25mm"},
    {KEY("right"), FIELD_LENGTH, false, "Right of it.", .sample = "25mm"},
};

static const struct schema margins_schema = {SCHEMA(margins)};

static const struct schema_field running[] = {
    {KEY("left"), FIELD_TEXT, false, "At the left.", .sample = "{title}"},
    {KEY("right"), FIELD_TEXT, false, "At the right.", .sample = "{reference}"},
};

static const struct schema running_schema = {SCHEMA(running)};

static const struct schema_field foot_line[] = {
    {KEY("left"), FIELD_TEXT, false, "At the left.", .sample = "{date}"},
    {KEY("centre"), FIELD_TEXT, false, "In the middle."},
    {KEY("right"), FIELD_TEXT, false, "At the right.",
	.sample = "Page {page} of {pages}"},
};

static const struct schema foot_line_schema = {SCHEMA(foot_line)};

static const struct schema_field type[] = {
    {KEY("family"), FIELD_TEXT, false, "A family of fonts/fonts.yaml.",
	.sample = "serif"},
    {KEY("size"), FIELD_LENGTH, false, "The size of the type.",
	.sample = "11.5pt"},
    {KEY("leading"), FIELD_LENGTH, false, "From baseline to baseline.",
	.sample = "15pt"},
    {KEY("before"), FIELD_LENGTH, false, "The space above."},
    {KEY("after"), FIELD_LENGTH, false, "The space below."},
    {KEY("bold"), FIELD_BOOL, false, "Heavy letters."},
    {KEY("italic"), FIELD_BOOL, false, "Slanting letters."},
    {KEY("smallcaps"), FIELD_BOOL, false, "Small capitals.",
	.title = "Small capitals"},
    {KEY("upper"), FIELD_BOOL, false, "All capitals."},
    {KEY("ragged"), FIELD_BOOL, false, "Lines end where they end."},
    {KEY("centred"), FIELD_BOOL, false, "Lines stand in the middle."},
    {KEY("oldstyle"), FIELD_BOOL, false, "Figures with ascenders.",
	.title = "Old-style figures"},
    {KEY("tabular"), FIELD_BOOL, false, "Figures of one width."},
    {KEY("colour"), FIELD_COLOUR, false, "Six hexadecimal digits, in quotes.",
	.sample = "444444"},
};

static const struct schema type_schema = {"type", SCHEMA(type)};

#define TYPE(name, about)                                               \
	{                                                               \
		KEY(name), FIELD_MAP, false, about, .map = &type_schema \
	}

static const struct schema_field types[] = {
    TYPE("body", "Paragraphs; the others take from it what they leave out."),
    TYPE("h1", "Headings of the first level."),
    TYPE("h2", "Headings of the second level."),
    TYPE("h3", "Headings of the third level."),
    TYPE("h4", "Headings of the fourth level."),
    TYPE("title", "The title on the cover."),
    TYPE("subtitle", "What stands below it."),
    TYPE("cover", "The rest of the cover."),
    TYPE("quote", "Quotations that stand apart."),
    TYPE("note", "Footnotes."),
    TYPE("table", "The cells of tables."),
    TYPE("table_head", "The first row of tables."),
    TYPE("caption", "What stands below tables and figures."),
    TYPE("contents_1", "The table of contents, first level."),
    TYPE("contents_2", "The table of contents, second level."),
    TYPE("running", "Head and foot of pages."),
    TYPE("bib", "The list of sources."),
    TYPE("code", "Type of one width."),
};

static const struct schema types_schema = {SCHEMA(types)};

static const struct schema_field sheet[] = {
    {KEY("paper"), FIELD_PAPER, false,
	"a4, letter, or width and height in brackets.", .sample = "a4",
	.standard = "a4"},
    {KEY("margins"), FIELD_MAP, false, "The margins.", .map = &margins_schema},
    {KEY("head"), FIELD_LENGTH, false,
	"From the upper edge of the paper to the head's baseline."},
    {KEY("foot"), FIELD_LENGTH, false,
	"From the lower edge of the paper to the foot's baseline."},
    {KEY("gutter"), FIELD_LENGTH, false,
	"The column in which paragraph numbers stand."},
    {KEY("indent"), FIELD_LENGTH, false, "One step of lists and quotations."},
    {KEY("note_gap"), FIELD_LENGTH, false, "Between text and footnotes."},
    {KEY("note_rule"), FIELD_LENGTH, false,
	"How long the line above footnotes is."},
    {KEY("rule"), FIELD_LENGTH, false, "How thick lines are."},
    {KEY("head_rule"), FIELD_BOOL, false, "A line below the head of pages.",
	.standard = "false"},
    {KEY("contents_depth"), FIELD_NUMBER, false,
	"How many levels of headings the contents show.", .standard = "2"},
    {KEY("hyphenation"), FIELD_TEXT, false, "Whose rules divide words.",
	.sample = "en_GB"},
    {KEY("running"), FIELD_MAP, false, "The head of pages.",
	.map = &running_schema},
    {KEY("foot_line"), FIELD_MAP, false, "The foot of pages.",
	.map = &foot_line_schema},
    {KEY("type"), FIELD_MAP, false, "Kinds of type.", .map = &types_schema},
};

const struct schema sheet_schema = {"A sheet",
    "The look of a report: paper, margins and type.", SCHEMA(sheet),
    .code = "SHEET-02"};

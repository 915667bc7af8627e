#include "base/catalogue_area.h"

static const struct explanation file[] = {
    {.code = "FILE-01",
	.level = LEVEL_ERROR,
	.title = "a file cannot be read",
	.means = "The file is not there, it is a folder, or you have no "
		 "permission to read it; the message says which, and the caret "
		 "shows the line that asked for it. What needed the file is "
		 "left out, so that the other faults of the run can be shown.",
	.fix = "Compare the path in the message with the folder, letter by "
	       "letter: capitals count. A path in a case is read from the "
	       "folder of that case, not from the folder that you work in.",
	.wrong = "expert: ../expert/example.yaml",
	.right = "expert: ../experts/example.yaml"},
    {.code = "FILE-02",
	.level = LEVEL_ERROR,
	.title = "a file is larger than any file of this kind should be",
	.means = "Files that are read have 16 MB at most. A case, a section or "
		 "a list of sources is far smaller; this is usually the wrong "
		 "file, a scan or an export of everything.",
	.fix = "Name the file that you meant, or split it: a case and a "
	       "library may have several lists of sources."},
    {.code = "FILE-03",
	.level = LEVEL_ERROR,
	.title = "a file is not text in UTF-8",
	.means = "The file has another encoding (what Windows calls "
		 "\"Unicode\" is UTF-16, \"ANSI\" is Windows-1252), or it is "
		 "no text at all, such as a Word document under another name.",
	.why =
	    "Read in the wrong encoding, names come out wrong: M\xc3\xbcller "
	    "becomes M\xc3\x83\xc2\xbcller. Nothing is guessed.",
	.fix = "Open the file in an editor and save it with the encoding "
	       "UTF-8. From Word, save as plain text and choose UTF-8."},
};

const struct area area_file = AREA("FILE", "reading files", file);

static const struct explanation path[] = {
    {.code = "PATH-01",
	.level = LEVEL_ERROR,
	.title = "a path leads out of the project",
	.means = "A case may name files in its own folder and in its project, "
		 "and nothing else; a profile, a section or a source may name "
		 "files of the library. A path with .. or a link that ends "
		 "elsewhere is not followed.",
	.why = "A report must not be able to take in another client's file, "
	       "and a project must work on another machine.",
	.fix = "Copy the file into the project, or give the project's folder "
	       "with --root.",
	.wrong = "sources: [../../other-client/sources.yaml]",
	.right = "sources: [sources.yaml]"},
};

const struct area area_path = AREA("PATH", "what may be read", path);

static const struct explanation yaml[] = {
    {.code = "YAML-01",
	.level = LEVEL_ERROR,
	.title = "the file is not YAML: signs or indents do not fit",
	.means = "Somewhere the notation is broken: a quotation mark or a "
		 "bracket is never closed, a tab stands where blanks must, a "
		 "line is indented otherwise than its neighbours, or a value "
		 "holds a colon with a blank behind it. The caret stands where "
		 "it was noticed; the cause may be the line before.",
	.fix =
	    "Put quotes around a value that begins with or holds one of : # { "
	    "} [ ] , & * ! | > ' \" % @ `; indent with blanks, each level by "
	    "the same number, and begin the keys of one map below one another.",
	.wrong = "title: Belarus: the 2020 election",
	.right = "title: \"Belarus: the 2020 election\""},
    {.code = "YAML-02",
	.level = LEVEL_ERROR,
	.title = "a key is there twice in one map",
	.means = "The same word stands twice before a colon at the same level. "
		 "The message shows both places.",
	.why = "Other programs would silently keep one of the two, and nobody "
	       "could tell which fact the report rests on.",
	.fix = "Delete one, or give them different names. Several values under "
	       "one key are a list.",
	.wrong = "born: 1991-03-14\nborn: 1991-04-13",
	.right = "born: 1991-03-14"},
    {.code = "YAML-03",
	.level = LEVEL_ERROR,
	.title = "a word begins with an exclamation mark, which is a tag",
	.means = "In YAML a word that begins with ! says of what kind a value "
		 "is. The one such word that is used here is !unknown, for a "
		 "fact that is not known.",
	.fix = "If the words are meant as they stand, put quotes around them.",
	.wrong = "note: !important",
	.right = "note: \"!important\"\nborn: !unknown \"not stated in "
		 "instructions\""},
    {.code = "YAML-04",
	.level = LEVEL_ERROR,
	.title = "a word begins with a star, which is an alias",
	.means =
	    "*name repeats the value that was marked &name earlier in the same "
	    "file. Here nothing was marked so, or the value would hold itself, "
	    "or the repeated values would make the file too large.",
	.fix = "Put quotes around words that begin with a star, or write the "
	       "value out where it is used.",
	.wrong = "text: *see-below",
	.right = "text: \"*see-below\""},
    {.code = "YAML-05",
	.level = LEVEL_ERROR,
	.title = "lists and maps stand within one another too deep",
	.means = "More than 64 levels, which no case or profile needs. It is "
		 "often one bracket too many, repeated.",
	.fix = "Look at the brackets around the place that is shown."},
    {.code = "YAML-06",
	.level = LEVEL_ERROR,
	.title = "a second document begins in the file",
	.means = "A line of three dashes ends one document of YAML and begins "
		 "another. A case, a profile or a list of sources is one "
		 "document a file.",
	.fix = "Delete the line, or put what follows into a file of its own. "
	       "In a section, the front matter stands between two such lines, "
	       "and the text follows the second."},
    {.code = "YAML-07",
	.level = LEVEL_ERROR,
	.title = "the file is empty",
	.means = "There is nothing in it, or nothing but comments, which begin "
		 "with #.",
	.fix = "Restore it from a copy, or delete the # before the lines that "
	       "are meant."},
    {.code = "YAML-08",
	.level = LEVEL_ERROR,
	.title = "what stands before a colon is not a word",
	.means =
	    "A key is empty, or it is a list or a map. Often two braces of a "
	    "template stand in a case: {{ is a map within a map to YAML.",
	.fix = "Write a word before the colon. A fact of a case is plain "
	       "words; tags belong into sections and templates.",
	.wrong = "name: {{ subject.name }}",
	.right = "name: Alena Kavaliova"},
    {.code = "YAML-09",
	.level = LEVEL_ERROR,
	.title = "the file holds too many values",
	.means = "More than a million, which is a thousand times the largest "
		 "case. It protects the machine from files that were made to "
		 "fill its memory.",
	.fix = "Split the file."},
    {.code = "YAML-10",
	.level = LEVEL_WARNING,
	.title = "a value stands in quotes that a word processor made",
	.means = "The quotes around the value are curly ones. Only straight "
		 "quotes, \" and ', mark where a value begins and ends; these "
		 "are words of the value and are printed with it.",
	.fix = "Delete them, or replace them by straight ones. If they are to "
	       "be printed, put straight ones outside of them.",
	.wrong = "occupation: \u201cteacher\u201d",
	.right = "occupation: teacher"},
    {.code = "YAML-11",
	.level = LEVEL_WARNING,
	.title = "words behind a number sign are not read",
	.means = "A # with a blank before it begins a comment: the rest of "
		 "the line is for those who read the file, and no part of the "
		 "value. This one stands right before a word, as in a number "
		 "or a reference.",
	.why = "The report would print half of the sentence.",
	.fix = "Put quotes around the whole value. If it is a comment, write "
	       "a blank behind the #.",
	.wrong = "reference: #4711",
	.right = "reference: \"#4711\""},
};

const struct area area_yaml =
    AREA("YAML", "the notation of cases, profiles and front matter", yaml);

static const struct explanation json[] = {
    {.code = "JSON-01",
	.level = LEVEL_ERROR,
	.title = "the file is not JSON",
	.means = "A file whose name ends in .json, such as an export of "
		 "Zotero, is broken at the caret: a bracket or a quotation "
		 "mark is missing, a comma stands behind the last value, or "
		 "the file ends too early because an export was cut off.",
	.fix = "Export it again. If it was edited by hand: texts stand between "
	       "straight double quotes, values are parted by commas, and "
	       "behind the last value there is none.",
	.wrong = "[{\"id\": \"a\",}]",
	.right = "[{\"id\": \"a\"}]"},
    {.code = "JSON-02",
	.level = LEVEL_ERROR,
	.title = "a key is there twice in one object",
	.means = "The same word stands twice before a colon within one pair of "
		 "braces. The message shows both places.",
	.why = "Other programs would silently keep one of the two.",
	.fix = "Delete one."},
    {.code = "JSON-03",
	.level = LEVEL_ERROR,
	.title = "lists and objects stand within one another too deep",
	.means = "More than 64 levels; a list of references has four or five.",
	.fix = "Export the file again; it is not a list of references."},
    {.code = "JSON-04",
	.level = LEVEL_ERROR,
	.title = "the file holds too many values",
	.means =
	    "More than a million, which no list of references has. It protects "
	    "the machine from files that were made to fill its memory.",
	.fix = "Split the file."},
};

const struct area area_json = AREA("JSON", "the notation of .json files", json);

"""The vectors of the template language beside Jinja2.

   jinja.py PROGRAM COUNT SEED FILE...

PROGRAM is build/vectors.  Each case must give in Jinja2 what it gives here,
text for text and fault for fault; one that names a deviation must not.  Then
COUNT expressions, and as many templates, made at random from SEED, are compared
in the same way.
Prints the figures, and on failure what differs; exit 1.
"""
import json
import re
import subprocess
import sys
import tempfile

import jinja2
import yaml

import random_expr


class Facts(yaml.SafeLoader):
    """YAML as the case files have it: 1.2 core, dates are words."""


Facts.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"-?[0-9]+(?:_[0-9]+)*", "-0123456789"),
    ("float", r"-?[0-9]+(?:_[0-9]+)*\.[0-9]+", "-0123456789"),
):
    Facts.add_implicit_resolver(
        "tag:yaml.org,2002:" + tag, re.compile("^(?:%s)$" % pattern),
        list(first))
Facts.add_constructor("tag:yaml.org,2002:int",
                      lambda l, n: int(n.value.replace("_", "")))
Facts.add_constructor("!unknown", lambda l, n: jinja2.Undefined())


def environment(files):
    return jinja2.Environment(
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        optimized=False,  # else it evaluates what is not reached
        undefined=jinja2.StrictUndefined, loader=jinja2.DictLoader(files))


def theirs(case):
    """What Jinja2 gives: a text, or None and why it fails."""
    try:
        facts = yaml.load(case["facts"], Facts) or {}
        t = environment(case["files"]).from_string(case["template"])
        out = t.render(facts)
        out.encode()
        return out, ""
    except Exception as e:  # whatever Python throws is a fault
        return None, "%s: %s" % (type(e).__name__, e)


def ours(program, *files):
    run = subprocess.run([program, "--json"] + list(files),
                         stdout=subprocess.PIPE, check=True)
    return [json.loads(l) for l in run.stdout.decode().splitlines()]


def show(case, jinja, why):
    print("%s: %s" % (case["file"], case["name"]))
    print("  template: " + case["template"].replace("\n", "\n            "))
    print("  ours:     %r %s %s" % (
        case["out"], " ".join(case["codes"]), case["message"]))
    print("  Jinja2:   %r %s" % (jinja, why))


def vectors(program, files):
    equal = deviations = added = failed = 0
    for case in ours(program, *files):
        jinja, why = theirs(case)
        mine = None if case["codes"] else case["out"]
        added_name = case["deviation"] == "ours" and jinja is None
        if (mine == jinja) == bool(case["deviation"]) and not added_name:
            failed += 1
            if case["deviation"]:
                print("does not differ any more: " + case["deviation"])
            show(case, jinja, why)
        elif case["deviation"] == "ours":
            added += 1
        elif case["deviation"]:
            deviations += 1
        else:
            equal += 1
    print("jinja: %d equal, %d deviations as listed, %d names of our own, "
          "%d differ" % (equal, deviations, added, failed))
    return failed


# What an expression may give an error for here and a value there: a pattern of
# the message, and the deviation that it belongs to.
EXCUSED = [(re.compile(p), name) for p, name in (
    (r"with a (text|number|list|map|truth value|null) and a (text|number|list"
     r"|map|truth value|null): .*(==|!=| in )", "like-with-like"),
    (r"with a truth value and a (number|truth value):", "truth-is-no-number"),
    (r"with a number and a truth value:", "truth-is-no-number"),
    (r"with a (text and a number|number and a text|list and a number|number "
     r"and a list|text and a truth value|truth value and a text|list and a "
     r"truth value|truth value and a list): .*\*", "no-repeat"),
    (r"with a text and a (text|number|truth value|list|map|null): .*%",
     "no-percent"),
    (r"with a text and a text: .*\+", "no-text-plus"),
    (r"with a (text|number|truth value|list|map|null) and a (text|number|"
     r"truth value|list|map|null): .*~", "words-only"),
    (r"with a truth value and a truth value: [-+]", "truth-is-no-number"),
    (r"out of range", "whole-64"),
    (r"^unknown fact: |^there is no (first|last) |^an empty list has no ",
     "missing-at-once"),
    (r"^a fact that is empty: ", "empty-fact"),
    (r"needs a text, not a ", "words-only"),
    (r"needs texts in its list", "words-only"),
    (r"format needs words|wants a text here, not a ", "words-only"),
    (r"needs a list, not a text|needs a list, not a number", "text-is-no-list"),
    (r"needs a number, not a ", "no-silent-nought"),
    (r"cannot be put in order", "truth-is-no-number"),
    (r"elements of one kind", "truth-is-no-number"),
    (r"whole numbers, and none", "whole-only"),
    (r"two values of one kind", "like-with-like"),
    (r"two numbers or two texts", "truth-is-no-number"),
    (r"wants a whole number here", "whole-only"),
)]


def excused(case, jinja, why):
    """The name of the deviation, or None."""
    if not case["codes"]:
        number = re.search(r"'(int|float)' has no len|for \+=: '(int|float)'",
                           why)
        path = why.startswith("UndefinedError") and re.search(
            r"\|default\(|is (not )?(un)?defined", case["template"])
        part = "requires string as left operand, not " in why
        return "numbers-are-words" if number else "whole-path" if path \
            else "spelling" if part else None  # a fact, not a number in a tag
    if jinja is None:
        return None
    for pattern, name in EXCUSED:
        if pattern.search(case["message"]):
            return name
    return None


def made(program, templates):
    """The cases of these templates, over the facts that they are made for."""
    with tempfile.NamedTemporaryFile("w", suffix=".vec", encoding="utf-8") as f:
        f.write("".join(": %s\n" % l
                        for l in random_expr.FACTS.splitlines()))
        for i, t in enumerate(templates):
            f.write("# %d\n%s" % (i, "".join("> %s\n" % l
                                              for l in t.split("\n"))))
        f.flush()
        return ours(program, f.name)


def at_random(what, cases, alike):
    equal = faults = differ = 0
    classes = {}
    for case in cases:
        jinja, why = theirs(case)
        mine = None if case["codes"] else case["out"]
        if mine is None and jinja is None:
            faults += 1
        elif mine is not None and jinja is not None and alike(mine, jinja):
            equal += 1
        elif excused(case, jinja, why):
            name = excused(case, jinja, why)
            classes[name] = classes.get(name, 0) + 1
        else:
            differ += 1
            if differ <= 20:
                show(case, jinja, why)
    print("jinja: of %d %s: %d equal, %d faults in both, "
          "%d as listed (%s), %d differ" % (
              len(cases), what, equal, faults, sum(classes.values()),
              ", ".join("%s %d" % c for c in sorted(classes.items())),
              differ))
    return differ


def as_json(x, y):
    return random_expr.alike(json.loads(x), json.loads(y))


def expressions(program, count, seed):
    maker = random_expr.Maker(seed)
    return at_random("expressions from seed %d" % seed, made(
        program, ["{{ (%s)|tojson }}" % maker.expression()
                  for _ in range(count)]), as_json)


def pages(program, count, seed):
    maker = random_expr.Pages(seed)
    return at_random("templates from seed %d" % seed, made(
        program, [maker.page() for _ in range(count)]),
        lambda x, y: x == y)


if __name__ == "__main__":
    program, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    bad = vectors(program, sys.argv[4:])
    bad += expressions(program, count, seed)
    bad += pages(program, count, seed)
    sys.exit(1 if bad else 0)

"""The vectors of the template language beside Jinja2.

   jinja.py PROGRAM COUNT SEED FILE...

PROGRAM is build/vectors.  Each case must give in Jinja2 what it gives here,
text for text and fault for fault; one that names a deviation must not.  Then
COUNT expressions, made at random from SEED, are compared in the same way.
Prints the figures, and on failure what differs; exit 1.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

import jinja2
import yaml


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
    print("  ours:     %r %s" % (case["out"], " ".join(case["codes"])))
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


if __name__ == "__main__":
    program, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    bad = vectors(program, sys.argv[4:])
    sys.exit(1 if bad else 0)

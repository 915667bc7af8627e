"""Expressions and templates of the language, made at random from a seed.

Each is a text that both engines can read.  They are made by kind, so that most
have a meaning, with now and then a value of another kind among them.  What the
two may differ in is told by `excused`.
"""
import math
import random
import re

FACTS = """\
n: 3
zero: 0
rate: 2.5
town: Minsk
other: Гродна
phrase: the right to LIFE
blanks: "  a  b "
yes: true
no: false
nil:
xs: [3, 1, 2]
names: [Sara, ali, Omid, Ali]
empty: []
map: {a: 1, b: two, c: [1, 2]}
people: [{name: Sara, age: 41}, {name: ali, age: 7}, {name: Omid, age: 12}]
"""


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def one(self, *of):
        return self.r.choice(of)

    def any(self, depth):
        return self.one(self.number, self.text, self.truth, self.list,
                        self.map)(depth)

    def wrong(self, depth, right):
        """Now and then something of another kind."""
        if self.r.random() < 0.03:
            return self.one(self.any, lambda d: "nowhere", lambda d: "none",
                            lambda d: "map.zz", lambda d: "nil")(depth)
        return right

    def number(self, depth):
        if depth <= 0:
            return self.one("0", "1", "2", "7", "10", "-3", "2.5", "0.5",
                            "-1.25", "n", "zero", "rate", "xs[0]", "map.a",
                            "1_000", "people[1].age", "3.0", "-0.5")
        d = depth - 1
        made = self.one(
            lambda: "%s %s %s" % (
                self.number(d), self.one("+", "-", "*", "/", "//", "%"),
                self.number(d)),
            lambda: "(%s)" % self.number(d),
            lambda: "-%s" % self.number(d),
            lambda: "(%s)|abs" % self.number(d),
            lambda: "(%s)|round%s" % (self.number(d), self.one(
                "", "(1)", "(0, 'floor')", "(1, 'ceil')", "(-1)", "(2)")),
            lambda: "(%s)|int" % self.number(d),
            lambda: "(%s)|float" % self.number(d),
            lambda: "%s|length" % self.atom(self.list, d),
            lambda: "%s|length" % self.atom(self.text, d),
            lambda: "%s|wordcount" % self.atom(self.text, d),
            lambda: "%s|sum" % self.atom(self.numbers, d),
            lambda: "%s|%s" % (self.atom(self.numbers, d),
                               self.one("min", "max", "first", "last")),
            lambda: "(%s if %s else %s)" % (
                self.number(d), self.truth(d), self.number(d)),
            lambda: "%s[%s]" % (self.atom(self.numbers, d), self.index(d)),
            lambda: "people|sum(attribute='age')",
            lambda: "'%s'|int(%s)" % (self.one("12", "x", "3.7", " 5 "),
                                      self.number(0)),
            lambda: "%s|default(%s)" % (
                self.one("nowhere", "map.zz", "n"), self.number(0)),
            lambda: "%s|string|int" % self.one("n", "7", "12"),
        )()
        return self.wrong(depth, made)

    def index(self, depth):
        return self.one("0", "1", "-1", "2", "-2", "5")

    def atom(self, kind, depth):
        made = kind(depth)
        return made if made.isidentifier() or made[0] in "[{" and \
            made.count(made[0]) == 1 and made[-1] in "]}" else "(%s)" % made

    def text(self, depth):
        if depth <= 0:
            return self.one("'a'", "'Ab c'", "''", "town", "other", "phrase",
                            "blanks", "'x-y z'", "\"it's\"", "'12'", "'éÜ'",
                            "names[0]", "people[0].name", "map.b",
                            "'a\\nb\\n'", "'tab\\tq'")
        d = depth - 1
        t = self.atom(self.text, d)
        made = self.one(
            lambda: "%s ~ %s" % (t, self.atom(self.text, d)),
            lambda: "%s ~ %s" % (t, self.one("n", "7", "rate", "xs[1]")),
            lambda: "%s|%s" % (t, self.one(
                "upper", "lower", "title", "capitalize", "trim", "reverse",
                "string", "trim('a')", "indent", "indent(2, true)",
                "indent(1, blank=true)", "first", "last")),
            lambda: "%s|replace(%s, %s%s)" % (
                t, self.text(0), self.text(0), self.one("", ", 1", ", 2")),
            lambda: "%s|truncate(%d%s)" % (
                t, self.r.randint(2, 12),
                self.one("", ", true", ", leeway=0", ", false, '..'",
                         ", true, '', 1")),
            lambda: "%s[%s]" % (t, self.index(d)),
            lambda: "%s[%s:%s%s]" % (
                t, self.one("", "1", "-2", "9"), self.one("", "2", "-1"),
                self.one("", ":1", ":2", ":-1")),
            lambda: "(%s if %s else %s)" % (t, self.truth(d), self.text(d)),
            lambda: "%s|join(%s)" % (self.atom(self.texts, d), self.text(0)),
            lambda: "%s|%s" % (self.atom(self.texts, d),
                               self.one("first", "last", "min", "max")),
            lambda: "'%s'|format(%s, %s)" % (
                self.one("%s %s", "%s-%5s", "%s|%-4s|", "%3s%%%s"),
                self.text(0), self.text(0)),
            lambda: "'%s'|format(%s)" % (
                self.one("%d", "%.2f", "%5d", "%05.1f", "%+d"),
                self.number(0)),
            lambda: "%s|default(%s)" % (
                self.one("nowhere", "map.zz", "town"), self.text(0)),
            lambda: "%s|default(%s, true)" % (t, self.text(0)),
            lambda: "(%s %s %s)" % (t, self.one("or", "and"), self.text(d)),
            lambda: "%s|tojson" % self.atom(self.any, d),
        )()
        return self.wrong(depth, made)

    def truth(self, depth):
        if depth <= 0:
            return self.one("true", "false", "yes", "no", "n", "empty", "xs",
                            "town", "''", "none", "zero")
        d = depth - 1
        made = self.one(
            lambda: "%s %s %s" % (
                self.number(d), self.one("==", "!=", "<", "<=", ">", ">="),
                self.number(d)),
            lambda: "%s %s %s" % (
                self.atom(self.text, d),
                self.one("==", "!=", "<", "<=", ">", ">="),
                self.atom(self.text, d)),
            lambda: "%s < %s <= %s" % (
                self.number(d), self.number(d), self.number(d)),
            lambda: "not %s" % self.atom(self.truth, d),
            lambda: "%s and %s" % (self.truth(d), self.truth(d)),
            lambda: "%s or %s" % (self.truth(d), self.truth(d)),
            lambda: "(%s)" % self.truth(d),
            lambda: "%s %s %s" % (self.atom(self.text, d),
                                  self.one("in", "not in"),
                                  self.atom(self.texts, d)),
            lambda: "%s in %s" % (self.atom(self.number, d),
                                  self.atom(self.numbers, d)),
            lambda: "%s in %s" % (self.atom(self.text, d),
                                  self.atom(self.text, d)),
            lambda: "%s is %s%s" % (
                self.atom(self.any, d), self.one("", "not "), self.one(
                    "string", "integer", "float", "boolean", "mapping",
                    "none", "defined", "undefined", "true", "false")),
            lambda: "%s is number" % self.atom(
                self.one(self.number, self.text, self.list), 0),
            lambda: "%s is %s" % (self.atom(self.number, d),
                                  self.one("odd", "even", "divisibleby 3",
                                           "eq 2", "lt 5", "ge 1")),
            lambda: "%s is %s" % (self.atom(self.text, d),
                                  self.one("lower", "upper", "in names",
                                           "eq 'a'")),
            lambda: "%s == %s" % (self.atom(self.list, d),
                                  self.atom(self.list, d)),
            lambda: "nowhere is %s" % self.one("defined", "undefined"),
            lambda: "map.%s is defined" % self.one("a", "zz"),
        )()
        return self.wrong(depth, made)

    def numbers(self, depth):
        if depth <= 0:
            return self.one("xs", "[1, 2]", "[]", "[2.5, 1]", "empty",
                            "map.c", "range(4)|list")
        return self.some(depth, self.numbers, self.number, self.one(
            lambda d: "people|map(attribute='age')|list",
            lambda d: "range(%s)|list" % self.one("3", "1, 4", "5, 0, -2"),
            lambda d: "%s|%s(%s)|list" % (
                self.atom(self.numbers, d), self.one("select", "reject"),
                self.one("'odd'", "'even'", "'gt', 1", "'==', 2")),
            lambda d: "%s|map('abs')|list" % self.atom(self.numbers, d)))

    def texts(self, depth):
        if depth <= 0:
            return self.one("names", "['b', 'A']", "['x']", "[]",
                            "[town, other]", "map|list")
        return self.some(depth, self.texts, self.text, self.one(
            lambda d: "people|map(attribute='name')|list",
            lambda d: "people|sort(attribute='%s')|map(attribute='name')|list"
            % self.one("age", "name"),
            lambda d: "%s|map('%s')|list" % (
                self.atom(self.texts, d),
                self.one("upper", "lower", "title", "capitalize", "trim")),
            lambda d: "%s|list" % self.atom(self.text, d),
            lambda d: "%s|select('%s')|list" % (
                self.atom(self.texts, d), self.one("lower", "string"))))

    def some(self, depth, same, element, special):
        d = depth - 1
        l = self.atom(same, d)
        made = self.one(
            lambda: special(d),
            lambda: special(d),
            lambda: "[%s]" % ", ".join(
                element(d) for _ in range(self.r.randint(0, 3))),
            lambda: "%s + %s" % (l, self.atom(same, d)),
            lambda: "%s|%s" % (l, self.one(
                "sort", "sort(reverse=true)", "sort(case_sensitive=true)",
                "unique|list", "reverse|list", "list", "select|list",
                "reject|list")),
            lambda: "%s[%s:%s%s]" % (
                l, self.one("", "1", "-2"), self.one("", "2", "-1"),
                self.one("", ":2", ":-1")),
            lambda: "(%s if %s else %s)" % (l, self.truth(d), same(d)),
            lambda: "%s|default(%s)" % (self.one("nowhere", "map.zz"), l),
        )()
        return self.wrong(depth, made)

    def list(self, depth):
        d = depth - 1
        if depth <= 0:
            return self.one(self.numbers, self.texts)(0)
        return self.one(
            lambda: self.numbers(depth),
            lambda: self.texts(depth),
            lambda: "%s|batch(%s)|map('list')|list" % (
                self.atom(self.list, d), self.one("1", "2", "3, 'x'")),
            lambda: "%s|slice(%s)|map('list')|list" % (
                self.atom(self.list, d), self.one("1", "2", "3")),
            lambda: "%s|dictsort|map('list')|list" % self.one(
                "{'b': 1, 'a': 2}", "{}", "{'B': 'x', 'a': 'y'}"),
            lambda: "%s|items|map('list')|list" % self.atom(self.map, d),
            lambda: "[%s]" % ", ".join(
                self.any(d) for _ in range(self.r.randint(0, 3))),
            lambda: "people|groupby('%s')|map(attribute='grouper')|list"
            % self.one("age", "name"),
        )()

    def map(self, depth):
        if depth <= 0:
            return self.one("map", "{}", "{'a': 1}", "people[0]")
        return "{%s}" % ", ".join(
            "'%s': %s" % (k, self.any(depth - 1))
            for k in self.r.sample("abcdef", self.r.randint(0, 3)))

    def expression(self):
        return self.any(self.r.randint(1, 4))


def alike(x, y):
    """Numbers of one kind and near enough: ours have twelve decimals."""
    if isinstance(x, float) and isinstance(y, float):
        return math.isclose(x, y, rel_tol=1e-9, abs_tol=1e-9)
    if type(x) is not type(y):
        return False
    if isinstance(x, list):
        return len(x) == len(y) and all(map(alike, x, y))
    if isinstance(x, dict):
        return list(x) == list(y) and all(alike(x[k], y[k]) for k in x)
    if isinstance(x, str):  # no minus before nought, in ours
        return re.sub(r"-(0\.0+)\b", r"\1", x) == \
            re.sub(r"-(0\.0+)\b", r"\1", y)
    return x == y


class Pages:
    """Templates of tags and blanks, for what tags leave of their lines."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.maker = Maker(seed)

    def one(self, *of):
        return self.r.choice(of)

    def tag(self, words):
        return "{%%%s %s %s%%}" % (
            self.one("", "", "", "-", "+"), words,
            self.one("", "", "", "-", "+"))

    def blank(self):
        return self.one("", " ", "\n", "\n", "  ", "\n\n", "\n  ", " \n",
                        "\t", "\n\t")

    def value(self):
        minus = self.one("", "", "-")
        return "{{%s %s %s}}" % (minus, self.one(
            "town", "'b'", "1", "xs|join", "loop.index if loop is defined",
            "loop.revindex0 if loop is defined else '-'", "x|default('?')",
            "y|default('?')", "'<' if loop is defined and loop.first else '>'",
            "loop.previtem|default('none') if loop is defined", "ns.n"), self.one("", "", "-"))

    def comment(self):
        return "{#%s c %s#}" % (self.one("", "-"), self.one("", "-"))

    def raw(self):
        opening = self.tag("raw").replace("+%}", "%}")  # not in Jinja2
        return "%s{{ %s }}%s%s" % (opening, self.one("a", "b c"),
                                   self.blank(), self.tag("endraw"))

    def block(self, depth):
        body = self.body(depth - 1)
        return self.one(
            lambda: self.tag("if %s" % self.one("true", "no", "xs")) + body
            + self.tag("endif"),
            lambda: self.tag("if %s" % self.one("false", "yes")) + body
            + self.tag(self.one("else", "elif town", "elif no"))
            + self.body(depth - 1) + self.tag("endif"),
            lambda: self.tag("for x in %s" % self.one(
                "xs", "[]", "names", "xs if x > 1", "range(2)")) + body
            + self.tag("endfor"),
            lambda: self.tag("for x in %s" % self.one("[]", "[1]")) + body
            + self.tag("else") + self.body(depth - 1) + self.tag("endfor"),
            lambda: self.tag("with y = 'w'") + body + self.tag("endwith"),
            lambda: self.tag("filter %s" % self.one(
                "upper", "replace('b', 'q')", "trim|title")) + body
            + self.tag("endfilter"),
            lambda: self.tag("set y") + body + self.tag("endset"),
            lambda: self.tag("macro m(a='d')") + "[{{ a }}" + self.blank()
            + "]" + self.tag("endmacro") + self.blank() + "{{ m() }}{{ m(1) }}",
            lambda: self.tag("set x = %s" % self.one("1", "'v'")),
            lambda: self.tag("set ns.n = ns.n + 1"),
        )()

    def body(self, depth):
        made = ""
        for _ in range(self.r.randint(0, 4)):
            made += self.blank() + self.one(
                lambda: self.one("a", "b", "- c", "40%", "{ }"),
                self.value, self.comment, self.raw,
                lambda: self.block(depth) if depth > 0 else "d")()
        return made + self.blank()

    def page(self):
        return "{% set ns = namespace(n=0) %}" + self.body(3)

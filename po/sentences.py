# Copyright (c) 2026 The unhurried authors
# SPDX-License-Identifier: ISC
"""The sentences in the sources: who says them, where, in which words.

It reads C as far as that takes: texts joined as C joins them, macros that are
texts, the calls of those who say sentences, and the tables of tools, options
and verbs.
"""
import glob
import os
import re

# Who says sentences, and which of its arguments are some.
SINKS = {
    "cli_say": [1], "cli_warn": [1], "cli_usage": [1], "cli_say_none": [1],
    "error_set": [2], "error_sys": [1], "screen_say": [1],
    "message": [0], "message_get": [1], "message_count": [0, 1],
    "sentence_add": [1], "screen_print": [1], "SENTENCE": [0],
    "SENTENCE_OF": [1], "SHORT": [0],
    "ask_line": [0], "ask_step": [1, 2], "ask_text": [1],
    "ask_yes": [0], "ask_tick": [0],
    "ask_lines": [0], "ask_goes_out": [1, 2], "ask_shown": [2, 3],
    "removal_end": [2], "suggest_unknown": [3], "catalog_unknown": [2],
    "yaml_wrong": [2], "yaml_lacks": [3], "refusal_set": [2], "expect": [3], "not_there": [1], "read_wall": [5],
    "couple_needs_two": [1], "input_take": [3, 4], "hold_take": [2, 3], "take_words": [1, 2],
    "say_none": [1], "said": [0], "refuse": [2], "refuse_offset": [2],
    "add_more": [1], "ask_name": [2], "note": [2],
}
# The columns of tables that are some, and the members.
# Patterns without a word in them that are sentences all the same.
PATTERNS = {"%ss", "%s, %s", "%s %d %s %d", "%d %s", "%s %d", "%s: %s", "%s %d %s, %02ld:%02ld"}
# Those that say under whose name, as their first argument.
NAMED = {"message_get", "SENTENCE_OF"}
TABLES = {"cli_option": [3], "verb": [7, 8]}
MEMBERS = {"about", "alone"}

TOKEN = re.compile(r'''/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|'''
                   r"[A-Za-z_]\w*|\d[\w.]*|->|[-+<>=!&|]=|&&|\|\||\S", re.S)
MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+((?:[^\n\\]|\\.|\\\n)*)", re.M)
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'"}


def plain(literal):
    """What a literal with its quotes says."""
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[0]), literal[1:-1], flags=re.S)


class Source:
    """A file: `tokens` of (text, line), comments kept apart."""
    def __init__(self, path, text):
        self.path, self.tokens, self.notes = path, [], {}
        # Of what the preprocessor reads, sentences in macros count.
        text = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", lambda m: re.sub(r"^[ \t]*#[ \t]*define[ \t]+\w+", "",
                      m[0].replace("\\\n", " \n")) if "SENTENCE(" in m[0] and "define SENTENCE" not in m[0] and
                      "define SHORT" not in m[0] else "\n" * m[0].count("\n"), text, flags=re.M)
        for m in TOKEN.finditer(text):
            line = text.count("\n", 0, m.start()) + 1
            if m[0].startswith(("/*", "//")):
                note = re.search(r"TRANSLATORS: (.*?)\s*(\*/|$)", m[0], re.S)
                if note:
                    end = line + m[0].count("\n")
                    self.notes[end + 1] = " ".join(w for w in note[1].split() if w != "*")
            else:
                self.tokens.append((m[0], line))

    def tool(self):
        """The tool whose file it is; None for what all share."""
        m = re.match(r"cmd/(\w+)", self.path)
        return m and m[1]


def read(top="."):
    """All sources, and the texts that macros stand for."""
    sources, macros = [], {}
    for path in sorted(p for kind in ("common/*/*.[ch]", "cmd/*.c", "cmd/*/*.[ch]")
                       for p in glob.glob(os.path.join(top, kind))):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for name, value in MACRO.findall(text):
            tokens = [m[0] for m in TOKEN.finditer(value.replace("\\\n", " "))]
            tokens = [t for t in tokens if not t.startswith("/*")]
            if tokens[:2] == ["SENTENCE", "("]:
                tokens = tokens[2:-1]
            if any(t[0] == '"' for t in tokens):
                macros[name] = tokens
        sources.append(Source(os.path.relpath(path, top), text))
    return sources, macros


def joined(tokens, macros):
    """What a row of texts and macros that are texts says, or None."""
    said = ""
    for token, *_ in tokens:
        if token[0] == '"':
            said += plain(token)
        elif token in macros:
            more = joined([(t,) for t in macros[token]], macros)
            if more is None:
                return None
            said += more
        elif not token.startswith("PRI"):
            return None
    return said if tokens else None


def arguments(tokens, i):
    """The arguments behind the bracket at `i`, and where they end."""
    depth, now, found = 0, [], []
    while i < len(tokens):
        token = tokens[i][0]
        if token in "([{":
            depth += 1
        elif token in ")]}":
            depth -= 1
            if depth == 0:
                found.append(now)
                return found, i
        if depth == 1 and token == ",":
            found.append(now)
            now = []
        elif depth > 1 or token not in "([{":
            now.append(tokens[i])
        i += 1
    return found, i


def alternatives(tokens, macros):
    """The sentences that an argument may be: one, or those between ? and :."""
    while tokens and tokens[0][0] == "(" and arguments(tokens, 0)[1] == len(tokens) - 1:
        tokens = tokens[1:-1]
    said = joined(tokens, macros)
    if said is not None:
        return [(said, tokens[0][1])]
    parts, depth, now, asked = [], 0, [], False
    for t in tokens:
        depth += (t[0] in "([{") - (t[0] in ")]}")
        if depth == 0 and t[0] in ("?", ":"):
            asked |= t[0] == "?"
            parts.append(now)
            now = []
        else:
            now.append(t)
    parts.append(now)
    return [found for part in parts for found in (alternatives(part, macros) if len(parts) > 1 else [])
            ] if asked else []


def rows(tokens, i):
    """The rows of the table whose { is at `i`."""
    whole, _ = arguments(tokens, i)
    for row in whole:
        if row and row[0][0] == "{":
            yield arguments(row, 0)[0]


def gather(source, macros):
    """(sentence, line, plural or None, name or None) of each that a file says."""
    for found in _gather(source, macros):
        yield found if len(found) == 4 else found + (None,)


def _gather(source, macros):
    tokens = source.tokens
    for i, (token, line) in enumerate(tokens[:-2]):
        after = tokens[i + 1][0]
        if token in SINKS and after == "(":
            args, _ = arguments(tokens, i + 1)
            at = [alternatives(args[n], macros) if n < len(args) else [] for n in SINKS[token]]
            if token == "message_count" and at[0] and at[1]:
                yield at[0][0][0], line, at[1][0][0]
                continue
            name = "short" if token == "SHORT" else joined(args[0], macros) if token in NAMED else None
            for said, where in (x for found in at for x in found):
                yield said, where, None, name
        elif token == "." and after in MEMBERS and tokens[i + 2][0] == "=":
            end = i + 3
            while tokens[end][0] not in (",", "}"):
                end += 1
            said = joined(tokens[i + 3:end], macros)
            if said:
                yield said, tokens[i + 3][1], None
        elif token == "struct" and after in TABLES:
            end = i + 2
            while end < len(tokens) and tokens[end][0] not in ("=", ";", ")", "{", ","):
                end += 1
            if end + 1 < len(tokens) and tokens[end][0] == "=" and tokens[end + 1][0] == "{":
                for row in rows(tokens, end + 1):
                    for n in TABLES[after]:
                        # A macro at a row's beginning may stand for several columns.
                        row_ = spread(row, macros)
                        if n < len(row_):
                            for said, where in alternatives(row_[n], macros):
                                yield said, where, None


def spread(row, macros):
    """A row with macros that stand for several columns laid out."""
    out = []
    for column in row:
        name = column[0][0] if len(column) == 1 else None
        if name in macros and "," in macros[name]:
            out += arguments([("(", 0)] + [(t, column[0][1]) for t in macros[name]] + [(")", 0)], 0)[0]
        else:
            out.append(column)
    return out


def has_words(text):
    """True where something of a sentence is left without its conversions."""
    rest = re.sub(r"%(\d+\$)?[-+ #0]*[\d.*]*(hh|h|ll|l|j|z|t)?[a-zA-Z%]", " ", text)
    return re.search(r"[A-Za-z]{2}", rest) is not None


def tools(top):
    """What the table of tools says of each."""
    found = {}
    with open(os.path.join(top, "cmd/tools"), encoding="utf-8") as f:
        for n, line in enumerate(f, 1):
            row = line.rstrip("\n").split("\t")
            if line[:1] not in "#\n" and len(row) > 3:
                found[row[0], row[3]] = ([f"cmd/tools:{n}"], None, None)
    return found


def all_sentences(top="."):
    """{(tool, sentence): (places, plural, note)} in the order of the sources."""
    sources, macros = read(top)
    found = tools(top)
    for source in sources:
        for said, line, plural, name in gather(source, macros):
            if not has_words(said) and said not in PATTERNS:
                continue
            key = (name or source.tool(), said)
            places, old, note = found.get(key, ([], None, None))
            places.append(f"{source.path}:{line}")
            found[key] = (places, plural or old, source.notes.get(line) or note)
    return found
